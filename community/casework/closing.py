"""What follows when a need closes or a volunteer leaves: every match proposed or promised is ended."""

from community.casework.life_calls import KEY_WITH_THEM
from community.casework.people_to_tell import open_call
from community.casework.unit_of_work import UnitOfWork
from community.tables.row_types import DoorKeyRow, HelpRequestRow, MatchRow, NeedRow
from community.tables.statuses import GOING_ON, LIVE, DoorKeyStatus, MatchStatus, NeedStatus, RequestStatus
from community.wording import spelled


def matches_of(unit: UnitOfWork, *, need_id: str | None = None, volunteer_id: str | None = None) -> list[MatchRow]:
    """The matches of a need or of a volunteer as the book has them, the earliest first."""
    whose = need_id, volunteer_id
    if whose not in unit.matches:
        unit.matches[whose] = unit.reader.rows(
            MatchRow, lambda c: [c.need_id == need_id if need_id is not None else c.volunteer_id == volunteer_id]
        )
    return unit.matches[whose]


def stop(unit: UnitOfWork, match: MatchRow, why: str | None) -> None:
    """Withdraw a match that is only proposed, or call off one that was promised; leave one that is over as it is."""
    if unit.status(match) == MatchStatus.PROPOSED:
        unit.move(match, MatchStatus.SUPERSEDED)
    elif unit.status(match) in LIVE:
        unit.move(match, MatchStatus.CANCELLED)
        unit.set(match, "ended_reason", why)


def close_need_whole(unit: UnitOfWork, need: NeedRow, reason: str) -> None:
    """Close a need with a reason and stop its matches."""
    unit.move(need, NeedStatus.CLOSED)
    unit.set(need, "closed_reason", reason)
    for match in matches_of(unit, need_id=need.id):
        if unit.status(match) in GOING_ON:
            stop(unit, match, f"The need was closed: {spelled(reason)}")


def close_request_if_all_done(unit: UnitOfWork, need: NeedRow) -> None:
    """Close the request when this was the last of its needs."""
    request = unit.reader.get(HelpRequestRow, need.request_id) if need.request_id else None
    if request is None or request.status == RequestStatus.CLOSED:
        return
    others = unit.reader.rows(NeedRow, lambda c: [c.request_id == request.id, c.id != need.id])
    if all(unit.status(o) == NeedStatus.CLOSED for o in others):
        unit.move(request, RequestStatus.CLOSED)
        unit.set(request, "closed_reason", unit.changes["needs", need.id, "closed_reason"].now)


def ask_for_keys(unit: UnitOfWork, volunteer_id: str) -> None:
    """Put a call to a volunteer who leaves on Today, where they still have a key to somebody's door."""
    if unit.reader.count(DoorKeyRow, lambda c: [c.held_by == volunteer_id, c.status == DoorKeyStatus.HELD]):
        unit.appends.append(open_call(KEY_WITH_THEM, volunteer_id, volunteer_id))
