"""How many answers differ when two threads ask one solved board: `python -m tests.matching.two_at_once`.

In a process of its own, because arrays that two write to at once may end it without a word.
"""

import sys
import threading

import numpy as np

from community.matching import encode
from community.matching.engine import solve
from community.matching.solution import Solution
from tests.bench import invented

Told = list[list[int]]


def main(volunteers: int, needs: int, rounds: int) -> int:
    """The number of answers that were others than those to one who asks alone."""
    sys.setswitchinterval(1e-5)
    board = encode(*invented.frames(volunteers, needs, seed=1))
    alone = solve(board)
    right = [_told(alone, need) for need in range(needs)]
    wrong = 0
    for _ in range(rounds):
        shared, told = solve(board), list(right)
        gate = threading.Barrier(2)
        threads = [threading.Thread(target=_ask, args=(shared, first, told, gate), daemon=True) for first in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(60)
        wrong += sum(thread.is_alive() for thread in threads)
        wrong += sum(mine != theirs for mine, theirs in zip(told, right, strict=True))
    return wrong


def _ask(shared: Solution, first: int, told: list[Told], gate: threading.Barrier) -> None:
    gate.wait()
    for need in range(first, len(told), 2):
        told[need] = []
        told[need] = _told(shared, need)


def _told(solved: Solution, need: int) -> Told:
    """Who else and at what cost, and who is cheapest."""
    others, ranked = solved.alternates(np.array([need])), solved.ranked(need, 20)
    proof = [solved.best.total, solved.best.bound]
    return [others.pairs.volunteer.tolist(), others.extra.tolist(), ranked.volunteer.tolist(), proof]


if __name__ == "__main__":
    print(main(*map(int, sys.argv[1:])))
