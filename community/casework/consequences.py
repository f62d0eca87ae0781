"""What other people would lose by a step, so that a page can say so and ask before the step is taken."""

from collections.abc import Collection
from dataclasses import dataclass, field

from community.casework.casework_errors import NotFound
from community.casework.display_names import named
from community.casework.user import WorkContext
from community.casework.visibility import Visibility, looking, row_type_of
from community.tables.row_types import HelpRequestRow, MatchRow, NeedRow, ResidentRow, VolunteerRow
from community.tables.statuses import GOING_ON, GONE, MatchStatus, VolunteerStatus

_FROM = frozenset(
    {
        (VolunteerStatus.READY, VolunteerStatus.CHECKING),
        (VolunteerStatus.READY, VolunteerStatus.PAUSED),
        (VolunteerStatus.PAUSED, VolunteerStatus.CHECKING),
    }
)


@dataclass(frozen=True)
class AtStake:
    """One match that a step would end or leave alone: who relies on whom, as far as the user may read it."""

    match_id: str
    status: str
    task_type: str
    volunteer: str | None = field(repr=False)
    resident: str | None = field(repr=False)
    hub: str | None


def asks_first(status: str, to: str) -> bool:
    """Whether a volunteer's step from one status to another takes something from others, so that a page asks first."""
    return to in GONE or (status, to) in _FROM


def at_stake(context: WorkContext, record_id: str) -> list[AtStake]:
    """The matches proposed or under way of this volunteer, resident, need or request, those only proposed last.

    Matches of another hub are counted too, without a name. Raises NotFound.
    """
    with looking(context) as visible:
        visible.get(row_type_of(record_id), record_id)
        found = [match_at_stake(visible, match) for match in _matches(visible, record_id)]
    return sorted(found, key=lambda each: (each.status == MatchStatus.PROPOSED, each.resident or "", each.match_id))


def _matches(visible: Visibility, record_id: str) -> list[MatchRow]:
    kind, read = row_type_of(record_id), visible.reader.rows
    if kind is VolunteerRow:
        return read(MatchRow, lambda c: [c.volunteer_id == record_id, c.status.in_(GOING_ON)])
    needs: Collection[str] = {record_id}
    if kind in {HelpRequestRow, ResidentRow}:
        asked = read(
            NeedRow,
            lambda c: [(c.request_id if kind is HelpRequestRow else c.resident_id) == record_id],
            columns=lambda c: (c.id,),
            order=None,
        )
        needs = {need.id for need in asked}
    return read(MatchRow, lambda c: [c.need_id.in_(needs), c.status.in_(GOING_ON)])


def match_at_stake(visible: Visibility, match: MatchRow) -> AtStake:
    """Who relies on whom in this match, as far as the user may read it."""
    need = visible.reader.get(NeedRow, match.need_id)
    try:
        resident = named(visible, visible.get(NeedRow, match.need_id).id)
    except NotFound:
        resident = None
    return AtStake(
        match.id,
        match.status,
        need.task_type if need else "",
        named(visible, match.volunteer_id),
        resident,
        need.hub if need else None,
    )
