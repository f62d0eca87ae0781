"""The checker of equality sees each kind of difference: what it does not see, no other test would."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from community.book import Book, Change
from community.forms import load as load_forms
from community.settings import Settings, load
from sheets_sync.provision import provision
from sheets_sync.sheets_service import Service
from sheets_sync.spreadsheet_access import SpreadsheetAccess
from sheets_sync.sync import sync
from tests.book.builders import BY, Clock, make_volunteer
from tests.book.databases import new_book
from tests.book.town import make_town
from tests.google_sheets.person import Person
from tests.google_sheets.server import StandIn
from tests.google_sheets.spreadsheet import Spreadsheet
from tests.sheets_sync.equality import assert_in_step, between, differences, ids_in, in_given_order, read_sheet

TAB = "volunteers"


class Pair:
    """A book and a spreadsheet that were in step just now."""

    def __init__(self, google: StandIn, sheet: Spreadsheet, book: Book, settings: Settings) -> None:
        self.google, self.book, self.settings = google, book, settings
        self.key = sheet.id
        self.person: Person = google.person(sheet)

    def differences(self) -> list[str]:
        return differences(self.google, self.key, self.book, self.settings)


@dataclass
class Made:
    """What each test gets a copy of."""

    google: StandIn
    sheet: Spreadsheet
    book: Path
    settings: Settings
    clock: Clock


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Made]:
    folder, clock = tmp_path_factory.mktemp("pair"), Clock()
    settings = load({"COMMUNITY_HOME": str(folder), "DEMO": "no"})
    with StandIn() as google:
        sheet = google.spreadsheet("Town")
        with (
            closing(Book.open(new_book(folder / "book.db"), clock=clock)) as book,
            Service(SpreadsheetAccess(sheet.id, None, google.root)) as service,
        ):
            make_town(book)
            provision(service, load_forms(settings).values())
            sync(book, service, settings, now=Clock())
        yield Made(google, sheet, folder / "book.db", settings, clock)


@pytest.fixture
def pair(made: Made, tmp_path: Path) -> Iterator[Pair]:
    with closing(Book.open(str(shutil.copy(made.book, tmp_path)), clock=made.clock)) as book:
        yield Pair(made.google, made.google.world.take(made.sheet, "Town"), book, made.settings)


def test_after_a_sync_sheet_and_book_are_equal(pair: Pair) -> None:
    assert_in_step(pair.google, pair.key, pair.settings, pair.book)


WRONGS: dict[str, Callable[[Pair], object]] = {
    "a told cell that says something else": lambda p: p.person.type_in(TAB, 2, "Email", "typed"),
    "a line that is gone": lambda p: p.person.delete_rows(TAB, 2),
    "a line that is there twice": lambda p: p.person.copy_rows(TAB, 2, 4),
    "a line that is nobody's": lambda p: p.person.type_row(TAB, {"Name": "New"}),
    "a line with a number that the book has not": lambda p: p.person.type_in(TAB, 2, "Id", "V-XXXX"),
    "another time of receipt": lambda p: p.person.type_in(TAB, 2, "At", "2026-01-01T00:00:00.000Z"),
    "a hidden cell that tells nothing": lambda p: p.person.clear(TAB, f"{p.person.column(TAB, 'Born')}2"),
    "a line of the log that is gone": lambda p: p.person.delete_rows("changes", 2),
    "a line of the log that is there twice": lambda p: p.person.copy_rows("changes", 2, p.person.end("changes") + 1),
    "a line of the log that says something else": lambda p: p.person.type_in("changes", 2, "Now", "typed"),
    "a view that says something else": lambda p: p.person.type_in("Board", 2, "Sector", "typed"),
    "a view with a line too many": lambda p: p.person.type_in("People", p.person.end("People") + 1, "Name", "x"),
    "a tab that is gone": lambda p: p.person.delete_tab("visits"),
    "a column that is gone": lambda p: p.person.delete_columns(TAB, "Email"),
    "a row that only the book has": lambda p: p.book.append(TAB, make_volunteer(), by="web"),
    "a decision that only the book has": lambda p: p.book.act(
        "pause", by=BY, changes=[Change(TAB, p.book.rows(TAB)[0]["id"], "status", "ready", "paused")]
    ),
}


@pytest.mark.parametrize("wrong", WRONGS)
def test_a_difference_is_seen(pair: Pair, wrong: str) -> None:
    WRONGS[wrong](pair)
    assert pair.differences()


def test_books_that_differ_in_a_row_or_a_decision_are_not_equal(pair: Pair, tmp_path: Path) -> None:
    with closing(Book.open(new_book(tmp_path / "other.db"), clock=Clock())) as other:
        with Service(SpreadsheetAccess(pair.key, None, pair.google.root)) as service:
            sync(other, service, pair.settings, now=Clock())
        assert between(pair.book, other) == []
        WRONGS["a decision that only the book has"](pair)
        assert between(pair.book, other)
        other.append(TAB, make_volunteer(), by="web")
        assert between(pair.book, other)


def test_another_order_of_the_lines_is_seen(pair: Pair) -> None:
    given = [row["id"] for row in pair.book.rows(TAB)]
    assert in_given_order(ids_in(read_sheet(pair.google, pair.key, pair.settings), TAB), given)
    pair.person.move_rows(TAB, 2, 4)
    assert not in_given_order(ids_in(read_sheet(pair.google, pair.key, pair.settings), TAB), given)
