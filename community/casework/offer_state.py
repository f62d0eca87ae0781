"""How an offer stands for whoever opens its link. The page takes it from here, and does not wait for the matching."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from community.casework.casework_errors import NotNow


class OfferState(StrEnum):
    """How an offer stands for whoever opens its link."""

    OPEN = "open"
    SAID_YES = "said_yes"
    SAID_NO = "said_no"
    OVER = "over"
    DOUBTED = "doubted"
    """Answered too fast for a person, so nothing has changed and somebody rings; only ever the answer to an answer."""


@dataclass(frozen=True)
class OfferSeen:
    """What the page behind the link shows: nothing of it says who asks for help, or who is asked."""

    state: OfferState
    task: str = field(repr=False)
    when: str = field(repr=False)
    near: str = field(repr=False)
    details: str = field(repr=False)
    hazards: str = field(repr=False)
    """What to beware of in the home, told before they say yes."""
    answer_by: datetime | None
    changed: bool
    """When it is wanted, how soon, or where, has changed since they last heard."""


class LinkClosed(NotNow):
    """What the link was for is not there, or was taken back. To whoever opens the link both are one."""
