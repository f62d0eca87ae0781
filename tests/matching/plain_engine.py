"""What the engine answers on 9 boards drawn by lot: `NUMBA_DISABLE_JIT=1 python -m tests.matching.plain_engine 9`.

It is printed as JSON. With that variable set the kernels run as the plain Python they are written in.
"""

import json
import sys

import numpy as np

from community.matching.engine import solve
from tests.matching.board_histories import History
from tests.matching.random_boards import board


def answers(boards: int) -> list[list[list[int]]]:
    """By board: the pairs taken, the prices, the other choices with what they add, the cheapest of the first need."""
    found = []
    for seed in range(boards):
        on, weights, pinned = board(seed)
        solved = solve(on, weights, pinned)
        best, asking = solved.best, np.nonzero(on.needs.people > 0)[0]
        others = solved.alternates(asking)
        ranked = [solved.ranked(int(need), 7) for need in asking[:1]]
        arrays = [best.taken.need, best.taken.volunteer, best.taken.cost, best.prices.need, best.prices.volunteer]
        arrays += [others.pairs.need, others.pairs.volunteer, others.extra, *(r.volunteer for r in ranked)]
        found.append([array.tolist() for array in arrays] + [[best.total, best.bound]])
    return found + [lived(seed) for seed in range(boards // 4)]


def lived(seed: int) -> list[list[int]]:
    """The pairs and prices of a board after each step of its history."""
    history, told = History(seed), []
    kept = history.anew()
    for _ in range(6):
        kept = kept.bring_forward(history.step())
        best = kept.best
        told += [best.taken.need.tolist(), best.taken.volunteer.tolist(), best.prices.volunteer.tolist(), [best.bound]]
    return told


if __name__ == "__main__":
    print(json.dumps(answers(int(sys.argv[1]))))
