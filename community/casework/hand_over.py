"""What waits beyond the user's own list: how much, and whose it is, with nothing about anybody."""

from collections import Counter
from dataclasses import replace
from datetime import datetime

from community.casework.kept_worklist import list_of_today
from community.casework.user import User, WorkContext
from community.tables.roles import Role
from community.tables.vocabulary import LineKind


def beyond_you(context: WorkContext, now: datetime) -> Counter[tuple[LineKind, str | None]]:
    """How many lines the director's list holds that are not on this user's, by kind and hub: figures, no records."""
    whole = replace(context, user=User("", Role.DIRECTOR))
    mine = {(item.id, item.kind) for item in list_of_today(context, now)}
    counts: Counter[tuple[LineKind, str | None]] = Counter()
    for item in list_of_today(whole, now):
        if item.count == 1 and (item.id, item.kind) not in mine:
            counts[item.kind, item.hub] += 1
    return counts
