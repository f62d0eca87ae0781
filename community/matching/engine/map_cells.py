"""Sorts volunteers into the cells of the map, and into the lists of those who help by telephone."""

import math

import numpy as np

from community.matching.array_types import Bits, Flags, Floats, Ints
from community.matching.engine.array_layout import People, Shorts
from community.matching.engine.jit_compile import maker, part


@maker
def cells_of(east: Floats, north: Floats, left: float, low: float, cell: float, columns: int, rows: int) -> Ints:
    """The cell of each point, row by row. A point outside gets the outermost cell; no point, one past the last."""
    cells = np.empty(len(east), np.int64)
    for i in range(len(east)):
        if np.isnan(east[i]) or np.isnan(north[i]):
            cells[i] = columns * rows
            continue
        column, row = (east[i] - left) / cell, (north[i] - low) / cell
        c = 0 if column < 0 else columns - 1 if column >= columns else int(column)
        r = 0 if row < 0 else rows - 1 if row >= rows else int(row)
        cells[i] = r * columns + c
    return cells


@maker
def order_by(keys: Ints, count: int) -> Ints:
    """The places of keys (0 to below `count`) in the order of the keys; equal keys keep their order."""
    starts = np.zeros(count + 1, np.int64)
    for key in keys:
        starts[key + 1] += 1
    for i in range(count):
        starts[i + 1] += starts[i]
    order = np.empty(len(keys), np.int64)
    for i in range(len(keys)):
        order[starts[keys[i]]] = i
        starts[keys[i]] += 1
    return order


@part
def offered(masks: Bits, task: int, who: int) -> bool:
    """Whether this volunteer offers the task."""
    return bool((masks[who, task >> 6] >> np.uint64(task & 63)) & np.uint64(1))


@maker
def count_tasks(masks: Bits, wanted: Flags, goes: Flags) -> Ints:
    """How many volunteers who go in person offer each task that is `wanted` in person."""
    many = np.zeros(len(wanted), np.int64)
    for v in range(len(goes)):
        if goes[v]:
            for task in range(len(wanted)):
                if wanted[task] and offered(masks, task, v):
                    many[task] += 1
    return many


@maker
def by_task_and_cell(
    masks: Bits,
    wanted: Flags,
    goes: Flags,
    people: People,
    left: float,
    low: float,
    cell: Floats,
    columns: Ints,
    rows: Ints,
    first: Ints,
    count: int,
) -> tuple[Shorts, Shorts, Floats, Shorts]:
    """For those who go in person: starts by task and cell, who is there; by task, the longest reach and least base."""
    starts, least = np.zeros(count + 1, np.int32), np.full(len(wanted), 2**30, np.int32)
    furthest = np.zeros(len(wanted))
    # They are counted first; then each start moves on to its end, which is the next cell's start.
    for filling in range(2):
        if filling:
            for i in range(count):
                starts[i + 1] += starts[i]
            who = np.empty(starts[count], np.int32)
        for back in range(len(goes)):
            v = len(goes) - 1 - back
            if not goes[v]:
                continue
            for task in range(len(wanted)):
                if not wanted[task] or not offered(masks, task, v):
                    continue
                east, north = (people.east[v] - left) / cell[task], (people.north[v] - low) / cell[task]
                column = 0 if east < 0 else columns[task] - 1 if east >= columns[task] else int(east)
                row = 0 if north < 0 else rows[task] - 1 if north >= rows[task] else int(north)
                at = first[task] + row * columns[task] + column
                if filling:
                    starts[at] -= 1
                    who[starts[at]] = v
                else:
                    starts[at] += 1
                    least[task] = min(least[task], people.base[v])
                    furthest[task] = max(furthest[task], math.sqrt(people.reach[v]))
    return starts, who, furthest, least


@maker
def by_task_and_base(masks: Bits, wanted: Flags, order: Ints, base: Shorts) -> tuple[Shorts, Shorts, Shorts]:
    """Starts by task; who offers it, in `order` (the smallest base first); where volunteers with the same base end."""
    starts = np.zeros(len(wanted) + 1, np.int32)
    for task in range(len(wanted)):
        starts[task + 1] = starts[task]
        if wanted[task]:
            for v in order:
                starts[task + 1] += offered(masks, task, v)
    who, ends = np.empty(starts[-1], np.int32), np.empty(starts[-1], np.int32)
    at = 0
    for task in range(len(wanted)):
        if wanted[task]:
            for v in order:
                if offered(masks, task, v):
                    who[at] = v
                    at += 1
        for i in range(starts[task + 1] - 1, starts[task] - 1, -1):
            last = i + 1 == starts[task + 1] or base[who[i]] != base[who[i + 1]]
            ends[i] = i + 1 if last else ends[i + 1]
    return starts, who, ends
