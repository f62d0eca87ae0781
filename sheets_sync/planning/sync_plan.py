"""The parts of a plan: what goes into the book, and units for the sheet, each written whole or not at all."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

from community.book import STAYS, Arrival, Received
from community.places import Places
from sheets_sync.book_snapshot import Known
from sheets_sync.line_before import Before
from sheets_sync.sheet_model import SheetLine, SheetSnapshot
from sheets_sync.sync_outcome import Aside

Ref = tuple[str, str, str]
"""(tab, id, field)"""
Text = Mapping[str, str]
"""A line of ours: the text of each cell, by field."""


class Touched(NamedTuple):
    """A told cell that says something else than the log explains: whose it is, and both texts."""

    record: str
    field: str
    was: str
    now: str


@dataclass(frozen=True)
class Verdict:
    """What a person answered about a tab that was held."""

    choice: Literal["refuse", "take"]
    by: str
    action: str
    """The one action that all of it is, when it is taken."""
    lost: Mapping[str, frozenset[str]] = field(default_factory=dict, repr=False)
    """By field: what stands in no cell of the tab's lines any more, as it was pushed out below them."""
    gone: frozenset[str] = frozenset()
    """Records whose line was gone."""
    older: bool = False
    """Whether it is about an earlier version of the whole spreadsheet."""
    spared: frozenset[tuple[str, str]] = frozenset()
    """(record, field) of what was corrected while the tab was held: a refusal is not about these."""


class CellWrite(NamedTuple):
    """A cell of a line that is there: whose line it is meant to be, and the text it shall show."""

    tab: str
    place: int
    record: str
    field: str
    text: str


@dataclass
class Unit:
    """What is written together: rows that are added, cells that change, lines of the log that explain them."""

    name: str
    rows: list[tuple[str, Mapping[str, str]]] = field(default_factory=list, repr=False)
    """(tab, text by field)"""
    cells: list[CellWrite] = field(default_factory=list, repr=False)
    log: list[Arrival] = field(default_factory=list, repr=False)
    view: "ViewStep | None" = field(default=None, repr=False)
    new_rows: list[Received] = field(default_factory=list, repr=False)
    """Rows that the book takes in once the sheet has them."""
    new_changes: list[Arrival] = field(default_factory=list, repr=False)
    """Changes that the book takes in once the sheet has them."""
    lines: list[tuple[str, int, Mapping[str, Any]]] = field(default_factory=list, repr=False)
    """Lines that are given an id: (tab, place, told cells as they were read), to be looked at again afterwards."""
    blanked: bool = False
    back: bool = False
    """Whether it puts back what an earlier write hit by mistake."""
    nobodys: bool = False
    """Whether its lines shall have no number after the write."""
    filled: tuple[int, ...] = ()
    """Marks to be taken off columns that were empty because they were new."""


@dataclass(frozen=True)
class ViewStep:
    """One thing that is done to a view: lines written over those from a place on, put in before it, or taken out."""

    tab: str
    place: int
    kind: Literal["delete", "insert", "over"]
    lines: tuple[Text, ...] = field(default=(), repr=False)
    """Whole lines: a field without a text is emptied."""
    count: int = 0
    """Lines that are taken out."""


@dataclass
class Miss:
    """A write that hit another line than it meant."""

    one: Before
    back: set[int] = field(default_factory=set)
    """Places of the lines that are put back."""
    forward: set[tuple[str, int, str]] = field(default_factory=set)
    """(tab, place, field) of cells that wait for what was meant for them."""


@dataclass
class Plan:
    """What one sync does."""

    erasures: list[Received] = field(default_factory=list, repr=False)
    rows: list[Received] = field(default_factory=list, repr=False)
    changes: list[Arrival] = field(default_factory=list, repr=False)
    """These three are in the sheet and not in the book yet."""
    units: list[Unit] = field(default_factory=list, repr=False)
    seen: set[tuple[str, str]] = field(default_factory=set, repr=False)
    """(tab, id) of what was read back."""
    missing: set[tuple[str, str]] = field(default_factory=set)
    """(tab, id) of what was read back once and is not there now."""
    aside: list[Aside] = field(default_factory=list)
    typed: set[str] = field(default_factory=set)
    """Marks of lines without an id, to be known again at the next read."""


