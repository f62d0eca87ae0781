"""The reads of a sync: the spreadsheet as it is now, and which of some cells hold a formula."""

from collections.abc import Collection, Sequence
from typing import Any

from sheets_sync import sheet_rows
from sheets_sync.grid_requests import letters
from sheets_sync.planning import Ref
from sheets_sync.sheet_layout import Tab
from sheets_sync.sheet_rows import SheetRows, quoted
from sheets_sync.sheets_service import Service
from sheets_sync.sync_errors import RequestRefused


def fetch(service: Service, tabs: Sequence[Tab], *, hosted: bool) -> SheetRows:
    """The spreadsheet as it is now. Raises SheetFault.

    A tab that was renamed between the two reads is looked for once more. `hosted`: nobody can run a command where this
    runs, so the problems name what can be done there.
    """
    for last in (False, True):
        shape = sheet_rows.shape(service.look(), tabs, hosted=hosted)
        try:
            values = service.values([quoted(title) for title in shape.titles])
        except RequestRefused:
            if last:
                raise
            continue
        return sheet_rows.sheet(shape, tabs, values, hosted=hosted)
    raise AssertionError  # the second time round returns or raises


def formulas(sheet: SheetRows, cells: Collection[Ref], service: Service) -> dict[Ref, bool]:
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
    places = {(tab, line.text("id")): line.place for tab, _ in columns for line in sheet.tabs[tab].lines}
    return {
        (tab, record, field): _is_formula(said[tab, field], places.get((tab, record))) for tab, record, field in cells
    }


def _is_formula(rows: Sequence[Sequence[Any]], place: int | None) -> bool:
    if place is None or place >= len(rows) or not rows[place]:
        return False
    return isinstance(rows[place][0], str) and rows[place][0].startswith("=")
