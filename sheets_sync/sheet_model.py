"""The spreadsheet as it is at one moment: its tabs, our own among them, their columns and lines."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from community.tables.ids import check
from sheets_sync.line_before import Before
from sheets_sync.sheet_layout import BORN, FIRST, ID, LEFT, VERSION, Tab, header


@dataclass(frozen=True)
class SheetTab:
    """Any tab of the spreadsheet as it is now, ours or a person's. `marks`: place of a column (from 0) -> its field."""

    sheet_id: int
    title: str
    rows: int
    columns: int
    mark: str | None
    marks: Mapping[int, str]
    protections: tuple[Mapping[str, Any], ...] = ()
    form: str | None = None
    """The form whose answers these are, where the tab is marked so."""
    fresh: Mapping[str, int] = field(default_factory=dict)
    """Fields whose column was made again and is not filled yet, with the number of the mark that says so."""
    made: frozenset[str] = frozenset()
    """Tabs that were once made, as this one tells."""
    had: frozenset[str] = frozenset()
    """Fields that once had a column here, as this tab tells; none: it does not tell."""
    before: bool = False
    """Whether it holds the lines that the last write hit, as they were before it."""


@dataclass(frozen=True)
class SheetLine:
    """One row of the grid: its place (0 is the header's), and what its cells hold, by field, as they came."""

    place: int
    cells: Mapping[str, Any] = field(repr=False)

    def text(self, name: str) -> str:
        """A cell of ours that holds text: an id, a time, a hidden one."""
        found = self.cells.get(name)
        return "" if found is None else str(found).strip()


@dataclass
class FoundTab:
    """A tab of ours as it is now: its columns whatever they are called, and its lines where these were read."""

    tab: Tab
    sheet: SheetTab
    columns: Mapping[str, int]
    """Field -> column, from 0."""
    doubled: tuple[str, ...] = ()
    """Fields that two columns claim."""
    lines: list[SheetLine] = field(default_factory=list, repr=False)
    rows: int = 0
    """Rows of the grid, with the empty ones."""
    taken: int = 0
    """Rows that batches sent since the read have added lines to."""

    @property
    def sheet_id(self) -> int:
        """The tab's number for Google."""
        return self.sheet.sheet_id

    @property
    def title(self) -> str:
        """What people call it now."""
        return self.sheet.title

    @property
    def missing(self) -> tuple[str, ...]:
        """Fields whose column somebody deleted: while there are any, this tab stands still."""
        return tuple(name for name in self.tab.fields if name not in self.columns and not self._is_new(name))

    @property
    def new(self) -> tuple[str, ...]:
        """Fields that never had a column here: an earlier program, which did not know them, made the tab."""
        return tuple(name for name in self.tab.fields if name not in self.columns and self._is_new(name))

    def _is_new(self, name: str) -> bool:
        if self.sheet.mark is None:
            return False  # of a copy without marks nobody can tell
        if self.sheet.had:
            return name not in self.sheet.had
        # Made when tabs did not tell yet. The program's own columns were always there.
        return self.tab.kind in ("table", "view") and name not in (*FIRST, BORN, LEFT)

    @property
    def unmarked(self) -> tuple[str, ...]:
        """Fields found by their header alone."""
        return tuple(field for field, place in self.columns.items() if self.sheet.marks.get(place) != field)

    @property
    def fresh(self) -> Mapping[str, int]:
        """Fields whose column was made again and is not filled yet, with the number of the mark that says so."""
        return {name: mark for name, mark in self.sheet.fresh.items() if name in self.tab.fields}

    @property
    def is_ours(self) -> bool:
        """Whether it is ours, perhaps from a copied file, though it may bear no mark; not a person's of that name."""
        return self.sheet.mark is not None or all(name in self.columns for name in self.tab.fields[: len(FIRST)])


@dataclass
class SheetSnapshot:
    """The whole spreadsheet at one moment, as far as it concerns us."""

    number: int | None
    """N of the name `sync_N`; None: there is none, so nothing may be written."""
    guard: str | None
    tabs: dict[str, FoundTab]
    others: dict[str, list[list[Any]]] = field(repr=False)
    """The rows of tabs that are not ours, by title: Google's answer tabs are among them."""
    problems: tuple[str, ...] = ()
    zone: str = ""
    """The spreadsheet's own time zone: Google's time stamps have none."""
    locale: str = ""
    marks: Mapping[str, str] = field(default_factory=dict)
    """Title -> form of tabs that are marked as one form's answers."""
    leftover: tuple[str, ...] = ()
    """Ids of names `sync_` with a lower number, which the next write takes away."""
    lost: tuple[str, ...] = ()
    """Titles of tabs of the log that somebody deleted."""
    before: tuple[Before, ...] = field(default=(), repr=False)
    """The lines that the last write hit, as they were before it."""
    before_id: int | None = None
    """The tab that tells of them; None: there is none yet."""
    before_rows: int = 0
    """Rows of that tab that hold anything."""
    before_tells: bool = False
    """Whether it holds what the last write took out of the spreadsheet."""
    as_read: Mapping[tuple[str, int], Mapping[str, Any]] = field(default_factory=dict, repr=False)
    """(tab, place) -> what really stands on a line that is planned with as if a write had not missed."""
    unsettled: tuple[Before, ...] = field(default=(), repr=False)
    """Those of `before` that this sync sets right."""
    version: int = 0
    """Of the program that added tabs or columns last; 0: of one that did not say."""
    new: frozenset[str] = frozenset()
    """Tabs that were never made here: an earlier program, which did not know them, made the others."""
    looked: Mapping[str, Any] = field(default_factory=dict, repr=False)
    """What the first read said."""
    every: Sequence[SheetTab] = field(default=(), repr=False)
    """Every tab with cells, ours and others, as the first read told of it."""
    heads: Mapping[int, Sequence[Any]] = field(default_factory=dict, repr=False)
    """Id of a tab -> its first row."""

    @property
    def is_newer(self) -> bool:
        """Whether a newer program than this one added tabs or columns: then this one writes nothing."""
        return self.version > VERSION


def quoted(title: str) -> str:
    """A tab's name as A1 notation wants it."""
    return "'" + title.replace("'", "''") + "'"


def is_header(place: int, cells: Mapping[str, Any]) -> bool:
    """Whether these are headers. In the first line they are, whatever a person renamed them to, unless it has an id."""
    named = str(cells.get(ID, "")).strip()
    if place == 0:
        return check(named) is None and not str(cells.get(BORN, "")).startswith("{")
    if named:
        return _is_head(ID, named)
    return all(_is_head(name, str(cell).strip()) for name, cell in cells.items())


def _is_head(name: str, text: str) -> bool:
    return text.casefold() in (header(name).casefold(), name.casefold())
