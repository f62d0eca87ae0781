"""The values.* methods: reading and writing plain values by range."""

from collections.abc import Sequence
from typing import Any

from .a1 import beyond, check, column_letters, find, text_of, whole
from .boxes import COLUMNS, Area
from .cells import BLANK, LONGEST, Cell, Formula, tidy
from .errors import invalid
from .formulas import FormulaError, value_of
from .sheet import Sheet
from .shown import is_moment, shown
from .spreadsheet import Spreadsheet
from .typed import enter, number

FORMATTED, UNFORMATTED, FORMULA = "FORMATTED_VALUE", "UNFORMATTED_VALUE", "FORMULA"


def rendered(cell: Cell | None, sheet: Sheet, book: Spreadsheet, render: str, moments: str) -> Any:
    """Return what an answer gives for one cell, "" for an empty one."""
    if cell is None or cell.value is None:
        return ""
    if render == FORMULA and isinstance(cell.value, Formula):
        return str(cell.value)
    value = value_of(cell, sheet, book)
    if isinstance(value, FormulaError):
        return value.shown
    if render == FORMATTED or (render == UNFORMATTED and moments == "FORMATTED_STRING" and is_moment(cell.format)):
        return shown(value, cell.format)
    return value


def grid(
    book: Spreadsheet,
    sheet: Sheet,
    area: Area,
    render: str = FORMATTED,
    moments: str = "SERIAL_NUMBER",
    dimension: str = "ROWS",
) -> list[list[Any]]:
    """Return the values of an area without the blanks at the end of each row and without empty rows at the end."""
    lines: list[list[Any]] = [
        [rendered(cell, sheet, book, render, moments) for cell in row[area.left : area.right]]
        for row in sheet.rows[area.top : min(area.bottom, sheet.last_row())]
    ]
    if dimension == COLUMNS:
        width = max(map(len, lines), default=0)
        lines = [[line[index] if index < len(line) else "" for line in lines] for index in range(width)]
    for line in lines:
        while line and line[-1] == "":
            line.pop()
    while lines and not lines[-1]:
        lines.pop()
    return lines


def get(book: Spreadsheet, text: str, options: dict[str, str]) -> dict[str, Any]:
    """Return a ValueRange; without `values` when the range is empty."""
    sheet, area = whole(book, text)
    dimension = options.get("majorDimension") or "ROWS"
    render = options.get("valueRenderOption") or FORMATTED
    moments = options.get("dateTimeRenderOption") or "SERIAL_NUMBER"
    answer: dict[str, Any] = {"range": text_of(sheet.title, area), "majorDimension": dimension}
    values = grid(book, sheet, area, render, moments, dimension)
    return answer | ({"values": values} if values else {})


def by_rows(values: Sequence[Sequence[Any]], dimension: str) -> list[list[Any]]:
    """Return the values of a body row by row; where a column is short nothing is written."""
    if dimension != COLUMNS:
        return [list(line) for line in values]
    height = max(map(len, values), default=0)
    return [[line[index] if index < len(line) else None for line in values] for index in range(height)]


def entered(given: Any, before: Cell, option: str, locale: str, place: str) -> Cell:
    """Return the cell after a program wrote `given` into it."""
    if isinstance(given, list | dict):
        kind = "list_value" if isinstance(given, list) else "struct_value"
        raise invalid(f"Invalid {place}: {kind} {{ }}")
    if isinstance(given, str):
        if len(given) > LONGEST:
            raise invalid(f"Your input contains more than the maximum of {LONGEST} characters in a single cell.")
        if option == "USER_ENTERED":
            return enter(given, before, locale)
        return before._replace(value=given or None)
    return before._replace(value=given if isinstance(given, bool) else number(given))


