"""The words that tell a resident that nobody comes this time, and those that ask how it was."""

from community.casework import MessageFacts
from community.messages.email_words import email_of, opening
from community.messages.message_draft import Rendered
from community.messages.message_links import MessageLinks
from community.messages.short_texts import fitting, same_link, stop_words
from community.messages.visit_days import first_visit_words, is_to_come
from community.messages.who_writes import is_discreet, openings
from community.settings import Settings


def nobody_comes_by_email(settings: Settings, facts: MessageFacts, links: MessageLinks) -> Rendered:
    """The email that says that this person can't come."""
    parts = [
        f"{opening(settings, facts)} {_cant_come(facts, short=False)} We are sorry.",
        "We are looking for somebody else, and tell you before anybody comes.",
        f"If it can’t wait, please ring us on {settings.community.telephone}.",
    ]
    return email_of(settings, f"{_cant(facts)} this time", facts, parts, links)


def nobody_comes_by_text(settings: Settings, facts: MessageFacts, links: MessageLinks) -> Rendered:
    """The text that says that this person can't come."""
    ring = f"If it can’t wait, ring us on {settings.community.telephone}."
    # A name may have letters that make a text much longer.
    said = [_cant_come(facts, short=False), _cant_come(facts, short=True), "Nobody can come to you this time."]
    return fitting(
        f"{hello}{sorry} We are looking for somebody else. {ring}{stop}"
        for sorry in said
        for hello in openings(settings, facts)
        for stop in (stop_words(settings, links), stop_words(settings, links, short=True))
    )


def not_this_day_by_email(settings: Settings, facts: MessageFacts, links: MessageLinks) -> Rendered:
    """The email that says that nobody comes on one day, and that the help goes on."""
    parts = [
        f"{opening(settings, facts)} {_cant_come(facts, short=False)} We are sorry.",
        "After that it goes on as before. Shall somebody else come that day? "
        f"Please ring us on {settings.community.telephone}.",
    ]
    return email_of(settings, f"{_cant(facts)} {first_visit_words(facts) or 'this time'}", facts, parts, links)


def not_this_day_by_text(settings: Settings, facts: MessageFacts, links: MessageLinks) -> Rendered:
    """The text that says that nobody comes on one day, and that the help goes on."""
    ring = f"Shall somebody else come? Ring {settings.community.telephone}."
    said = [_cant_come(facts, short=False), _cant_come(facts, short=True), "Nobody can come to you this time."]
    return fitting(
        f"{hello}{sorry} Then it goes on as before. {ring}{stop}"
        for sorry in said
        for hello in openings(settings, facts)
        for stop in (stop_words(settings, links), stop_words(settings, links, short=True))
    )


def taken_back_by_email(settings: Settings, facts: MessageFacts, links: MessageLinks) -> Rendered:
    """The email that says that what it told them of who comes is not so, or not yet."""
    parts = [
        f"{opening(settings, facts)} We are sorry: {_was_told(facts)}. That was too soon. Please expect nobody now.",
        "We tell you before anybody comes. Until then, let in nobody who says that they come from us."
        if facts.in_person
        else "We tell you before anybody rings.",
        f"If it can’t wait, please ring us on {settings.community.telephone}.",
    ]
    return email_of(settings, "Please expect nobody for now", facts, parts, links)


def taken_back_by_text(settings: Settings, facts: MessageFacts, links: MessageLinks) -> Rendered:
    """The text that says that what it told them of who comes is not so, or not yet."""
    ring = f"If it can’t wait, ring us on {settings.community.telephone}."
    return fitting(
        f"{hello}Sorry: {told}. That was too soon. Please expect nobody for now. We tell you before. {ring}{stop}"
        for hello in openings(settings, facts)
        for told in (_was_told(facts), "we told you who comes")
        for stop in (stop_words(settings, links), stop_words(settings, links, short=True))
    )


def voice_by_email(settings: Settings, facts: MessageFacts, links: MessageLinks) -> Rendered:
    """The email that asks how it was."""
    answer = [f"Would you tell us? Please ring us on {settings.community.telephone}."]
    if links.answer:
        answer = ["Would you tell us here? It takes a minute:", links.answer]
    parts = [
        f"{opening(settings, facts)} {_how_was_it(facts)}",
        *answer,
        "You need not answer. If something was not right, we would like to know, and put it right.",
    ]
    return email_of(settings, "How was it?", facts, parts, links)


def voice_by_text(settings: Settings, facts: MessageFacts, links: MessageLinks) -> Rendered:
    """The text that asks how it was."""
    number = settings.community.telephone
    tell = f"Tell us: {links.answer} or ring {number}." if links.answer else f"Tell us: {number}."
    return fitting(
        f"{hello}{asked} {tell}{stop}"
        for hello in openings(settings, facts)
        for asked in (_how_was_it(facts), "How was it?")
        for stop in (
            stop_words(settings, links),
            stop_words(settings, links, short=True),
            *same_link(links),
        )
    )


def _was_told(facts: MessageFacts) -> str:
    who = facts.who or "somebody"
    return f"we told you that {who} {'comes to' if facts.in_person else 'rings'} you"


def _cant_come(facts: MessageFacts, *, short: bool) -> str:
    day = f" {first_visit_words(facts, short=short)}" if is_to_come(facts) else ""
    task = "" if is_discreet(facts) else f": {facts.task}"
    return f"{_cant(facts)}{day or ' this time'}{task}."


def _cant(facts: MessageFacts) -> str:
    return f"{facts.who or 'The person whom we named'} can’t {'come to' if facts.in_person else 'ring'} you"


def _how_was_it(facts: MessageFacts) -> str:
    helped = f"{facts.who or 'Somebody'} {'came to' if facts.in_person else 'rang'} you"
    return f"{helped}. How was it?" if is_discreet(facts) else f"{helped}: {facts.task}. How was it?"
