"""What happens between two who know each other: a planned goodbye, who covers, and a parting without blame."""

from collections.abc import Collection
from datetime import date, datetime

from community.book import Append, among
from community.casework.casework_errors import NotNow
from community.casework.closing import stop_match
from community.casework.life_calls import COVER, END_DAY, GOODBYE, PARTED
from community.casework.life_frame import MORNING, AskKind, Happening, LifeAsk, LifeEvent, may_help
from community.tables.canonical import LONDON, instant, split
from community.tables.ids import derive
from community.tables.row_types import MatchRow, NeedRow, PairRow, ResidentRow, VolunteerRow
from community.tables.statuses import GOING_ON, NeedStatus
from community.tables.verbs import Verb
from community.tables.vocabulary import Recurs

_CARRIED_OVER = (
    *("request_id", "resident_id", "task_type", "details", "urgency", "slots", "recurs", "languages", "min_dbs"),
    *("hub", "easting", "northing", "sector"),
)


def _pair(happening: Happening) -> PairRow:
    return happening.unit.read(PairRow, happening.row.id)


def _matches(happening: Happening) -> list[tuple[MatchRow, NeedRow]]:
    """What goes on between the two."""
    pair, reader = _pair(happening), happening.unit.reader
    needs = {need.id: need for need in reader.rows(NeedRow, lambda c: [c.resident_id == pair.resident_id])}
    found = reader.rows(
        MatchRow,
        lambda c: [c.volunteer_id == pair.volunteer_id, among(c.need_id, list(needs)), c.status.in_(GOING_ON)],
    )
    return [(match, needs[match.need_id]) for match in found]


def _goodbye(happening: Happening) -> None:
    """Both are told of the day; where the resident would like somebody else, that need opens on it."""
    pair, unit = _pair(happening), happening.unit
    day = happening.told.day("ends_on")
    unit.set(pair, "ends_on", day)
    unit.set(pair, "next_check", day)
    if day is None:
        return
    happening.over(pair.id, GOODBYE, END_DAY)
    for one in (pair.resident_id, pair.volunteer_id):
        happening.call(GOODBYE, pair.id, one)
    happening.call_on(END_DAY, pair.id, pair.resident_id, day)
    at = _morning(day)
    planned = _planned(happening)
    for need in planned:
        unit.set(need, "hold_until", at)
    if happening.told.yes("another_after"):
        _next_one(happening, at, {need.task_type for need in planned})


def _morning(day: date) -> datetime:
    return datetime.combine(day, MORNING, LONDON)


def _planned(happening: Happening) -> list[NeedRow]:
    """What opens for somebody else on the day that was planned so far."""
    pair, going = _pair(happening), {need.id for _, need in _matches(happening)}
    if pair.ends_on is None:
        return []
    was = instant(_morning(date.fromisoformat(pair.ends_on)))
    found = happening.unit.reader.rows(
        NeedRow, lambda c: [c.resident_id == pair.resident_id, c.status == NeedStatus.OPEN, c.hold_until == was]
    )
    return [need for need in found if need.id not in going]


def _next_one(happening: Happening, at: datetime, planned: Collection[str]) -> None:
    going = [need for _, need in _matches(happening) if need.status == NeedStatus.OPEN and need.recurs == Recurs.WEEKLY]
    if not going:
        raise NotNow("Nothing regular goes on between them that somebody else could take over.")
    for need in going:
        if need.task_type in planned:
            continue
        carried = {name: need[name] for name in _CARRIED_OVER}
        fresh = {"people": 1, "hold_until": at, "asked_at": happening.unit.at, "status": NeedStatus.OPEN}
        one = derive("N", need.id, "after", happening.row.id, happening.unit.at)
        happening.unit.appends.append(Append(NeedRow.TABLE, carried | fresh, one))


def _cover(happening: Happening) -> None:
    pair, one = _pair(happening), happening.told.said("cover")
    if one is not None:
        if one == pair.volunteer_id:
            raise NotNow("Somebody else comes when this one can't.")
        if not may_help(happening.unit.take(VolunteerRow, one)):
            raise NotNow("That volunteer has left.")
    happening.unit.set(pair, "cover_id", one)


def _part(happening: Happening) -> None:
    """A talk about it is written down; where they part, neither is proposed for the other again."""
    pair, unit, told = _pair(happening), happening.unit, happening.told
    happening.note(pair.volunteer_id, told.said("talk"))
    if not told.yes("part"):
        return
    happening.over(pair.id, GOODBYE, END_DAY, COVER)
    for match, _ in _matches(happening):
        stop_match(unit, match, "It ended between the two")
    unit.set(pair, "next_check", None)
    resident, volunteer = unit.read(ResidentRow, pair.resident_id), unit.read(VolunteerRow, pair.volunteer_id)
    unit.set(resident, "avoids", {*split(resident.avoids), volunteer.id})
    unit.set(resident, "prefers", set(split(resident.prefers)) - {volunteer.id})
    unit.set(volunteer, "avoids", {*split(volunteer.avoids), resident.id})
    for one in (resident.id, volunteer.id):
        happening.call(PARTED, pair.id, one)


EVENTS = (
    LifeEvent(
        Verb.PLAN_GOODBYE,
        PairRow,
        _goodbye,
        (
            LifeAsk("ends_on", AskKind.COMING_DAY, "On which day is it to end?", must=True, column="ends_on"),
            LifeAsk("another_after", AskKind.YES, "The resident would like somebody else afterwards"),
        ),
    ),
    LifeEvent(
        Verb.PAIR_COVER,
        PairRow,
        _cover,
        (
            LifeAsk(
                "cover",
                AskKind.RECORD,
                "Who comes when this one can’t? Empty: nobody",
                of=VolunteerRow.TABLE,
                column="cover_id",
            ),
        ),
    ),
    LifeEvent(
        Verb.PART,
        PairRow,
        _part,
        (
            LifeAsk("talk", AskKind.WORDS, "What was seen, and what was said. Coordinators read it", must=True),
            LifeAsk("part", AskKind.YES, "They part, and neither is proposed for the other again"),
        ),
    ),
)
