"""The best board, with its proof, at any size: few pairs are weighed at first, and prices call in the rest."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np

from community.matching.board import Board
from community.matching.cells import Flags, Ints, among
from community.matching.pairs import Pairs, eligible
from community.matching.prices import Prices, find_prices, lower_bound
from community.matching.solve import assign, check_guarantee
from community.matching.weights import Weights

WEIGHED = 400_000
"""Up to so many pairs are given to the solver at once."""
HELD = 5_000_000
"""Up to so many pairs are kept in memory (120 MB); beyond, they are found again for each round."""
_EACH = 32
"""Pairs of one need that are called in at a time."""


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
    check_guarantee(people, capacity, weights.unmatched)
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
    """A way to go through all the pairs again and again: from memory if they fit, else found anew."""
    kept: list[Pairs] = []
    count = 0
    for block in find():
        kept.append(block)
        count += len(block)
        if count > held:
            return find
    return lambda: kept


def _first(blocks: Iterable[Pairs], weighed: int) -> Pairs:
    """All pairs if they are few enough, else the cheapest of each need."""
    every: list[Pairs] = []
    count = 0
    for block in blocks:
        if count <= weighed < count + len(block):
            every = [_least(each, each.cost) for each in every]
        count += len(block)
        every.append(_least(block, block.cost) if count > weighed else block)
    return Pairs.join(every)


def _called_in(blocks: Iterable[Pairs], pairs: Pairs, prices: Prices, board: Board) -> Pairs:
    """Pairs not yet weighed that would save something at these prices, the most saving of each need first."""
    found = []
    known = board.key(pairs.need, pairs.volunteer)
    for block in blocks:
        gain = prices.gain(block)
        saving = block.take(gain > 0)
        new = ~among(board.key(saving.need, saving.volunteer), known)
        found.append(_least(saving.take(new), -gain[gain > 0][new]))
    return Pairs.join(found)


def _least(pairs: Pairs, points: Ints) -> Pairs:
    """The pairs with the fewest points of each need.

    Equal ones are taken from different ends of the list for different needs, or all would compete for the same few.
    """
    scattered = (pairs.volunteer * 2_654_435_761 + pairs.need * 40_503) & 0xFFFF
    order = np.lexsort((scattered, points, pairs.need))
    need = pairs.need[order]
    rank = np.arange(len(need)) - np.searchsorted(need, need)
    keep: Flags = rank < _EACH
    return pairs.take(order[keep])
