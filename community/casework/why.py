"""Why this volunteer, who else, why not that one, and why nobody: for one need at a time."""

from dataclasses import dataclass, field

from community.book import Row
from community.casework.board import by_volunteers, frames_of
from community.casework.errors import NotFound
from community.casework.proposing import Unmatched, left_over
from community.casework.sight import Sight, looking
from community.casework.user import Desk
from community.matching import candidates, encode, propose, reasons
from community.matching import why_not as matching_why_not

MOST = 3


@dataclass(frozen=True)
class Alternate:
    """Somebody else whom every hard rule allows, cheapest first; `extra`: points dearer than the one proposed."""

    volunteer_id: str
    name: str | None = field(repr=False)
    sector: str | None
    hub: str | None
    why: tuple[str, ...]
    extra: int
    proposed_for: int
    """How many other needs they are proposed for now: choosing them here may take them away there."""


def why(desk: Desk, match_id: str) -> list[str]:
    """The reasons for a match, in words, as they were when it was proposed or chosen."""
    with looking(desk) as sight:
        words = sight.get("matches", match_id)["why"]
    return words.split(". ") if words else []


def alternates(desk: Desk, match_id: str) -> list[Alternate]:
    """Up to three others for the need of this match."""
    with looking(desk) as sight:
        match = sight.get("matches", match_id)
        need = sight.get("needs", match["need_id"])
        if not by_volunteers(need, desk.settings):
            return []
        board = frames_of(sight.reader, desk.settings, desk.clock(), need)
        found = candidates(board.volunteers, board.needs)
        cost = dict(zip(found["volunteer_id"].tolist(), found["cost"].tolist(), strict=True))
        own = cost.pop(match["volunteer_id"], match["cost"] or 0)
        on_need = {m["volunteer_id"] for m in _proposals(sight, need_id=need["id"])} | {
            volunteer for one, volunteer in board.pinned if one == need["id"]
        }
        best = sorted((c, v) for v, c in cost.items() if v not in on_need)[:MOST]
        people = {v["id"]: v for v in sight.reader.rows("volunteers", lambda c: [c.id.in_([v for _, v in best])])}
        here = board.volunteers["volunteer_id"].isin(list(people))
        few = encode(board.volunteers[here], board.needs) if best else None
        return [
            Alternate(
                volunteer,
                people[volunteer]["name"],
                people[volunteer]["sector"],
                people[volunteer]["hub"],
                tuple(reasons(few, need["id"], volunteer)) if few else (),
                points - own,
                len(_proposals(sight, volunteer_id=volunteer)),
            )
            for points, volunteer in best
        ]


def why_not(desk: Desk, need_id: str, volunteer_id: str) -> str | None:
    """The first hard rule that stands between the two, in words; None where none does."""
    with looking(desk) as sight:
        need, volunteer = sight.get("needs", need_id), sight.get("volunteers", volunteer_id)
        if volunteer["status"] != "ready":
            return "This volunteer is not ready to be asked."
        if not by_volunteers(need, desk.settings):
            return "The hub's own people deal with this kind of help."
        two = frames_of(sight.reader, desk.settings, desk.clock(), need, volunteer_ids=[volunteer_id])
        return matching_why_not((two.volunteers, two.needs), need_id, volunteer_id, pinned=two.pinned)


def why_unmatched(desk: Desk, need_id: str) -> Unmatched | None:
    """What emptied the pool of this need, and the cheapest change that would fill it; None where somebody is free.

    Proposals that somebody has looked at count as taken.
    """
    with looking(desk) as sight:
        need = sight.get("needs", need_id)
        if need["status"] != "open":
            raise NotFound("This need is closed.")
        if not by_volunteers(need, desk.settings):
            return None
        board = frames_of(sight.reader, desk.settings, desk.clock(), need, keep_seen=True)
    return next(iter(left_over(propose(board.volunteers, board.needs, pinned=board.pinned))), None)


def _proposals(sight: Sight, *, need_id: str | None = None, volunteer_id: str | None = None) -> list[Row]:
    return sight.reader.rows(
        "matches",
        lambda c: [
            c.status == "proposed",
            c.need_id == need_id if need_id is not None else c.volunteer_id == volunteer_id,
        ],
    )
