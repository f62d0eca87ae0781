"""What two reads say: our tabs wherever they were moved, their columns whatever they are called now, line by line."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from community.tables.ids import check
from sheets_sync.layout import ANSWERS_KEY, BORN, COLUMN_KEY, FRESH_KEY, GUARD, TAB_KEY, Tab, header

_GUARD = re.compile(rf"{GUARD}(\d+)")


@dataclass(frozen=True)
class Line:
    """One row of the grid: its place (0 is the header's), and what its cells hold, by field, as they came."""

    place: int
    cells: Mapping[str, Any] = field(repr=False)

    def text(self, name: str) -> str:
        """A cell of ours that holds text: an id, a time, a hidden one."""
        found = self.cells.get(name)
        return "" if found is None else str(found).strip()


@dataclass
class Found:
    """A tab of ours, as it is now."""

    tab: Tab
    sheet_id: int
    title: str
    columns: dict[str, int]
    lines: list[Line] = field(repr=False)
    rows: int = 0
    """Rows of the grid, with the empty ones."""
    taken: int = 0
    """Rows that batches sent since the read have added lines to."""
    missing: tuple[str, ...] = ()
    """Fields without a column: while there are any, this tab stands still."""
    fresh: Mapping[str, int] = field(default_factory=dict)
    """Fields whose column was made again and is not filled yet, with the number of the mark that says so."""


@dataclass
class Sheet:
    """The whole spreadsheet at one moment, as far as it concerns us."""

    number: int | None
    """N of the name `sync_N`; None: there is none, so nothing may be written."""
    guard: str | None
    tabs: dict[str, Found]
    others: dict[str, list[list[Any]]] = field(repr=False)
    """The rows of tabs that are not ours, by title: Google's answer tabs are among them."""
    problems: tuple[str, ...] = ()
    zone: str = ""
    """The spreadsheet's own time zone: Google's time stamps have none."""
    locale: str = ""
    marks: Mapping[str, str] = field(default_factory=dict)
    """Title -> form of tabs that are marked as one form's answers."""


@dataclass(frozen=True)
class Shape:
    """What the first read says: which sheet is which tab, and which columns are marked."""

    number: int | None
    guard: str | None
    ours: Mapping[str, Mapping[str, Any]]
    titles: tuple[str, ...]
    problems: tuple[str, ...]
    zone: str = ""
    locale: str = ""
    marks: Mapping[str, str] = field(default_factory=dict)


def shape(looked: Mapping[str, Any], tabs: Sequence[Tab]) -> Shape:
    """Find our tabs by their marks, else by their titles."""
    sheets = [each for each in looked.get("sheets", []) if each["properties"].get("sheetType", "GRID") == "GRID"]
    ours: dict[str, Mapping[str, Any]] = {}
    problems: list[str] = []
    for tab in tabs:
        marked = [each for each in sheets if _mark(each.get("developerMetadata", []), TAB_KEY) == tab.name]
        if len(marked) > 1:
            # A copied tab carries the mark of the first. The one that kept the name is ours, else the older.
            marked.sort(key=lambda each: (each["properties"]["title"] != tab.title, each["properties"].get("index", 0)))
            problems.append(f"There are two tabs for {tab.title}: {marked[0]['properties']['title']!r} is used.")
        found = marked or [each for each in sheets if each["properties"]["title"] == tab.title]
        if found:
            ours[tab.name] = found[0]
        else:
            problems.append(f"The tab {tab.title} is missing. `python -m sheets_sync provision` makes it again.")
    numbers = [
        (int(match[1]), str(each["namedRangeId"]))
        for each in looked.get("namedRanges", [])
        if (match := _GUARD.fullmatch(each["name"]))
    ]
    number, guard = max(numbers, default=(None, None))
    if number is None:
        problems.append("The mark sync_0 is missing. `python -m sheets_sync provision` makes it again.")
    titles = tuple(str(each["properties"]["title"]) for each in sheets)
    own = looked.get("properties", {})
    marks = {each["properties"]["title"]: _mark(each.get("developerMetadata", []), ANSWERS_KEY) for each in sheets}
    return Shape(
        number,
        guard,
        ours,
        titles,
        tuple(problems),
        str(own.get("timeZone", "")),
        str(own.get("locale", "")),
        {title: name for title, name in marks.items() if name},
    )


def quoted(title: str) -> str:
    """A tab's name as A1 notation wants it."""
    return "'" + title.replace("'", "''") + "'"


def sheet(found: Shape, tabs: Sequence[Tab], values: Sequence[list[list[Any]]]) -> Sheet:
    """The spreadsheet, from both reads; `values` are the rows of `found.titles`, in their order."""
    rows = dict(zip(found.titles, values, strict=True))
    problems = list(found.problems)
    ours: dict[str, Found] = {}
    for tab in tabs:
        if tab.name in found.ours:
            ours[tab.name] = _tab(tab, found.ours[tab.name], rows)
            problems += [
                f"The column {header(name)} of the tab {ours[tab.name].title} is missing, so this tab stands still."
                " `python -m sheets_sync provision` adds it again; nothing is lost."
                for name in ours[tab.name].missing
            ]
    titles = {each.title for each in ours.values()}
    others = {title: cells for title, cells in rows.items() if title not in titles}
    return Sheet(found.number, found.guard, ours, others, tuple(problems), found.zone, found.locale, found.marks)


def _tab(tab: Tab, seen: Mapping[str, Any], values: Mapping[str, list[list[Any]]]) -> Found:
    title = str(seen["properties"]["title"])
    rows = values.get(title, [])
    columns = _columns(tab, seen, rows[0] if rows else [])
    heads = {name: {header(name).casefold(), name.casefold()} for name in columns}
    lines = []
    for place, row in enumerate(rows):
        cells = {name: row[at] for name, at in columns.items() if at < len(row) and row[at] not in ("", None)}
        # Wherever a person's sorting put it, the line of headers is none of the rows.
        if cells and not _is_header(place, cells, heads):
            lines.append(Line(place, cells))
    grid = seen["properties"].get("gridProperties", {})
    return Found(
        tab,
        int(seen["properties"].get("sheetId", 0)),
        title,
        columns,
        lines,
        int(grid.get("rowCount", 0)),
        0,
        tuple(name for name in tab.fields if name not in columns),
        _fresh(tab, seen),
    )


def _columns(tab: Tab, seen: Mapping[str, Any], first: Sequence[Any]) -> dict[str, int]:
    """Where each field's column is: by its mark, else by its header."""
    columns: dict[str, int] = {}
    for part in seen.get("data", []):
        for at, each in enumerate(part.get("columnMetadata", []), start=part.get("startColumn", 0)):
            name = _mark(each.get("developerMetadata", []), COLUMN_KEY)
            if name in tab.fields:
                columns.setdefault(name, at)
    taken = set(columns.values())
    for at, cell in enumerate(first):
        words = str(cell).strip().casefold()
        for name in tab.fields:
            if name not in columns and at not in taken and words in (header(name).casefold(), name.casefold()):
                columns[name] = at
                taken.add(at)
    return columns


def _fresh(tab: Tab, seen: Mapping[str, Any]) -> dict[str, int]:
    marks = [
        mark
        for part in seen.get("data", [])
        for each in part.get("columnMetadata", [])
        for mark in each.get("developerMetadata", [])
        if mark.get("metadataKey") == FRESH_KEY and mark.get("metadataValue") in tab.fields
    ]
    return {str(mark["metadataValue"]): int(mark["metadataId"]) for mark in marks}


def _is_header(place: int, cells: Mapping[str, Any], heads: Mapping[str, set[str]]) -> bool:
    """Whether these are headers. In the first line they are, whatever a person renamed them to, unless it has an id."""
    named = str(cells.get("id", "")).strip()
    if place == 0:
        return check(named) is None and not str(cells.get(BORN, "")).startswith("{")
    if named:
        return named.casefold() in heads["id"]
    return all(str(cell).strip().casefold() in heads[name] for name, cell in cells.items())


def _mark(marks: Sequence[Mapping[str, Any]], key: str) -> str:
    return next((str(each.get("metadataValue", "")) for each in marks if each.get("metadataKey") == key), "")
