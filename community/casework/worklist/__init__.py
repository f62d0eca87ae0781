"""The worklist: all that needs a person now, in one list, so that nobody who asked or offered is forgotten."""

from datetime import datetime

from community.casework.match_messages import last_offers
from community.casework.one_look import looking_once
from community.casework.user import WorkContext
from community.casework.whole_board import remedies_of
from community.casework.worklist.message_items import message_items
from community.casework.worklist.need_items import help_items
from community.casework.worklist.request_items import CRISIS, request_items
from community.casework.worklist.sheet_items import sheet_items
from community.casework.worklist.volunteer_items import carrying, people_items, unused
from community.casework.worklist.worklist_item import URGENT, View, WorklistItem, pressing

__all__ = ["CRISIS", "URGENT", "View", "WorklistItem", "carrying", "pressing", "request_items", "today", "unused"]


def today(context: WorkContext, now: datetime) -> list[WorklistItem]:
    """Everything that waits for this user, the most pressing first.

    The list holds only what the user may see and do: a coordinator's is about their hub.
    """
    with looking_once(context) as visible:
        view = View(context, visible, now, remedies_of(context))
        asked = last_offers(visible)
        found = [
            *request_items(view),
            *help_items(view, asked),
            *message_items(view, asked),
            *people_items(view),
            *sheet_items(view),
        ]
        found = [item for item in found if item.count > 1 or (item.id, item.kind) not in view.put_off]
    return sorted(found, key=pressing)
