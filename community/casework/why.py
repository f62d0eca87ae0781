"""Why this volunteer, who else, why not that one, and why nobody."""

from dataclasses import dataclass, field

from community.book import Row
from community.casework.board import Frames, by_volunteers, frames, frames_of_two
from community.casework.proposing import Unmatched, left_over
from community.casework.remembered import last_known, remembered
from community.casework.sight import Sight, looking
from community.casework.user import Desk
from community.matching import candidates, encode, propose
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
    """Up to three others for the need of this match, whichever hub they belong to: name and sector, nothing more."""
    board = _board(desk, keep_seen=False)
    with looking(desk) as sight:
        match = sight.get("matches", match_id)
        need = sight.get("needs", match["need_id"])
        this = board.needs[board.needs["need_id"] == need["id"]]
        if this.empty:
            return []
        found = candidates(board.volunteers, this)
        cost = dict(zip(found["volunteer_id"].tolist(), found["cost"].tolist(), strict=True))
        own = cost.get(match["volunteer_id"], match["cost"] or 0)
        on_need = {m["volunteer_id"] for m in sight.reader.rows("matches", lambda c: [c.need_id == need["id"]])}
        best = sorted((c, v) for v, c in cost.items() if v not in on_need)[:MOST]
        if not best:
            return []
        people = {v["id"]: v for v in sight.reader.rows("volunteers", lambda c: [c.id.in_([v for _, v in best])])}
        few = encode(board.volunteers[board.volunteers["volunteer_id"].isin(list(people))], this)
        return [
            Alternate(
                volunteer,
                people[volunteer]["name"],
                people[volunteer]["sector"],
                people[volunteer]["hub"],
                tuple(board.reasons(few, need["id"], volunteer)),
                points - own,
                len(_proposals_of(sight, volunteer)),
            )
            for points, volunteer in best
            if volunteer in people
        ]


def why_not(desk: Desk, need_id: str, volunteer_id: str) -> str | None:
    """The first hard rule that stands between the two, in words; None where none does."""
    with looking(desk) as sight:
        need, volunteer = sight.get("needs", need_id), sight.get("volunteers", volunteer_id)
        if volunteer["status"] != "ready":
            return "This volunteer is not ready to be asked."
        if not by_volunteers(need, desk.settings):
            return "The hub's own people deal with this kind of help."
        two = frames_of_two(sight.reader, desk.settings, desk.clock(), need, volunteer_id)
        return matching_why_not((two.volunteers, two.needs), need_id, volunteer_id, pinned=two.pinned)


def unmatched(desk: Desk) -> list[Unmatched]:
    """The needs within sight for which nobody is left, if the whole board were matched now, with the reasons.

    Worked out once until somebody writes to the book or a quarter hour begins: at a town's size, in about a tenth of a
    second.
    """

    def make() -> tuple[Unmatched, ...]:
        board = _board(desk, keep_seen=True)
        return left_over(propose(board.volunteers, board.needs, pinned=board.pinned))

    found = remembered(desk.book, desk.clock(), _UNMATCHED, make)
    with looking(desk) as sight:
        mine = {n["id"] for n in sight.rows("needs", lambda c: [c.status == "open"], order=None, columns=("id",))}
    return [each for each in found if each.need_id in mine]


def why_unmatched(desk: Desk, need_id: str) -> Unmatched | None:
    """What emptied the pool of this need, and the cheapest change that would fill it; None where somebody is free."""
    return next((each for each in unmatched(desk) if each.need_id == need_id), None)


def remedies_known(desk: Desk) -> dict[str, str]:
    """By need, the remedy found when the board was last matched in this process. A moment old, perhaps, and free."""
    return {each.need_id: each.remedy for each in last_known(desk.book, _UNMATCHED) or ()}


_UNMATCHED = "unmatched"


def _board(desk: Desk, *, keep_seen: bool) -> Frames:
    def make() -> Frames:
        with desk.book.reading() as reader:
            return frames(reader, desk.settings, desk.clock(), keep_seen=keep_seen)

    return remembered(desk.book, desk.clock(), f"frames, seen kept: {keep_seen}", make)


def _proposals_of(sight: Sight, volunteer_id: str) -> list[Row]:
    return sight.reader.rows("matches", lambda c: [c.status == "proposed", c.volunteer_id == volunteer_id])
