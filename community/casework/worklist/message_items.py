"""Lines about messages that a person must see to: to be passed on, come back, in doubt, or asked and not answered."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from community.book import Where
from community.casework.display_names import named
from community.casework.failed_messages import STUCK
from community.casework.match_messages import told_since
from community.casework.message_queue import opens_links
from community.casework.message_rules import MESSAGE_RULES, TO_READERS, kinds_that
from community.casework.worklist.line_facts import hub_of, message_may_go, number_of
from community.casework.worklist.worklist_item import UNSURE, WorklistItem, people, told
from community.casework.worklist.worklist_part import Shared, WorklistPart
from community.casework.worklist.worklist_view import View
from community.tables import table_of
from community.tables.canonical import moment
from community.tables.message_codes import MessageKind
from community.tables.row_types import (
    BookingRow,
    CircularRow,
    MatchRow,
    MessageRow,
    NeedRow,
    ResidentRow,
    SessionRow,
    VolunteerRow,
)
from community.tables.statuses import MatchStatus, MessageStatus
from community.tables.verbs import Verb
from community.tables.vocabulary import LineKind

_ASKED_OTHERWISE = kinds_that(lambda rules: rules.asked_by_a_person)
_LOST = frozenset({MessageStatus.BOUNCED, MessageStatus.WITHDRAWN})


_DOES: dict[LineKind, Verb] = {
    LineKind.MESSAGE_BY_HAND: Verb.PASS_ON,
    LineKind.MESSAGE_UNSURE: Verb.SETTLE_MESSAGE,
    LineKind.MESSAGE_BACK: Verb.RANG,
    LineKind.OFFER_UNANSWERED: Verb.RANG,
}
"""What the page lets somebody do about it who opens the line."""
_SAYS: dict[LineKind, str] = {
    LineKind.MESSAGE_BY_HAND: "Send {who} a message: {task}",
    LineKind.MESSAGE_UNSURE: "Did it reach {who}? {task}",
    LineKind.MESSAGE_BACK: "It did not reach {who}: {task}",
    LineKind.OFFER_UNANSWERED: "No answer from {who}: {task}",
}


@dataclass(frozen=True)
class OfMessage(Shared):
    """A line about a message. One line leads to the page where all messages about a match stand: the first counts."""

    item: WorklistItem
    order: tuple[bool, str, str]


def first_of_each(found: Sequence[OfMessage]) -> Iterator[WorklistItem]:
    """One line for all messages about the same record that want the same of us."""
    seen: set[tuple[LineKind, str]] = set()
    for each in sorted(found, key=lambda each: each.order):
        one = each.item.kind, each.item.id
        if one not in seen:
            seen.add(one)
            yield each.item


def last_offer(view: View, match_id: str) -> MessageRow | None:
    """The last message that asked the volunteer of this match."""
    asked = [m for m in view.visible.of(MessageRow, "about", match_id) if m.kind == MessageKind.OFFER]
    return asked[-1] if asked else None


def _asked(_: View) -> Where:
    return lambda c: [c.status == MatchStatus.OFFERED]


def _read_ahead_asked(view: View, ids: Sequence[str]) -> None:
    view.visible.read_ahead(MatchRow, ids)
    matches = [view.visible.look.get(MatchRow, one) for one in ids]
    view.visible.read_ahead(NeedRow, [match.need_id for match in matches if match is not None])
    _read_ahead_about(view, view.visible.look.read_ahead_of(MessageRow, "about", ids))


def _of_asked(view: View, match_id: str) -> Iterator[OfMessage]:
    view.visible.get(MatchRow, match_id)
    message = last_offer(view, match_id)
    if message is not None:
        yield from _line(view, message, _offer_kind(view, message))


OFFERS = WorklistPart(MatchRow, _asked, _of_asked, _read_ahead_asked)


def _beside_offers(_: View) -> Where:
    waiting = (MessageStatus.BY_HAND, MessageStatus.UNKNOWN, MessageStatus.BOUNCED, MessageStatus.QUEUED)
    beside = (MessageKind.OFFER, MessageKind.RECEIPT, *_ASKED_OTHERWISE)
    return lambda c: [c.kind.not_in(beside), c.status.in_(waiting)]


def _read_ahead_messages(view: View, ids: Sequence[str]) -> None:
    view.visible.read_ahead(MessageRow, ids)
    found = (view.visible.look.get(MessageRow, one) for one in ids)
    messages = [message for message in found if message is not None]
    view.visible.read_ahead(MatchRow, [m.about for m in messages if table_of(m.about) == MatchRow.TABLE])
    _read_ahead_about(view, messages)


def _read_ahead_about(view: View, messages: Sequence[MessageRow]) -> None:
    """Read the readers of these messages, and the needs of the matches that they are about."""
    view.read_volunteers(m.to_whom for m in messages if table_of(m.to_whom) == VolunteerRow.TABLE)
    view.visible.read_ahead(ResidentRow, [m.to_whom for m in messages if table_of(m.to_whom) == ResidentRow.TABLE])
    about = [view.visible.look.get(MatchRow, m.about) for m in messages if table_of(m.about) == MatchRow.TABLE]
    view.visible.read_ahead(NeedRow, [match.need_id for match in about if match is not None])


def _of_message(view: View, message_id: str) -> Iterator[OfMessage]:
    message = view.visible.get(MessageRow, message_id)
    if message.status != MessageStatus.QUEUED or _is_stuck(view, message.not_before):
        yield from _line(view, message, _other_kind(view, message))


MESSAGES = WorklistPart(MessageRow, _beside_offers, _of_message, _read_ahead_messages)


def _is_stuck(view: View, since: str | None) -> bool:
    return since is not None and view.has_passed(moment(since) + STUCK)


def _offer_kind(view: View, message: MessageRow) -> LineKind | None:
    """What is to be done about the last message that asked; nothing while it is on its way and may be answered."""
    goes = message_may_go(view, message)
    if message.status == MessageStatus.UNKNOWN:
        return LineKind.MESSAGE_UNSURE
    if message.status == MessageStatus.BY_HAND and goes:
        return LineKind.MESSAGE_BY_HAND
    stuck = message.status == MessageStatus.QUEUED and _is_stuck(view, message.not_before or message.at)
    if message.status in _LOST or stuck or (message.status != MessageStatus.SENT and not goes):
        return LineKind.MESSAGE_BACK
    late = message.answer_by is not None and view.has_passed(moment(message.answer_by))
    # Without a link their answer comes to a person, who has to find the line on which it is written down.
    by_voice = message.status == MessageStatus.SENT and not opens_links(view.context.settings)
    return LineKind.OFFER_UNANSWERED if late or by_voice else None


def _other_kind(view: View, message: MessageRow) -> LineKind | None:
    if message.kind in TO_READERS:
        return None
    # Nobody waits for one of these: of one that came back, the address is asked for.
    if message.kind == MessageKind.CIRCULAR:
        by_hand = message.status == MessageStatus.BY_HAND and view.may(Verb.WRITE_TO_MANY)
        return LineKind.MESSAGE_BY_HAND if by_hand and message_may_go(view, message) else None
    if message.status == MessageStatus.UNKNOWN:
        return LineKind.MESSAGE_UNSURE
    if message.status == MessageStatus.BY_HAND and message_may_go(view, message):
        return LineKind.MESSAGE_BY_HAND
    if MESSAGE_RULES[message.kind].on_today_anyhow and message.status != MessageStatus.QUEUED:
        return None
    if message.kind == MessageKind.REFERRAL and not message_may_go(view, message):
        return None  # the service has answered
    # What can't be sent any more is said by telephone: the call that is written down takes the line off.
    return None if told_since(view.reader, message) else LineKind.MESSAGE_BACK


def _beside_help(view: View, message: MessageRow) -> str:
    """The session that a message about a booking is about, or who is passed on."""
    if message.kind == MessageKind.REFERRAL:
        return named(view.visible, message.about) or ""
    booking = view.reader.get(BookingRow, message.about)
    session = view.reader.get(SessionRow, booking.session_id) if booking is not None else None
    return session.name or "" if session is not None else ""


def _line(view: View, message: MessageRow, kind: LineKind | None) -> Iterator[OfMessage]:
    if kind is None or not view.may(_DOES[kind]):
        return
    who = named(view.visible, message.to_whom) or "them"
    match = view.reader.get(MatchRow, message.about)
    need = view.reader.get(NeedRow, match.need_id) if match is not None else None
    what = view.task(need.task_type) if need is not None else _beside_help(view, message)
    circular = view.reader.get(CircularRow, message.about) if message.kind == MessageKind.CIRCULAR else None
    title = f"Pass on by hand, to {who} and others: {circular.subject}" if circular is not None else None
    asked = kind == LineKind.OFFER_UNANSWERED and message.answer_by is not None
    item = WorklistItem(
        message.about,
        table_of(message.about) or MatchRow.TABLE,
        kind,
        title or _SAYS[kind].format(who=who, task=what),
        moment(message.changed_at),
        moment(message.answer_by) if asked and message.answer_by else view.promise(message.at),
        told(need.urgency) if need is not None else UNSURE,
        hub=hub_of(view, message.about),
        telephone=number_of(view, message.to_whom),
        who=people(message.to_whom),
    )
    yield OfMessage(item, (message.kind != MessageKind.OFFER, message.at, message.id))
