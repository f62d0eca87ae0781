"""Where a need stands, derived from its matches."""

from collections.abc import Iterable
from typing import Literal

from community.book import Row

Stage = Literal["waiting", "proposed", "approved", "agreed", "under way", "closed"]
_STAGE: dict[str, Stage] = {
    "active": "under way",
    "accepted": "agreed",
    "offered": "approved",
    "approved": "approved",
    "proposed": "proposed",
}


def need_stage(need: Row, matches: Iterable[Row]) -> Stage:
    """The furthest that any match of the need has come; waiting when there is none."""
    if need["status"] == "closed":
        return "closed"
    status = furthest(m["status"] for m in matches if m["need_id"] == need["id"])
    return _STAGE[status] if status else "waiting"


def furthest(statuses: Iterable[str]) -> str | None:
    """Of the statuses of a need's matches the one that has come furthest; None where none is on its way."""
    there = set(statuses)
    return next((status for status in _STAGE if status in there), None)
