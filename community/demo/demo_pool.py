"""Who could have helped whom: the matching's hard rules, applied to one need at any time in the past."""

import math
import random
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import datetime

from community.casework.volunteer_offers import capacity, offered, slots
from community.demo.demo_ledger import LedgerRecord
from community.demo.demo_town import Town
from community.tables.canonical import split
from community.tables.row_types import CheckRow, NeedRow, VolunteerRow
from community.tables.statuses import VolunteerStatus
from community.tables.vocabulary import DBS_LEVELS, Recurs, Travel, YesNo

_NEAREST = 14


Point = tuple[float, float] | None


def point_of(record: LedgerRecord[NeedRow] | LedgerRecord[VolunteerRow]) -> Point:
    """Where it is, in metres on the National Grid, if that is known."""
    east, north = record.now.easting, record.now.northing
    return None if east is None or north is None else (east, north)


@dataclass(eq=False)
class Helper:
    """A volunteer who is ready, with what the rules ask about, and the times they are taken."""

    record: LedgerRecord[VolunteerRow]
    since: datetime
    tasks: frozenset[str]
    slots: int
    level: int
    languages: set[str]
    goes: bool
    car: bool
    room: int
    point: Point
    reach: float
    """Metres that they go."""
    taken: list[tuple[datetime, datetime]] = field(default_factory=list)
    visits: Counter[str] = field(default_factory=Counter)
    """By resident: how often they helped them."""

    def has_room(self, start: datetime, end: datetime) -> bool:
        """Whether one more in that time is within what they offered for a week."""
        return sum(one < end and start < other for one, other in self.taken) < self.room

    def distance(self, there: Point) -> float:
        """Metres to this place; infinite where either is not known."""
        return math.dist(self.point, there) if self.point and there else math.inf


class Pool:
    """Every volunteer who is ready today, by the tasks they offer."""

    def __init__(self, town: Town) -> None:
        """Gather them and their checks from the ledger."""
        self._types = town.settings.task_types
        levels: dict[str, int] = {}
        for check in town.ledger.all(CheckRow):
            if check.now.level and (check.now.renew_on or "") > town.calendar.today.isoformat():
                level = DBS_LEVELS.index(check.now.level)
                levels[check.now.volunteer_id] = max(level, levels.get(check.now.volunteer_id, 0))
        self.helpers = [
            self._helper(v, town.ready[v.id], levels.get(v.id, 0))
            for v in town.ledger.all(VolunteerRow)
            if v.now.status == VolunteerStatus.READY
        ]
        self._helping: set[Helper] = set()
        self._returning: set[Helper] = set()
        self._by_task: dict[str, list[Helper]] = defaultdict(list)
        for helper in self.helpers:
            for task in helper.tasks:
                self._by_task[task].append(helper)

    def eligible(self, need: LedgerRecord[NeedRow], start: datetime, end: datetime) -> list[Helper]:
        """All whom no rule keeps from this need in this time, the nearest first (by telephone: in no order)."""
        kind = self._types[need.now.task_type]
        wanted, languages = slots(need.now.slots), set(split(need.now.languages))
        level = DBS_LEVELS.index(kind.min_dbs)
        found = [
            h
            for h in self._by_task[need.now.task_type]
            if h.since < start
            and h.level >= level
            and (not wanted or wanted & h.slots)
            and (not kind.needs_car or h.car)
            and (not languages or languages & h.languages)
            and not (kind.in_person and not h.goes)
            and not kind.training
            and h.has_room(start, end)
        ]
        if not kind.in_person:
            return found
        there = point_of(need)
        within = [(d, h) for h in found if (d := h.distance(there)) <= h.reach]
        return [h for _, h in sorted(within, key=lambda each: (each[0], each[1].record.id))]

    def choose(self, lots: random.Random, need: LedgerRecord[NeedRow], start: datetime, end: datetime) -> Helper | None:
        """Somebody for this need: whom the resident knows, if they can; else one of the nearest.

        Most volunteers who help a new person have helped others already. Nine in ten of all who ever helped come to
        help somebody they know again, as in the first community.
        """
        found = self.eligible(need, start, end)
        known = [h for h in found if h.visits.get(need.now.resident_id)]
        if known and lots.random() < 0.9:
            return known[0]
        if need.now.recurs == Recurs.WEEKLY:
            helping = [h for h in found[: 3 * _NEAREST] if h.visits]
            return lots.choice((helping if helping and lots.random() < 0.1 else found)[:_NEAREST]) if found else None
        returning = [h for h in found if h in self._returning]
        fresh = [h for h in found[:_NEAREST] if not h.visits]
        if fresh and (len(self._helping) - len(self._returning)) * 9 < len(self._returning) - 2:
            return lots.choice(fresh)
        return lots.choice(returning[:_NEAREST]) if returning else None

    def note(self, helper: Helper, need: LedgerRecord[NeedRow], times: int) -> None:
        """Note how often they help with this need. A volunteer who helps somebody they know counts as returning."""
        resident_id = need.now.resident_id
        helper.visits[resident_id] += times
        if helper.visits[resident_id]:
            self._helping.add(helper)
        if helper.visits[resident_id] > 1:
            self._returning.add(helper)

    def _helper(self, record: LedgerRecord[VolunteerRow], since: datetime, level: int) -> Helper:
        row = VolunteerRow.of(record.now)
        return Helper(
            record=record,
            since=since,
            tasks=frozenset(offered(row, self._types)),
            slots=slots(record.now.slots),
            level=level,
            languages=set(split(record.now.languages)) or {"english"},
            goes=record.now.in_person == YesNo.YES
            or (record.now.in_person is None and record.now.takes_care != YesNo.YES),
            car=Travel.CAR in split(record.now.travel),
            room=capacity(row, 0),
            point=point_of(record),
            reach=1000 * (row.max_distance_km or 0),
        )
