"""The same boards matched by good libraries, each used as well as it can be: what the engine is measured against.

All start from the typed board, as the engine does. They take a place of a need for a need of its own, so that one
volunteer may fill two places of it; of the rules they leave out what these boards do not have (avoids, known visits).
"""

import numpy as np
import pandas as pd
import polars as pl
from ortools.graph.python import min_cost_flow
from scipy.sparse import coo_array
from scipy.sparse.csgraph import min_weight_full_bipartite_matching

from community.matching import DEFAULT, Board
from community.matching.cost_terms import load, rest, waiting
from community.matching.weights import MOST

BEST = 32
"""So many pairs of each need go to the solver: fewer lose too much, more take longer and gain nothing."""
_BLOCK = 1_000
"""By telephone each need looks at so many volunteers; all of them would be hundreds of millions of pairs."""

_EMPTY = 3 * MOST
"""What OR-tools is told that an empty place costs, for each step of urgency. It takes longer the larger its costs are,
and half as long with these as with ours; its board is the same wherever pairs cost less than this between them."""

_AT_ONCE = 10**8
"""Up to so many volunteers times needs, all kinds of help are joined at once."""

Pairs = tuple[np.ndarray, np.ndarray, np.ndarray]


def polars_and_ortools(board: Board) -> int:
    """Join on cells, keep the cheapest 32 of each need, solve as a flow; the total in points."""
    return _flow(board, *_by_cells(board))


def pandas_and_scipy(board: Board) -> int:
    """Join everybody with everything in blocks, keep what the rules allow, solve as a sparse assignment."""
    return _assignment(board, *_by_cross_join(board))


def _people(board: Board) -> dict[str, np.ndarray]:
    people, everyone = board.volunteers, np.arange(len(board.volunteers.ids))
    return {
        "v": everyone,
        "ve": people.easting,
        "vn": people.northing,
        "reach": people.reach_m2,
        "goes": people.in_person & ~np.isnan(people.easting),
        "vslots": people.slots,
        "car": people.has_car,
        "dbs": people.dbs_level,
        "vtrain": people.training[:, 0].view(np.int64),
        "vlang": people.languages[:, 0].view(np.int64),
        "base": load(board, everyone, DEFAULT) + rest(board, everyone, DEFAULT) + DEFAULT.continuity,
    }


def _needs(board: Board) -> dict[str, np.ndarray]:
    needs = board.needs
    return {
        "n": np.arange(len(needs.ids)),
        "task": needs.task,
        "ne": needs.easting,
        "nn": needs.northing,
        "person": needs.in_person,
        "nslots": needs.slots,
        "asked": np.bitwise_count(needs.slots).astype(np.int64),
        "needs_car": needs.needs_car,
        "min_dbs": needs.min_dbs,
        "ntrain": needs.training[:, 0].view(np.int64),
        "nlang": needs.languages[:, 0].view(np.int64),
        "waits": waiting(board, np.arange(len(needs.ids)), DEFAULT),
    }


