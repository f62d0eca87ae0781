"""Requests about the spreadsheet and its tabs."""

from typing import Any

from ..boxes import COLUMNS, ROWS
from ..describe import properties
from ..discovery import SHEETS
from ..errors import invalid
from ..masks import Mask, parse, unknown
from ..sheet import Sheet
from ..spreadsheet import Spreadsheet


def mask_of(request: dict[str, Any], schema: str) -> Mask:
    """Return the tree of a request's `fields`; raises the 400 when it is missing or names what is not there."""
    if not request.get("fields"):
        raise invalid("At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)")
    mask = parse(request["fields"])
    if path := unknown(mask, SHEETS.schemas, schema):
        raise invalid(f"Invalid field mask: no field {path} in {schema}.")
    return mask


def asked(mask: Mask, *path: str) -> bool:
    """Tell whether a mask covers a field."""
    for name in path:
        if not mask:
            return True
        if name not in mask:
            return False
        mask = mask[name]
    return True


def colour(given: dict[str, Any] | None) -> dict[str, Any] | None:
    """Return a colour as it comes back: in 255ths, in single precision, without the noughts."""
    if not given:
        return given
    kept = {name: int(part * 255 + 1e-6) / 255 for name, part in given.items() if part}
    rounded = {name: float(f"{part:.8g}") for name, part in kept.items() if part}
    return {name: int(part) if part == int(part) else part for name, part in rounded.items()}


def update_spreadsheet(book: Spreadsheet, request: dict[str, Any]) -> None:
    mask = mask_of(request, "SpreadsheetProperties")
    for name in ("title", "locale", "timeZone", "autoRecalc"):
        if asked(mask, name):
            value = (request.get("properties") or {}).get(name)
            if value:
                book.properties[name] = value


def add_sheet(book: Spreadsheet, request: dict[str, Any]) -> dict[str, Any]:
    given = request.get("properties") or {}
    title = given.get("title") or _fresh_title(book)
    _check_title(book, title, None)
    taken = {sheet.id for sheet in book.sheets}
    sheet_id = given.get("sheetId")
    if sheet_id in taken:
        raise invalid(f"A sheet with the id {sheet_id} already exists. Please try again.")
    grid = given.get("gridProperties") or {}
    sheet = Sheet(
        book.fresh_id(taken) if sheet_id is None else sheet_id,
        title,
        grid.get("rowCount") or 1000,
        grid.get("columnCount") or 26,
    )
    index = given.get("index")
    book.sheets.insert(len(book.sheets) if index is None else index, sheet)
    _apply(book, sheet, given, {name: {} for name in given if name not in ("title", "index", "sheetId", "sheetType")})
    book.check_size()
    return {"properties": properties(book, sheet)}


def _fresh_title(book: Spreadsheet) -> str:
    number = len(book.sheets) + 1
    while book.titled(f"Sheet{number}"):
        number += 1
    return f"Sheet{number}"


def _check_title(book: Spreadsheet, title: str, own: Sheet | None) -> None:
    found = book.titled(title)
    if found is not None and found is not own:
        raise invalid(f'A sheet with the name "{title}" already exists. Please enter another name.')
    if len(title) > 100:
        raise invalid("A sheet name must not be longer than 100 characters.")


def delete_sheet(book: Spreadsheet, request: dict[str, Any]) -> None:
    sheet = book.sheet(request.get("sheetId"))
    if not [one for one in book.sheets if one is not sheet and not one.hidden]:
        raise invalid("You can't remove all the visible sheets in a document.")
    book.remove(sheet)


def duplicate_sheet(book: Spreadsheet, request: dict[str, Any]) -> dict[str, Any]:
    source = book.sheet(request.get("sourceSheetId"))
    title = request.get("newSheetName") or copy_title(book, source)
    _check_title(book, title, None)
    taken = {one.id for one in book.sheets}
    new_id = request.get("newSheetId")
    if new_id in taken:
        raise invalid(f"A sheet with the id {new_id} already exists. Please try again.")
    marks = book if book.marks_are_copied else None
    sheet = copied(book, source, title, book.fresh_id(taken) if new_id is None else new_id, marks)
    book.sheets.insert(request.get("insertSheetIndex") or 0, sheet)
    book.check_size()
    return {"properties": properties(book, sheet)}