@dataclass
class Work:
    """What planning stands on, and the plan it fills."""

    sheet: SheetSnapshot
    known: Known
    now: str
    places: Places
    push: bool
    pull: bool
    is_formula: Mapping[Ref, bool] = field(default_factory=dict)
    """Of cells that were looked at once more: whether they hold a formula."""
    look_at: set[Ref] = field(default_factory=set)
    """Cells that the sheet corrects once more: is it a person, or a formula?"""
    mended: set[tuple[str, int]] = field(default_factory=set)
    """(tab, place) of lines that are nobody's and that this plan takes our own words off."""
    unwritten: set[tuple[str, int, str]] = field(default_factory=set)
    """(tab, place, field) of cells that a write was meant for and missed: they are taken to say what the log says."""
    missed: list[Miss] = field(default_factory=list, repr=False)
    """Writes that hit another line than they meant."""
    tidy: bool = False
    """Whether the copies that the last write left must go, though nothing else is to be written."""
    plan: Plan = field(default_factory=Plan)
    log: dict[str, Arrival] = field(default_factory=dict, repr=False)
    """The log of the sheet, by id; in the book's wording where the book has it."""
    as_written: dict[str, Arrival] = field(default_factory=dict, repr=False)
    """By id: changes that the book has blanked since, as the sheet still tells them."""
    log_of: dict[tuple[str, str], list[Arrival]] = field(default_factory=dict, repr=False)
    """The same by table and record."""
    erased: set[tuple[str, str]] = field(default_factory=set)
    current: dict[str, dict[str, dict[str, Any]]] = field(default_factory=dict, repr=False)
    """By table and id: every row as it will stand after this sync."""
    carried: set[str] = field(default_factory=set)
    """Ids of changes that a unit carries already."""
    problems: list[str] = field(default_factory=list)
    """What is wrong with the spreadsheet, and how to mend it."""
    blocked: set[tuple[str, str]] = field(default_factory=set)
    """(table, record) whose changes wait: their line is in a tab that stands still, or is missing."""

    stopped: set[str] = field(default_factory=set)
    """Tabs that stand still."""
    held: frozenset[str] = frozenset()
    """Those of them that a person is asked about."""
    verdicts: Mapping[str, Verdict] = field(default_factory=dict, repr=False)
    """What was answered about the others, by table."""
    torn: set[str] = field(default_factory=set)
    """Those of them whose rows are torn apart."""
    touched: dict[str, list[Touched]] = field(default_factory=dict, repr=False)
    slipped: dict[str, set[str]] = field(default_factory=dict, repr=False)
    """By tab, records whose line was typed over, emptied or pushed sideways."""
    """By table: cells that a person typed into, so it seems."""
    nobody: dict[str, list[SheetLine]] = field(default_factory=dict, repr=False)
    """By table: lines that are nobody's."""
    unreadable: bool = False
    """Whether a column of the log is empty that this book can't fill: then nothing can be judged."""

    def refuses_cell(self, table: str, record: str, field: str) -> bool:
        """Whether what was typed into this cell is not believed."""
        return self.refuses(table) and (record, field) not in self.verdicts[table].spared

    def refuses(self, table: str) -> bool:
        """Whether what was typed into this tab is not believed: the book's values are written back."""
        return table in self.verdicts and self.verdicts[table].choice == "refuse"

    def takes(self, table: str) -> bool:
        """Whether all that was typed into this tab is believed, as a person answered."""
        return table in self.verdicts and self.verdicts[table].choice == "take"

    def is_gone(self, table: str, record: str) -> bool:
        """Whether the record was erased and is to vanish. An organisation stays, without its people."""
        return table not in STAYS and (table, record) in self.erased

    def fill_columns(self) -> None:
        """Columns that were made again are filled once everything before is written."""
        for name, found in self.sheet.tabs.items():
            if found.fresh and not found.missing and name not in self.stopped:
                self.plan.units.append(Unit(f"columns of {name}", filled=tuple(found.fresh.values())))

    def aside(self, tab: str, line: SheetLine | None, record: str | None, why: str) -> None:
        """Show it to a person."""
        self.plan.aside.append(Aside(tab, None if line is None else line.place + 1, record, why))
