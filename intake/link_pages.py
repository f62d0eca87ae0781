"""What the pages behind a link are to their endpoint: they take one visit, and give a page or the way on.

Each purpose has a module with one such function, which reads and decides through casework and knows neither the link
nor the web. It runs in a thread of its own, and may raise what casework raises: LinkClosed is the one page of all links
that do not open.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from community.casework import WorkContext

ASKED = "to"
"""What follows a link to lead on to another of its pages (`?to=yes`)."""


@dataclass(frozen=True)
class LinkVisit:
    """One look at a link, or one form that was sent to it."""

    message_id: str
    """Of the message that the link went out with; empty for a link that does not open."""
    asked: str
    """Which of its pages; empty for the first."""
    posted: Mapping[str, list[str]] | None = field(repr=False)
    """The fields of the form; None for a look."""
    cookie: str = field(default="", repr=False)
    """What this browser was given to keep for this link (`GoOn.cookie`); empty where nothing is to be shown to it."""

    def sent(self, name: str) -> str:
        """The first value of this field of the form; empty where there is none."""
        return (self.posted or {}).get(name, [""])[0]

    def ticked(self, name: str) -> bool:
        """Whether the box of this name came along ticked."""
        return self.posted is not None and self.posted.get(name) == ["yes"]


@dataclass(frozen=True)
class LinkPage:
    """The words of one page: its heading, the HTML below it, and whether it shows an error."""

    heading: str
    html: str
    error: bool = False


@dataclass(frozen=True)
class GoOn:
    """The way on after an answer, so that neither a reload nor the way back sends anything again."""

    asked: str = ""
    """The page that it leads to, as in `LinkVisit.asked`."""
    cookie: str | None = field(default=None, repr=False)
    """What the browser is to keep for this link alone, for as long as `PROVED_FOR`; None for nothing."""


class LinkPages(Protocol):
    """The pages of one purpose."""

    def __call__(self, context: WorkContext, visit: LinkVisit) -> LinkPage | GoOn:
        """The page to show now, or the way on."""
