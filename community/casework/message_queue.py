"""Messages on their way out: making one, withdrawing one, and whether one is still to go."""

from collections.abc import Collection
from datetime import datetime, timedelta

from community.book import Reader
from community.casework.absences import is_away, went_away
from community.casework.circular_rules import left_out
from community.casework.concern_caution import gets_no_offers
from community.casework.form_senders import address_given, is_spared, unanswered_form
from community.casework.message_rules import ABOUT_BOOKINGS, MESSAGE_RULES, TO_READERS
from community.casework.newsletter_readers import reader_goes_to
from community.casework.quiet_hours import not_before
from community.casework.referral_kept import why_referral_not_sent
from community.casework.unit_of_work import UnitOfWork
from community.casework.visibility import row_type_of
from community.settings import Settings
from community.tables.canonical import LONDON, instant, moment, split
from community.tables.job_kinds import JobKind
from community.tables.message_codes import MessageKind, SafeWay
from community.tables.row_types import (
    BookingRow,
    MatchRow,
    MessageRow,
    MessageValues,
    ResidentRow,
    SessionRow,
    VisitRow,
    VolunteerRow,
)
from community.tables.statuses import (
    UNSENT,
    BookingStatus,
    MessageStatus,
    SessionStatus,
    VisitStatus,
    VolunteerStatus,
)
from community.tables.vocabulary import ReachBy
from community.wording import wording

DELIVERED = frozenset({MessageStatus.SENT, MessageStatus.UNKNOWN})
"""Statuses of a message that somebody may have read."""
_SETTLED = "This has been answered or called off since, so it is not to be sent any more."

_SENT_BY: dict[str, str] = {SafeWay.RING: ReachBy.TELEPHONE, SafeWay.POST: ReachBy.LETTER}
"""By what may not be safe, the way of a message where that has another name."""


def queue(
    unit: UnitOfWork,
    kind: MessageKind,
    about: str,
    to_whom: str,
    way: ReachBy,
    *,
    by_itself: bool,
    answer_by: datetime | None = None,
    earliest: datetime | None = None,
    at_once: bool = False,
) -> str:
    """The id of a new message: one that goes by itself outside quiet hours, or one that a person passes on.

    `earliest`: it goes by itself not before this time. `at_once`: it goes in quiet hours as well.
    """
    own = unit.context.book.new_id(MessageRow.TABLE)
    begins = max(unit.now, earliest or unit.now)
    due = begins if at_once else not_before(unit.context.settings.messages, begins)
    unit.add(
        MessageRow,
        MessageValues(
            about=about,
            to_whom=to_whom,
            kind=kind,
            way=way,
            status=MessageStatus.QUEUED if by_itself else MessageStatus.BY_HAND,
            not_before=instant(due) if by_itself else None,
            answer_by=instant(answer_by) if answer_by else None,
        ),
        id=own,
    )
    if by_itself:
        unit.job(JobKind.SEND_MESSAGE, own, due)
    return own


def person_chooses_when(person: VolunteerRow | ResidentRow) -> bool:
    """Whether a person has to send what goes to them: it was noted when it is safe, in words that no program heeds."""
    return bool((person.safe_when or "").strip())


def opens_links(settings: Settings) -> bool:
    """Whether a message may hold a link: there is an address at which a server of ours opens it."""
    return settings.public_url is not None and not settings.kept_in_sheet


def withdraw(unit: UnitOfWork, message: MessageRow) -> None:
    """Withdraw a message that has not left; one that has stays as it is."""
    if unit.status(message) in UNSENT:
        unit.move(message, MessageStatus.WITHDRAWN)


def messages_of(reader: Reader, match_id: str, *kinds: MessageKind) -> list[MessageRow]:
    """The messages of these kinds about this match, the first one first."""
    return reader.rows(MessageRow, lambda c: [c.about == match_id, c.kind.in_(kinds)])


def day_called_off(reader: Reader, match_id: str, at: str) -> str | None:
    """The ISO day of the visit that was called off in the action of this time; None where it takes place after all."""
    found = reader.rows(
        VisitRow,
        lambda c: [c.match_id == match_id, c.status == VisitStatus.CANCELLED, c.changed_at == at],
    )
    return found[0].on if found else None


def may_go(reader: Reader, message: MessageRow, now: datetime) -> bool:
    """Whether the message is still to be sent: what it is about stands as it says, and its reader may be written to."""
    if message.kind == MessageKind.RECEIPT:
        return _may_confirm(reader, message)
    return why_it_stays(reader, message, now) is None


