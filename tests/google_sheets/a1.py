"""A1 notation: which cells a range means, and how the service writes one back."""

import re
from typing import TYPE_CHECKING

from .boxes import Area, Box
from .errors import invalid

if TYPE_CHECKING:
    from .sheet import Sheet
    from .spreadsheet import Spreadsheet

_CORNER = r"\$?([A-Za-z]{1,3})?\$?([1-9][0-9]{0,7})?"
_CELLS = re.compile(rf"{_CORNER}(?::{_CORNER})?")
_R1C1 = re.compile(r"[Rr](\d+)[Cc](\d+)(?::[Rr](\d+)[Cc](\d+))?")
_PLAIN_TITLE = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_LIKE_A_CELL = re.compile(r"[A-Za-z]{1,3}[0-9]+|[Rr][0-9]*[Cc]?[0-9]*|[Cc][0-9]*|[A-Za-z]{1,3}", re.ASCII)


def column_number(letters: str) -> int:
    """Return the index of a column, A being nought."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number - 1


def column_letters(index: int) -> str:
    """Return the letters of a column."""
    letters, index = "", index + 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def parse_cells(text: str) -> Box | None:
    """Return the box that a range without its tab means ("A1", "B:B", "2:4", "D4:A1"), None if it means none."""
    if match := _R1C1.fullmatch(text):
        row, column, last_row, last_column = (int(part) if part else None for part in match.groups())
        return _ordered(row, column, last_row or row, last_column or column)
    match = _CELLS.fullmatch(text)
    if not match or not text:
        return None
    letters, number, last_letters, last_number = match.groups()
    row, column = (int(number) if number else None), (column_number(letters) + 1 if letters else None)
    if ":" not in text:
        return _ordered(row, column, row, column) if row and column else None
    if not (letters or number) or not (last_letters or last_number):
        return None
    last_row = int(last_number) if last_number else None
    last_column = column_number(last_letters) + 1 if last_letters else None
    return _ordered(row, column, last_row, last_column)


def _ordered(row: int | None, column: int | None, last_row: int | None, last_column: int | None) -> Box:
    if row and last_row and row > last_row:
        row, last_row = last_row, row
    if column and last_column and column > last_column:
        column, last_column = last_column, column
    if row is None and last_row is not None and column is not None and last_column is not None:
        row, last_row = last_row, None  # A:B5 means A5:B
    return Box((row or 1) - 1, last_row, (column or 1) - 1, last_column)


def find(spreadsheet: "Spreadsheet", text: str) -> tuple["Sheet", Box]:
    """Return the tab and the box that a range means; raises the service's 400 for one that means nothing."""
    title, cells = _split(text)
    if title is None:
        box = parse_cells(cells)
        if box is not None:
            return spreadsheet.first(), box
        if named := spreadsheet.named(cells):
            return named
        if sheet := spreadsheet.titled(cells):
            return sheet, Box()
    elif sheet := spreadsheet.titled(title):
        if not cells:
            return sheet, Box()
        box = parse_cells(cells)
        if box is not None:
            return sheet, box
        if (named := spreadsheet.named(cells)) and named[0] is sheet:
            return named
    raise invalid(f"Unable to parse range: {text}")


def _split(text: str) -> tuple[str | None, str]:
    if text.startswith("'"):
        match = re.match(r"'((?:[^']|'')*)'(?:!(.*))?$", text, re.DOTALL)
        return (match[1].replace("''", "'"), match[2] or "") if match else (text, "")
    title, mark, cells = text.rpartition("!")
    return (title, cells) if mark else (None, text)


def title_text(title: str) -> str:
    """Return a tab's title as a range begins with it: in quotes unless it can't be taken for anything else."""
    plain = _PLAIN_TITLE.fullmatch(title) and not _LIKE_A_CELL.fullmatch(title)
    return title if plain else "'" + title.replace("'", "''") + "'"


def text_of(title: str, area: Area) -> str:
    """Return a range as answers give it."""
    first = f"{column_letters(area.left)}{area.top + 1}"
    last = f"{column_letters(area.right - 1)}{area.bottom}"
    return f"{title_text(title)}!{first}" + ("" if first == last else f":{last}")


def whole(spreadsheet: "Spreadsheet", text: str) -> tuple["Sheet", Area]:
    """Return the tab and the area of a range, cut to the grid; raises the 400 for one that begins outside of it."""
    sheet, box = find(spreadsheet, text)
    check(sheet, box)
    return sheet, sheet.area(box)


def check(sheet: "Sheet", box: Box) -> None:
    """Raise the service's 400 if a box begins outside of the grid."""
    if (box.top or 0) >= sheet.row_count or (box.left or 0) >= sheet.column_count:
        bottom = box.bottom or max(sheet.row_count, (box.top or 0) + 1)
        right = box.right or max(sheet.column_count, (box.left or 0) + 1)
        beyond(sheet, Area(box.top or 0, bottom, box.left or 0, right))


def beyond(sheet: "Sheet", area: Area) -> None:
    """Raise the 400 for cells that the grid does not have."""
    raise invalid(
        f"Range ({text_of(sheet.title, area)}) exceeds grid limits. "
        f"Max rows: {sheet.row_count}, max columns: {sheet.column_count}"
    )
