"""Pieces of requests: rows of text, areas of a grid, the letters of a column."""

from collections.abc import Iterable, Sequence
from typing import Any


def update(sheet_id: int, place: int, column: int, texts: Sequence[Sequence[str]]) -> dict[str, Any]:
    """The request that writes these rows of texts from a place and a column on."""
    return {
        "updateCells": {
            "start": {"sheetId": sheet_id, "rowIndex": place, "columnIndex": column},
            "rows": [cells_of(each) for each in texts],
            "fields": "userEnteredValue",
        }
    }


def cells_of(texts: Sequence[str]) -> dict[str, Any]:
    """One row: each text as text whatever it looks like, an empty one as nothing."""
    return {"values": [{"userEnteredValue": {"stringValue": text}} if text else {} for text in texts]}


def box(sheet_id: int, top: int, bottom: int, left: int, right: int) -> dict[str, int]:
    """A range by its edges, from 0; the last row and column are outside."""
    return {
        "sheetId": sheet_id,
        "startRowIndex": top,
        "endRowIndex": bottom,
        "startColumnIndex": left,
        "endColumnIndex": right,
    }


def runs(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """The first and the last of each run of numbers that follow one another."""
    found: list[tuple[int, int]] = []
    for number in sorted(numbers):
        if found and found[-1][1] == number - 1:
            found[-1] = (found[-1][0], number)
        else:
            found.append((number, number))
    return found


def letters(column: int) -> str:
    """The letters of a column by its number from 0: 27 is AB."""
    found = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        found = chr(65 + rest) + found
    return found
