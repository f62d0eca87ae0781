"""Whether a volunteering role, or what a member offers, is still open on a day."""

from datetime import date

from community.tables.canonical import typed_day
from community.tables.row_types import OpportunityRow, ServiceRow
from community.tables.statuses import ListingStatus
from community.tables.support_vocabulary import UNTIL, ServiceKind


def is_past(role: OpportunityRow, today: str) -> bool:
    """Whether the last day to ask for the role is over."""
    return role.ends_on is not None and role.ends_on < today


def is_open_role(role: OpportunityRow, today: str) -> bool:
    """Whether the role may be asked for, and somebody introduced to it: it is approved, and its last day not over."""
    return role.status == ListingStatus.APPROVED and not is_past(role, today)


def is_offer(entry: ServiceRow) -> bool:
    """Whether the entry of the directory is something that a member offers."""
    return entry.kind == ServiceKind.MEMBER_OFFER


def until_of(entry: ServiceRow) -> date | None:
    """The last day of what a member offers; None where none was told, or the form kept words that are no day."""
    return typed_day(entry.get(UNTIL) or "")


def is_lapsed(entry: ServiceRow, today: str) -> bool:
    """Whether the last day of what a member offers is over. Words that are no day end nothing."""
    until = until_of(entry)
    return until is not None and until.isoformat() < today


def is_open_offer(entry: ServiceRow, today: str) -> bool:
    """Whether what a member offers may be had: it is approved, and its last day not over."""
    return is_offer(entry) and entry.status == ListingStatus.APPROVED and not is_lapsed(entry, today)
