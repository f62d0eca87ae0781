"""Requests that write cells."""

import random
import re
from collections.abc import Callable, Sequence
from typing import Any

from ..boxes import COLUMNS, ROWS, Area
from ..cells import BLANK, LONGEST, Cell, Formula, tidy
from ..errors import invalid
from ..formulas import FormulaError, value_of
from ..masks import Mask, merged, wanted
from ..sheet import Sheet
from ..spreadsheet import Spreadsheet
from ..typed import number
from .dimensions import grow
from .ranges import area_of, place_of
from .tabs import colour, mask_of

Given = dict[str, Any]


def value_from(given: Given | None) -> Any:
    """Return what an ExtendedValue enters; raises the 400 for what no cell can hold."""
    if given and len(given) == 1 and len(text := given.get("stringValue") or "") in range(1, LONGEST + 1):
        return text  # nearly all of them
    held = {name: value for name, value in (given or {}).items() if value is not None}
    if not held:
        return None
    if len(held) > 1:
        raise invalid("ExtendedValue: only one of its values can be set.")
    name, value = next(iter(held.items()))
    if name == "errorValue":
        raise invalid("errorValue can't be written.")
    if name == "numberValue":
        return number(float(value))
    if isinstance(value, str) and len(value) > LONGEST:
        raise invalid(f"Your input contains more than the maximum of {LONGEST} characters in a single cell.")
    if name == "formulaValue":
        return Formula(value) if value.startswith("=") else Formula("=" + value)
    return value if value != "" else None


def _coloured(form: Given | None) -> Given | None:
    """Return a format with its colours as they come back: each also as a style."""
    if not isinstance(form, dict):
        return form
    result: Given = {}
    for name, value in form.items():
        if name.lower().endswith("color") and isinstance(value, dict):
            result[name] = colour(value) or {}
            result.setdefault(name + "Style", {"rgbColor": result[name]})
        elif name.endswith("ColorStyle") and isinstance(value, dict) and value.get("rgbColor"):
            result[name] = {"rgbColor": colour(value["rgbColor"])}
            result.setdefault(name.removesuffix("Style"), result[name]["rgbColor"])
        elif value is not None:
            result[name] = _coloured(value) if isinstance(value, dict) else value
    return result


def _coloured_mask(mask: Mask) -> Mask:
    more = {name + "Style": below for name, below in mask.items() if name.lower().endswith("color")}
    return {name: _coloured_mask(below) for name, below in (mask | more).items()}


def writer(mask: Mask, given: Given) -> Callable[[Cell], Cell]:
    """Return what writing a CellData through a mask makes of a cell: a masked field that is absent is cleared."""
    changes: Given = {}
    if wanted(mask, "userEnteredValue") is not None:
        changes["value"], changes["runs"] = value_from(given.get("userEnteredValue")), None
    if wanted(mask, "note") is not None:
        changes["note"] = given.get("note") or None
    if wanted(mask, "dataValidation") is not None:
        changes["rule"] = given.get("dataValidation") or None
    if wanted(mask, "textFormatRuns") is not None:
        changes["runs"] = given.get("textFormatRuns") or None
    below = wanted(mask, "userEnteredFormat")
    if below is None:
        return lambda cell: cell._replace(**changes)
    form, form_mask = _coloured(given.get("userEnteredFormat")), _coloured_mask(below)
    return lambda cell: cell._replace(format=merged(cell.format, form, form_mask) or None, **changes)


