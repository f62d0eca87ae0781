"""A trial of what is to be written to many: to one's own address, before anybody else gets it. No row is kept of it."""

from community.casework import WorkContext, check_works_on_many, checked_words, facts_for
from community.identity import certain_email
from community.messages.channels import open_channels
from community.messages.circular_texts import circular_words
from community.messages.message_draft import Delivery, Draft, Rendered
from community.messages.words_to_read import STOP
from community.tables.message_codes import MessageChannel, SendOutcome, SendReason
from community.tables.row_types import MessageRow, SubscriberRow, VolunteerRow
from community.tables.vocabulary import ReachBy


def circular_shown(
    context: WorkContext, subject: str, words: str, reader: VolunteerRow | SubscriberRow | None, way: ReachBy
) -> Rendered:
    """The words as this reader would get them, with words where the link will be. Raises NotNow where they can't go."""
    told = checked_words(subject, words)
    return circular_words(context.settings, facts_for(_nobodys(context), way, context.clock(), told, reader), STOP)


def send_trial(
    context: WorkContext, to: str, subject: str, words: str, reader: VolunteerRow | SubscriberRow | None
) -> Delivery:
    """What came of sending it to this one email address, as `reader` would get it. Raises NotNow and NotAllowed."""
    check_works_on_many(context)
    address = certain_email(to)
    if address is None:
        return Delivery(SendOutcome.REFUSED, SendReason.BAD_ADDRESS)
    channel = open_channels(context.settings, context.book).get(MessageChannel.EMAIL)
    if channel is None:
        return Delivery(SendOutcome.BY_HAND)
    rendered = circular_shown(context, subject, words, reader, ReachBy.EMAIL)
    return channel.send(Draft(_nobodys(context), address, rendered))


def _nobodys(context: WorkContext) -> str:
    return context.book.new_id(MessageRow.TABLE)
