"""Messages on their way out: making one, withdrawing one, and whether one is still to go."""

from collections.abc import Collection
from datetime import datetime

from community.book import Reader
from community.casework.concern_caution import gets_no_offers
from community.casework.form_senders import address_given, unanswered
from community.casework.quiet_hours import not_before
from community.casework.unit_of_work import UnitOfWork
from community.casework.visibility import row_type_of
from community.tables.canonical import LONDON, instant, split
from community.tables.job_kinds import JobKind
from community.tables.message_codes import MessageKind, SafeWay
from community.tables.row_types import MatchRow, MessageRow, MessageValues, ResidentRow, VolunteerRow
from community.tables.statuses import AGREED, LIVE, UNSENT, MatchStatus, MessageStatus
from community.tables.vocabulary import ReachBy

DELIVERED = frozenset({MessageStatus.SENT, MessageStatus.UNKNOWN})
"""Statuses of a message that somebody may have read."""
TO_VOLUNTEER = frozenset(
    {
        MessageKind.OFFER,
        MessageKind.OFFER_WITHDRAWN,
        MessageKind.RESIDENT_KNOWS,
        MessageKind.CALLED_OFF,
        MessageKind.HOW_WAS_IT,
    }
)
_WAITS_FOR: dict[MessageKind, frozenset[str]] = {
    MessageKind.OFFER: frozenset({MatchStatus.OFFERED}),
    MessageKind.WHO_COMES: AGREED,
    MessageKind.RESIDENT_KNOWS: AGREED,
    MessageKind.HOW_WAS_IT: frozenset({MatchStatus.ACTIVE}),
    MessageKind.CALLED_OFF: frozenset(MatchStatus) - LIVE,
    MessageKind.NOBODY_COMES: frozenset(MatchStatus) - LIVE,
    MessageKind.RESIDENTS_VOICE: frozenset({MatchStatus.ACTIVE, MatchStatus.COMPLETED}),
}
"""By kind, the statuses of what it is about in which it may go out; a kind that is not here may go out in all."""
_TO_THOSE_ASKED = frozenset({MessageKind.OFFER, MessageKind.RESIDENT_KNOWS, MessageKind.HOW_WAS_IT})
"""Kinds that a volunteer doesn't get about whom one speaks to the lead first."""


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
) -> str:
    """The id of a new message: one that goes by itself outside quiet hours, or one that a person passes on.

    `earliest`: it goes by itself not before this time.
    """
    own = unit.context.book.new_id(MessageRow.TABLE)
    due = not_before(unit.context.settings.messages, max(unit.now, earliest or unit.now))
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


def withdraw(unit: UnitOfWork, message: MessageRow) -> None:
    """Withdraw a message that has not left; one that has stays as it is."""
    if unit.status(message) in UNSENT:
        unit.move(message, MessageStatus.WITHDRAWN)


def messages_of(reader: Reader, match_id: str, *kinds: MessageKind) -> list[MessageRow]:
    """The messages of these kinds about this match, the first one first."""
    return reader.rows(MessageRow, lambda c: [c.about == match_id, c.kind.in_(kinds)])


def may_go(reader: Reader, message: MessageRow) -> bool:
    """Whether the message is still to be sent: what it is about stands as it says, and its reader may be written to."""
    if message.kind == MessageKind.RECEIPT:
        return _may_confirm(reader, message)
    match = reader.get(MatchRow, message.about)
    statuses = _WAITS_FOR.get(message.kind)
    if statuses is not None and (match is None or match.status not in statuses):
        return False
    if message.kind in _TO_THOSE_ASKED and message.to_whom in gets_no_offers(reader):
        return False
    person = reader.get(row_type_of(message.to_whom), message.to_whom)
    if not isinstance(person, VolunteerRow | ResidentRow):
        return False
    return message.way not in closed_ways(person) and person.died_on is None


def is_too_late(reader: Reader, message: MessageRow, now: datetime) -> bool:
    """Whether the message tells a resident of a day that is over: it is not sent any more, and they are told anew."""
    match = reader.get(MatchRow, message.about) if message.kind == MessageKind.WHO_COMES else None
    today = now.astimezone(LONDON).date().isoformat()
    return match is not None and match.first_on is not None and match.first_on < today


def may_have_link(message: MessageRow, person: VolunteerRow | ResidentRow) -> bool:
    """Whether whoever opens the link of this message may be its reader: alive, and the way is still safe for them."""
    return person.died_on is None and message.way not in _unsafe_ways(person)


def closed_ways(person: VolunteerRow | ResidentRow) -> Collection[str]:
    """The ways by which this person is not to be written to: stopped, reaching nobody, or not safe for them."""
    return {*split(person.stopped), *split(person.unreached), *_unsafe_ways(person)}


def _unsafe_ways(person: VolunteerRow | ResidentRow) -> Collection[str]:
    """The ways of messages that are not safe for this person."""
    return {_SENT_BY.get(way, way) for way in split(person.not_safe)}


def _may_confirm(reader: Reader, message: MessageRow) -> bool:
    """Whether the form that this copy of a receipt is about still waits for an answer, and says where to send it."""
    form = unanswered(reader, message.about)
    if form is None or address_given(reader, form, ReachBy(message.way)) is None:
        return False
    return not isinstance(form, VolunteerRow) or message.way not in closed_ways(form)
