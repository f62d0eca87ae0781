"""Requests about rows and columns: more, fewer, elsewhere, hidden, grouped."""

from typing import Any

from ..boxes import COLUMNS, ROWS, Deleted, Inserted, Moved, Shift
from ..describe import described_groups
from ..errors import invalid
from ..sheet import Sheet
from ..spreadsheet import Spreadsheet
from .ranges import lines_of, within_grid
from .tabs import asked, mask_of


def _follow(book: Spreadsheet, sheet: Sheet, dimension: str, shift: Shift) -> None:
    book.shift_named(sheet, dimension, shift)
    frozen = "frozenRowCount" if dimension == ROWS else "frozenColumnCount"
    if sheet.grid.get(frozen) and not isinstance(shift, Moved):
        span = shift.span(0, sheet.grid[frozen])
        sheet.grid[frozen] = (span[1] if span else 0) or 0


def insert(book: Spreadsheet, request: dict[str, Any]) -> None:
    sheet, dimension, start, end = lines_of(book, request.get("range"))
    count = len(sheet.lines(dimension))
    before = bool(request.get("inheritFromBefore"))
    if start > count or (start == count and not before):
        raise invalid(f"range.startIndex[{start}] is out of the grid, which ends at {count}.")
    if before and start == 0:
        raise invalid("inheritFromBefore cannot be true if inserting at the start of the sheet.")
    sheet.insert(dimension, start, end - start, start - 1 if before else min(start, count - 1))
    _follow(book, sheet, dimension, Inserted(start, end - start))
    book.check_size()


def append(book: Spreadsheet, request: dict[str, Any]) -> None:
    sheet, dimension, length = book.sheet(request.get("sheetId")), request.get("dimension"), request.get("length") or 0
    if dimension not in (ROWS, COLUMNS) or length < 1:
        raise invalid("dimension and a length above 0 must be specified.")
    grow(book, sheet, dimension, length)


def grow(book: Spreadsheet, sheet: Sheet, dimension: str, length: int) -> None:
    """Put rows or columns behind the last one, formatted like it."""
    count = len(sheet.lines(dimension))
    sheet.insert(dimension, count, length, count - 1)
    book.check_size()


def delete(book: Spreadsheet, request: dict[str, Any]) -> None:
    sheet, dimension, start, end = lines_of(book, request.get("range"))
    within_grid(sheet, dimension, start, end)
    remove(book, sheet, dimension, start, end)


def remove(book: Spreadsheet, sheet: Sheet, dimension: str, start: int, end: int) -> None:
    """Take out rows or columns with what hangs on them; the last one stays."""
    count = len(sheet.lines(dimension))
    if end - start >= count:
        raise invalid("You can't delete all the rows or columns on the sheet.")
    frozen = sheet.grid.get("frozenRowCount" if dimension == ROWS else "frozenColumnCount") or 0
    if frozen and start <= frozen < count and end >= count:
        raise invalid("You can't delete all the rows or columns that are not frozen.")
    sheet.delete(dimension, start, end)
    _follow(book, sheet, dimension, Deleted(start, end))
    book.drop_metadata(sheet)


def move(book: Spreadsheet, request: dict[str, Any]) -> None:
    sheet, dimension, start, end = lines_of(book, request.get("source"))
    within_grid(sheet, dimension, start, end)
    to = request.get("destinationIndex") or 0
    if to > len(sheet.lines(dimension)) or to < 0:
        raise invalid(f"destinationIndex[{to}] is out of the grid.")
    if start <= to <= end:
        return
    sheet.move(dimension, Moved(start, end, to))
    _follow(book, sheet, dimension, Moved(start, end, to))


def update(book: Spreadsheet, request: dict[str, Any]) -> None:
    sheet, dimension, start, end = lines_of(book, request.get("range"))
    within_grid(sheet, dimension, start, end)
    mask, given = mask_of(request, "DimensionProperties"), request.get("properties") or {}
    lines = sheet.lines(dimension)
    for index in range(start, end):
        if asked(mask, "hiddenByUser"):
            lines[index] = lines[index]._replace(hidden=bool(given.get("hiddenByUser")))
        if asked(mask, "pixelSize"):
            lines[index] = lines[index]._replace(pixels=given.get("pixelSize"))


def auto_resize(book: Spreadsheet, request: dict[str, Any]) -> None:
    """Make columns as wide as their longest words; the width of a letter is a guess, the service has fonts."""
    sheet, dimension, start, end = lines_of(book, request.get("dimensions"))
    within_grid(sheet, dimension, start, end)
    if dimension == ROWS:
        return
    for index in range(start, end):
        longest = max((len(str(cell.value)) for row in sheet.rows if (cell := row[index : index + 1] and row[index])
                       and cell.value is not None), default=0)  # fmt: skip
        if longest:
            sheet.column_lines[index] = sheet.column_lines[index]._replace(pixels=11 + 8 * longest)


def add_group(book: Spreadsheet, request: dict[str, Any]) -> dict[str, Any]:
    sheet, dimension, start, end = lines_of(book, request.get("range"))
    depth = 1 + max((one["depth"] for one in sheet.groups[dimension] if _around(one, start, end)), default=0)
    sheet.groups[dimension].append({"startIndex": start, "endIndex": end, "depth": depth})
    sheet.grid["rowGroupControlAfter" if dimension == ROWS else "columnGroupControlAfter"] = True
    return {"dimensionGroups": described_groups(sheet, dimension)}


def _around(group: dict[str, Any], start: int, end: int) -> bool:
    return bool(group["startIndex"] <= start and end <= group["endIndex"])


def delete_group(book: Spreadsheet, request: dict[str, Any]) -> dict[str, Any]:
    sheet, dimension, start, end = lines_of(book, request.get("range"))
    around = [one for one in sheet.groups[dimension] if _around(one, start, end)]
    if not around:
        raise invalid("There is no group in this range.")
    sheet.groups[dimension].remove(max(around, key=lambda one: int(one["depth"])))
    groups = described_groups(sheet, dimension)
    return {"dimensionGroups": groups} if groups else {}


HANDLERS = {
    "insertDimension": insert,
    "appendDimension": append,
    "deleteDimension": delete,
    "moveDimension": move,
    "updateDimensionProperties": update,
    "autoResizeDimensions": auto_resize,
    "addDimensionGroup": add_group,
    "deleteDimensionGroup": delete_group,
}
