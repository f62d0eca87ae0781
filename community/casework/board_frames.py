"""The two data frames that the matching reads, made from the book: who may be asked, and what is wanted."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, Generic, TypeVar

import pandas as pd

from community.book import Reader, Where, among
from community.casework.absences import promised
from community.casework.board_cache import QUARTER
from community.casework.board_facts import Standing, known_to
from community.casework.community_weights import weights_of
from community.casework.concern_caution import gets_no_offers
from community.casework.first_visits import goes_by_two, have_visited
from community.casework.urgency_ageing import AgedUrgency, aged
from community.casework.volunteer_offers import capacity, level_needed, offered, slots, words
from community.matching import Board, FewRows, Weights, reasons
from community.settings import Settings
from community.tables.canonical import LONDON, instant, moment
from community.tables.row_types import NeedRow, ResidentRow, VolunteerRow
from community.tables.statuses import NeedStatus, VolunteerStatus
from community.tables.vocabulary import URGENCIES, Travel, YesNo

_SPOKEN = frozenset({"english"})
"""What somebody speaks who did not say: our forms are in English."""
FAR_KM = 5.0
"""How far somebody goes who did not say: about three miles, as far as most who say. To the matching, nothing told means
nowhere, and volunteers who left the question out would never be asked to go in person, and not know why."""


F = TypeVar("F", pd.DataFrame, FewRows)


@dataclass(frozen=True, repr=False)
class Frames(Generic[F]):
    """What `community.matching.propose` takes: two frames, and the pairs that are agreed."""

    volunteers: F
    needs: F
    pinned: frozenset[tuple[str, str]]
    unsaid: frozenset[str]
    """Volunteers who did not say how far they go."""
    weights: Weights
    """What each reason counts for here."""
    travel: Mapping[str, frozenset[str]]
    """By volunteer: how they get about, where they said."""

    def reasons(self, board: Board, need_id: str, volunteer_id: str) -> list[str]:
        """Why this volunteer suits this need, in words."""
        return suits(board, need_id, volunteer_id, self.travel, self.unsaid)


def suits(
    board: Board, need_id: str, volunteer_id: str, travel: Mapping[str, frozenset[str]], unsaid: Collection[str]
) -> list[str]:
    """Why this volunteer suits this need, in words."""
    said = reasons(board, need_id, volunteer_id, travel=travel.get(volunteer_id, frozenset()))
    if volunteer_id in unsaid and bool(board.needs.in_person[board.place_of_need(need_id)]):
        said.append(f"Did not say how far they go: {FAR_KM:g} km taken")
    return said


def frames(reader: Reader, settings: Settings, now: datetime, *, keep_seen: bool = False) -> Frames[pd.DataFrame]:
    """The board of every volunteer who may be asked and every open need for volunteers.

    Volunteers and needs that wait (`hold_until`) are left out. With `keep_seen`, proposals that somebody has looked at
    count as taken. Needs whose places are all taken stay on the board, with 0 people. It says the same for a whole
    quarter of an hour, and counts whole days, so that a board that is kept differs from one made anew by no minute.
    """
    now = board_time(now)
    standing = Standing.read(reader, now, keep_seen=keep_seen)
    asks = reader.rows(NeedRow, _now(NeedStatus.OPEN, now), order=None)
    people = reader.rows(VolunteerRow, _now(VolunteerStatus.READY, now), order=None, columns=_of_volunteers)
    residents = reader.rows(ResidentRow, order=None, columns=_of_residents)
    return _on_board(reader, settings, now, asks, people, residents, standing)


def frames_of(
    reader: Reader,
    settings: Settings,
    now: datetime,
    need_ids: Collection[str],
    volunteer_ids: Collection[str],
    *,
    keep_seen: bool,
) -> Frames[pd.DataFrame]:
    """The rows of `frames` for those of these needs and volunteers who are on the board. A few thousand at most.

    `pinned` are all agreed pairs of these needs and volunteers.
    """
    now = board_time(now)
    asks = reader.rows(NeedRow, lambda c: [*_now(NeedStatus.OPEN, now)(c), among(c.id, need_ids)], order=None)
    people = reader.rows(
        VolunteerRow,
        lambda c: [*_now(VolunteerStatus.READY, now)(c), among(c.id, volunteer_ids)],
        order=None,
        columns=_of_volunteers,
    )
    whose = {need.resident_id for need in asks if need.resident_id}
    residents = reader.rows(ResidentRow, lambda c: [among(c.id, whose)], order=None, columns=_of_residents)
    standing = Standing.of(reader, now, need_ids, volunteer_ids, keep_seen=keep_seen, resident_ids=whose)
    return _on_board(reader, settings, now, asks, people, residents, standing)


def _on_board(
    reader: Reader,
    settings: Settings,
    now: datetime,
    asks: list[NeedRow],
    people: list[VolunteerRow],
    residents: Iterable[ResidentRow],
    standing: Standing,
) -> Frames[pd.DataFrame]:
    resting = gets_no_offers(reader)
    people = [v for v in people if v.id not in resting]
    lost = promised(reader, asks, standing.matches, standing.away)
    by_id = {r.id: r for r in residents}
    return Frames(
        volunteers_frame(people, settings, standing, now),
        _needs_frame(_needs(asks, by_id, settings, standing, now, standing.refused, lost)),
        standing.pinned,
        _unsaid(people),
        weights_of(reader),
        {v.id: words(v.travel) for v in people},
    )


def board_time(now: datetime) -> datetime:
    """The beginning of the quarter of an hour, in UTC: the moment for which a board is made."""
    return datetime.fromtimestamp(now.timestamp() // QUARTER * QUARTER, UTC)


def _days(since: str, now: datetime) -> int:
    """Whole days in London from a time to now; 0 for what is yet to come."""
    return max((now.astimezone(LONDON).date() - moment(since).astimezone(LONDON).date()).days, 0)


def frames_of_two(
    reader: Reader, settings: Settings, now: datetime, need: NeedRow, volunteer_id: str, *, again: bool = True
) -> Frames[FewRows]:
    """The board of one need and one volunteer: see `frames_of_some`."""
    return frames_of_some(reader, settings, now, need, [volunteer_id], again=again)


def frames_of_some(
    reader: Reader,
    settings: Settings,
    now: datetime,
    need: NeedRow,
    volunteer_ids: Collection[str],
    *,
    again: bool = True,
) -> Frames[FewRows]:
    """The board of one need and these volunteers, for a question that a person asks about them.

    Volunteers who wait are on it too. With `again`, those who said no to this need may be asked once more. Where two go
    on a first visit, those who have visited the resident are on it as well, because they are asked first.
    """
    first = have_visited(reader, need, now) if goes_by_two(settings, need) else frozenset()
    beside = first - frozenset(volunteer_ids)
    volunteer_ids = frozenset(volunteer_ids) | first
    standing = Standing.read(reader, now, volunteer_ids=volunteer_ids)
    no = standing.refused.get(need.id, frozenset())
    refused = {need.id: no & beside if again else no}
    people = reader.rows(VolunteerRow, lambda c: [among(c.id, volunteer_ids)], order=None, columns=_of_volunteers)
    resident = reader.get(ResidentRow, need.resident_id) if need.resident_id else None
    residents = {resident.id: resident} if resident else {}
    return Frames(
        FewRows(_VOLUNTEER, [_volunteer(v, settings, standing, now) for v in people]),
        FewRows(_NEED, _needs([need], residents, settings, standing, now, refused)),
        standing.pinned,
        _unsaid(people),
        weights_of(reader),
        {v.id: words(v.travel) for v in people},
    )


def frame_of_asked(reader: Reader, settings: Settings, now: datetime, needs: list[NeedRow]) -> pd.DataFrame:
    """The frame of needs that are not in the book yet. Of the book, only what it knows of their residents counts."""
    whose = {need.resident_id for need in needs if need.resident_id}
    standing = replace(Standing.of(reader, now, (), ()), known=known_to(reader, whose))
    residents = {r.id: r for r in reader.rows(ResidentRow, lambda c: [among(c.id, whose)], columns=_of_residents)}
    return _needs_frame(_needs(needs, residents, settings, standing, now, {}))


def _of_residents(c: type[ResidentRow]) -> tuple[Any, ...]:
    return c.id, c.prefers, c.avoids


def _of_volunteers(c: type[VolunteerRow]) -> tuple[Any, ...]:
    about = (c.id, c.tasks, c.slots, c.how_many, c.max_distance_km, c.travel, c.in_person, c.languages, c.over_18)
    return *about, c.takes_care, c.easting, c.northing, c.training, c.avoids


def _unsaid(people: list[VolunteerRow]) -> frozenset[str]:
    return frozenset(v.id for v in people if v.max_distance_km is None)


def by_volunteers(need: NeedRow, settings: Settings) -> bool:
    """Whether volunteers are matched with this kind of help. If not, the hub's own people deal with it."""
    task = settings.task_types.get(need.task_type)
    return task is not None and task.by == "volunteer"


