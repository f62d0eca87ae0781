"""One board in the engine, which is solved, queried and changed in place."""

from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

from community.matching.array_types import Ints
from community.matching.board import Board
from community.matching.engine.alternate_costs import RANKS, choose_all
from community.matching.engine.array_layout import FAR, Asks, BoardState, Lists, ScratchArrays, Shorts
from community.matching.engine.auction import MORE, auction
from community.matching.engine.board_packing import asks_of, pack
from community.matching.engine.candidate_lists import list_all, rank
from community.matching.engine.optimality_proof import bound, settle
from community.matching.engine.shortest_paths import NODES, fill
from community.matching.matching_errors import TooLarge
from community.matching.weights import Weights

AT_FIRST = 12
"""So many pairs of each need are listed at first. Few needs ever look further."""
STRUGGLE = 6
"""So many times each need may be outbid on average before chains take over."""


class EngineBoard:
    """A board with its best assignment. Volunteers and needs have numbers here; `people` and `needs` say their places
    on the board, `spots` and `numbers` the other way round (-1: has no room, wants nobody)."""

    def __init__(self, board: Board, weights: Weights, pinned: Ints) -> None:
        """Solve the board. Raises TooLarge."""
        self.world, self.people, self.needs, self.spots, self.served = pack(board, weights, pinned)
        if len(self.people) + 2 * len(self.needs) >= NODES:
            raise TooLarge
        self.numbers = np.full(len(board.needs.ids), -1)
        self.numbers[self.needs] = np.arange(len(self.needs))
        wanted = self._wanted(board, self.needs)
        self.lists = empty_lists(len(self.needs), len(self.needs) * AT_FIRST * 2 + 1024)
        self.scratch = empty_scratch(len(self.people), len(self.needs))
        self.state = empty_state(board.volunteers.capacity[self.people], wanted, _empty(board, weights, self.needs))
        self._solve(board.needs.urgency[self.needs], wanted)

    def _wanted(self, board: Board, needs: Ints) -> Ints:
        """Places of each need. Places beyond the number of volunteers always stay empty: all but one are left out."""
        return np.minimum(board.needs.people[needs], max(len(self.people), 1))

    def _solve(self, urgency: Ints, wanted: Ints) -> None:
        self._list(0)
        single = np.nonzero(wanted == 1)[0]
        # The most urgent come last, because the pile is worked from its end.
        todo = single[np.argsort(urgency[single], kind="stable")]
        counts = np.array([len(todo), 0, 0])
        budget = STRUGGLE * len(urgency)
        while not auction(self.world, self.state, self.lists, self.scratch, todo, counts, budget):
            self._more_room()
        left = np.union1d(todo[len(todo) - counts[1] :], np.nonzero(wanted > 1)[0])
        self.fill(left[np.argsort(-urgency[left], kind="stable")])

    def _list(self, at: int) -> None:
        while at < len(self.needs):
            at = list_all(self.world, self.lists, self.scratch, at, len(self.needs), AT_FIRST)
            if at < len(self.needs):
                self._more_room()

    def fill(self, needs: Ints) -> None:
        """Fill the empty places of these needs one by one, each time by the cheapest chain of exchanges."""
        first, last = self.state.places[needs], self.state.places[needs + 1]
        size = (last - first).astype(np.int64)
        todo = np.arange(size.sum()) + np.repeat(first - np.cumsum(size) + size, size)
        todo = todo[self.state.by[todo] < 0]
        at = 0
        while at < len(todo):
            at = fill(self.world, self.state, self.lists, self.scratch, todo, at)
            if at < len(todo):
                self._more_room()

    def settle(self) -> None:
        """Settle prices and worths at their meaningful values (`optimality_proof`)."""
        while not settle(self.state, self.lists, self.scratch):
            self._more_room()

    def prove(self) -> tuple[int, int] | None:
        """The cost and the bound; None if the lists are too short to tell. Places left out are not counted."""
        least, cost, short = bound(self.state, self.lists)
        return None if short else (cost, least)

    def rank(self, n: int, count: int) -> tuple[Shorts, Shorts]:
        """The cheapest volunteers for a need, among those with room in their week, and what each costs."""
        who, cost = np.empty(count, np.int32), np.empty(count, np.int32)
        size = rank(self.world, self.scratch, n, who, cost)
        return who[:size], cost[:size]

    def choices(self, needs: Ints, order: Ints) -> tuple[npt.NDArray[np.int64], Ints]:
        """By need, up to three choices (volunteer, cost, extra), and how many. Prices must be settled.

        `order`: by place on the board, which volunteer comes first among equals.
        """
        number = order[self.people]
        found, counts, at = np.zeros((len(needs), RANKS, 3), np.int64), np.zeros(len(needs), np.int64), 0
        while at < len(needs):
            at = choose_all(self.world, self.state, self.lists, self.scratch, needs, found, counts, number, at)
            if at < len(needs):
                self._more_room()
        return found, counts

    def can_take_in(self, board: Board, new: Ints) -> bool:
        """Whether volunteers were packed for needs like these, which are new on the board."""
        tasks, in_person = board.needs.task[new], board.needs.in_person[new]
        words = board.needs.training.shape[1], board.needs.languages.shape[1]
        known = (self.world.asks.wants.shape[1] - 1, self.world.asks.languages.shape[1])
        return (
            words == known
            and bool((tasks < len(self.served)).all())
            and all(self.served[task, 0 if goes else 1] for task, goes in zip(tasks, in_person, strict=True))
        )

    def take_in(self, board: Board, weights: Weights, pinned: Ints, new: Ints) -> None:
        """Add these needs, which are new on the board, and fill their places."""
        new = new[board.needs.people[new] > 0]
        first, world, state = len(self.needs), self.world, self.state
        asks = asks_of(board, weights, board.needs, new, self.spots, pinned)
        asks = asks._replace(begins=asks.begins[1:] + world.asks.begins[-1])
        self.world = world._replace(asks=_all_appended(world.asks, asks))
        wanted = self._wanted(board, new)
        more = empty_state(np.zeros(0, np.int64), wanted, _empty(board, weights, new))
        more = more._replace(places=more.places[1:] + state.places[-1], need=more.need + np.int32(first))
        self.state = _all_appended(state, more)
        lists = empty_lists(len(new), 0)
        self.lists = _all_appended(self.lists, lists._replace(used=lists.used[:0]))
        scratch = empty_scratch(0, len(new))
        kept = {name: getattr(scratch, name)[:0] for name in ("heap", "keys", "found", "seen")}
        self.scratch = _all_appended(self.scratch, scratch._replace(**kept))
        self.needs = _appended(self.needs, new)
        self.numbers = np.full(len(board.needs.ids), -1)
        self.numbers[self.needs] = np.arange(len(self.needs))
        self._list(first)
        self.fill(np.arange(first, len(self.needs)))

    def copy(self) -> "EngineBoard":
        """A copy in the same state. It shares what never changes."""
        other = EngineBoard.__new__(EngineBoard)
        other.people, other.needs, other.spots, other.numbers = self.people, self.needs.copy(), self.spots, self.numbers
        other.served = self.served
        other.world = self.world._replace(asks=_copied(self.world.asks))
        other.lists, other.scratch, other.state = _copied(self.lists), _copied(self.scratch), _copied(self.state)
        return other

    def _more_room(self) -> None:
        lists = self.lists
        more = max(len(lists.who), MORE * (len(self.scratch.keys) + 1))
        who, cost = (np.concatenate([old, np.empty(more, np.int32)]) for old in (lists.who, lists.cost))
        self.lists = lists._replace(who=who, cost=cost)
        self.scratch = self.scratch._replace(heap=np.empty(2 * len(self.scratch.heap), np.int64))


