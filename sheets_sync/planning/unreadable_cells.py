"""The words for a cell that can't be taken in, and what to do about it."""

from collections.abc import Mapping
from typing import Any

from sheets_sync.cell_values import kind_of
from sheets_sync.mistyped_cells import is_error, is_no_text

CHANGES_BY_ITSELF = (
    "holds a formula and changes by itself. What it said first stands. Move the formula to a column of your own, or "
    "paste its value only (Ctrl-Shift-V)."
)


def wanted(table: str, name: str, raw: Any) -> str:
    """Why a cell that holds this can't be read, and what is wanted instead."""
    kind = kind_of(table, name)
    if is_error(raw):
        return "it shows an error. Put the formula right, or type the words"
    if is_no_text(kind, raw):
        return (
            "to Google Sheets it is a number, a day or a tick, and no text. Choose Format, Number, Plain text for the "
            "column and type it again"
        )
    words: Mapping[str, str] = {
        "integer": "a whole number is wanted",
        "number": "a number is wanted",
        "date": "a date is wanted, as 2026-11-21",
        "time": "a time is wanted, as 2026-11-21T10:00:00Z",
    }
    return words.get(kind, "this is not what the column holds")
