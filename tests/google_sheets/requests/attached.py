"""Requests about what is laid over a range: protection and the filter."""

from typing import Any

from ..describe import CALLER
from ..errors import invalid
from ..formulas import FormulaError, value_of
from ..masks import merged
from ..sheet import Sheet
from ..shown import shown
from ..spreadsheet import Spreadsheet
from .ranges import area_of
from .tabs import mask_of

Given = dict[str, Any]


def _tidied(book: Spreadsheet, given: Given) -> Given:
    """Return a protected range as it comes back: only what says something, and the caller among the editors."""
    sheet, _ = area_of(book, given.get("range") or _named_range(book, given))
    place = {name: side for name, side in (given.get("range") or {}).items() if name != "sheetId" and side is not None}
    kept = {name: given[name] for name in ("namedRangeId", "description", "warningOnly") if given.get(name)}
    users = list(dict.fromkeys([*((given.get("editors") or {}).get("users") or []), CALLER]))
    return {
        "protectedRangeId": given["protectedRangeId"],
        "range": ({"sheetId": sheet.id} if sheet.id else {}) | place,
        **kept,
        "requestingUserCanEdit": True,
        "editors": {"users": users},
    } | ({"unprotectedRanges": given["unprotectedRanges"]} if given.get("unprotectedRanges") else {})


def _named_range(book: Spreadsheet, given: Given) -> Given | None:
    held = book.named_ranges.get(given.get("namedRangeId") or "")
    return held.get("range") if held else None


def _holder(book: Spreadsheet, key: int | None) -> tuple[Sheet, Given]:
    for sheet in book.sheets:
        for held in sheet.protected:
            if held["protectedRangeId"] == key:
                return sheet, held
    raise invalid(f"No protected range with id: {key or 0}")


def add_protected(book: Spreadsheet, request: Given) -> Given:
    given = request.get("protectedRange") or {}
    taken = {held["protectedRangeId"] for sheet in book.sheets for held in sheet.protected}
    key = given.get("protectedRangeId") or book.fresh_id(taken)
    if key in taken:
        raise invalid(f"A protected range with id {key} already exists.")
    held = _tidied(book, given | {"protectedRangeId": key})
    book.sheet(held["range"].get("sheetId")).protected.append(held)
    return {"protectedRange": held | {"editors": {}}}  # who may edit comes back only when it is read


def update_protected(book: Spreadsheet, request: Given) -> None:
    given, mask = request.get("protectedRange") or {}, mask_of(request, "ProtectedRange")
    sheet, held = _holder(book, given.get("protectedRangeId"))
    new = _tidied(book, merged(held, given, mask) | {"protectedRangeId": held["protectedRangeId"]})
    sheet.protected.remove(held)
    book.sheet(new["range"].get("sheetId")).protected.append(new)


def delete_protected(book: Spreadsheet, request: Given) -> None:
    sheet, held = _holder(book, request.get("protectedRangeId"))
    sheet.protected.remove(held)


def set_filter(book: Spreadsheet, request: Given) -> None:
    given = request.get("filter") or {}
    sheet, area = area_of(book, given.get("range") or {})
    kept = {name: value for name, value in given.items() if value and name != "range"}
    sheet.filter = {"range": _whole(sheet, area)} | kept
    _show_filtered(book, sheet)


def _whole(sheet: Sheet, area: Any) -> Given:
    names = ("startRowIndex", "endRowIndex", "startColumnIndex", "endColumnIndex")
    return ({"sheetId": sheet.id} if sheet.id else {}) | dict(zip(names, area, strict=True))


def clear_filter(book: Spreadsheet, request: Given) -> None:
    sheet = book.sheet(request.get("sheetId"))
    sheet.filter = None
    sheet.row_lines = [line._replace(filtered=False) if line.filtered else line for line in sheet.row_lines]


def _show_filtered(book: Spreadsheet, sheet: Sheet) -> None:
    """Hide the rows that the filter's lists of hidden values name; values stay where they are."""
    filtered = sheet.filter or {}
    _, area = area_of(book, filtered["range"] | ({"sheetId": sheet.id} if sheet.id else {}))
    hidden = {int(column): set(rule.get("hiddenValues") or []) for column, rule in filtered.get("criteria", {}).items()}
    hidden |= {
        spec.get("columnIndex") or 0: set((spec.get("filterCriteria") or {}).get("hiddenValues") or [])
        for spec in filtered.get("filterSpecs", [])
    }
    for row in range(area.top + 1, area.bottom):
        out = any(_words(book, sheet, row, column) in values for column, values in hidden.items())
        if out != sheet.row_lines[row].filtered:
            sheet.row_lines[row] = sheet.row_lines[row]._replace(filtered=out)


def _words(book: Spreadsheet, sheet: Sheet, row: int, column: int) -> str:
    cell = sheet.at(row, column)
    value = value_of(cell, sheet, book)
    return value.shown if isinstance(value, FormulaError) else shown(value, cell.format if cell else None)


HANDLERS = {
    "addProtectedRange": add_protected,
    "updateProtectedRange": update_protected,
    "deleteProtectedRange": delete_protected,
    "setBasicFilter": set_filter,
    "clearBasicFilter": clear_filter,
}
