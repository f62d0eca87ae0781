"""The words of a message, made anew from the current rows each time: they are kept nowhere."""

from collections.abc import Callable

from community.casework import MessageFacts, WorkContext, circular_of, facts_of, receipt_of, referral_message_of
from community.casework.newsletter import confirmation_of
from community.casework.training import booking_of
from community.messages import offer_texts, resident_texts, visit_texts
from community.messages.booking_texts import booking_words
from community.messages.circular_texts import circular_words
from community.messages.message_draft import Draft, Rendered
from community.messages.message_links import MessageLinks, confirm_link, links_of, stop_link
from community.messages.newsletter_texts import confirm_words
from community.messages.printed_letter import who_comes_by_letter
from community.messages.receipt_texts import receipt_words
from community.messages.referral_texts import referral_email_words
from community.messages.who_comes_texts import who_comes_by_email, who_comes_by_telephone, who_comes_by_text
from community.messages.who_writes import is_discreet
from community.settings import Settings
from community.tables.message_codes import MessageKind
from community.tables.vocabulary import ReachBy

_Words = Callable[[Settings, MessageFacts, MessageLinks], Rendered]
_EMAILS: dict[MessageKind, _Words] = {
    MessageKind.OFFER: offer_texts.offer_by_email,
    MessageKind.OFFER_WITHDRAWN: offer_texts.withdrawn_by_email,
    MessageKind.WHO_COMES: who_comes_by_email,
    MessageKind.NOBODY_COMES: resident_texts.nobody_comes_by_email,
    MessageKind.TAKEN_BACK: resident_texts.taken_back_by_email,
    MessageKind.RESIDENTS_VOICE: resident_texts.voice_by_email,
    MessageKind.RESIDENT_KNOWS: visit_texts.resident_knows_by_email,
    MessageKind.CALLED_OFF: visit_texts.called_off_by_email,
    MessageKind.VISIT_OFF: visit_texts.visit_off_by_email,
    MessageKind.NOT_THIS_DAY: resident_texts.not_this_day_by_email,
    MessageKind.HOW_WAS_IT: visit_texts.how_was_it_by_email,
}
_WORDS: dict[ReachBy, dict[MessageKind, _Words]] = {
    ReachBy.EMAIL: _EMAILS,
    ReachBy.TEXT: {
        MessageKind.OFFER: offer_texts.offer_by_text,
        MessageKind.OFFER_WITHDRAWN: offer_texts.withdrawn_by_text,
        MessageKind.WHO_COMES: who_comes_by_text,
        MessageKind.NOBODY_COMES: resident_texts.nobody_comes_by_text,
        MessageKind.TAKEN_BACK: resident_texts.taken_back_by_text,
        MessageKind.RESIDENTS_VOICE: resident_texts.voice_by_text,
        MessageKind.RESIDENT_KNOWS: visit_texts.resident_knows_by_text,
        MessageKind.CALLED_OFF: visit_texts.called_off_by_text,
        MessageKind.VISIT_OFF: visit_texts.visit_off_by_text,
        MessageKind.NOT_THIS_DAY: resident_texts.not_this_day_by_text,
        MessageKind.HOW_WAS_IT: visit_texts.how_was_it_by_text,
    },
    # Only who comes is ever told so: all other messages follow one that went by email or by text.
    ReachBy.LETTER: {MessageKind.WHO_COMES: who_comes_by_letter},
    ReachBy.TELEPHONE: {MessageKind.WHO_COMES: who_comes_by_telephone},
}


def words_for(context: WorkContext, message_id: str) -> Rendered:
    """The words of this message, to be looked at or passed on by hand.

    Raises NotFound, NotNow where it is not to be sent any more, and BadKey where no link can be signed.
    """
    if (beside := _beside_help(context, message_id)) is not None:
        return beside
    if (circular := circular_of(context, message_id)) is not None:
        return circular_words(context.settings, circular, stop_link(context.settings, circular.id, circular.at))
    facts = facts_of(context, message_id)
    return words_of_facts(context, facts, links_of(context.settings, facts))


def draft_to(context: WorkContext, message_id: str, to: str) -> Draft:
    """The message, ready to go to this address or number. Raises as `words_for` does."""
    if (beside := _beside_help(context, message_id)) is not None:
        return Draft(message_id, to, beside)
    if (circular := circular_of(context, message_id)) is not None:
        stop = stop_link(context.settings, circular.id, circular.at)
        words = circular_words(context.settings, circular, stop)
        return Draft(message_id, to, words, _button(stop), named=not is_discreet(circular))
    facts = facts_of(context, message_id)
    links = links_of(context.settings, facts)
    words = words_of_facts(context, facts, links)
    return Draft(message_id, to, words, _button(links.stop), named=not is_discreet(facts))


def _button(stop: str | None) -> str | None:
    """The STOP link as mail programs may make a button of it: only an encrypted one."""
    return stop if stop and stop.startswith("https://") else None


def _beside_help(context: WorkContext, message_id: str) -> Rendered | None:
    """The words of a message that is about no match: a receipt, a booking, somebody who is passed on."""
    if (receipt := receipt_of(context, message_id)) is not None:
        return receipt_words(context.settings, receipt)
    if (confirms := confirmation_of(context, message_id)) is not None:
        return confirm_words(context.settings, confirm_link(context.settings, message_id, confirms))
    if (booking := booking_of(context, message_id)) is not None:
        return booking_words(context.settings, booking)
    referral = referral_message_of(context, message_id)
    return referral_email_words(context.settings, referral) if referral is not None else None


def words_of_facts(context: WorkContext, facts: MessageFacts, links: MessageLinks) -> Rendered:
    """The words that these facts make, with these links."""
    by_kind = _WORDS[facts.way]
    return by_kind[facts.kind](context.settings, facts, links)
