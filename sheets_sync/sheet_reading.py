"""Reads the spreadsheet: our tabs and columns wherever people moved them, by their marks and then by their names."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from community.errors import UserFacingError
from sheets_sync import line_before
from sheets_sync.grid_requests import letters
from sheets_sync.planning import Ref
from sheets_sync.sheet_layout import (
    ANSWERS_KEY,
    BEFORE_ID,
    BEFORE_KEY,
    COLUMN_KEY,
    FIRST_MADE,
    FRESH_KEY,
    GUARD,
    HAD_KEY,
    ID,
    LOGS,
    MADE_KEY,
    TAB_KEY,
    VERSION_KEY,
    Tab,
    by_header,
    header,
)
from sheets_sync.sheet_model import FoundTab, SheetLine, SheetSnapshot, SheetTab, is_header, quoted
from sheets_sync.sheets_service import Service
from sheets_sync.sync_errors import LogGone, NotInStep, RequestRefused

Rows = list[list[Any]]

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


def fetch(service: Service, tabs: Sequence[Tab], *, hosted: bool) -> SheetSnapshot:
    """The spreadsheet as it is now, in two reads. Raises SheetFault.

    A tab that was renamed between the two reads is looked for once more. `hosted`: nobody can run a command where this
    runs, so the problems name what can be done there.
    """
    for last in (False, True):
        looked = service.look()
        try:
            return snapshot(
                looked, tabs, lambda titles: service.values([quoted(each) for each in titles]), hosted=hosted
            )
        except RequestRefused:
            if last:
                raise
    raise AssertionError  # the second time round returns or raises


def snapshot(
    looked: Mapping[str, Any], tabs: Sequence[Tab], read: Callable[[list[str]], Sequence[Rows]], *, hosted: bool = False
) -> SheetSnapshot:
    """The spreadsheet of which the first read says this. `read` gives the rows of tabs by their titles."""
    again, own = _AGAIN[hosted], looked.get("properties", {})
    there = sheets(looked)
    lost, new = deleted(tabs, there), never_made(tabs, there)
    placed, problems = _placed(tabs, there, lost, new, again)
    number, guards = guard(looked)
    if number is None:
        problems.append(f"The mark sync_0 is missing. {again} makes it again.")
    titles = [each.title for each in there]
    rows = dict(zip(titles, read(titles), strict=True))
    ours: dict[str, FoundTab] = {}
    for tab, sheet in placed:
        found = find_columns(tab, sheet, (rows[sheet.title] or [[]])[0])
        if not found.is_ours:
            makes = "the next sync" if tab.name in new else again
            problems.append(
                f"A tab of your own is called {found.title}. Give it another name; then {makes} makes ours."
            )
            continue
        found.tab = tab.without(found.new)  # until this spreadsheet has them
        found.lines = list(_lines(found, rows[sheet.title]))
        ours[tab.name] = found
        problems += [
            f"The column {header(name)} of the tab {found.title} is missing, so this tab stands still."
            f" {again} adds it again; nothing is lost."
            for name in found.missing
        ]
    # A person's copy of it is another tab, called by a longer name.
    tell = sorted(
        (each for each in there if each.before), key=lambda each: (each.sheet_id != BEFORE_ID, len(each.title))
    )
    before = rows[tell[0].title] if tell else []
    known = {each.title for each in ours.values()} | {each.title for each in tell[:1]}
    return SheetSnapshot(
        number,
        guards[0] if guards else None,
        ours,
        {title: cells for title, cells in rows.items() if title not in known},
        tuple(problems),
        str(own.get("timeZone", "")),
        str(own.get("locale", "")),
        {each.title: each.form for each in there if each.form},
        tuple(reversed(guards[1:])),
        tuple(tab.title for tab in lost if tab.name in LOGS),
        line_before.read(before, number),
        tell[0].sheet_id if tell else None,
        len(before),
        version=version(looked),
        new=new.difference(ours),
        looked=looked,
        every=there,
        heads={each.sheet_id: (rows[each.title] or [[]])[0] for each in there},
    )


def _placed(
    tabs: Sequence[Tab], there: Sequence[SheetTab], lost: Sequence[Tab], new: Collection[str], again: str
) -> tuple[list[tuple[Tab, SheetTab]], list[str]]:
    """Our tabs with where each is, found by their marks, else by their titles; and what is wrong with them."""
    placed, problems = list[tuple[Tab, SheetTab]](), list[str]()
    for tab in tabs:
        found = candidate(tab, there)
        if not found and tab.name in new:
            continue
        if not found:
            words = _DELETED if tab in lost and tab.kind != "view" else _NOT_MADE
            problems.append(words.format(title=tab.title, again=again))
            continue
        placed.append((tab, found[0]))
        if len(found) > 1:
            problems.append(f"There are two tabs for {tab.title}: {found[0].title!r} is used.")
    return placed, problems


def _lines(found: FoundTab, rows: Rows) -> Iterator[SheetLine]:
    for place, row in enumerate(rows):
        cells = {name: row[at] for name, at in found.columns.items() if at < len(row) and row[at] not in ("", None)}
        # Wherever a person's sorting put it, the line of headers is none of the rows.
        if cells and not is_header(place, cells):
            yield SheetLine(place, cells)


def why_not_ready(sheet_: SheetSnapshot) -> UserFacingError | None:
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


def formulas(sheet: SheetSnapshot, cells: Collection[Ref], service: Service) -> dict[Ref, bool]:
    """Of each of these cells whether it holds a formula, found by one more read of their columns.

    What a formula comes to changes by itself, as if somebody kept on typing. Raises SheetFault. A row that moved since
    the sheet was read counts as one without; the next sync looks again.
    """
    columns = sorted({(tab, field) for tab, _, field in cells})
    ranges = []
    for tab, field in columns:
        found = sheet.tabs[tab]
        column = letters(found.columns[field])
        ranges.append(f"{quoted(found.title)}!{column}1:{column}")
    said = dict(zip(columns, service.values(ranges, formulas=True), strict=True))
    places = {(tab, line.text(ID)): line.place for tab, _ in columns for line in sheet.tabs[tab].lines}
    return {
        (tab, record, field): _is_formula(said[tab, field], places.get((tab, record))) for tab, record, field in cells
    }


def _is_formula(rows: Sequence[Sequence[Any]], place: int | None) -> bool:
    if place is None or place >= len(rows) or not rows[place]:
        return False
    return isinstance(rows[place][0], str) and rows[place][0].startswith("=")


def sheets(look: Mapping[str, Any]) -> list[SheetTab]:
    """Every tab with cells, in the order people see."""
    return [_sheet(each) for each in look.get("sheets", []) if "gridProperties" in each["properties"]]


def candidate(tab: Tab, among: Iterable[SheetTab]) -> list[SheetTab]:
    """The tabs that are, or may be, this one: those with its mark, or else the one with its title.

    Where a person copied a tab, mark and all, the one that kept the title comes first.
    """
    each = list(among)
    marked = [sheet for sheet in each if sheet.mark == tab.name]
    if marked:
        return sorted(marked, key=lambda sheet: sheet.title.casefold() != tab.title.casefold())
    return [sheet for sheet in each if sheet.mark is None and sheet.title.casefold() == tab.title.casefold()]


def deleted(ours: Iterable[Tab], among: Iterable[SheetTab]) -> list[Tab]:
    """Those of our tabs that were once made and are not there: somebody deleted them, with all that stood in them.

    A spreadsheet none of whose tabs bears a mark is a new one, or a copy without marks: nothing was deleted there.
    """
    each = list(among)
    if not any(sheet.mark for sheet in each):
        return []
    return [tab for tab in ours if tab.name in _made(each) and not candidate(tab, each)]


def never_made(ours: Iterable[Tab], among: Iterable[SheetTab]) -> frozenset[str]:
    """Those of our tabs that an earlier program did not know. None in a spreadsheet that no program has marked."""
    each = list(among)
    if not any(sheet.mark for sheet in each):
        return frozenset()
    return frozenset(tab.name for tab in ours if not any(sheet.mark == tab.name for sheet in each)) - _made(each)


def _made(among: Iterable[SheetTab]) -> frozenset[str]:
    return frozenset[str]().union(*(sheet.made for sheet in among)) or FIRST_MADE


def version(look: Mapping[str, Any]) -> int:
    """The version of the program that added tabs or columns last; 0 where none has said so."""
    return max((int(told) for told in _marks(look, VERSION_KEY) if told.isdecimal()), default=0)


def find_columns(tab: Tab, sheet: SheetTab, headers: Sequence[Any]) -> FoundTab:
    """Where each column of a tab is. `headers` is the tab's first row."""
    places: dict[str, int] = {}
    doubled: list[str] = []
    for place, name in sorted(sheet.marks.items()):
        if name in places:
            doubled.append(name)
        places.setdefault(name, place)
    named = by_header(tab.fields)
    for place, text in enumerate(headers):
        name = named.get(str(text).strip().casefold(), "")
        if not name or place in sheet.marks:
            continue
        if name in places:
            doubled.append(name)
        places.setdefault(name, place)
    columns = {name: places[name] for name in tab.fields if name in places}
    return FoundTab(tab, sheet, columns, tuple(dict.fromkeys(doubled)), rows=sheet.rows)