def _offers(board: Board, task: int) -> np.ndarray:
    bit = (board.volunteers.tasks[:, task // 64] >> np.uint64(task % 64)) & np.uint64(1)
    offers: np.ndarray = (bit != 0) & (board.volunteers.capacity > 0)
    return offers


def _by_cells(board: Board) -> Pairs:
    people, needs = pl.DataFrame(_people(board)), pl.DataFrame(_needs(board))
    offers = [np.nonzero(_offers(board, task))[0] for task in range(len(board.task_types))]
    # In one go, as long as the pairs fit into memory: else one kind of help after the other.
    tasks = list(range(len(offers)))
    portions = [tasks] if len(people) * len(needs) < _AT_ONCE else [[task] for task in tasks]
    found = []
    for portion in portions:
        who = np.concatenate([offers[task] for task in portion])
        task = np.repeat(portion, [len(offers[task]) for task in portion])
        mine = people[who].with_columns(task=pl.Series(task, dtype=pl.Int64))
        asked = needs.filter(pl.col("task").is_in(portion))
        near = _cheapest(_in_person(mine.filter("goes"), asked.filter("person")))
        far = [_cheapest(_by_phone(m, a)) for m, a in _each_task(mine, asked.filter(~pl.col("person")))]
        found += pl.collect_all([near, *far])
    pairs = pl.concat(found)
    return pairs["n"].to_numpy(), pairs["v"].to_numpy(), pairs["cost"].to_numpy()


def _each_task(mine: pl.DataFrame, asked: pl.DataFrame) -> list[tuple[pl.DataFrame, pl.DataFrame]]:
    tasks = asked["task"].unique()
    return [(mine.filter(pl.col("task") == task), asked.filter(pl.col("task") == task)) for task in tasks]


def _in_person(mine: pl.DataFrame, asked: pl.DataFrame) -> pl.LazyFrame:
    """Cells as wide as the reach of those in them, apart for each reach: then nine cells hold all who might come."""
    col, reach = pl.col, pl.col("reach").sqrt().clip(500, 40_000)
    mine = mine.with_columns(band=reach)
    cell = [(col(name) / col("band")).floor().cast(pl.Int64) for name in ("ve", "vn", "ne", "nn")]
    bands = pl.DataFrame({"band": mine["band"].unique()}).lazy()
    around = pl.LazyFrame({"dx": np.repeat([-1, 0, 1], 3), "dy": np.tile([-1, 0, 1], 3)})
    wanted = asked.lazy().join(bands, how="cross").join(around, how="cross")
    wanted = wanted.with_columns(x=cell[2] + col("dx"), y=cell[3] + col("dy"))
    squared = (col("ve") - col("ne")) ** 2 + (col("vn") - col("nn")) ** 2
    pairs = wanted.join(mine.lazy().with_columns(x=cell[0], y=cell[1]), on=["task", "band", "x", "y"])
    pairs = pairs.with_columns(d2=squared).filter(col("d2") <= col("reach"))
    share = (col("d2").sqrt() / 1000 / DEFAULT.far_km).clip(0, 1)
    return pairs.with_columns(far=(share * DEFAULT.distance).round().cast(pl.Int64))


def _by_phone(mine: pl.DataFrame, asked: pl.DataFrame) -> pl.LazyFrame:
    """Each need with another block of those who cost least."""
    blocks = max(1, min(len(mine) // _BLOCK, len(asked) // 8))
    cheap = mine.sort("base").head(blocks * _BLOCK).with_columns(block=pl.int_range(pl.len()) % blocks)
    spread = asked.with_columns(block=pl.int_range(pl.len()) % blocks, far=pl.lit(0, pl.Int64))
    return spread.lazy().join(cheap.lazy(), on="block")


def _cheapest(pairs: pl.LazyFrame) -> pl.LazyFrame:
    col, common = pl.col, (pl.col("nslots") & pl.col("vslots")).bitwise_count_ones().cast(pl.Int64)
    missed = ((1 - common / col("asked").clip(1)) * DEFAULT.overlap).round().cast(pl.Int64)
    return (
        pairs.filter(
            (col("nslots") == 0) | (common > 0),
            ~col("needs_car") | col("car"),
            col("dbs") >= col("min_dbs"),
            (col("ntrain") & ~col("vtrain")) == 0,
            (col("nlang") == 0) | ((col("nlang") & col("vlang")) != 0),
        )
        .with_columns(
            cost=col("base") + col("waits") + col("far") + pl.when(col("asked") > 0).then(missed).otherwise(0)
        )
        .select("n", "v", "cost")
        .sort("n", "cost")
        .group_by("n", maintain_order=True)
        .head(BEST)
    )


def _by_cross_join(board: Board) -> Pairs:
    needs, found = pd.DataFrame(_needs(board)), []
    people = pd.DataFrame(_people(board))[board.volunteers.capacity > 0]
    tasks = board.volunteers.tasks[:, 0][board.volunteers.capacity > 0].view(np.int64)
    people = people.assign(tasks=tasks)
    for at in range(0, len(needs), 200):
        pairs = needs.iloc[at : at + 200].merge(people, how="cross")
        pairs = pairs[(pairs["tasks"].to_numpy() >> pairs["task"].to_numpy()) & 1 != 0]
        squared = (pairs["ve"] - pairs["ne"]) ** 2 + (pairs["vn"] - pairs["nn"]) ** 2
        common = np.bitwise_count(pairs["nslots"] & pairs["vslots"])
        allowed = (
            (~pairs["person"] | (pairs["goes"] & (squared <= pairs["reach"])))
            & ((pairs["nslots"] == 0) | (common > 0))
            & (~pairs["needs_car"] | pairs["car"])
            & (pairs["dbs"] >= pairs["min_dbs"])
            & ((pairs["ntrain"] & ~pairs["vtrain"]) == 0)
            & ((pairs["nlang"] == 0) | ((pairs["nlang"] & pairs["vlang"]) != 0))
        )
        share = np.where(pairs["person"], np.minimum(np.sqrt(squared) / 1000 / DEFAULT.far_km, 1), 0)
        missed = np.where(pairs["asked"] > 0, 1 - common / np.maximum(pairs["asked"], 1), 0)
        cost = pairs["base"] + pairs["waits"] + np.rint(share * DEFAULT.distance) + np.rint(missed * DEFAULT.overlap)
        found.append(pairs.assign(cost=cost)[allowed][["n", "v", "cost"]])
    pairs = pd.concat(found)
    return pairs["n"].to_numpy(), pairs["v"].to_numpy(), pairs["cost"].to_numpy().astype(np.int64)


def _flow(board: Board, need: np.ndarray, volunteer: np.ndarray, cost: np.ndarray) -> int:
    wanted, room = board.needs.people, board.volunteers.capacity
    empty, steps = np.array(DEFAULT.unmatched)[board.needs.urgency], board.needs.urgency + 1
    offering, head = np.unique(volunteer, return_inverse=True)
    count, end = len(wanted), len(wanted) + len(offering)
    flow = min_cost_flow.SimpleMinCostFlow()
    arcs = flow.add_arcs_with_capacity_and_unit_cost(
        np.concatenate([need, np.arange(count), np.arange(count, end)]),
        np.concatenate([head + count, np.full(end, end)]),
        np.concatenate([np.ones(len(need), np.int64), wanted, room[offering]]),
        np.concatenate([cost, steps * _EMPTY, np.zeros(len(offering), np.int64)]),
    )
    flow.set_nodes_supplies(np.arange(count), wanted)
    flow.set_node_supply(end, -int(wanted.sum()))
    if flow.solve() != flow.OPTIMAL:
        raise RuntimeError("OR-tools did not solve the board.")
    flows = flow.flows(arcs)
    return int(cost[flows[: len(need)] > 0].sum() + (flows[len(need) : len(need) + count] * empty).sum())


def _assignment(board: Board, need: np.ndarray, volunteer: np.ndarray, cost: np.ndarray) -> int:
    """One row for each place, one column for each match of a volunteer, one for each place that stays empty."""
    wanted, room = board.needs.people, np.minimum(board.volunteers.capacity, 3)
    empty = np.repeat(np.array(DEFAULT.unmatched)[board.needs.urgency], wanted)
    place, slot = np.cumsum(wanted) - wanted, np.cumsum(room) - room
    rows, columns, costs = [np.arange(len(empty))], [int(room.sum()) + np.arange(len(empty))], [empty]
    for p in range(int(wanted.max())):
        for s in range(int(room.max())):
            here = (wanted[need] > p) & (room[volunteer] > s)
            rows.append(place[need[here]] + p)
            columns.append(slot[volunteer[here]] + s)
            costs.append(cost[here])
    row, column, points = (np.concatenate(each) for each in (rows, columns, costs))
    shape = (len(empty), int(room.sum()) + len(empty))
    # SciPy leaves out entries of 0.
    matrix = coo_array((points.astype(np.float64) + 1, (row, column)), shape=shape).tocsr()
    first, second = min_weight_full_bipartite_matching(matrix)
    return int(matrix[first, second].sum()) - len(empty)
