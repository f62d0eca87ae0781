"""The parts of the pages that residents open: large letters, and whom to ring or to tell of a worry."""

from html import escape

from community import concerns
from community.settings import Community, Settings
from intake.concern_pages import ADULT
from intake.link_parts import number_html


def large_html(html: str) -> str:
    """These words in larger letters."""
    return f'<div class="cc-large">{html}</div>'


def first_ring_html(community: Community) -> str:
    """Whom to ring, as the first line of a page."""
    return f"<p>Not sure? Ring us on {number_html(community)}, {escape(community.opening)}.</p>"


def worried_html(settings: Settings) -> str:
    """Whom to tell of harm or a worry. The form for it is named only where somebody receives what it says."""
    form = f' or <a href="..{escape(ADULT)}">tell our safeguarding lead</a>' if concerns.is_received(settings) else ""
    return (
        f"<p>Has something happened that worries you? Ring us on {number_html(settings.community)}{form}. In danger, "
        'ring <a href="tel:999">999</a>.</p>'
    )
