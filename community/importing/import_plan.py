"""What a list would bring: for each of its rows what becomes of it, and why. Nothing is written."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from dataclasses import field as hidden
from enum import StrEnum

from community.book import Append
from community.identity import Fact
from community.importing.column_guess import ColumnGuess
from community.importing.list_kinds import ListKind
from community.importing.list_layout import ListTable
from community.importing.row_troubles import RowTrouble, Trouble


class Fate(StrEnum):
    """What becomes of a row. Every row of a list has one, so that their sum is the length of the list."""

    BROUGHT_IN = "brought_in"
    CORRECTED = "corrected"
    """It is in the book from an earlier list, and this one says something else."""
    RECOGNISED = "recognised"
    """It is in the book already, or stands twice in the list, and nothing is changed."""
    SET_ASIDE = "set_aside"
    """It is not taken in. It goes into the file of rows to look at."""


class WhyAside(StrEnum):
    """Why a row is set aside, as a code; `ASIDE_WORDS` says it."""

    SAYS_NOTHING = "says_nothing"
    SAME_IN_LIST = "same_in_list"
    ERASED = "erased"
    LEFT_OUT = "left_out"
    NO_VOLUNTEER = "no_volunteer"
    NO_RESIDENT = "no_resident"
    WHICH_VOLUNTEER = "which_volunteer"
    WHICH_RESIDENT = "which_resident"
    KEPT_APART = "avoid_each_other"
    GONE = "gone"
    KNOWN_HERE = "known_here"
    REFUSED_BEFORE = "refused_before"
    HAS_DIED = "has_died"


ASIDE_WORDS: dict[WhyAside, str] = {
    WhyAside.SAYS_NOTHING: "It names nobody and gives no way to get in touch.",
    WhyAside.SAME_IN_LIST: "The same person stands further up, with other answers. Put the two rows together.",
    WhyAside.ERASED: "What it says was erased from the book, and is not taken in again.",
    WhyAside.LEFT_OUT: "You left it out.",
    WhyAside.NO_VOLUNTEER: "No volunteer in the book is called that. Bring in the volunteers first.",
    WhyAside.NO_RESIDENT: "No resident in the book is called that. Bring in the residents first.",
    WhyAside.WHICH_VOLUNTEER: "Several volunteers may be meant. Give the number in the book, or the telephone number.",
    WhyAside.WHICH_RESIDENT: "Several residents may be meant. Give the number in the book, or the telephone number.",
    WhyAside.KNOWN_HERE: "Somebody of this household is in the book already: they are not rung as strangers.",
    WhyAside.REFUSED_BEFORE: "They said that they want nothing from us. Nobody rings there again.",
    WhyAside.GONE: "One of the two has died, moved away or left, the book says.",
    WhyAside.HAS_DIED: "The list says that they have died. If they are in the book, write it down on their page.",
    WhyAside.KEPT_APART: "The two are never to be matched, the book says.",
}


@dataclass(frozen=True)
class CorrectedField:
    """One field that the list puts right: what the book says, and what the list says."""

    field: str
    was: object = hidden(repr=False)
    now: object = hidden(repr=False)


@dataclass(frozen=True)
class LikelyDouble:
    """Somebody in the book, or in a row further up, who may be the same."""

    record_id: str | None
    row: int | None
    name: str | None = field(repr=False)
    same: tuple[Fact, ...]


@dataclass(frozen=True)
class PlannedRow:
    """One row of the list, and what becomes of it."""

    number: int
    fate: Fate
    name: str | None = field(repr=False)
    record_id: str | None = None
    """The record that it becomes, or already is."""
    appends: tuple[Append, ...] = field(default=(), repr=False)
    corrected: tuple[CorrectedField, ...] = field(default=(), repr=False)
    troubles: tuple[RowTrouble, ...] = ()
    doubles: tuple[LikelyDouble, ...] = ()
    repeats: int | None = None
    """The row further up that says the same."""
    why: WhyAside | None = None

    @property
    def to_look_at(self) -> bool:
        """Whether a person should look at the row."""
        return bool(self.fate == Fate.SET_ASIDE or self.troubles or self.doubles)

    @property
    def why_aside(self) -> str:
        """Why it is set aside, in words; empty where it is not."""
        return ASIDE_WORDS[self.why] if self.why else ""


@dataclass(frozen=True)
class ImportPlan:
    """A list, and what becomes of each of its rows, in their order."""

    kind: ListKind
    file: str
    read_as: str
    table: ListTable = field(repr=False)
    guesses: tuple[ColumnGuess, ...]
    rows: tuple[PlannedRow, ...] = field(repr=False)
    other_sheets: tuple[str, ...] = ()
    withheld: tuple[str, ...] = ()
    """Columns about health that stay out until somebody says that they may be kept."""

    @property
    def counts(self) -> Mapping[Fate, int]:
        """How many rows there are of each fate."""
        found = Counter(row.fate for row in self.rows)
        return {fate: found[fate] for fate in Fate}

    @property
    def troubles(self) -> list[tuple[str | None, Trouble, list[int]]]:
        """Everything that is odd, by column, with the rows in which it is: the most frequent first."""
        found: dict[tuple[str | None, Trouble], list[int]] = {}
        for row in self.rows:
            for each in row.troubles:
                found.setdefault((each.header, each.trouble), []).append(row.number)
        return sorted(
            ((header, trouble, numbers) for (header, trouble), numbers in found.items()), key=lambda each: -len(each[2])
        )
