"""Places at sessions, booked, given and given up, and whose they are; and modules that volunteers passed online."""

from community.book import Action, Change, Stale
from community.casework.actions import check_state_allows
from community.casework.casework_errors import NotNow
from community.casework.training.booking_news import forget_booking, tell_booking, tell_new
from community.casework.training.session_places import (
    BOOKABLE,
    bookings_of,
    is_double,
    move_up,
    session_places_left,
    take_session,
)
from community.casework.unit_of_work import UnitOfWork, do
from community.casework.user import User, WorkContext
from community.identity import same_name
from community.tables import TABLES
from community.tables.canonical import LONDON, codes, moment, split
from community.tables.flags import Flag
from community.tables.ids import check, derive
from community.tables.message_codes import MessageKind
from community.tables.roles import Role
from community.tables.row_types import BookingRow, BookingValues, ColumnName, SessionRow, SessionValues, VolunteerRow
from community.tables.statuses import BookingStatus, SessionStatus
from community.tables.support_vocabulary import SessionKind
from community.tables.verbs import Verb
from community.tables.vocabulary import Channel

_TOLD = frozenset(c.name for c in TABLES[BookingRow.TABLE].columns if c.origin == "told")


def book_place(context: WorkContext, session_id: str, told: BookingValues, volunteer_id: str | None = None) -> Action:
    """Book for somebody: a place while there is one and nobody waits, else the end of the waiting list.

    Raises NotNow where nobody could tell them, or the session can't be booked.
    """

    def work(unit: UnitOfWork) -> None:
        session = take_session(unit, session_id)
        if told.keys() - _TOLD or not told.get(ColumnName.NAME):
            raise NotNow("Write down who comes.")
        email, telephone = (str(told.get(way) or "") or None for way in (ColumnName.EMAIL, ColumnName.TELEPHONE))
        if not (email or telephone):
            raise NotNow("Write down a number or an email address, so that they can be told.")
        check_bookable(unit, session)
        if volunteer_id is not None:
            unit.take(VolunteerRow, volunteer_id)
        bookings = bookings_of(unit.reader, session.id)
        waits = session_places_left(session, bookings) == 0 or any(
            each.status == BookingStatus.WAITING and not is_double(each) for each in bookings
        )
        own = unit.context.book.new_id(BookingRow.TABLE)
        row: BookingValues = {
            **told,
            "session_id": session.id,
            "volunteer_id": volunteer_id,
            "hub": session.hub or unit.context.user.hub,
            "status": BookingStatus.WAITING if waits else BookingStatus.BOOKED,
        }
        unit.add(BookingRow, row, id=own)
        tell_new(unit, own, MessageKind.BOOKING, email=email, telephone=telephone)
        move_up(unit, session, added=0 if waits else 1)

    return do(context, Verb.BOOK_PLACE, work)[0]


def give_place(context: WorkContext, booking_id: str, *, seen: str = BookingStatus.WAITING) -> Action:
    """Give a free place to this one of those who wait, also where somebody seems to have booked twice."""

    def work(unit: UnitOfWork) -> None:
        booking = unit.take(BookingRow, booking_id, seen)
        check_state_allows(Verb.GIVE_PLACE, booking)
        session = unit.read(SessionRow, booking.session_id)
        check_bookable(unit, session)
        if session_places_left(session, bookings_of(unit.reader, session.id)) == 0:
            raise NotNow("Every place is taken. Change how many there are, or wait until somebody gives theirs up.")
        unit.move(booking, BookingStatus.BOOKED)
        unit.set(booking, "flags", set(split(booking.flags)) - {Flag.POSSIBLE_DOUBLE})
        tell_booking(unit, booking, MessageKind.BOOKING)
        move_up(unit, session)

    return do(context, Verb.GIVE_PLACE, work)[0]


def cancel_booking(context: WorkContext, booking_id: str, *, seen: str) -> Action:
    """Note that somebody can't come. The first on the waiting list gets the place and is told."""

    def work(unit: UnitOfWork) -> None:
        booking = unit.take(BookingRow, booking_id, seen)
        check_state_allows(Verb.CANCEL_BOOKING, booking)
        give_up(unit, booking)

    return do(context, Verb.CANCEL_BOOKING, work)[0]


def give_up(unit: UnitOfWork, booking: BookingRow) -> None:
    """End the booking, and let the next one move up."""
    unit.move(booking, BookingStatus.CANCELLED)
    forget_booking(unit, booking)
    move_up(unit, unit.read(SessionRow, booking.session_id))


def link_booking(context: WorkContext, booking_id: str, volunteer_id: str | None, *, seen: str | None) -> Action:
    """Write down which volunteer it is who booked, or with None that it is none of ours. A person has looked."""

    def work(unit: UnitOfWork) -> None:
        booking = unit.take(BookingRow, booking_id)
        if booking.volunteer_id != seen:
            raise Stale(booking.table, booking.id, "volunteer_id", booking.volunteer_id)
        if volunteer_id is not None:
            unit.take(VolunteerRow, volunteer_id)
        unit.set(booking, "volunteer_id", volunteer_id)

    return do(context, Verb.LINK_BOOKING, work)[0]


def check_bookable(unit: UnitOfWork, session: SessionRow) -> None:
    """Raises NotNow unless the session may be booked now."""
    if session.status not in BOOKABLE or session.starts_at is None or moment(session.starts_at) <= unit.now:
        raise NotNow("This session can’t be booked now: it is not announced, it is called off, or it has begun.")


def record_module(
    context: WorkContext, module: str, title: str, *, key: str, name: str, reference: str, score: int, too_many: bool
) -> None:
    """Write down that somebody of this name passed a module. The same `key` writes it once.

    `reference`: that of a volunteer. Where the name is theirs too it counts as theirs; nobody hears whether it does.
    Raises BookUnavailable.
    """
    by_form = WorkContext(context.book, context.settings, User(Channel.WEB, Role.VOLUNTEER), None, context.clock)

    def work(unit: UnitOfWork) -> None:
        session, booking = module_id(module), derive("B", "module", key)
        if unit.reader.get(BookingRow, booking) is not None:
            return
        about: SessionValues = {"name": title, "kind": SessionKind.TRAINING, "status": SessionStatus.OPEN}
        unit.add(SessionRow, about, id=session)
        volunteer = _volunteer(unit, reference, name)
        told: BookingValues = {
            "name": name,
            "session_id": session,
            "volunteer_id": volunteer.id if volunteer else None,
            "hub": volunteer.hub if volunteer else None,
            "status": BookingStatus.BOOKED,
            "passed_on": unit.now.astimezone(LONDON).date(),
            "result": score,
            "flags": codes([Flag.TOO_MANY] if too_many else []),
        }
        unit.add(BookingRow, told, id=booking)
        passed = Change(BookingRow.TABLE, booking, "status", BookingStatus.BOOKED, BookingStatus.PASSED)
        unit.changes[BookingRow.TABLE, booking, "status"] = passed

    do(by_form, Verb.RECORD_MODULE, work)


def module_id(module: str) -> str:
    """The id of the record under which those who passed this module are written down."""
    return derive("E", "module", module)


def _volunteer(unit: UnitOfWork, reference: str, name: str) -> VolunteerRow | None:
    found = check(reference)
    row = unit.reader.get(VolunteerRow, found) if found and found.startswith("V-") else None
    return row if row is not None and same_name(row.name, name) else None
