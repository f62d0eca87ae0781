"""Looks whether the spreadsheet is as it should be. Nothing is changed; nothing that stands in a cell is repeated."""

from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from community.forms import Form
from community.wording import noun
from sheets_sync.sheet_layout import VERSION, Tab, header, tabs
from sheets_sync.sheet_model import FoundTab, SheetTab, quoted
from sheets_sync.sheet_reading import (
    candidate,
    deleted,
    find_columns,
    guard,
    never_made,
    sheets,
    version,
)
from sheets_sync.sheets_service import Service
from sheets_sync.spreadsheet_access import SpreadsheetAccess
from sheets_sync.sync_errors import NewerSpreadsheet, SheetFault

MOST_CELLS = 10_000_000
_NEARLY, _FULL = 0.8, 0.95
_ROWS_NAMED = 5
NEXT = "The next sync adds what is new."
ADD = "`python start.py sheets_sync provision` adds it."
DELETED = "It was deleted, with all that stood in it. Open the spreadsheet: File, Version history brings it back."


@dataclass(frozen=True)
class SheetFinding:
    """One thing that was looked at. `words` says how it is and, where it is not well, what to do."""

    what: str
    state: Literal["well", "think", "wrong"]
    words: str


def check(service: Service, forms: Iterable[Form]) -> Iterator[SheetFinding]:
    """Everything that can be seen without writing, in four reads."""
    try:
        look = service.look()
        yield SheetFinding("spreadsheet", "well", "It is there, shared, and the key opens it.")
        yield from _room(look)
        yield _clock(look)
        yield _guarded(look)
        yield _version(look)
        here = yield from _tabs(service, look, tabs(forms))
        yield from _formulas(service, here)
    except SheetFault as fault:
        yield SheetFinding("spreadsheet", "wrong", str(fault))


def described(connection: SpreadsheetAccess) -> SheetFinding:
    """Whom the spreadsheet is opened as."""
    if connection.root is not None:
        return SheetFinding("key", "think", "A stand-in on this machine answers instead of Google (SHEETS_API_ROOT).")
    return SheetFinding("key", "well", f"It is whole. It belongs to {connection.address}.")


def _room(look: Mapping[str, Any]) -> Iterator[SheetFinding]:
    cells = sum(sheet.rows * sheet.columns for sheet in sheets(look))
    share, words = cells / MOST_CELLS, f"{cells:,} of {MOST_CELLS:,} cells are taken, empty ones included."
    if share < _NEARLY:
        yield SheetFinding("room", "well", words)
        return
    words += " Delete empty rows and columns of your own tabs; then make a retention run, or a new spreadsheet."
    yield SheetFinding("room", "wrong" if share >= _FULL else "think", words)


def _clock(look: Mapping[str, Any]) -> SheetFinding:
    properties = look.get("properties", {})
    if properties.get("timeZone") != "Europe/London" or properties.get("locale") != "en_GB":
        return SheetFinding(
            "time zone",
            "think",
            "The spreadsheet is not set to the United Kingdom and London, so Google Forms writes its times otherwise. "
            "Open File, Settings, and set both.",
        )
    return SheetFinding("time zone", "well", "United Kingdom, London.")


def _guarded(look: Mapping[str, Any]) -> SheetFinding:
    number, names = guard(look)
    if number is None:
        return SheetFinding("guard", "wrong", f"The name that keeps two writers apart is missing. {ADD}")
    if len(names) > 1:
        return SheetFinding("guard", "think", "There are several names beginning with sync_. The next write tidies up.")
    return SheetFinding("guard", "well", f"Writers take turns; {number:,} turns so far.")


def _version(look: Mapping[str, Any]) -> SheetFinding:
    if version(look) > VERSION:
        return SheetFinding("version", "wrong", str(NewerSpreadsheet()))
    if version(look) < VERSION and any(sheet.mark for sheet in sheets(look)):
        return SheetFinding("version", "think", f"An earlier version of the program made its tabs. {NEXT}")
    return SheetFinding("version", "well", "No program newer than this one has added to it.")


