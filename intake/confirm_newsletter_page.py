"""What the link opens by which somebody confirms that they want the newsletter: one button, and how it stands."""

import structlog

from community.casework import WorkContext
from community.casework.newsletter import confirm_newsletter, see_confirmation
from intake.link_pages import GoOn, LinkPage, LinkVisit
from intake.link_parts import BUTTON, ring_html

_log = structlog.get_logger(__name__)
_YES = "yes"


def serve_confirmation(context: WorkContext, visit: LinkVisit) -> LinkPage | GoOn:
    """The page, or the way on after the button."""
    confirmed = see_confirmation(context, visit.message_id)
    if visit.posted is not None and visit.sent(BUTTON) == _YES:
        confirm_newsletter(context, visit.message_id)
        _log.info("newsletter_confirmed", message=visit.message_id)
        return GoOn()
    ring = ring_html(context.settings.community)
    if confirmed:
        return LinkPage("You get our newsletter", f"<p>It comes by email. Each one has a link to stop it.</p>{ring}")
    html = (
        "<p>Press the button, and you get it. Did you not ask for it? Then close this page, and nothing comes.</p>"
        '<form class="cc-form" method="post" accept-charset="utf-8"><div class="cc-actions">'
        f'<button class="cc-button" type="submit" name="{BUTTON}" value="{_YES}">Yes, send it to me</button>'
        f"</div></form>{ring}"
    )
    return LinkPage("Do you want our newsletter by email?", html)
