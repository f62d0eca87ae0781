"""Whom to tell when one of the two people of a match is erased, and with them the match: nobody waits in vain."""

from collections.abc import Collection

from community.book import Append, Reader
from community.casework.people_to_tell import CALLED_OFF, NO_MORE, PERHAPS, open_call
from community.tables.message_codes import MessageKind
from community.tables.row_types import MatchRow, MessageRow, NeedRow
from community.tables.statuses import AGREED, MatchStatus, MessageStatus

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
