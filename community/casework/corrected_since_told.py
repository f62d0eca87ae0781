"""What was put right in the spreadsheet after a volunteer had heard of it: nobody decided it here, so nobody was rung.

A correction in the dashboard puts its call on Today itself (`calls_after`). One from the spreadsheet passes
through no action of ours: whether somebody must hear of it is read from the history, on whichever machine looks.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta

from community.book import Reader, among
from community.casework.calls_after_actions import HOW_TO_REACH
from community.casework.changed_times import ASKED_WITH, asks_for_what_was, last_heard
from community.casework.failed_messages import is_soon
from community.casework.user import WorkContext
from community.casework.visibility import looking
from community.tables.canonical import instant
from community.tables.row import ChangeRow
from community.tables.row_types import ContactRow, MatchRow, NeedRow, ResidentRow
from community.tables.statuses import AGREED, ContactStatus, MatchStatus
from community.tables.vocabulary import Channel

NEWS = timedelta(days=14)
"""What was put right longer ago has stood on Today for long."""
_IN_SHEET = (Channel.SHEET, Channel.GOOGLE_FORM)


def touched_in_sheet(reader: Reader) -> set[str]:
    """The ids of residents and needs of which the spreadsheet changed anything that a volunteer is told."""
    found = reader.changes(
        where=lambda c: [
            c.by.in_(_IN_SHEET),
            c.table.in_((ResidentRow.TABLE, NeedRow.TABLE)),
            c.field.in_(HOW_TO_REACH | ASKED_WITH),
        ]
    )
    return {change.record_id for change in found}


def corrected_at(reader: Reader, match: MatchRow, need: NeedRow) -> str | None:
    """Since when the volunteer of this match knows something that the spreadsheet has put right; None where nothing."""
    if match.status == MatchStatus.OFFERED:
        asked = asks_for_what_was(reader, match)
        return _differs(reader, need, ASKED_WITH, last_heard(reader, match)) if asked else None
    if match.status not in AGREED:
        return None
    times = _differs(reader, need, ASKED_WITH, last_heard(reader, match))
    resident = reader.get(ResidentRow, need.resident_id) if need.resident_id and match.released_at else None
    if resident is None:
        return times
    reach = _differs(reader, resident, HOW_TO_REACH, max(match.released_at or "", *_spoken_to(reader, match)))
    return min(filter(None, [times, reach]), default=None)


def pressing_corrections(reader: Reader, now: datetime) -> list[tuple[str, str]]:
    """Matches of today or tomorrow whose volunteer knows what the spreadsheet has put right lately, and since when."""
    matches = reader.rows(MatchRow, lambda c: [c.status.in_([*AGREED, MatchStatus.OFFERED])])
    needs = {need.id: need for need in reader.rows(NeedRow, lambda c: [among(c.id, {m.need_id for m in matches})])}
    ids = {one for need in needs.values() for one in (need.id, need.resident_id) if one}
    changed = reader.changes(
        where=lambda c: [among(c.record_id, ids), c.by.in_(_IN_SHEET), c.at >= instant(now - NEWS)]
    )
    touched = {change.record_id for change in changed}
    found = []
    for match in matches:
        need = needs.get(match.need_id)
        if need is not None and touched & {need.id, need.resident_id} and is_soon(reader, match, need, now):
            since = corrected_at(reader, match, need)
            found += [(match.id, since)] if since is not None else []
    return found


def must_hear_of_correction(context: WorkContext, match_id: str) -> bool:
    """Whether the volunteer of this match is to be told what the spreadsheet has put right. Raises NotFound."""
    with looking(context) as visible:
        match = visible.get(MatchRow, match_id)
        need = visible.reader.get(NeedRow, match.need_id)
        return need is not None and corrected_at(visible.reader, match, need) is not None


def _differs(reader: Reader, row: ResidentRow | NeedRow, fields: frozenset[str], heard: str) -> str | None:
    """When the first of these fields was put right in the spreadsheet since they heard, and is not back as it was."""
    found: dict[str, ChangeRow] = {}
    for change in reader.changes(
        record_id=row.id,
        where=lambda c: [c.table == row.TABLE, c.field.in_(fields), c.at > heard, c.conflict.is_(None)],
    ):
        if change.by in _IN_SHEET or _takes_back(reader, change):
            found.setdefault(change.field, change)
    return min((change.at for name, change in found.items() if change.was != row[name]), default=None)


def _takes_back(reader: Reader, change: ChangeRow) -> bool:
    """Whether this undid, here, what the spreadsheet had put right."""
    undone = reader.changes(action=change.undoes, limit=1) if change.undoes else []
    return bool(undone) and undone[0].by in _IN_SHEET


def _spoken_to(reader: Reader, match: MatchRow) -> Iterator[str]:
    """When somebody was in touch with the volunteer about this."""
    yield ""
    for talk in reader.rows(
        ContactRow,
        lambda c: [c.about == match.id, c.with_whom == match.volunteer_id, c.status == ContactStatus.DEALT_WITH],
    ):
        yield talk.changed_at
