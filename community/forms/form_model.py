"""The model of a form: its pages, the kinds of questions on them, and the column that each question fills."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from community.settings import Group
from community.tables.roles import Role

Kind = Literal[
    "text",
    "name",
    "telephone",
    "email",
    "postcode",
    "website",
    "date",
    "number",
    "long_text",
    "one",
    "many",
    "slots",
    "tick",
]
Code = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
Given = dict[str, str]
"""Column -> answer: holds when each of these answers was given."""
Answers = Mapping[str, Sequence[str]]
"""Field name -> what was posted for it, as it was typed."""

TYPED: frozenset[Kind] = frozenset(
    {"text", "name", "telephone", "email", "postcode", "website", "date", "number", "long_text"}
)
CHOSEN: frozenset[Kind] = frozenset({"one", "many", "slots"})
UNSURE, ANY = "unsure", "any"


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Option(_Part):
    """One answer to choose. `check` is the DBS check that it requires and `why` the reason, both in plain words."""

    label: str
    hint: str | None = None
    check: str | None = None
    why: str | None = None
    by_telephone: bool = False
    group: Group | None = None
    """The kind of help that a task type belongs to."""


class Anything(_Part):
    """The answer `any time`. It stores nothing (a need fits any time) or every word (somebody is always free)."""

    label: str
    stores: Literal["nothing", "all"]


class InsteadPage(_Part):
    """Other words for a question when certain answers were given before."""

    when: Given
    label: str | None = None
    hint: str | None = None
    short: str | None = None
    autocomplete: str | None = None
    telephone_first: bool = False


class Added(_Part):
    """The class, audience and keeping of a question that a community added (`extra.NAME`)."""

    personal: Literal["no", "personal", "special"]
    see: tuple[Role, ...] = Field(min_length=1)
    keep_months: int = Field(ge=1)
    keep_after: str

    @property
    def kept(self) -> str:
        """How long its answer is kept, in words."""
        return f"{self.keep_months} months after {self.keep_after}"


class Question(_Part):
    """One question: the column it fills, how it is asked, and the error when it is empty."""

    column: Annotated[str, Field(pattern=r"^(extra\.)?[a-z][a-z0-9_]*$")]
    kind: Kind
    label: str
    short: str | None = None
    hint: str | None = None
    options: dict[str, Option] = {}
    any: Anything | None = None
    unsure: str | None = None
    other: str | None = None
    required: bool = False
    required_with: str | None = None
    """A column of the same page: where that is filled, this is asked for too. "I’m not sure" is an answer."""
    errors: dict[Code, str] = {}
    flag_empty: Code | None = None
    autocomplete: str | None = None
    narrow: bool = False
    telephone_first: bool = False
    checks: str | None = None
    """What is said about the checks that the options lead to, where they are explained."""
    instead: tuple[InsteadPage, ...] = ()
    added: Added | None = None

    @property
    def is_free(self) -> bool:
        """Whether people answer in their own sentences."""
        return self.kind in ("text", "long_text")

    @property
    def fields(self) -> tuple[str, ...]:
        """The names under which a browser sends the answer."""
        return (self.column, f"{self.column}.other") if self.other else (self.column,)

    @property
    def name(self) -> str:
        """A short name for the answer."""
        return self.short or self.label

    def given(self, answers: Answers) -> "Question":
        """The question, worded to fit the answers so far."""
        for variant in self.instead:
            if holds(variant.when, answers):
                return self.model_copy(update=variant.model_dump(exclude={"when"}, exclude_defaults=True))
        return self


class Page(_Part):
    """Questions asked together. With `show_if` or `hide_if`, only when those answers were given before."""

    page: Code
    title: str
    instead: tuple["PageInstead", ...] = ()
    lead: str | None = None
    show_if: Given = {}
    hide_if: Given = {}
    one_of: tuple[str, ...] = ()
    errors: dict[Code, str] = {}
    questions: tuple[Question, ...] = Field(min_length=1)

    def shown(self, answers: Answers) -> bool:
        """Whether the page is asked, given the answers so far."""
        return holds(self.show_if, answers) and not (self.hide_if and holds(self.hide_if, answers))

    def given(self, answers: Answers) -> "Page":
        """The page and its questions, worded to fit the answers so far."""
        words: dict[str, object] = {"questions": tuple(q.given(answers) for q in self.questions)}
        for variant in self.instead:
            if holds(variant.when, answers):
                words |= variant.model_dump(exclude={"when"}, exclude_none=True)
                break
        return self.model_copy(update=words)


class PageInstead(_Part):
    """Other words for a page when certain answers were given before."""

    when: Given
    title: str | None = None
    lead: str | None = None


class Raise(_Part):
    """A flag that certain answers raise, unless certain others were given."""

    flag: Code
    when: Given
    unless: Given = {}
    filled: str | None = None
    """Only where this column was answered."""


class Also(_Part):
    """Words for the last page that only some need."""

    when: Given
    words: str


class DonePage(_Part):
    """What the last page says besides the promise.

    It is drawn from the reference, the time and the options chosen in the columns of `depends_on`: nothing personal.
    """

    title: str
    next: tuple[str, ...]
    by_itself: str | None = None
    """What stands in place of by when we answer: nobody answers this form, the program does."""
    depends_on: tuple[str, ...] = ()
    also: tuple[Also, ...] = ()
    instead: tuple["DoneInstead", ...] = ()

    def given(self, answers: Answers) -> "DonePage":
        """The last page, worded to fit the answers."""
        for variant in self.instead:
            if holds(variant.when, answers):
                return self.model_copy(update={"title": variant.title, "next": variant.next})
        return self


class DoneInstead(_Part):
    """Another title and other next steps when certain answers were given."""

    when: Given
    title: str
    next: tuple[str, ...]


class Form(_Part):
    """A whole form and the table it fills."""

    form: Code
    table: str
    status: Code
    fills: Given = {}
    """Columns that are the same for all who send it, and not asked."""
    title: str
    lead: str
    note: str | None = None
    minutes: int = Field(ge=1, le=10)
    button: str
    privacy: str
    done: DonePage
    pages: tuple[Page, ...] = Field(min_length=1)
    flags: tuple[Raise, ...] = ()
    only_here: bool = False
    """Asked on our own site only, never by Google's: its address names a record, or Google may not see what is told."""
    needs_email: bool = False
    """What follows goes by email with a link in it, so without these the form is off."""
    cannot_wait: bool = False
    """The sender may need help before we answer, so it says who else can be reached meanwhile."""

    @cached_property
    def questions(self) -> dict[str, Question]:
        """Column -> question, in the order they are asked."""
        return {q.column: q for page in self.pages for q in page.questions}

    def page(self, name: str) -> Page | None:
        """The page of that name, or None."""
        return next((p for p in self.pages if p.page == name), None)

    def shown(self, answers: Answers) -> list[Page]:
        """The pages that are asked, given the answers so far."""
        return [p for p in self.pages if p.shown(answers)]

    def asked(self, answers: Answers) -> Iterator[Question]:
        """The questions that are asked, given the answers so far."""
        for page in self.shown(answers):
            yield from page.questions


def holds(condition: Mapping[str, str], answers: Answers) -> bool:
    """Whether each of these answers was given."""
    return all(value in answers.get(column, ()) for column, value in condition.items())


Page.model_rebuild()
