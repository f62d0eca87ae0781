"""Other volunteers for a need, and what choosing each adds to the cost of the whole board.

Choosing a volunteer with room adds the difference in cost. A volunteer without room passes a match on, by the cheapest
chain of exchanges to anybody with room, to a place that is given up, or back to the need itself. Prices have to be
settled (`optimality_proof`): then it adds nothing to release the volunteer who fills the place now.
"""

import numpy as np
import numpy.typing as npt

from community.matching.array_types import Ints
from community.matching.engine.array_layout import FAR, BoardState, Lists, ScratchArrays, World
from community.matching.engine.auction import MORE
from community.matching.engine.candidate_lists import relist
from community.matching.engine.jit_compile import kernel, part
from community.matching.engine.shortest_paths import FULL, forget, holds, search

RANKS = 3
Boxes = npt.NDArray[np.int64]
"""Needs x ranks x (volunteer, cost, extra)."""


@kernel
def choose(
    world: World, state: BoardState, lists: Lists, scratch: ScratchArrays, n: int, found: Ints, number: Ints
) -> int:
    """How many choices of need `n`, at most three, were written to `found` (volunteer, cost, extra); FULL if lists are.

    The choices that add least come first; among equals the cheaper, then the one with the smaller `number`.
    """
    count = 0
    # Volunteers with room need no search, and limit how far the search for the others has to go.
    for searching in (False, True):
        i = 0
        while True:
            limit = found[RANKS - 1, 2] + 1 if count == RANKS else FAR >> 1
            if i == lists.size[n]:
                if lists.floor[n] == FAR or lists.floor[n] - state.worth[n] >= limit:
                    break
                if not relist(world, lists, scratch, n, max(MORE * lists.size[n], 8)):
                    return FULL
                continue
            v, cost = lists.who[lists.at[n] + i], lists.cost[lists.at[n] + i]
            if cost - state.worth[n] >= limit:
                break
            i += 1
            full = state.held[v] == state.room[v]
            extra = cost + state.price[v] - state.worth[n]
            if full != searching or extra >= limit or state.room[v] == 0 or holds(state, n, v):
                continue
            if full:
                far, end = search(world, state, lists, scratch, -1, v, n, limit - extra)
                forget(scratch)
                if end == FULL:
                    return FULL
                extra += far
            if extra < limit:
                count = enter(found, count, v, cost, extra, number)
    return count


@kernel
def choose_all(
    world: World,
    state: BoardState,
    lists: Lists,
    scratch: ScratchArrays,
    needs: Ints,
    found: Boxes,
    counts: Ints,
    number: Ints,
    at: int,
) -> int:
    """The number at which choosing for these needs, from `at` on, stopped because the lists or the heap are full."""
    for i in range(at, len(needs)):
        counts[i] = choose(world, state, lists, scratch, needs[i], found[i], number)
        if counts[i] == FULL:
            return i
    return len(needs)


@kernel
def enter(found: Ints, count: int, v: int, cost: int, extra: int, number: Ints) -> int:
    """How many choices there are, after inserting one in its place among the three best."""
    at = min(count, RANKS - 1)
    if count == RANKS and not before(found, at, v, cost, extra, number):
        return count
    while at > 0 and before(found, at - 1, v, cost, extra, number):
        for i in range(3):
            found[at, i] = found[at - 1, i]
        at -= 1
    found[at, 0], found[at, 1], found[at, 2] = v, cost, extra
    return min(count + 1, RANKS)


@part
def before(found: Ints, at: int, v: int, cost: int, extra: int, number: Ints) -> bool:
    """Whether a choice comes before the one at this rank."""
    if extra != found[at, 2]:
        return bool(extra < found[at, 2])
    if cost != found[at, 1]:
        return bool(cost < found[at, 1])
    return bool(number[v] < number[found[at, 0]])
