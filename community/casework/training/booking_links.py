"""What whoever booked sees behind the link of their message, and how they give the place up by it."""

from dataclasses import dataclass, field
from datetime import datetime

from community.book import Reader
from community.casework.message_rules import ABOUT_BOOKINGS
from community.casework.offer_state import LinkClosed
from community.casework.training.booking_messages import SessionFacts, place_in_line, session_facts
from community.casework.training.session_places import (
    BOOKABLE,
    COMING,
    bookings_of,
    first_of_doubles,
    session_places_left,
)
from community.casework.training.training_bookings import give_up
from community.casework.unit_of_work import UnitOfWork, do
from community.casework.user import User, WorkContext
from community.tables.canonical import moment
from community.tables.roles import Role
from community.tables.row_types import BookingRow, MessageRow, SessionRow
from community.tables.statuses import BookingStatus, SessionStatus
from community.tables.verbs import Verb


@dataclass(frozen=True)
class BookingSeen:
    """How a booking stands for whoever made it."""

    session: SessionFacts
    status: BookingStatus
    in_line: int
    joining: str | None = field(repr=False)
    """How to join, for whoever has a place and no one else."""
    off: bool
    """The whole session is called off."""
    over: bool
    """It has begun, or is over."""


@dataclass(frozen=True)
class OpenSession:
    """A session that may be booked now."""

    facts: SessionFacts
    left: int | None
    """How many places are left; None where any number may come."""
    hub: str | None


def open_sessions(context: WorkContext) -> list[OpenSession]:
    """The sessions that anybody may book now, the next one first. Raises BookUnavailable."""
    with context.book.reading() as reader:
        rows = reader.rows(SessionRow, lambda c: [c.status.in_([*BOOKABLE]), c.starts_at.is_not(None)])
        now = context.clock()
        return [
            OpenSession(session_facts(row), session_places_left(row, bookings_of(reader, row.id)), row.hub)
            for row in sorted(rows, key=lambda row: (row.starts_at or "", row.id))
            if row.starts_at and moment(row.starts_at) > now
        ]


def see_booking(context: WorkContext, message_id: str) -> BookingSeen:
    """How the booking stands that this message is about. Raises LinkClosed."""
    with context.book.reading() as reader:
        booking, session = _linked(reader, message_id)
        return _seen(reader, booking, session, context.clock())


def see_reference(context: WorkContext, booking_id: str) -> BookingSeen | None:
    """How the booking with this reference stands, without how to join it; None where there is none.

    Of whoever booked twice it is how the first booking stands: so it tells nobody whether somebody has booked before.
    """
    with context.book.reading() as reader:
        booking = reader.get(BookingRow, booking_id)
        booking = first_of_doubles(reader, booking) if booking is not None else None
        session = reader.get(SessionRow, booking.session_id) if booking is not None else None
        if booking is None or session is None:
            return None
        seen = _seen(reader, booking, session, context.clock())
        return BookingSeen(seen.session, seen.status, seen.in_line, None, seen.off, seen.over)


def cancel_by_link(context: WorkContext, message_id: str) -> None:
    """Give the place up. Doing it again changes nothing. Raises LinkClosed."""
    with context.book.reading() as reader:
        booking, _ = _linked(reader, message_id)
    by_link = WorkContext(
        context.book, context.settings, User(booking.id, Role.VOLUNTEER), context.places, context.clock
    )

    def work(unit: UnitOfWork) -> None:
        booking, session = _linked(unit.reader, message_id)
        begun = session.starts_at is not None and moment(session.starts_at) <= unit.now
        if booking.status in COMING and not begun:
            give_up(unit, booking)

    do(by_link, Verb.CANCEL_BY_LINK, work)


def _seen(reader: Reader, booking: BookingRow, session: SessionRow, now: datetime) -> BookingSeen:
    return BookingSeen(
        session_facts(session),
        booking.status,
        place_in_line(reader, booking),
        session.joining if booking.status == BookingStatus.BOOKED else None,
        session.status == SessionStatus.CANCELLED,
        session.starts_at is not None and moment(session.starts_at) <= now,
    )


def _linked(reader: Reader, message_id: str) -> tuple[BookingRow, SessionRow]:
    # One that was withdrawn may have been passed on by hand. Its link shows no more than how it stands.
    message = reader.get(MessageRow, message_id)
    if message is None or message.kind not in ABOUT_BOOKINGS:
        raise LinkClosed
    booking = reader.get(BookingRow, message.about)
    session = reader.get(SessionRow, booking.session_id) if booking is not None else None
    if booking is None or session is None:
        raise LinkClosed
    return booking, session
