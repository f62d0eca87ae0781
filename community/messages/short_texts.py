"""What all texts share: the fullest that costs little is sent, in plain letters, with a way to get no more of them."""

from collections.abc import Iterable

from community.messages.message_draft import Rendered
from community.messages.message_links import MessageLinks
from community.messages.text_segments import made_plain, segments
from community.settings import Settings

MOST_SEGMENTS = 2
"""A text is as long as that at most, whenever its links leave room."""


SAME_LINK = " No more texts: the same link."
"""Where two links leave no room: the page behind the first leads on to the one that stops texts."""


def fitting(ever_shorter: Iterable[str]) -> Rendered:
    """The first of these words that fits into two segments, or else the shortest."""
    tried = [made_plain(each) for each in ever_shorter]
    fits = next((each for each in tried if segments(each) <= MOST_SEGMENTS), None)
    return Rendered("", fits or min(tried, key=segments))


def stop_words(settings: Settings, links: MessageLinks, *, short: bool = False) -> str:
    """How to get no more texts, behind a space; nothing where the short words have told the number already."""
    if links.stop is None:
        return "" if short else f" No more texts? Ring {settings.community.telephone}."
    return f" Stop: {links.stop}" if short else f" No more texts: {links.stop}"
