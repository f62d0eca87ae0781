"""What a STOP link shows, and every other link on `?to=stop`: one button, and then that no more messages come.

A mail program may press that of a STOP link (RFC 8058).
"""

from collections.abc import Mapping
from html import escape

import structlog

from community import casework
from community.casework import StopSeen, WorkContext
from community.settings import Community
from community.tables.vocabulary import ReachBy
from intake.link_pages import ASKED, GoOn, LinkPage, LinkVisit
from intake.link_parts import ring_html

_log = structlog.get_logger(__name__)
STOP = "stop"
ONE_CLICK = ("List-Unsubscribe", "One-Click")
"""What a mail program posts, without a page before it and without reading the one behind it."""
_NAMES = {ReachBy.EMAIL: "emails", ReachBy.TEXT: "texts", ReachBy.LETTER: "letters"}
ON_TO_STOP = f'<p><a href="?{ASKED}={STOP}">Stop our messages to you</a></p>'
"""The way on from the page of another link: a text has not always room for a link of each kind."""


def serve_stop(context: WorkContext, visit: LinkVisit) -> LinkPage | GoOn:
    """The page to stop messages, or the way on after it."""
    if visit.posted is not None and (_is_one_click(visit.posted) or visit.ticked(STOP)):
        if not casework.stop_messages(context, visit.message_id):
            raise casework.LinkClosed
        _log.info("messages_stopped", message=visit.message_id)
        if not _is_one_click(visit.posted):  # a mail program is not to be led on
            return GoOn(STOP if visit.asked == STOP else "")
    seen = casework.see_stop(context, visit.message_id)
    if seen is None:
        raise casework.LinkClosed
    return _stop_page(seen, context.settings.community)


def _is_one_click(posted: Mapping[str, list[str]]) -> bool:
    """Whether a mail program stops the messages for its user."""
    field, value = ONE_CLICK
    return posted.get(field) == [value]


def _stop_page(seen: StopSeen, community: Community) -> LinkPage:
    """The page before the button is pressed, or after."""
    what = _NAMES.get(ReachBy(seen.way), "messages")
    if seen.stopped:
        words = f"We send you no more {what}. We may still ring you. Pressed by mistake? Ring us."
        return LinkPage(f"No more {what}", f"<p>{words}</p>" + ring_html(community))
    button = (
        '<form class="cc-form" method="post" accept-charset="utf-8"><div class="cc-actions">'
        f'<button class="cc-button" type="submit" name="{STOP}" value="yes">Send me no more {what}</button>'
        "</div></form>"
    )
    words = f"These {what} come from {escape(community.name)}. If you stop them, we may still ring you."
    return LinkPage(f"Stop our {what}?", f"<p>{words}</p>{button}" + ring_html(community))
