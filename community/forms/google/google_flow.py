"""The path through a Google form, where one answer in a section decides which section follows.

So a question that others depend on moves to the end of the section before them. Its answer then leads to the questions
that belong to it, suitably worded, or skips them. Where that can't be done, everybody sees the questions, and the
section says whom they are for.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from community.forms.form_model import Form, Page, Question
from community.forms.google.google_questions import GoogleQuestion, GoogleSection, items, lead

SUBMIT = "submit"
"""The place after the last section."""


@dataclass(frozen=True)
class _Fork:
    column: str
    answer: str
    pages: tuple[Page, ...]


def sections(form: Form) -> list[GoogleSection]:
    """Every section of the form in order, and the section that follows it. No two questions have the same title."""
    found: list[GoogleSection] = []
    used: set[str] = set()
    number = 0
    while number < len(form.pages):
        fork = _fork(form, number, found, used)
        if fork is None:
            found.append(_everybodys(form, form.pages[number]))
            number += 1
            continue
        used.add(fork.column)
        number += len(fork.pages)
        after = form.pages[number].page if number < len(form.pages) else SUBMIT
        _split(form, fork, found, after)
    return _told_apart(found)


def _fork(form: Form, number: int, found: Sequence[GoogleSection], used: set[str]) -> _Fork | None:
    """The pages from this one on that depend on a single answer; None if Google can't show or skip them by it."""
    for column, answer in _conditions(form.pages[number]):
        question = form.questions[column]
        if column in used or question.kind != "one" or question.other or not _can_move(column, found):
            continue
        run: list[Page] = []
        for page in form.pages[number:]:
            if _conditions(page) != [(column, answer)]:
                break
            run.append(page)
        if run:
            return _Fork(column, answer, tuple(run))
    return None


def _can_move(column: str, found: Sequence[GoogleSection]) -> bool:
    """Whether everybody is asked this, and its section is the last one or still has a question without it."""
    for section in found:
        if section.common and any(item.column == column for item in section.items):
            return len(section.items) > 1 or section is found[-1]
    return False


def _conditions(page: Page) -> list[tuple[str, str]]:
    """The single answers that decide whether the page is asked, or how it is worded. Hints do not count."""
    given = [page.show_if, page.hide_if, *(each.when for each in page.instead)]
    given += [each.when for question in page.questions for each in question.instead if each.label]
    told = {tuple(condition.items()) for condition in given if condition}
    return sorted(condition[0] if len(condition) == 1 else ("", "") for condition in told) if told else []


def _split(form: Form, fork: _Fork, found: list[GoogleSection], after: str) -> None:
    """Add both paths after the question that leads to them."""
    yes = [_section(page.given({fork.column: [fork.answer]}), fork.answer) for page in fork.pages if not page.hide_if]
    no = [_section(page.given({}), "") for page in fork.pages if not page.show_if]
    if yes:
        yes[-1] = replace(yes[-1], then=after)
    if no:
        no[-1] = replace(no[-1], then=after)
    first_yes, first_no = (way[0].key if way else after for way in (yes, no))
    question, last = _taken_out(fork.column, found), found[-1]
    ways = tuple((code, first_yes if code == fork.answer else first_no) for code, _ in question.choices)
    question = replace(question, asked="choice", jumps=ways)
    if not last.common or any(item.jumps for item in last.items):
        # Two paths end here, and both lead to the next page.
        last = GoogleSection(fork.pages[0].page, form.questions[fork.column].name, "", ())
        found.append(last)
    # A person who leaves it unanswered takes the same path as everybody else.
    found[-1] = replace(last, items=(*last.items, question), then=first_no)
    found += [*yes, *no]


def _taken_out(column: str, found: list[GoogleSection]) -> GoogleQuestion:
    for place, section in enumerate(found):
        for item in section.items:
            if item.column == column:
                found[place] = replace(section, items=tuple(each for each in section.items if each != item))
                return item
    raise LookupError(column)


def _section(page: Page, answer: str) -> GoogleSection:
    variant = "" if page.show_if else answer
    asked = tuple(item for question in page.questions for item in items(question, variant=variant))
    return GoogleSection(f"{page.page}@{answer}", page.title, lead(page), asked, common=False)


def _everybodys(form: Form, page: Page) -> GoogleSection:
    """A page that everybody sees. A question that only some should answer says so."""
    notes = [f"Only if {_in_words(form, page.show_if)}."] if page.show_if else []
    notes += [f"Leave this out if {_in_words(form, page.hide_if)}."] if page.hide_if else []
    asked = tuple(item for question in page.questions for item in items(_said_twice(form, question)))
    return GoogleSection(page.page, page.title, "\n".join([*notes, *filter(None, [lead(page)])]), asked)


def _said_twice(form: Form, question: Question) -> Question:
    """The question, with its other wording below it."""
    others = [f"If {_in_words(form, each.when)}: {each.label}" for each in question.instead if each.label]
    return question.model_copy(update={"hint": "\n".join(filter(None, [question.hint, *others])) or None})


def _in_words(form: Form, condition: Mapping[str, str]) -> str:
    told = []
    for column, answer in condition.items():
        question = form.questions[column]
        option = question.options.get(answer)
        told.append(f"“{question.name}” is “{option.label if option else answer}”")
    return " and ".join(told)


def _told_apart(found: Sequence[GoogleSection]) -> list[GoogleSection]:
    """The sections with unique question titles, because the tab of answers identifies a question by its title alone."""
    seen: set[str] = set()
    done: list[GoogleSection] = []
    # From the end, so that the plain wording stays with the person the form is about.
    for section in reversed(found):
        kept: list[GoogleQuestion] = []
        for item in reversed(section.items):
            title, number = item.title, 1
            while title.casefold() in seen:
                title = f"{item.title} ({section.title}{f' {number}' if number > 1 else ''})"
                number += 1
            seen.add(title.casefold())
            kept.append(replace(item, title=title))
        done.append(replace(section, items=tuple(reversed(kept))))
    return done[::-1]
