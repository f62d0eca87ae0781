"""The ledger in which the town is made says, fills in and refuses what a book does."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import product
from pathlib import Path

import pytest

import community.casework as cw
from community.book import Book, BookUnavailable, Change, Stale, Where, among
from community.casework import stop_match
from community.demo.demo_ledger import LedgerBook, load
from community.demo.demo_names import Cast
from community.demo.demo_town import Town
from community.places import Places
from community.tables import TABLES
from community.tables.ids import derive
from community.tables.row_types import MatchRow, VolunteerRow
from community.tables.verbs import Verb, verb_of
from tests.demo.hall import HUB, MORNING, Hall
from tests.demo.towns import TODAY, dump, settings

BY_MESSAGES = {Verb.LAPSED, Verb.STAND_DOWN}
"""What nobody decides in casework yet: here by the town alone, as its messages."""
_ID = re.compile(r"\b([A-Z])-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]\b")
_LONG = re.compile(r"-[0-9A-Z]{16}\b")


@dataclass
class Clock:
    now: datetime = MORNING

    def __call__(self) -> datetime:
        return self.now


@dataclass
class Both:
    """The same work, done in a book and in a ledger that was written into a book after."""

    book: Book
    ledger: LedgerBook
    written: Book


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Both]:
    home = tmp_path_factory.mktemp("both")
    clock = Clock()
    book, written = Book.open(str(home / "book.db"), clock=clock), Book.open(str(home / "written.db"))
    Hall(book, home, lambda now: setattr(clock, "now", now)).work()
    with written.reading() as empty:
        ledger = LedgerBook(empty, seed="1")
        Hall(ledger, home, lambda now: setattr(ledger, "now", now)).work()
        load(written, ledger)
        yield Both(book, ledger, written)
    book.close()
    written.close()


def filled_in(book: Book) -> dict[str, Counter[str]]:
    """Every row of every table, by what it says; of ids made by chance, only the kind is kept."""
    said = dump(Path(str(book.engine.url.database)))
    said["submissions"] = []  # the mark that the town is invented
    said["jobs"] = []  # whatever was to be done in the story was done in its time
    return {table: Counter(_LONG.sub("", _ID.sub(r"\1", repr(row))) for row in rows) for table, rows in said.items()}


def test_a_deed_fills_the_same_columns_in_the_ledger_as_in_a_book(both: Both) -> None:
    done, told = filled_in(both.book), filled_in(both.written)
    assert {table: rows - done[table] for table, rows in told.items() if rows - done[table]} == {}
    assert {table: rows - told[table] for table, rows in done.items() if rows - told[table]} == {}
    assert sum(done["changes"].values()) > 60


def verbs_in(book: Book) -> set[str]:
    actions = {change["action"] for change in book.changes()}
    with book.reading() as reader:
        rows = (reader.received(table, row["id"]) for table in TABLES for row in book.rows(table))
        actions |= {row["action"] for row in rows if row is not None and row["action"]}
    return {verb_of(action) for action in actions}


def test_every_deed_of_the_town_is_among_those_compared(both: Both, full: Book) -> None:
    assert {verb_of(change["action"]) for change in full.changes()} - verbs_in(both.book) - BY_MESSAGES == set()


ASKED: dict[str, tuple[str, Where]] = {
    "a value": ("matches", lambda c: [c.status == "completed"]),
    "an id": ("volunteers", lambda c: [c.id == derive("V", "hall", "1")]),
    "a value by which rows are looked up": ("needs", lambda c: [c.hub == HUB, c.status == "open"]),
    "a value that some came to later": ("help_requests", lambda c: [c.hub == HUB]),
    "another value": ("help_requests", lambda c: [c.closed_reason != "duplicate"]),
    "nothing": ("help_requests", lambda c: [c.hold_until.is_(None)]),
    "something": ("matches", lambda c: [c.released_at.is_not(None)]),
    "one of some": ("help_requests", lambda c: [c.closed_reason.in_(["duplicate", "referred_on", None])]),
    "one of some ids": ("contacts", lambda c: [c.with_whom.in_([derive("V", "hall", str(n)) for n in range(3)])]),
    "one of many ids": ("contacts", lambda c: [among(c.with_whom, [derive("V", "hall", str(n)) for n in range(600)])]),
    "later": ("needs", lambda c: [c.hold_until > "2026-05-12"]),
    "not before": ("matches", lambda c: [c.at >= "2026-05-11T09"]),
    "not later, or nothing": ("needs", lambda c: [c.hold_until.is_(None) | (c.hold_until <= "2026-05-12")]),
}


def test_the_ledger_is_read_as_a_book_is(both: Both, subtests: pytest.Subtests) -> None:
    with both.ledger.reading() as ledger, both.written.reading() as book:
        for (asked, (table, where)), order in product(ASKED.items(), ["at", "-at", "changed_at", "-changed_at"]):
            with subtests.test(asked, order=order):
                found = [dict(row) for row in ledger.rows(table, where, order=order)]
                assert found == [dict(row) for row in book.rows(table, where, order=order)]
                assert found
                assert ledger.rows(table, where, order=order, limit=1)[0]["id"] == found[0]["id"]
                assert ledger.count(table, where) == len(found)


def test_the_changes_are_told_as_a_book_tells_them(both: Both) -> None:
    with both.ledger.reading() as ledger, both.written.reading() as book:
        for asked in (
            {},
            {"table": "matches", "newest_first": True, "limit": 3},
            {"where": lambda c: [c.was.is_(None)]},
        ):
            found = [{**row, "conflict": None} for row in ledger.changes(**asked)]
            assert found == [dict(row) for row in book.changes(**asked)]


def test_a_change_of_what_is_not_so_any_more_is_refused(both: Both) -> None:
    vera = derive("V", "hall", "0")
    late = Change("volunteers", vera, "status", "applied", "left")
    with pytest.raises(Stale):
        both.ledger.decide(Verb.MOVE_VOLUNTEER, by="test", plan=lambda _: ([late], ()))
    assert both.ledger.record(VolunteerRow, vera).now.status == "ready"


def test_what_the_ledger_cannot_do_never_reaches_the_book_beneath(both: Both) -> None:
    with pytest.raises(BookUnavailable):
        both.ledger.write(lambda _: None)


def test_what_messages_will_do_keeps_to_the_steps_that_may_follow(both: Both, tmp_path: Path) -> None:
    told = settings(tmp_path)
    town = Town(both.ledger, told, Places.open(told.home, told.hubs), cast=Cast(1), seed="1", today=TODAY)
    over = next(match for match in both.ledger.all(MatchRow) if match.now.status == "declined")
    with pytest.raises(cw.NotNow):
        town.by_machine(Verb.OFFER, "messages", MORNING, lambda u: u.move(u.read(MatchRow, over.id), "offered"))
    town.by_machine(Verb.PROPOSE, "matching", MORNING, lambda u: stop_match(u, u.read(MatchRow, over.id), None))
    assert over.now.status == "declined"
