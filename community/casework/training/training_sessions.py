"""Training sessions: the director plans one, announces it, changes it, calls it off; and who came is written down."""

from collections.abc import Collection, Mapping
from datetime import datetime

from community.book import Action, Stale
from community.casework.actions import check_state_allows
from community.casework.casework_errors import NotAllowed, NotNow
from community.casework.training.booking_news import forget_booking, tell_booking
from community.casework.training.session_places import COMING, bookings_of, move_up, take_session
from community.casework.unit_of_work import UnitOfWork, do
from community.casework.user import WorkContext
from community.tables import TABLES
from community.tables import canonical as canon
from community.tables.canonical import LONDON, codes, moment, split
from community.tables.message_codes import MessageKind
from community.tables.row_types import BookingRow, ColumnName, SessionRow, SessionValues, VolunteerRow
from community.tables.statuses import BookingStatus, SessionStatus
from community.tables.support_vocabulary import SESSION_KINDS, SessionKind
from community.tables.verbs import Verb

TOLD = frozenset(c.name for c in TABLES[SessionRow.TABLE].columns if c.origin == "told") | {"hub"}
"""What somebody may say of a session. Its status and what the hub notes have ways of their own."""
_EVERYBODY_HEARS = frozenset({"name", "starts_at", "minutes", "place", "online"})
"""What those booked, and those who wait, are told of when it changes."""


def plan_session(context: WorkContext, told: SessionValues) -> Action:
    """Write down a session that is planned. Nobody sees it before it is announced."""

    def work(unit: UnitOfWork) -> None:
        _check(context, told, unit.now)
        planned: SessionValues = {**told, "status": SessionStatus.PLANNED}
        unit.add(SessionRow, planned)

    return do(context, Verb.PLAN_SESSION, work)[0]


def announce_session(context: WorkContext, session_id: str, *, seen: str = SessionStatus.PLANNED) -> Action:
    """Open a session for booking: the next publishing prints it."""

    def work(unit: UnitOfWork) -> None:
        session = unit.take(SessionRow, session_id, seen)
        check_state_allows(Verb.ANNOUNCE_SESSION, session)
        _check_to_come(session.starts_at, unit.now)
        unit.move(session, SessionStatus.OPEN)

    return do(context, Verb.ANNOUNCE_SESSION, work)[0]


def change_session(
    context: WorkContext, session_id: str, *, seen: Mapping[str, object], now: Mapping[str, object]
) -> Action:
    """Change what is told of a session. Those booked are told of a new time, place, name or way to join.

    With more places the first on the waiting list get one; with fewer nobody loses theirs. Raises Stale.
    """

    def work(unit: UnitOfWork) -> None:
        session = unit.take(SessionRow, session_id)
        check_state_allows(Verb.CHANGE_SESSION, session)
        new = _changed(session, seen, now)
        _check(context, {**session, **new}, unit.now)
        for field, value in new.items():
            unit.set_by_name(session, field, value)
        if session.status == SessionStatus.PLANNED:
            return
        places = new.get(ColumnName.PLACES)
        if ColumnName.PLACES in new and places is None:
            raise NotNow("It has a number of places already. Give it a higher one.")
        hears = COMING if new.keys() & _EVERYBODY_HEARS else frozenset[BookingStatus]()
        if "joining" in new:
            hears |= {BookingStatus.BOOKED}
        for booking in bookings_of(unit.reader, session.id):
            if booking.status in hears:
                tell_booking(unit, booking, MessageKind.BOOKING)
        if places is not None:
            move_up(unit, session, places=int(str(places)))

    return do(context, Verb.CHANGE_SESSION, work)[0]


def call_off_session(context: WorkContext, session_id: str, *, seen: str, reason: str | None = None) -> Action:
    """Call a session off. Everybody who booked, or waits, is told."""

    def work(unit: UnitOfWork) -> None:
        session = unit.take(SessionRow, session_id, seen)
        check_state_allows(Verb.CALL_OFF_SESSION, session)
        unit.move(session, SessionStatus.CANCELLED)
        for booking in bookings_of(unit.reader, session.id):
            if booking.status in COMING:
                unit.move(booking, BookingStatus.CANCELLED)
                tell_booking(unit, booking, MessageKind.SESSION_OFF)

    return do(context, Verb.CALL_OFF_SESSION, work, reason)[0]


