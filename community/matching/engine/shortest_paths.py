"""Fills one more place by the cheapest chain of exchanges, so that the board is best again (Dijkstra, with prices).

A chain goes from a need to a volunteer, from a need that fills their time to another volunteer, and so on, until it
reaches a volunteer with room or a place that is given up. Prices make each step cost 0 or more; after a chain they are
raised just enough for this to hold again. Lists grow when a chain could go beyond them.
"""

from community.matching.array_types import Ints
from community.matching.engine.array_layout import FAR, BoardState, Lists, ScratchArrays, World
from community.matching.engine.auction import MORE, link, unlink
from community.matching.engine.binary_heap import pop, push
from community.matching.engine.candidate_lists import relist
from community.matching.engine.jit_compile import kernel, part

NODES = 1 << 24
"""More volunteers and needs than a heap's keys have room for."""
NOBODY = -1
FULL = -2


@part
def holds(state: BoardState, n: int, v: int) -> bool:
    """Whether this volunteer fills a place of this need."""
    for place in range(state.places[n], state.places[n + 1]):
        if state.by[place] == v:
            return True
    return False


@part
def filled(state: BoardState, n: int) -> bool:
    """Whether anybody fills a place of this need."""
    for place in range(state.places[n], state.places[n + 1]):
        if state.by[place] >= 0:
            return True
    return False


@part
def see_volunteer(scratch: ScratchArrays, v: int, far: int) -> None:
    """Note how far a volunteer is."""
    if scratch.far_volunteer[v] == FAR:
        scratch.seen_volunteer[scratch.seen[0]] = v
        scratch.seen[0] += 1
    scratch.far_volunteer[v] = far


@part
def see_need(scratch: ScratchArrays, n: int, far: int, place: int) -> None:
    """Note how far a need is, and which of its places a chain would take."""
    if scratch.far_need[n] == FAR:
        scratch.seen_need[scratch.seen[1]] = n
        scratch.seen[1] += 1
    scratch.far_need[n], scratch.from_place[n] = far, place


@kernel
def forget(scratch: ScratchArrays) -> None:
    """Reset the working memory for the next search."""
    for i in range(scratch.seen[0]):
        scratch.far_volunteer[scratch.seen_volunteer[i]] = FAR
    for i in range(scratch.seen[1]):
        scratch.far_need[scratch.seen_need[i]] = FAR
    scratch.seen[:] = 0


@part
def enqueue(scratch: ScratchArrays, size: int, key: int) -> int:
    """The new size after adding to the heap. If there is no room, `seen[2]` says that the search is worthless."""
    if size == len(scratch.heap):
        scratch.seen[2] = 1
        return size
    return push(scratch.heap, size, key)


@kernel
def search(
    world: World, state: BoardState, lists: Lists, scratch: ScratchArrays, n: int, v: int, target: int, limit: int
) -> tuple[int, int]:
    """The length of the cheapest chain, at most `limit`, and where it ends.

    It begins at need `n`, or (n < 0) at volunteer `v`. The end: a volunteer with room; -3 - m for a need m that gives a
    place up, or that is the `target`; NOBODY if none is nearer than `limit`; FULL if lists or heap need more room.
    """
    people, needs, heap = len(state.price), len(state.worth), scratch.heap
    size, best, end = 0, limit, NOBODY
    if n >= 0:
        see_need(scratch, n, 0, -1)
        size = enqueue(scratch, size, people + n)
    else:
        see_volunteer(scratch, v, 0)
        size = enqueue(scratch, size, v)
    while size:
        size = pop(heap, size)
        far, node = heap[size] >> 24, heap[size] & (NODES - 1)
        if far >= best:
            break
        if node < people:
            if far > scratch.far_volunteer[node]:
                continue
            place = state.first[node]
            while place >= 0:
                m = state.need[place]
                step = far + state.worth[m] - state.cost[place] - state.price[node]
                if step < best and m == target:
                    best, end = step, -3 - m
                elif step < best and step < scratch.far_need[m]:
                    see_need(scratch, m, step, place)
                    size = enqueue(scratch, size, step * NODES + people + m)
                place = state.after[place]
            continue
        m = node - people
        if m >= needs:
            m -= needs
            if far != scratch.far_need[m] + lists.floor[m] - state.worth[m]:
                continue
            if not relist(world, lists, scratch, m, max(MORE * lists.size[m], 8)):
                return best, FULL
            far = scratch.far_need[m]
        elif far > scratch.far_need[m]:
            continue
        if far + state.empty[m] - state.worth[m] < best:
            best, end = far + state.empty[m] - state.worth[m], -3 - m
        for i in range(lists.at[m], lists.at[m] + lists.size[m]):
            step = far + lists.cost[i] - state.worth[m]
            if step >= best:
                break
            w = lists.who[i]
            step += state.price[w]
            if step >= best or step >= scratch.far_volunteer[w] or holds(state, m, w):
                continue
            see_volunteer(scratch, w, step)
            scratch.from_need[w], scratch.step[w] = m, lists.cost[i]
            if state.held[w] < state.room[w]:
                best, end = step, w
            else:
                size = enqueue(scratch, size, step * NODES + w)
        beyond = far + lists.floor[m] - state.worth[m]
        if beyond < best:
            size = enqueue(scratch, size, beyond * NODES + people + needs + m)
    return best, FULL if scratch.seen[2] else end


@kernel
def exchange(state: BoardState, scratch: ScratchArrays, place: int, end: int) -> None:
    """Carry out a chain that was found for an empty place."""
    n = state.need[place]
    if end <= -3:
        if -3 - end == n:
            return
        v = unlink(state, scratch.from_place[-3 - end])
    else:
        v = end
    while True:
        m = scratch.from_need[v]
        moved = scratch.from_place[m]
        if m == n:
            link(state, place, v, scratch.step[v])
            return
        before = unlink(state, moved)
        link(state, moved, v, scratch.step[v])
        v = before


@kernel
def raise_prices(state: BoardState, scratch: ScratchArrays, far: int) -> None:
    """Raise each price and worth by as much as it is nearer than the end of the chain."""
    for i in range(scratch.seen[0]):
        v = scratch.seen_volunteer[i]
        if scratch.far_volunteer[v] < far:
            state.price[v] += far - scratch.far_volunteer[v]
    for i in range(scratch.seen[1]):
        n = scratch.seen_need[i]
        if scratch.far_need[n] < far:
            state.worth[n] += far - scratch.far_need[n]


@kernel
def fill(world: World, state: BoardState, lists: Lists, scratch: ScratchArrays, todo: Ints, at: int) -> int:
    """The number at which filling these empty places, from `at` on, stopped because the lists are full."""
    for number in range(at, len(todo)):
        place = todo[number]
        n = state.need[place]
        if not filled(state, n):
            # No step from a need may cost less than nothing. While none of its places is filled, no step leads to it.
            worth = min(lists.floor[n], state.empty[n])
            for i in range(lists.at[n], lists.at[n] + lists.size[n]):
                worth = min(worth, lists.cost[i] + state.price[lists.who[i]])
            state.worth[n] = worth
        far, end = search(world, state, lists, scratch, n, -1, -1, FAR >> 1)
        if end == FULL:
            forget(scratch)
            return number
        raise_prices(state, scratch, far)
        exchange(state, scratch, place, end)
        forget(scratch)
    return len(todo)
