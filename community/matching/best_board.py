"""The best board and its proof, at any size. It weighs few pairs at first; prices then show which others to add."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np

from community.matching.array_types import Flags, Ints, among
from community.matching.board import Board
from community.matching.dual_prices import Prices, find_prices, lower_bound
from community.matching.eligible_pairs import Pairs, eligible
from community.matching.min_cost_flow import assign, check_guarantee
from community.matching.weights import Weights

WEIGHED = 400_000
"""Up to so many pairs are given to the solver at once."""
HELD = 5_000_000
"""Up to so many pairs are kept in memory (120 MB); beyond, they are found again for each round."""
_EACH = 32
_FEW = 4
"""Pairs of one need, and of one volunteer, that are called in at a time from each block."""


@dataclass(frozen=True)
class Best:
    """The pairs taken, the prices that prove them best, the total cost and the bound, in points."""

    taken: Pairs
    prices: Prices
    total: int
    bound: int


def find_best(board: Board, weights: Weights, pinned: Ints, *, weighed: int = WEIGHED, held: int = HELD) -> Best:
    """The set of pairs of least total cost, empty places included, among all eligible pairs that are not pinned.

    Raises GuaranteeBroken where "most urgent first" could not be promised.
    """
    needs, people, capacity = board.needs, board.needs.people, board.volunteers.capacity
    check_guarantee(board, weights.unmatched)
    empty = np.array(weights.unmatched, dtype=np.int64)[needs.urgency]
    asking = np.nonzero(people > 0)[0]
    every = _source(lambda: eligible(board, weights, asking, pinned), held)
    pairs = _first(every(), weighed)
    while True:
        taken = assign(pairs, people, capacity, needs.urgency)
        prices = find_prices(pairs, taken, people, capacity, empty)
        missing = _called_in(every(), pairs, prices, board)
        if not len(missing):
            break
        pairs = Pairs.join([pairs, missing])
    chosen = pairs.take(taken)
    left = people - np.bincount(chosen.need, minlength=len(people))
    total = int(chosen.cost.sum() + (left * empty).sum())
    return Best(chosen, prices, total, lower_bound(pairs, prices, people, capacity))


def _source(find: Callable[[], Iterable[Pairs]], held: int) -> Callable[[], Iterable[Pairs]]:
    """A function that yields all the pairs each time it is called: from memory if they fit, otherwise found anew."""
    kept: list[Pairs] = []
    count = 0
    for block in find():
        kept.append(block)
        count += len(block)
        if count > held:
            return find
    return lambda: kept


def _first(blocks: Iterable[Pairs], weighed: int) -> Pairs:
    """All pairs if they are few enough, otherwise the cheapest of each need."""
    every: list[Pairs] = []
    count = 0
    for block in blocks:
        if count <= weighed < count + len(block):
            every = [_promising(each, each.cost) for each in every]
        count += len(block)
        every.append(_promising(block, block.cost) if count > weighed else block)
    return Pairs.join(every)


def _called_in(blocks: Iterable[Pairs], pairs: Pairs, prices: Prices, board: Board) -> Pairs:
    """Pairs not weighed yet that would save something at these prices: for each need, those that save most first."""
    found = []
    known = board.key(pairs.need, pairs.volunteer)
    for block in blocks:
        gain = prices.gain(block)
        saving = block.take(gain > 0)
        new = ~among(board.key(saving.need, saving.volunteer), known)
        found.append(_promising(saving.take(new), -gain[gain > 0][new]))
    return Pairs.join(found)


def _promising(pairs: Pairs, points: Ints) -> Pairs:
    """The pairs with the fewest points of each need, and a few of each volunteer.

    Without those of each volunteer, needs that prefer the same few volunteers would bring in those few again and again.
    """
    keep = _fewest(pairs.need, points, pairs.volunteer, _EACH) | _fewest(pairs.volunteer, points, pairs.need, _FEW)
    return pairs.take(keep)


def _fewest(owner: Ints, points: Ints, other: Ints, count: int) -> Flags:
    """Which pairs are among the `count` with the fewest points for their owner. Ties are drawn from all over it."""
    keep = np.zeros(len(owner), np.bool_)
    if not len(owner):
        return keep
    points = points - points.min()
    scattered = (other * 2_654_435_761 + owner * 40_503) >> 7 & 15
    # One number to sort by: at most 2**20 owners, 2**37 points and 2**4 draws.
    order = np.argsort((owner * (points.max() + 1) + points) * 16 + scattered, kind="stable")
    owner = owner[order]
    keep[order] = np.arange(len(owner)) - np.searchsorted(owner, owner) < count
    return keep
