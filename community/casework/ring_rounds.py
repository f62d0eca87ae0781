"""Snow, heat, a power cut: whoever wants to be rung then is put on Today, until everybody is accounted for."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime

from community.book import Action, Reader
from community.casework.calls_to_make import open_call
from community.casework.casework_errors import NotNow
from community.casework.life_calls import LIFE_WORDS, ROUND_HEAT, ROUND_POWER, ROUND_SNOW
from community.casework.life_frame import is_here
from community.casework.unit_of_work import UnitOfWork, do
from community.casework.user import WorkContext
from community.casework.visibility import looking
from community.tables.canonical import LONDON, instant, split
from community.tables.row_types import ContactRow, ResidentRow
from community.tables.statuses import ContactStatus
from community.tables.support_vocabulary import AtRiskIn
from community.tables.verbs import Verb

_WORDS = {AtRiskIn.SNOW: ROUND_SNOW, AtRiskIn.HEAT: ROUND_HEAT, AtRiskIn.POWER_CUT: ROUND_POWER}


@dataclass(frozen=True)
class RingRound:
    """Who is at risk, and who of them was rung about it today."""

    to_ring: tuple[ResidentRow, ...] = field(repr=False)
    """They are at risk, and not on Today for it yet."""
    waiting: tuple[tuple[str, ResidentRow], ...] = field(repr=False)
    """They are on Today: the call, and who it is."""
    reached: int
    """So many were rung today."""


def ring_round(context: WorkContext, why: AtRiskIn) -> RingRound:
    """How it stands with everybody within sight who ticked this."""
    with looking(context) as visible:
        people = [
            one
            for one in visible.rows(ResidentRow, lambda c: [c.at_risk_in.is_not(None)])
            if _is_at_risk(one, why, context.clock())
        ]
        calls = _calls(visible.reader, context, why)
        ids = {one.id: one for one in people}
        waiting = [c for c in calls if c.status == ContactStatus.OPEN]
        on_today = {call.with_whom for call in calls}
        return RingRound(
            tuple(one for one in people if one.id not in on_today),
            tuple((call.id, ids[call.with_whom]) for call in waiting if call.with_whom in ids),
            sum(c.status == ContactStatus.DEALT_WITH and c.with_whom in ids for c in calls),
        )


def begin_ring_round(context: WorkContext, why: AtRiskIn, people: Collection[str]) -> Action:
    """Put these people, whom the page showed, on Today to be rung now; whoever is there for it already stays as it is.

    Raises NotFound for somebody out of sight, and NotNow where nobody is left to ring.
    """

    def work(unit: UnitOfWork) -> None:
        there = {call.with_whom for call in _calls(unit.reader, context, why)}
        for one in people:
            resident = unit.take(ResidentRow, one)
            if _is_at_risk(resident, why, unit.now) and one not in there:
                unit.appends.append(open_call(_WORDS[why], one, one))
        if not unit.appends:
            raise NotNow("Everybody who wants to be rung is on Today already, or was rung today.")

    return do(context, Verb.RING_ROUND, work)[0]


def _is_at_risk(resident: ResidentRow, why: AtRiskIn, now: datetime) -> bool:
    """Whether they ticked this, and are not in hospital or away until a day that has not come."""
    is_away = (resident.away_until or "") > now.astimezone(LONDON).date().isoformat()
    return why in split(resident.at_risk_in) and is_here(resident) and not is_away


def _calls(reader: Reader, context: WorkContext, why: AtRiskIn) -> list[ContactRow]:
    """The calls of this round: those that are still to be made, and those that were made today."""
    midnight = context.clock().astimezone(LONDON).replace(hour=0, minute=0, second=0, microsecond=0)
    calls = reader.rows(ContactRow, lambda c: [c.words == LIFE_WORDS[_WORDS[why]]])
    return [c for c in calls if c.status == ContactStatus.OPEN or c.changed_at >= instant(midnight)]
