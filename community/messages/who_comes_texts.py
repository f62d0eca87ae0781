"""The words that tell a resident who comes, for what and when, what to ask for at the door, and how to say no.

They hold the volunteer's first name alone, and of the resident no surname and no address.
"""

from collections.abc import Iterator
from itertools import product

from community.casework import MessageFacts
from community.links import door_word
from community.messages.email_words import email_of, opening
from community.messages.message_draft import Rendered
from community.messages.message_links import MessageLinks
from community.messages.short_texts import fitting, stop_words
from community.messages.visit_days import first_visit_words
from community.messages.who_writes import is_discreet, openings, sender, sentence
from community.settings import Settings
from community.tables.vocabulary import ReachBy
from community.wording import first_upper, joined, spoken

NEVER = "Never give anybody a card, a PIN, or money for safe keeping, whoever they say they are."
OTHERWISE = "If you would like another day, somebody else or no help now,"
_BRIEFLY = "Give nobody a card, PIN or money to keep."


def who_comes_by_email(settings: Settings, facts: MessageFacts, links: MessageLinks) -> Rendered:
    """The email that tells who comes."""
    ring = f"ring us on {settings.community.telephone}"
    change = [f"If that suits you, you need do nothing. {OTHERWISE} please {ring}."]
    if links.answer:
        change = [f"If that suits you, you need do nothing. {OTHERWISE} say so here, or {ring}:", links.answer]
    parts = [
        f"{opening(settings, facts)} {what_comes(facts)}",
        *at_the_door(settings, facts),
        *besides(settings, facts),
        NEVER,
        *change,
        *time_to_object(settings, facts),
    ]
    return email_of(
        settings, " ".join([first_upper(coming(facts)), first_visit_words(facts)]).strip(), facts, parts, links
    )


def who_comes_by_text(settings: Settings, facts: MessageFacts, links: MessageLinks) -> Rendered:
    """The text that tells who comes: the fullest that fits into two segments. What is left out is behind the link."""
    return fitting(_ever_shorter(settings, facts, links))


def what_comes(facts: MessageFacts, *, short: bool = False, said: bool = False) -> str:
    """`Sam comes to you on Tuesday 24 November, in the morning: dog walking.`

    `said`: to the resident themselves, so that the task may be named in any case.
    """
    who = first_upper(coming(facts))
    task = f": {facts.task}" if said or not is_discreet(facts) else ""
    if facts.first_on:
        return f"{who} {first_visit_words(facts, short=short)}{task}."
    # How soon they had asked for it says nothing of the day: they may have waited long, or have days to object.
    return f"{who}{task}. {first_upper(_name(facts))} agrees the day with you."


def coming(facts: MessageFacts) -> str:
    """`Sam comes to you`; for help by telephone, `Sam rings you`."""
    return f"{_name(facts)} {'comes to' if facts.in_person else 'rings'} you"


def password(settings: Settings, facts: MessageFacts) -> str | None:
    """What a visitor says: the word that the resident chose, or that of this match; None where there is none."""
    return _own_word(facts) or door_word(settings, facts.match_id)


def at_the_door(settings: Settings, facts: MessageFacts) -> list[str]:
    """What to ask for at the door or on the telephone, and what to do without it."""
    word, number = password(settings, facts), settings.community.telephone
    if word is None:
        return [
            f"Ask who it is before you {'open' if facts.in_person else 'talk'}. If you are not sure, ring us first."
        ]
    if facts.in_person:
        return [
            f"The password for the door: {word}",
            "They say it when they come. Nobody who doesn’t know the password needs to be let in.",
        ]
    return [
        f"The password: {word}",
        f"They say it when they ring. If a caller doesn’t know it, put the telephone down and ring us on {number}.",
    ]


def besides(settings: Settings, facts: MessageFacts, *, said: bool = False) -> list[str]:
    """That it comes on top of what they were told of the same volunteer; nothing where they were told of nothing else.

    `said`: to the resident themselves, so that the tasks may be named in any case.
    """
    if not facts.besides:
        return []
    what = _other_help(facts, said=said)
    own = "" if _own_word(facts) or password(settings, facts) is None else " Each has a password of its own."
    return [f"This is besides {what}, of which we told you already.{own}"]


def _other_help(facts: MessageFacts, *, said: bool = False) -> str:
    return joined(facts.besides) if said or not is_discreet(facts) else "the other help"


def time_to_object(settings: Settings, facts: MessageFacts) -> list[str]:
    """How long a volunteer who is new to them waits for name and address; nothing where the two have met."""
    hours, days = settings.messages.object_hours, settings.messages.letter_days
    if facts.opens_at is not None or not (hours or facts.way == ReachBy.LETTER):
        return []
    after = f"{spoken(hours, 'hour')} after this message leaves us, the night not counted"
    if facts.way == ReachBy.LETTER:
        after = f"{spoken(days, 'working_day')} after we post this"
    name = facts.who or "the volunteer"
    return [
        f"We tell {name} your name and how to reach you {after}, unless you say before then that it does not suit you."
    ]


