"""The words that ask a volunteer, and those that say that nobody is needed any more.

They hold the volunteer's first name, the kind of help, the sector and the times, and nothing of the person who asks.
"""

from collections.abc import Iterator

from community.casework import MessageFacts
from community.messages.email_words import email_of, opening
from community.messages.message_draft import Rendered
from community.messages.message_links import MessageLinks
from community.messages.short_texts import fitting, stop_words
from community.messages.who_writes import openings, sender, sentence
from community.settings import Settings
from community.tables.canonical import LONDON
from community.wording import clock_words, day_short, first_upper, moment_words

_TAKEN_BACK = " If you say yes and it turns out that you can’t after all, the same link takes it back."


def offer_by_email(settings: Settings, facts: MessageFacts, links: MessageLinks) -> Rendered:
    """The offer as a letter."""
    community = settings.community
    until = f" by {moment_words(facts.answer_by)}" if facts.answer_by else ""
    answer = [f"Could you? Please ring us on {community.telephone}{until}."]
    if links.answer:
        answer = [f"Could you? Please say yes or no{until} here:", links.answer]
    parts = [
        f"{opening(settings, facts)} A neighbour would be glad of help: {facts.task}{facts.near}.",
        f"When: {facts.when}.",
        *([facts.details] if facts.details else []),
        *answer,
        f"You may say no, and you need not say why.{_TAKEN_BACK if links.answer else ''}",
    ]
    return email_of(settings, f"Could you help? {first_upper(facts.task)}{facts.near}", facts, parts, links)


def withdrawn_by_email(settings: Settings, facts: MessageFacts, links: MessageLinks) -> Rendered:
    """The letter that says that it is settled."""
    parts = [
        f"{opening(settings, facts)} We asked whether you could help: {facts.task}{facts.near}.",
        "That is settled now, so you need do nothing.",
        "Thank you for being there to be asked.",
    ]
    return email_of(settings, f"Settled: {facts.task}{facts.near}", facts, parts, links)


def offer_by_text(settings: Settings, facts: MessageFacts, links: MessageLinks) -> Rendered:
    """The offer as a text: the fullest that fits into two segments, or else the shortest."""
    return fitting(_offers(settings, facts, links))


def withdrawn_by_text(settings: Settings, facts: MessageFacts, links: MessageLinks) -> Rendered:
    """The text that says that it is settled."""
    asked = f"{facts.task}{facts.near}"
    return fitting(
        f"{hello}We asked you about {asked}. That is settled now, so you need do nothing. Thank you for being there."
        f"{stop}"
        for hello in openings(settings, facts)
        for stop in (stop_words(settings, links), stop_words(settings, links, short=True))
    )


def _offers(settings: Settings, facts: MessageFacts, links: MessageLinks) -> Iterator[str]:
    """The same offer, ever shorter. What is left out is behind the link, or told on the telephone."""
    community = settings.community
    there = facts.answer_by.astimezone(LONDON) if facts.answer_by else None
    until = f" by {day_short(there.date())}, {clock_words(there)}" if there else ""
    answer = f"Yes or no{until}: {links.answer}\n" if links.answer else f"Please ring {community.telephone}{until}. "
    what, end = f"{first_upper(facts.task)}{facts.near}", f"{answer}You may say no."
    details = f" {sentence(' '.join(facts.details.split()))}" if facts.details else ""
    greetings = [f"{hello}Could" for hello in openings(settings, facts)]
    if facts.first_name:
        greetings.insert(1, f"{sender(settings, facts)}: {facts.first_name}, could")
    for hello in greetings:
        warm = f"{hello} you help? {what}: {facts.when}."
        yield f"{warm}{details} {end}{stop_words(settings, links)}"
        yield f"{warm} {end}{stop_words(settings, links)}"
        for when in (facts.when, facts.soon):
            yield f"{hello} you help? {what}: {when}. {end}{stop_words(settings, links, short=True)}"
