"""Packs a board for the kernels, in the order of the map."""

from typing import NamedTuple

import numpy as np

from community.matching import cost_terms
from community.matching.array_types import Bits, Flags, Floats, Ints, among, parted, united
from community.matching.board import Board, Needs
from community.matching.engine import map_cells
from community.matching.engine.array_layout import Asks, Grid, People, Phone, Points, Shorts, World
from community.matching.weights import MOST, STRANGER, Weights

_BRITAIN = (0.0, 700_000.0), (0.0, 1_300_000.0)
_SMALLEST_CELL = 250.0
_TOGETHER = 4
GOES_OUT = 2
_LEVELS = np.arange(1, 5)


class Packed(NamedTuple):
    """The kernels' world, and the place on the board that each of its numbers means."""

    world: World
    volunteers: Ints
    needs: Ints
    spots: Ints
    """By place on the board: the volunteer's spot, -1 for a volunteer without room."""
    served: Flags
    """Tasks x (in person, by telephone): what volunteers were packed for; other needs call for another world."""


def pack(board: Board, weights: Weights, pinned: Ints) -> Packed:
    """The packed board: volunteers with room, and needs with empty places."""
    people, needs = board.volunteers, board.needs
    able = np.nonzero((people.capacity > 0) & people.tasks.any(axis=1))[0]
    asking = np.nonzero(needs.people > 0)[0]
    east, north = people.easting[able], people.northing[able]
    frame = _frame(east, north)
    cells = map_cells.cells_of(east, north, *frame)
    outside = frame.columns * frame.rows
    order = map_cells.order_by(cells, outside + 1)
    able, cells = able[order], cells[order]
    at = map_cells.cells_of(needs.easting[asking], needs.northing[asking], *frame)
    asking = asking[np.argsort(np.where(needs.in_person[asking], at, outside + 1), kind="stable")]
    spots = np.full(len(people.ids), -1)
    spots[able] = np.arange(len(able))
    packed = people_of(board, weights, able)
    # Each column by itself in memory, be there one task or many: else a board of one task needs kernels of its own.
    served = np.stack([_wanted(board, asking, in_person) for in_person in (needs.in_person, ~needs.in_person)]).T
    world = World(
        people=packed,
        grid=_grid(people.tasks[able], served[:, 0], packed, frame, cells),
        phone=_phone(people.tasks[able], served[:, 1], packed),
        asks=asks_of(board, weights, needs, asking, spots, pinned),
        points=points_of(weights),
        mapped=len(able),
    )
    return Packed(world, able, asking, spots, served)


class _Frame(NamedTuple):
    """A grid: metres, and how many cells."""

    left: float
    low: float
    cell: float
    columns: int
    rows: int


def _frame(east: Floats, north: Floats) -> _Frame:
    """A grid with about as many cells as there are people."""
    known = ~(np.isnan(east) | np.isnan(north))
    sides = []
    for line, (low, high) in zip((east[known], north[known]), _BRITAIN, strict=True):
        # A point far outside, perhaps mistyped, must not stretch the grid, so it is kept in the outermost cell.
        ends = np.clip((line.min(), line.max()), low, high) if len(line) else np.zeros(2)
        sides.append((float(ends[0]), float(ends[1] - ends[0])))
    (left, width), (low, height) = sides
    cell = max(_SMALLEST_CELL, float(np.sqrt(width * height / max(len(east), 1))), max(width, height) / 4000)
    return _Frame(left, low, cell, int(width / cell) + 1, int(height / cell) + 1)


def _grid(tasks: Bits, wanted: Flags, people: People, frame: _Frame, cells: Ints) -> Grid:
    """A grid for each task, with about `_TOGETHER` people in each inhabited cell."""
    goes = (people.has[:, 0] & GOES_OUT) != 0
    lived_in = len(np.unique(cells[goes])) * frame.cell**2
    many = map_cells.count_tasks(tasks, wanted, goes)
    cell = np.maximum(np.sqrt(_TOGETHER * lived_in / np.maximum(many, 1)), frame.cell)
    columns = (frame.columns * frame.cell / cell).astype(np.int64) + 1
    rows = (frame.rows * frame.cell / cell).astype(np.int64) + 1
    columns, rows = np.where(many > 0, columns, 1), np.where(many > 0, rows, 1)
    size = columns * rows
    first = np.cumsum(size) - size
    starts, who, furthest, least = map_cells.by_task_and_cell(
        tasks, many > 0, goes, people, frame.left, frame.low, cell, columns, rows, first, int(size.sum())
    )
    return Grid(frame.left, frame.low, cell, columns, rows, first, starts, who, furthest, least)


