"""What the matching says at once about the needs that one triage made."""

from dataclasses import dataclass, field

from community.casework.match_explanations import why_unmatched
from community.casework.user import WorkContext
from community.casework.visibility import looking
from community.tables.canonical import split_sentences
from community.tables.row_types import MatchRow, NeedRow, VolunteerRow
from community.tables.statuses import GOING_ON, NeedStatus
from community.tables.verbs import Verb, verb_of


@dataclass(frozen=True)
class Arrived:
    """One new need: who is proposed for it and why, or what would help where nobody is."""

    need_id: str
    task_type: str
    match_id: str | None
    volunteer: str | None = field(repr=False)
    why: tuple[str, ...]
    remedy: str | None


def arrived(context: WorkContext, action_id: str) -> list[Arrived]:
    """The needs within sight that this action made, as they stand now; empty for any other kind of action."""
    if verb_of(action_id) is not Verb.TRIAGE:
        return []
    found = []
    with looking(context) as visible:
        made = [one for table, one in visible.reader.added(action_id) if table == "needs"]
        for need in visible.rows(NeedRow, lambda c: [c.id.in_(made), c.status == NeedStatus.OPEN]):
            matches = visible.rows(MatchRow, lambda c: [c.need_id == need.id, c.status.in_(GOING_ON)])  # noqa: B023
            match = matches[0] if matches else None
            name = visible.get(VolunteerRow, match.volunteer_id).name if match else None
            why = split_sentences(match.why) if match else ()
            found.append(Arrived(need.id, need.task_type, match.id if match else None, name, why, None))
    return [each if each.match_id else _with_remedy(context, each) for each in found]


def _with_remedy(context: WorkContext, new: Arrived) -> Arrived:
    left = why_unmatched(context, new.need_id)
    return new if left is None else Arrived(new.need_id, new.task_type, None, None, (), left.remedy)