def why_it_stays(reader: Reader, message: MessageRow, now: datetime) -> str | None:
    """Why the message is not to be sent any more, in words for whoever would send it; None where it may go."""
    if message.kind in ABOUT_BOOKINGS | TO_READERS:
        by_form = _booking_stands if message.kind in ABOUT_BOOKINGS else reader_goes_to
        return None if by_form(reader, message) else _SETTLED
    if message.kind == MessageKind.REFERRAL:
        return why_referral_not_sent(reader, message.about)
    match = reader.get(MatchRow, message.about)
    rules = MESSAGE_RULES[message.kind]
    if rules.goes_while is not None and (match is None or match.status not in rules.goes_while):
        return _SETTLED
    if rules.of_one_day and day_called_off(reader, message.about, message.at) is None:
        return _SETTLED  # it takes place after all
    if rules.asks_to_come and message.to_whom in gets_no_offers(reader):
        return _SETTLED  # why, only the lead says
    person = reader.get(row_type_of(message.to_whom), message.to_whom)
    if not isinstance(person, VolunteerRow | ResidentRow) or _is_left_out(reader, message, person, now):
        return _SETTLED
    way = wording().way[message.way]
    if message.way in unsafe_ways(person.not_safe):
        return f"It is not safe for them by {way} any more. Tell them in another way, and write that down."
    if message.way in closed_ways(person):
        return f"They can’t be written to by {way} any more. Tell them in another way, and write that down."
    if isinstance(person, VolunteerRow) and match is not None and _rests(reader, message, match, person, now):
        return "They are away now, and somebody else helps meanwhile. Tell them when they are back."
    return None


def _is_left_out(reader: Reader, message: MessageRow, person: VolunteerRow | ResidentRow, now: datetime) -> bool:
    """Whether this person gets no such message any more, by whichever way."""
    if message.kind == MessageKind.CIRCULAR:
        return not isinstance(person, VolunteerRow) or left_out(person, now, gets_no_offers(reader)) is not None
    return person.died_on is not None


def _rests(reader: Reader, message: MessageRow, match: MatchRow, volunteer: VolunteerRow, now: datetime) -> bool:
    """Whether it is about a visit for which this volunteer is away: whoever expected them is told so by a person.

    How a visit went is asked all the same where they went away only after it.
    """
    if not is_away(volunteer, now):
        return False
    today = now.astimezone(LONDON).date().isoformat()
    if message.kind == MessageKind.RESIDENT_KNOWS:
        day = max(match.first_on or today, today)
        back = volunteer.hold_until
        return volunteer.status == VolunteerStatus.PAUSED or back is None or _day(back) > day
    if message.kind == MessageKind.HOW_WAS_IT and message.not_before is not None:
        of_visit = (moment(message.not_before).astimezone(LONDON) - timedelta(days=1)).date().isoformat()
        return _day(went_away(reader, volunteer)) <= of_visit
    return False


def _day(at: str) -> str:
    return moment(at).astimezone(LONDON).date().isoformat()


def is_too_late(reader: Reader, message: MessageRow, now: datetime) -> bool:
    """Whether the message tells a resident of a day that is over: it is not sent any more, and they are told anew."""
    match = reader.get(MatchRow, message.about) if message.kind == MessageKind.WHO_COMES else None
    today = now.astimezone(LONDON).date().isoformat()
    return match is not None and match.first_on is not None and match.first_on < today


def may_have_link(message: MessageRow, person: VolunteerRow | ResidentRow) -> bool:
    """Whether whoever opens the link of this message may be its reader: alive, and the way is still safe for them."""
    return person.died_on is None and message.way not in unsafe_ways(person.not_safe)


def closed_ways(person: VolunteerRow | ResidentRow) -> Collection[str]:
    """The ways by which this person is not to be written to: stopped, reaching nobody, or not safe for them."""
    return {*split(person.stopped), *split(person.unreached), *unsafe_ways(person.not_safe)}


def unsafe_ways(not_safe: str | None) -> frozenset[str]:
    """The ways of messages that are not safe for somebody of whom this is written down: see `SafeWay`."""
    return frozenset(_SENT_BY.get(way, way) for way in split(not_safe))


def _booking_stands(reader: Reader, message: MessageRow) -> bool:
    """Whether this message about a booking still says what is so."""
    booking = reader.get(BookingRow, message.about)
    session = reader.get(SessionRow, booking.session_id) if booking is not None else None
    if booking is None or session is None:
        return False
    if message.kind == MessageKind.SESSION_OFF:
        return session.status == SessionStatus.CANCELLED
    return booking.status in {BookingStatus.BOOKED, BookingStatus.WAITING}


def _may_confirm(reader: Reader, message: MessageRow) -> bool:
    """Whether the form that this copy of a receipt is about waits for an answer, and says where it may go."""
    form = unanswered_form(reader, message.about)
    to = address_given(reader, form, ReachBy(message.way)) if form is not None else None
    if form is None or to is None or is_spared(reader, ReachBy(message.way), to):
        return False
    return not isinstance(form, VolunteerRow) or message.way not in closed_ways(form)
