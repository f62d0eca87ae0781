"""Help that was promised and is missing now: the volunteer rests, is ill, or has left. It comes back first.

Who rests keeps the people they help: their match stays, and somebody covers for them meanwhile.
"""

from collections.abc import Collection, Iterable
from datetime import datetime

from community.book import Reader
from community.tables.canonical import instant
from community.tables.row_types import MatchRow, NeedRow, VolunteerRow
from community.tables.statuses import AGREED, MatchStatus, VolunteerStatus
from community.tables.vocabulary import Recurs


def away(reader: Reader, now: datetime, volunteer_ids: Collection[str] | None = None) -> frozenset[str]:
    """Those of these volunteers (of all, when None) who rest, or wait until a day that has not come."""
    if volunteer_ids is not None and not volunteer_ids:
        return frozenset()
    found = reader.rows(
        VolunteerRow,
        lambda c: [
            (c.status == VolunteerStatus.PAUSED) | (c.hold_until > instant(now)),
            *([c.id.in_(volunteer_ids)] if volunteer_ids is not None else []),
        ],
        order=None,
        columns=lambda c: (c.id,),
    )
    return frozenset(v.id for v in found)


def is_covered_for(match: MatchRow, gone: Collection[str], status: str | None = None) -> bool:
    """Whether somebody else may have the place meanwhile: it is agreed, and the volunteer is among those gone.

    Where nobody has said yes yet nothing was promised: whoever rings hears that they are away. `status` is the match's
    as an action leaves it; else as it is.
    """
    return (status or match.status) in AGREED and match.volunteer_id in gone


def promised(
    reader: Reader, needs: Iterable[NeedRow], matches: Iterable[MatchRow], gone: Collection[str]
) -> frozenset[str]:
    """Which of these open needs had somebody who agreed and does not come now: away, called off, or gone for good.

    `matches` are those of the needs, of every status (`id`, `need_id`, `volunteer_id` and `status` are read).
    """
    weekly = {n.id: n.recurs == Recurs.WEEKLY for n in needs}
    found: set[str] = set()
    cancelled: dict[str, str] = {}
    for match in matches:
        need = match.need_id
        if need not in weekly:
            continue
        if is_covered_for(match, gone) or (match.status == MatchStatus.COMPLETED and weekly[need]):
            found.add(need)
        elif match.status == MatchStatus.CANCELLED:
            cancelled[match.id] = need
    return frozenset(found | {cancelled[one] for one in _once_agreed(reader, cancelled)})


def _once_agreed(reader: Reader, match_ids: Collection[str]) -> set[str]:
    """Those of these matches that the volunteer had said yes to."""
    if not match_ids:
        return set()
    changes = reader.changes(
        table="matches",
        where=lambda c: [c.field == "status", c.now == MatchStatus.ACCEPTED, c.record_id.in_(list(match_ids))],
    )
    return {change.record_id for change in changes}
