"""Prices that prove a board to be the best one.

Each need gets a worth and each volunteer a price. By weak duality of linear programming, if no worth exceeds the cost
of an empty place and no price is below 0, then no board costs less than `lower_bound`. So when the bound equals the
cost of a board, that board is best, and anyone can check it by adding up.
"""

from dataclasses import dataclass

import numpy as np

from community.matching.array_types import Flags, Ints
from community.matching.eligible_pairs import Pairs

_FAR = np.int64(2**60)


@dataclass(frozen=True)
class Prices:
    """The worth of one more place of each need, and the price of one more match of each volunteer, in points."""

    need: Ints
    volunteer: Ints

    def gain(self, pairs: Pairs) -> Ints:
        """What each pair would save at these prices; above 0 only if it belongs on the board."""
        return self.need[pairs.need] - self.volunteer[pairs.volunteer] - pairs.cost


def find_prices(pairs: Pairs, taken: Flags, people: Ints, capacity: Ints, empty: Ints) -> Prices:
    """The prices of a best board.

    They are the shortest paths through the exchanges still possible (Bellman and Ford), counted from "one more
    volunteer": a volunteer with room costs nothing, a full one costs what it takes to replace them.
    """
    held = pairs.take(taken)
    load = np.bincount(held.volunteer, minlength=len(capacity))
    full = (load >= capacity) & (load > 0)
    free = pairs.take(~taken & full[pairs.volunteer])
    free = free.take(np.argsort(free.volunteer, kind="stable"))
    names, starts = np.unique(free.volunteer, return_index=True)
    left = people - np.bincount(held.need, minlength=len(people))
    need_start = np.where(left > 0, -empty, np.where(people > 0, _FAR, 0))
    volunteer = np.zeros(len(capacity), np.int64)
    for _ in range(len(people) + len(capacity) + 2):
        need = need_start.copy()
        np.minimum.at(need, held.need, volunteer[held.volunteer] - held.cost)
        better = np.zeros(len(capacity), np.int64)
        if len(free):
            better[names] = np.minimum(np.minimum.reduceat(need[free.need] + free.cost, starts), 0)
        if np.array_equal(better, volunteer):
            return Prices(-need, -volunteer)
        volunteer = better
    raise RuntimeError("The board is not the best one: an exchange would save points for ever.")


def lower_bound(pairs: Pairs, prices: Prices, people: Ints, capacity: Ints) -> int:
    """The bound below which no board can cost, in points, empty places included."""
    saved = np.maximum(prices.gain(pairs), 0)
    return int((people * prices.need).sum() - (capacity * prices.volunteer).sum() - saved.sum())
