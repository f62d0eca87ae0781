"""A volunteer who is wanted twice in one half-day: a warning to the coordinator, who asks whether both can be done."""

from community.casework.alternate_volunteers import whose_need
from community.casework.user import WorkContext
from community.casework.visibility import looking
from community.tables.canonical import split
from community.tables.row_types import MatchRow, NeedRow
from community.tables.statuses import GOING_ON, MatchStatus, NeedStatus


def same_half_day(context: WorkContext, match_id: str) -> tuple[str, ...]:
    """A sentence for each other need of this match's volunteer that asks for the same half-day, and for no other.

    Empty where this need could be met at more than one time. Two needs may well fit into one half-day, so no rule
    forbids it.
    """
    with looking(context) as visible:
        match = visible.get(MatchRow, match_id)
        need = visible.get(NeedRow, match.need_id)
        if len(split(need.slots)) != 1:
            return ()
        theirs = visible.reader.rows(
            MatchRow, lambda c: [c.volunteer_id == match.volunteer_id, c.status.in_(GOING_ON), c.need_id != need.id]
        )
        statuses = {each.need_id: each.status for each in theirs}
        others = visible.reader.rows(
            NeedRow, lambda c: [c.id.in_(list(statuses)), c.status == NeedStatus.OPEN, c.slots == need.slots]
        )
        return tuple(
            f"{_SO_FAR[statuses[other.id] == MatchStatus.PROPOSED]} for {whose_need(context, visible, other.id)}, the "
            "same half-day: ask whether they can do both."
            for other in others
        )


_SO_FAR = {True: "Also proposed", False: "Also chosen"}