def _wanted(board: Board, asking: Ints, which: Flags) -> Flags:
    return np.bincount(board.needs.task[asking[which[asking]]], minlength=len(board.task_types)) > 0


def people_of(board: Board, weights: Weights, able: Ints) -> People:
    """These volunteers (places on the board), packed."""
    people = board.volunteers
    base = cost_terms.load(board, able, weights) + cost_terms.rest(board, able, weights)
    goes = people.in_person & (people.reach_m2 >= 0) & ~np.isnan(people.easting + people.northing)
    return People(
        east=people.easting[able],
        north=people.northing[able],
        reach=people.reach_m2[able],
        slots=people.slots[able].astype(np.int32),
        has=_asked_for(people.has_car[able], people.dbs_level[able], goes[able], people.training[able]),
        speaks=people.languages[able].view(np.int64),
        base=base.astype(np.int32),
        tasks=people.tasks[able].view(np.int32),
    )


def _asked_for(car: Flags, dbs: Ints, goes: Flags, training: Bits) -> Ints:
    """Words of bits: a car, going out, each level of DBS check, then all training."""
    plain = car + GOES_OUT * goes.astype(np.int64) + 4 * ((dbs[:, None] >= _LEVELS) << (_LEVELS - 1)).sum(axis=1)
    return np.column_stack([plain, training.view(np.int64)])


def _phone(tasks: Bits, wanted: Flags, people: People) -> Phone:
    order = map_cells.order_by(people.base.astype(np.int64), MOST + 1)
    starts, who, ends = map_cells.by_task_and_base(tasks, wanted, order, people.base)
    return Phone(starts, who, ends, people.base[who], people.slots[who], people.has[who], people.speaks[who])


def asks_of(board: Board, weights: Weights, needs: Needs, asking: Ints, spots: Ints, pinned: Ints) -> Asks:
    """These needs (places on the board), packed."""
    in_person = needs.in_person[asking]
    unknown = in_person & np.isnan(needs.easting[asking] + needs.northing[asking])
    slots = needs.slots[asking]
    number = np.full(len(board.needs.ids), -1)
    number[asking] = np.arange(len(asking))
    row, special, strange = history_of(board, weights, number, spots, pinned)
    begins = np.searchsorted(row, np.arange(len(asking) + 1)).astype(np.int32)
    return Asks(
        kind=np.where(unknown, 0, np.where(in_person, 1, 2)).astype(np.int32),
        task=needs.task[asking].astype(np.int32),
        east=needs.easting[asking],
        north=needs.northing[asking],
        slots=slots.astype(np.int32),
        asked=np.bitwise_count(slots).astype(np.int32),
        wants=_asked_for(needs.needs_car[asking], needs.min_dbs[asking], in_person, needs.training[asking]),
        languages=needs.languages[asking].view(np.int64),
        beside=(cost_terms.waiting(board, asking, weights) + STRANGER * needs.known_first[asking]).astype(np.int32),
        begins=begins,
        special=special,
        strange=strange,
    )


def history_of(board: Board, weights: Weights, number: Ints, spots: Ints, pinned: Ints) -> tuple[Ints, Shorts, Shorts]:
    """The pairs with a history: the number of each need, the volunteer's spot, and the points that are theirs, or -1.

    `number` and `spots`, by place on the board, are -1 for needs and volunteers that are left out.
    """

    def among_these(keys: Ints) -> Ints:
        need, volunteer = parted(keys, len(spots))
        return keys[(number[need] >= 0) & (spots[volunteer] >= 0)]

    avoided, refused, pinned, asked_for, visited = map(
        among_these, (board.avoided, board.refused, pinned, board.asked_for, board.visits[0])
    )
    barred = united(united(avoided, refused), pinned)
    keys = united(united(barred, asked_for), visited)
    need, volunteer = parted(keys, len(spots))
    costs = cost_terms.continuity(board, need, volunteer, weights) + cost_terms.waiting(board, need, weights)
    points = np.where(among(keys, barred), -1, costs + cost_terms.first_visit(board, need, volunteer))
    row, spot = number[need], spots[volunteer]
    order = np.lexsort((spot, row))
    return row[order], spot[order].astype(np.int32), points[order].astype(np.int32)


def points_of(weights: Weights) -> Points:
    """The points of each term."""
    asked, common = np.indices((22, 22))
    missed = np.asarray(1.0 - common / np.maximum(asked, 1), dtype=np.float64)
    overlap = np.rint(np.where(asked != 0, missed, 0.0) * weights.overlap).astype(np.int32)
    return Points(overlap, weights.distance, float(weights.far_km), weights.continuity)
