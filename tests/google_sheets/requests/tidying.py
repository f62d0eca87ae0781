"""Requests that tidy up: what people do from the menus "Data" and "Edit"."""

import csv
import io
from typing import Any

from ..boxes import Area
from ..cells import BLANK, Cell, Formula, tidy
from ..errors import invalid
from ..formulas import value_of
from ..spreadsheet import Spreadsheet
from ..typed import enter
from .ranges import area_of, place_of

Given = dict[str, Any]
_DELIMITERS = {"COMMA": ",", "SEMICOLON": ";", "PERIOD": ".", "SPACE": " "}


def trim_whitespace(book: Spreadsheet, request: Given) -> Given:
    """Take away blanks around text and make one of several within it."""
    sheet, area = area_of(book, request.get("range"))
    changed = 0
    for row, column in area._replace(bottom=min(area.bottom, len(sheet.rows))).cells():
        cell = sheet.at(row, column)
        if cell is not None and isinstance(cell.value, str) and not isinstance(cell.value, Formula):
            words = " ".join(cell.value.split())
            if words != cell.value:
                sheet.write(row, column, [tidy(cell._replace(value=words or None))])
                changed += 1
    return {"cellsChangedCount": changed} if changed else {}


def delete_duplicates(book: Spreadsheet, request: Given) -> Given:
    """Keep of rows that are equal in the columns compared, whatever their case, only the first; the rest moves up."""
    sheet, area = area_of(book, request.get("range"))
    compared = [
        column
        for one in request.get("comparisonColumns") or []
        for column in range(one.get("startIndex") or 0, one.get("endIndex") or 0)
    ] or list(range(area.left, area.right))
    seen, kept, removed = set(), [], 0
    for row in range(area.top, area.bottom):
        values = [value_of(sheet.at(row, column), sheet, book) for column in compared]
        key = tuple(value.casefold() if isinstance(value, str) else value for value in values)
        if any(value is not None for value in values) and key in seen:
            removed += 1
            continue
        seen.add(key)
        cells = list(sheet.row(row)[area.left : area.right])
        kept.append(cells + [None] * (area.width - len(cells)))
    for index in range(area.height):
        blank: list[Cell | None] = [None] * area.width
        sheet.write(area.top + index, area.left, kept[index] if index < len(kept) else blank)
    return {"duplicatesRemovedCount": removed} if removed else {}


def paste_data(book: Spreadsheet, request: Given) -> None:
    """Put text from elsewhere into cells as if typed."""
    sheet, top, left = place_of(book, request.get("coordinate") or {})
    if request.get("html"):
        raise invalid("the stand-in pastes text only, no HTML.")
    lines = csv.reader(io.StringIO(request.get("data") or ""), delimiter=request.get("delimiter") or "\t")
    for index, words in enumerate(lines):
        if top + index >= sheet.row_count or left + len(words) > sheet.column_count:
            raise invalid("The data exceeds the grid.")
        old = [sheet.at(top + index, left + place) or BLANK for place in range(len(words))]
        locale = book.properties["locale"]
        cells = [tidy(enter(text, cell, locale)) for text, cell in zip(words, old, strict=True)]
        sheet.write(top + index, left, cells)


def text_to_columns(book: Spreadsheet, request: Given) -> None:
    """Split the text of one column over the columns to its right."""
    sheet, area = area_of(book, request.get("source"))
    if area.width != 1:
        raise invalid("The source must be one column.")
    delimiter = request.get("delimiter") or _DELIMITERS.get(request.get("delimiterType") or "COMMA", ",")
    for row in range(area.top, min(area.bottom, len(sheet.rows))):
        cell = sheet.at(row, area.left)
        if cell is None or not isinstance(cell.value, str):
            continue
        parts = cell.value.split(delimiter)
        if area.left + len(parts) > sheet.column_count:
            raise invalid("The data exceeds the grid.")
        for place, words in enumerate(parts):
            one = Area(row, row + 1, area.left + place, area.left + place + 1)
            sheet.change(one, lambda old, words=words: enter(words, old, book.properties["locale"]))  # type: ignore[misc]


HANDLERS = {
    "trimWhitespace": trim_whitespace,
    "deleteDuplicates": delete_duplicates,
    "pasteData": paste_data,
    "textToColumns": text_to_columns,
}
