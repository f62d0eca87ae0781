"""Judges one pair: whether the rules allow it, its cost, and whether it is among the cheapest so far."""

import math
from typing import NamedTuple

import numpy as np

from community.matching.array_types import Ints
from community.matching.engine.array_layout import Asks, People, Points, ScratchArrays, World
from community.matching.engine.binary_heap import push, sift
from community.matching.engine.jit_compile import kernel, part

ORDER = 1 << 32
"""A key in the heap is -(cost * ORDER + the number of the pair in the order found): the dearest is on top."""


class Ask(NamedTuple):
    """One need's numbers, kept in local variables so that they are not fetched from memory for each volunteer.

    `stranger`: the points of its pairs without a history, for continuity, for waiting and for a first visit.
    """

    n: int
    in_person: bool
    task: int
    east: float
    north: float
    slots: int
    asked: int
    wants: int
    languages: int
    history: bool
    stranger: int


@part
def ask_of(world: World, n: int) -> Ask:
    """The numbers of one need."""
    asks = world.asks
    return Ask(
        n,
        asks.kind[n] & 1 == 1,
        asks.task[n],
        asks.east[n],
        asks.north[n],
        asks.slots[n],
        asks.asked[n],
        asks.wants[n, 0],
        asks.languages[n, 0],
        asks.begins[n + 1] > asks.begins[n],
        world.points.stranger + int(asks.beside[n]),
    )


@part
def fits(asks: Asks, ask: Ask, has: Ints, slots: int, speaks: Ints, v: int) -> bool:
    """Whether skills, times and languages allow the pair. Volunteers without capacity are not on the map at all."""
    if ask.wants & ~has[v, 0] or (ask.slots and not ask.slots & slots):
        return False
    for word in range(1, has.shape[1]):
        if asks.wants[ask.n, word] & ~has[v, word]:
            return False
    if speaks.shape[1] == 1:
        return ask.languages == 0 or ask.languages & speaks[v, 0] != 0
    anyone = True
    for word in range(speaks.shape[1]):
        if asks.languages[ask.n, word] & speaks[v, word]:
            return True
        anyone = anyone and asks.languages[ask.n, word] == 0
    return anyone


@part
def squared(people: People, ask: Ask, v: int) -> float:
    """The distance between the two in metres, squared."""
    east, north = ask.east - people.east[v], ask.north - people.north[v]
    return float(east * east + north * north)


@part
def bits(mask: int) -> int:
    """How many bits are set, of 21."""
    mask = mask - ((mask >> 1) & 0x155555)
    mask = (mask & 0x333333) + ((mask >> 2) & 0x333333)
    mask = (mask + (mask >> 4)) & 0x0F0F0F
    return (mask + (mask >> 8) + (mask >> 16)) & 31


@part
def by_distance(points: Points, metres: float) -> int:
    """The cost of so many metres, computed exactly as in `cost_terms.distance`, so that no point differs."""
    share = metres / 1000.0 / points.far_km
    if share > 1.0:
        share = 1.0
    return int(np.rint(share * points.distance))


@part
def offer(
    world: World, scratch: ScratchArrays, ask: Ask, v: int, strange: int, size: int, most: int, order: int
) -> int:
    """The new size after keeping a pair that is among the cheapest; -1 if a rule does not allow the pair.

    `strange`: the points for continuity, for waiting and for a first visit.
    """
    people, points = world.people, world.points
    slots = people.slots[v]
    if not fits(world.asks, ask, people.has, slots, people.speaks, v):
        return -1
    cost = int(strange) + int(people.base[v]) + int(points.overlap[ask.asked, bits(ask.slots & slots)])
    if ask.in_person:
        metres = squared(people, ask, v)
        if metres > people.reach[v]:
            return -1
        cost += by_distance(points, math.sqrt(metres))
    return keep(scratch, size, most, cost, order, v)


@part
def is_special(asks: Asks, n: int, v: int) -> bool:
    """Whether the two have a history."""
    low, high = asks.begins[n], asks.begins[n + 1]
    while low < high:
        middle = (low + high) >> 1
        if asks.special[middle] < v:
            low = middle + 1
        else:
            high = middle
    return bool(low < asks.begins[n + 1] and asks.special[low] == v)


@part
def keep(scratch: ScratchArrays, size: int, most: int, cost: int, order: int, v: int) -> int:
    """The new size after keeping a pair if it is among the cheapest `most` so far. Of equal pairs the first stays."""
    scratch.found[order] = v
    key = -(cost * ORDER + order)
    if size < most:
        return push(scratch.keys, size, key)
    if key > scratch.keys[0]:
        sift(scratch.keys, size, key)
    return size


@part
def dearest(scratch: ScratchArrays) -> int:
    """The cost of the dearest pair kept."""
    return int(-scratch.keys[0] >> 32)


@kernel
def known(world: World, scratch: ScratchArrays, n: int, most: int) -> tuple[int, int]:
    """How many pairs with a history were kept, and how many were found."""
    asks, size, order = world.asks, 0, 0
    ask = ask_of(world, n)
    for at in range(asks.begins[n], asks.begins[n + 1]):
        v = asks.special[at]
        offers = (world.people.tasks[v, ask.task >> 5] >> (ask.task & 31)) & 1
        if asks.strange[at] >= 0 and offers:
            after = offer(world, scratch, ask, v, asks.strange[at], size, most, order)
            if after >= 0:
                size, order = after, order + 1
    return size, order