def guard(look: Mapping[str, Any]) -> tuple[int | None, list[str]]:
    """The number of the guard's name (`sync_N`), None without one, and the ids of all such names, the guard's first."""
    names = [(str(each["name"]), str(each["namedRangeId"])) for each in look.get("namedRanges", [])]
    ours = [
        (int(n.removeprefix(GUARD)), i) for n, i in names if n.removeprefix(GUARD).isdecimal() and n.startswith(GUARD)
    ]
    ours.sort(reverse=True)
    return (ours[0][0] if ours else None), [identity for _, identity in ours]


def _sheet(told: Mapping[str, Any]) -> SheetTab:
    properties = told["properties"]
    grid = properties["gridProperties"]
    marks, fresh = _column_marks(each for data in told.get("data", ()) for each in data.get("columnMetadata", ()))
    return SheetTab(
        # A zero is left out of answers: the first tab of a new spreadsheet has the id 0.
        properties.get("sheetId", 0),
        properties["title"],
        grid.get("rowCount", 0),
        grid.get("columnCount", 0),
        _mark(told, TAB_KEY),
        marks,
        tuple(told.get("protectedRanges", [])),
        _mark(told, ANSWERS_KEY),
        fresh,
        frozenset(_marks(told, MADE_KEY)),
        frozenset(name for each in _marks(told, HAD_KEY) for name in each.split()),
        _mark(told, BEFORE_KEY) is not None or properties.get("sheetId") == BEFORE_ID,
    )


def _column_marks(columns: Iterable[Mapping[str, Any]]) -> tuple[dict[int, str], dict[str, int]]:
    """By place, which column of ours it is; by name, the id of the mark on a new one. Each mark is looked at once."""
    ours, fresh = dict[int, str](), dict[str, int]()
    for place, mark in ((at, mark) for at, each in enumerate(columns) for mark in each.get("developerMetadata", ())):
        if mark.get("metadataKey") == COLUMN_KEY:
            ours.setdefault(place, str(mark.get("metadataValue", "")))
        elif mark.get("metadataKey") == FRESH_KEY:
            fresh[str(mark.get("metadataValue"))] = int(mark["metadataId"])
    return ours, fresh


def _mark(told: Mapping[str, Any], key: str) -> str | None:
    return next(_marks(told, key), None)


def _marks(told: Mapping[str, Any], key: str) -> Iterator[str]:
    marks = told.get("developerMetadata", [])
    return (str(each.get("metadataValue", "")) for each in marks if each.get("metadataKey") == key)