def volunteers_frame(people: list[VolunteerRow], settings: Settings, standing: Standing, now: datetime) -> pd.DataFrame:
    """The frame of these volunteers."""
    return pd.DataFrame([_volunteer(v, settings, standing, now) for v in people], columns=_VOLUNTEER)


def _volunteer(row: VolunteerRow, settings: Settings, standing: Standing, now: datetime) -> tuple[object, ...]:
    one = row.id
    # Over 70 or at risk: by telephone, unless they told us themselves that they go out.
    goes = row.in_person == YesNo.YES if row.takes_care == YesNo.YES else row.in_person != YesNo.NO
    asked = standing.asked.get(one)
    return (
        one,
        offered(row, settings.task_types),
        row.easting,
        row.northing,
        FAR_KM if row.max_distance_km is None else row.max_distance_km,
        goes,
        slots(row.slots),
        Travel.CAR in words(row.travel),
        capacity(row, standing.spoken_for.get(one, 0)),
        standing.dbs.get(one, 0),
        words(row.training),
        words(row.languages) or _SPOKEN,
        None if asked is None else _days(asked, now),
        standing.done.get(one, 0),
        words(row.avoids),
        standing.live.get(one, 0),
    )


_VOLUNTEER = [
    *("volunteer_id", "tasks", "easting", "northing", "max_distance_km", "in_person", "slots", "has_car", "capacity"),
    *("dbs_level", "training", "languages", "last_asked_days", "done_count", "avoids", "active"),
]


