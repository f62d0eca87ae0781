"""Messages about help that is wanted soon, and that did not reach their reader: for those on duty, whoever looks."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from community.book import Reader
from community.casework.match_messages import told_since
from community.casework.message_rules import MESSAGE_RULES, kinds_that
from community.tables.canonical import LONDON, instant, split
from community.tables.message_codes import MessageKind
from community.tables.row_types import MatchRow, MessageRow, NeedRow, VisitRow
from community.tables.statuses import MessageStatus, VisitStatus
from community.tables.vocabulary import DAYS, Recurs, Urgency

STUCK = timedelta(hours=2)
"""A message that has not gone so long after it might have is one that does not go by itself."""
_NEWS = timedelta(days=14)
"""What became of a message longer ago has stood on Today for long."""
_ON_ITS_WAY = timedelta(minutes=5)
"""So long nobody knows of a message whether it went because it is just being sent."""
_RELIED_ON = kinds_that(lambda rules: rules.alone_while)


def lost_messages(reader: Reader, now: datetime) -> list[MessageRow]:
    """The last messages of their kind that are lost, or may be, and that somebody misses today or tomorrow.

    A message counts no more once somebody has been in touch with its reader about it.
    """
    late, sent_by = instant(now - STUCK), instant(now - _ON_ITS_WAY)
    found = reader.rows(
        MessageRow,
        lambda c: [
            c.kind.in_([*_RELIED_ON]),
            c.changed_at >= instant(now - _NEWS),
            (c.status == MessageStatus.BOUNCED)
            | ((c.status == MessageStatus.UNKNOWN) & (c.changed_at < sent_by))
            | ((c.status == MessageStatus.BY_HAND) & c.problem.is_not(None))
            | ((c.status == MessageStatus.QUEUED) & (c.not_before < late))
            | ((c.status == MessageStatus.WITHDRAWN) & (c.kind == MessageKind.OFFER)),
        ],
    )
    return [each for each in found if _is_missed(reader, each, now) and not told_since(reader, each)]


def _is_missed(reader: Reader, message: MessageRow, now: datetime) -> bool:
    match = reader.get(MatchRow, message.about)
    need = reader.get(NeedRow, match.need_id) if match is not None else None
    if match is None or need is None or match.status not in MESSAGE_RULES[message.kind].alone_while:
        return False
    if message.kind == MessageKind.RESIDENT_KNOWS and (match.released_at or "") > message.changed_at:
        return False  # a person gave them name and address
    later = reader.rows(
        MessageRow, lambda c: [c.about == match.id, c.kind == message.kind, c.to_whom == message.to_whom]
    )
    return later[-1].id == message.id and is_soon(reader, match, need, now)


def is_soon(reader: Reader, match: MatchRow, need: NeedRow, now: datetime) -> bool:
    """Whether this help is for today or tomorrow: the day that was agreed, else as urgently as it was asked for."""
    today = now.astimezone(LONDON).date()
    days = [today, today + timedelta(days=1)]
    if any(day.isoformat() in _days_of(reader, match) for day in days):
        return True
    if match.first_on is None:
        return need.urgency == Urgency.TODAY
    return need.recurs != Recurs.ONCE and any(_is_usual(need, day) for day in days)


def _days_of(reader: Reader, match: MatchRow) -> Iterator[str]:
    if match.first_on is not None:
        yield match.first_on
    planned = [VisitStatus.PLANNED, VisitStatus.CANCELLED]
    for visit in reader.rows(VisitRow, lambda c: [c.match_id == match.id, c.status.in_(planned)]):
        yield visit.on


def _is_usual(need: NeedRow, day: date) -> bool:
    return any(slot.startswith(f"{DAYS[day.weekday()]}_") for slot in split(need.slots))
