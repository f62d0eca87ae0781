"""The words of a message, made anew from the current rows each time: they are kept nowhere."""

from collections.abc import Callable

from community.casework import MessageFacts, WorkContext, facts_of
from community.messages.message_draft import Draft, Rendered
from community.messages.message_links import MessageLinks, links_of
from community.messages.offer_texts import offer_by_email, offer_by_text, withdrawn_by_email, withdrawn_by_text
from community.settings import Settings
from community.tables.message_codes import MessageKind
from community.tables.vocabulary import ReachBy

_Words = Callable[[Settings, MessageFacts, MessageLinks], Rendered]
_EMAILS: dict[MessageKind, _Words] = {
    MessageKind.OFFER: offer_by_email,
    MessageKind.OFFER_WITHDRAWN: withdrawn_by_email,
}
_TEXTS: dict[MessageKind, _Words] = {
    MessageKind.OFFER: offer_by_text,
    MessageKind.OFFER_WITHDRAWN: withdrawn_by_text,
}


def words_for(context: WorkContext, message_id: str) -> Rendered:
    """The words of this message, to be looked at or passed on by hand.

    Raises NotFound, NotNow where it is not to be sent any more, and BadKey where no link can be signed.
    """
    facts = facts_of(context, message_id)
    return words_of_facts(context, facts, links_of(context.settings, facts))


def draft_to(context: WorkContext, message_id: str, to: str) -> Draft:
    """The message, ready to go to this address or number. Raises as `words_for` does."""
    facts = facts_of(context, message_id)
    links = links_of(context.settings, facts)
    button = links.stop if links.stop and links.stop.startswith("https://") else None
    return Draft(message_id, to, words_of_facts(context, facts, links), button)


def words_of_facts(context: WorkContext, facts: MessageFacts, links: MessageLinks) -> Rendered:
    """The words that these facts make, with these links."""
    by_way = _TEXTS if facts.way == ReachBy.TEXT else _EMAILS
    return by_way[facts.kind](context.settings, facts, links)
