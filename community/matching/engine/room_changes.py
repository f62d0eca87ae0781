"""Room that a solved board loses or gains: places are emptied, and time that becomes free is passed on.

Whoever loses room gives up the place that costs the board least. Whoever gains room takes over a place from somebody,
who takes over another, and so on, as long as the whole board saves by it: the mirror image of `shortest_paths`. With
settled prices a volunteer's price is what one more match of theirs saves, and the search that settled them left behind
who takes over from whom.
"""

from community.matching.array_types import Ints
from community.matching.engine.array_layout import FAR, Asks, BoardState, Lists, ScratchArrays
from community.matching.engine.auction import link, unlink
from community.matching.engine.jit_compile import kernel
from community.matching.engine.optimality_proof import settle

NEVER = 1 << 38
"""The price of a volunteer without room: more than an empty place can cost, so no chain leads to them."""


@kernel
def close_need(state: BoardState, lists: Lists, asks: Asks, n: int, freed: Ints, count: int) -> int:
    """The number of volunteers in `freed` after a need left the board, and those who filled its places were added."""
    for place in range(state.places[n], state.places[n + 1]):
        if state.by[place] >= 0:
            freed[count] = unlink(state, place)
            count += 1
    state.worth[n], state.empty[n] = 0, 0
    lists.size[n], lists.floor[n] = 0, FAR
    asks.kind[n] = 0
    return count


@kernel
def set_room(state: BoardState, v: int, room: int, emptied: Ints, count: int) -> int:
    """The number of places in `emptied` after a volunteer's room was changed, and those they gave up were added."""
    if state.room[v] == 0:
        state.price[v] = 0
    state.room[v] = room
    while state.held[v] > room:
        # The price rises until giving up a place costs nothing. So no other step costs less than nothing either.
        place, least, last = state.first[v], FAR, -1
        while place >= 0:
            more = state.worth[state.need[place]] - state.cost[place] - state.price[v]
            if more < least:
                least, last = more, place
            place = state.after[place]
        state.price[v] += least
        unlink(state, last)
        emptied[count] = last
        count += 1
    if room == 0:
        state.price[v] = NEVER
    return count


@kernel
def pass_on(state: BoardState, scratch: ScratchArrays, v: int) -> None:
    """Let a volunteer with room and a price take over a place, and so on to the end of the chain that `settle` saw."""
    while True:
        m = scratch.from_need[v]
        place, before = scratch.from_place[m], -1
        if state.by[place] >= 0:
            before = unlink(state, place)
        link(state, place, v, scratch.step[v])
        if before < 0 or state.price[before] == 0:
            return
        v = before


@kernel
def use_room(state: BoardState, lists: Lists, scratch: ScratchArrays, freed: Ints) -> bool:
    """Whether the time of all these volunteers saves the board as much as it can. It is False if the heap needs more
    room: call again."""
    while True:
        if not settle(state, lists, scratch):
            return False
        last = -1
        for v in freed:
            if state.held[v] < state.room[v] and state.price[v] > 0:
                last = v
                break
        if last < 0:
            return True
        pass_on(state, scratch, last)
