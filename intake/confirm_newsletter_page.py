"""What the link opens by which somebody confirms that they want the newsletter: one touch, and how it stands."""

import structlog

from community.casework import WorkContext
from community.casework.newsletter import confirm_newsletter, see_confirmation
from intake.link_pages import GoOn, LinkPage, LinkVisit
from intake.link_parts import (
    BUTTON,
    IT_IS_YOU,
    TICK,
    answer_form,
    box_html,
    is_touched,
    ring_html,
    summary_html,
    touch_form,
)

_log = structlog.get_logger(__name__)
_YES, _BUTTON = "yes", "Yes, send it to me"
_WORDS = "Press the button, and you get it. Did you not ask for it? Then close this page, and nothing comes."


def serve_confirmation(context: WorkContext, visit: LinkVisit) -> LinkPage | GoOn:
    """The page, or the way on after the button."""
    confirmed = see_confirmation(context, visit.message_id)
    sent = visit.sent(BUTTON) == _YES
    if sent and (visit.ticked(TICK) or is_touched(visit, context.clock())):
        confirm_newsletter(context, visit.message_id)
        _log.info("newsletter_confirmed", message=visit.message_id)
        return GoOn()
    ring = ring_html(context.settings.community)
    if confirmed:
        return LinkPage("You get our newsletter", f"<p>It comes by email. Each one has a link to stop it.</p>{ring}")
    if sent:
        box = box_html("I want the newsletter", unsure=True)
        html = summary_html(TICK, f"Tick the box, {IT_IS_YOU}") + answer_form(box, _YES, _BUTTON)
    else:
        html = f"<p>{_WORDS}</p>{touch_form(_YES, _BUTTON, context.clock())}"
    return LinkPage("Do you want our newsletter by email?", html + ring, sent)
