"""The worklist: all that needs a person now, in one list, so that nobody who asked or offered is forgotten."""

from datetime import datetime

from community.casework.user import WorkContext
from community.casework.worklist.carried_items import carrying
from community.casework.worklist.idle_volunteers import asked_at
from community.casework.worklist.kept_list import KeptList
from community.casework.worklist.known_pairs import KnownPair
from community.casework.worklist.request_items import CRISIS
from community.casework.worklist.worklist_item import URGENT, WorklistItem, pressing
from community.casework.worklist.worklist_view import View

__all__ = [
    "CRISIS", "URGENT", "KeptList", "KnownPair", "View", "WorklistItem", "asked_at", "carrying", "pressing", "today",
]  # fmt: skip


def today(context: WorkContext, now: datetime) -> list[WorklistItem]:
    """Everything that waits for this user, the most pressing first, made from nothing.

    The list holds only what the user may see and do: a coordinator's is about their hub.
    """
    return list(KeptList().at(context, now))