def copy_title(book: Spreadsheet, source: Sheet) -> str:
    """Return the title that a copy of a tab gets by itself."""
    title, number = f"Copy of {source.title}", 1
    while book.titled(title):
        title, number = f"Copy of {source.title} {number}", number + 1
    return title


def copied(book: Spreadsheet, source: Sheet, title: str, sheet_id: int, marks_from: Spreadsheet | None = None) -> Sheet:
    """Return a copy of a tab, from this or another spreadsheet; with developer metadata if theirs is given."""
    sheet = Sheet(sheet_id, title)
    sheet.thaw(source.frozen() | {"id": sheet_id, "title": title, "hidden": False})
    for dimension in (ROWS, COLUMNS):
        lines = sheet.lines(dimension)
        lines[:] = [line if marks_from else line._replace(metadata=()) for line in lines]
    if marks_from:
        book.copy_metadata(marks_from, source, sheet)
    for held in (*sheet.protected, *sheet.banding, *filter(None, [sheet.filter])):
        held["range"] = held.get("range", {}) | {"sheetId": sheet_id}
    for held in sheet.protected:
        held["protectedRangeId"] = book.fresh_id(())
    return sheet


def update_sheet(book: Spreadsheet, request: dict[str, Any]) -> None:
    mask, given = mask_of(request, "SheetProperties"), request.get("properties") or {}
    sheet = book.sheet(given.get("sheetId"))
    if asked(mask, "title") and (mask or "title" in given):
        _check_title(book, given.get("title") or "", sheet)
        sheet.title = given.get("title") or sheet.title
    if asked(mask, "index") and given.get("index") is not None:
        old, new = book.sheets.index(sheet), given["index"]
        book.sheets.remove(sheet)
        book.sheets.insert(new - 1 if new > old else new, sheet)
    _apply(book, sheet, given, mask or {name: {} for name in given})
    book.check_size()


def _apply(book: Spreadsheet, sheet: Sheet, given: dict[str, Any], mask: Mask) -> None:
    if "hidden" in mask:
        if given.get("hidden") and not [one for one in book.sheets if one is not sheet and not one.hidden]:
            raise invalid("You can't hide all the sheets in a document.")
        sheet.hidden = bool(given.get("hidden"))
    if "tabColorStyle" in mask or "tabColor" in mask:
        style = (given.get("tabColorStyle") or {}).get("rgbColor") or given.get("tabColor")
        sheet.colour = colour(style)
    if "rightToLeft" in mask:
        sheet.right_to_left = bool(given.get("rightToLeft"))
    if "gridProperties" in mask:
        _apply_grid(book, sheet, given.get("gridProperties") or {}, mask["gridProperties"])


def _apply_grid(book: Spreadsheet, sheet: Sheet, grid: dict[str, Any], mask: Mask) -> None:
    names = list(mask or grid)
    rows = grid.get("rowCount", sheet.row_count) if "rowCount" in names else sheet.row_count
    columns = grid.get("columnCount", sheet.column_count) if "columnCount" in names else sheet.column_count
    if rows < 1 or columns < 1:
        raise invalid("You can't delete all the rows or columns on the sheet.")
    if (rows, columns) != (sheet.row_count, sheet.column_count):
        sheet.resize(rows, columns)
        book.drop_metadata(sheet)
    for name in names:
        if name not in ("rowCount", "columnCount"):
            sheet.grid[name] = grid.get(name)
    if (sheet.grid.get("frozenRowCount") or 0) >= rows or (sheet.grid.get("frozenColumnCount") or 0) >= columns:
        raise invalid("You can't freeze all visible rows or columns on the sheet.")


HANDLERS = {
    "updateSpreadsheetProperties": update_spreadsheet,
    "addSheet": add_sheet,
    "deleteSheet": delete_sheet,
    "duplicateSheet": duplicate_sheet,
    "updateSheetProperties": update_sheet,
}
