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
    statuses = {m["status"] for m in matches if m["need_id"] == need["id"]}
    return next((stage for status, stage in _STAGE.items() if status in statuses), "waiting")