def _tabs(
    service: Service, look: Mapping[str, Any], ours: Sequence[Tab]
) -> Generator[SheetFinding, None, list[FoundTab]]:
    """Findings about our tabs and their columns; returns the tabs that were found."""
    there = sheets(look)
    candidates = {tab.name: found_ for tab in ours if (found_ := candidate(tab, there))}
    gone, new = [tab for tab in deleted(ours, there) if tab.kind != "view"], never_made(ours, there)
    ranges = [f"{quoted(each[0].title)}!1:1" for each in candidates.values()]
    rows = service.values(ranges) if ranges else []
    headers = {name: (first[0] if first else []) for name, first in zip(candidates, rows, strict=True)}
    here: list[FoundTab] = []
    for tab in ours:
        if tab.name not in candidates and tab.name in new:
            yield SheetFinding(f"tab {tab.title}", "think", f"It is not there yet. {NEXT}")
            continue
        if tab.name not in candidates:
            yield SheetFinding(f"tab {tab.title}", "wrong", DELETED if tab in gone else f"It is missing. {ADD}")
            continue
        one = find_columns(tab, candidates[tab.name][0], headers[tab.name])
        if not one.is_ours:
            words = (
                "A tab of your own has this name. Give it another, then run `python start.py sheets_sync provision`."
            )
            yield SheetFinding(f"tab {tab.title}", "wrong", words)
            continue
        here.append(one)
        yield from _tab(one, candidates[tab.name][1:])
    return here


def _tab(one: FoundTab, copies: Sequence[SheetTab]) -> Iterator[SheetFinding]:
    tab, sheet = one.tab, one.sheet
    what, faults = f"tab {tab.title}", list[str]()
    if one.missing:
        faults.append(
            f"It lacks {_columns(one.missing)}, so it is left alone meanwhile. {ADD} To have back what stood in it, "
            "open File, Version history first."
        )
    if one.doubled:
        faults.append(f"Two columns claim to be {_columns(one.doubled)}. Give the one you added another heading.")
    if any(not k.get("warningOnly") and not k.get("requestingUserCanEdit") for k in sheet.protections):
        faults.append("A part of it is protected from this program. Open Data, Protect sheets and ranges.")
    for fault in faults:
        yield SheetFinding(what, "wrong", fault)
    thoughts = [f"It lacks {_columns(one.new)}. {NEXT}"] if one.new else []
    if sheet.title.casefold() != tab.title.casefold():
        thoughts.append("It has another name now, and is found all the same.")
    if sheet.mark is None or one.unmarked:
        thoughts.append(f"It is found by its name or headings only. {ADD.replace('it.', 'the marks.')}")
    if copies:
        thoughts.append("It was copied with its marks. Delete the copy, or copy the cells only.")
    for thought in thoughts:
        yield SheetFinding(what, "think", thought)
    if not faults and not thoughts:
        yield SheetFinding(what, "well", f"All {len(tab.fields)} columns are there.")


def _formulas(service: Service, here: Sequence[FoundTab]) -> Iterator[SheetFinding]:
    """Formulas in our columns: what they come to changes by itself, so that it looks as if people had typed it."""
    if not here:
        return
    ranges = [quoted(one.sheet.title) for one in here]
    typed, shown = service.values(ranges, formulas=True), service.values(ranges)
    none = True
    for one, before, after in zip(here, typed, shown, strict=True):
        places = {place: field for field, place in one.columns.items()}
        rows: dict[str, list[int]] = {}
        for number, (row, result) in enumerate(zip(before, after, strict=False), 1):
            for place, cell in enumerate(row):
                is_formula = isinstance(cell, str) and cell.startswith("=") and [cell] != result[place : place + 1]
                if is_formula and place in places:
                    rows.setdefault(places[place], []).append(number)
        for field, numbers in rows.items():
            none = False
            yield SheetFinding(f"tab {one.tab.title}", "think", f"{_columns([field])} holds formulas {_rows(numbers)}.")
    if none:
        yield SheetFinding("formulas", "well", "There are none in the program's columns.")


def _columns(fields: Sequence[str]) -> str:
    names = ", ".join(f"“{header(field)}”" for field in fields)
    return f"the {noun(len(fields), 'column')} {names}"


def _rows(numbers: Sequence[int]) -> str:
    shown = ", ".join(str(number) for number in numbers[:_ROWS_NAMED])
    more = f" and {len(numbers) - _ROWS_NAMED} more" if len(numbers) > _ROWS_NAMED else ""
    return f"in {noun(len(numbers), 'row')} {shown}{more}. Copy them and paste the values only"
