"""The ledger in which the town is made says, fills in and refuses what a book does."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import product
from pathlib import Path
from typing import Any

import pytest

import community.casework as cw
from community.book import Book, BookUnavailable, Change, Stale, Where, among
from community.casework import User, proposal, stop
from community.demo.demo_ledger import LedgerBook
from community.demo.demo_loading import load
from community.demo.demo_messages import with_email
from community.demo.demo_names import Cast
from community.demo.demo_town import Town
from community.places import Places
from community.tables import TABLES
from community.tables.ids import derive
from community.tables.message_codes import BounceKind, OfferAnswer, SendOutcome
from community.tables.row_types import MatchRow, VolunteerRow
from community.tables.verbs import Verb, verb_of
from tests.demo.towns import TODAY, dump, settings

MORNING = datetime(2026, 5, 11, 8, tzinfo=UTC)
DAY = date(2026, 5, 11)
HUB = "bath_north"
BY_MESSAGES = {Verb.LAPSED, Verb.STAND_DOWN}
"""What nobody decides in casework yet: here by the town alone, as its messages."""
_ID = re.compile(r"\b([A-Z])-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]\b")
_LONG = re.compile(r"-[0-9A-Z]{16}\b")


class Hall:
    """One community at work in a book: everybody does the same in it, at the same times, whichever book it is."""

    def __init__(self, book: Book, home: Path, tell_time: Callable[[datetime], object]) -> None:
        """Nobody is in it yet."""
        self.book, self.told, self.tell_time, self.now = book, settings(home), tell_time, MORNING
        self.told = with_email(self.told)
        self.places = Places.open(self.told.home, self.told.hubs)
        self.home = next(p for p in self.places.sample_postcodes() if p.hub == HUB and p.precision == "postcode")
        self.director = User("Dilys Director", "director")
        self.coordinator = User("Cora Coordinator", "coordinator", self.home.hub)
        self.handler = User("Hal Handler", "call_handler")

    def at(self, user: User, **later: float) -> cw.WorkContext:
        """Somebody at work some time later; left out, a minute."""
        self.now += timedelta(**(later or {"minutes": 1}))
        now = self.now
        self.tell_time(now)
        return cw.WorkContext(self.book, self.told, user, self.places, clock=lambda: now)

    def sent(self, table: str, number: int, **values: object) -> str:
        self.at(self.director)
        record_id = derive(TABLES[table].letter, "hall", str(number))
        return self.book.append(table, values, by="web", id=record_id).id

    def volunteer(self, number: int) -> str:
        places = ("postcode", "hub", "easting", "northing", "sector")
        told: dict[str, object] = {
            **{name: getattr(self.home, name) for name in places}, "name": f"Vera Volunteer {number}",
            "email": f"v{number}@example.org", "telephone": f"07700 900{number:03}",
            "tasks": ["shopping", "phone_call"], "slots": [], "status": "applied",
            "how_many": 9, "max_distance_km": 8, "in_person": "yes", "over_18": "yes", "consent": "yes",
        }  # fmt: skip
        return self.sent("volunteers", number, **told)

    def request(self, number: int, **values: object) -> str:
        told: dict[str, object] = {
            "name": f"Rita Resident {number}", "telephone": f"01632 960{number:03}", "tasks": ["shopping"],
            "postcode": self.home.postcode, "hub": self.home.hub, "channel": "web", "status": "new",
        }  # fmt: skip
        return self.sent("help_requests", number, **told | values)

    def in_no_hub(self, number: int) -> str:
        return self.request(number, postcode="near the church", hub=None, flags=["postcode_unreadable"])

    def correct_postcode(self, request_id: str) -> None:
        context, told = self.at(self.handler), self.home.postcode
        cw.correct(context, "help_requests", request_id, "postcode", seen="near the church", now=told)

    def proposed(self, need_id: str, volunteer_id: str) -> str:
        self.at(self.director)
        new = proposal(need_id, volunteer_id, 700, ["0.0 km away", "Offers shopping"])
        return self.book.decide(Verb.PROPOSE, by="matching", plan=lambda _: ((), [new])).ids[0]

    def agreed(self, need_id: str, volunteer_id: str) -> str:
        match = self.proposed(need_id, volunteer_id)
        cw.look_at(self.at(self.coordinator), match)
        cw.approve(self.at(self.coordinator), match)
        cw.rang(self.at(self.handler), match, "no_answer", seen="approved")
        cw.rang(self.at(self.handler), match, "yes", seen="approved")
        cw.resident_told(self.at(self.handler), match)
        cw.release(self.at(self.handler), match, seen="active")
        return match

    def need(self, number: int, *, resident: str = "new", **asked: Any) -> str:
        asking = [cw.NeedAsked("shopping", **asked)]
        made = cw.triage(self.at(self.handler), self.request(number), seen="new", resident=resident, needs=asking)
        return made.need_ids[0]

    def ask_by_messages(self, volunteer: str) -> None:
        """Ask twice by email: one answers by the link, one never arrives; then once more by hand."""
        worker, told = User("messages", "worker"), self.told
        for number, outcome in ((10, "yes"), (11, "came back"), (12, "by hand")):
            match = self.proposed(self.need(number), volunteer)
            cw.approve(self.at(self.coordinator), match)
            self.told = told if outcome != "by hand" else settings(told.home)
            [way, *_] = cw.ways_to_ask(self.at(self.handler), match) or [cw.WayToAsk("text", by_itself=False)]
            message = cw.offer(self.at(self.handler), match, way.way, seen="approved").ids[0]
            if outcome == "by hand":
                cw.pass_on(self.at(self.handler), message)
                break
            cw.begin_sending(self.at(worker), message)
            cw.note_delivery(self.at(worker), message, SendOutcome.SENT, None)
            if outcome == "came back":
                cw.note_bounce(self.at(worker), message, BounceKind.HARD)
            else:
                cw.answer_offer(self.at(worker), message, OfferAnswer.YES)
        self.told = told

    def work(self) -> None:
        """Do each deed that the town is made of, for the most part once."""
        vera, adam, zoe = (self.volunteer(number) for number in range(3))
        for one in (vera, adam):
            cw.move_volunteer(self.at(self.coordinator), one, "checking", seen="applied")
            cw.induct(self.at(self.coordinator), one, DAY)
            cw.add_check(self.at(self.coordinator), one, kind="dbs", level="basic", number="INVENTED-1", seen_on=DAY)
            cw.add_check(self.at(self.coordinator), one, kind="dbs", level="enhanced_barred", seen_on=DAY)
            cw.correct(self.at(self.coordinator), "volunteers", one, "training", seen=None, now=["listening"])
            cw.move_volunteer(self.at(self.coordinator), one, "ready", seen="checking")
        refused = cw.move_volunteer(self.at(self.coordinator), zoe, "declined", seen="applied", reason="Moved away")
        cw.deal_with_contact(self.at(self.handler), refused.ids[0])

        first = self.in_no_hub(1)
        cw.no_answer(self.at(self.handler), first, seen="new")
        self.correct_postcode(first)
        rita = cw.triage(self.at(self.handler), first, seen="no_answer", resident="new").resident_id
        cw.mark_duplicate(self.at(self.handler), self.request(2), first, seen="new")
        cw.close_request(self.at(self.handler), self.request(3), "referred_on", seen="new")
        self.correct_postcode(self.in_no_hub(9))
        cw.hold(self.at(self.handler), "help_requests", self.request(4), self.now + timedelta(days=3), seen="new")

        weekly = self.need(5, resident=rita, recurs="weekly")
        cw.hold(self.at(self.coordinator), "needs", weekly, self.now + timedelta(days=3), seen="open")
        match = self.agreed(weekly, vera)
        cw.done(self.at(self.handler, hours=9), match, DAY, 40, seen="active")
        cw.not_given(self.at(self.handler, days=1), match, DAY + timedelta(days=1), "not_in", seen="active")
        pair = derive("J", rita, vera)
        cw.pair_asked(self.at(self.coordinator), pair, DAY + timedelta(days=60))
        cw.agree_day(self.at(self.handler), match, DAY + timedelta(days=9))
        cw.call_off_visit(self.at(self.handler), match, DAY + timedelta(days=9), seen="active", heard=[rita])
        cw.end(self.at(self.coordinator), match, "Well again", seen="active", heard=[vera])
        cw.close_need(self.at(self.coordinator), weekly, "done")
        cw.correct(self.at(self.handler), "residents", rita, "prefers", seen=None, now=[vera])

        once = self.agreed(self.need(6), adam)
        cw.done(self.at(self.handler), once, DAY, 25, seen="active")
        called_off = self.agreed(self.need(7), adam)
        cw.cancel(self.at(self.coordinator), called_off, "In hospital", seen="active")
        other = self.need(8)
        cw.decline(self.at(self.coordinator), self.proposed(other, vera), "Asked often lately")
        self.ask_by_messages(adam)
        last = self.proposed(other, adam)
        cw.approve(self.at(self.coordinator), last)
        cw.rang(self.at(self.handler), last, "no", seen="approved", reason="Away")
        cw.log_contact(self.at(self.handler), vera, with_whom=vera, direction="in", words="Please ring", status="open")

        signed = self.sent("organisations", 1, name="The Invented Choir", status="offered", flags=["honeypot"])
        cw.clear_flag(self.at(self.director), "organisations", signed, "honeypot")
        cw.approve_organisation(self.at(self.director), signed)
        cw.withdraw_organisation(self.at(self.director), signed, seen="approved")
        cw.propose(self.book, self.told, self.now)


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
    town.by_machine(Verb.PROPOSE, "matching", MORNING, lambda u: stop(u, u.read(MatchRow, over.id), None))
    assert over.now.status == "declined"
