"""Answers by link that come faster than a person can give them: they count for nothing until somebody has rung.

Mail gateways open links ahead of people, and some press what they find. So an answer that comes within seconds of the
message, or of an answer to another offer, leaves everything as it was, and a call to them stands on Today.
"""

from datetime import timedelta

from community.casework.calls_to_make import DOUBTED, WORDS, open_call
from community.casework.unit_of_work import UnitOfWork
from community.tables.canonical import instant, moment
from community.tables.row_types import ContactRow, MessageRow
from community.tables.statuses import UNSENT, ContactStatus, MessageStatus
from community.tables.vocabulary import ContactOutcome, ContactWay, Direction

AFTER_SENDING = timedelta(seconds=10)
"""In less time nobody hears a telephone, reads a message, opens its link, reads two pages and ticks a box."""
BETWEEN_OFFERS = timedelta(seconds=5)
"""In less time nobody answers a second offer after a first one."""
_ON_ITS_WAY = frozenset({MessageStatus.UNKNOWN, MessageStatus.QUEUED})
"""Statuses of a message that a server may be looking through while we wait for its answer, or that it gave back."""
_BY_LINK = frozenset({ContactWay.EMAIL, ContactWay.TEXT})
_ANSWERS = frozenset({ContactOutcome.YES, ContactOutcome.NO})


def is_hasty(unit: UnitOfWork, message: MessageRow) -> bool:
    """Whether an answer to this message at this moment is too fast to be a person's."""
    return _just_sent(unit, message) or _answered_another(unit, message)


def doubt(unit: UnitOfWork, message: MessageRow) -> None:
    """Put a call to whoever got the message on Today, unless one stands there."""
    if not _calls(unit, message):
        unit.appends.append(open_call(DOUBTED, message.about, message.to_whom))


def believe(unit: UnitOfWork, message: MessageRow) -> None:
    """Take the call off Today, and note that the message has arrived: whoever answers has read it."""
    for call in _calls(unit, message):
        unit.move(call, ContactStatus.DEALT_WITH)
    if message.status in UNSENT or message.status == MessageStatus.UNKNOWN:
        unit.move(message, MessageStatus.SENT)
        unit.set(message, "sent_at", unit.at)


def _just_sent(unit: UnitOfWork, message: MessageRow) -> bool:
    if message.not_before is None:
        return False  # a person passed it on, and wrote that down when they had time
    went = message.sent_at or (message.changed_at if message.status in _ON_ITS_WAY else None)
    return went is not None and unit.now - moment(went) < AFTER_SENDING


def _answered_another(unit: UnitOfWork, message: MessageRow) -> bool:
    since = instant(unit.now - BETWEEN_OFFERS)
    return bool(
        unit.reader.rows(
            ContactRow,
            lambda c: [
                c.with_whom == message.to_whom,
                c.about != message.about,
                c.direction == Direction.IN,
                c.way.in_(_BY_LINK),
                c.outcome.in_(_ANSWERS),
                c.at > since,
            ],
            limit=1,
        )
    )


def _calls(unit: UnitOfWork, message: MessageRow) -> list[ContactRow]:
    return unit.reader.rows(
        ContactRow,
        lambda c: [
            c.about == message.about,
            c.with_whom == message.to_whom,
            c.status == ContactStatus.OPEN,
            c.words == WORDS[DOUBTED],
        ],
    )
