"""The board: everything that matching needs to know, as typed arrays sorted by id."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from community.matching.array_types import Bits, Cells, Flags, Floats, Ints, Texts
from community.matching.place_index import PlaceIndex


@dataclass(frozen=True, repr=False)
class Volunteers:
    """Volunteers, one entry each. Points are metres on the National Grid; `reach_m2` is -1 for no journeys offered."""

    ids: Texts
    tasks: Bits
    easting: Floats
    northing: Floats
    reach_m2: Floats
    in_person: Flags
    slots: Ints
    has_car: Flags
    capacity: Ints
    dbs_level: Ints
    training: Bits
    languages: Bits
    last_asked_days: Floats
    done_count: Floats
    active: Ints


@dataclass(frozen=True, repr=False)
class Needs:
    """Needs, one entry each. `task` is a place in `Board.task_types`; `people` is how many places are still empty."""

    ids: Texts
    task: Ints
    easting: Floats
    northing: Floats
    in_person: Flags
    slots: Ints
    urgency: Ints
    needs_car: Flags
    people: Ints
    min_dbs: Ints
    training: Bits
    languages: Bits
    waiting_days: Floats


@dataclass(frozen=True, repr=False)
class Board:
    """Volunteers and needs, and the few pairs that have a history.

    A pair's key is `need * len(volunteers.ids) + volunteer`, places in the sorted arrays. `avoided`, `asked_for`
    and `refused` are sorted keys; `visits` holds sorted keys with the number of visits so far. `shunned`: by resident,
    the ids of volunteers who asked not to be put together with them.
    """

    volunteers: Volunteers
    needs: Needs
    task_types: tuple[str, ...]
    training_codes: tuple[str, ...]
    language_codes: tuple[str, ...]
    avoided: Ints
    refused: Ints
    asked_for: Ints
    visits: tuple[Ints, Ints]
    shunned: Mapping[str, tuple[str, ...]]
    where_needs: PlaceIndex = field(repr=False)
    where_volunteers: PlaceIndex = field(repr=False)

    def __repr__(self) -> str:
        """Counts only, because where people live must not reach a log."""
        return f"Board({len(self.volunteers.ids)} volunteers, {len(self.needs.ids)} needs)"

    def key(self, need: Ints, volunteer: Ints) -> Ints:
        """The keys of pairs."""
        return need * len(self.volunteers.ids) + volunteer

    def place_of_need(self, need_id: str) -> int:
        """The place of this need; -1 if it is not on the board."""
        return self.where_needs.find(self.needs.ids, need_id)

    def place_of_volunteer(self, volunteer_id: str) -> int:
        """The place of this volunteer; -1 if they are not on the board."""
        return self.where_volunteers.find(self.volunteers.ids, volunteer_id)


def encode(volunteers: pd.DataFrame, needs: pd.DataFrame) -> Board:
    """The board of two frames, whose columns docs/how-matching-works.md lists.

    Sets may be Python sets, lists or tuples, or whole numbers whose bits mean `df.attrs["codes"][column]`.
    Three columns are optional: `active` of a volunteer (matches on them now; else 0), and of a need `known` (dict of
    volunteer_id to the number of visits to this resident; else nobody) and `refused` (set of the volunteer_ids with
    whom it came to nothing; else nobody). Rows may come in any order.
    Raises MatchingError when a column is missing or holds what it can't hold.
    """
    people, asks = Cells(volunteers, "volunteer_id"), Cells(needs, "need_id")
    types = asks.texts("task_type").astype(str)
    # A code that no need asks for now may be asked for tomorrow (`new_needs`).
    tasks = number(sorted({*np.unique(types).tolist(), *people.vocabulary("tasks")}))
    task = np.array([tasks[one] for one in types.tolist()], dtype=np.int64)
    training = number(sorted({*asks.vocabulary("training"), *people.vocabulary("training")}))
    languages = number(sorted({*asks.vocabulary("languages"), *people.vocabulary("languages")}))
    shunned = _shunned(people)
    return Board(
        volunteers=_volunteers(people, tasks, training, languages),
        needs=needs_of(asks, task, training, languages),
        task_types=tuple(tasks),
        training_codes=tuple(training),
        language_codes=tuple(languages),
        avoided=_avoided(people, asks, shunned),
        refused=_keys(people, refused_by(asks))[0],
        asked_for=_keys(people, [dict.fromkeys(each, 1) for each in asks.sets("prefers")])[0],
        visits=_keys(people, known_visits(asks)),
        shunned=shunned,
        where_needs=PlaceIndex(asks.ids),
        where_volunteers=PlaceIndex(people.ids),
    )


def number(codes: Iterable[str]) -> dict[str, int]:
    """By code, its place among the codes."""
    return {code: place for place, code in enumerate(codes)}


def _volunteers(
    cells: Cells, tasks: Mapping[str, int], training: Mapping[str, int], languages: Mapping[str, int]
) -> Volunteers:
    metres = cells.floats("max_distance_km") * 1000.0
    return Volunteers(
        ids=cells.ids,
        tasks=cells.masks("tasks", tasks),
        easting=cells.floats("easting"),
        northing=cells.floats("northing"),
        # Squaring would turn a negative limit into a long reach.
        reach_m2=np.where(metres >= 0, metres * metres, -1.0),
        in_person=cells.flags("in_person"),
        slots=cells.ints("slots", 0, 2**21),
        has_car=cells.flags("has_car"),
        capacity=np.maximum(cells.ints("capacity"), 0),
        dbs_level=cells.ints("dbs_level", 0, 5),
        training=cells.masks("training", training),
        languages=cells.masks("languages", languages),
        last_asked_days=cells.floats("last_asked_days"),
        done_count=cells.floats("done_count"),
        active=cells.ints("active", 0) if cells.has("active") else np.zeros(len(cells.ids), np.int64),
    )


def needs_of(cells: Cells, task: Ints, training: Mapping[str, int], languages: Mapping[str, int]) -> Needs:
    """The needs of a frame, with the numbers of their tasks and of all codes."""
    return Needs(
        ids=cells.ids,
        task=task,
        easting=cells.floats("easting"),
        northing=cells.floats("northing"),
        in_person=cells.flags("in_person"),
        slots=cells.ints("slots", 0, 2**21),
        urgency=cells.ints("urgency", 0, 4),
        needs_car=cells.flags("needs_car"),
        people=np.maximum(cells.ints("people"), 0),
        min_dbs=cells.ints("min_dbs", 0, 5),
        training=cells.masks("training", training),
        languages=cells.masks("languages", languages),
        waiting_days=cells.floats("waiting_days"),
    )


def known_visits(needs: Cells) -> list[Mapping[str, int]]:
    """By need: the volunteers who helped this resident before, and how often."""
    if not needs.has("known"):
        return [{} for _ in needs.ids]
    column = needs.frame["known"].to_numpy(dtype=object)[needs.order]
    return [each if isinstance(each, Mapping) else {} for each in column]


def refused_by(needs: Cells) -> list[Mapping[str, int]]:
    """By need: the volunteers whose match with it came to nothing."""
    if not needs.has("refused"):
        return [{} for _ in needs.ids]
    return [dict.fromkeys(each, 1) for each in needs.sets("refused")]


def _keys(people: Cells, told: list[Mapping[str, int]]) -> tuple[Ints, Ints]:
    """Sorted keys and numbers of the pairs that each need names; ids that are not on the board are left out."""
    if not any(told):
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    place = number(people.ids)
    found = {
        need * len(people.ids) + place[one]: int(count)
        for need, each in enumerate(told)
        for one, count in each.items()
        if one in place
    }
    keys = np.array(sorted(found), dtype=np.int64)
    return keys, np.array([found[key] for key in keys.tolist()], dtype=np.int64)


def _shunned(people: Cells) -> dict[str, tuple[str, ...]]:
    shunned: dict[str, list[str]] = {}
    for one, residents in zip(people.ids, people.sets("avoids"), strict=True):
        for resident in residents:
            shunned.setdefault(resident, []).append(one)
    return {resident: tuple(ids) for resident, ids in shunned.items()}


def _avoided(people: Cells, needs: Cells, shunned: Mapping[str, tuple[str, ...]]) -> Ints:
    told: list[Mapping[str, int]] = [
        dict.fromkeys([*each, *shunned.get(resident, ())], 1)
        for each, resident in zip(needs.sets("avoids"), needs.texts("resident_id"), strict=True)
    ]
    return _keys(people, told)[0]
