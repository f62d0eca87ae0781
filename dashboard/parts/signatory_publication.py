"""What happens once an organisation is approved: how its name gets onto the public site."""

from datetime import datetime

from community.casework import WorkContext
from community.publish import publish_status
from community.tables.row_types import OrganisationRow
from dashboard import display_words, elements


def signed(row: OrganisationRow, now: datetime) -> str:
    """When it signed, in words."""
    return f"signed {display_words.day(row.signed_on, now)}" if row.signed_on else "not signed yet"


def publishing(context: WorkContext, now: datetime) -> None:
    """Draw how a name gets onto the site, and off it again."""
    if context.settings.kept_in_sheet:
        elements.lead(
            "The public site is built elsewhere, each night. To see a change sooner, run “Publish the site” at GitHub, "
            "under Actions."
        )
    elif context.settings.demo:
        elements.lead("The invented town is never published.")
    else:
        elements.lead("What you decide here is on the public site within a few minutes, while everything runs.")
        trouble(context, now)


def trouble(context: WorkContext, now: datetime) -> None:
    """Draw a warning where the site could not be brought up to date, with what to do."""
    last = publish_status.last(context.settings.book_home)
    if last is not None and last[1] is not None:
        elements.marks(
            [
                f"The public site is not up to date: building it failed {display_words.when(last[0], now)}. "
                "It is tried again by itself. For the reason, run: python start.py publish"
            ],
            "alarm",
        )
