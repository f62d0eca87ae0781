"""The stage that a need has reached, derived from its matches."""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum

from community.tables.canonical import instant
from community.tables.row_types import MatchRow, NeedRow
from community.tables.statuses import MatchStatus, NeedStatus


class Stage(StrEnum):
    """How far a need has come."""

    WAITING = "waiting"
    PROPOSED = "proposed"
    APPROVED = "approved"
    AGREED = "agreed"
    UNDER_WAY = "under way"
    CLOSED = "closed"


_STAGE: dict[str, Stage] = {
    MatchStatus.ACTIVE: Stage.UNDER_WAY,
    MatchStatus.ACCEPTED: Stage.AGREED,
    MatchStatus.OFFERED: Stage.APPROVED,
    MatchStatus.APPROVED: Stage.APPROVED,
    MatchStatus.PROPOSED: Stage.PROPOSED,
}


def need_stage(need: NeedRow, matches: Iterable[MatchRow]) -> Stage:
    """The furthest that any match of the need has come; waiting when there is none."""
    if need.status == NeedStatus.CLOSED:
        return Stage.CLOSED
    status = furthest(m.status for m in matches if m.need_id == need.id)
    return _STAGE[status] if status else Stage.WAITING


def furthest(statuses: Iterable[str]) -> str | None:
    """The status that has come furthest among those of a need's matches; None where no match is on its way."""
    there = set(statuses)
    return next((status for status in _STAGE if status in there), None)


def empty_places(need: NeedRow, matches: Iterable[MatchRow], given: int = 0) -> int:
    """How many places of a need have neither a volunteer nor a proposal.

    `matches` are those that go on or are proposed, without those of volunteers who are away. `given` counts the places
    where help was given and is complete.
    """
    places = int(need.people or 1)
    return places - sum(1 for m in matches if m.need_id == need.id) - given


def waits(need: NeedRow, now: datetime) -> bool:
    """Whether the need has been put aside until a time that has not come."""
    return (need.hold_until or "") > instant(now)
