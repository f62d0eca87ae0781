"""Who a message is from, as its reader and whoever looks over their shoulder may read it.

Somebody may have asked us to say something else if another person answers. Then a message says that in place of the
community's name, and a resident's message does not say with what they are helped.
"""

from collections.abc import Iterator
from typing import Protocol

from community.casework import MessageFacts
from community.settings import Settings


class HasReader(Protocol):
    """Facts of a message that say what its reader asked us to say if somebody else answers."""

    @property
    def say_instead(self) -> str:
        """Empty where they asked for nothing."""


def sender(settings: Settings, facts: HasReader) -> str:
    """The words in place of our name, or the community's name."""
    return " ".join(facts.say_instead.split()) or settings.community.name


def is_discreet(facts: HasReader) -> bool:
    """Whether its reader asked that nobody else learns who we are."""
    return bool(facts.say_instead.strip())


def openings(settings: Settings, facts: MessageFacts) -> Iterator[str]:
    """How a text begins, the longest first: the reader's name may have letters that make a text much longer."""
    who = sender(settings, facts)
    for hello in [f"Hello {facts.first_name}", "Hello"] if facts.first_name else ["Hello"]:
        yield f"{sentence(who)} {hello}. " if is_discreet(facts) else f"{hello}, this is {who}. "


def sentence(words: str) -> str:
    """These words with a full stop, unless they end with a sign of their own."""
    return words if words.endswith((".", "!", "?")) else f"{words}."
