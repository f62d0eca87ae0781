"""A spreadsheet as spreadsheets.get answers it: only what the mask asks for is built."""

from collections.abc import Sequence
from typing import Any

from .a1 import whole
from .boxes import Area
from .cells import Cell, Formula
from .formulas import FormulaError, value_of
from .masks import Mask, keep, wanted
from .sheet import Line, Sheet
from .shown import shown
from .spreadsheet import Spreadsheet

CALLER = "service-account@example.iam.gserviceaccount.com"
PIXELS = {"ROWS": 21, "COLUMNS": 100}


def spreadsheet(book: Spreadsheet, mask: Mask, ranges: Sequence[str] = (), *, data: bool = False) -> dict[str, Any]:
    """Return the Spreadsheet; with `ranges` only the tabs and cells they touch. Cells are there if `data` says so or
    the mask names them."""
    areas = _areas(book, ranges)
    answer: dict[str, Any] = {"spreadsheetId": book.id, "properties": book.properties}
    if (below := wanted(mask, "sheets")) is not None:
        marks: dict[int, list[int]] = {}
        for key, held in book.metadata.items():
            if held["kind"] == "SHEET":
                marks.setdefault(held["on"], []).append(key)
        data = wanted(below, "data") is not None if mask else data  # a mask alone decides
        answer["sheets"] = [
            _sheet(book, one, below, areas.get(one.id), data, marks.get(one.id))
            for one in book.sheets
            if not ranges or areas.get(one.id) is not None
        ]
    named = [held for held in book.named_ranges.values() if "range" in held]  # a broken one is not shown
    if named:
        answer["namedRanges"] = named
    on_all = [key for key, held in book.metadata.items() if held["kind"] == "SPREADSHEET"]
    if on_all and wanted(mask, "developerMetadata") is not None:
        answer["developerMetadata"] = [book.described_metadata(key) for key in on_all]
    answer["spreadsheetUrl"] = f"https://docs.google.com/spreadsheets/d/{book.id}/edit"
    return keep(mask, answer)  # type: ignore[no-any-return]


def _areas(book: Spreadsheet, ranges: Sequence[str]) -> dict[int, list[Area]]:
    areas: dict[int, list[Area]] = {}
    for text in ranges:
        sheet, area = whole(book, text)
        areas.setdefault(sheet.id, []).append(area)
    return areas


def properties(book: Spreadsheet, sheet: Sheet) -> dict[str, Any]:
    """Return the SheetProperties of a tab."""
    grid = {"rowCount": sheet.row_count, "columnCount": sheet.column_count}
    answer: dict[str, Any] = {
        "sheetId": sheet.id,
        "title": sheet.title,
        "index": book.sheets.index(sheet),
        "sheetType": "GRID",
        "gridProperties": grid | {name: value for name, value in sheet.grid.items() if value},
    }
    if sheet.hidden:
        answer["hidden"] = True
    if sheet.right_to_left:
        answer["rightToLeft"] = True
    if sheet.colour is not None:
        answer |= {"tabColor": sheet.colour, "tabColorStyle": {"rgbColor": sheet.colour}}
    return answer


def _sheet(
    book: Spreadsheet, sheet: Sheet, mask: Mask, areas: list[Area] | None, data: bool, marks: list[int] | None
) -> dict[str, Any]:
    answer: dict[str, Any] = {"properties": properties(book, sheet)}
    if data:
        below = wanted(mask, "data") or {}
        every = areas or [Area(0, sheet.row_count, 0, sheet.column_count)]
        answer["data"] = [grid_data(book, sheet, area, below) for area in every]
    if sheet.merges:
        answer["merges"] = [
            ({"sheetId": sheet.id} if sheet.id else {})
            | dict(zip(("startRowIndex", "endRowIndex", "startColumnIndex", "endColumnIndex"), merge, strict=True))
            for merge in sheet.merges
        ]
    held = {
        "conditionalFormats": sheet.colouring,
        "basicFilter": sheet.filter,
        "protectedRanges": sheet.protected,
        "bandedRanges": sheet.banding,
        "rowGroups": described_groups(sheet, "ROWS"),
        "columnGroups": described_groups(sheet, "COLUMNS"),
    }
    answer |= {name: value for name, value in held.items() if value}
    if marks and wanted(mask, "developerMetadata") is not None:
        answer["developerMetadata"] = [book.described_metadata(key) for key in marks]
    return answer


