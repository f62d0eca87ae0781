"""Where each id stands on a board, found without reading all of them."""

from bisect import bisect_left

import numpy as np

from community.matching.array_types import Ints, Texts


class PlaceIndex:
    """Finds the place of an id on the boards that share this index: those that were brought forward from one another.

    Ids that were there when the board was made are sorted and never move. Those that came later are written down. An
    id may have come more than once, and a board may be older or younger than an entry: so its own ids have the last
    word.
    """

    def __init__(self, ids: Texts) -> None:
        self._sorted = ids
        self._later: dict[str, tuple[int, ...]] = {}

    @property
    def sorted(self) -> int:
        """How many ids there were when the board was made; they stand first, in order."""
        return len(self._sorted)

    def find(self, ids: Texts, one: str) -> int:
        """The place of this id among `ids`, those of a board; -1 if it is not there."""
        for place in (*self._later.get(one, ()), bisect_left(self._sorted, one)):
            if place < len(ids) and ids[place] == one:
                return place
        return -1

    def order(self, ids: Texts) -> Ints:
        """Numbers, one for each place, that grow with the ids."""
        later = sorted((one, place) for place, one in enumerate(ids[self.sorted :], self.sorted))
        numbers = (2 * np.arange(len(ids)) + 1) * (len(later) + 1)
        for rank, (one, place) in enumerate(later):
            numbers[place] = 2 * (len(later) + 1) * bisect_left(self._sorted, one) + rank
        return numbers

    def add(self, one: str, place: int) -> None:
        """Write down where an id that came later stands."""
        known = self._later.get(one, ())
        if place not in known:
            self._later[one] = (*known, place)
