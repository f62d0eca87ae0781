"""How urgent a need is by now: who has waited longer than the response time counts as more urgent than they said."""

from dataclasses import dataclass
from datetime import date, datetime

from community.casework.user import WorkContext
from community.casework.visibility import looking
from community.settings import ResponseDays
from community.tables.canonical import LONDON, moment
from community.tables.row_types import HelpRequestRow, NeedRow, VisitRow
from community.tables.statuses import NeedStatus, RequestStatus, VisitStatus
from community.tables.vocabulary import URGENCIES, Urgency
from community.wording import span, wording

USUAL = Urgency.THIS_WEEK
"""What counts where nobody said how soon."""


@dataclass(frozen=True)
class AgedUrgency:
    """What was said, what it counts as now, and for how many whole days somebody has waited, London time."""

    said: Urgency
    counts_as: Urgency
    days: int

    @property
    def why(self) -> str:
        """Why it counts as more urgent than was said, in a sentence; empty where it does not."""
        if self.counts_as == self.said:
            return ""
        soon = wording().urgency
        return f"Counts as “{soon[self.counts_as]}”: asked for “{soon[self.said]}”, and has waited {span(self.days)}."


def urgency_by_now(
    settings: ResponseDays, urgency: str | None, asked: str, now: datetime, helped_on: str | None = None
) -> AgedUrgency:
    """The urgency by now of what was asked at that time.

    Each response time that passes makes it one step more urgent, and then the next step's response time begins. Help
    wanted whenever it suits rises to `whenever_up_to` at most. `helped_on`: the last day on which they had this help,
    from which on they wait again.
    """
    said = Urgency(urgency) if urgency in URGENCIES else USUAL
    since = moment(asked).astimezone(LONDON).date()
    if helped_on:
        since = max(since, date.fromisoformat(helped_on))
    days = max((now.astimezone(LONDON).date() - since).days, 0)
    place, left = URGENCIES.index(said), days
    most = URGENCIES.index(settings.whenever_up_to if said == Urgency.WHENEVER else Urgency.TODAY)
    while place < most and left >= settings.of(Urgency(URGENCIES[place])):
        left -= settings.of(Urgency(URGENCIES[place]))
        place += 1
    return AgedUrgency(said, Urgency(URGENCIES[place]), days)


def why_raised(context: WorkContext, row: NeedRow | HelpRequestRow) -> str:
    """Why this open need, or this request that waits, counts as more urgent than was said; empty where it does not."""
    if row.status in {NeedStatus.CLOSED, RequestStatus.CLOSED, RequestStatus.TRIAGED}:
        return ""
    settings, now = context.settings.response_days, context.clock()
    if isinstance(row, HelpRequestRow):
        return urgency_by_now(settings, row.urgency, row.at, now).why
    with looking(context) as visible:
        visits = visible.reader.rows(VisitRow, lambda c: [c.need_id == row.id, c.status == VisitStatus.DONE])
    last = max((visit.on for visit in visits if visit.on), default=None)
    return urgency_by_now(settings, row.urgency, row.asked_at or row.at, now, last).why
