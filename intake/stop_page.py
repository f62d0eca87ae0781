"""What a STOP link shows, and every other link on `?to=stop`: a button for no more messages, and a day to pause until.

A mail program may press the button of a STOP link (RFC 8058). Only volunteers are asked things, so only they may pause.
"""

from collections.abc import Mapping
from html import escape

import structlog

from community import casework
from community.casework import StopSeen, WorkContext
from community.settings import Community
from community.tables.canonical import typed_day
from community.tables.vocabulary import ReachBy
from community.wording import weekday_words
from intake.link_pages import ASKED, GoOn, LinkPage, LinkVisit
from intake.link_parts import BUTTON, ring_html, summary_html, typed_html

_log = structlog.get_logger(__name__)
STOP = "stop"
ONE_CLICK = ("List-Unsubscribe", "One-Click")
"""What a mail program posts, without a page before it and without reading the one behind it."""
_NAMES = {ReachBy.EMAIL: "emails", ReachBy.TEXT: "texts", ReachBy.LETTER: "letters"}
PAUSE, UNTIL = "not-now", "until"
"""The button that pauses, and the day from which they may be asked again."""


def on_to_stop(*, pauses: bool) -> str:
    """The way on from the page of another link: a text has not always room for a link of each kind."""
    return f'<p><a href="?{ASKED}={STOP}">Stop {"or pause " * pauses}our messages to you</a></p>'


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
    wrong = ""
    if visit.sent(BUTTON) == PAUSE and seen.may_pause:
        wrong = _pause(context, visit)
        if not wrong:
            return GoOn(STOP if visit.asked == STOP else "")
    return _stop_page(seen, context.settings.community, visit.sent(UNTIL), wrong)


def _pause(context: WorkContext, visit: LinkVisit) -> str:
    """What is wrong with the day; empty once nothing is asked of them until then."""
    day = typed_day(visit.sent(UNTIL))
    if day is None:
        return "Write the day as 24/12/2026"
    try:
        casework.pause_until(context, visit.message_id, day)
    except casework.LinkClosed:
        raise
    except casework.NotNow as error:
        return str(error)
    _log.info("volunteer_paused", message=visit.message_id)
    return ""


def _is_one_click(posted: Mapping[str, list[str]]) -> bool:
    """Whether a mail program stops the messages for its user."""
    field, value = ONE_CLICK
    return posted.get(field) == [value]


def _stop_page(seen: StopSeen, community: Community, typed: str, wrong: str) -> LinkPage:
    """The page before something is pressed, or after; `typed` and `wrong`: the day, and what is wrong with it."""
    what = "newsletters" if seen.newsletter else _NAMES.get(ReachBy(seen.way), "messages")
    ring = "What you asked of us otherwise goes on." if seen.newsletter else "We may still ring you."
    missing = summary_html(UNTIL, wrong) if wrong else ""
    pause = _pause_form(seen, typed, wrong) if seen.may_pause else ""
    if seen.stopped:
        words = f"We send you no more {what}. {ring} Pressed by mistake? Ring us."
        return LinkPage(f"No more {what}", f"{missing}<p>{words}</p>{pause}" + ring_html(community), bool(wrong))
    button = (
        '<form class="cc-form" method="post" accept-charset="utf-8"><div class="cc-actions">'
        f'<button class="cc-button" type="submit" name="{STOP}" value="yes">Send me no more {what}</button>'
        "</div></form>"
    )
    words = f"These {what} come from {escape(community.name)}. If you stop them: {ring[0].lower()}{ring[1:]}"
    heading = f"Stop {'or pause ' * seen.may_pause}our {what}?"
    return LinkPage(heading, f"{missing}<p>{words}</p>{button}{pause}" + ring_html(community), bool(wrong))


def _pause_form(seen: StopSeen, typed: str, wrong: str) -> str:
    """The form that chooses from which day they may be asked again, below how that stands."""
    now = f"<p>We ask you nothing before {weekday_words(seen.asked_from)}.</p>" if seen.asked_from else ""
    day = typed_html(
        UNTIL,
        "Ask me nothing before",
        hint="What you have not answered counts as a no. Whoever expects you is told, and we look for "
        "somebody else meanwhile.",
        kind="date",
        value=typed,
        error=wrong or None,
        attributes='autocomplete="off"',
    )
    return (
        f'<h2>Only not now?</h2>{now}<form class="cc-form" method="post" novalidate accept-charset="utf-8">{day}'
        f'<div class="cc-actions"><button class="cc-button cc-button--secondary" type="submit" name="{BUTTON}" '
        f'value="{PAUSE}">Pause until then</button></div></form>'
    )
