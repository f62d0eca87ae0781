"""A town in a spreadsheet and in a book that are in step, and what is asked of it."""

from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from sheets_sync.status import SheetQuestion, answer, questions
from tests.book.databases import new_book
from tests.google_sheets.a1 import column_letters
from tests.google_sheets.server import StandIn
from tests.google_sheets.spreadsheet import Spreadsheet
from tests.sheets_sync.equality import read_sheet
from tests.sheets_sync.office import Machine, Office, settings

TAB = "volunteers"
SIZES = [20, 300]
SHORT_OR_LONG = [20, pytest.param(300, marks=pytest.mark.long)]
"""What goes by shares of a column is tried in a tab of some hundred rows too, as a long test."""


@dataclass
class Town:
    """A spreadsheet and a book that are in step: made once for all tests, and copied for each."""

    google: StandIn
    sheet: Spreadsheet
    book: Path
    made: list[str]


def town(google: StandIn, folder: Path, size: int) -> Town:
    """Volunteers who differ in all that they say; rows that were read back, as after a minute."""
    with ExitStack() as stack:
        office = Office(google, folder, stack)
        one = office.hire(new_book(folder / f"town-{size}.db"))
        made = [
            one.book.append(
                TAB,
                {
                    "name": f"{chr(65 + n * 7 % 26)}na Invented {n * 37 % size}",
                    "telephone": f"01632 96{n * 7 % size:04}",
                    "email": f"person{n * 11 % size}@example.org",
                    "postcode": f"BA{n % 9 + 1} {n % 8 + 1}AA",
                    "about": f"I am number {n} and glad to help",
                    "how_many": n % 3 + 1,
                    "over_18": "yes",
                    "status": "ready",
                },
                by="web",
            ).id
            for n in range(size)
        ]
        one.sync()
        one.sync()
    return Town(google, office.sheet, folder / f"town-{size}.db", made)


def number(office: Office, field: str) -> int:
    """Where a column is, from 0."""
    return read_sheet(office.google, office.sheet.id, settings()).tabs[TAB].columns[field]


def letter(office: Office, field: str) -> str:
    return column_letters(number(office, field))


def the_question(machine: Machine) -> SheetQuestion:
    [found] = questions(machine.book)
    return found


def say(machine: Machine, choice: Any) -> None:
    asked = the_question(machine)
    answer(machine.book, asked.tab, asked.print, choice, "Dilys Director")


def state(office: Office) -> list[Any]:
    return [[list(row) for row in sheet.rows] for sheet in office.sheet.sheets]


def told(machine: Machine) -> dict[str, Any]:
    return machine.now(TAB)
