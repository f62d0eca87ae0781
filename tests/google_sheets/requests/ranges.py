"""Which tab and which cells a request means."""

from typing import Any

from ..a1 import check
from ..boxes import COLUMNS, ROWS, Area, Box
from ..errors import invalid
from ..sheet import Sheet
from ..spreadsheet import Spreadsheet


def area_of(book: Spreadsheet, grid_range: dict[str, Any] | None) -> tuple[Sheet, Area]:
    """Return the tab and the cells of a GridRange; raises the 400 for a range that the grid does not have."""
    if grid_range is None:
        raise invalid("No range specified.")
    sheet, box = book.sheet(grid_range.get("sheetId")), Box.of(grid_range)
    for start, end in ((box.top, box.bottom), (box.left, box.right)):
        if (start or 0) < 0 or (end is not None and end <= (start or 0)):
            raise invalid("Range is invalid: its end has to lie behind its start.")
    check(sheet, box)
    if (box.bottom or 0) > sheet.row_count or (box.right or 0) > sheet.column_count:
        raise invalid(f"GridRange exceeds grid limits. Max rows: {sheet.row_count}, max columns: {sheet.column_count}")
    return sheet, sheet.area(box)


def place_of(book: Spreadsheet, coordinate: dict[str, Any]) -> tuple[Sheet, int, int]:
    """Return the tab, row and column of a GridCoordinate."""
    sheet = book.sheet(coordinate.get("sheetId"))
    row, column = coordinate.get("rowIndex") or 0, coordinate.get("columnIndex") or 0
    check(sheet, Box(row, row + 1, column, column + 1))
    return sheet, row, column


def lines_of(book: Spreadsheet, wanted: dict[str, Any] | None) -> tuple[Sheet, str, int, int]:
    """Return the tab, ROWS or COLUMNS, and the span of a DimensionRange."""
    wanted = wanted or {}
    sheet, dimension = book.sheet(wanted.get("sheetId")), wanted.get("dimension")
    if dimension not in (ROWS, COLUMNS):
        raise invalid("dimension must be specified.")
    count = len(sheet.lines(dimension))
    start, end = wanted.get("startIndex") or 0, wanted.get("endIndex")
    end = count if end is None else end
    if start < 0 or start >= end:
        raise invalid(f"startIndex[{start}] must be less than endIndex[{end}]")
    return sheet, dimension, start, end


def within_grid(sheet: Sheet, dimension: str, start: int, end: int) -> None:
    """Raise the 400 for a span that the tab does not have."""
    count = len(sheet.lines(dimension))
    if start >= count or end > count:
        words = "rows" if dimension == ROWS else "columns"
        raise invalid(f"range.endIndex[{end}] is out of the grid: there are {count} {words}.")
