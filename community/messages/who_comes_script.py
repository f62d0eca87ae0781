"""What to say on the telephone to a resident who is told who comes, and what to say if somebody else answers."""

from community.casework import MessageFacts
from community.messages.message_draft import Rendered
from community.messages.message_links import MessageLinks
from community.messages.who_comes_texts import NEVER, besides, password, what_comes
from community.messages.who_writes import is_discreet, sentence
from community.settings import Settings

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
