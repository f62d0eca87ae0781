"""Requests that copy, cut and merge cells, or push them aside."""

from typing import Any

from ..boxes import ROWS, Area
from ..cells import BLANK, Cell, tidy
from ..errors import invalid
from ..sheet import Sheet
from ..spreadsheet import Spreadsheet
from .dimensions import grow
from .ranges import area_of, place_of

Grid = list[list[Cell | None]]


def _cut_out(sheet: Sheet, area: Area) -> Grid:
    return [
        (list(sheet.row(index)[area.left : area.right]) + [None] * area.width)[: area.width]
        for index in range(area.top, area.bottom)
    ]


def _pasted(new: Cell | None, old: Cell | None, paste: str) -> Cell | None:
    new, old = new or BLANK, old or BLANK
    if paste == "PASTE_VALUES":
        return tidy(old._replace(value=new.value))
    if paste == "PASTE_FORMULA":
        return tidy(old._replace(value=new.value))
    if paste in ("PASTE_FORMAT", "PASTE_CONDITIONAL_FORMATTING"):
        return tidy(old._replace(format=new.format))
    if paste == "PASTE_DATA_VALIDATION":
        return tidy(old._replace(rule=new.rule))
    return tidy(new)


def _paste(sheet: Sheet, cells: Grid, top: int, left: int, paste: str) -> None:
    for index, line in enumerate(cells):
        old = _cut_out(sheet, Area(top + index, top + index + 1, left, left + len(line)))[0]
        sheet.write(top + index, left, [_pasted(new, was, paste) for new, was in zip(line, old, strict=True)])


def copy_paste(book: Spreadsheet, request: dict[str, Any]) -> None:
    """Copy cells; a destination that is a multiple of the source is filled with it."""
    source, area = area_of(book, request.get("source"))
    target, into = area_of(book, request.get("destination"))
    cells, paste = _cut_out(source, area), request.get("pasteType") or "PASTE_NORMAL"
    if request.get("pasteOrientation") == "TRANSPOSE":
        cells = [list(column) for column in zip(*cells, strict=True)]
    height, width = len(cells), len(cells[0])
    down = into.height // height if into.height % height == 0 else 1
    across = into.width // width if into.width % width == 0 else 1
    whole = [line * max(1, across) for _ in range(max(1, down)) for line in cells]
    if into.top + len(whole) > target.row_count or into.left + len(whole[0]) > target.column_count:
        raise invalid("The destination exceeds the grid.")
    _paste(target, whole, into.top, into.left, paste)


def cut_paste(book: Spreadsheet, request: dict[str, Any]) -> None:
    source, area = area_of(book, request.get("source"))
    target, top, left = place_of(book, request.get("destination") or {})
    if top + area.height > target.row_count or left + area.width > target.column_count:
        raise invalid("The destination exceeds the grid.")
    cells = _cut_out(source, area)
    source.change(area, lambda _: BLANK)
    _paste(target, cells, top, left, request.get("pasteType") or "PASTE_NORMAL")


def merge_cells(book: Spreadsheet, request: dict[str, Any]) -> None:
    """Make one cell of several: of each the top left value stays, the others are gone."""
    sheet, area = area_of(book, request.get("range"))
    kind = request.get("mergeType") or "MERGE_ALL"
    if kind == "MERGE_ROWS":
        parts = [area._replace(top=row, bottom=row + 1) for row in range(area.top, area.bottom)]
    elif kind == "MERGE_COLUMNS":
        parts = [area._replace(left=column, right=column + 1) for column in range(area.left, area.right)]
    else:
        parts = [area]
    inside = [merge for merge in sheet.merges if merge.overlaps(area)]
    if not all(area.contains(merge) for merge in inside):
        raise invalid("You must select all cells in a merged range to merge or unmerge them.")
    sheet.merges = [merge for merge in sheet.merges if merge not in inside]
    for part in parts:
        first = next((cell for place in part.cells() if (cell := sheet.at(*place)) and cell.value is not None), None)
        kept = sheet.at(part.top, part.left)
        sheet.change(part, lambda cell: cell._replace(value=None))
        if kept is not None and kept.value is not None:
            sheet.write(part.top, part.left, [kept])
        elif first is not None:
            sheet.write(part.top, part.left, [(kept or BLANK)._replace(value=first.value)])
        if part.height * part.width > 1:
            sheet.merges.append(part)


def unmerge_cells(book: Spreadsheet, request: dict[str, Any]) -> None:
    sheet, area = area_of(book, request.get("range"))
    inside = [merge for merge in sheet.merges if merge.overlaps(area)]
    if not all(area.contains(merge) for merge in inside):
        raise invalid("You must select all cells in a merged range to merge or unmerge them.")
    sheet.merges = [merge for merge in sheet.merges if merge not in inside]


def insert_range(book: Spreadsheet, request: dict[str, Any]) -> None:
    """Push cells down or to the right and leave empty ones; the grid grows where they would fall off."""
    sheet, area = area_of(book, request.get("range"))
    if request.get("shiftDimension") == ROWS:
        below = Area(area.top, max(area.top, sheet.last_row()), area.left, area.right)
        if below.bottom + area.height > sheet.row_count:
            grow(book, sheet, ROWS, below.bottom + area.height - sheet.row_count)
        to = (area.bottom, area.left)
    else:
        below = Area(area.top, area.bottom, area.left, sheet.column_count)
        if any(any(row[sheet.column_count - area.width :]) for row in sheet.rows[area.top : area.bottom]):
            grow(book, sheet, "COLUMNS", area.width)
        else:
            below = below._replace(right=sheet.column_count - area.width)
        to = (area.top, area.right)
    cells = _cut_out(sheet, below)
    sheet.change(area, lambda _: BLANK)
    _paste(sheet, cells, *to, "PASTE_NORMAL")


def delete_range(book: Spreadsheet, request: dict[str, Any]) -> None:
    """Take cells out and pull up what is below, or to the left what is to the right."""
    sheet, area = area_of(book, request.get("range"))
    if request.get("shiftDimension") == ROWS:
        rest = Area(area.bottom, max(area.bottom, len(sheet.rows)), area.left, area.right)
        emptied = Area(area.top, max(area.bottom, len(sheet.rows)), area.left, area.right)
    else:
        rest = Area(area.top, area.bottom, area.right, sheet.column_count)
        emptied = Area(area.top, area.bottom, area.left, sheet.column_count)
    cells = _cut_out(sheet, rest)
    sheet.change(emptied, lambda _: BLANK)
    _paste(sheet, cells, area.top, area.left, "PASTE_NORMAL")


HANDLERS = {
    "copyPaste": copy_paste,
    "cutPaste": cut_paste,
    "mergeCells": merge_cells,
    "unmergeCells": unmerge_cells,
    "insertRange": insert_range,
    "deleteRange": delete_range,
}
