"""The named arrays that the kernels work on.

Volunteers are numbered in the order of the map ("spots"), needs likewise, so that neighbours lie together in memory.
`board_packing` knows which spot is which place on the board.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from community.matching.array_types import Floats, Ints

Shorts = npt.NDArray[np.int32]

FAR = 1 << 60
"""More than anything costs. As a floor: the list is complete."""


class People(NamedTuple):
    """By spot: metres, the squared reach, slots, `has` (words of bits: all that a need may ask for), `speaks`, and
    `base`: the points that do not depend on the need."""

    east: Floats
    north: Floats
    reach: Floats
    slots: Shorts
    has: Ints
    speaks: Ints
    base: Shorts
    tasks: Ints


class Grid(NamedTuple):
    """For each task, the volunteers who offer it in each cell of a square grid of its own.

    For task t, the cell in row r and column c has the number `first[t] + r * columns[t] + c`, and holds
    `who[starts[number]:starts[number + 1]]`. `left`, `low` and `cell` are metres; `furthest` is the longest reach in
    metres; `least` is the smallest base.
    """

    left: float
    low: float
    cell: Floats
    columns: Ints
    rows: Ints
    first: Ints
    starts: Shorts
    who: Shorts
    furthest: Floats
    least: Shorts


class Phone(NamedTuple):
    """The volunteers who offer each task by telephone, the smallest base first: `who[starts[task]:starts[task + 1]]`.

    `ends`: where volunteers with the same base end. The rest repeats People in this order, to be read in sequence.
    """

    starts: Shorts
    who: Shorts
    ends: Shorts
    base: Shorts
    slots: Shorts
    has: Ints
    speaks: Ints


class Asks(NamedTuple):
    """By need: what it asks for; `kind` 0 nobody can (the place is unknown), 1 in person, 2 by telephone.

    `special[begins[n]:begins[n + 1]]` are the spots, sorted, with a history: `strange` is the points for continuity,
    for waiting and for a first visit, or -1 for a pair that may not be. `beside`: those of each pair without a history
    for the last two.
    """

    kind: Shorts
    task: Shorts
    east: Floats
    north: Floats
    slots: Shorts
    asked: Shorts
    wants: Ints
    languages: Ints
    beside: Shorts
    begins: Shorts
    special: Shorts
    strange: Shorts


class Points(NamedTuple):
    """The points of each term: `overlap[asked, common]`, distance (points, km), continuity of a stranger."""

    overlap: Shorts
    distance: int
    far_km: float
    stranger: int


class World(NamedTuple):
    """Everything that does not change while the board is solved.

    Volunteers from spot `mapped` on came later: neither `grid` nor `phone` has them, and each search looks at them all.
    """

    people: People
    grid: Grid
    phone: Phone
    asks: Asks
    points: Points
    mapped: int


class Lists(NamedTuple):
    """By need: its cheapest pairs, cheapest first: `who` and `cost` from `at`, `size` of them.

    No unlisted pair costs less than `floor`. `used[0]`: how much of `who` and `cost` is in use.
    """

    at: Ints
    size: Shorts
    floor: Ints
    who: Shorts
    cost: Shorts
    used: Ints


class BoardState(NamedTuple):
    """The board as it stands, and the prices that prove it.

    By volunteer: price, room in all, matches held, the first place they fill (-1: none).
    By place: its need, who fills it (-1: nobody), the next place of the same volunteer, cost, and the price up to
    which it would rather stay. By need: worth, the cost of an empty place, the first place.
    """

    price: Ints
    room: Shorts
    held: Shorts
    first: Shorts
    need: Shorts
    by: Shorts
    after: Shorts
    cost: Shorts
    stays: Ints
    worth: Ints
    empty: Ints
    places: Shorts


class ScratchArrays(NamedTuple):
    """Working memory. Between searches `far_*` are FAR and `seen` is 0: volunteers, needs, keys lost in the heap."""

    heap: Ints
    keys: Ints
    found: Shorts
    far_volunteer: Ints
    far_need: Ints
    from_need: Shorts
    from_place: Shorts
    step: Shorts
    seen_volunteer: Shorts
    seen_need: Shorts
    seen: Ints
