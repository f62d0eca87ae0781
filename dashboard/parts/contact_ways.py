"""The ways in which somebody can really be reached, read from what they typed."""

from collections.abc import Mapping, Sequence

from community.forms.contact_details import reach_in_words
from community.tables.canonical import Value
from dashboard import elements


def ways(values: Mapping[str, Value]) -> None:
    """Draw each way to reach them in one line; where there is none, say so, so that nobody waits for a call."""
    _told(reach_in_words(values), "No way to reach them can be read. Look for one in their words.")


def before_they_hang_up(found: Sequence[str]) -> None:
    """Draw what to check before the caller hangs up: how we get back to them, or that we can't yet."""
    _told(found, "There is no way to reach them yet. Ask for one before they hang up, and put it into the record.")


def _told(found: Sequence[str], otherwise: str) -> None:
    if found:
        elements.lead(f"How to reach them: {'; '.join(found)}.")
    else:
        elements.marks([otherwise], "alarm")
