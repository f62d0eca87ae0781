"""What a column is: its kind, meaning, class, audience and keeping. A table is a letter and its columns."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from community.tables.roles import Role

Kind = Literal["text", "long_text", "code", "codes", "date", "time", "integer", "number", "yes_no", "ref", "refs"]
Personal = Literal["no", "personal", "special"]
Origin = Literal["told", "decided"]

ANY_TABLE = "any table"
"""What a reference leads to that may name a record of every kind."""


@dataclass(frozen=True)
class Keep:
    """How long a value is kept: so many months after an event, or without end when nothing in it is about a person."""

    months: int | None
    after: str

    def __str__(self) -> str:
        return self.after if self.months is None else f"{self.months} months after {self.after}"


ALWAYS = Keep(None, "kept: it is about nobody")
AFTER_REQUEST = Keep(24, "the request was closed, or nobody came back to it")
AFTER_NEED = Keep(24, "the need was closed")
AFTER_LEAVING = Keep(12, "the volunteer left, or was last in touch")
AFTER_LAST_HELP = Keep(24, "the resident last asked or was helped")
AFTER_CHECK = Keep(6, "the check was recorded")
AFTER_CONCERN = Keep(72, "the concern was closed")
WHILE_LISTED = Keep(6, "the organisation withdrew, or nobody decided about it")


@dataclass(frozen=True)
class Column:
    """One column. `personal`, `see` and `keep` have no default on purpose: None means undecided, and a test refuses that."""

    name: str
    kind: Kind
    means: str
    personal: Personal | None = None
    see: frozenset[Role] | None = None
    keep: Keep | None = None
    origin: Origin = "told"
    words: tuple[str, ...] | None = None
    """The vocabulary of a code or codes; None when a community's settings hold it. Words outside are kept and flagged."""
    refers_to: str | None = None
    """The table whose ids a `ref` or `refs` holds, or ANY_TABLE."""
    released: bool = False
    """Told to the matched volunteer once they accept, and not before."""
    public: bool = False
    """Printed on the public site once the record is approved."""


@dataclass(frozen=True)
class Table:
    """One table of the book."""

    name: str
    letter: str
    means: str
    columns: tuple[Column, ...]
    sheet: bool = True
    by_name: Mapping[str, Column] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index the columns by name."""
        object.__setattr__(self, "by_name", {c.name: c for c in self.columns})

    def __getitem__(self, name: str) -> Column:
        return self.by_name[name]