def _name(facts: MessageFacts) -> str:
    return facts.who or ("somebody" if is_discreet(facts) else "one of our volunteers")


def _own_word(facts: MessageFacts) -> str:
    return " ".join((facts.own_door_word or "").split())


def _ever_shorter(settings: Settings, facts: MessageFacts, links: MessageLinks) -> Iterator[str]:
    number = settings.community.telephone
    or_link = f" or no: {links.answer} or" if links.answer else ", no, or no texts:"
    change = f"Another day, somebody else{or_link} ring {number}."
    for hello in openings(settings, facts):
        for short in (False, True):
            for safety in _safety(settings, facts):
                for also in [*(f" {words}" for words in besides(settings, facts)), ""]:
                    for stop in (stop_words(settings, links), stop_words(settings, links, short=True)):
                        yield f"{hello}{what_comes(facts, short=short)}{also} {safety} {change}{stop}"
    if links.answer is None:
        return
    # Names may have letters that make a text much longer. From here on one thing after the other is behind the link,
    # first of all how to get no more texts.
    name, word = sender(settings, facts), password(settings, facts)
    beware = "Let in nobody without it. " if facts.in_person else "Ring off without it. "
    when = f" {day}" if (day := first_visit_words(facts, short=True)) else ", day to be agreed"
    asked = [f" Password: {word}. {without}{_BRIEFLY}" for without in (beware, "") if word]
    asked += [f" Password: the word you chose. {_BRIEFLY}"] if _own_word(facts) else []
    task = "" if is_discreet(facts) else f": {facts.task}"
    beside = [f", besides {_other_help(facts)}", ""] if facts.besides else [""]
    nameless = "somebody comes to you" if facts.in_person else "somebody rings you"
    for what in (f"{coming(facts)}{when}{task}", f"{coming(facts)}{when}", f"{nameless}{when}"):
        for each, also in product(asked or [f" {_BRIEFLY}"], beside):
            for change in ("No, another day, no more texts", "Change or stop texts"):
                yield f"{name}: {what}{also}.{each} {change}: {links.answer} or {number}"


def _safety(settings: Settings, facts: MessageFacts) -> Iterator[str]:
    word = password(settings, facts)
    if word is None:
        yield from (f"{' '.join(at_the_door(settings, facts))} {never}" for never in (NEVER, _BRIEFLY))
    elif facts.in_person:
        yield f"Password for the door: {word}. Nobody who doesn’t know it needs to be let in. {NEVER}"
        yield f"Password for the door: {word}. Let in nobody without it. {_BRIEFLY}"
    else:
        yield f"Password: {word}. Put the telephone down if a caller doesn’t know it. {NEVER}"
        yield f"Password: {word}. Ring off if a caller doesn’t know it. {_BRIEFLY}"


_RING_AGAIN = "I’ll ring again. Thank you."


def who_comes_by_telephone(settings: Settings, facts: MessageFacts, _: MessageLinks) -> Rendered:
    """The script of the call, part by part. What stands in brackets is for the person who rings."""
    community, who = settings.community, facts.who or "They"
    whom = facts.full_name or "the person who asked for help"
    parts = [
        f"(Ask for them first, and say nothing about us before.)\nHello, may I speak to {whom}, please?",
        f"(If somebody else answers, or asks what it is about, say only this, and ring again another time.)\n"
        f"{_to_others(facts)}",
        "(On an answering machine leave nothing. Ring again.)",
        f"(When you speak to them.)\nHello{f' {facts.first_name}' if facts.first_name else ''}, this is "
        f"{community.name}. Is this a good moment to talk?",
        f"We have found somebody for you. {what_comes(facts, said=True)} Is that all right for you?",
        "(If they would like another day, somebody else, or no help, stop here: that is all right, and nobody comes.)",
        *besides(settings, facts, said=True),
        *_password_twice(settings, facts),
        f"{NEVER} {who} never {'ask' if who == 'They' else 'asks'} for any of these, and neither do we.",
        f"If anything changes or does not feel right, ring us on {community.telephone} ({community.opening}).",
        "Is there anything that you would like to ask?",
    ]
    return Rendered("", "\n\n".join(parts))


def _to_others(facts: MessageFacts) -> str:
    return sentence(" ".join(facts.say_instead.split())) if is_discreet(facts) else _RING_AGAIN


def _password_twice(settings: Settings, facts: MessageFacts) -> list[str]:
    word, at = password(settings, facts), "come" if facts.in_person else "ring"
    if word is None:
        return [f"Ask who it is when they {at}. If you are not sure, ring us first."]
    without = "Nobody who does not know it needs to be let in."
    if not facts.in_person:
        without = "If a caller does not know it, put the telephone down."
    return [
        f"There is a password, which they say when they {at}. It is: {word}.\n"
        f"(Slowly. Wait until they have a pen.) Once more: {word}.\n"
        "(Let them say it back to you.)",
        without,
    ]
