"""The words of a message that many get, as an email, as a text, or to be said, with the reader's own name and link."""

from community.casework import CircularFacts, filled
from community.messages.email_words import site_look
from community.messages.message_draft import Rendered
from community.messages.short_texts import made_plain
from community.messages.who_writes import is_discreet, sender, sentence
from community.settings import Settings
from community.tables.vocabulary import ReachBy


def circular_words(settings: Settings, facts: CircularFacts, stop: str | None) -> Rendered:
    """The message to one reader. An email and a text say how to get no more of them, wherever that stands not yet:
    by the link `stop`, or on the telephone where there is none.
    """
    if facts.way == ReachBy.EMAIL:
        return _email(settings, facts, stop or settings.community.telephone)
    if facts.way == ReachBy.TEXT:
        return Rendered("", _text(settings, facts, stop))
    return Rendered("", filled(facts.words, facts.first_name, f"tell us on {settings.community.telephone}"))


def _email(settings: Settings, facts: CircularFacts, stop: str) -> Rendered:
    community, name = settings.community, sender(settings, facts)
    said = filled(facts.words, facts.first_name, stop)
    parts = [said, f"You can ring us on {community.telephone} ({community.opening}).\n{name}"]
    if stop not in said:
        more = "our newsletter no more" if facts.newsletter else "no more emails from us, or none for now"
        parts.append(f"If you want {more}, tell us here: {stop}")
    text = "\n\n".join(parts)
    subject = name if is_discreet(facts) else filled(facts.subject, facts.first_name, stop)
    return Rendered(subject, text, site_look(text, name))


def _text(settings: Settings, facts: CircularFacts, stop: str | None) -> str:
    said = filled(facts.words, facts.first_name, stop or settings.community.telephone)
    more = f": {stop}" if stop else f"? Ring {settings.community.telephone}."
    from_us = f"{sentence(sender(settings, facts))} {said}"
    return made_plain(from_us if stop and stop in said else f"{from_us} No more texts, or none for now{more}")
