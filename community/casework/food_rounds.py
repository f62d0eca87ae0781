"""A day's food round: which parcels are packed, what must not be in them, the doors in order, and who was in."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from math import dist

from community.book import Action, among
from community.casework.casework_errors import NotNow
from community.casework.display_names import named
from community.casework.unit_of_work import UnitOfWork, do
from community.casework.user import WorkContext
from community.casework.visibility import looking
from community.settings import Settings
from community.tables.row_types import MatchRow, NeedRow, ResidentRow, VisitRow
from community.tables.statuses import AGREED, VisitStatus
from community.tables.verbs import Verb

_ON_THE_ROUND = (VisitStatus.PLANNED, VisitStatus.DONE, VisitStatus.NOT_IN, VisitStatus.NO_SHOW)
Point = tuple[float, float]


@dataclass(frozen=True)
class Parcel:
    """One parcel of a round: the match that brings it, for whom, and how it stands."""

    match: MatchRow
    need: NeedRow
    resident: ResidentRow = field(repr=False)
    day: str
    status: str
    """What became of the visit; `planned` while it is to come."""
    may_be_told: bool
    """Whether the volunteer has name and address already: a sheet for them leaves out what they may not know."""

    @property
    def is_packed(self) -> bool:
        """Whether it is packed for this day."""
        return self.match.packed_for == self.day

    @property
    def is_to_come(self) -> bool:
        """Whether it is still to be brought."""
        return self.status == VisitStatus.PLANNED


@dataclass(frozen=True)
class FoodRound:
    """What one volunteer brings that day, door by door."""

    volunteer_id: str
    name: str | None = field(repr=False)
    parcels: tuple[Parcel, ...] = field(repr=False)


def is_food(settings: Settings, task_type: str | None) -> bool:
    """Whether this kind of help brings food."""
    kind = settings.task_types.get(task_type or "")
    return kind is not None and kind.group == "food" and kind.in_person


def food_of_day(context: WorkContext, day: date) -> list[FoodRound]:
    """The rounds of this day within sight, by who goes. A first visit stands in its match alone until it was made."""
    on = day.isoformat()
    with looking(context) as visible:
        visits = {v.match_id: v for v in visible.rows(VisitRow, lambda c: [c.on == on, c.status.in_(_ON_THE_ROUND)])}
        first = visible.rows(MatchRow, lambda c: [c.first_on == on, c.status.in_(sorted(AGREED))])
        been = visible.rows(VisitRow, lambda c: [among(c.match_id, {m.id for m in first})], order=None)
        begun = {v.match_id for v in been}
        matches = {m.id: m for m in visible.rows(MatchRow, lambda c: [among(c.id, visits.keys())])}
        matches |= {m.id: m for m in first if m.id not in begun}
        needs = {n.id: n for n in visible.rows(NeedRow, lambda c: [among(c.id, {m.need_id for m in matches.values()})])}
        whom = {n.resident_id for n in needs.values() if n.resident_id}
        people = {p.id: p for p in visible.rows(ResidentRow, lambda c: [among(c.id, whom)])}
        found: dict[str, list[Parcel]] = defaultdict(list)
        for match in matches.values():
            need = needs.get(match.need_id)
            who = people.get(need.resident_id or "") if need else None
            if need is None or who is None or not is_food(context.settings, need.task_type):
                continue
            known = match.released_at is not None or match.proved_at is not None
            status = visits[match.id].status if match.id in visits else VisitStatus.PLANNED
            found[match.volunteer_id].append(Parcel(match, need, who, on, status, known))
        return [
            FoodRound(one, named(visible, one), tuple(in_order(parcels)))
            for one, parcels in sorted(found.items(), key=lambda each: named(visible, each[0]) or "")
        ]


def pack(context: WorkContext, match_ids: Collection[str], day: date, *, packed: bool = True) -> Action:
    """Write down that the parcels of these matches are packed for this day, or that they are not."""

    def work(unit: UnitOfWork) -> None:
        for one in match_ids:
            match = unit.take(MatchRow, one)
            need = unit.read(NeedRow, match.need_id)
            if match.status not in AGREED or not is_food(context.settings, need.task_type):
                raise NotNow("Only a parcel that is still to be brought is packed.")
            unit.set(match, "packed_for", day if packed else None)

    return do(context, Verb.PACK, work)[0]


def in_order(parcels: Sequence[Parcel]) -> list[Parcel]:
    """The doors in an order without long ways: always to the nearest next, then every crossing undone.

    It begins in the west. Whoever has no place on the map comes last.
    """
    placed = [p for p in parcels if _at(p) is not None]
    lost = [p for p in parcels if _at(p) is None]
    left = sorted(placed, key=lambda p: (*_place(p), p.match.id))
    way = left[:1]
    left = left[1:]
    while left:
        nearest = min(left, key=lambda p: (dist(_place(p), _place(way[-1])), p.match.id))
        way.append(nearest)
        left.remove(nearest)
    shorter = True
    while shorter:
        shorter = False
        for i in range(1, len(way) - 1):
            for j in range(i + 1, len(way)):
                turned = [*way[:i], *reversed(way[i : j + 1]), *way[j + 1 :]]
                if _length(turned) < _length(way) - 1:
                    way, shorter = turned, True
    return way + lost


def _length(way: Sequence[Parcel]) -> float:
    return sum(dist(_place(a), _place(b)) for a, b in pairwise(way))


def _place(parcel: Parcel) -> Point:
    return _at(parcel) or (0.0, 0.0)


def _at(parcel: Parcel) -> Point | None:
    east, north = parcel.need.easting, parcel.need.northing
    return None if east is None or north is None else (float(east), float(north))
