"""The words to a volunteer once the resident knows: their link, that it is called off, and whether it went well.

Nothing in them says whom they help. Name and address stand behind the link, after a second proof.
"""

from collections.abc import Iterator
from datetime import timedelta

from community.casework import MessageFacts
from community.messages.email_words import email_of, opening
from community.messages.message_draft import Rendered
from community.messages.message_links import MessageLinks
from community.messages.short_texts import fitting, same_link, stop_words
from community.messages.visit_days import first_visit_words, next_time
from community.messages.who_writes import openings, sender
from community.settings import Settings
from community.tables.canonical import LONDON
from community.wording import first_upper, moment_words

_PROOF = "your postcode, or the last four digits of your telephone number"


def resident_knows_by_email(settings: Settings, facts: MessageFacts, links: MessageLinks) -> Rendered:
    """The email with the link behind which name and address stand."""
    waits = _opens_later(facts)
    behind = [f"Please ring us on {settings.community.telephone}: we tell you who it is and how to reach them."]
    if links.answer:
        behind = [
            f"Who it is, and how to reach them, stands behind this link{f' {waits}' if waits else ''}:",
            links.answer,
            *(["Until then they may still say no."] if waits else []),
            f"You will be asked for {_PROOF}, so that nobody else can read it. There you also tell us how it went, or "
            "that you can’t come after all.",
        ]
    parts = [
        f"{opening(settings, facts)} Thank you for your yes. {_they_know(facts)}: {_task_and_time(facts)}",
        *behind,
        "Please keep what you read to yourself. Never take a card, a PIN, or money for safe keeping.",
    ]
    return email_of(settings, f"{_they_know(facts)}: {facts.task}", facts, parts, links)


def resident_knows_by_text(settings: Settings, facts: MessageFacts, links: MessageLinks) -> Rendered:
    """The text with the link behind which name and address stand."""
    return fitting(_knows_ever_shorter(settings, facts, links))


def called_off_by_email(settings: Settings, facts: MessageFacts, links: MessageLinks) -> Rendered:
    """The email that asks not to go."""
    parts = [
        f"{opening(settings, facts)} {_dont(facts)}: {facts.task}{facts.near}, {next_time(facts)}, is called off.",
        "You need do nothing. Thank you for being ready to help.",
    ]
    return email_of(settings, f"{_dont(facts)}: {facts.task}{facts.near}", facts, parts, links)


def called_off_by_text(settings: Settings, facts: MessageFacts, links: MessageLinks) -> Rendered:
    """The text that asks not to go."""
    asked = f"{facts.task}{facts.near}"
    return fitting(
        f"{hello}{_dont(facts)}: {what} is called off. You need do nothing. Thank you for being ready to help.{stop}"
        for hello in openings(settings, facts)
        for what in (f"{asked}, {next_time(facts)},", f"{asked}, {next_time(facts, short=True)},", "what we asked for")
        for stop in (stop_words(settings, links), stop_words(settings, links, short=True))
    )


def visit_off_by_email(settings: Settings, facts: MessageFacts, links: MessageLinks) -> Rendered:
    """The email that says that one visit is called off, and that the help goes on."""
    ring = f"Questions? Ring us on {settings.community.telephone}."
    parts = [
        f"{opening(settings, facts)} {_dont(facts)} {_that_day(facts)}: {facts.task}{facts.near} is called off then.",
        "After that it goes on as before. You need do nothing.",
        *(["Your page, with the next day once one is agreed:", links.answer] if links.answer else []),
        ring,
    ]
    return email_of(settings, f"{_dont(facts)} {_that_day(facts)}", facts, parts, links)


def visit_off_by_text(settings: Settings, facts: MessageFacts, links: MessageLinks) -> Rendered:
    """The text that says that one visit is called off, and that the help goes on."""
    ring = f"Questions? Ring {settings.community.telephone}."
    return fitting(
        f"{hello}{_dont(facts)} {_that_day(facts, short=short)}: {what} is called off that day. Then it goes on as "
        f"before. {ring}{stop}"
        for hello in openings(settings, facts)
        for what, short in ((f"{facts.task}{facts.near}", False), (f"{facts.task}{facts.near}", True), ("it", True))
        for stop in (stop_words(settings, links), stop_words(settings, links, short=True))
    )


def how_was_it_by_email(settings: Settings, facts: MessageFacts, links: MessageLinks) -> Rendered:
    """The email that asks whether help was given."""
    answer = [f"Please ring us on {settings.community.telephone}."]
    if links.answer:
        answer = ["Please tell us here, also if nobody was in or you could not go:", links.answer]
    parts = [
        f"{opening(settings, facts)} How did it go with {_task_and_day(facts)}?",
        *answer,
        "Thank you for helping.",
    ]
    return email_of(settings, f"How did it go? {first_upper(facts.task)}", facts, parts, links)


def how_was_it_by_text(settings: Settings, facts: MessageFacts, links: MessageLinks) -> Rendered:
    """The text that asks whether help was given."""
    tell = f"Please tell us: {links.answer}" if links.answer else f"Please ring {settings.community.telephone}."
    return fitting(
        f"{hello}How did it go{what}? {tell}\nThank you.{stop}"
        for hello in openings(settings, facts)
        for what in (f" with {_task_and_day(facts)}", f" with {_task_and_day(facts, short=True)}", "")
        for stop in (stop_words(settings, links), stop_words(settings, links, short=True))
    )


def _knows_ever_shorter(settings: Settings, facts: MessageFacts, links: MessageLinks) -> Iterator[str]:
    later = _opens_later(facts)
    waits = f" {later}" if later else ""
    who = f"Who and where{waits}: {links.answer}\nYou need your postcode or the last 4 digits of your number."
    if links.answer is None:
        who = f"Ring us on {settings.community.telephone} to hear who and where."
    stops = [stop_words(settings, links), stop_words(settings, links, short=True)]
    stops += same_link(links)
    for hello in openings(settings, facts):
        for when in (next_time(facts), next_time(facts, short=True)):
            for stop in stops:
                yield f"{hello}{_they_know(facts)}: {facts.task}, {when}. {who}{stop}"
    yield f"{sender(settings, facts)}: {_they_know(facts)}. {who}{stops[-1]}"


def _they_know(facts: MessageFacts) -> str:
    return f"They know that you {'are coming' if facts.in_person else 'will ring'}"


def _that_day(facts: MessageFacts, *, short: bool = False) -> str:
    return first_visit_words(facts, short=short) or "this time"


def _dont(facts: MessageFacts) -> str:
    return f"Please don’t {'go' if facts.in_person else 'ring them'}"


def _task_and_time(facts: MessageFacts) -> str:
    """`dog walking, on Tuesday 24 November, in the morning.`"""
    told = f"{facts.task}, {next_time(facts)}."
    return told if facts.first_on else f"{told} No day is agreed yet: please agree one with them."


def _task_and_day(facts: MessageFacts, *, short: bool = False) -> str:
    # Of visits that were agreed on later the facts do not tell the day.
    yesterday = facts.now.astimezone(LONDON).date() - timedelta(days=1)
    day = first_visit_words(facts, short=short) if facts.first_on == yesterday else ""
    return " ".join(filter(None, [facts.task, day]))


def _opens_later(facts: MessageFacts) -> str:
    """`from Monday 23 November, 1 pm`, where that is still to come."""
    later = facts.opens_at is not None and facts.opens_at > facts.now
    return f"from {moment_words(facts.opens_at)}" if later and facts.opens_at else ""
