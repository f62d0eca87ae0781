"""When somebody comes, in the words of a message."""

from community.casework import MessageFacts
from community.tables.canonical import LONDON
from community.wording import weekday_words, wording


def first_visit_words(facts: MessageFacts, *, short: bool = False) -> str:
    """`on Tuesday 24 November, in the morning`; short, `on Tue 24 Nov, morning`; empty where no day was agreed."""
    if facts.first_on is None:
        return ""
    part = wording().parts.get(facts.first_part or "", "")
    said = part if short or not part else f"in the {part}"
    return f"on {', '.join(filter(None, [weekday_words(facts.first_on, short=short), said]))}"


def is_to_come(facts: MessageFacts) -> bool:
    """Whether a first visit was agreed that is not over yet."""
    return facts.first_on is not None and facts.first_on >= facts.now.astimezone(LONDON).date()


def next_time(facts: MessageFacts, *, short: bool = False) -> str:
    """The first visit, as long as it is to come; after that, and where no day was agreed, how often and when."""
    return first_visit_words(facts, short=short) if is_to_come(facts) else facts.soon if short else facts.when
