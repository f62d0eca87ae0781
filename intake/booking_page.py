"""What the link of a booking opens: how it stands, how to join for whoever has a place, and the way to give it up."""

from html import escape

import structlog

from community.casework import WorkContext, training
from community.casework.training import BookingSeen
from community.tables.statuses import BookingStatus
from intake.bookable_sessions import session_facts
from intake.link_pages import ASKED, GoOn, LinkPage, LinkVisit
from intake.link_parts import (
    BUTTON,
    IT_IS_YOU,
    TICK,
    answer_form,
    box_html,
    facts_html,
    note_html,
    ring_html,
    summary_html,
)

_log = structlog.get_logger(__name__)
_NO, _GONE = "no", "gone"
_NOTES = {_GONE: "Thank you for telling us. Somebody else can have your place now."}


def serve_booking(context: WorkContext, visit: LinkVisit) -> LinkPage | GoOn:
    """The page of a booking, or the way on after it was given up."""
    seen = training.see_booking(context, visit.message_id)
    coming = seen.status in {BookingStatus.BOOKED, BookingStatus.WAITING} and not seen.over
    if visit.posted is not None and visit.sent(BUTTON) == _NO:
        if coming and not visit.ticked(TICK):
            return _sure(seen, unsure=True)
        training.cancel_by_link(context, visit.message_id)
        _log.info("place_given_up", message=visit.message_id)
        return GoOn(_GONE)
    if visit.asked == _NO and coming:
        return _sure(seen, unsure=False)
    facts = list(session_facts(seen.session))
    join = ""
    if seen.joining and coming:
        join = (
            f'<h2>How to join</h2><p class="cc-prewrap">{escape(seen.joining)}</p>'
            "<p>Please keep this to yourself. It is for those with a place.</p>"
        )
    give_up = f'<p><a class="cc-button cc-button--secondary" href="?{ASKED}={_NO}">I can’t come</a></p>'
    html = (
        note_html(_NOTES, visit.asked if not coming else "")
        + facts_html(facts)
        + join
        + (give_up if coming else "")
        + ring_html(context.settings.community)
    )
    return LinkPage(heading(seen), html)


def heading(seen: BookingSeen) -> str:
    """How the booking stands, in one line."""
    if seen.off:
        return "Sorry, this session is called off"
    if seen.status == BookingStatus.CANCELLED:
        return "You have no place at this session"
    if seen.over:
        return "This session is over"
    if seen.status == BookingStatus.WAITING:
        return f"You are number {seen.in_line} on the waiting list"
    return "You have a place"


def _sure(seen: BookingSeen, *, unsure: bool) -> LinkPage:
    words = f"Tick this box, {IT_IS_YOU}. We then give your place to somebody else."
    error = summary_html(TICK, f"Tick the box, {IT_IS_YOU}") if unsure else ""
    inside = f"{facts_html(session_facts(seen.session))}<p>{words}</p>" + box_html("I can’t come", unsure=unsure)
    return LinkPage("You can’t come?", error + answer_form(inside, _NO, "Give up my place"), error=unsure)
