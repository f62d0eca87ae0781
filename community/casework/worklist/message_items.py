"""Lines about messages that a person must see to: to be passed on, come back, in doubt, or asked and not answered."""

from collections.abc import Iterator, Mapping

from community.casework.display_names import named
from community.casework.failed_messages import STUCK
from community.casework.match_messages import told_since
from community.casework.message_queue import may_go
from community.casework.worklist.worklist_item import UNSURE, View, WorklistItem, hub_of, number_of, people, told
from community.tables import table_of
from community.tables.canonical import instant, moment, split
from community.tables.message_codes import MessageKind
from community.tables.row_types import MatchRow, MessageRow, NeedRow, ResidentRow, VolunteerRow
from community.tables.statuses import GONE, MessageStatus, NeedStatus
from community.tables.verbs import Verb
from community.tables.vocabulary import LineKind
from community.wording import wording

_ASKED_OTHERWISE = (MessageKind.HOW_WAS_IT, MessageKind.RESIDENTS_VOICE)
"""Kinds that only ask how it was: whoever does not get them is asked when somebody rings about the help."""
_TOLD_ANYHOW = frozenset({MessageKind.WHO_COMES, MessageKind.RESIDENT_KNOWS})
"""Kinds whose reader stands on Today until they know, however they were to be told."""
_LOST = frozenset({MessageStatus.BOUNCED, MessageStatus.WITHDRAWN})


def message_items(view: View, offers: Mapping[str, MessageRow]) -> Iterator[WorklistItem]:
    """The lines about `offers`, by match the last message that asked, about all other messages, and about addresses."""
    seen: set[tuple[LineKind, str]] = set()
    for message in [*offers.values(), *_beside_offers(view)]:
        kind = _offer_kind(view, message) if message.kind == MessageKind.OFFER else _other_kind(view, message)
        # One line leads to the page, where all messages about this match stand.
        if kind is not None and view.may(_DOES[kind]) and (kind, message.about) not in seen:
            seen.add((kind, message.about))
            yield _line(view, message, kind)
    yield from _unreached(view)


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


def _beside_offers(view: View) -> list[MessageRow]:
    waiting = (MessageStatus.BY_HAND, MessageStatus.UNKNOWN, MessageStatus.BOUNCED)
    late, beside = instant(view.now - STUCK), (MessageKind.OFFER, MessageKind.RECEIPT, *_ASKED_OTHERWISE)
    return view.visible.rows(
        MessageRow,
        lambda c: [
            c.kind.not_in(beside),
            c.status.in_(waiting) | ((c.status == MessageStatus.QUEUED) & (c.not_before < late)),
        ],
    )


def _offer_kind(view: View, message: MessageRow) -> LineKind | None:
    """What is to be done about the last message that asked; nothing while it is on its way and may be answered."""
    now = instant(view.now)
    goes = may_go(view.visible.reader, message, view.now)
    if message.status == MessageStatus.UNKNOWN:
        return LineKind.MESSAGE_UNSURE
    if message.status == MessageStatus.BY_HAND and goes:
        return LineKind.MESSAGE_BY_HAND
    due = message.not_before or message.at
    stuck = message.status == MessageStatus.QUEUED and due < instant(view.now - STUCK)
    if message.status in _LOST or stuck or (message.status != MessageStatus.SENT and not goes):
        return LineKind.MESSAGE_BACK
    return LineKind.OFFER_UNANSWERED if message.answer_by is not None and message.answer_by < now else None


def _other_kind(view: View, message: MessageRow) -> LineKind | None:
    reader = view.visible.reader
    if message.status == MessageStatus.UNKNOWN:
        return LineKind.MESSAGE_UNSURE
    if message.status == MessageStatus.BY_HAND and may_go(reader, message, view.now):
        return LineKind.MESSAGE_BY_HAND
    if message.kind in _TOLD_ANYHOW and message.status != MessageStatus.QUEUED:
        return None
    # What can't be sent any more is said by telephone: the call that is written down takes the line off.
    return None if told_since(reader, message) else LineKind.MESSAGE_BACK


def _line(view: View, message: MessageRow, kind: LineKind) -> WorklistItem:
    reader, who = view.visible.reader, named(view.visible, message.to_whom) or "them"
    match = reader.get(MatchRow, message.about)
    need = reader.get(NeedRow, match.need_id) if match is not None else None
    asked = kind == LineKind.OFFER_UNANSWERED and message.answer_by is not None
    return WorklistItem(
        message.about,
        table_of(message.about) or MatchRow.TABLE,
        kind,
        _SAYS[kind].format(who=who, task=view.task(need.task_type) if need is not None else ""),
        moment(message.changed_at),
        moment(message.answer_by) if asked and message.answer_by else view.promise(message.at),
        told(need.urgency) if need is not None else UNSURE,
        hub=hub_of(view, message.about),
        telephone=number_of(view, message.to_whom),
        who=people(message.to_whom),
    )


def _unreached(view: View) -> Iterator[WorklistItem]:
    """Lines about people whom nothing reaches at an address or a number: somebody asks them for another."""
    if not view.may(Verb.CORRECT):
        return
    for volunteer in view.visible.rows(
        VolunteerRow, lambda c: [c.unreached.is_not(None), c.died_on.is_(None), c.status.not_in(GONE)]
    ):
        if view.visible.keeps(volunteer):
            yield _ask_anew(view, volunteer, volunteer.id)
    residents = {
        r.id: r for r in view.visible.rows(ResidentRow, lambda c: [c.unreached.is_not(None), c.died_on.is_(None)])
    }
    helped = list(residents)
    for need in view.visible.rows(
        NeedRow, lambda c: [c.status == NeedStatus.OPEN, c.resident_id.in_(helped)]
    ) if helped else ():  # fmt: skip
        if resident := residents.pop(need.resident_id, None):
            yield _ask_anew(view, resident, need.id)


def _ask_anew(view: View, person: VolunteerRow | ResidentRow, shown_at: str) -> WorklistItem:
    what = " and a new ".join(
        words for way, words in wording().address_to_ask_for.items() if way in split(person.unreached)
    )
    return WorklistItem(
        shown_at,
        table_of(shown_at) or person.table,
        LineKind.UNREACHED,
        f"Ask for a new {what or 'way to reach them'}: {person.name or 'no name given'}",
        moment(person.changed_at),
        None,
        UNSURE,
        hub=person.hub,
        telephone=view.telephone(type(person), person.id),
        who=people(person.id),
    )
