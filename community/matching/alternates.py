"""Who else could be chosen, and what that would cost the whole board.

To choose somebody else for a need, their present match may have to pass to a third person, whose match passes to a
fourth, and so on until somebody with room takes it, or the chain comes back to the need itself. The dearness of a
choice is that of the cheapest such chain. With the prices of the best board no step of a chain costs less than
nothing, so a search outward from a need can stop as soon as three choices can't be bettered.
"""

from dataclasses import dataclass

import numpy as np

from community.matching.array_types import Ints, among
from community.matching.dual_prices import Prices
from community.matching.eligible_pairs import Pairs
from community.matching.exchange_chains import FAR, Chains

RANKS = 3
_AT_ONCE = 256


@dataclass(frozen=True)
class Choices:
    """The best other choices of some needs: pairs, rank from 1, and what each adds to the whole board."""

    pairs: Pairs
    rank: Ints
    extra: Ints


class Others:
    """A best board as a net of steps, each with its dearness in points (0 or more), to be asked for other choices."""

    def __init__(self, every: Pairs, taken: Pairs, prices: Prices, capacity: Ints, empty: Ints) -> None:
        """`every` eligible pair, those `taken`, and `empty`: by need, the cost of an empty place."""
        count = len(capacity)
        on_board = np.sort(taken.need * count + taken.volunteer)
        self.free = every.take(~among(every.need * count + every.volunteer, on_board))
        self.dear = -prices.gain(self.free)
        self.held, self.loose = taken, prices.gain(taken)
        self.full = np.bincount(taken.volunteer, minlength=count) >= capacity
        self.out = self._room(empty - prices.need)
        self.chains = Chains(self.free, self.dear, self.held, self.loose, self.full)

    def _room(self, vacate: Ints) -> Ints:
        """By volunteer: the dearness of making room. Nothing with room to spare, else that of passing a match on.

        `vacate`: by need, the dearness of leaving a place empty.
        """
        to_full = self.full[self.free.volunteer]
        nearest = vacate.copy()
        np.minimum.at(nearest, self.free.need[~to_full], self.dear[~to_full])
        onward, dear = self.free.take(to_full), self.dear[to_full]
        names, starts = np.unique(onward.need, return_index=True)
        room = np.where(self.full, FAR, 0)
        while True:
            by_need = nearest.copy()
            if len(names):
                passed_on = np.minimum.reduceat(dear + room[onward.volunteer], starts)
                by_need[names] = np.minimum(by_need[names], passed_on)
            better = np.where(self.full, FAR, 0)
            np.minimum.at(better, self.held.volunteer, self.loose + by_need[self.held.need])
            if np.array_equal(better, room):
                return room
            room = better

    def of(self, needs: Ints) -> Choices:
        """Up to three other volunteers for each of these needs (sorted places), those that add least first."""
        blocks = [self._of_block(needs[at : at + _AT_ONCE]) for at in range(0, max(len(needs), 1), _AT_ONCE)]
        return Choices(
            Pairs(*(np.concatenate([getattr(b.pairs, n) for b in blocks]) for n in ("need", "volunteer", "cost"))),
            np.concatenate([b.rank for b in blocks]),
            np.concatenate([b.extra for b in blocks]),
        )

    def _of_block(self, needs: Ints) -> Choices:
        mine = among(self.free.need, needs)
        pairs, dear = self.free.take(mine), self.dear[mine]
        row, room = np.searchsorted(needs, pairs.need), self.out[pairs.volunteer]
        # By making room at most so much; only a chain that comes back to the need itself can be cheaper.
        third = _third_least(row, dear + room, len(needs))
        reach = np.zeros(len(needs), np.int64)
        np.maximum.at(reach, row, np.minimum(room, third[row] - dear))
        back = self.chains.back_to(needs, reach)
        extra = dear + np.minimum(room, back[row, pairs.volunteer])
        order = np.lexsort((pairs.volunteer, pairs.cost, extra, row))
        rank = _rank(row[order])
        keep = order[rank < RANKS]
        return Choices(pairs.take(keep), rank[rank < RANKS] + 1, extra[keep])


def _rank(row: Ints) -> Ints:
    """0, 1, 2 ... within each run of equal rows."""
    return np.arange(len(row)) - np.searchsorted(row, row)


def _third_least(row: Ints, points: Ints, rows: int) -> Ints:
    order = np.lexsort((points, row))
    rank = _rank(row[order])
    third = np.full(rows, FAR)
    at = order[rank == RANKS - 1]
    third[row[at]] = points[at]
    return third
