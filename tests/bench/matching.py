"""A town's, a county's, a nation's board matched exactly: time, memory, the proof, and what good libraries take."""

import json
import math
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TypeVar

from community.matching import Board, encode, propose, warm
from community.matching.best_board import Best
from community.matching.engine import solve
from tests.bench import exactness, invented
from tests.bench.figure import Figure, percentile
from tests.checkout import ROOT

ROUNDS = {"town": 201, "county": 15, "nation": 3}
TIMES_FASTER = {"town": 8.0, "county": 4.0, "nation": 5.0}
Result = TypeVar("Result")
ARRIVING = 300
"""So many new needs come to a nation's board, one by one."""


def measure() -> Iterator[Figure]:
    """Yield the figures. Engine and libraries start from the same typed boards; frames are encoded apart."""
    warm()
    yield Figure(
        "load of this machine over the last minute", os.getloadavg()[0] if hasattr(os, "getloadavg") else 0, ""
    )
    seconds = {}
    for name, (volunteers, needs) in invented.SIZES.items():
        frames = invented.frames(volunteers, needs, seed=1)
        encoding, board = timed(partial(encode, *frames))
        del frames
        yield Figure(
            f"{name} ({volunteers:,} x {needs:,}): encoding the frames, for everybody alike", encoding * 1000, "ms"
        )
        seconds[name], solved = middle(ROUNDS[name], partial(_best, board))
        yield Figure(f"{name}: the best board, with its proof", seconds[name] * 1000, "ms")
        yield Figure(
            f"{name}: gap between its cost and what is proved least", solved.total - solved.bound, "points", most=0
        )
        yield Figure(f"{name}: places filled", len(solved.taken), f"of {int(board.needs.people.sum()):,}")
        yield from _peers(name, board, seconds[name], solved.total)
        if name != "nation":
            yield from _words(name, board)
        del board, solved
        yield from alone(name)
    yield _slope(seconds)
    yield from exactness.measure()


def _best(board: Board) -> Best:
    return solve(board).best


def _peers(name: str, board: Board, ours: float, total: int) -> Iterator[Figure]:
    from tests.bench import peers  # imported here, so that other measurements do not need it

    rounds = {"town": 5, "county": 3, "nation": 1}[name]
    theirs, cost = middle(rounds, lambda: peers.polars_and_ortools(board))
    yield Figure(f"{name}: Polars join on cells, best {peers.BEST}, OR-tools", theirs * 1000, "ms")
    yield Figure(f"{name}: what its board costs more than the best", cost - total, "points")
    strongest = theirs
    if name != "nation":
        scipy, cost = middle(1 if name == "county" else 3, lambda: peers.pandas_and_scipy(board))
        yield Figure(f"{name}: pandas cross join, SciPy", scipy * 1000, "ms")
        # Below 0 where it gives one volunteer two places of a need, which the libraries can't rule out.
        yield Figure(f"{name}: what its board costs more than the best", cost - total, "points")
        strongest = min(strongest, scipy)
    yield Figure(
        f"{name}: the engine is faster than the faster of them", strongest / ours, "times", least=TIMES_FASTER[name]
    )


def _words(name: str, board: Board) -> Iterator[Figure]:
    found = propose(board)
    yield Figure(
        f"{name}: up to three others for every need, what each adds", timed(lambda: found.alternates)[0] * 1000, "ms"
    )
    yield Figure(f"{name}: why nobody, for every empty place", timed(lambda: found.unmatched)[0] * 1000, "ms")


def _slope(seconds: dict[str, float]) -> Figure:
    size = {name: sum(invented.SIZES[name]) for name in ("town", "nation")}
    slope = math.log(seconds["nation"] / seconds["town"]) / math.log(size["nation"] / size["town"])
    return Figure("growth of time from town to nation: the power of the board's size", slope, "")


def alone(name: str) -> Iterator[Figure]:
    """Yield what a process that does nothing else needs: memory beside the frames, and a new need's time."""
    with tempfile.TemporaryDirectory() as folder:
        for number, frame in enumerate(invented.frames(*invented.SIZES[name], seed=1)):
            frame.to_pickle(Path(folder) / f"{number}.pickle")
        done = subprocess.run(
            [sys.executable, "-m", "tests.bench.alone", folder], cwd=ROOT, capture_output=True, text=True, check=True
        )
    told = json.loads(done.stdout)
    goal = 1_024 if name == "nation" else None
    yield Figure(
        f"{name}: peak memory beside the frames, encoded and matched", told["memory"] / 2**20, "MiB", most=goal
    )
    for what, values in (("ranked", told["rank"]), ("taken in, and the board matched again exactly", told["insert"])):
        yield Figure(f"{name}: one new need {what}, median", statistics.median(values) * 1000, "ms")
        yield Figure(f"{name}: one new need {what}, 99 of 100", percentile(values, 0.99) * 1000, "ms")
    yield Figure(f"{name}: gap after {ARRIVING} new needs", told["gap"], "points", most=0)


def timed(work: Callable[[], Result]) -> tuple[float, Result]:
    """Seconds that some work takes, and what comes of it."""
    began = time.perf_counter()
    result = work()
    return time.perf_counter() - began, result


def middle(rounds: int, work: Callable[[], Result]) -> tuple[float, Result]:
    """The median of several rounds, and what comes of the last."""
    told = [timed(work) for _ in range(rounds)]
    return statistics.median(seconds for seconds, _ in told), told[-1][1]
