"""Who else could be chosen for a need, and what that adds to the whole board.

To choose somebody with room adds what they cost more. Somebody without passes a match on: the cheapest chain of
exchanges from them to anybody with room, to a place that is given up, or back to the need itself. Prices have to be
settled (`optimality_proof`): then it adds nothing to let go of whoever fills the place now.
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
    """Write up to three other choices of need `n` into `found` (volunteer, cost, extra); how many, FULL if lists are.

    Those that add least come first; of equal ones the cheaper, then the one whose `number` is smaller.
    """
    count = 0
    # Whoever has room needs no search, and tells how far one for the others has to go at most.
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
    """Choose for these needs from number `at` on; where it stopped because the lists or the heap are full."""
    for i in range(at, len(needs)):
        counts[i] = choose(world, state, lists, scratch, needs[i], found[i], number)
        if counts[i] == FULL:
            return i
    return len(needs)


@kernel
def enter(found: Ints, count: int, v: int, cost: int, extra: int, number: Ints) -> int:
    """Put a choice in its place among the three best; how many there are."""
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
