"""values.append: the search for a table in the range, and where the new rows go.

A table is what Ctrl+A would mark: cells with values that touch each other, as a rectangle. Of several the last counts.
A gap in the first row therefore starts the table further right: appended rows drift.
"""

from typing import Any

from .a1 import check, find, text_of
from .boxes import COLUMNS, ROWS, Area, Inserted
from .errors import invalid
from .sheet import Sheet
from .spreadsheet import Spreadsheet
from .values import by_rows, echoed, write


def table(sheet: Sheet, area: Area) -> Area | None:
    """Return the last table that has a value inside the area, None if all of it is empty."""
    for row in range(min(area.bottom, len(sheet.rows)) - 1, area.top - 1, -1):
        line = sheet.rows[row][area.left : area.right]
        for column in range(len(line) - 1, -1, -1):
            cell = line[column]
            if cell is not None and cell.value is not None:
                return _grown(sheet, row, area.left + column)
    return None


def _filled(sheet: Sheet, row: int, left: int, right: int) -> bool:
    """Tell whether a row has a value between two columns."""
    if row < 0 or row >= len(sheet.rows):
        return False
    line = sheet.rows[row]
    first = line[left] if 0 <= left < len(line) else None
    if first is not None and first.value is not None:  # mostly so, and soon told
        return True
    return any(cell is not None and cell.value is not None for cell in line[max(0, left) : right])


def _column_filled(sheet: Sheet, column: int, top: int, bottom: int) -> bool:
    """Tell whether a column has a value between two rows."""
    rows = sheet.rows[max(0, top) : bottom]
    return any(len(row) > column and (cell := row[column]) is not None and cell.value is not None for row in rows)


def _grown(sheet: Sheet, row: int, column: int) -> Area:
    left, right = column, column + 1  # along its own row first: that is most of the way, and costs least
    while left and _filled(sheet, row, left - 1, left):
        left -= 1
    while _filled(sheet, row, right, right + 1):
        right += 1
    area = Area(row, row + 1, left, right)
    while True:
        top, bottom, left, right = area
        while _filled(sheet, top - 1, left, right) or _filled(sheet, top - 1, left - 1, right + 1):
            top -= 1
        while _filled(sheet, bottom, left, right) or _filled(sheet, bottom, left - 1, right + 1):
            bottom += 1
        if left and _column_filled(sheet, left - 1, top - 1, bottom + 1):
            left -= 1
        if _column_filled(sheet, right, top - 1, bottom + 1):
            right += 1
        if (grown := Area(top, bottom, left, right)) == area:
            return area
        area = grown


def append(book: Spreadsheet, text: str, body: dict[str, Any], options: dict[str, str]) -> dict[str, Any]:
    """Write rows below the last table of a range; answers an AppendValuesResponse, without `tableRange` if there is
    no table: then the rows begin where the range does."""
    sheet, box = find(book, text)
    check(sheet, box)
    rows = by_rows(body.get("values") or [], body.get("majorDimension") or ROWS)
    if options.get("insertDataOption", "OVERWRITE") not in ("OVERWRITE", "INSERT_ROWS"):
        raise invalid("Invalid value at 'insert_data_option'")
    found = table(sheet, sheet.area(box))
    top, left = (found.bottom, found.left) if found else (box.top or 0, box.left or 0)
    width = max(map(len, rows), default=0)
    if options.get("insertDataOption") == "INSERT_ROWS" and found and top < sheet.row_count:
        sheet.insert(ROWS, top, len(rows), top - 1)
        book.shift_named(sheet, ROWS, Inserted(top, len(rows)))
    for dimension, needed in ((ROWS, top + len(rows)), (COLUMNS, left + width)):
        now = len(sheet.lines(dimension))
        if needed > now:
            sheet.insert(dimension, now, needed - now, now - 1)
    book.check_size()
    updates = write(book, sheet, top, left, rows, options.get("valueInputOption", ""))
    updates |= echoed(book, updates["updatedRange"], body, options)
    place = {"tableRange": text_of(sheet.title, found)} if found else {}
    return {"spreadsheetId": book.id} | place | {"updates": updates}
