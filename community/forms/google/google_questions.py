"""One question as Google Forms asks it, and the words by which its answers are recognised."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

from community.forms.form_model import ANY, UNSURE, Option, Page, Question
from community.wording import as_labels, wording

Asked = Literal["text", "paragraph", "choice", "dropdown", "checkboxes", "grid"]
MOST_TO_SEE = 8
"""With more answers than this, one of them is chosen from a list that opens."""


@dataclass(frozen=True)
class GoogleQuestion:
    """One question of a Google form. `choices` and `rows` are (code, words); `part` tells a question's pieces apart.

    `key` is the question's name within its form; it does not change when the words do. `jumps`: code -> the section
    that follows this answer.
    """

    key: str
    column: str
    asked: Asked
    title: str
    help: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    rows: tuple[tuple[str, str], ...] = ()
    required: bool = False
    other: bool = False
    part: str = ""
    jumps: tuple[tuple[str, str], ...] = ()

    @property
    def headers(self) -> tuple[tuple[str, str], ...]:
        """(part, header) of each column in the tab of answers: a grid has one for each row."""
        return tuple((code, f"{self.title} [{words}]") for code, words in self.rows) or ((self.part, self.title),)


@dataclass(frozen=True)
class GoogleSection:
    """Questions shown together. `then` is the section that follows, empty for the next one; see SUBMIT."""

    key: str
    title: str
    help: str
    items: tuple[GoogleQuestion, ...]
    then: str = ""
    common: bool = field(default=True, compare=False)
    """Whether everybody comes here."""


def items(question: Question, *, variant: str = "") -> Iterator[GoogleQuestion]:
    """The questions of a Google form that ask for this column: one, or two if it has an "any time"."""
    key = f"{question.column}@{variant}" if variant else question.column
    help_text = "\n".join(_help(question))
    plain = GoogleQuestion(key, question.column, "text", question.label, help_text, required=question.required)
    match question.kind:
        case "long_text":
            yield replace(plain, asked="paragraph")
        case "tick":
            yield replace(plain, asked="checkboxes", title=question.name, choices=(("yes", question.label),))
        case "slots":
            if question.any:
                told = ((ANY, question.any.label),)
                yield GoogleQuestion(
                    f"{key}:any", question.column, "checkboxes", question.any.label, choices=told, part=ANY
                )
            parts, days = as_labels(wording().parts), wording().days
            yield replace(plain, asked="grid", choices=tuple(parts.items()), rows=tuple(days.items()))
        case "one" | "many":
            choices = tuple(_choices(question))
            single: Asked = "choice" if len(choices) <= MOST_TO_SEE or question.other else "dropdown"
            asked: Asked = "checkboxes" if question.kind == "many" else single
            yield replace(plain, asked=asked, choices=choices, other=question.other is not None)
        case _:
            yield plain


def choice(option: Option) -> str:
    """An option's words on Google's form. It has no room for hints under options, so the check is given in brackets."""
    return f"{option.label} ({option.check})" if option.check else option.label


def lead(page: Page) -> str:
    """The words above a page's questions."""
    return "\n".join(filter(None, [page.lead, page.errors.get("no_way_to_reach")]))


def _choices(question: Question) -> Iterator[tuple[str, str]]:
    yield from ((code, choice(option)) for code, option in question.options.items())
    if question.any:
        yield ANY, question.any.label
    if question.unsure:
        yield UNSURE, question.unsure


def _help(question: Question) -> Iterator[str]:
    if question.hint:
        yield question.hint
    yield from (f"{each.label}: {each.hint}" for each in question.options.values() if each.hint)
    if question.other:
        yield f"{question.other}: tick “Other” and write it there."
