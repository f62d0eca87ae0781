"""Requests about how a tab looks: conditional colours, bands, borders."""

from typing import Any

from ..errors import invalid
from ..masks import merged
from ..spreadsheet import Spreadsheet
from .ranges import area_of
from .tabs import mask_of

Given = dict[str, Any]


def add_rule(book: Spreadsheet, request: Given) -> None:
    rule, index = request.get("rule") or {}, request.get("index") or 0
    if not rule.get("ranges"):
        raise invalid("A conditional format needs a range.")
    sheet, _ = area_of(book, rule["ranges"][0])
    if index > len(sheet.colouring):
        raise invalid(f"No conditional format at index {index}.")
    sheet.colouring.insert(index, rule)


def update_rule(book: Spreadsheet, request: Given) -> Given:
    sheet, index = book.sheet(request.get("sheetId")), request.get("index") or 0
    if index >= len(sheet.colouring):
        raise invalid(f"No conditional format on sheet: {sheet.id} at index: {index}")
    old = sheet.colouring[index]
    new = request.get("rule") or old
    sheet.colouring.pop(index)
    to = index if request.get("newIndex") is None else request["newIndex"]
    sheet.colouring.insert(to, new)
    return {"newRule": new, "newIndex": to, "oldRule": old, "oldIndex": index}


def delete_rule(book: Spreadsheet, request: Given) -> Given:
    sheet, index = book.sheet(request.get("sheetId")), request.get("index") or 0
    if index >= len(sheet.colouring):
        raise invalid(f"No conditional format on sheet: {sheet.id} at index: {index}")
    return {"rule": sheet.colouring.pop(index)}


def add_banding(book: Spreadsheet, request: Given) -> Given:
    given = request.get("bandedRange") or {}
    sheet, _ = area_of(book, given.get("range"))
    held = given | {"bandedRangeId": given.get("bandedRangeId") or book.fresh_id(())}
    sheet.banding.append(held)
    return {"bandedRange": held}


def _band(book: Spreadsheet, key: int | None) -> tuple[list[Given], Given]:
    for sheet in book.sheets:
        for held in sheet.banding:
            if held["bandedRangeId"] == key:
                return sheet.banding, held
    raise invalid(f"No banding with id: {key or 0}")


def update_banding(book: Spreadsheet, request: Given) -> None:
    given = request.get("bandedRange") or {}
    banding, held = _band(book, given.get("bandedRangeId"))
    banding[banding.index(held)] = merged(held, given, mask_of(request, "BandedRange"))


def delete_banding(book: Spreadsheet, request: Given) -> None:
    banding, held = _band(book, request.get("bandedRangeId"))
    banding.remove(held)


def update_borders(book: Spreadsheet, request: Given) -> None:
    """Draw the outer and inner lines of a range into the formats of its cells."""
    sheet, area = area_of(book, request.get("range"))
    for row, column in area.cells():
        sides = {
            "top": request.get("top" if row == area.top else "innerHorizontal"),
            "bottom": request.get("bottom" if row == area.bottom - 1 else "innerHorizontal"),
            "left": request.get("left" if column == area.left else "innerVertical"),
            "right": request.get("right" if column == area.right - 1 else "innerVertical"),
        }
        drawn = {name: line for name, line in sides.items() if line}
        if drawn:
            one = area._replace(top=row, bottom=row + 1, left=column, right=column + 1)
            sheet.change(
                one,
                lambda cell, drawn=drawn: cell._replace(  # type: ignore[misc]
                    format=(cell.format or {}) | {"borders": (cell.format or {}).get("borders", {}) | drawn}
                ),
            )


HANDLERS = {
    "addConditionalFormatRule": add_rule,
    "updateConditionalFormatRule": update_rule,
    "deleteConditionalFormatRule": delete_rule,
    "addBanding": add_banding,
    "updateBanding": update_banding,
    "deleteBanding": delete_banding,
    "updateBorders": update_borders,
}
