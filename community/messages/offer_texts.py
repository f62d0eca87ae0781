"""The words that ask a volunteer, and those that say that nobody is needed any more.

They hold the volunteer's first name, the kind of help, the sector and the times, and nothing of the person who asks.
"""

from collections.abc import Iterator

from community.casework import MessageFacts
from community.messages.letter_html import site_look
from community.messages.message_draft import Rendered
from community.messages.message_links import MessageLinks
from community.messages.text_segments import made_plain, segments
from community.settings import Settings
from community.tables.canonical import LONDON
from community.wording import clock_words, day_short, first_upper, moment_words

MOST_SEGMENTS = 2
"""An offer by text is as long as that at most, whenever its links leave room."""

_TAKEN_BACK = " If you say yes and it turns out that you can’t after all, the same link takes it back."


def offer_by_email(settings: Settings, facts: MessageFacts, links: MessageLinks) -> Rendered:
    """The offer as a letter."""
    community = settings.community
    until = f" by {moment_words(facts.answer_by)}" if facts.answer_by else ""
    answer = [f"Could you? Please ring us on {community.telephone}{until}."]
    if links.answer:
        answer = [f"Could you? Please say yes or no{until} here:", links.answer]
    parts = [
        f"This is {community.name}. A neighbour would be glad of help: {facts.task}{facts.near}.",
        f"When: {facts.when}.",
        *([facts.details] if facts.details else []),
        *answer,
        f"You may say no, and you need not say why.{_TAKEN_BACK if links.answer else ''}",
    ]
    return _letter(settings, f"Could you help? {first_upper(facts.task)}{facts.near}", facts, parts, links)


def withdrawn_by_email(settings: Settings, facts: MessageFacts, links: MessageLinks) -> Rendered:
    """The letter that says that it is settled."""
    parts = [
        f"This is {settings.community.name}. We asked whether you could help: {facts.task}{facts.near}.",
        "That is settled now, and nobody is needed for it any more. You need do nothing.",
        "Thank you for being there to be asked.",
    ]
    return _letter(settings, f"Settled: {facts.task}{facts.near}", facts, parts, links)


def offer_by_text(settings: Settings, facts: MessageFacts, links: MessageLinks) -> Rendered:
    """The offer as a text: the fullest that fits into two segments, or else the shortest."""
    return _fitting(_offers(settings, facts, links))


def withdrawn_by_text(settings: Settings, facts: MessageFacts, links: MessageLinks) -> Rendered:
    """The text that says that it is settled."""
    asked = f"{facts.task}{facts.near}"
    return _fitting(
        f"{hello}this is {settings.community.name}. We asked you about {asked}. That is settled now, so you need do "
        f"nothing. Thank you for being there.{_stop(settings, links)}"
        for hello in _hellos(facts)
    )


def _offers(settings: Settings, facts: MessageFacts, links: MessageLinks) -> Iterator[str]:
    """The same offer, ever shorter. What is left out is behind the link, or told on the telephone."""
    community = settings.community
    there = facts.answer_by.astimezone(LONDON) if facts.answer_by else None
    until = f" by {day_short(there.date())}, {clock_words(there)}" if there else ""
    answer = f"Yes or no{until}: {links.answer}\n" if links.answer else f"Please ring {community.telephone}{until}. "
    what, end = f"{first_upper(facts.task)}{facts.near}", f"{answer}You may say no."
    details = f" {_sentence(' '.join(facts.details.split()))}" if facts.details else ""
    for hello in _hellos(facts):
        warm = f"{hello}this is {community.name}. Could you help? {what}: {facts.when}."
        yield f"{warm}{details} {end}{_stop(settings, links)}"
        yield f"{warm} {end}{_stop(settings, links)}"
        for when in (facts.when, facts.soon):
            yield f"{hello}could you help? {what}: {when}. {end} {community.name}.{_stop(settings, links, short=True)}"


def _hellos(facts: MessageFacts) -> Iterator[str]:
    """The greeting, and one without the name, which may have letters that make a text much longer."""
    if facts.first_name:
        yield f"Hello {facts.first_name}, "
    yield "Hello, "


def _stop(settings: Settings, links: MessageLinks, *, short: bool = False) -> str:
    if links.stop is None:
        return "" if short else f" No more texts? Ring {settings.community.telephone}."
    return f" Stop: {links.stop}" if short else f" No more texts: {links.stop}"


def _fitting(ever_shorter: Iterator[str]) -> Rendered:
    tried = [made_plain(each) for each in ever_shorter]
    fits = next((each for each in tried if segments(each) <= MOST_SEGMENTS), None)
    return Rendered("", fits or min(tried, key=segments))


def _sentence(words: str) -> str:
    return words if words.endswith((".", "!", "?")) else f"{words}."


def _letter(settings: Settings, subject: str, facts: MessageFacts, parts: list[str], links: MessageLinks) -> Rendered:
    community = settings.community
    stop = f"here: {links.stop}" if links.stop else f"on {community.telephone}"
    hello = f"Hello {facts.first_name}," if facts.first_name else "Hello,"
    text = "\n\n".join(
        [
            hello,
            *parts,
            f"You can ring us on {community.telephone} ({community.opening}).\n{community.name}",
            f"If you want no more emails from us, tell us {stop}",
        ]
    )
    return Rendered(subject, text, site_look(text, community.name))
