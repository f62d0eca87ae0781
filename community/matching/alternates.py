"""Other volunteers for a need, and what choosing each would cost the whole board.

When somebody else is chosen for a need, their present match may have to pass to a third person, whose match passes to
a fourth, and so on, until somebody with room takes it or the chain comes back to the need itself. A choice costs as
much as the cheapest such chain. With the prices of the best board no step of a chain costs less than nothing, so a
search outward from a need can stop as soon as three choices can't be improved on.
"""

from dataclasses import dataclass

import numpy as np

from community.matching.array_types import Flags, Ints, among
from community.matching.dual_prices import Prices
from community.matching.eligible_pairs import Pairs

FAR = np.int64(2**60)
"""More than any chain can cost."""
_WIDE = np.int64(2**40)
"""More than any one step can cost: weights allow an empty place at most 10**11."""


class Chains:
    """Steps from one full volunteer to another. The first takes over a match that the second gives up."""

    def __init__(self, free: Pairs, dear: Ints, held: Pairs, loose: Ints, full: Flags) -> None:
        """Take the pairs not on the board with what each adds, and the pairs on it with what giving each up adds."""
        self.count = len(full)
        order = np.argsort(held.need, kind="stable")
        self.held, self.loose, self.full = held.take(order), loose[order], full
        held, loose, usable = self.held, self.loose, full[free.volunteer]
        free, dear = free.take(usable), dear[usable]
        first = np.searchsorted(held.need, free.need, "left")
        which, each = _spread(first, np.searchsorted(held.need, free.need, "right"))
        to, giver = free.volunteer[which], held.volunteer[each]
        step = np.minimum(dear[which] + loose[each], _WIDE - 1)
        # Steps into the same volunteer lie together, cheapest first, so that those within reach are one slice.
        keep = full[giver]
        order = np.lexsort((step[keep], to[keep]))
        self.giver, self.step = giver[keep][order], step[keep][order]
        self.sorted = to[keep][order] * _WIDE + self.step

    def back_to(self, needs: Ints, reach: Ints) -> Ints:
        """Needs x volunteers: the cost of the cheapest chain from a match of the volunteer back to one of this need.

        It is 2**60 where that exceeds `reach` (by need), or where there is no such chain.
        """
        least = np.full((len(needs), self.count), FAR)
        flat = least.reshape(-1)
        start = among(self.held.need, needs) & self.full[self.held.volunteer]
        row = np.searchsorted(needs, self.held.need[start])
        at, far = row * self.count + self.held.volunteer[start], self.loose[start]
        while len(at):
            nearer = (far < reach[at // self.count]) & (far < flat[at])
            at, far = _cheapest_of_each(at[nearer], far[nearer])
            flat[at] = far
            first = (at % self.count) * _WIDE
            budget = np.minimum(reach[at // self.count] - far, _WIDE - 1)
            which, each = _spread(np.searchsorted(self.sorted, first), np.searchsorted(self.sorted, first + budget))
            at, far = (at // self.count)[which] * self.count + self.giver[each], far[which] + self.step[each]
        return least


def _spread(first: Ints, last: Ints) -> tuple[Ints, Ints]:
    """Every number of every range, and which range it is of."""
    size = last - first
    which = np.repeat(np.arange(len(size)), size)
    inside = np.arange(len(which)) - np.repeat(np.cumsum(size) - size, size)
    return which, first[which] + inside


def _cheapest_of_each(at: Ints, far: Ints) -> tuple[Ints, Ints]:
    order = np.lexsort((far, at))
    at, far = at[order], far[order]
    first = np.ones(len(at), np.bool_)
    first[1:] = at[1:] != at[:-1]
    return at[first], far[first]


RANKS = 3
_AT_ONCE = 256


@dataclass(frozen=True)
class Choices:
    """The best other choices of some needs: pairs, rank from 1, and what each adds to the whole board."""

    pairs: Pairs
    rank: Ints
    extra: Ints


class Others:
    """Finds other choices on a best board. The board is a network of steps, each with a cost in points (0 or more)."""

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
        """By volunteer, the cost of making room: 0 with room to spare, otherwise that of passing a match on.

        `vacate`: by need, the cost of leaving a place empty.
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
        # Making room costs at most this; only a chain that comes back to the need itself can be cheaper.
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
