"""What follows when a need closes, a volunteer leaves or somebody is erased: matches end, and who is to hear of it."""

from collections.abc import Collection

from community.book import Append, Reader
from community.casework.calls_to_make import CALLED_OFF, NO_MORE, PERHAPS, open_call
from community.casework.life_calls import KEY_WITH_THEM
from community.casework.unit_of_work import UnitOfWork
from community.tables.message_codes import MessageKind
from community.tables.row_types import DoorKeyRow, HelpRequestRow, MatchRow, MessageRow, NeedRow
from community.tables.statuses import (
    AGREED,
    GOING_ON,
    LIVE,
    DoorKeyStatus,
    MatchStatus,
    MessageStatus,
    NeedStatus,
    RequestStatus,
)
from community.wording import spelled


def matches_of(unit: UnitOfWork, *, need_id: str | None = None, volunteer_id: str | None = None) -> list[MatchRow]:
    """The matches of a need or of a volunteer as the book has them, the earliest first."""
    whose = need_id, volunteer_id
    if whose not in unit.matches:
        unit.matches[whose] = unit.reader.rows(
            MatchRow, lambda c: [c.need_id == need_id if need_id is not None else c.volunteer_id == volunteer_id]
        )
    return unit.matches[whose]


def stop_match(unit: UnitOfWork, match: MatchRow, why: str | None) -> None:
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
            stop_match(unit, match, f"The need was closed: {spelled(reason)}")


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


_ASKED = AGREED | {MatchStatus.OFFERED}


def left_behind(reader: Reader, erased_ids: Collection[str]) -> list[Append]:
    """Open calls to those who relied on a match that goes with these records; to be written before these are erased.

    Each is about a record that stays: the resident's need, or the volunteer. None of them says who was erased.
    """
    ids = set(erased_ids)
    calls: dict[tuple[str, str], Append] = {}
    for match_id in sorted(one for one in ids if one.startswith("M-")):
        match = reader.get(MatchRow, match_id)
        need = reader.get(NeedRow, match.need_id) if match is not None else None
        if match is None or need is None or match.status not in _ASKED:
            continue
        if match.volunteer_id not in ids:
            calls[match.volunteer_id, CALLED_OFF] = open_call(CALLED_OFF, match.volunteer_id, match.volunteer_id)
        if need.resident_id and not {need.id, need.resident_id} & ids and (what := _heard(reader, match)):
            calls[need.id, what] = open_call(what, need.id, need.resident_id)
    return list(calls.values())


def _heard(reader: Reader, match: MatchRow) -> str | None:
    """What the resident is to be told of this match: that nobody comes, perhaps; None where they never heard of it."""
    told = {m.status for m in reader.rows(MessageRow, lambda c: [c.about == match.id, c.kind == MessageKind.WHO_COMES])}
    if match.status == MatchStatus.ACTIVE or told & {MessageStatus.SENT, MessageStatus.UNKNOWN}:
        return NO_MORE
    return PERHAPS if MessageStatus.BY_HAND in told else None
