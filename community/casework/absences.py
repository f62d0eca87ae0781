"""Help that was promised and is missing now, because the volunteer is resting, is ill or has left.

Volunteers who rest keep the people they help: the match stays, and somebody else covers for them meanwhile.
"""

from collections.abc import Collection, Iterable
from datetime import datetime

from community.book import Reader, among
from community.casework.calls_to_make import NO_MORE, WORDS
from community.tables.canonical import instant
from community.tables.row_types import ContactRow, MatchRow, NeedRow, VolunteerRow
from community.tables.statuses import AGREED, MatchStatus, VolunteerStatus
from community.tables.vocabulary import Recurs


def away(reader: Reader, now: datetime, volunteer_ids: Collection[str] | None = None) -> frozenset[str]:
    """The ids of those volunteers (among all, when None) who are resting, or away until a day that has not come."""
    if volunteer_ids is not None and not volunteer_ids:
        return frozenset()
    found = reader.rows(
        VolunteerRow,
        lambda c: [
            (c.status == VolunteerStatus.PAUSED) | (c.hold_until > instant(now)),
            *([among(c.id, volunteer_ids)] if volunteer_ids is not None else []),
        ],
        order=None,
        columns=lambda c: (c.id,),
    )
    return frozenset(v.id for v in found)


def is_away(volunteer: VolunteerRow, now: datetime) -> bool:
    """Whether this volunteer is resting, or away until a day that has not come."""
    return volunteer.status == VolunteerStatus.PAUSED or (volunteer.hold_until or "") > instant(now)


def went_away(reader: Reader, volunteer: VolunteerRow) -> str:
    """When somebody last wrote down that this volunteer rests or is away until a day; an instant."""
    changes = reader.changes(
        table=VolunteerRow.TABLE,
        record_id=volunteer.id,
        where=lambda c: [c.field.in_(("status", "hold_until")), c.conflict.is_(None)],
        newest_first=True,
        limit=1,
    )
    return changes[0].at if changes else volunteer.at


def is_covered_for(match: MatchRow, gone: Collection[str], status: str | None = None) -> bool:
    """Whether somebody else may have the place meanwhile: the match is agreed, and its volunteer is among those gone.

    Until the volunteer has said yes nothing is promised, and the person who rings them hears that they are away.
    `status` is the status in which an action leaves the match; without it, the match's own status counts.
    """
    return (status or match.status) in AGREED and match.volunteer_id in gone


def promised(
    reader: Reader, needs: Iterable[NeedRow], matches: Iterable[MatchRow], gone: Collection[str]
) -> frozenset[str]:
    """The open needs whose volunteer had agreed and does not come now: away, called off, gone for good, or erased.

    `matches` are those of the needs, of every status (`id`, `need_id`, `volunteer_id` and `status` are read).
    """
    asked = {n.id: n for n in needs}
    theirs = [m for m in matches if m.need_id in asked]
    agreed = once_agreed(reader, [m.id for m in theirs if m.status == MatchStatus.CANCELLED])
    found = {m.need_id for m in theirs if is_missing(m, asked[m.need_id], gone, agreed)}
    return frozenset(found | _left_by_the_erased(reader, asked))


def is_missing(match: MatchRow, need: NeedRow, gone: Collection[str], once: Collection[str]) -> bool:
    """Whether help of this match was agreed and does not come now; `once`: cancelled matches that were agreed once."""
    if is_covered_for(match, gone) or (match.status == MatchStatus.COMPLETED and need.recurs == Recurs.WEEKLY):
        return True
    return match.status == MatchStatus.CANCELLED and match.id in once


def is_left_by_the_erased(call: ContactRow) -> bool:
    """Whether this call about a need is one to a resident who expected a volunteer who was erased."""
    return call.words == WORDS[NO_MORE]


def _left_by_the_erased(reader: Reader, needs: Collection[str]) -> set[str]:
    """Those of these needs whose resident expected a volunteer who was erased: the call to them is about the need."""
    calls = reader.rows(
        ContactRow,
        lambda c: [c.words == WORDS[NO_MORE], among(c.about, needs)],
        order=None,
        columns=lambda c: (c.about,),
    )
    return {call.about for call in calls if call.about is not None}


def once_agreed(reader: Reader, match_ids: Collection[str]) -> set[str]:
    """The ids of the matches to which the volunteer had once said yes."""
    if not match_ids:
        return set()
    changes = reader.changes(
        table="matches",
        where=lambda c: [
            c.field == "status",
            c.now == MatchStatus.ACCEPTED,
            c.conflict.is_(None),
            among(c.record_id, match_ids),
        ],
    )
    return {change.record_id for change in changes}
