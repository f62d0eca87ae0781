"""Training and events of the invented town, and who has a place."""

import random
from datetime import datetime, time, timedelta
from itertools import cycle

from community.demo.demo_ledger import LedgerRecord
from community.demo.demo_names import words
from community.demo.demo_town import Town
from community.tables.canonical import split
from community.tables.row_types import BookingRow, ColumnName, SessionRow, VolunteerRow
from community.tables.statuses import BookingStatus, SessionStatus, VolunteerStatus
from community.tables.vocabulary import Channel, YesNo

HELD = (
    BookingStatus.PASSED, BookingStatus.CAME, BookingStatus.PASSED, BookingStatus.CAME, BookingStatus.ABSENT,
    BookingStatus.CANCELLED,
)  # fmt: skip
WAIT = 2
ANNOUNCED = timedelta(days=16)


def add_sessions(town: Town) -> None:
    """Nine sessions: four held, one called off, a full one, one open, one only planned, and a module for any time."""
    lots = town.lots("sessions")
    for printed in words("organisations")["sessions"]:
        days = printed.get("days")
        values = {name: value for name, value in printed.items() if name not in ("days", "off", "draft")}
        starts = town.calendar.at(town.calendar.today + timedelta(days=days), time(18, 30)) if days else None
        day = town.calendar.today - ANNOUNCED if starts is None else min(starts.date(), town.calendar.today) - ANNOUNCED
        status = SessionStatus.PLANNED if printed.get("draft") else SessionStatus.OPEN
        online = values[ColumnName.ONLINE] == YesNo.YES
        values |= {
            "starts_at": starts, "cost": "Free", "led_by": town.cast.name(), "status": status,
            "place": None if online else lots.choice(words("organisations")["places"]),
            "joining": "The link is https://training.example.org" if online else "Ring the bell",
        }  # fmt: skip
        at = town.calendar.moment(lots, day, 9, 17)
        session = town.came_in(SessionRow, values, at=at, by=town.director.name)
        if printed.get("off"):
            at = town.calendar.later(lots, session.at, timedelta(days=2), timedelta(days=5))
            town.write_down(session, town.director, at, SessionStatus.CANCELLED)
        elif not printed.get("draft"):
            _book(lots, town, session, starts)


def _book(lots: random.Random, town: Town, session: LedgerRecord[SessionRow], starts: datetime | None) -> None:
    """Let volunteers book; what came of it follows from the session's day."""
    now, director = town.calendar.now, town.director
    places = int(session.now.places or 0)
    full = starts is not None and starts > now and places < 10
    number = places + WAIT if full else 6
    booked = [
        _booking(lots, town, session, who, waits=full and place >= places)
        for place, who in enumerate(_who(lots, town, session, number, past=starts is not None and starts < now))
    ]
    if starts is not None and starts < now:
        end = starts + timedelta(minutes=int(session.now.minutes or 0))
        town.write_down(session, director, end, SessionStatus.HELD)
        for booking, status in zip(booked, cycle(HELD), strict=False):
            came = status if session.now.gives or status != BookingStatus.PASSED else BookingStatus.CAME
            passed = {"passed_on": end.date(), "result": lots.randrange(70, 101)}
            at = end if came != BookingStatus.CANCELLED else starts - timedelta(hours=30)
            town.write_down(
                booking,
                town.coordinator(booking.now.hub),
                max(at, booking.changed_at),
                came,
                **(passed if came == BookingStatus.PASSED else {}),
            )
    elif full and len(booked) >= places:
        town.write_down(session, director, now - timedelta(hours=15), SessionStatus.FULL)


def _who(
    lots: random.Random, town: Town, session: LedgerRecord[SessionRow], number: int, *, past: bool
) -> list[LedgerRecord[VolunteerRow]]:
    """Volunteers who come: of past training those who hold it since, else whoever is new or ready."""
    volunteers = [v for v in town.ledger.all(VolunteerRow) if v.at < session.at]
    coming = [v for v in volunteers if v.now.status in (VolunteerStatus.CHECKING, VolunteerStatus.READY)]
    holding = [v for v in coming if session.now.gives in split(v.now.training)] if past else []
    return lots.sample(holding or coming, min(number, len(holding or coming)))


def _booking(
    lots: random.Random, town: Town, session: LedgerRecord[SessionRow], who: LedgerRecord[VolunteerRow], *, waits: bool
) -> LedgerRecord[BookingRow]:
    at = town.calendar.moment(lots, session.at.date() + timedelta(days=lots.randint(1, 12)), 8, 21)
    values = {column: who.now[column] for column in ("name", "telephone", "email", "hub")} | {
        "access_needs": "Large print, please" if lots.random() < 0.1 else None,
        "session_id": session.id, "volunteer_id": who.id,
        "status": BookingStatus.WAITING if waits else BookingStatus.BOOKED,
    }  # fmt: skip
    return town.came_in(BookingRow, values, at=at, by=Channel.WEB.value)
