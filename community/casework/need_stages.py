"""Where a need stands, derived from its matches."""

from collections.abc import Iterable
from datetime import datetime
from typing import Literal

from community.book import Row
from community.tables.canonical import instant
from community.tables.statuses import MatchStatus, NeedStatus

Stage = Literal["waiting", "proposed", "approved", "agreed", "under way", "closed"]
_STAGE: dict[str, Stage] = {
    MatchStatus.ACTIVE: "under way",
    MatchStatus.ACCEPTED: "agreed",
    MatchStatus.OFFERED: "approved",
    MatchStatus.APPROVED: "approved",
    MatchStatus.PROPOSED: "proposed",
}


def need_stage(need: Row, matches: Iterable[Row]) -> Stage:
    """The furthest that any match of the need has come; waiting when there is none."""
    if need["status"] == NeedStatus.CLOSED:
        return "closed"
    status = furthest(m["status"] for m in matches if m["need_id"] == need["id"])
    return _STAGE[status] if status else "waiting"


def furthest(statuses: Iterable[str]) -> str | None:
    """Of the statuses of a need's matches the one that has come furthest; None where none is on its way."""
    there = set(statuses)
    return next((status for status in _STAGE if status in there), None)


def empty_places(need: Row, matches: Iterable[Row], given: int = 0) -> int:
    """How many places of a need nobody has, nor is proposed for.

    `matches` are those that go on or are proposed, without those of volunteers who are away; `given` places were filled
    and are done with.
    """
    places = int(need["people"] or 1)
    return places - sum(1 for m in matches if m["need_id"] == need["id"]) - given


def waits(need: Row, now: datetime) -> bool:
    """Whether somebody put the need aside until a time that has not come."""
    return (need["hold_until"] or "") > instant(now)
