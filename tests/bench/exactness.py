"""How often the engine differs from a library's solver and from the rules read slowly, on boards drawn by lot."""

from collections import Counter
from collections.abc import Iterator

import numpy as np

from community.matching import encode, propose
from community.matching.engine import solve
from community.matching.solution import Solution
from tests.bench.figure import Figure
from tests.matching import oracle
from tests.matching.boards import asks, pairs_of, people
from tests.matching.random_boards import board, rows

BOARDS, READ_SLOWLY = 3_000, 600
FROM = 10_000
"""The suite looks at the boards below this number."""
FEW = 4
"""So many volunteers and needs at the most where every board that can be is looked at."""
_WHAT = {
    "total": (BOARDS, "boards whose total, or its proof, differs from OR-tools"),
    "candidates": (READ_SLOWLY, "boards whose candidates differ from those the rules allow, read slowly"),
    "ineligible": (READ_SLOWLY, "boards with a pair that the rules forbid"),
    "order": (READ_SLOWLY, "boards whose result changes with the order of rows"),
    "urgency": (READ_SLOWLY, f"boards up to {FEW} x {FEW} on which another would serve more of the urgent"),
}


def measure() -> Iterator[Figure]:
    """Yield how many boards were found wrong, of how many; each goal is none."""
    wrong: Counter[str] = Counter()
    for seed in range(FROM, FROM + BOARDS):
        on, weights, pinned = board(seed)
        plain, quick = Solution(on, weights, pinned).best, solve(on, weights, pinned).best
        wrong["total"] += not plain.total == plain.bound == quick.total == quick.bound
    for seed in range(FROM, FROM + READ_SLOWLY):
        wrong += _read_slowly(seed)
    for name, (count, words) in _WHAT.items():
        yield Figure(f"{words}, of {count:,}", wrong[name], "", most=0)


def _read_slowly(seed: int) -> Counter[str]:
    volunteers, needs = rows(seed)
    found, allowed = propose(people(*volunteers), asks(*needs)), oracle.eligible(volunteers, needs)
    on = encode(people(*volunteers), asks(*needs))
    solved = solve(on)
    wanted = np.nonzero(on.needs.people > 0)[0].tolist()
    weighed = {(on.needs.ids[n], on.volunteers.ids[v]) for n in wanted for v in solved.ranked(n, 100).volunteer}
    draw = np.random.default_rng(seed)
    turned = propose(
        people(*(volunteers[i] for i in draw.permutation(len(volunteers)))),
        asks(*(needs[i] for i in draw.permutation(len(needs)))),
    )
    return Counter(
        candidates=int(weighed != {pair for pair in allowed if pair[0] in {on.needs.ids[n] for n in wanted}}),
        ineligible=int(not pairs_of(found.matches) | pairs_of(found.alternates) <= allowed),
        order=int(not (found.matches.equals(turned.matches) and found.alternates.equals(turned.alternates))),
        urgency=int(_could_serve_better(seed)),
    )


def _could_serve_better(seed: int) -> bool:
    volunteers, needs = (some[:FEW] for some in rows(seed))
    needs = [need | {"people": min(need["people"], 2)} for need in needs]
    found = pairs_of(propose(people(*volunteers), asks(*needs)).matches)
    filled = [sum(n == need["need_id"] for n, _ in found) for need in needs]
    every = oracle.boards(volunteers, needs, oracle.eligible(volunteers, needs))
    return oracle.filled_by_urgency(needs, filled) != max(oracle.filled_by_urgency(needs, each) for _, each in every)