def described_groups(sheet: Sheet, dimension: str) -> list[dict[str, Any]]:
    """Return the DimensionGroups of a tab's rows or columns."""
    on = {"sheetId": sheet.id} if sheet.id else {}
    return [
        {"range": on | {"dimension": dimension, "startIndex": one["startIndex"], "endIndex": one["endIndex"]}}
        | {"depth": one["depth"]}
        | ({"collapsed": True} if one.get("collapsed") else {})
        for one in sheet.groups[dimension]
    ]


def grid_data(book: Spreadsheet, sheet: Sheet, area: Area, mask: Mask) -> dict[str, Any]:
    """Return the GridData of an area: rows and cells at the end about which there is nothing are left out."""
    answer: dict[str, Any] = {}
    if area.top:
        answer["startRow"] = area.top
    if area.left:
        answer["startColumn"] = area.left
    if (below := wanted(mask, "rowData")) is not None:
        rows = [_row(book, sheet, row[area.left : area.right], below) for row in sheet.rows[area.top : area.bottom]]
        while rows and not rows[-1]:
            rows.pop()
        if rows:
            answer["rowData"] = rows
    for name, lines, start, end in (
        ("rowMetadata", sheet.row_lines, area.top, area.bottom),
        ("columnMetadata", sheet.column_lines, area.left, area.right),
    ):
        if wanted(mask, name) is not None:
            dimension = "ROWS" if name == "rowMetadata" else "COLUMNS"
            answer[name] = [
                _line(book, line, number, PIXELS[dimension]) for number, line in enumerate(lines[start:end], start)
            ]
    return answer


def _line(book: Spreadsheet, line: Line, number: int, pixels: int) -> dict[str, Any]:
    answer: dict[str, Any] = {"pixelSize": line.pixels or pixels}
    if line.hidden:
        answer["hiddenByUser"] = True
    if line.filtered:
        answer["hiddenByFilter"] = True
    if line.metadata:
        answer["developerMetadata"] = [book.described_metadata(key, number) for key in line.metadata]
    return answer


def _row(book: Spreadsheet, sheet: Sheet, cells: Sequence[Cell | None], mask: Mask) -> dict[str, Any]:
    below = wanted(mask, "values")
    if below is None:
        return {}
    width = len(cells)
    while width and cells[width - 1] is None:
        width -= 1
    values = [cell_data(cell, sheet, book, below) if cell is not None else {} for cell in cells[:width]]
    return {"values": values} if values else {}


def extended(value: Any) -> dict[str, Any]:
    """Return a value as an ExtendedValue."""
    if isinstance(value, FormulaError):
        return {"errorValue": value.json}
    if isinstance(value, Formula):
        return {"formulaValue": str(value)}
    if isinstance(value, bool):
        return {"boolValue": value}
    return {"stringValue": value} if isinstance(value, str) else {"numberValue": value}


def cell_data(cell: Cell, sheet: Sheet, book: Spreadsheet, mask: Mask) -> dict[str, Any]:
    """Return the CellData of one cell, as far as the mask asks for it."""
    answer: dict[str, Any] = {}
    if cell.value is not None:
        if "userEnteredValue" in mask or not mask:
            answer["userEnteredValue"] = extended(cell.value)
        value = value_of(cell, sheet, book)
        if "effectiveValue" in mask or not mask:
            answer["effectiveValue"] = extended(value)
        if "formattedValue" in mask or not mask:
            answer["formattedValue"] = value.shown if isinstance(value, FormulaError) else shown(value, cell.format)
    if cell.format:
        answer |= {"userEnteredFormat": cell.format, "effectiveFormat": cell.format}
    if cell.note:
        answer["note"] = cell.note
    if cell.rule:
        answer["dataValidation"] = cell.rule
    if cell.runs:
        answer["textFormatRuns"] = cell.runs
    if isinstance(cell.value, str) and cell.value.startswith(("http://", "https://")):
        answer["hyperlink"] = str(cell.value)
    return keep(mask, answer)  # type: ignore[no-any-return]