Arrays = TypeVar("Arrays", Asks, Lists, ScratchArrays, BoardState)


def _copied(arrays: Arrays) -> Arrays:
    kind: Any = type(arrays)
    copy: Arrays = kind(*(array.copy() for array in arrays))
    return copy


def _all_appended(arrays: Arrays, rows: Arrays) -> Arrays:
    kind: Any = type(arrays)
    pairs: Any = zip(arrays, rows, strict=True)
    longer: Arrays = kind(*(_appended(array, more) for array, more in pairs))
    return longer


def _appended(array: npt.NDArray[Any], rows: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """The array with more rows, in its spare room if there is any: copying a nation's takes longer than matching."""
    if not len(rows):
        return array
    count, room = len(array), array.base
    if not isinstance(room, np.ndarray) or room.dtype != array.dtype or len(room) < count + len(rows):
        room = np.empty((count + len(rows) + count // 8 + 64, *array.shape[1:]), array.dtype)
        room[:count] = array
    room[count : count + len(rows)] = rows
    return room[: count + len(rows)]


def _empty(board: Board, weights: Weights, needs: Ints) -> Ints:
    """What an empty place of each of these needs costs."""
    return np.array(weights.unmatched, dtype=np.int64)[board.needs.urgency[needs]]


def empty_lists(needs: int, room: int) -> Lists:
    """Empty lists with room for so many pairs."""
    return Lists(
        at=np.zeros(needs, np.int64),
        size=np.zeros(needs, np.int32),
        floor=np.zeros(needs, np.int64),
        who=np.empty(room, np.int32),
        cost=np.empty(room, np.int32),
        used=np.zeros(1, np.int64),
    )


def empty_scratch(people: int, needs: int) -> ScratchArrays:
    """Working memory, ready for a first search."""
    return ScratchArrays(
        heap=np.empty(max(1024, people // 4 + 4 * needs), np.int64),
        keys=np.empty(people + 1, np.int64),
        found=np.empty(people + 1, np.int32),
        far_volunteer=np.full(people, FAR),
        far_need=np.full(needs, FAR),
        from_need=np.zeros(people, np.int32),
        from_place=np.zeros(needs, np.int32),
        step=np.zeros(people, np.int32),
        seen_volunteer=np.zeros(people, np.int32),
        seen_need=np.zeros(needs, np.int32),
        seen=np.zeros(3, np.int64),
    )


def empty_state(capacity: Ints, wanted: Ints, empty: Ints) -> BoardState:
    """A state in which no place is filled."""
    starts = np.concatenate([np.zeros(1, np.int64), np.cumsum(wanted)])
    people, places = len(capacity), int(starts[-1])
    return BoardState(
        price=np.zeros(people, np.int64),
        room=capacity.astype(np.int32),
        held=np.zeros(people, np.int32),
        first=np.full(people, -1, np.int32),
        need=np.repeat(np.arange(len(wanted)), wanted).astype(np.int32),
        by=np.full(places, -1, np.int32),
        after=np.full(places, -1, np.int32),
        cost=np.zeros(places, np.int32),
        stays=np.zeros(places, np.int64),
        worth=np.zeros(len(wanted), np.int64),
        empty=empty,
        places=starts.astype(np.int32),
    )
