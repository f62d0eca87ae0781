"""Cells that their owner has closed to the program."""

from collections.abc import Callable
from typing import Any

from .boxes import Area, Box
from .cells import Row
from .errors import invalid
from .sheet import Sheet
from .spreadsheet import Spreadsheet

WORDS = (
    "You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if "
    "you need to edit."
)


def _closed(book: Spreadsheet) -> list[tuple[Sheet, dict[str, Any]]]:
    return [
        (sheet, held)
        for sheet in book.sheets
        for held in sheet.protected
        if not held.get("warningOnly") and not held.get("requestingUserCanEdit")
    ]


def _cells(sheet: Sheet, held: dict[str, Any]) -> list[Row]:
    area: Area = sheet.area(Box.of(held["range"]))
    rows = [row[area.left : area.right] for row in sheet.rows[area.top : area.bottom]]
    return [row for row in rows if any(row)]


def guarded(book: Spreadsheet, work: Callable[[], dict[str, Any] | None]) -> dict[str, Any] | None:
    """Do a program's work and return its answer; raises the 400, with all as it was, if it changed closed cells."""
    closed = _closed(book)
    if not closed:
        return work()
    before, frozen = [_cells(sheet, held) for sheet, held in closed], book.frozen()
    answer = work()
    after = _closed(book)
    if [held["protectedRangeId"] for _, held in after] != [
        held["protectedRangeId"] for _, held in closed
    ] or before != [_cells(sheet, held) for sheet, held in after]:
        book.thaw(frozen)
        raise invalid(WORDS)
    return answer
