"""Chains of exchanges from one full volunteer to the next, as far as they are worth following."""

import numpy as np

from community.matching.array_types import Flags, Ints, among
from community.matching.eligible_pairs import Pairs

FAR = np.int64(2**60)
"""More than any chain can cost."""
_WIDE = np.int64(2**40)
"""More than any one step can cost: weights allow an empty place at most 10**11."""


class Chains:
    """Steps from one full volunteer to another: the first takes over what the second leaves."""

    def __init__(self, free: Pairs, dear: Ints, held: Pairs, loose: Ints, full: Flags) -> None:
        """Pairs not on the board with what each adds by itself, pairs on it with what letting go of each adds."""
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
        """Needs x volunteers: how dear it is that a match of the volunteer ends, by a chain, on one of this need.

        2**60 where that is more than `reach` (by need), or can't be.
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
