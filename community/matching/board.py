"""The board: everything that matching needs to know, as typed arrays."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, partial

import numpy as np

from community.matching.array_types import Bits, Cells, Flags, Floats, Frame, Ints, Texts
from community.matching.need_history import NOTHING, NeedTold, named_by, shunned_by, told_by
from community.matching.pair_keys import KeyWriter
from community.matching.place_index import PlaceIndex

RESPONSE_DAYS = (28.0, 7.0, 2.0, 1.0)
"""Within so many days help should be there, by urgency (whenever, this week, two days, today), unless a need says."""


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
    """Needs, one entry each. `task` is a place in `Board.task_types`; `people` is how many volunteers to find
    now, `places` how many places are still empty: fewer are sought at first where `known_first`.

    `waiting_days` and `response_days`: for how long they have waited, 0 or more, and within how long they should be
    helped, above 0. `in_pairs`: two go, and nobody on it has visited the resident. `known_first`: the same, and
    somebody who has could come, so they come before any stranger; the second place waits (module `known_first`).
    """

    ids: Texts
    residents: Texts
    task: Ints
    easting: Floats
    northing: Floats
    in_person: Flags
    slots: Ints
    urgency: Ints
    needs_car: Flags
    people: Ints
    places: Ints
    min_dbs: Ints
    training: Bits
    languages: Bits
    waiting_days: Floats
    response_days: Floats
    in_pairs: Flags
    known_first: Flags


@dataclass(frozen=True, repr=False)
class Board:
    """Volunteers and needs, and the few pairs that have a history.

    Each has a place in the arrays: at first in the order of their ids. On a board that was brought forward
    (`board_change`), those that came later stand at the end. The place of one that left stays, without id, room or
    places to fill, so that no rule allows it anything.

    A pair's key is `need * len(volunteers.ids) + volunteer`. `avoided`, `asked_for` and `refused` are sorted keys;
    `visits` holds sorted keys with the number of visits so far. `told` and `named` (`need_history`) hold the same by
    id, also for volunteers who are not on the board. `shunned`: by resident, the ids of volunteers who asked not to be
    put together with them.
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
    told: Mapping[str, NeedTold]
    named: Mapping[str, tuple[str, ...]]
    shunned: Mapping[str, tuple[str, ...]]
    where_needs: PlaceIndex = field(repr=False)
    where_volunteers: PlaceIndex = field(repr=False)

    def __repr__(self) -> str:
        """Counts only, because where people live must not reach a log."""
        volunteers, needs = (int(np.count_nonzero(ids)) for ids in (self.volunteers.ids, self.needs.ids))
        return f"Board({volunteers} volunteers, {needs} needs)"

    def with_room(self) -> "Board":
        """The same board with one place at each need, and room for one at each volunteer."""
        needs = replace(self.needs, people=np.ones_like(self.needs.people))
        volunteers = replace(self.volunteers, capacity=np.ones_like(self.volunteers.capacity))
        return replace(self, needs=needs, volunteers=volunteers)

    def key(self, need: Ints, volunteer: Ints) -> Ints:
        """The keys of pairs."""
        return need * len(self.volunteers.ids) + volunteer

    @cached_property
    def order_of_volunteers(self) -> Ints:
        """By volunteer, a number that grows with the id: among equals the first of them comes first."""
        return self.where_volunteers.order(self.volunteers.ids)

    def place_of_need(self, need_id: str) -> int:
        """The place of this need; -1 if it is not on the board."""
        return self.where_needs.find(self.needs.ids, need_id)

    def place_of_volunteer(self, volunteer_id: str) -> int:
        """The place of this volunteer; -1 if they are not on the board."""
        return self.where_volunteers.find(self.volunteers.ids, volunteer_id)


def read_board(volunteers: Frame, needs: Frame) -> Board:
    """The board of two frames as they stand; `board_encoding.encode` also says who goes first on first visits.

    Sets may be Python sets, lists or tuples, or whole numbers whose bits mean `df.attrs["codes"][column]`.
    Five columns are optional: `active` of a volunteer (matches on them now; else 0), and of a need `known` (dict of
    volunteer_id to the number of visits to this resident; else nobody), `refused` (set of the volunteer_ids with whom
    it came to nothing; else nobody), `response_days` (else `RESPONSE_DAYS` of its urgency) and `in_pairs` (see
    module `known_first`; else no). Rows may come in any order.
    Raises MatchingError when a column is missing or holds what it can't hold.
    """
    people, asks = Cells(volunteers, "volunteer_id"), Cells(needs, "need_id")
    types = asks.texts("task_type").astype(str)
    # A code that no need asks for now may be asked for tomorrow (`board_change`).
    tasks = number(sorted({*np.unique(types).tolist(), *people.vocabulary("tasks")}))
    task = np.array([tasks[one] for one in types.tolist()], dtype=np.int64)
    training = number(sorted({*asks.vocabulary("training"), *people.vocabulary("training")}))
    languages = number(sorted({*asks.vocabulary("languages"), *people.vocabulary("languages")}))
    told, shunned, where = told_by(asks), shunned_by(people), PlaceIndex(people.ids)
    keys = KeyWriter(len(people.ids))
    for place, (one, resident) in enumerate(zip(asks.ids, asks.texts("resident_id"), strict=True)):
        if one in told or resident in shunned:
            shunning = shunned.get(resident, ())
            keys.write_need(place, told.get(one, NOTHING), shunning, partial(where.find, people.ids))
    avoided, refused, asked_for, visits = keys.sorted()
    return Board(
        volunteers=volunteers_of(people, tasks, training, languages),
        needs=needs_of(asks, task, training, languages),
        task_types=tuple(tasks),
        training_codes=tuple(training),
        language_codes=tuple(languages),
        avoided=avoided,
        refused=refused,
        asked_for=asked_for,
        visits=visits,
        told=told,
        named=named_by(told),
        shunned=shunned,
        where_needs=PlaceIndex(asks.ids),
        where_volunteers=where,
    )


def number(codes: Iterable[str]) -> dict[str, int]:
    """By code, its place among the codes."""
    return {code: place for place, code in enumerate(codes)}


def volunteers_of(
    cells: Cells, tasks: Mapping[str, int], training: Mapping[str, int], languages: Mapping[str, int]
) -> Volunteers:
    """The volunteers of a frame, with the numbers of all codes."""
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
    urgency = cells.ints("urgency", 0, 4)
    return Needs(
        ids=cells.ids,
        residents=cells.texts("resident_id"),
        task=task,
        easting=cells.floats("easting"),
        northing=cells.floats("northing"),
        in_person=cells.flags("in_person"),
        slots=cells.ints("slots", 0, 2**21),
        urgency=urgency,
        needs_car=cells.flags("needs_car"),
        people=np.maximum(cells.ints("people"), 0),
        places=np.maximum(cells.ints("people"), 0),
        min_dbs=cells.ints("min_dbs", 0, 5),
        training=cells.masks("training", training),
        languages=cells.masks("languages", languages),
        waiting_days=np.maximum(np.nan_to_num(cells.floats("waiting_days")), 0.0),
        response_days=_response_days(cells, urgency),
        in_pairs=cells.flags("in_pairs") if cells.has("in_pairs") else np.zeros(len(cells.ids), np.bool_),
        known_first=np.zeros(len(cells.ids), np.bool_),
    )


def _response_days(cells: Cells, urgency: Ints) -> Floats:
    usual = np.array(RESPONSE_DAYS)[urgency]
    if not cells.has("response_days"):
        return usual
    days = cells.floats("response_days")
    return np.where(days > 0, days, usual)
