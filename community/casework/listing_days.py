"""Whether a volunteering role, or what a member offers, is still open on a day."""

from community.tables.row_types import OpportunityRow, ServiceRow
from community.tables.statuses import ListingStatus
from community.tables.support_vocabulary import ServiceKind

UNTIL, SORT = "extra.until", "extra.sort"
"""The added answers of an offer that say until which day it is open, and what sort of thing it is."""


def is_past(role: OpportunityRow, today: str) -> bool:
    """Whether the last day to ask for the role is over."""
    return role.ends_on is not None and role.ends_on < today


def is_open_role(role: OpportunityRow, today: str) -> bool:
    """Whether somebody may be introduced to the role."""
    return role.status == ListingStatus.APPROVED and not is_past(role, today)


def is_offer(entry: ServiceRow) -> bool:
    """Whether the entry of the directory is something that a member offers."""
    return entry.kind == ServiceKind.MEMBER_OFFER


def is_lapsed(entry: ServiceRow, today: str) -> bool:
    """Whether the last day of what a member offers is over."""
    until: str | None = entry.get(UNTIL)
    return is_offer(entry) and until is not None and until < today
