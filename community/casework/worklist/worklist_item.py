"""One line of the list, whom it is about, and how lines are put in order."""

from dataclasses import dataclass, field
from datetime import datetime

from community.identity import phone_numbers
from community.tables.vocabulary import URGENCIES, LineKind, Urgency
from community.wording import wording


@dataclass(frozen=True)
class WorklistItem:
    """Something that waits for a person. `id` is the record to open; with `count` above 1, the first of so many."""

    id: str
    table: str
    kind: LineKind
    title: str = field(repr=False)
    since: datetime
    due: datetime | None
    urgency: Urgency
    """How soon, as a person told it; the clock alone makes nothing more urgent."""
    count: int = 1
    hub: str | None = None
    why: str | None = field(default=None, repr=False)
    """For a need that nobody is found for: the cheapest change that would help, where it is known. Of a request from
    another hub, what that hub says of it."""
    about: str | None = None
    """The record it concerns, where the item itself is a note or a late change."""
    telephone: str | None = field(default=None, repr=False)
    """The number to ring, as far as the user may read it."""
    who: frozenset[str] = field(default=frozenset(), repr=False)
    """The people it is about, so that somebody who stands on two lines is counted once."""

    @property
    def may_be_rung(self) -> bool:
        """Whether nothing says that they are not to be rung."""
        return may_ring(self.telephone)

    @property
    def people(self) -> frozenset[str]:
        """The people the line is about; where nobody is known, the record itself."""
        return self.who or frozenset({self.about or self.id})


URGENT = Urgency.TODAY
"""What can't wait."""
UNSURE = Urgency.THIS_WEEK
"""What counts where nobody said how soon."""
_NEXT: dict[LineKind, int] = {LineKind.PROMISED: 2, LineKind.CHECK_MISSING: 2, LineKind.TELL_THEM: 3}
"""What comes next to the urgent: help that is missing though somebody relied on it, or is given without its check; then
people who were told on the telephone what is no longer so."""
_THE_REST = 4
TEXT_ONLY = "(text only)"
"""What is said after a number that is not to be rung."""


def told(urgency: str | None) -> Urgency:
    """The urgency that a person told; this week where nobody did."""
    return Urgency(urgency) if urgency in URGENCIES else UNSURE


def pressing(item: WorklistItem) -> tuple[int, int, datetime, datetime, str, str]:
    """The sort key of a line: the urgency that a person told, then when it is due; no hour or promise outranks urgency.

    Words that may mean danger come first of all. Promised help that is missing comes after what is wanted today and
    before all the rest. Of lines that are due at one hour, as all of a day are, the one that waits longest comes first.
    """
    place = 0 if item.kind == LineKind.CRISIS else 1 if item.urgency == URGENT else _NEXT.get(item.kind, _THE_REST)
    return place, -URGENCIES.index(item.urgency), item.due or item.since, item.since, item.kind, item.id


def may_ring(shown: str | None) -> bool:
    """Whether somebody may be rung whose number is shown so."""
    return shown is None or not (shown == wording().phrase["not_safe_to_ring"] or shown.endswith(TEXT_ONLY))


def has_number_to_ring(shown: str | None) -> bool:
    """Whether there is a number to ring in what is shown, and they may be rung on it."""
    return bool(phone_numbers(shown)) and may_ring(shown)


def people(*record_ids: str | None) -> frozenset[str]:
    """The ids of these people, without those who are not known."""
    return frozenset(filter(None, record_ids))
