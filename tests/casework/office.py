"""An office for tests: a small book, a clock that stands still until it is moved, and everybody who works there."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import community.casework as cw
from community.book import Append, Book, Change, Row, utc_now
from community.places import Places
from community.settings import Settings, load
from community.tables import TABLES, table_of
from community.tables.canonical import LONDON
from community.tables.ids import derive
from community.tables.vocabulary import SLOTS
from tests.book.databases import new_book
from tests.commands.processes import until

HUB = "bath_north"
ELSEWHERE = "keynsham"
MONDAY = datetime(2026, 11, 23, 10, tzinfo=UTC)
TODAY = date(2026, 11, 23)
WHERE = (374_000.0, 165_500.0)
EVERY_CHECK = date(2026, 6, 1)


@dataclass
class Clock:
    now: datetime = MONDAY

    def __call__(self) -> datetime:
        # Each look is a moment later: nothing in a book happens at the same time.
        self.now += timedelta(milliseconds=5)
        return self.now

    def pass_(self, **time: float) -> None:
        self.now += timedelta(**time)


SLOW = timedelta(minutes=1)


def machines_clock(behind: timedelta = timedelta()) -> Clock:
    """A clock that shows what the machine's does, or did this long ago, beside a program that asks the machine's.

    In the minutes before and after midnight it is waited for: else a test would be half of one day and half of the
    next.
    """
    until(lambda: len({(utc_now() + each).astimezone(LONDON).date() for each in (-SLOW, SLOW)}) == 1)
    return Clock(utc_now() - behind)


@dataclass
class Office:
    """`director`, `coordinator` (of HUB), `neighbour` (coordinator of ELSEWHERE) and `handler` are desks."""

    book: Book
    settings: Settings
    places: Places
    clock: Clock
    director: cw.WorkContext = field(init=False)
    coordinator: cw.WorkContext = field(init=False)
    neighbour: cw.WorkContext = field(init=False)
    handler: cw.WorkContext = field(init=False)
    numbers: int = 0

    def __post_init__(self) -> None:
        self.director = self.desk(cw.User("Dilys Director", "director"))
        self.coordinator = self.desk(cw.User("Cora Coordinator", "coordinator", HUB))
        self.neighbour = self.desk(cw.User("Ned Neighbour", "coordinator", ELSEWHERE))
        self.handler = self.desk(cw.User("Hal Handler", "call_handler"))

    @property
    def today(self) -> date:
        """The day it is here by the office's clock."""
        return self.clock.now.astimezone(LONDON).date()

    def close(self) -> None:
        self.book.close()

    def desk(self, user: cw.User) -> cw.WorkContext:
        return cw.WorkContext(self.book, self.settings, user, self.places, self.clock)

    def make_request(self, **overrides: Any) -> str:
        self.numbers += 1
        values = {
            "name": f"Rita Resident {self.numbers}",
            "telephone": f"01632 960{self.numbers:03}",
            "tasks": ["dog_walk"],
            "details": "The dog is called Bess",
            "status": "new",
            "hub": HUB,
            "channel": "web",
        }
        return self.book.append("help_requests", values | overrides, by="web").id

    def make_volunteer(self, *, dbs: str | None = "enhanced_barred", **overrides: Any) -> str:
        self.numbers += 1
        values = {
            "name": f"Vera Volunteer {self.numbers}",
            "telephone": f"01632 961{self.numbers:03}",
            "tasks": list(self.settings.task_types),
            "slots": SLOTS,
            "how_many": 1,
            "max_distance_km": 8,
            "travel": ["car"],
            "in_person": "yes",
            "over_18": "yes",
            "consent": "yes",
            "status": "ready",
            "hub": HUB,
            "easting": WHERE[0],
            "northing": WHERE[1],
            "sector": "BA1 5",
            "inducted_on": "2026-06-01",
        }
        one = self.book.append("volunteers", values | overrides, by="web").id
        if dbs is not None:
            self.book.append(
                "checks",
                {"volunteer_id": one, "kind": "dbs", "level": dbs, "seen_on": EVERY_CHECK, "seen_by": "Dilys"},
                by="Dilys Director",
            )
        return one

    def make_need(self, task_type: str = "dog_walk", **overrides: Any) -> str:
        """A triaged request with one need, its place known."""
        request = {
            k: overrides.pop(k) for k in ("name", "telephone", "address", "access_needs", "urgency") & overrides.keys()
        }
        hub = overrides.pop("hub", HUB)
        done = cw.triage(
            self.director,
            self.make_request(tasks=[task_type], hub=hub, **request),
            seen="new",
            resident=overrides.pop("resident", "new"),
            needs=[cw.NeedAsked(task_type, **overrides)],
        )
        need = self.row("needs", done.need_ids[0])
        for column, value in zip(("easting", "northing"), WHERE, strict=True):
            self.set(need, column, value)
        return str(need["id"])

    def make_match(self, status: str = "proposed", **overrides: Any) -> str:
        """A match that came to this status in the ordinary way."""
        need = overrides.pop("need", None) or self.make_need(**overrides)
        volunteer = self.make_volunteer()
        match = self.book.append(
            "matches", {"need_id": need, "volunteer_id": volunteer, "status": "proposed", "cost": 10}, by="matching"
        ).id
        steps = ["proposed", "approved", "accepted", "active"]
        for step in steps[1 : steps.index(status) + 1]:
            if step == "approved":
                cw.approve(self.director, match)
            elif step == "accepted":
                cw.rang(self.director, match, "yes", seen="approved")
            else:
                cw.resident_told(self.director, match)
        return match

    def make_session(self, status: str = "open", **overrides: Any) -> str:
        """A session in a week with one place, of HUB."""
        values = {
            "name": "Helping in a crisis", "kind": "training", "places": 1, "hub": HUB, "minutes": 90,
            "starts_at": self.clock.now + timedelta(days=7), "online": "yes", "joining": "https://example.org/canary",
        }  # fmt: skip
        return self.book.append("sessions", values | overrides | {"status": status}, by="Dilys Director").id

    def make_booking(self, session: str, status: str = "booked", **overrides: Any) -> str:
        self.numbers += 1
        values = {"name": f"Bea Booker {self.numbers}", "telephone": f"07700 900{self.numbers:03}", "hub": HUB}
        told = values | overrides | {"session_id": session, "status": status}
        return self.book.append("bookings", told, by="web").id

    def make_known(self, match: str) -> None:
        """Let the two of this match have met before."""
        row = self.row("matches", match)
        resident = str(self.row("needs", row["need_id"])["resident_id"])
        values = {"resident_id": resident, "volunteer_id": row["volunteer_id"], "since": "2026-10-01"}
        pair = Append("pairs", values, derive("J", resident, row["volunteer_id"]))
        self.book.act("set", by="test", appends=[pair])

    def row(self, table: str, record_id: str) -> Row:
        row = self.book.get(table, record_id)
        assert row is not None
        return row

    def set(self, row: Row, field: str, value: object) -> None:
        """Change a field behind casework's back."""
        self.book.act("set", by="test", changes=[Change(row.table, row["id"], field, row[field], value)])

    def status(self, record_id: str) -> str:
        return str(self.row(str(table_of(record_id)), record_id)["status"])

    def propose(self) -> cw.Proposed:
        return cw.propose(self.book, self.settings, self.clock())

    def everything(self) -> dict[str, dict[str, object]]:
        """Every current row of every table, without the time it last changed."""
        with self.book.reading() as reader:
            return {
                row["id"]: {k: v for k, v in row.items() if k != "changed_at"}
                for table in TABLES
                for row in reader.rows(table)
            }


def open_office(folder: Path, address: str | None = None) -> Office:
    clock = Clock()
    settings = load({"COMMUNITY_HOME": str(folder)})
    return Office(Book.open(address or new_book(folder / "book.db"), clock=clock), settings, PLACES, clock)


PLACES = Places.open(Path("nowhere"), load({}).hubs)
