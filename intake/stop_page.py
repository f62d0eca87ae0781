"""What a STOP link shows: one button, and then that no more messages come. A mail program may press it (RFC 8058)."""

from collections.abc import Mapping
from html import escape

from community.casework import StopSeen
from community.settings import Community
from community.tables.vocabulary import ReachBy
from intake.offer_page import LinkPage, ring_html

BUTTON = "stop"
ONE_CLICK = ("List-Unsubscribe", "One-Click")
"""What a mail program posts, without a page before it and without reading the one behind it."""
_NAMES = {ReachBy.EMAIL: "emails", ReachBy.TEXT: "texts"}


def is_one_click(posted: Mapping[str, list[str]]) -> bool:
    """Whether a mail program stops the messages for its user."""
    field, value = ONE_CLICK
    return posted.get(field) == [value]


def stop_page(seen: StopSeen, community: Community) -> LinkPage:
    """The page before the button is pressed, or after."""
    what = _NAMES.get(ReachBy(seen.way), "messages")
    if seen.stopped:
        words = f"We send you no more {what}. We may still ring you. Pressed by mistake? Ring us."
        return LinkPage(f"No more {what}", f"<p>{words}</p>" + ring_html(community))
    button = (
        '<form class="cc-form" method="post" accept-charset="utf-8"><div class="cc-actions">'
        f'<button class="cc-button" type="submit" name="{BUTTON}" value="yes">Send me no more {what}</button>'
        "</div></form>"
    )
    words = f"These {what} come from {escape(community.name)}. If you stop them, we may still ring you."
    return LinkPage(f"Stop our {what}?", f"<p>{words}</p>{button}" + ring_html(community))
