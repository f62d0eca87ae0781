"""One board in the engine, which is solved, queried and changed in place."""

import numpy as np
import numpy.typing as npt

from community.matching.array_types import Flags, Ints
from community.matching.board import Board
from community.matching.engine.alternate_costs import RANKS, choose_all
from community.matching.engine.array_growth import appended, copied, empty_lists, empty_scratch, empty_state
from community.matching.engine.array_layout import Shorts
from community.matching.engine.auction import MORE, auction
from community.matching.engine.board_packing import pack
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
    on the board, `spots` and `numbers` the other way round (-1: has no room, wants nobody).

    A row that changed has a new number; the old one stays without room, or without places to fill.
    """

    def __init__(self, board: Board, weights: Weights, pinned: Ints) -> None:
        """Solve the board. Raises TooLarge."""
        self.world, self.people, self.needs, self.spots, self.served = pack(board, weights, pinned)
        if len(self.people) + 2 * len(self.needs) >= NODES:
            raise TooLarge
        self.packed = len(self.needs)
        self.shares_people = False
        self.numbers = np.full(len(board.needs.ids), -1)
        self.numbers[self.needs] = np.arange(len(self.needs))
        wanted = self.wanted(board, self.needs)
        self.lists = empty_lists(len(self.needs), len(self.needs) * AT_FIRST * 2 + 1024)
        self.scratch = empty_scratch(len(self.people), len(self.needs))
        self.state = empty_state(
            board.volunteers.capacity[self.people], wanted, cost_of_empty(board, weights, self.needs)
        )
        self._solve(board.needs.urgency[self.needs], wanted)

    @property
    def in_use(self) -> tuple[Flags, Flags]:
        """Which numbers stand for a volunteer, and which for a need, as they are now."""
        return self.spots[self.people] == np.arange(len(self.people)), self.numbers[self.needs] == np.arange(
            len(self.needs)
        )

    def wanted(self, board: Board, needs: Ints) -> Ints:
        """Places of each need. Places beyond the number of volunteers always stay empty: all but one are left out."""
        return np.minimum(board.needs.people[needs], max(len(self.people), 1))

    def _solve(self, urgency: Ints, wanted: Ints) -> None:
        self.list_from(0)
        single = np.nonzero(wanted == 1)[0]
        # The most urgent come last, because the pile is worked from its end.
        todo = single[np.argsort(urgency[single], kind="stable")]
        counts = np.array([len(todo), 0, 0])
        budget = STRUGGLE * len(urgency)
        while not auction(self.world, self.state, self.lists, self.scratch, todo, counts, budget):
            self.more_room()
        left = np.union1d(todo[len(todo) - counts[1] :], np.nonzero(wanted > 1)[0])
        self.fill(self.places_of(left[np.argsort(-urgency[left], kind="stable")]))

    def list_from(self, at: int) -> None:
        """List the cheapest pairs of each need from number `at` on."""
        while at < len(self.needs):
            at = list_all(self.world, self.lists, self.scratch, at, len(self.needs), AT_FIRST)
            if at < len(self.needs):
                self.more_room()

    def places_of(self, needs: Ints) -> Ints:
        """The places of these needs, in their order."""
        first, last = self.state.places[needs], self.state.places[needs + 1]
        size = (last - first).astype(np.int64)
        places: Ints = np.arange(size.sum()) + np.repeat(first - np.cumsum(size) + size, size)
        return places

    def fill(self, places: Ints) -> None:
        """Fill those of these places that are empty one by one, each time by the cheapest chain of exchanges."""
        todo, at = places[self.state.by[places] < 0], 0
        while at < len(todo):
            at = fill(self.world, self.state, self.lists, self.scratch, todo, at)
            if at < len(todo):
                self.more_room()

    def settle(self) -> None:
        """Settle prices and worths at their meaningful values (`optimality_proof`)."""
        while not settle(self.state, self.lists, self.scratch):
            self.more_room()

    def prove(self) -> tuple[int, int] | None:
        """The cost and the bound; None if the lists are too short to tell. Places left out are not counted."""
        least, cost, short = bound(self.state, self.lists)
        return None if short else (cost, least)

    def rank(self, n: int, count: int) -> tuple[Shorts, Shorts]:
        """The cheapest volunteers for a need, among those with room in their week, and what each costs."""
        many = count
        while True:
            who, cost = np.empty(many, np.int32), np.empty(many, np.int32)
            size = rank(self.world, self.scratch, n, who, cost)
            # Those who left, or have no room now, are still on the map.
            able = self.state.room[who[:size]] > 0
            if size < many or np.count_nonzero(able) >= count:
                return who[:size][able][:count], cost[:size][able][:count]
            many *= 2

    def choices(self, needs: Ints, order: Ints) -> tuple[npt.NDArray[np.int64], Ints]:
        """By need, up to three choices (volunteer, cost, extra), and how many. Prices must be settled.

        `order`: by place on the board, which volunteer comes first among equals.
        """
        number = order[self.people]
        found, counts, at = np.zeros((len(needs), RANKS, 3), np.int64), np.zeros(len(needs), np.int64), 0
        while at < len(needs):
            at = choose_all(self.world, self.state, self.lists, self.scratch, needs, found, counts, number, at)
            if at < len(needs):
                self.more_room()
        return found, counts

    def copy(self) -> "EngineBoard":
        """A copy in the same state. It shares what never changes, and the volunteers until one of the two gets more."""
        other = EngineBoard.__new__(EngineBoard)
        other.people, other.needs, other.spots, other.numbers = self.people, self.needs.copy(), self.spots, self.numbers
        other.served, other.packed = self.served, self.packed
        self.shares_people = other.shares_people = True
        other.world = self.world._replace(asks=copied(self.world.asks))
        other.lists, other.scratch, other.state = copied(self.lists), copied(self.scratch), copied(self.state)
        return other

    def more_room(self) -> None:
        """Give lists and heap more room."""
        lists = self.lists
        more = max(len(lists.who), MORE * (len(self.scratch.keys) + 1))
        who, cost = (appended(old, np.empty(more, np.int32)) for old in (lists.who, lists.cost))
        self.lists = lists._replace(who=who, cost=cost)
        self.scratch = self.scratch._replace(heap=np.empty(2 * len(self.scratch.heap), np.int64))


def cost_of_empty(board: Board, weights: Weights, needs: Ints) -> Ints:
    """What an empty place of each of these needs costs."""
    return np.array(weights.unmatched, dtype=np.int64)[board.needs.urgency[needs]]