def _needs_frame(rows: list[tuple[object, ...]]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=_NEED)


def _needs(
    needs: list[NeedRow],
    residents: Mapping[str, ResidentRow],
    settings: Settings,
    standing: Standing,
    now: datetime,
    refused: Mapping[str, frozenset[str]],
    lost: frozenset[str] = frozenset(),
) -> list[tuple[object, ...]]:
    rows: list[tuple[object, ...]] = []
    for row in needs:
        if not by_volunteers(row, settings):
            continue
        by_now = aged(settings.response_days, row.urgency, row.asked_at or row.at, now, standing.helped.get(row.id))
        task, resident = settings.task_types[row.task_type], residents.get(row.resident_id)
        rows.append(
            (
                row.id,
                row.resident_id or "",
                row.task_type,
                row.easting,
                row.northing,
                task.in_person,
                slots(row.slots),
                _urgency(by_now, lost=row.id in lost),
                task.needs_car,
                standing.places(row),
                level_needed(row, task),
                frozenset(task.training),
                words(row.languages),
                words(resident.prefers) if resident else frozenset(),
                words(resident.avoids) if resident else frozenset(),
                by_now.days,
                settings.response_days.of(by_now.said),
                task.first_visit_by_two and not _has_one_who_knows(row, standing),
                dict(standing.known.get(row.resident_id, {})),
                refused.get(row.id, frozenset()),
            )
        )
    return rows


def _urgency(by_now: AgedUrgency, *, lost: bool) -> int:
    """The need's urgency, 0 to 3: the more urgent of what waiting has made of it, and of what a lost promise makes.

    Help that was promised and is missing counts one step more than was said: somebody relies on it.
    """
    broken = min(URGENCIES.index(by_now.said) + lost, len(URGENCIES) - 1)
    return max(URGENCIES.index(by_now.counts_as), broken)


def _has_one_who_knows(need: NeedRow, standing: Standing) -> bool:
    """Whether somebody who has visited the resident is agreed for the need, or proposed and kept."""
    known = standing.known.get(need.resident_id, {})
    return any((need.id, one) in standing.pinned for one, visits in known.items() if visits)


_NEED = [
    *("need_id", "resident_id", "task_type", "easting", "northing", "in_person", "slots", "urgency", "needs_car"),
    *("people", "min_dbs", "training", "languages", "prefers", "avoids", "waiting_days", "response_days", "in_pairs"),
    *("known", "refused"),
]


def _now(status: str, now: datetime) -> Where:
    return lambda c: [c.status == status, (c.hold_until.is_(None)) | (c.hold_until <= instant(now))]
