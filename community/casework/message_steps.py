"""What becomes of a message: queued, on its way, passed on by hand, come back, withdrawn. Its words are not kept.

Before it hands a message to a server, the program notes that nobody knows whether it went. So a message is never sent
twice: one that was interrupted at that moment waits for a person.
"""

from datetime import datetime

from community.book import Action, Reader
from community.casework.actions import check_state_allows
from community.casework.casework_errors import NotNow
from community.casework.form_senders import why_unsafe_elsewhere
from community.casework.message_queue import DELIVERED, is_too_late, may_go, why_it_stays
from community.casework.message_rules import TO_READERS
from community.casework.newsletter_readers import take_off
from community.casework.resident_news import news_arrived, news_lost
from community.casework.unit_of_work import UnitOfWork, do
from community.casework.user import WorkContext
from community.casework.visibility import looking, row_type_of
from community.tables.canonical import codes, split
from community.tables.message_codes import BounceKind, MessageKind, SendOutcome, SendReason
from community.tables.row_types import MessageRow, ResidentRow, SubscriberRow, VolunteerRow
from community.tables.statuses import MessageStatus
from community.tables.verbs import Verb

_OVER = "The day that it names is over. Tell them anew."
NOWHERE = frozenset({SendReason.NO_SUCH_MAILBOX, SendReason.BAD_ADDRESS, SendReason.BAD_NUMBER})
"""Reasons for which nothing will ever arrive at this address or number."""


def pass_on(context: WorkContext, message_id: str, *, seen: str = MessageStatus.BY_HAND) -> Action:
    """Note that somebody sent, said or printed the message. Raises NotNow where it is not to be passed on any more."""

    def work(unit: UnitOfWork) -> None:
        message = unit.take(MessageRow, message_id, seen)
        check_state_allows(Verb.PASS_ON, message)
        if is_too_late(unit.reader, message, unit.now):
            raise NotNow(_OVER)
        if (why := _why_not(unit.reader, message, unit.now)) is not None:
            raise NotNow(why)
        unit.move(message, MessageStatus.SENT)
        unit.set(message, "sent_at", unit.at)
        news_arrived(unit, message)

    return do(context, Verb.PASS_ON, work)[0]


def why_not_passed_on(context: WorkContext, message_id: str) -> str | None:
    """Why nobody is to pass this message on any more, in words; None where it may still go. Raises NotFound."""
    with looking(context) as visible:
        message = visible.get(MessageRow, message_id)
        if is_too_late(visible.reader, message, context.clock()):
            return _OVER
        return _why_not(visible.reader, message, context.clock())


def _why_not(reader: Reader, message: MessageRow, now: datetime) -> str | None:
    return why_it_stays(reader, message, now) or why_unsafe_elsewhere(reader, message)


def settle_message(
    context: WorkContext, message_id: str, *, arrived: bool, seen: str = MessageStatus.UNKNOWN
) -> Action:
    """Note of a message of which nobody knew whether it went that it arrived, or let a person pass it on instead."""

    def work(unit: UnitOfWork) -> None:
        message = unit.take(MessageRow, message_id, seen)
        check_state_allows(Verb.SETTLE_MESSAGE, message)
        unit.move(message, MessageStatus.SENT if arrived else MessageStatus.BY_HAND)
        unit.set(message, "sent_at", unit.at if arrived else None)
        if arrived:
            news_arrived(unit, message)

    return do(context, Verb.SETTLE_MESSAGE, work)[0]


def begin_sending(context: WorkContext, message_id: str) -> MessageRow | None:
    """The message, if it may leave now; from here on nobody knows whether it went, until `note_delivery` says so.

    None where it left, was withdrawn, or is no longer to be sent; then it is withdrawn.
    """

    def work(unit: UnitOfWork) -> MessageRow | None:
        message = unit.reader.get(MessageRow, message_id)
        if message is None or message.status != MessageStatus.QUEUED:
            return None
        may = may_go(unit.reader, message, unit.now) and not is_too_late(unit.reader, message, unit.now)
        unit.move(message, MessageStatus.UNKNOWN if may else MessageStatus.WITHDRAWN)
        return message if may else None

    return do(context, Verb.SEND_MESSAGE, work)[1]


def note_delivery(context: WorkContext, message_id: str, outcome: SendOutcome, reason: SendReason | None) -> None:
    """Write down what came of a try. What nobody knows stays so; what is tried later is queued again."""

    def work(unit: UnitOfWork) -> None:
        message = unit.read(MessageRow, message_id)
        if message.status != MessageStatus.UNKNOWN:
            return  # a person settled it meanwhile
        unit.set(message, "problem", reason)
        if outcome == SendOutcome.SENT:
            unit.move(message, MessageStatus.SENT)
            unit.set(message, "sent_at", unit.at)
            news_arrived(unit, message)
        elif outcome == SendOutcome.REFUSED:
            unit.move(message, MessageStatus.BOUNCED)
            if reason in NOWHERE:
                _unreached(unit, message)
        elif outcome == SendOutcome.TRY_LATER:
            unit.move(message, MessageStatus.QUEUED)
        elif outcome == SendOutcome.BY_HAND:
            # Nobody passes the copy of a receipt on: whoever asked for it is rung anyway. Nor a newsletter.
            alone = message.kind in {MessageKind.RECEIPT, *TO_READERS}
            unit.move(message, MessageStatus.WITHDRAWN if alone else MessageStatus.BY_HAND)

    do(context, Verb.SEND_MESSAGE, work)


def note_bounce(context: WorkContext, message_id: str, kind: BounceKind) -> bool:
    """Whether the message is one of ours that went and is now known to have come back.

    Where nothing ever arrives at the address, whoever has it is to be asked for another.
    """

    def work(unit: UnitOfWork) -> bool:
        message = unit.reader.get(MessageRow, message_id)
        if message is None or message.status not in DELIVERED:
            return False
        unit.move(message, MessageStatus.BOUNCED)
        news_lost(unit, message)
        unit.set(message, "problem", SendReason.NO_SUCH_MAILBOX if kind == BounceKind.HARD else SendReason.MAILBOX_BUSY)
        if kind == BounceKind.HARD:
            _unreached(unit, message)
        return True

    return do(context, Verb.NOTE_BOUNCE, work)[1]


def _unreached(unit: UnitOfWork, message: MessageRow) -> None:
    """Note that nothing reaches this person so, until somebody has asked them."""
    person = unit.reader.get(row_type_of(message.to_whom), message.to_whom)
    if isinstance(person, VolunteerRow | ResidentRow):
        unit.set_by_name(person, "unreached", codes([*split(person.unreached), message.way]))
    elif isinstance(person, SubscriberRow):
        take_off(unit, person)
