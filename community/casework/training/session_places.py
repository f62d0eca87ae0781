"""Places at a session: who is coming, how many places are left, and whom the next free one goes to."""

from collections.abc import Collection, Iterable

from community.book import CannotUndo, Reader
from community.casework.casework_errors import NotFound
from community.casework.permissions import user_can_see_hub
from community.casework.training.booking_news import tell_booking
from community.casework.unit_of_work import UnitOfWork, do
from community.casework.user import User, WorkContext
from community.identity import likeness, people_in
from community.tables.canonical import codes, moment, split
from community.tables.flags import Flag
from community.tables.message_codes import MessageKind
from community.tables.roles import Role
from community.tables.row_types import BookingRow, MessageRow, SessionRow
from community.tables.statuses import BookingStatus, SessionStatus
from community.tables.verbs import Verb

BOOKABLE = frozenset({SessionStatus.OPEN, SessionStatus.FULL})
COMING = frozenset({BookingStatus.BOOKED, BookingStatus.WAITING})
"""Statuses of a booking that somebody relies on."""
_GIVES_PLACES = User("bookings", Role.WORKER)


def take_session(unit: UnitOfWork, session_id: str, seen: str | None = None) -> SessionRow:
    """The session that the action is about. Raises NotFound for another hub's, though everybody may read of it."""
    session = unit.take(SessionRow, session_id, seen)
    if session.hub is not None and not user_can_see_hub(unit.context.user, session.hub):
        raise NotFound("This session is another hub's: ask its coordinator, or the director.")
    return session


def bookings_of(reader: Reader, session_id: str) -> list[BookingRow]:
    """The bookings of a session, the first to come first."""
    return reader.rows(BookingRow, lambda c: [c.session_id == session_id])


def session_places_left(session: SessionRow, bookings: Iterable[BookingRow]) -> int | None:
    """How many places nobody has; None where any number may come."""
    if session.places is None:
        return None
    return max(0, session.places - sum(each.status == BookingStatus.BOOKED for each in bookings))


def fill_places(context: WorkContext, session_id: str) -> None:
    """Give the free places to those who have waited longest, and tell everybody who has not heard yet.

    Done by the machine whenever somebody books or gives a place up. Doing it again changes nothing.
    """
    machine = WorkContext(context.book, context.settings, _GIVES_PLACES, context.places, context.clock)

    def work(unit: UnitOfWork) -> None:
        session = unit.reader.get(SessionRow, session_id)
        if session is not None:
            move_up(unit, session)

    do(machine, Verb.GIVE_PLACE, work)


def to_fill(reader: Reader) -> list[str]:
    """The ids of sessions with somebody on the waiting list who could have a place, or who has heard nothing yet."""
    waiting = reader.rows(BookingRow, lambda c: [c.status == BookingStatus.WAITING])
    found = []
    for session_id in dict.fromkeys(each.session_id for each in waiting):
        session = reader.get(SessionRow, session_id)
        if session is None or session.status not in BOOKABLE:
            continue
        bookings = bookings_of(reader, session_id)
        heard = _heard(reader, [each.id for each in bookings])
        in_line = [each for each in bookings if each.status == BookingStatus.WAITING and not is_double(each)]
        if (in_line and session_places_left(session, bookings) != 0) or any(each.id not in heard for each in in_line):
            found.append(session_id)
    return found


def move_up(unit: UnitOfWork, session: SessionRow, *, places: int | None = None, added: int = 0) -> None:
    """Give free places in the order in which people booked, and keep the session's status in step.

    `places`: how many there are, where this action changes that; `added`: how many have a place by rows that it adds.
    Whoever seems to have booked twice waits for a person to look.
    """
    if unit.status(session) not in BOOKABLE:
        return
    most = session.places if places is None else places
    bookings = bookings_of(unit.reader, session.id)
    taken = added + sum(unit.status(each) == BookingStatus.BOOKED for each in bookings)
    begun = session.starts_at is not None and moment(session.starts_at) <= unit.now
    heard = _heard(unit.reader, [each.id for each in bookings])
    booked = [each for each in bookings if each.status == BookingStatus.BOOKED]
    for place, booking in enumerate(bookings):
        if begun or unit.status(booking) != BookingStatus.WAITING or is_double(booking):
            continue
        coming = [each for each in (*bookings[:place], *booked) if unit.status(each) in COMING and each is not booking]
        if booking.id not in heard and _same_person(booking, coming) is not None:
            unit.set(booking, "flags", codes([*split(booking.flags), Flag.POSSIBLE_DOUBLE]))
        elif most is None or taken < most:
            taken += 1
            unit.move(booking, BookingStatus.BOOKED)
            tell_booking(unit, booking, MessageKind.BOOKING)
        elif booking.id not in heard:
            tell_booking(unit, booking, MessageKind.BOOKING)
    full = most is not None and taken >= most
    unit.move(session, SessionStatus.FULL if full else SessionStatus.OPEN)


def is_double(booking: BookingRow) -> bool:
    """Whether somebody seems to have booked this twice, and nobody has looked yet."""
    return Flag.POSSIBLE_DOUBLE in split(booking.flags)


def check_not_overbooked(reader: Reader, touched: Collection[tuple[str, str]]) -> None:
    """Raises CannotUndo where a booking among these records would have a place that somebody else has by now."""
    for session_id in {
        booking.session_id
        for table, one in touched
        if table == BookingRow.TABLE and (booking := reader.get(BookingRow, one)) is not None
    }:
        session = reader.get(SessionRow, session_id)
        booked = sum(each.status == BookingStatus.BOOKED for each in bookings_of(reader, session_id))
        if session is not None and session.places is not None and booked > session.places:
            raise CannotUndo("Somebody else has that place by now. Book them again instead.")


def first_of_doubles(reader: Reader, booking: BookingRow) -> BookingRow:
    """The booking that the same person made before this one, where they booked twice; else this one."""
    if not is_double(booking):
        return booking
    others = bookings_of(reader, booking.session_id)
    coming = [each for each in others if each.status in COMING and not is_double(each)]
    return _same_person(booking, coming) or booking


def _same_person(booking: BookingRow, others: Iterable[BookingRow]) -> BookingRow | None:
    """The first of these bookings by the same person: of the same name, with the same number or email address."""
    mine = next(people_in(booking.table, booking), None)
    for each in others:
        other = next(people_in(each.table, each), None)
        if mine is not None and other is not None:
            like = likeness(mine, other)
            if like.near_spelling and {"telephone", "email"} & set(like.facts):
                return each
    return None


def _heard(reader: Reader, booking_ids: Collection[str]) -> set[str]:
    """Those of these bookings about which a message was made."""
    ids = list(booking_ids)
    told = reader.rows(MessageRow, lambda c: [c.about.in_(ids)], columns=lambda c: (c.about,)) if ids else []
    return {row.about for row in told}
