"""Finds our tabs and columns in a spreadsheet that people have moved about, by their marks and then by their names."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sheets_sync.sheet_layout import (
    ANSWERS_KEY,
    BEFORE_ID,
    BEFORE_KEY,
    COLUMN_KEY,
    FIRST,
    FIRST_MADE,
    FRESH_KEY,
    GUARD,
    MADE_KEY,
    TAB_KEY,
    Tab,
    header,
)


@dataclass(frozen=True)
class SheetStructure:
    """A tab of the spreadsheet as it is now, whoever made it. `marks`: place of a column (from 0) -> its field."""

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
    before: bool = False
    """Whether it holds the lines that the last write hit, as they were before it."""


@dataclass(frozen=True)
class FoundStructure:
    """One of our tabs, found. `places`: field -> column, from 0."""

    tab: Tab
    sheet: SheetStructure
    places: Mapping[str, int]
    doubled: tuple[str, ...]
    """Fields that two columns claim."""

    @property
    def missing(self) -> tuple[str, ...]:
        """Fields without a column."""
        return tuple(field for field in self.tab.fields if field not in self.places)

    @property
    def unmarked(self) -> tuple[str, ...]:
        """Fields found by their header alone."""
        return tuple(field for field, place in self.places.items() if self.sheet.marks.get(place) != field)


def sheets(look: Mapping[str, Any]) -> list[SheetStructure]:
    """Every tab with cells, in the order people see."""
    return [_sheet(each) for each in look.get("sheets", []) if "gridProperties" in each["properties"]]


def candidate(tab: Tab, among: Iterable[SheetStructure]) -> list[SheetStructure]:
    """The tabs that are, or may be, this one: those with its mark, or else the one with its title.

    Where a person copied a tab, mark and all, the one that kept the title comes first.
    """
    each = list(among)
    marked = [sheet for sheet in each if sheet.mark == tab.name]
    if marked:
        return sorted(marked, key=lambda sheet: sheet.title.casefold() != tab.title.casefold())
    return [sheet for sheet in each if sheet.mark is None and sheet.title.casefold() == tab.title.casefold()]


def deleted(ours: Iterable[Tab], among: Iterable[SheetStructure]) -> list[Tab]:
    """Those of our tabs that were once made and are not there: somebody deleted them, with all that stood in them.

    A spreadsheet none of whose tabs bears a mark is a new one, or a copy without marks: nothing was deleted there.
    """
    each = list(among)
    if not any(sheet.mark for sheet in each):
        return []
    made = frozenset[str]().union(*(sheet.made for sheet in each)) or FIRST_MADE
    return [tab for tab in ours if tab.name in made and not candidate(tab, each)]


def found(tab: Tab, sheet: SheetStructure, headers: Sequence[Any]) -> FoundStructure:
    """Where each column of a tab is. `headers` is the tab's first row."""
    places: dict[str, int] = {}
    doubled: list[str] = []
    for place, name in sorted(sheet.marks.items()):
        if name in places:
            doubled.append(name)
        places.setdefault(name, place)
    named = {text.casefold(): name for name in tab.fields for text in (name, header(name))}
    for place, text in enumerate(headers):
        name = named.get(str(text).strip().casefold(), "")
        if not name or place in sheet.marks:
            continue
        if name in places:
            doubled.append(name)
        places.setdefault(name, place)
    return FoundStructure(tab, sheet, {f: places[f] for f in tab.fields if f in places}, tuple(dict.fromkeys(doubled)))


def is_ours(candidate_: FoundStructure) -> bool:
    """Whether a tab with our title and no mark is ours, perhaps from a copied file, and not a person's of that name."""
    if candidate_.sheet.mark is not None:
        return True
    first = candidate_.tab.fields[: len(FIRST)]
    return all(field in candidate_.places for field in first)


def guard(look: Mapping[str, Any]) -> tuple[int | None, list[str]]:
    """The number of the guard's name (`sync_N`), None without one, and the ids of all such names, the guard's first."""
    names = [(str(each["name"]), str(each["namedRangeId"])) for each in look.get("namedRanges", [])]
    ours = [
        (int(n.removeprefix(GUARD)), i) for n, i in names if n.removeprefix(GUARD).isdecimal() and n.startswith(GUARD)
    ]
    ours.sort(reverse=True)
    return (ours[0][0] if ours else None), [identity for _, identity in ours]


def _sheet(told: Mapping[str, Any]) -> SheetStructure:
    properties = told["properties"]
    grid = properties["gridProperties"]
    columns = [each for data in told.get("data", []) for each in data.get("columnMetadata", [])]
    marks = {place: mark for place, each in enumerate(columns) if (mark := _mark(each, COLUMN_KEY)) is not None}
    return SheetStructure(
        # A zero is left out of answers: the first tab of a new spreadsheet has the id 0.
        properties.get("sheetId", 0),
        properties["title"],
        grid.get("rowCount", 0),
        grid.get("columnCount", 0),
        _mark(told, TAB_KEY),
        marks,
        tuple(told.get("protectedRanges", [])),
        _mark(told, ANSWERS_KEY),
        {
            str(mark.get("metadataValue")): int(mark["metadataId"])
            for each in columns
            for mark in each.get("developerMetadata", [])
            if mark.get("metadataKey") == FRESH_KEY
        },
        frozenset(
            str(each.get("metadataValue"))
            for each in told.get("developerMetadata", [])
            if each.get("metadataKey") == MADE_KEY
        ),
        _mark(told, BEFORE_KEY) is not None or properties.get("sheetId") == BEFORE_ID,
    )


def _mark(told: Mapping[str, Any], key: str) -> str | None:
    return next(
        (each.get("metadataValue", "") for each in told.get("developerMetadata", []) if each.get("metadataKey") == key),
        None,
    )
