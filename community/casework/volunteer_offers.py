"""What volunteers offer, read from their rows: task types, times, and the room in their week."""

from collections.abc import Mapping
from functools import lru_cache

from community.settings import TaskType
from community.tables.canonical import split
from community.tables.row_types import NeedRow, VolunteerRow
from community.tables.vocabulary import DBS_LEVELS, SLOTS, YesNo

_SLOT = {slot: 1 << bit for bit, slot in enumerate(SLOTS)}


def offered(volunteer: VolunteerRow, task_types: Mapping[str, TaskType]) -> frozenset[str]:
    """The task types for which a volunteer may be asked.

    None is inside a home unless we know that they are 18 or over, and not over 70 or at risk.
    """
    tasks = words(volunteer.tasks)
    if may_enter_homes(volunteer):
        return tasks
    return frozenset(t for t in tasks if t in task_types and not task_types[t].in_home)


def may_enter_homes(volunteer: VolunteerRow) -> bool:
    """Whether we know that they are 18 or over, and they have no reason to be careful."""
    return bool(volunteer.over_18 == YesNo.YES and volunteer.takes_care != YesNo.YES)


@lru_cache(maxsize=20_000)
def words(codes: str | None) -> frozenset[str]:
    """The words of a list column."""
    return frozenset(split(codes))


@lru_cache(maxsize=20_000)
def slots(codes: str | None) -> int:
    """The bit mask of these slots; words that are not slots are left out."""
    return sum(_SLOT.get(code, 0) for code in split(codes))


def level_needed(need: NeedRow, task: TaskType) -> int:
    """The DBS level (0 to 4) that this need asks for: the one a person decided, else the one its task type proposes."""
    level = need.min_dbs
    return DBS_LEVELS.index(level if level in DBS_LEVELS else task.min_dbs)


def capacity(volunteer: VolunteerRow, spoken_for: int) -> int:
    """How many more people they can help this week. Where they did not say, one in all."""
    many = volunteer.how_many
    return max((1 if many is None else int(many)) - spoken_for, 0)
