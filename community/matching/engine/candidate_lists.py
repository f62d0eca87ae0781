"""Finds the cheapest pairs of one need: ring after ring on the map, or down the list of telephone volunteers.

The search ends as soon as nobody further out can be cheaper than the dearest pair kept. No unlisted pair costs less
than `floor`.
"""

from community.matching.engine.array_layout import FAR, Lists, ScratchArrays, Shorts, World
from community.matching.engine.binary_heap import sift
from community.matching.engine.jit_compile import kernel, part
from community.matching.engine.pair_cost import (
    ORDER,
    ask_of,
    bits,
    by_distance,
    dearest,
    fits,
    is_special,
    keep,
    known,
    offer,
)

_SCATTER = 2_654_435_761


@part
def clip(value: float, most: int) -> int:
    """The cell of a coordinate; the outermost cell if it lies outside the grid."""
    if value < 0:
        return 0
    if value >= most:
        return most - 1
    return int(value)


@kernel
def off_map(world: World, scratch: ScratchArrays, n: int, most: int) -> tuple[int, int]:
    """How many pairs were kept, and found, with volunteers who have a history with a need, or came later."""
    asks, people = world.asks, world.people
    ask = ask_of(world, n)
    size, order = known(world, scratch, n, most)
    for v in range(world.mapped, len(people.base)):
        offers = (people.tasks[v, ask.task >> 5] >> (ask.task & 31)) & 1
        if offers and not (ask.history and is_special(asks, n, v)):
            after = offer(world, scratch, ask, v, ask.stranger, size, most, order)
            if after >= 0:
                size, order = after, order + 1
    return size, order


@kernel
def on_map(world: World, scratch: ScratchArrays, n: int, most: int) -> tuple[int, int]:
    """How many pairs of a need in person were kept, of the cheapest `most`, and the floor."""
    grid, ask = world.grid, ask_of(world, n)
    size, order = off_map(world, scratch, n, most)
    cell, columns, rows, first = grid.cell[ask.task], grid.columns[ask.task], grid.rows[ask.task], grid.first[ask.task]
    across, up = (ask.east - grid.left) / cell, (ask.north - grid.low) / cell
    column, row = clip(across, columns), clip(up, rows)
    # Volunteers outside the grid are kept in its outermost cells. Moved to its edge like this, distances only shrink.
    across, up = min(max(across, 0.0), float(columns)), min(max(up, 0.0), float(rows))
    least, reach = int(grid.least[ask.task]) + ask.stranger, grid.furthest[ask.task] / cell + 1e-6
    ring, dropped = 0, False
    while True:
        if ring > 0:
            inside = min(
                min(across - (column - ring + 1), column + ring - across), min(up - (row - ring + 1), row + ring - up)
            )
            outside = row - ring < 0 and row + ring >= rows and column - ring < 0 and column + ring >= columns
            if inside > reach or outside:
                break
            if size == most and least + by_distance(world.points, max(inside - 1e-6, 0.0) * cell) >= dearest(scratch):
                dropped = True
                break
        for r in range(max(row - ring, 0), min(row + ring, rows - 1) + 1):
            # The first and last rows of a ring are read whole; of the rows between, only both ends.
            whole = r in (row - ring, row + ring)
            for side in range(1 if whole else 2):
                low = max(column - ring, 0) if whole else column - ring + 2 * ring * side
                high = min(column + ring, columns - 1) if whole else low
                if low < 0 or low >= columns:
                    continue
                line = first + r * columns
                for i in range(grid.starts[line + low], grid.starts[line + high + 1]):
                    v = grid.who[i]
                    if not (ask.history and is_special(world.asks, n, v)):
                        after = offer(world, scratch, ask, v, ask.stranger, size, most, order)
                        if after >= 0:
                            size, order = after, order + 1
        ring += 1
    complete = not dropped and order == size
    return size, FAR if complete else (dearest(scratch) if size else 0)


@kernel
def by_phone(world: World, scratch: ScratchArrays, n: int, most: int) -> tuple[int, int]:
    """How many pairs of a need by telephone were kept, of the cheapest `most`, and the floor.

    Among volunteers with the same base each need starts at a different one; otherwise all would ask for the same few.
    """
    phone, points, ask = world.phone, world.points, ask_of(world, n)
    size, order = off_map(world, scratch, n, most)
    at, last = phone.starts[ask.task], phone.starts[ask.task + 1]
    while at < last:
        end = phone.ends[at]
        least = int(phone.base[at]) + ask.stranger
        offset = (n * _SCATTER >> 9) % (end - at)
        for half in range(2):
            for i in range(at if half else at + offset, at + offset if half else end):
                slots = phone.slots[i]
                if not fits(world.asks, ask, phone.has, slots, phone.speaks, i):
                    continue
                v = phone.who[i]
                if ask.history and is_special(world.asks, n, v):
                    continue
                cost = least + int(points.overlap[ask.asked, bits(ask.slots & slots)])
                size = keep(scratch, size, most, cost, order, v)
                order += 1
                if size == most and least >= dearest(scratch):
                    return size, dearest(scratch)
        at = end
        if at < last and size == most and phone.base[at] + ask.stranger >= dearest(scratch):
            return size, dearest(scratch)
    return size, FAR if order == size else (dearest(scratch) if size else 0)


@kernel
def cheapest(world: World, scratch: ScratchArrays, n: int, most: int) -> tuple[int, int]:
    """How many pairs of a need were kept, of the cheapest `most`, and the floor."""
    if world.asks.kind[n] == 1:
        return on_map(world, scratch, n, most)
    if world.asks.kind[n] == 2:
        return by_phone(world, scratch, n, most)
    return 0, FAR


@part
def unpile(scratch: ScratchArrays, size: int, who: Shorts, cost: Shorts, start: int) -> None:
    """Write the pairs that are kept from `start` on, the cheapest first."""
    for left in range(size, 0, -1):
        key = -scratch.keys[0]
        sift(scratch.keys, left - 1, scratch.keys[left - 1])
        who[start + left - 1] = scratch.found[key & (ORDER - 1)]
        cost[start + left - 1] = key >> 32


@kernel
def rank(world: World, scratch: ScratchArrays, n: int, who: Shorts, cost: Shorts) -> int:
    """How many pairs of a need were written, the cheapest first, as far as there is room."""
    size, _ = cheapest(world, scratch, n, min(len(who), len(scratch.keys)))
    unpile(scratch, size, who, cost, 0)
    return size


@kernel
def relist(world: World, lists: Lists, scratch: ScratchArrays, n: int, most: int) -> bool:
    """Whether there was room to list the cheapest `most` pairs of a need anew.

    A longer list begins with the shorter one, so a volunteer who is held stays listed.
    """
    most = min(most, len(scratch.keys))
    start = lists.used[0]
    if start + most > len(lists.who):
        return False
    size, floor = cheapest(world, scratch, n, most)
    lists.at[n], lists.size[n], lists.floor[n] = start, size, floor
    lists.used[0] = start + size
    unpile(scratch, size, lists.who, lists.cost, start)
    return True


@kernel
def list_all(world: World, lists: Lists, scratch: ScratchArrays, first: int, last: int, most: int) -> int:
    """The first need from `first` on whose cheapest `most` pairs had no room in the lists; `last` if all had."""
    for n in range(first, last):
        if not relist(world, lists, scratch, n, most):
            return n
    return last
