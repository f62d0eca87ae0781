"""How far a workbook's cells reach, before it is read: who reads it makes room for all up to the furthest cell.

One stray cell in the last corner of a sheet asks for more memory than any machine has, and ends the whole program. So
does a file of some kilobytes that unfolds to gigabytes.
"""

import io
import re
from zipfile import ZipFile

from community.importing.not_a_list import NotAList

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
