"""A solved board, which gives alternates and takes in what changes."""

import threading
from dataclasses import replace

import numpy as np

from community.matching.alternates import Choices, Others
from community.matching.array_types import Cells, Frame, Ints, united
from community.matching.best_board import Best, find_best
from community.matching.board import Board
from community.matching.board_change import BoardChange, Moved, moved, sorted_anew
from community.matching.eligible_pairs import Pairs, eligible
from community.matching.matching_errors import MatchingError, TooManyPairs
from community.matching.min_cost_flow import check_guarantee
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
        # Queries write too: to prices, to lists that grow, to the memory of a search. One query may call another, so
        # the same thread may take the lock twice. (A `cached_property` has one lock for all boards, where two threads
        # could wait for each other for ever, so results are cached by hand.)
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
        """The cheapest eligible pairs of a need (its place on the board), cheapest first, taken or not."""
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
        """The cheapest pair of a need (its place on the board) that any best board holds; empty if none does.

        The result is the same for all equally good boards, however this one was reached.
        """
        with self.lock:
            others, taken = self.alternates(np.array([need])), self.best.taken
            found = Pairs.join([taken.take(taken.need == need), others.pairs.take(others.extra == 0)])
            order = self.board.order_of_volunteers[found.volunteer]
        return found.take(np.lexsort((order, found.cost))[:1])

    def _find_others(self) -> Others:
        needs, count, blocks = self.board.needs, 0, []
        for block in eligible(self.board, self.weights, np.nonzero(needs.people > 0)[0], self.pinned):
            count += len(block)
            blocks.append(block)
            if count > MOST_PAIRS:
                raise TooManyPairs(f"More than {MOST_PAIRS:,} eligible pairs: ask about fewer needs at a time.")
        empty = np.array(self.weights.unmatched, dtype=np.int64)[needs.urgency]
        return Others(Pairs.join(blocks), self.best.taken, self.best.prices, self.board.volunteers.capacity, empty)

    def insert(self, frame: Frame) -> None:
        """Take in the needs of a frame (columns as for `encode`). Others may stand at other places then.

        Raises MatchingError for a frame that can't be read or needs that are there already, GuaranteeBroken where the
        board becomes too large.
        """
        with self.lock:
            if len(frame) and any(self.board.place_of_need(one) >= 0 for one in Cells(frame, "need_id").ids):
                raise MatchingError("This need is on the board already.")
            self.bring_forward(BoardChange(needs=frame))

    def bring_forward(self, change: BoardChange) -> None:
        """Take in what changed; the board is the best again. Raises as `insert` does."""
        with self.lock:
            then = moved(self.board, self.pinned, change)
            check_guarantee(then.board, self.weights.unmatched)
            self._renew(then)

    def agree(self, need: int, volunteer: int) -> None:
        """Take this pair (places on the board) as agreed: the board is the best of all that hold it."""
        with self.lock:
            people, capacity = self.board.needs.people.copy(), self.board.volunteers.capacity.copy()
            people[need] -= 1
            capacity[volunteer] -= 1
            board = replace(
                self.board,
                needs=replace(self.board.needs, people=people),
                volunteers=replace(self.board.volunteers, capacity=capacity),
            )
            which, who = np.array([need]), np.array([volunteer])
            self._renew(Moved(board, united(self.pinned, board.key(which, who)), who, which))

    def copy(self) -> "Solution":
        """A copy on which to try something out."""
        with self.lock:
            return Solution(self.board, self.weights, self.pinned)

    def _renew(self, then: Moved) -> None:
        """Take a board that was brought forward."""
        self.board, self.pinned = sorted_anew(then.board, then.pinned)
        self._best, self._others = None, None
