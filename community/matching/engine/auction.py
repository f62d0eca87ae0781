"""A first board by auction: each need in turn takes its cheapest volunteer, price included.

It bids just enough to make its second choice equally good. A need that is outbid looks again. So at every moment each
need has what is best for it at the present prices, which is what proves a board best. Needs that bids do not settle
(equal choices, too many rounds) are left for `shortest_paths`.
"""

from community.matching.array_types import Ints
from community.matching.engine.array_layout import FAR, BoardState, Lists, ScratchArrays, World
from community.matching.engine.candidate_lists import relist
from community.matching.engine.jit_compile import kernel, part

MORE = 4
"""A list that turns out too short becomes so many times as long."""


@part
def link(state: BoardState, place: int, v: int, cost: int) -> None:
    """Let a volunteer fill a place."""
    state.by[place], state.cost[place] = v, cost
    state.after[place], state.first[v] = state.first[v], place
    state.held[v] += 1


@part
def unlink(state: BoardState, place: int) -> int:
    """The volunteer who filled a place, which is now empty."""
    v = state.by[place]
    before, at = -1, state.first[v]
    while at != place:
        before, at = at, state.after[at]
    if before < 0:
        state.first[v] = state.after[place]
    else:
        state.after[before] = state.after[place]
    state.by[place] = -1
    state.held[v] -= 1
    return int(v)


@part
def weakest(state: BoardState, v: int) -> int:
    """The place that this volunteer would give up first."""
    place = state.first[v]
    least = place
    while place >= 0:
        if state.stays[place] < state.stays[least]:
            least = place
        place = state.after[place]
    return int(least)


@part
def bid(state: BoardState, lists: Lists, n: int) -> tuple[int, int, int, int]:
    """The first choice of a need (place in its list), its value, the second value, and whether there is room.

    Among equal choices, one with room is taken.
    """
    best, first, second, room = -1, FAR, FAR, 0
    for i in range(lists.at[n], lists.at[n] + lists.size[n]):
        if lists.cost[i] > second:
            break
        v = lists.who[i]
        value = lists.cost[i] + state.price[v]
        free = 1 if state.held[v] < state.room[v] else 0
        if value < first or (value == first and free > room):
            best, first, second, room = i, value, first, free
        elif value < second:
            second = value
    return best, first, second, room


@kernel
def auction(
    world: World, state: BoardState, lists: Lists, scratch: ScratchArrays, todo: Ints, counts: Ints, budget: int
) -> bool:
    """Whether all needs in `todo[:counts[0]]` have bid; those left for `shortest_paths` end up in `todo[-counts[1]:]`.

    It is False if the lists are full: give them more room, and call again.
    """
    while counts[0] > 0:
        n = todo[counts[0] - 1]
        best, first, second, room = bid(state, lists, n)
        floor = lists.floor[n]
        if min(first, state.empty[n]) > floor:
            if not relist(world, lists, scratch, n, max(MORE * lists.size[n], 8)):
                return False
            continue
        counts[0] -= 1
        if first >= state.empty[n]:
            state.worth[n] = state.empty[n]
            continue
        second = min(second, min(floor, state.empty[n]))
        v, place = lists.who[best], state.places[n]
        if not room and (second == first or counts[2] >= budget):
            counts[1] += 1
            todo[len(todo) - counts[1]] = n
            continue
        if not room:
            outbid = weakest(state, v)
            unlink(state, outbid)
            todo[counts[0]] = state.need[outbid]
            counts[0] += 1
            counts[2] += 1
        state.stays[place] = state.price[v] + second - first
        link(state, place, v, lists.cost[best])
        if state.held[v] == state.room[v]:
            state.price[v] = state.stays[weakest(state, v)]
    for place in range(len(state.by)):
        if state.by[place] >= 0:
            state.worth[state.need[place]] = state.cost[place] + state.price[state.by[place]]
    return True
