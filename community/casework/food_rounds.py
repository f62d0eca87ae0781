"""A day's food round: which parcels are packed, what must not be in them, the doors in order, and who was in."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from math import dist
from typing import Any

from community.book import Action, Reader, among
from community.casework.casework_errors import NotNow
from community.casework.concern_caution import gets_no_offers
from community.casework.detail_release import check_may_be_told, details_of
from community.casework.display_names import named
from community.casework.first_visits import first_day
from community.casework.message_facts import details_to_read
from community.casework.message_texts import lines_on_the_way
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
    day: str
    status: str
    """What became of the visit; `planned` while it is to come."""
    name: str | None = field(repr=False)
    """None where the volunteer may not know it now: then the place on the map is all there is of a home."""
    lines: Sequence[tuple[str, str]] = field(repr=False)
    """What the volunteer may know on the way, as it is released to them; of a parcel that is to come alone."""
    must_not_hold: str = field(repr=False)
    """What was said about the parcel, unless these words tell whose it is."""
    kept_back: bool
    """Words about the parcel are not here, because they tell whose it is: whoever packs reads them on the record."""

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
        been: dict[str, list[VisitRow]] = defaultdict(list)
        for visit in visible.rows(
            VisitRow, lambda c: [among(c.match_id, {m.id for m in first})], order=None, columns=_of_visits
        ):
            been[visit.match_id].append(visit)
        matches = {m.id: m for m in visible.rows(MatchRow, lambda c: [among(c.id, visits.keys())])}
        matches |= {m.id: m for m in first if first_day(m, been[m.id]) == on}
        needs = {n.id: n for n in visible.rows(NeedRow, lambda c: [among(c.id, {m.need_id for m in matches.values()})])}
        whom = {n.resident_id for n in needs.values() if n.resident_id}
        people = {p.id: p for p in visible.rows(ResidentRow, lambda c: [among(c.id, whom)])}
        paused = gets_no_offers(visible.reader)
        found: dict[str, list[Parcel]] = defaultdict(list)
        for match in matches.values():
            need = needs.get(match.need_id)
            who = people.get(need.resident_id or "") if need else None
            if need is None or who is None or not is_food(context.settings, need.task_type):
                continue
            status = visits[match.id].status if match.id in visits else VisitStatus.PLANNED
            parcel = _parcel(context, visible.reader, match, need, who, on, status, match.volunteer_id in paused)
            found[match.volunteer_id].append(parcel)
        return [
            FoodRound(one, named(visible, one), tuple(in_order(parcels)))
            for one, parcels in sorted(found.items(), key=lambda each: named(visible, each[0]) or "")
        ]


def _of_visits(c: type[VisitRow]) -> tuple[Any, ...]:
    return c.id, c.match_id, c.on, c.status


def _parcel(
    context: WorkContext, reader: Reader, match: MatchRow, need: NeedRow, who: ResidentRow, on: str, status: str,
    paused: bool,
) -> Parcel:  # fmt: skip
    """One parcel with what its volunteer may know: the sheet is theirs, whoever prints it, the lead as well."""
    to_come, said = status == VisitStatus.PLANNED, details_to_read(reader, need)
    known = not paused and (match.released_at is not None or match.proved_at is not None)
    lines: Sequence[tuple[str, str]] = ()
    if known and to_come:
        try:
            check_may_be_told(reader, context.settings, context.clock(), match)
        except NotNow:
            known = False
        else:
            lines = lines_on_the_way(context.settings, need, details_of(reader, context.settings, need, who))
    kept_back = not said and bool((need.details or "").strip())
    return Parcel(match, need, on, status, (who.name or "") if known else None, lines, said, kept_back)


def pack_parcels(context: WorkContext, match_ids: Collection[str], day: date, *, packed: bool = True) -> Action:
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
