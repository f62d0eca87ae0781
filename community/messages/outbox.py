"""Sends a message by itself, and once: where nobody can know whether it went, it waits for a person."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from community.book import Reader
from community.casework import (
    ABOUT_BOOKINGS,
    TO_READERS,
    User,
    WorkContext,
    begin_sending,
    goes_from,
    is_a_persons_there,
    note_delivery,
    person_chooses_when,
    receipt_goes_to,
    referral_goes_to,
)
from community.casework.newsletter_readers import reader_goes_to
from community.casework.training import booking_goes_to
from community.jobs import MOST_TRIES
from community.messages.channels import SendingChannel, open_channels
from community.messages.message_draft import Delivery, Draft
from community.messages.message_words import draft_to
from community.messages.words_to_read import address_of
from community.tables.canonical import moment
from community.tables.message_codes import MessageChannel, MessageKind, SendOutcome, SendReason
from community.tables.roles import Role
from community.tables.row_types import MessageRow, ResidentRow, VolunteerRow
from community.tables.vocabulary import ReachBy

MESSENGER = User("messages", Role.WORKER)
"""Who sends messages, and hears which came back."""
_CHANNELS = {ReachBy.EMAIL: MessageChannel.EMAIL, ReachBy.TEXT: MessageChannel.TEXT}
_NO_ADDRESS = {ReachBy.EMAIL: SendReason.BAD_ADDRESS, ReachBy.TEXT: SendReason.BAD_NUMBER}
_PATIENCE = 3
"""When one part in so many of the time to answer has gone, a person passes an offer on that the program can't send."""


@dataclass(frozen=True)
class SendingTry:
    """What came of a try. `again_at` is when quiet hours end; `delivery` is None where there was nothing to send."""

    delivery: Delivery | None = None
    again_at: datetime | None = None

    @property
    def failed(self) -> bool:
        """Whether nothing went out that should have."""
        return self.delivery is not None and self.delivery.outcome == SendOutcome.TRY_LATER


def send_message(context: WorkContext, message_id: str, tries: int) -> SendingTry:
    """Send the message if it is to go now, and write down what came of it. `tries` counts this one.

    One that can't be sent for long is passed on by hand. Raises what kept the message from being made, which is then
    tried again, and BookUnavailable.
    """
    settings, now = context.settings, context.clock()
    if settings.kept_in_sheet:
        return SendingTry()
    begins = _begins(context, message_id, now)
    if begins > now:
        return SendingTry(again_at=begins)
    message = begin_sending(context, message_id)
    if message is None:
        return SendingTry()
    try:
        ready = _made(context, message)
    except Exception:
        _note(context, message, tries, Delivery(SendOutcome.TRY_LATER))
        raise
    # What is raised from here on may have been raised after the words had left, so it stays unknown.
    delivery = ready if isinstance(ready, Delivery) else ready[0].send(ready[1])
    _note(context, message, tries, delivery)
    return SendingTry(delivery)


def _begins(context: WorkContext, message_id: str, now: datetime) -> datetime:
    with context.book.reading() as reader:
        message = reader.get(MessageRow, message_id)
        return goes_from(reader, context.settings.messages, message, now) if message is not None else now


def _made(context: WorkContext, message: MessageRow) -> tuple[SendingChannel, Draft] | Delivery:
    """The message and its channel; or why a person has to pass it on."""
    channel = open_channels(context.settings, context.book).get(_CHANNELS.get(message.way, MessageChannel.BY_HAND))
    with context.book.reading() as reader:
        to, by_hand = _address(reader, message), _is_a_persons(reader, message)
        by_hand = by_hand or (to is not None and is_a_persons_there(reader, message.way, to))
    if to is None:
        return Delivery(SendOutcome.BY_HAND, _NO_ADDRESS.get(message.way))
    if channel is None or by_hand:
        return Delivery(SendOutcome.BY_HAND)
    return channel, draft_to(context, message.id, to)


def _address(reader: Reader, message: MessageRow) -> str | None:
    if message.kind == MessageKind.RECEIPT:
        return receipt_goes_to(reader, message)
    if message.kind in ABOUT_BOOKINGS:
        return booking_goes_to(reader, message)
    if message.kind in TO_READERS:
        return reader_goes_to(reader, message)
    if message.kind == MessageKind.REFERRAL:
        return referral_goes_to(reader, message)
    person = _reader_of(reader, message)
    return address_of(person, message.way) if person is not None else None


def _is_a_persons(reader: Reader, message: MessageRow) -> bool:
    """Whether a person has to send it, at a time that is safe for whoever reads it."""
    person = _reader_of(reader, message)
    return person is not None and person_chooses_when(person)


def _reader_of(reader: Reader, message: MessageRow) -> VolunteerRow | ResidentRow | None:
    return reader.get(VolunteerRow, message.to_whom) or reader.get(ResidentRow, message.to_whom)


def _note(context: WorkContext, message: MessageRow, tries: int, delivery: Delivery) -> None:
    last = delivery.outcome == SendOutcome.TRY_LATER and _is_last(message, tries, context.clock())
    note_delivery(context, message.id, SendOutcome.BY_HAND if last else delivery.outcome, delivery.reason)


def _is_last(message: MessageRow, tries: int, now: datetime) -> bool:
    """Whether it was tried as often as a job is, or whoever is asked would soon have too little time to answer."""
    if tries >= MOST_TRIES or message.answer_by is None:
        return tries >= MOST_TRIES
    at = moment(message.at)
    return now - at > max(timedelta(), moment(message.answer_by) - at) / _PATIENCE
