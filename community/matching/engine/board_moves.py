"""Brings a solved board in the engine forward in place: its best assignment is kept, and mended where rows changed."""

from dataclasses import fields

import numpy as np

from community.matching.array_types import Flags, Ints, among, parted
from community.matching.board import Board
from community.matching.board_change import SHARE, SPARE, Moved
from community.matching.engine.array_growth import (
    all_appended,
    appended,
    copied,
    empty_lists,
    empty_scratch,
    empty_state,
)
from community.matching.engine.board_packing import asks_of, history_of, people_of
from community.matching.engine.engine_board import EngineBoard, cost_of_empty
from community.matching.engine.newcomers import enlist, raise_first_prices
from community.matching.engine.room_changes import close_need, set_room, use_room
from community.matching.engine.shortest_paths import NODES
from community.matching.weights import Weights

AT_ONCE = 100
"""With more changed rows than this at once, solving the whole board is about as fast."""
OFF_MAP = 512
"""So many volunteers may be on no map: each search looks at all of them."""


class BoardMove:
    """One change of a board in the engine: from `old` to `then`."""

    def __init__(self, engine: EngineBoard, old: Board, old_pinned: Ints, then: Moved, weights: Weights) -> None:
        self.engine, self.board, self.pinned, self.weights = engine, then.board, then.pinned, weights
        people, needs = self.board.volunteers, self.board.needs
        self.changed_needs = then.needs
        self.new_needs = then.needs[needs.people[then.needs] > 0]
        able = (people.capacity > 0) & people.tasks.any(axis=1)
        was_there = then.volunteers[then.volunteers < len(engine.spots)]
        here = was_there[engine.spots[was_there] >= 0]
        alike = here[_alike(old, self.board, here) & ~self._other_history(old, old_pinned, here)]
        self.other_room = alike
        self.left = np.setdiff1d(here, alike)
        self.newcomers = np.setdiff1d(then.volunteers[able[then.volunteers]], alike)
        self.rows = len(then.needs) + len(then.volunteers)

    def _other_history(self, old: Board, old_pinned: Ints, volunteers: Ints) -> Flags:
        """Which of these have another history with a need that has not changed itself."""
        before = _history(old, old_pinned, volunteers, self.changed_needs)
        after = _history(self.board, self.pinned, volunteers, self.changed_needs)
        other = {volunteer for (_, volunteer), _ in before.items() ^ after.items()}
        return np.isin(volunteers, list(other))

    def is_possible(self) -> bool:
        """Whether the engine can take it in place. Otherwise the board has to be packed anew."""
        engine, board = self.engine, self.board
        world, needs = engine.world, board.needs
        widths = board.volunteers.tasks.shape[1] * 2, needs.training.shape[1] + 1, needs.languages.shape[1]
        known = world.people.tasks.shape[1], world.asks.wants.shape[1], world.asks.languages.shape[1]
        people, asking = len(engine.people) + len(self.newcomers), len(engine.needs) + len(self.new_needs)
        return (
            self.rows <= AT_ONCE
            and widths == known
            and people - world.mapped <= OFF_MAP
            and asking - engine.packed <= max(SPARE, engine.packed // SHARE)
            and people + 2 * asking < NODES
            and self._are_served()
            and not (len(self.newcomers) and self._left_out())
        )

    def _are_served(self) -> bool:
        """Whether volunteers were packed for needs like the new ones."""
        tasks, in_person = self.board.needs.task[self.new_needs], self.board.needs.in_person[self.new_needs]
        served = self.engine.served
        return bool((tasks < len(served)).all()) and bool(served[tasks, np.where(in_person, 0, 1)].all())

    def _left_out(self) -> bool:
        """Whether some need wants more people than there were volunteers, so that places were left out."""
        engine = self.engine
        stay = engine.in_use[1] & ~among(engine.needs, self.changed_needs)
        places = np.diff(engine.state.places)[stay]
        return bool((self.board.needs.people[engine.needs[stay]] > places).any())

    def carry_out(self) -> None:
        """Make the change. The board is the best again."""
        freed, emptied = self._take_out()
        first_spot, first_need = len(self.engine.people), len(self.engine.needs)
        self._add_volunteers()
        self._add_needs()
        self._enlist(first_spot, first_need)
        engine, urgency = self.engine, self.board.needs.urgency
        raise_first_prices(engine.state, engine.lists)
        places = np.concatenate([emptied, engine.places_of(np.arange(first_need, len(engine.needs)))])
        urgent = urgency[engine.needs[engine.state.need[places]]]
        engine.fill(places[np.argsort(-urgent, kind="stable")])
        gained = np.concatenate([freed, engine.spots[self.other_room], np.arange(first_spot, len(engine.people))])
        while not use_room(engine.state, engine.lists, engine.scratch, gained):
            engine.more_room()

    def _take_out(self) -> tuple[Ints, Ints]:
        """The volunteers who have more time, and the places that are empty now."""
        engine, board, count = self.engine, self.board, 0
        gone = self.changed_needs[self.changed_needs < len(engine.numbers)]
        gone = gone[engine.numbers[gone] >= 0]
        places = int(np.diff(engine.state.places)[engine.numbers[gone]].sum())
        freed = np.empty(places, np.int64)
        for n in engine.numbers[gone].tolist():
            count = close_need(engine.state, engine.lists, engine.world.asks, n, freed, count)
        freed = freed[:count]
        engine.numbers = np.concatenate([engine.numbers, np.full(len(board.needs.ids) - len(engine.numbers), -1)])
        engine.numbers[gone] = -1
        spots = np.concatenate([engine.spots, np.full(len(board.volunteers.ids) - len(engine.spots), -1)])
        room = board.volunteers.capacity[self.other_room]
        rooms = [
            *((v, 0) for v in spots[self.left].tolist()),
            *zip(spots[self.other_room].tolist(), room.tolist(), strict=True),
        ]
        emptied, count = np.empty(sum(int(engine.state.held[v]) for v, _ in rooms), np.int64), 0
        for v, most in rooms:
            count = set_room(engine.state, v, most, emptied, count)
        spots[self.left] = -1
        engine.spots = spots
        return freed, emptied[:count]

    def _add_volunteers(self) -> None:
        engine, board, new = self.engine, self.board, self.newcomers
        if not len(new):
            return
        first = len(engine.people)
        people = engine.world.people
        if engine.shares_people:
            people, engine.people, engine.shares_people = copied(people), engine.people.copy(), False
        engine.people = appended(engine.people, new)
        engine.spots[new] = np.arange(first, first + len(new))
        rows = people_of(board, self.weights, new)
        engine.world = engine.world._replace(people=all_appended(people, rows))
        state = empty_state(board.volunteers.capacity[new], np.zeros(0, np.int64), np.zeros(0, np.int64))
        by_volunteer = {name: getattr(state, name) for name in ("price", "room", "held", "first")}
        engine.state = engine.state._replace(
            **{name: appended(getattr(engine.state, name), rows) for name, rows in by_volunteer.items()}
        )
        scratch = empty_scratch(len(new), 0)
        names = ("far_volunteer", "from_need", "step", "seen_volunteer")
        grown = {name: appended(getattr(engine.scratch, name), getattr(scratch, name)) for name in names}
        grown |= {
            name: appended(getattr(engine.scratch, name), getattr(scratch, name)[1:]) for name in ("keys", "found")
        }
        engine.scratch = engine.scratch._replace(**grown)
        # What needs that stay say of them stands after what they say of others, because their numbers are the highest.
        only_new = np.full(len(engine.spots), -1)
        only_new[new] = engine.spots[new]
        row, spot, points = history_of(board, self.weights, engine.numbers, only_new, self.pinned)
        asks = engine.world.asks
        if len(row):
            at = asks.begins[row + 1]
            more = np.cumsum(np.bincount(row + 1, minlength=len(asks.begins)))
            asks = asks._replace(
                begins=(asks.begins + more).astype(np.int32),
                special=np.insert(asks.special, at, spot).astype(np.int32),
                strange=np.insert(asks.strange, at, points).astype(np.int32),
            )
            engine.world = engine.world._replace(asks=asks)

    def _add_needs(self) -> None:
        engine, board, new = self.engine, self.board, self.new_needs
        if not len(new):
            return
        first, world, state = len(engine.needs), engine.world, engine.state
        asks = asks_of(board, self.weights, board.needs, new, engine.spots, self.pinned)
        asks = asks._replace(begins=asks.begins[1:] + world.asks.begins[-1])
        engine.world = world._replace(asks=all_appended(world.asks, asks))
        more = empty_state(np.zeros(0, np.int64), engine.wanted(board, new), cost_of_empty(board, self.weights, new))
        more = more._replace(places=more.places[1:] + state.places[-1], need=more.need + np.int32(first))
        engine.state = all_appended(state, more)
        lists = empty_lists(len(new), 0)
        engine.lists = all_appended(engine.lists, lists._replace(used=lists.used[:0]))
        scratch = empty_scratch(0, len(new))
        kept = {name: getattr(scratch, name)[:0] for name in ("heap", "keys", "found", "seen")}
        engine.scratch = all_appended(engine.scratch, scratch._replace(**kept))
        engine.needs = appended(engine.needs, new)
        engine.numbers[new] = np.arange(first, len(engine.needs))
        engine.list_from(first)

    def _enlist(self, first_spot: int, first_need: int) -> None:
        """Enter the newcomers in the lists of the needs that were there before."""
        engine, at = self.engine, 0
        while first_spot < len(engine.people) and at < first_need:
            at = enlist(engine.world, engine.lists, engine.scratch, first_spot, at, first_need)
            if at < first_need:
                engine.more_room()


def _alike(old: Board, new: Board, volunteers: Ints) -> Flags:
    """Which of these volunteers are the same on both boards, but for their room."""
    alike: Flags = np.ones(len(volunteers), np.bool_)
    for name in (f.name for f in fields(old.volunteers) if f.name != "capacity"):
        before, after = getattr(old.volunteers, name)[volunteers], getattr(new.volunteers, name)[volunteers]
        if before.ndim > 1:
            if before.shape != after.shape:
                return np.zeros(len(volunteers), np.bool_)
            alike &= (before == after).all(axis=1)
        else:
            alike &= (before == after) | ((before != before) & (after != after))
    return alike


def _history(board: Board, pinned: Ints, volunteers: Ints, but: Ints) -> dict[tuple[int, int], tuple[int, ...]]:
    """What there is to each pair of these volunteers, but for some needs (places): barred, asked for, visits."""
    found: dict[tuple[int, int], list[int]] = {}
    if not len(volunteers):
        return {}
    keys, visits = board.visits
    barred = ((0, each, None) for each in (board.avoided, board.refused, pinned))
    for kind, each, values in (*barred, (1, board.asked_for, None), (2, keys, visits)):
        need, volunteer = parted(each, len(board.volunteers.ids))
        mine = np.nonzero(among(volunteer, volunteers))[0]
        mine = mine[~among(need[mine], but)]
        for at in mine.tolist():
            told = found.setdefault((int(need[at]), int(volunteer[at])), [0, 0, 0])
            told[kind] = 1 if values is None else int(values[at])
    return {pair: tuple(told) for pair, told in found.items()}
