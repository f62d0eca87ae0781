"""A solved board in the engine, queried and changed in milliseconds, whatever its size."""

import numpy as np

from community.matching.alternates import Choices
from community.matching.array_types import Ints
from community.matching.best_board import Best, find_best
from community.matching.board import Board
from community.matching.board_change import Moved, is_worn
from community.matching.dual_prices import Prices
from community.matching.eligible_pairs import Pairs
from community.matching.engine.board_moves import BoardMove
from community.matching.engine.engine_board import EngineBoard
from community.matching.solution import Solution
from community.matching.weights import DEFAULT, Weights


class Live(Solution):
    """The best board, solved by the engine. Boards that it can't prove or hold go to the library's solver."""

    def __init__(self, board: Board, weights: Weights = DEFAULT, pinned: Ints | None = None) -> None:
        super().__init__(board, weights, pinned)
        self.machine = EngineBoard(board, weights, self.pinned)

    def _find_best(self) -> Best:
        self.machine.settle()
        proof = self.machine.prove()
        if proof is None or proof[0] != proof[1]:
            return find_best(self.board, self.weights, self.pinned)
        board, machine, state = self.board, self.machine, self.machine.state
        there, asking = machine.in_use
        places = np.nonzero(state.by >= 0)[0]
        need, volunteer = machine.needs[state.need[places]], machine.people[state.by[places]]
        order = np.lexsort((volunteer, need))
        taken = Pairs(need[order], volunteer[order], state.cost[places][order].astype(np.int64))
        # Places beyond the number of volunteers were left out, and stay empty.
        needs, people = machine.needs[asking], machine.people[there]
        beyond = board.needs.people[needs] - np.diff(state.places)[asking]
        outside = int((beyond * state.empty[asking]).sum())
        worth, price = np.zeros(len(board.needs.ids), np.int64), np.zeros(len(board.volunteers.ids), np.int64)
        worth[needs] = np.where(beyond > 0, state.empty[asking], state.worth[asking])
        price[people] = np.where(state.room > 0, state.price, 0)[there]
        return Best(taken, Prices(worth, price), int(proof[0]) + outside, int(proof[1]) + outside)

    def ranked(self, need: int, count: int = 20) -> Pairs:
        """As `Solution.ranked`."""
        with self.lock:
            number = int(self.machine.numbers[need])
            if number < 0:
                return super().ranked(need, count)
            who, cost = self.machine.rank(number, count)
            volunteer = self.machine.people[who]
            order = np.lexsort((self.board.order_of_volunteers[volunteer], cost))
            return Pairs(np.full(len(who), need), volunteer[order], cost[order].astype(np.int64))

    def alternates(self, needs: Ints) -> Choices:
        """As `Solution.alternates`, on boards of any size."""
        with self.lock:
            self.machine.settle()
            numbers = self.machine.numbers[needs]
            found, counts = self.machine.choices(numbers, self.board.order_of_volunteers)
            row, rank = np.nonzero(np.arange(found.shape[1]) < counts[:, None])
            spot, cost, extra = found[row, rank].T
            return Choices(Pairs(needs[row], self.machine.people[spot], cost), rank + 1, extra)

    def _renew(self, then: Moved) -> None:
        move = BoardMove(self.machine, self.board, self.pinned, then, self.weights)
        if move.is_possible() and not is_worn(then.board):
            move.carry_out()
            self.board, self.pinned = then.board, then.pinned
            self._best = None
            return
        super()._renew(then)
        self.machine = EngineBoard(self.board, self.weights, self.pinned)

    def copy(self) -> "Live":
        """As `Solution.copy`."""
        with self.lock:
            other = Live.__new__(Live)
            Solution.__init__(other, self.board, self.weights, self.pinned)
            other.machine = self.machine.copy()
            return other
