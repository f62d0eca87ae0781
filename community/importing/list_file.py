"""The lines of a list as it was sent to us: CSV of any separator and encoding, or a sheet of .xlsx, .xls and .ods.

Which bytes are which letters is guessed by what English lists hold: a library's guess took what an Apple machine of
1999 wrote for Windows's letters, and names came out wrong.
"""

import csv
import io
import re
import unicodedata
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from zipfile import BadZipFile, ZipFile

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetVisibleEnum

from community.importing.not_a_list import NotAList

MOST_BYTES = 20_000_000
MOST_LINES = 50_000
MOST_COLUMNS = 300
_PARTS = "Is it the right file? If so, bring it in several parts."
_SEPARATORS = (",", ";", "\t", "|")
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_OLD = ("cp1252", "mac_roman", "cp850")
"""What Windows, Apple's machines before 2001 and DOS wrote, the likeliest first."""
_SLIPS = 8
"""Signs that no list holds and a slip of an old system leaves: more of them, and it is no text."""
_USUAL = set("£€’‘“”–—…•½¼°´`")
_BOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How .xlsx and .ods begin, and .xls."""


@dataclass(frozen=True)
class ListLine:
    """One line of the file, by the number that a spreadsheet program shows beside it."""

    number: int
    cells: tuple[str, ...] = field(repr=False)

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands in it."""
        return not any(self.cells)


@dataclass(frozen=True)
class ListFile:
    """The lines of one list, and how the file was read: said to the person who brings it."""

    lines: tuple[ListLine, ...] = field(repr=False)
    read_as: str
    """In words, such as `CSV with semicolons, cp1252`."""
    sheet: str | None = field(default=None, repr=False)
    others: tuple[str, ...] = field(default=(), repr=False)
    """Further sheets of the same file, which were not read."""
    separator: str = ""
    """What stands between the cells of a text."""
    of: str | None = None
    """The one kind of list that it can be, if its form says so."""


def read(data: bytes, sheet: str | None = None) -> ListFile:
    """The lines of the list; of a workbook, of the sheet that is named, else of the longest. Raises NotAList."""
    if len(data) > MOST_BYTES:
        raise NotAList("The file is larger than 20 MB. Bring it in several parts.")
    found = _workbook(data, sheet) if data.startswith(_BOOKS) else _text(data)
    if not found.lines or all(line.is_empty for line in found.lines):
        raise NotAList("There is nothing in this file.")
    if len(found.lines) > MOST_LINES:
        raise NotAList(f"The list is longer than {MOST_LINES:,} lines. {_PARTS}")
    if max(len(line.cells) for line in found.lines) > MOST_COLUMNS:
        raise NotAList(f"The list has more than {MOST_COLUMNS} columns. Is it the right file?")
    return found


# --- text ------------------------------------------------------------------------------------------------------------


def _text(data: bytes) -> ListFile:
    text, encoding = _decoded(data)
    if sum(sign < " " and sign not in "\t\n\r\v\f" for sign in text) > max(_SLIPS, len(text) // 200):
        raise NotAList("This is no list that we can read. Save it as CSV, or as an Excel file (.xlsx), and try again.")
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    separator = None
    if lines[:6].lower().startswith("sep=") and lines[5:6] == "\n":  # Excel's own hint
        separator, lines = lines[4], "\n" + lines[6:]
    separator = separator or _separator(lines)
    called = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "upright lines"}.get(separator, "other signs")
    records = []
    for record in _records(lines, separator):  # at once, as each line and cell takes a hundred times its byte
        if record.number > MOST_LINES or len(record.cells) > MOST_COLUMNS:
            raise NotAList(f"The list has more than {MOST_LINES:,} lines or {MOST_COLUMNS} columns. {_PARTS}")
        records.append(record)
    return ListFile(tuple(records), f"text with {called}, {encoding}", separator=separator)


def _decoded(data: bytes) -> tuple[str, str]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace"), encoding.removesuffix("-sig")
    if data[:200].count(b"\0") > 20:  # UTF-16 without its mark
        encoding = "utf-16-le" if data[1:2] == b"\0" else "utf-16-be"
        return data.decode(encoding, "replace"), encoding
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        best = max(_OLD, key=lambda each: _likely(data.decode(each, "replace")))
        return data.decode(best, "replace"), best


def _likely(text: str) -> int:
    """How much the text looks as people write: small letters with accents within words, the usual signs beside them."""
    found = 0
    for place, sign in enumerate(text):
        if sign.isascii():
            continue
        before, after = text[place - 1 : place], text[place + 1 : place + 2]
        if sign == "’":
            found += 1 if before.isalpha() else 0
        elif sign in "‘“":
            found += 1 if not before.isalpha() else -2
        elif sign in _USUAL:
            found += 1
        elif sign.isalpha() and "LATIN" in unicodedata.name(sign, ""):
            found += 1 if sign.islower() or not (before.islower() or (after.islower() and before.isalpha())) else -2
        else:
            found -= 2
    return found


def _separator(text: str) -> str:
    """The sign that cuts most lines into equally many cells."""

    def fits(sign: str) -> tuple[float, int]:
        widths = [len(record.cells) for record in _records(text[:40_000], sign) if not record.is_empty][:200]
        wide = [each for each in widths if each > 1]
        if not wide:
            return 0.0, 0
        usual = max(set(wide), key=wide.count)
        return wide.count(usual) / len(widths) * min(usual, 6), usual

    return max(_SEPARATORS, key=fits)


