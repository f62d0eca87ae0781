"""Help that was promised, is wanted today and is missing, whoever looks: for those on duty, who hear that it is so."""

from dataclasses import dataclass
from datetime import datetime

from community.book import Reader, among
from community.casework.absences import away, is_covered_for, promised
from community.casework.need_stages import waits
from community.casework.policies import holding
from community.tables.row_types import MatchRow, NeedRow
from community.tables.statuses import LIVE, MatchStatus, NeedStatus
from community.tables.vocabulary import Urgency


@dataclass(frozen=True)
class MissingToday:
    """A need whose volunteer had agreed and does not come, with the matches that came to nothing."""

    need_id: str
    match_ids: tuple[str, ...]


def missing_today(reader: Reader, now: datetime) -> list[MissingToday]:
    """The open needs that are wanted today, with a place empty that somebody had promised to fill."""
    wanted = reader.rows(NeedRow, lambda c: [c.status == NeedStatus.OPEN, c.urgency == Urgency.TODAY])
    needs = {need.id: need for need in wanted if not waits(need, now)}
    if not needs:
        return []
    matches = reader.rows(MatchRow, lambda c: [among(c.need_id, needs)])
    gone = away(reader, now, {match.volunteer_id for match in matches})
    lost = promised(reader, needs.values(), matches, gone)
    found = []
    for need in (needs[one] for one in sorted(lost)):
        mine = [match for match in matches if match.need_id == need.id]
        held = sum(match.status in LIVE | holding(need) and not is_covered_for(match, gone) for match in mine)
        if held < (need.people or 1):
            over = [m.id for m in mine if m.status == MatchStatus.CANCELLED or is_covered_for(m, gone)]
            found.append(MissingToday(need.id, tuple(sorted(over))))
    return found
