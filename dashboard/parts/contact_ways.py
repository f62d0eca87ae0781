"""The ways in which somebody can really be reached, read from what they typed, after what is not safe for them."""

from collections.abc import Sequence

from community.book import Row
from community.casework import WorkContext
from community.forms.contact_details import reach_in_words
from dashboard import elements
from dashboard.parts import safe_contact_view


def ways(context: WorkContext, row: Row) -> None:
    """Draw what to heed, then each safe way to reach them in one line; where there is none, say so.

    Otherwise somebody would wait for a call that nobody makes.
    """
    heed = safe_contact_view.first(context, row)
    if heed.unsafe and not reach_in_words(row, heed.unsafe) and reach_in_words(row):
        elements.lead("No way to reach them is safe. Wait until they get in touch, or ask the safeguarding lead.")
        return
    _told(reach_in_words(row, heed.unsafe), "No way to reach them can be read. Look for one in their words.")


def before_they_hang_up(found: Sequence[str]) -> None:
    """Draw what to check before the caller hangs up: how we get back to them, or that we can't yet."""
    _told(found, "There is no way to reach them yet. Ask for one before they hang up, and put it into the record.")


def _told(found: Sequence[str], otherwise: str) -> None:
    if found:
        elements.to_ring(f"How to reach them: {'; '.join(found)}.")
    else:
        elements.marks([otherwise], "alarm")
