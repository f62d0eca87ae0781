"""A solved board, which can be asked who else, and changed a little at a time.

`solve` takes the engine where numba is installed, and the solver of a library else. Both are exact, and say so with
the same proof.
"""

import threading
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from community.matching import engine
from community.matching.alternates import Choices, Others
from community.matching.arrivals import with_needs
from community.matching.best import Best, find_best
from community.matching.board import Board
from community.matching.cells import Ints
from community.matching.errors import TooLarge, TooManyPairs
from community.matching.pairs import Pairs, eligible
from community.matching.solve import check_guarantee
from community.matching.weights import DEFAULT, Weights

MOST_PAIRS = 20_000_000


@dataclass(frozen=True)
class Move:
    """A place that changed hands: who filled it, and who fills it now (None: nobody)."""

    need_id: str
    was: str | None
    now: str | None


class Solution:
    """The best board, by the solver of a library; `engine.live` does the same in a fraction of the time.

    `board`, `weights` and `pinned` (sorted keys) are what it was solved for. Changes are made in place. Any number of
    threads may ask at once: each waits for the one before.
    """

    def __init__(self, board: Board, weights: Weights = DEFAULT, pinned: Ints | None = None) -> None:
        self.board, self.weights = board, weights
        self.pinned = np.zeros(0, np.int64) if pinned is None else pinned
        # Whoever asks writes too: to prices, to lists that grow, to the room where a search is worked out. One may call
        # another, so the same thread may take it twice. (The lock of a `cached_property` is one for all boards:
        # two threads could wait for each other for ever, so what is found is kept by hand.)
        self.lock = threading.RLock()
        self._best: Best | None = None
        self._others: Others | None = None

    @property
    def best(self) -> Best:
        """The pairs taken, prices, total and bound.

        `prices.volunteer`: what one more match of each volunteer would save the whole board, in points.
        `prices.need`: what one more place of each need would add to its cost.
        """
        with self.lock:
            if self._best is None:
                self._best = self._find_best()
            return self._best

    def _find_best(self) -> Best:
        return find_best(self.board, self.weights, self.pinned)

    def ranked(self, need: int, count: int = 20) -> Pairs:
        """The cheapest eligible pairs of a need (its place on the board), cheapest first, whoever holds them now."""
        with self.lock:
            found = Pairs.join(eligible(self.board, self.weights, np.array([need]), self.pinned))
        return found.take(np.lexsort((found.volunteer, found.cost))[:count])

    def alternates(self, needs: Ints) -> Choices:
        """Up to three other volunteers for each of these needs, those that add least to the whole board first.

        Raises TooManyPairs above 20 million eligible pairs.
        """
        with self.lock:
            if self._others is None:
                self._others = self._find_others()
            return self._others.of(needs)

    def first(self, need: int) -> Pairs:
        """The pair of a need (its place on the board) that costs least of all that some best board holds; or none.

        It does not hang on which of several equally good boards this one is, nor on the way that led to it.
        """
        with self.lock:
            others, taken = self.alternates(np.array([need])), self.best.taken
            found = Pairs.join([taken.take(taken.need == need), others.pairs.take(others.extra == 0)])
        return found.take(np.lexsort((found.volunteer, found.cost))[:1])

    def _find_others(self) -> Others:
        needs, count, blocks = self.board.needs, 0, []
        for block in eligible(self.board, self.weights, np.nonzero(needs.people > 0)[0], self.pinned):
            count += len(block)
            blocks.append(block)
            if count > MOST_PAIRS:
                raise TooManyPairs(f"More than {MOST_PAIRS:,} eligible pairs: ask about fewer needs at a time.")
        empty = np.array(self.weights.unmatched, dtype=np.int64)[needs.urgency]
        return Others(Pairs.join(blocks), self.best.taken, self.best.prices, self.board.volunteers.capacity, empty)

    def insert(self, frame: pd.DataFrame) -> list[Move]:
        """Take in the needs of a frame (columns as for `encode`), after those on the board; what it changed.

        Raises MatchingError for a frame that can't be read, GuaranteeBroken where the board becomes too large.
        """
        with self.lock:
            board = with_needs(self.board, frame)
            check_guarantee(board.needs.people, board.volunteers.capacity, self.weights.unmatched)
            return self._changed(board)

    def remove(self, volunteer_ids: Iterable[str]) -> list[Move]:
        """Let these volunteers take nothing any more; what it changed."""
        with self.lock:
            return self._changed(without(self.board, places_of(self.board, volunteer_ids)))

    def copy(self) -> "Solution":
        """Another one, to try something out on."""
        with self.lock:
            return Solution(self.board, self.weights, self.pinned)

    def _changed(self, board: Board) -> list[Move]:
        before = self.best.taken
        self._renew(board)
        return moves(board, before, self.best.taken)

    def _renew(self, board: Board) -> None:
        self.board, self._best, self._others = board, None, None


def places_of(board: Board, volunteer_ids: Iterable[str]) -> Ints:
    """The places of these volunteers; ids that are not on the board are left out."""
    ids = board.volunteers.ids
    found = ((one, int(np.searchsorted(ids, one))) for one in volunteer_ids)
    return np.array(sorted({at for one, at in found if at < len(ids) and ids[at] == one}), dtype=np.int64)


def without(board: Board, volunteers: Ints) -> Board:
    """The board on which these volunteers (places) have no room."""
    capacity = board.volunteers.capacity.copy()
    capacity[volunteers] = 0
    return replace(board, volunteers=replace(board.volunteers, capacity=capacity))


def moves(board: Board, before: Pairs, after: Pairs) -> list[Move]:
    """What changed between two sets of pairs, in the order of needs."""
    was, now = board.key(before.need, before.volunteer), board.key(after.need, after.volunteer)
    count = len(board.volunteers.ids)
    left: dict[int, list[str | None]] = {}
    come: dict[int, list[str | None]] = {}
    for keys, told in ((np.setdiff1d(was, now), left), (np.setdiff1d(now, was), come)):
        for need, volunteer in zip(*np.divmod(keys, max(count, 1)), strict=True):
            told.setdefault(int(need), []).append(board.volunteers.ids[volunteer])
    found = []
    for need in sorted({*left, *come}):
        gone, new = left.get(need, []), come.get(need, [])
        longer = max(len(gone), len(new))
        pad = [[*side, *[None] * (longer - len(side))] for side in (gone, new)]
        found += [Move(board.needs.ids[need], *each) for each in zip(*pad, strict=True)]
    return found


def solve(board: Board, weights: Weights = DEFAULT, pinned: Ints | None = None) -> Solution:
    """The best board: as many places filled as can be, the most urgent first, at the least cost in all.

    `pinned`: sorted keys (`pairs.pinned_keys`) of pairs that are agreed already. Raises GuaranteeBroken where "most
    urgent first" could not be promised.
    """
    check_guarantee(board.needs.people, board.volunteers.capacity, weights.unmatched)
    if engine.is_there():
        from community.matching.engine.live import Live  # it takes numba, and numba takes its time

        with suppress(TooLarge):
            return Live(board, weights, pinned)
    return Solution(board, weights, pinned)
