"""The matching's two frames, made from the book: who may be asked, and what is wanted."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime

import pandas as pd

from community.book import Reader, Row
from community.casework.standing import Standing
from community.settings import Settings, TaskType
from community.tables.canonical import instant, moment, split
from community.tables.vocabulary import DBS_LEVELS, SLOTS, URGENCIES

_SLOT = {slot: 1 << bit for bit, slot in enumerate(SLOTS)}
_SPOKEN = frozenset({"english"})
"""What somebody speaks who did not say: our forms are in English."""


@dataclass(frozen=True, repr=False)
class Frames:
    """What `community.matching.propose` takes: two frames, and the pairs that are agreed."""

    volunteers: pd.DataFrame
    needs: pd.DataFrame
    pinned: frozenset[tuple[str, str]]


def frames(
    reader: Reader,
    settings: Settings,
    now: datetime,
    *,
    keep_seen: bool = False,
    need_ids: Collection[str] | None = None,
    volunteer_ids: Collection[str] | None = None,
) -> Frames:
    """The board of everybody who may be asked and every open need for volunteers, or of some of them.

    Whoever waits (`hold_until`) is left out, and who said no to a need is not proposed for it; where a person names the
    two, neither stands in the way. Needs whose places are all taken stay, with 0.
    """
    standing = Standing.read(reader, now, keep_seen=keep_seen)
    people = reader.rows("volunteers", _where(volunteer_ids, "ready", now), order=None)
    asks = [n for n in reader.rows("needs", _where(need_ids, "open", now), order=None) if _by_volunteers(n, settings)]
    residents = {r["id"]: r for r in reader.rows("residents", order=None)} if asks else {}
    return Frames(
        pd.DataFrame([_volunteer(v, settings, standing, now) for v in people], columns=_VOLUNTEER),
        pd.DataFrame(
            [
                _need(n, residents.get(n["resident_id"]), settings, standing, now, propose=need_ids is None)
                for n in asks
            ],
            columns=_NEED,
        ),
        standing.pinned,
    )


def _where(ids: Collection[str] | None, status: str, now: datetime) -> Callable[..., list[object]]:
    if ids is not None:
        return lambda c: [c.id.in_(ids), c.status == status]
    return lambda c: [c.status == status, (c.hold_until.is_(None)) | (c.hold_until <= instant(now))]


def _by_volunteers(need: Row, settings: Settings) -> bool:
    task = settings.task_types.get(need["task_type"])
    return task is not None and task.by == "volunteer"


def offered(volunteer: Row, task_types: dict[str, TaskType]) -> set[str]:
    """The task types that a volunteer may be asked for: never inside a home while we don't know that they are 18 or
    over, nor where they are over 70 or at risk.
    """
    never_in_a_home = volunteer["over_18"] != "yes" or volunteer["takes_care"] == "yes"
    tasks = {t for t in split(volunteer["tasks"]) if t in task_types}
    return {t for t in tasks if not (never_in_a_home and task_types[t].in_home)}


def _volunteer(row: Row, settings: Settings, standing: Standing, now: datetime) -> tuple[object, ...]:
    one = row["id"]
    # Over 70 or at risk: by telephone, unless they told us themselves that they go out.
    goes = row["in_person"] == "yes" if row["takes_care"] == "yes" else row["in_person"] != "no"
    asked = standing.asked.get(one)
    return (
        one,
        offered(row, settings.task_types),
        row["easting"],
        row["northing"],
        row["max_distance_km"],
        goes,
        slots(row["slots"]),
        "car" in split(row["travel"]),
        capacity(row, standing.spoken_for.get(one, 0)),
        standing.dbs.get(one, 0),
        set(split(row["training"])),
        set(split(row["languages"])) or set(_SPOKEN),
        None if asked is None else (now - moment(asked)).total_seconds() / 86400,
        standing.done.get(one, 0),
        set(split(row["avoids"])),
        standing.live.get(one, 0),
    )


_VOLUNTEER = [
    *("volunteer_id", "tasks", "easting", "northing", "max_distance_km", "in_person", "slots", "has_car", "capacity"),
    *("dbs_level", "training", "languages", "last_asked_days", "done_count", "avoids", "active"),
]


def _need(
    row: Row, resident: Row | None, settings: Settings, standing: Standing, now: datetime, *, propose: bool
) -> tuple[object, ...]:
    task = settings.task_types[row["task_type"]]
    avoids = set(split(resident["avoids"])) if resident else set()
    return (
        row["id"],
        row["resident_id"] or "",
        row["task_type"],
        row["easting"],
        row["northing"],
        task.in_person,
        slots(row["slots"]),
        URGENCIES.index(row["urgency"]) if row["urgency"] in URGENCIES else 1,
        task.needs_car,
        standing.places(row),
        DBS_LEVELS.index(task.min_dbs),
        set(task.training),
        set(split(row["languages"])),
        set(split(resident["prefers"])) if resident else set(),
        avoids | (standing.refused.get(row["id"], frozenset()) if propose else frozenset()),
        (now - moment(row["asked_at"] or row["at"])).total_seconds() / 86400,
        dict(standing.known.get(row["resident_id"], {})),
    )


_NEED = [
    *("need_id", "resident_id", "task_type", "easting", "northing", "in_person", "slots", "urgency", "needs_car"),
    *("people", "min_dbs", "training", "languages", "prefers", "avoids", "waiting_days", "known"),
]


def slots(codes: str | None) -> int:
    """The bit mask of slots; words that are not slots are left out."""
    return sum(_SLOT.get(code, 0) for code in split(codes))


def capacity(volunteer: Row, spoken_for: int) -> int:
    """How many more people they can help this week: one in all, where they did not say."""
    many = volunteer["how_many"]
    return max((1 if many is None else int(many)) - spoken_for, 0)