def _write_rows(sheet: Sheet, area: Area, rows: Sequence[Given], mask: Mask) -> None:
    nothing, only_value = writer(mask, {}), mask == {"userEnteredValue": {}}
    for index in range(area.height):
        values = (rows[index] or {}).get("values") or [] if index < len(rows) else []
        old = sheet.row(area.top + index)[area.left : area.right]
        line: list[Cell | None] = list(old) + [None] * (area.width - len(old))
        for place, cell in enumerate(line):
            given = values[place] or {} if place < len(values) else {}
            if only_value:  # the same as below, for the many
                new = value_from(given.get("userEnteredValue")) if given else None
                if new is not None:
                    line[place] = Cell(new, *cell[1:4]) if cell is not None else Cell(new)
                elif cell is not None and (cell.value is not None or cell.runs is not None):
                    line[place] = tidy(Cell(None, *cell[1:4]))
            else:
                change = writer(mask, given) if given else nothing
                line[place] = tidy(change(cell or BLANK))
        sheet.write(area.top + index, area.left, line)


def update_cells(book: Spreadsheet, request: Given) -> None:
    mask, rows = mask_of(request, "CellData"), request.get("rows") or []
    width = max((len((row or {}).get("values") or []) for row in rows), default=0)
    if request.get("start") is not None:
        sheet, top, left = place_of(book, request["start"])
        if top + len(rows) > sheet.row_count or left + width > sheet.column_count:
            raise invalid(
                f"Attempting to write row: {top + len(rows) - 1}, column: {left + width - 1}, beyond the grid. "
                f"Max rows: {sheet.row_count}, max columns: {sheet.column_count}"
            )
        for index, row in enumerate(rows):  # here rows may be of different lengths: what isn't given isn't touched
            own = len((row or {}).get("values") or [])
            _write_rows(sheet, Area(top + index, top + index + 1, left, left + own), [row], mask)
        return
    sheet, area = area_of(book, request.get("range"))
    if len(rows) > area.height or width > area.width:
        raise invalid(f"Attempting to write {len(rows)} rows of {width} cells into {area.height} of {area.width}.")
    _write_rows(sheet, area, rows, mask)


def append_cells(book: Spreadsheet, request: Given) -> None:
    """Write rows below the last row of the tab that holds a value, from its first column on."""
    sheet, mask, rows = book.sheet(request.get("sheetId")), mask_of(request, "CellData"), request.get("rows") or []
    top = sheet.last_row()
    width = max((len((row or {}).get("values") or []) for row in rows), default=0)
    if top + len(rows) > sheet.row_count:
        grow(book, sheet, ROWS, top + len(rows) - sheet.row_count)
    if width > sheet.column_count:
        grow(book, sheet, COLUMNS, width - sheet.column_count)
    for index, row in enumerate(rows):
        own = len((row or {}).get("values") or [])
        _write_rows(sheet, Area(top + index, top + index + 1, 0, own), [row], mask)


def repeat_cell(book: Spreadsheet, request: Given) -> None:
    sheet, area = area_of(book, request.get("range"))
    sheet.change(area, writer(mask_of(request, "CellData"), request.get("cell") or {}))


def set_validation(book: Spreadsheet, request: Given) -> None:
    sheet, area = area_of(book, request.get("range"))
    rule = request.get("rule") or None
    if rule and not (rule.get("condition") or {}).get("type"):
        raise invalid("Condition type must be set.")
    kept = {name: value for name, value in (rule or {}).items() if value}  # a False comes back as nothing
    sheet.change(area, lambda cell: cell._replace(rule=kept or None))


def _rank(value: Any) -> tuple[int, Any]:
    if isinstance(value, FormulaError):
        return 3, value.shown
    if isinstance(value, bool):
        return 2, value
    return (1, value.casefold()) if isinstance(value, str) else (0, value)


