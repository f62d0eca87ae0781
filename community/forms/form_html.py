"""The HTML of a form's pages. Everything that people typed is escaped, and every answer stays in its place."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from jinja2 import Environment, PackageLoader, StrictUndefined

from community.forms.confirmation import WAYS, Confirmation
from community.forms.contact_details import contact_flags, reach_in_words
from community.forms.form_model import ANY, UNSURE, Answers, Form, Option, Page, Question, holds
from community.forms.interim_help import next_to, until_we_answer
from community.forms.posted_values import values
from community.forms.said_html import english_html, meant, said_html, say_html
from community.forms.validation import FieldError, error_words
from community.places import parse
from community.settings import Community
from community.settings.response_promise import answer_by
from community.tables.canonical import typed_day, typed_number
from community.tables.flags import Flag
from community.tables.row_types import ColumnName
from community.wording import as_labels, day_words, joined, language_here, moment_words, say, slots_by_day, wording

_JINJA = Environment(
    loader=PackageLoader("community.forms"),
    autoescape=True,
    trim_blocks=True,
    lstrip_blocks=True,
    undefined=StrictUndefined,
    auto_reload=False,
)
_JINJA.globals |= {"_": say_html, "english": english_html, "meant": meant, "abroad": language_here}
_JINJA.filters["said"] = said_html
_PAGE, _CHECK, _DONE, _MEANWHILE = (
    _JINJA.get_template(f"{name}.html") for name in ("page", "check", "done", "meanwhile")
)


@dataclass(frozen=True)
class Problem:
    """What went wrong on our side or in transit, shown at the top of a page that keeps every answer."""

    title: str
    words: str


@dataclass(frozen=True)
class FormSection:
    """One page's answers, as shown for checking before they are sent."""

    page: Page
    answered: list[tuple[Question, str]]
    empty: list[Question]


def page_html(
    form: Form,
    page: Page,
    answers: Answers,
    *,
    errors: tuple[FieldError, ...] = (),
    state: str = "",
    problem: Problem | None = None,
) -> str:
    """One page of questions, with the answers so far and what must be put right. `state` is a hidden field."""
    return _PAGE.render(
        form=form,
        page=page.given(answers),
        answers=answers,
        errors={column: error_words(form, (column, code)) for column, code in errors},
        first=page == form.pages[0],
        needed=needed_words(form),
        back=page != form.pages[0],
        options=options,
        days=wording().days,
        parts=as_labels(wording().parts),
        state=state,
        problem=problem,
    )


def needed_words(form: Form) -> str:
    """What has to be answered, said once for the whole form: everything else may be left out. Empty: nothing may."""
    if all(q.required for q in form.questions.values()):
        return ""
    parts = [
        say("a tick at “{name}”", name=q.name) if q.kind == "tick" else f"“{q.label}”"
        for q in form.questions.values()
        if q.required
    ]
    if any(page.one_of for page in form.pages):
        parts.append(say("one way to reach you"))
    return say("We need only {answers}. Leave out the rest if you like.", answers=joined(parts))


def check_html(form: Form, answers: Answers, *, state: str = "", problem: Problem | None = None) -> str:
    """All answers, each with a way to change it, and the button that sends them. A problem is shown there too."""
    shown = sections(form, answers)
    ways = reach_in_words(values(form, answers)[0])
    return _CHECK.render(form=form, sections=shown, doubts=doubts(shown), ways=ways, state=state, problem=problem)


def above_html(form: Form, page: Page | None, answers: Answers, community: Community, now: datetime) -> str:
    """What is shown above a page of questions, or with None above all answers: who can be reached now."""
    return _MEANWHILE.render(meanwhile=next_to(form, page, answers, community, now))


def doubts(shown: list[FormSection]) -> dict[str, str]:
    """By column, what people should check once more before sending. They may send it all the same."""
    found = {}
    for section in shown:
        for question, words in section.answered:
            odd = _odd(question, words)
            if (flag := f"{question.kind}_odd") in set(odd):
                found[question.column] = wording().flag[flag]
    return found


def _odd(question: Question, words: str) -> Iterable[str]:
    match question.kind:
        case "postcode":
            return parse(words).flags
        case "date":
            return () if typed_day(words) else (Flag.DATE_ODD,)
        case "number":
            return () if typed_number(words) else (Flag.NUMBER_ODD,)
        case _:
            return contact_flags({question.column: words})


def done_html(
    form: Form,
    sent: Confirmation,
    *,
    community: Community,
    now: datetime,
    on_duty: bool = False,
    due: datetime | None = None,
) -> str:
    """The last page: the reference, how and by when we answer, who can be reached until then, and what happens next.

    `on_duty` says that somebody hears of a request for help today at this hour; `due` by when we answer, where we
    promise another time than to everybody.
    """
    by = due or answer_by(community, sent.came, next(iter(sent.codes.get(ColumnName.URGENCY, ())), None))
    until_then = until_we_answer(form, sent.codes, community, now, on_duty=on_duty) if now < by else None
    return _DONE.render(
        done=form.done.given(sent.codes),
        reference=sent.reference,
        promise=say("{how} by {when}.", how=say(WAYS[sent.way]), when=moment_words(by)),
        reached=sent.way != "none",
        telephone=community.telephone,
        opening=community.opening,
        meanwhile=[until_then] if until_then else [],
        also=[note.words for note in form.done.also if holds(note.when, sent.codes)],
        twice="twice" in sent.marks,
    )


def options(question: Question) -> list[tuple[str, Option]]:
    """The question's options in display order: help by telephone first where the answers ask for it."""
    listed = list(question.options.items())
    return sorted(listed, key=lambda each: not each[1].by_telephone) if question.telephone_first else listed


def sections(form: Form, answers: Answers) -> list[FormSection]:
    """What was answered and what was left empty, page by page."""
    found = []
    for page in form.shown(answers):
        given = page.given(answers)
        rows = [(question, answer_in_words(question, answers)) for question in given.questions]
        answered = [(question, words) for question, words in rows if words]
        found.append(FormSection(given, answered, [question for question, words in rows if not words]))
    return found


def answer_in_words(question: Question, answers: Answers) -> str:
    """The answer as people read it: labels for codes, typed words as typed. Empty when there is no answer."""
    given = [answer for answer in answers.get(question.column, ()) if answer.strip()]
    if question.kind == "tick":
        return say("Yes") if given else ""
    if question.any and ANY in given:
        return question.any.label
    if question.kind == "slots":
        return slots_by_day(given)
    if question.kind == "date" and given and (day := typed_day(given[0])):
        return day_words(day)
    labels = {code: option.label for code, option in question.options.items()}
    if question.unsure:
        labels[UNSURE] = question.unsure
    others = [answer for answer in answers.get(f"{question.column}.other", ()) if answer.strip()]
    return "\n".join([labels.get(answer, answer) for answer in given] + others).strip()
