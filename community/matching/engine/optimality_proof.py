"""Settled prices, and the proof that the board is best.

Many prices prove the same board best. The ones settled here are the lowest: what one more match of a volunteer would
save the whole board. A search from "one more" outward finds who would pass a match on, and what that saves.
"""

from community.matching.engine.array_layout import FAR, BoardState, Lists, ScratchArrays
from community.matching.engine.binary_heap import pop
from community.matching.engine.jit_compile import kernel
from community.matching.engine.shortest_paths import NODES, enqueue, forget, holds, see_need


@kernel
def settle(state: BoardState, lists: Lists, scratch: ScratchArrays) -> bool:
    """Whether prices and worths were lowered as far as the same board stays proved best.

    Of a volunteer with a price, `from_need` then says who would best have one more match of theirs, at the cost `step`;
    of a need, `from_place` which place it would fill with them: an empty one, or that of somebody who passes it on.

    Lists are complete as far as this looks: only pairs that cost less than the need's worth matter. It is False,
    and nothing has changed, if the heap needs more room.
    """
    heap, size, far = scratch.heap, 0, scratch.far_need
    for n in range(len(state.worth)):
        start, last = FAR, -1
        for place in range(state.places[n], state.places[n + 1]):
            step = 0 if state.by[place] < 0 else state.worth[n] - state.cost[place]
            if step < start:
                start, last = step, place
        if start < FAR:
            see_need(scratch, n, start, last)
            # Nothing nearer can be found where even the cheapest pair costs as much as the need is worth.
            if lists.size[n] and start + lists.cost[lists.at[n]] < state.worth[n]:
                size = enqueue(scratch, size, start * NODES + n)
    for v in range(len(state.price)):
        scratch.far_volunteer[v] = state.price[v]
    while size:
        size = pop(heap, size)
        near, m = heap[size] >> 24, heap[size] & (NODES - 1)
        if near > far[m]:
            continue
        for i in range(lists.at[m], lists.at[m] + lists.size[m]):
            gap = near + lists.cost[i] - state.worth[m]
            if gap >= 0:
                break
            w = lists.who[i]
            if gap + state.price[w] >= scratch.far_volunteer[w] or holds(state, m, w):
                continue
            scratch.far_volunteer[w] = gap + state.price[w]
            scratch.from_need[w], scratch.step[w] = m, lists.cost[i]
            place = state.first[w]
            while place >= 0:
                n = state.need[place]
                step = scratch.far_volunteer[w] + state.worth[n] - state.cost[place] - state.price[w]
                if step < far[n]:
                    far[n], scratch.from_place[n] = step, place
                    size = enqueue(scratch, size, step * NODES + n)
                place = state.after[place]
    done = scratch.seen[2] == 0
    for v in range(len(state.price)):
        if state.room[v] and done:
            state.price[v] -= scratch.far_volunteer[v]
        scratch.far_volunteer[v] = FAR
    for n in range(len(state.worth)):
        if far[n] < FAR and done:
            state.worth[n] -= far[n]
    forget(scratch)
    return bool(done)


@kernel
def bound(state: BoardState, lists: Lists) -> tuple[int, int, int]:
    """What no board can cost less than, leaving out empty places beyond those in `state`; what this board costs; how
    many needs have a list too short to tell.

    Weak duality: for any worths up to the cost of an empty place and any prices from 0, worths less prices less what
    single pairs would still save is a bound. A pair that is not listed saves nothing where floor >= worth.
    """
    least, cost, short = 0, 0, 0
    for n in range(len(state.worth)):
        worth = state.worth[n]
        if worth > lists.floor[n] or worth > state.empty[n]:
            short += 1
        least += worth * (state.places[n + 1] - state.places[n])
        for i in range(lists.at[n], lists.at[n] + lists.size[n]):
            gain = worth - lists.cost[i] - state.price[lists.who[i]]
            if gain > 0:
                least -= gain
        for place in range(state.places[n], state.places[n + 1]):
            cost += state.empty[n] if state.by[place] < 0 else state.cost[place]
    for v in range(len(state.price)):
        if state.price[v] < 0:
            short += 1
        least -= state.price[v] * state.room[v]
    return least, cost, short
