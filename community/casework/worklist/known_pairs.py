"""Proposals for two who know each other already, as pieces of the list: they may be approved together."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from community.casework.concern_caution import is_cautioned
from community.casework.worklist.worklist_view import View
from community.tables.row_types import MatchRow, NeedRow, PairRow, ResidentRow, VisitRow, VolunteerRow
from community.tables.statuses import MatchStatus, VisitStatus


@dataclass(frozen=True)
class KnownPair:
    """A proposal for two who know each other: who would come, to whom, for what."""

    match_id: str
    task_type: str
    volunteer: str | None = field(repr=False)
    resident: str | None = field(repr=False)
    visits: int
    """How often this volunteer has visited them."""


def read_ahead_of_two(view: View, needs: Sequence[NeedRow | None], matches: Sequence[MatchRow]) -> None:
    """Read together whom the residents of these needs know, where somebody is proposed."""
    look, proposed = view.visible.look, {m.need_id for m in matches if m.status == MatchStatus.PROPOSED}
    residents = {need.resident_id for need in needs if need is not None and need.id in proposed}
    look.read_ahead_of(VisitRow, "resident_id", residents)
    look.read_ahead_of(PairRow, "resident_id", residents)


def known_pair(view: View, match: MatchRow, need: NeedRow) -> KnownPair | None:
    """The two of this proposal, if they know each other; None too where one speaks to the lead about them first."""
    look, who = view.visible.look, match.volunteer_id
    visits = sum(
        visit.volunteer_id == who and visit.status == VisitStatus.DONE
        for visit in look.of(VisitRow, "resident_id", need.resident_id)
    )
    introduced = any(pair.volunteer_id == who for pair in look.of(PairRow, "resident_id", need.resident_id))
    if not (visits or introduced) or is_cautioned(view.reader, match):
        return None
    comes, to = view.visible.find(VolunteerRow, who), view.visible.find(ResidentRow, need.resident_id)
    return KnownPair(match.id, need.task_type, comes.name if comes else None, to.name if to else None, visits)