def write(book: Spreadsheet, sheet: Sheet, top: int, left: int, rows: list[list[Any]], option: str) -> dict[str, Any]:
    """Write values; null leaves a cell as it is and is not counted. Return what the answer says was updated."""
    if option not in ("RAW", "USER_ENTERED"):
        raise invalid("'valueInputOption' is required but not specified")
    locale = book.properties["locale"]
    touched_rows, touched_columns, cells = 0, set(), 0
    for index, line in enumerate(rows):
        old = sheet.row(top + index)[left : left + len(line)]
        new: list[Cell | None] = list(old) + [None] * (len(line) - len(old))
        count = cells
        for place, given in enumerate(line):
            if given is not None:
                where = f"data.values[{index}][{place}]"
                new[place] = tidy(entered(given, new[place] or BLANK, option, locale, where))
                touched_columns.add(place)
                cells += 1
        if cells > count:
            touched_rows += 1
            sheet.write(top + index, left, new)
    width = max(map(len, rows), default=0)
    area = Area(top, top + max(1, len(rows)), left, left + max(1, width))
    counts = {"updatedRows": touched_rows, "updatedColumns": len(touched_columns), "updatedCells": cells}
    updated = {name: count for name, count in counts.items() if count}
    return {"spreadsheetId": book.id, "updatedRange": text_of(sheet.title, area)} | updated


def update(book: Spreadsheet, text: str, body: dict[str, Any], options: dict[str, str]) -> dict[str, Any]:
    """Write a ValueRange into its range; answers an UpdateValuesResponse."""
    sheet, box = find(book, text)
    check(sheet, box)
    rows = by_rows(body.get("values") or [], body.get("majorDimension") or "ROWS")
    top, left, width = box.top or 0, box.left or 0, max(map(len, rows), default=0)
    single = box.bottom == top + 1 and box.right == left + 1
    if not single and box.bottom is not None and top + len(rows) > box.bottom:
        area = Area(top, box.bottom, left, box.right or sheet.column_count)
        where = text_of(sheet.title, area)
        raise invalid(f"Requested writing within range [{where}], but tried writing to row [{box.bottom + 1}]")
    if not single and box.right is not None and left + width > box.right:
        where = text_of(sheet.title, Area(top, box.bottom or sheet.row_count, left, box.right))
        column = column_letters(box.right)
        raise invalid(f"Requested writing within range [{where}], but tried writing to column [{column}]")
    if top + len(rows) > sheet.row_count or left + width > sheet.column_count:
        beyond(sheet, Area(top, top + len(rows), left, left + width))
    answer = write(book, sheet, top, left, rows, options.get("valueInputOption", ""))
    return answer | echoed(book, answer["updatedRange"], body, options)


def echoed(book: Spreadsheet, text: str, body: dict[str, Any], options: dict[str, str]) -> dict[str, Any]:
    """Return the `updatedData` part of an answer, if it was asked for."""
    if str(options.get("includeValuesInResponse", "")).lower() != "true":
        return {}
    asked = {
        "valueRenderOption": options.get("responseValueRenderOption", ""),
        "dateTimeRenderOption": options.get("responseDateTimeRenderOption", ""),
        "majorDimension": body.get("majorDimension") or "",
    }
    return {"updatedData": get(book, text, asked)}


def clear(book: Spreadsheet, text: str) -> str:
    """Empty a range, leaving its formats; return the range as the answer gives it."""
    sheet, area = whole(book, text)
    blanks: dict[int, Cell] = {}  # by the id of a format: cleared cells of one format are one cell
    for index in range(area.top, min(area.bottom, len(sheet.rows))):
        cells = sheet.rows[index][area.left : area.right]
        sheet.write(index, area.left, [_cleared(cell, blanks) if cell else None for cell in cells])
    return text_of(sheet.title, area)


def _cleared(cell: Cell, blanks: dict[int, Cell]) -> Cell | None:
    if cell.note or cell.rule:
        return cell._replace(value=None, runs=None)
    return blanks.setdefault(id(cell.format), Cell(format=cell.format)) if cell.format else None


def batch_update(book: Spreadsheet, body: dict[str, Any]) -> dict[str, Any]:
    """Write several ranges; answers a BatchUpdateValuesResponse."""
    responses = [update(book, one.get("range", ""), one, body) for one in body.get("data") or []]
    totals = {
        "totalUpdatedRows": sum(one.get("updatedRows", 0) for one in responses),
        "totalUpdatedColumns": max((one.get("updatedColumns", 0) for one in responses), default=0),
        "totalUpdatedCells": sum(one.get("updatedCells", 0) for one in responses),
        "totalUpdatedSheets": len({one["updatedRange"].rpartition("!")[0] for one in responses}),
    }
    return {"spreadsheetId": book.id} | {k: v for k, v in totals.items() if v} | {"responses": responses}