def sort_range(book: Spreadsheet, request: Given) -> None:
    """Sort rows: numbers, then text whatever its case, then yes and no; empty cells come last either way. What is
    in the cells moves, with formats and notes; what hangs on the rows does not."""
    sheet, area = area_of(book, request.get("range"))
    if any(merge.overlaps(area) and merge.height > 1 for merge in sheet.merges):
        raise invalid("You can't sort a range that contains vertical merges.")
    blank: list[Cell | None] = [None] * area.width
    lines = [(list(sheet.row(index)[area.left : area.right]) + blank)[: area.width] for index in range(*area[:2])]
    for order in reversed(request.get("sortSpecs") or []):
        column = (order.get("dimensionIndex") or 0) - area.left
        if not 0 <= column < area.width:
            raise invalid("Sort spec dimension index is outside of the range.")
        keys = [value_of(line[column], sheet, book) for line in lines]
        filled = [index for index, key in enumerate(keys) if key is not None]
        empty = [index for index, key in enumerate(keys) if key is None]
        down = order.get("sortOrder") == "DESCENDING"
        filled.sort(key=lambda index: _rank(keys[index]), reverse=down)
        lines = [lines[index] for index in (*filled, *empty)]
    for index, line in enumerate(lines):
        sheet.write(area.top + index, area.left, line)


def randomize_range(book: Spreadsheet, request: Given) -> None:
    """Shuffle rows, each time of the same file in the same way."""
    sheet, area = area_of(book, request.get("range"))
    rows = [sheet.row(index)[area.left : area.right] for index in range(area.top, area.bottom)]
    random.Random(book.id).shuffle(rows)
    for index, row in enumerate(rows):
        sheet.write(area.top + index, area.left, [*row, *([None] * (area.width - len(row)))])


def find_replace(book: Spreadsheet, request: Given) -> Given:
    """Replace text in values, and in formulas if so asked; a result that looks like a number becomes one."""
    find = request.get("find") or ""
    if not find:
        raise invalid("find must not be empty.")
    pattern = find if request.get("searchByRegex") else re.escape(find)
    if request.get("matchEntireCell"):
        pattern = rf"\A(?:{pattern})\Z"
    try:
        expression = re.compile(pattern, 0 if request.get("matchCase") else re.IGNORECASE)
    except re.error:
        raise invalid(f"Invalid regular expression: {find}") from None
    replacement = request.get("replacement") or ""
    literal = replacement if request.get("searchByRegex") else replacement.replace("\\", r"\\")
    counts = {"valuesChanged": 0, "formulasChanged": 0, "rowsChanged": 0, "sheetsChanged": 0, "occurrencesChanged": 0}
    for sheet, area in _searched(book, request):
        changed_rows = set()
        for row, column in area._replace(bottom=min(area.bottom, len(sheet.rows))).cells():
            cell = sheet.at(row, column)
            formula = cell is not None and isinstance(cell.value, Formula)
            if cell is None or cell.value is None or (formula and not request.get("includeFormulas")):
                continue
            new, hits = expression.subn(literal, str(cell.value))
            if hits:
                sheet.write(row, column, [tidy(cell._replace(value=_replaced(cell, new)))])
                counts["formulasChanged" if formula else "valuesChanged"] += 1
                counts["occurrencesChanged"] += hits
                changed_rows.add(row)
        counts["rowsChanged"] += len(changed_rows)
        counts["sheetsChanged"] += bool(changed_rows)
    return {name: count for name, count in counts.items() if count}


def _replaced(cell: Cell, new: str) -> Any:
    if isinstance(cell.value, Formula):
        return Formula(new)
    if isinstance(cell.value, str):
        return new or None
    try:
        return number(float(new))
    except ValueError:
        return new or None


def _searched(book: Spreadsheet, request: Given) -> list[tuple[Sheet, Area]]:
    if request.get("range") is not None:
        return [area_of(book, request["range"])]
    sheets = book.sheets if request.get("allSheets") else [book.sheet(request.get("sheetId"))]
    return [(sheet, Area(0, sheet.row_count, 0, sheet.column_count)) for sheet in sheets]


HANDLERS = {
    "updateCells": update_cells,
    "appendCells": append_cells,
    "repeatCell": repeat_cell,
    "setDataValidation": set_validation,
    "sortRange": sort_range,
    "randomizeRange": randomize_range,
    "findReplace": find_replace,
}
