"""One volunteer and one need as the matching reads them: the rows of the two frames."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from community.casework.board_cache import QUARTER
from community.casework.board_facts import Standing
from community.casework.urgency_ageing import AgedUrgency, urgency_by_now
from community.casework.volunteer_offers import capacity, level_needed, offered, slots, words
from community.matching import PlainFrame
from community.settings import Settings
from community.tables.canonical import LONDON, moment
from community.tables.row_types import NeedRow, ResidentRow, VolunteerRow
from community.tables.vocabulary import URGENCIES, Travel, YesNo

_SPOKEN = frozenset({"english"})
"""What somebody speaks who did not say: our forms are in English."""
FAR_KM = 5.0
"""How far somebody goes who did not say: about three miles, as far as most who say. To the matching, nothing told means
nowhere, and volunteers who left the question out would never be asked to go in person, and not know why."""


_MOST = 1_000
"""As many as one volunteer helps in a week, or one need wants. More is a slip, such as a telephone number in the wrong
box: one such row must not stop the matching for everybody."""


def board_time(now: datetime) -> datetime:
    """The beginning of the quarter of an hour, in UTC: the moment for which a board is made."""
    return datetime.fromtimestamp(now.timestamp() // QUARTER * QUARTER, UTC)


def _days(since: str, now: datetime) -> int:
    """Whole days in London from a time to now; 0 for what is yet to come."""
    return max((now.astimezone(LONDON).date() - moment(since).astimezone(LONDON).date()).days, 0)


def of_residents(c: type[ResidentRow]) -> tuple[Any, ...]:
    """The columns of residents that the board reads."""
    return c.id, c.prefers, c.avoids


def of_volunteers(c: type[VolunteerRow]) -> tuple[Any, ...]:
    """The columns of volunteers that the board reads."""
    about = (c.id, c.tasks, c.slots, c.how_many, c.max_distance_km, c.travel, c.in_person, c.languages, c.over_18)
    return *about, c.takes_care, c.easting, c.northing, c.training, c.avoids


def unsaid_of(people: list[VolunteerRow]) -> frozenset[str]:
    """The ids of those who did not say how far they go."""
    return frozenset(v.id for v in people if v.max_distance_km is None)


def by_volunteers(need: NeedRow, settings: Settings) -> bool:
    """Whether volunteers are matched with this kind of help. If not, the hub's own people deal with it."""
    task = settings.task_types.get(need.task_type)
    return task is not None and task.by == "volunteer"


def volunteers_frame(people: list[VolunteerRow], settings: Settings, standing: Standing, now: datetime) -> PlainFrame:
    """The frame of these volunteers."""
    return PlainFrame(VOLUNTEER, [volunteer_row(v, settings, standing, now) for v in people])


def volunteer_row(row: VolunteerRow, settings: Settings, standing: Standing, now: datetime) -> tuple[object, ...]:
    """What the matching reads of a volunteer, in the order of `VOLUNTEER`."""
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
        min(capacity(row, standing.spoken_for.get(one, 0)), _MOST),
        standing.dbs.get(one, 0),
        words(row.training),
        words(row.languages) or _SPOKEN,
        None if asked is None else _days(asked, now),
        standing.done.get(one, 0),
        words(row.avoids),
        standing.live.get(one, 0),
    )


VOLUNTEER = [
    *("volunteer_id", "tasks", "easting", "northing", "max_distance_km", "in_person", "slots", "has_car", "capacity"),
    *("dbs_level", "training", "languages", "last_asked_days", "done_count", "avoids", "active"),
]


def need_rows(
    needs: list[NeedRow],
    residents: Mapping[str, ResidentRow],
    settings: Settings,
    standing: Standing,
    now: datetime,
    refused: Mapping[str, frozenset[str]],
    lost: frozenset[str] = frozenset(),
) -> list[tuple[object, ...]]:
    """What the matching reads of these needs, in the order of `NEED`; without those that the hub's own people do."""
    rows: list[tuple[object, ...]] = []
    for row in needs:
        if not by_volunteers(row, settings):
            continue
        by_now = urgency_by_now(
            settings.response_days, row.urgency, row.asked_at or row.at, now, standing.helped.get(row.id)
        )
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
                min(standing.places(row), _MOST),
                level_needed(row, task),
                frozenset(task.training),
                words(row.languages),
                words(resident.prefers) if resident else frozenset(),
                words(resident.avoids) if resident else frozenset(),
                by_now.days,
                settings.response_days.of(by_now.said),
                task.first_visit_by_two and not _knows_the_way(row, standing),
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


def _knows_the_way(need: NeedRow, standing: Standing) -> bool:
    """Whether it is no first visit, or one who has visited the resident is agreed for it, or proposed and kept."""
    known = standing.known.get(need.resident_id, {})
    return need.id in standing.helped or any(
        (need.id, one) in standing.pinned for one, visits in known.items() if visits
    )


NEED = [
    *("need_id", "resident_id", "task_type", "easting", "northing", "in_person", "slots", "urgency", "needs_car"),
    *("people", "min_dbs", "training", "languages", "prefers", "avoids", "waiting_days", "response_days", "in_pairs"),
    *("known", "refused"),
]
