"""An office at work: one spreadsheet that people have open, and machines that each keep a book in step with it."""

import os
import secrets
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

from community.book import Book, Change
from community.forms import Form
from community.forms import load as load_forms
from community.settings import Settings, load
from sheets_sync import provision
from sheets_sync.sheet_model import SheetLine
from sheets_sync.sheets_service import Service
from sheets_sync.spreadsheet_access import SpreadsheetAccess
from sheets_sync.status import SyncStatus, status
from sheets_sync.sync import sync
from sheets_sync.sync_outcome import SyncOutcome
from tests.book.databases import new_book
from tests.google_sheets.a1 import column_letters
from tests.google_sheets.cells import Formula
from tests.google_sheets.person import Person
from tests.google_sheets.server import StandIn
from tests.google_sheets.short_way import ShortWay
from tests.google_sheets.spreadsheet import Spreadsheet
from tests.sheets_sync.equality import assert_in_step, read_sheet


class Clock:
    """A clock that goes on by some milliseconds with each look, and can be turned."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 23, 10, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(milliseconds=7)
        return self.now


@cache
def settings() -> Settings:
    """The community's own settings, with the promise under which the recorded spreadsheets were made."""
    ours = load({"DEMO": "no", "COMMUNITY_HOME": os.environ["COMMUNITY_HOME"]})
    return ours.model_copy(update={"community": ours.community.model_copy(update={"promise_working_days": 1})})


def forms() -> dict[str, Form]:
    """The forms."""
    return load_forms(settings())


@dataclass
class Machine:
    """A book and the sync that runs beside it."""

    book: Book
    service: Service
    clock: Clock

    def sync(self, **how: bool) -> SyncOutcome:
        """One sync."""
        return sync(self.book, self.service, settings(), now=self.clock, **how)

    def sync_while(self, meanwhile: Callable[[], object], *, nth: int = 1, **how: bool) -> SyncOutcome:
        """One sync; before its nth write arrives, somebody does something in the spreadsheet."""
        write, sent = self.service.batch, []

        def batch(requests: Sequence[dict[str, Any]], *, ask: Sequence[str] = ()) -> dict[str, Any]:
            sent.append(len(requests))
            if len(sent) == nth:
                meanwhile()
            return write(requests, ask=ask)

        with patch.object(self.service, "batch", batch):
            return self.sync(**how)

    @property
    def status(self) -> SyncStatus:
        return status(self.book)

    def get(self, table: str, own: str) -> Any:
        """A row that must be there."""
        row = self.book.get(table, own)
        assert row is not None
        return row

    def now(self, table: str) -> dict[str, Any]:
        """The current rows by id."""
        return {row["id"]: row for row in self.book.rows(table)}

    def set(self, table: str, own: str, by: str = "ada", **to: Any) -> Any:
        """Decide or correct something in the dashboard."""
        row = self.get(table, own)
        return self.book.act(
            "set", by=by, changes=[Change(table, own, name, row[name], now) for name, now in to.items()]
        )


class Office:
    """A provisioned spreadsheet, a person in it, and as many machines as are hired."""

    def __init__(self, google: StandIn, folder: Path, stack: ExitStack, sheet: Spreadsheet | None = None) -> None:
        self.google, self.folder, self._stack = google, folder, stack
        self.clock = Clock()
        self.sheet = sheet or google.spreadsheet("Community")
        self.person: Person = google.person(self.sheet)
        self.service = self.connect()
        if sheet is None:
            self.provision()
        self.machines: list[Machine] = []

    def connect(self) -> Service:
        """Another connection to the same spreadsheet."""
        service = self._stack.enter_context(Service(SpreadsheetAccess(self.sheet.id, None, self.google.root)))
        service.client.session.mount(self.google.root, ShortWay(self.google))
        return service

    def provision(self, *anew: str) -> provision.Made:
        """Make what is missing in the spreadsheet; of tabs that somebody deleted, only these."""
        return provision.provision(self.service, forms().values(), anew=anew)

    def hire(self, address: str | None = None) -> Machine:
        """A machine with an empty book of its own, or with the book at this address."""
        if address is None:
            address = new_book(self.folder / f"{secrets.token_hex(4)}.db")
        book = Book.open(address, clock=self.clock)
        self._stack.callback(book.close)
        self.machines.append(Machine(book, self.connect(), self.clock))
        return self.machines[-1]

    def rest(self, rounds: int = 12) -> None:
        """Sync in turn until nobody has anything more to say. A line that was typed shows at the second reading."""
        quiet = 0
        for _ in range(rounds):
            outcomes = [machine.sync() for machine in self.machines]
            quiet = 0 if any(o.writes or o.received or o.corrected for o in outcomes) else quiet + 1
            if quiet == 2:
                return
        raise AssertionError(f"the machines do not come to rest: {outcomes}")

    def settle(self) -> None:
        """Sync until all is quiet; then spreadsheet and books must say the same."""
        self.rest()
        assert_in_step(self.google, self.sheet.id, settings(), *(machine.book for machine in self.machines))

    # what is in the spreadsheet

    def lines(self, tab: str) -> list[SheetLine]:
        """The lines of a tab of ours, whatever it and its columns are called now, hidden ones too."""
        return read_sheet(self.google, self.sheet.id, settings()).tabs[tab].lines

    def line(self, tab: str, own: str) -> SheetLine:
        """The one line with this id."""
        found = [each for each in self.lines(tab) if each.text("id") == own]
        assert len(found) == 1, f"{own} stands {len(found)} times"
        return found[0]

    def row(self, tab: str, own: str) -> int:
        """The number of the record's row, as a person sees it."""
        return self.line(tab, own).place + 1

    def says(self, tab: str, own: str, field: str) -> str:
        """What the cell of a record says."""
        return self.line(tab, own).text(field)

    def ids(self, tab: str) -> list[str]:
        """The ids of a tab from top to bottom; "" for a line without one."""
        return [each.text("id") for each in self.lines(tab)]

    def place(self, tab: str, own: str, field: str) -> str:
        """Where the cell is, as a person names it: "D2"."""
        found = read_sheet(self.google, self.sheet.id, settings()).tabs[tab]
        return f"{column_letters(found.columns[field])}{self.row(tab, own)}"

    def place_at(self, tab: str, field: str, row: int) -> str:
        """The same for the cell of a row by its number."""
        found = read_sheet(self.google, self.sheet.id, settings()).tabs[tab]
        return f"{column_letters(found.columns[field])}{row}"

    def title(self, tab: str) -> str:
        """What a tab of ours is called now."""
        return read_sheet(self.google, self.sheet.id, settings()).tabs[tab].title

    def correct(self, tab: str, own: str, field: str, words: str) -> None:
        """A person types into the cell of a record."""
        self.person.type(self.title(tab), self.place(tab, own, field), words)

    def formulas(self) -> int:
        """How many cells of the whole spreadsheet are live."""
        with self.google.world.lock:
            return sum(
                isinstance(cell.value, Formula)
                for sheet in self.sheet.sheets
                for row in sheet.rows
                for cell in row
                if cell is not None
            )


@cache
def _provisioned() -> Spreadsheet:
    """A spreadsheet with all of our tabs and nobody in them, made once to be copied."""
    with ExitStack() as stack:
        return Office(stack.enter_context(StandIn()), Path(), stack).sheet


@contextmanager
def office(folder: Path) -> Iterator[Office]:
    """An office with a stand-in and a spreadsheet of its own. Everything is closed afterwards."""
    with ExitStack() as stack:
        google = stack.enter_context(StandIn())
        yield Office(google, folder, stack, google.world.take(_provisioned(), "Community"))
