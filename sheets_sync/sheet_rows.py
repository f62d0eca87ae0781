"""What two reads say: our tabs wherever they were moved, their columns whatever they are called now, line by line."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from community.errors import UserFacingError
from community.tables.ids import check
from sheets_sync import line_before
from sheets_sync import sheet_structure as shapes
from sheets_sync.line_before import Before
from sheets_sync.sheet_layout import BEFORE_ID, BORN, LOGS, Tab, header
from sheets_sync.sync_errors import LogGone, NotInStep


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
class FoundRows:
    """A tab of ours, as it is now."""

    tab: Tab
    sheet_id: int
    title: str
    columns: dict[str, int]
    lines: list[SheetLine] = field(repr=False)
    rows: int = 0
    """Rows of the grid, with the empty ones."""
    taken: int = 0
    """Rows that batches sent since the read have added lines to."""
    missing: tuple[str, ...] = ()
    """Fields without a column: while there are any, this tab stands still."""
    fresh: Mapping[str, int] = field(default_factory=dict)
    """Fields whose column was made again and is not filled yet, with the number of the mark that says so."""


@dataclass
class SheetRows:
    """The whole spreadsheet at one moment, as far as it concerns us."""

    number: int | None
    """N of the name `sync_N`; None: there is none, so nothing may be written."""
    guard: str | None
    tabs: dict[str, FoundRows]
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


@dataclass(frozen=True)
class Shape:
    """What the first read says: which sheet is which tab, and which columns are marked."""

    number: int | None
    guard: str | None
    ours: Mapping[str, shapes.SheetStructure]
    titles: tuple[str, ...]
    problems: tuple[str, ...]
    zone: str = ""
    locale: str = ""
    marks: Mapping[str, str] = field(default_factory=dict)
    leftover: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    before: shapes.SheetStructure | None = None


def shape(looked: Mapping[str, Any], tabs: Sequence[Tab], *, hosted: bool = False) -> Shape:
    """Find our tabs by their marks, else by their titles."""
    again = _AGAIN[hosted]
    there = shapes.sheets(looked)
    ours: dict[str, shapes.SheetStructure] = {}
    problems: list[str] = []
    deleted = shapes.deleted(tabs, there)
    for tab in tabs:
        found = shapes.candidate(tab, there)
        if not found:
            told = tab in deleted and tab.kind != "view"
            problems.append((_DELETED if told else _NOT_MADE).format(title=tab.title, again=again))
            continue
        ours[tab.name] = found[0]
        if len(found) > 1:
            problems.append(f"There are two tabs for {tab.title}: {found[0].title!r} is used.")
    number, guards = shapes.guard(looked)
    if number is None:
        problems.append(f"The mark sync_0 is missing. {again} makes it again.")
    own = looked.get("properties", {})
    return Shape(
        number,
        guards[0] if guards else None,
        ours,
        tuple(each.title for each in there),
        tuple(problems),
        str(own.get("timeZone", "")),
        str(own.get("locale", "")),
        {each.title: each.form for each in there if each.form},
        tuple(reversed(guards[1:])),
        tuple(tab.title for tab in deleted if tab.name in LOGS),
        # A person's copy of it is another tab, called by a longer name.
        min(
            (each for each in there if each.before),
            key=lambda each: (each.sheet_id != BEFORE_ID, len(each.title)),
            default=None,
        ),
    )


_NOT_MADE = "The tab {title} is missing. {again} makes it."
_AGAIN = {
    False: "`python start.py sheets_sync provision`",
    True: "“Reboot app” (share.streamlit.io, the three dots beside the app)",
}
"""What makes tabs and columns again: a command, or what can be done where the app is hosted."""
_DELETED = (
    "The tab {title} was deleted, so it stands still and nothing of it is judged. Open the spreadsheet: File, Version "
    "history, and restore a version that has it."
)


def quoted(title: str) -> str:
    """A tab's name as A1 notation wants it."""
    return "'" + title.replace("'", "''") + "'"


def sheet(found: Shape, tabs: Sequence[Tab], values: Sequence[list[list[Any]]], *, hosted: bool = False) -> SheetRows:
    """The spreadsheet, from both reads; `values` are the rows of `found.titles`, in their order."""
    rows = dict(zip(found.titles, values, strict=True))
    problems = list(found.problems)
    ours: dict[str, FoundRows] = {}
    for tab in tabs:
        if tab.name not in found.ours:
            continue
        seen = found.ours[tab.name]
        cells = rows.get(seen.title, [])
        placed = shapes.found(tab, seen, cells[0] if cells else [])
        if not shapes.is_ours(placed):
            problems.append(
                f"A tab of your own is called {seen.title}. Give it another name; then {_AGAIN[hosted]} makes ours."
            )
            continue
        ours[tab.name] = one = _tab(placed, cells)
        problems += [
            f"The column {header(name)} of the tab {one.title} is missing, so this tab stands still."
            f" {_AGAIN[hosted]} adds it again; nothing is lost."
            for name in one.missing
        ]
    titles = {each.title for each in ours.values()} | ({found.before.title} if found.before else set())
    before = rows[found.before.title] if found.before else []
    others = {title: cells for title, cells in rows.items() if title not in titles}
    return SheetRows(
        found.number,
        found.guard,
        ours,
        others,
        tuple(problems),
        found.zone,
        found.locale,
        found.marks,
        found.leftover,
        found.lost,
        line_before.read(before, found.number),
        found.before.sheet_id if found.before else None,
        len(before),
    )


def why_not_ready(sheet_: SheetRows) -> UserFacingError | None:
    """Why nothing of this spreadsheet can be judged, in words; None when it can."""
    said = " ".join(sheet_.problems[:3])
    if sheet_.lost:
        return LogGone(sheet_.lost)
    if any(name not in sheet_.tabs for name in LOGS) or sheet_.guard is None:
        return NotInStep(f"The spreadsheet is not ready. {said}")
    for name in LOGS:
        if sheet_.tabs[name].missing:
            return NotInStep(f"The tab {name} is not whole, so nothing can be judged. {said}")
    return None


def _tab(placed: shapes.FoundStructure, rows: Sequence[Sequence[Any]]) -> FoundRows:
    columns = dict(placed.places)
    lines = []
    for place, row in enumerate(rows):
        cells = {name: row[at] for name, at in columns.items() if at < len(row) and row[at] not in ("", None)}
        # Wherever a person's sorting put it, the line of headers is none of the rows.
        if cells and not is_header(place, cells):
            lines.append(SheetLine(place, cells))
    seen = placed.sheet
    return FoundRows(
        placed.tab,
        seen.sheet_id,
        seen.title,
        columns,
        lines,
        seen.rows,
        0,
        placed.missing,
        {name: mark for name, mark in seen.fresh.items() if name in placed.tab.fields},
    )


def is_header(place: int, cells: Mapping[str, Any]) -> bool:
    """Whether these are headers. In the first line they are, whatever a person renamed them to, unless it has an id."""
    named = str(cells.get("id", "")).strip()
    if place == 0:
        return check(named) is None and not str(cells.get(BORN, "")).startswith("{")
    if named:
        return _is_head("id", named)
    return all(_is_head(name, str(cell).strip()) for name, cell in cells.items())


def _is_head(name: str, text: str) -> bool:
    return text.casefold() in (header(name).casefold(), name.casefold())
