"""What a message about a booking may say, as the rows stand now; and whether it is still to go."""

from dataclasses import dataclass, field
from datetime import datetime

from community.book import Reader
from community.casework.casework_errors import NotFound, NotNow
from community.casework.message_rules import ABOUT_BOOKINGS
from community.casework.message_texts import first_name
from community.casework.permissions import user_can
from community.casework.training.session_places import bookings_of
from community.casework.user import WorkContext
from community.casework.visibility import looking
from community.tables.canonical import moment
from community.tables.message_codes import MessageKind
from community.tables.row_types import BookingRow, MessageRow, SessionRow
from community.tables.statuses import BookingStatus, MessageStatus
from community.tables.verbs import Verb
from community.tables.vocabulary import ReachBy, YesNo


@dataclass(frozen=True)
class SessionFacts:
    """A session as it is told to somebody who booked, or would."""

    id: str
    name: str
    what: str | None
    starts_at: datetime | None
    minutes: int | None
    place: str | None
    online: bool
    cost: str | None


@dataclass(frozen=True)
class BookingFacts:
    """How somebody's booking stands. How to join is there only for whoever has a place."""

    id: str
    """The message's."""
    kind: MessageKind
    way: ReachBy
    at: datetime
    first_name: str = field(repr=False)
    session: SessionFacts
    booked: bool
    in_line: int
    """The how manieth on the waiting list; 0 for whoever has a place."""
    joining: str | None = field(repr=False)
    again: bool
    """They heard from us about it before."""


def session_facts(session: SessionRow) -> SessionFacts:
    """What anybody may hear of this session: nothing of how to join it."""
    return SessionFacts(
        session.id,
        session.name or "A session",
        session.what,
        moment(session.starts_at) if session.starts_at else None,
        session.minutes,
        session.place,
        session.online == YesNo.YES,
        session.cost,
    )


def booking_of(context: WorkContext, message_id: str) -> BookingFacts | None:
    """The facts of this message, if it is about a booking; None for any other.

    Raises NotFound, and NotNow where it is not to be sent any more.
    """
    with looking(context) as visible:
        message = visible.reader.get(MessageRow, message_id)
        if message is None or not (user_can(context.user, Verb.SEND_MESSAGE) or visible.sees(message)):
            raise NotFound("There is no such message, or it belongs to another hub.")
        if message.kind not in ABOUT_BOOKINGS:
            return None
        booking = visible.reader.get(BookingRow, message.about)
        session = visible.reader.get(SessionRow, booking.session_id) if booking is not None else None
        if booking is None or session is None or message.status == MessageStatus.WITHDRAWN:
            raise NotNow("This is over, so it is not to be sent any more.")
        before = visible.reader.count(
            MessageRow, lambda c: [c.about == booking.id, c.at < message.at, c.status == MessageStatus.SENT]
        )
        booked = booking.status == BookingStatus.BOOKED
        return BookingFacts(
            message.id,
            message.kind,
            message.way,
            moment(message.at),
            first_name(booking.name),
            session_facts(session),
            booked,
            place_in_line(visible.reader, booking),
            session.joining if booked else None,
            before > 0,
        )


def place_in_line(reader: Reader, booking: BookingRow) -> int:
    """The how manieth on the waiting list this one is; 0 for whoever does not wait."""
    if booking.status != BookingStatus.WAITING:
        return 0
    waiting = [each.id for each in bookings_of(reader, booking.session_id) if each.status == BookingStatus.WAITING]
    return waiting.index(booking.id) + 1
