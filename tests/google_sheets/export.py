"""A spreadsheet as a file to take away, and a CSV file as a spreadsheet."""

import csv
import io
import zipfile
from xml.sax.saxutils import escape, quoteattr

from .a1 import column_letters
from .boxes import Area
from .cells import BLANK, Cell, Formula, tidy
from .formulas import FormulaError, value_of
from .sheet import Sheet
from .spreadsheet import Spreadsheet
from .typed import enter
from .values import grid

CSV, TSV = "text/csv", "text/tab-separated-values"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TYPES = (CSV, TSV, EXCEL)
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def exported(book: Spreadsheet, kind: str) -> bytes:
    """Return the file: of CSV and TSV the first tab as it shows, of Excel all tabs."""
    if kind == EXCEL:
        return _excel(book)
    sheet = book.sheets[0]
    rows = grid(book, sheet, Area(0, sheet.row_count, 0, sheet.column_count))
    width = max(map(len, rows), default=0)
    out = io.StringIO()
    writer = csv.writer(out, delimiter="," if kind == CSV else "\t", lineterminator="\r\n")
    writer.writerows([[*row, *([""] * (width - len(row)))] for row in rows])
    return out.getvalue().removesuffix("\r\n").encode()


def import_csv(book: Spreadsheet, text: str) -> None:
    """Put a CSV file in place of everything: one tab, named like the file, with values as if typed."""
    rows = list(csv.reader(io.StringIO(text)))
    width = max(map(len, rows), default=0)
    sheet_id = book.fresh_id({sheet.id for sheet in book.sheets})
    sheet = Sheet(sheet_id, book.properties["title"], max(1000, len(rows)), max(26, width))
    for index, row in enumerate(rows):
        sheet.write(index, 0, [tidy(enter(words, BLANK, book.properties["locale"])) for words in row])
    book.sheets = [sheet]
    book.named_ranges, book.metadata = {}, {}
    book.properties["timeZone"] = "America/Los_Angeles"  # a file made anew forgets where it was


def _excel(book: Spreadsheet) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in _parts(book).items():
            package.writestr(name, _HEAD + content)
    return out.getvalue()


def _parts(book: Spreadsheet) -> dict[str, str]:
    numbers = range(1, len(book.sheets) + 1)
    sheet_type = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    overrides = "".join(
        f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{sheet_type}.worksheet+xml"/>' for n in numbers
    )
    listed = "".join(
        f"<sheet name={quoteattr(sheet.title[:31])} sheetId='{n}' r:id='rId{n}'/>"
        for n, sheet in zip(numbers, book.sheets, strict=True)
    )
    links = "".join(
        f'<Relationship Id="rId{n}" Type="{_LINKS}/worksheet" Target="worksheets/sheet{n}.xml"/>' for n in numbers
    )
    return {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{sheet_type}.sheet.main+xml"/>{overrides}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{_LINKS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_LINKS}"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>',
    } | {f"xl/worksheets/sheet{n}.xml": _worksheet(book, sheet) for n, sheet in zip(numbers, book.sheets, strict=True)}


def _worksheet(book: Spreadsheet, sheet: Sheet) -> str:
    rows = []
    for index, row in enumerate(sheet.rows):
        cells = [
            _cell(book, sheet, cell, f"{column_letters(place)}{index + 1}")
            for place, cell in enumerate(row)
            if cell is not None and cell.value is not None
        ]
        if cells:
            rows.append(f'<row r="{index + 1}">{"".join(cells)}</row>')
    return f'<worksheet xmlns="{_MAIN}"><sheetData>{"".join(rows)}</sheetData></worksheet>'


def _cell(book: Spreadsheet, sheet: Sheet, cell: Cell, place: str) -> str:
    """Return one cell: a formula stays one, and text stays text whatever it looks like."""
    value = value_of(cell, sheet, book)
    formula = f"<f>{_clean(cell.value[1:])}</f>" if isinstance(cell.value, Formula) else ""
    if isinstance(value, FormulaError):
        return f'<c r="{place}" t="e">{formula}<v>{escape(value.shown)}</v></c>'
    if isinstance(value, bool):
        return f'<c r="{place}" t="b">{formula}<v>{int(value)}</v></c>'
    if isinstance(value, str):
        if formula:
            return f'<c r="{place}" t="str">{formula}<v>{_clean(value)}</v></c>'
        return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{_clean(value)}</t></is></c>'
    return f'<c r="{place}">{formula}<v>{value}</v></c>'


def _clean(text: str) -> str:
    return escape("".join(sign for sign in text if sign >= " " or sign in "\t\n\r"))
