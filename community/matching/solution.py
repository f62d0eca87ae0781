"""A solved board, which can be asked who else, and take in needs that arrive."""

import threading

import numpy as np
import pandas as pd

from community.matching.alternates import Choices, Others
from community.matching.array_types import Ints
from community.matching.best_board import Best, find_best
from community.matching.board import Board
from community.matching.eligible_pairs import Pairs, eligible
from community.matching.matching_errors import TooManyPairs
from community.matching.min_cost_flow import check_guarantee
from community.matching.new_needs import with_needs
from community.matching.weights import DEFAULT, Weights

MOST_PAIRS = 20_000_000


class Solution:
    """The best board, by the solver of a library; `engine.solved_engine` does the same in a fraction of the time.

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

    def insert(self, frame: pd.DataFrame) -> None:
        """Take in the needs of a frame (columns as for `encode`), after those on the board.

        Raises MatchingError for a frame that can't be read, GuaranteeBroken where the board becomes too large.
        """
        with self.lock:
            board = with_needs(self.board, frame)
            check_guarantee(board.needs.people, board.volunteers.capacity, self.weights.unmatched)
            self._renew(board)

    def copy(self) -> "Solution":
        """Another one, to try something out on."""
        with self.lock:
            return Solution(self.board, self.weights, self.pinned)

    def _renew(self, board: Board) -> None:
        self.board, self._best, self._others = board, None, None