def _records(text: str, separator: str) -> Iterator[ListLine]:
    """Each record with the number of its row, as a spreadsheet program counts it: cells may hold several lines."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, skipinitialspace=True)
    try:
        for number, record in enumerate(reader, start=1):
            yield ListLine(number, tuple(_plain(cell) for cell in record))
    except csv.Error:
        raise NotAList(
            "A cell of this list never ends: a quotation mark is missing. Save it anew, and try again."
        ) from None


# --- workbooks -------------------------------------------------------------------------------------------------------


def _workbook(data: bytes, sheet: str | None) -> ListFile:
    try:
        if (extent := furthest_cell(data)) is not None and (extent[0] > MOST_LINES or extent[1] > MOST_COLUMNS):
            raise NotAList(f"The sheet has a cell beyond line {MOST_LINES:,} or column {MOST_COLUMNS}. {_PARTS}")
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets = {name: book.get_sheet_by_name(name) for name in book.sheet_names}
        if sheet is not None and sheet not in sheets:
            raise NotAList("There is no sheet of this name in the file.")
        shown = [each.name for each in book.sheets_metadata if each.visible == SheetVisibleEnum.Visible]
        # What somebody hid is last year's list, or what a pivot is made from.
        chosen = sheet or max(shown or sheets, key=lambda name: sheets[name].total_height * sheets[name].total_width)
        found = sheets[chosen]
        if found.total_height > MOST_LINES or found.total_width > MOST_COLUMNS:
            raise NotAList("The sheet is too large. Is it the right file?")
        rows = [[_cell(value) for value in row] for row in found.to_python(skip_empty_area=False)]
        _spread(rows, found.merged_cell_ranges or ())
    except PasswordError:
        raise NotAList("The file has a password. Save it without one, and try again.") from None
    except (CalamineError, OSError, ValueError, BadZipFile, NotImplementedError, zlib.error):
        raise NotAList("This file can't be read. Save it anew as .xlsx or CSV, and try again.") from None
    lines = tuple(ListLine(number, tuple(cells)) for number, cells in enumerate(rows, start=1))
    return ListFile(lines, "a sheet of a workbook", chosen, tuple(name for name in sheets if name != chosen))


def _spread(rows: list[list[str]], merged: Sequence[tuple[tuple[int, int], tuple[int, int]]]) -> None:
    """Write what stands in a merged cell into all that it covers; a title across the whole sheet stays where it is."""
    width = max((len(row) for row in rows), default=0)
    for (top, left), (bottom, right) in merged:
        if right - left + 1 >= max(3, width - 1):
            continue
        for row in rows[top : bottom + 1]:
            for place in range(left, min(right + 1, len(row))):
                row[place] = rows[top][left]


def _cell(value: object) -> str:
    match value:
        case bool():
            return "yes" if value else "no"
        case float() if value.is_integer():
            return str(int(value))
        case datetime():
            return value.date().isoformat() if value.time() == time() else value.isoformat(sep=" ", timespec="minutes")
        case date():
            return value.isoformat()
        case timedelta():
            return str(value)
    return _plain(str(value))


def _plain(cell: str) -> str:
    """The cell without what cannot be seen, and without the apostrophe that kept a spreadsheet from calculating it."""
    text = unicodedata.normalize(
        "NFC", cell.replace("\ufeff", "").replace("\0", "").replace("\u200b", "").replace("\u00a0", " ")
    ).strip()
    if not text.isascii():
        text = _TWICE.sub(_once, text)
    return text[1:] if text[:1] == "'" and text[1:2] in ("=", "+", "-", "@", "0") else text


_TWICE = re.compile("[ÂÃÅÄâ][^ -~\\s]{1,2}")
"""What letters with accents, dashes and curly quotes become when a program takes UTF-8 for Windows's letters."""


def _once(found: re.Match[str]) -> str:
    """The letter that was meant; what stands there where none was."""
    try:
        return found[0].encode("cp1252").decode("utf-8")
    except UnicodeError:
        return found[0]


_MOST_UNFOLDED = 200_000_000
_CHUNK = 1_000_000
_OVERLAP = 200
"""No cell begins with more: one that is cut by the end of a part is found in the next."""
_CELL = re.compile(rb"<(?:\w+:)?c\s[^>]{0,80}?\br=[\"']([A-Z]{1,3})(\d{1,7})[\"'][^>/]{0,80}>(?!</)")
"""A cell that holds something: one that is only coloured closes at once, and no room is made for it."""


def furthest_cell(data: bytes) -> tuple[int, int] | None:
    """The last line and the last column of all sheets of an .xlsx file, from 1 on; None for a file of another kind.

    Raises NotAList where it unfolds to more than 200 MB, and BadZipFile or zlib.error where it is broken.
    """
    if not data.startswith(b"PK"):
        return None
    line = column = 0
    with ZipFile(io.BytesIO(data)) as parts:
        if sum(part.file_size for part in parts.infolist()) > _MOST_UNFOLDED:
            raise NotAList("The workbook is far too large. Save the list alone as CSV, and try again.")
        sheets = [part for part in parts.infolist() if part.filename.startswith("xl/worksheets/")]
        for part in sheets:
            with parts.open(part) as opened:
                before = b""
                while chunk := opened.read(_CHUNK):
                    for letters, digits in set(_CELL.findall(before + chunk)):
                        line, column = max(line, int(digits)), max(column, _place(letters))
                    before = chunk[-_OVERLAP:]
    return line, column


def _place(letters: bytes) -> int:
    place = 0
    for letter in letters:
        place = place * 26 + letter - 64
    return place
