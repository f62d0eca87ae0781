"""What all emails share: a greeting, how to ring us, and how to get no more of them."""

from collections.abc import Sequence

from community.casework import MessageFacts
from community.messages.email_html import site_look
from community.messages.message_draft import Rendered
from community.messages.message_links import MessageLinks
from community.messages.who_writes import is_discreet, sender, sentence
from community.settings import Settings


def opening(settings: Settings, facts: MessageFacts) -> str:
    """The sentence that says who writes."""
    name = sender(settings, facts)
    return sentence(name) if is_discreet(facts) else f"This is {name}."


def email_of(
    settings: Settings, subject: str, facts: MessageFacts, parts: Sequence[str], links: MessageLinks
) -> Rendered:
    """The email that says these parts. What shows without opening it is no more than its reader wants others to see."""
    community, name = settings.community, sender(settings, facts)
    stop = f"here: {links.stop}" if links.stop else f"on {community.telephone}"
    hello = f"Hello {facts.first_name}," if facts.first_name else "Hello,"
    text = "\n\n".join(
        [
            hello,
            *parts,
            f"You can ring us on {community.telephone} ({community.opening}).\n{name}",
            f"If you want no more emails from us, tell us {stop}",
        ]
    )
    return Rendered(name if is_discreet(facts) else subject, text, site_look(text, name))