def session_held(context: WorkContext, session_id: str, came: Collection[str], *, seen: str) -> Action:
    """Write down that a session took place, and which of those booked came; the others did not.

    Of a volunteer whom a booking names, the day of an induction is noted, or the training that the session gives.
    """

    def work(unit: UnitOfWork) -> None:
        session = take_session(unit, session_id, seen)
        check_state_allows(Verb.SESSION_HELD, session)
        if session.starts_at is None or moment(session.starts_at) > unit.now:
            raise NotNow("It has not begun yet.")
        bookings = [each for each in bookings_of(unit.reader, session.id) if each.status in COMING]
        if not all(unit.visible.sees(each) for each in bookings):
            raise NotAllowed("Somebody of another hub booked: the director or a call handler writes down who came.")
        if set(came) - {each.id for each in bookings}:
            raise NotNow("Somebody has given their place up meanwhile. Look again who came.")
        unit.move(session, SessionStatus.HELD)
        for booking in bookings:
            forget_booking(unit, booking)
            if booking.id in came:
                _came(unit, session, booking)
            else:
                waited = booking.status == BookingStatus.WAITING
                unit.move(booking, BookingStatus.CANCELLED if waited else BookingStatus.ABSENT)

    return do(context, Verb.SESSION_HELD, work)[0]


def _came(unit: UnitOfWork, session: SessionRow, booking: BookingRow) -> None:
    """Note that they came. Somebody from the waiting list who came all the same had a place in the end."""
    unit.set_by_name(booking, "status", BookingStatus.CAME)
    volunteer = unit.reader.get(VolunteerRow, booking.volunteer_id) if booking.volunteer_id else None
    if volunteer is None or session.starts_at is None:
        return
    if session.kind == SessionKind.INDUCTION and volunteer.inducted_on is None:
        unit.set(volunteer, "inducted_on", moment(session.starts_at).astimezone(LONDON).date())
    if session.gives and session.gives not in split(volunteer.training):
        unit.set(volunteer, "training", codes([*split(volunteer.training), session.gives]))


def _changed(session: SessionRow, seen: Mapping[str, object], now: Mapping[str, object]) -> dict[str, object]:
    """By field, the canonical new values of those that change. Raises Stale for one that is not as it was seen."""
    found: dict[str, object] = {}
    for field, value in now.items():
        if field not in TOLD:
            raise NotAllowed("This field is not yours to change.")
        column = TABLES[SessionRow.TABLE][field]
        if canon.of(column, seen.get(field)) != session[field]:
            raise Stale(SessionRow.TABLE, session.id, field, session[field])
        if canon.of(column, value) != session[field]:
            found[field] = canon.of(column, value)
    return found


def _check(context: WorkContext, told: Mapping[str, object], now: datetime) -> None:
    """Raises NotNow where something is missing without which nobody could come."""
    if not told.get(ColumnName.NAME):
        raise NotNow("Give it a name, as it should be printed.")
    if told.get(ColumnName.KIND) not in SESSION_KINDS:
        raise NotNow("Choose what it is.")
    starts = told.get(ColumnName.STARTS_AT)
    _check_to_come(canon.instant(starts) if isinstance(starts, datetime) else starts, now)
    hub = told.get(ColumnName.HUB)
    if hub is not None and hub not in context.settings.hubs:
        raise NotNow("Choose one of the hubs, or all of them.")
    for number in ("minutes", "places"):
        value = told.get(number)
        if value is not None and int(str(value)) < 1:
            raise NotNow("Minutes and places are whole numbers from 1.")


def _check_to_come(starts: object, now: datetime) -> None:
    if starts is None or moment(str(starts)) <= now:
        raise NotNow("Say when it begins: a day and an hour that are still to come.")
