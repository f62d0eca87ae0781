"""Which of some cells hold a formula: what it comes to changes by itself, as if somebody kept on typing."""

from collections.abc import Collection, Sequence
from typing import Any

from sheets_sync.grid_requests import letters
from sheets_sync.planning import Ref
from sheets_sync.sheet_rows import SheetRows, quoted
from sheets_sync.sheets_service import Service


def formulas(sheet: SheetRows, cells: Collection[Ref], service: Service) -> dict[Ref, bool]:
    """Of each of these cells whether it holds a formula, found by one more read of their columns.

    Raises SheetFault. A row that moved since the sheet was read counts as one without; the next sync looks again.
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
