"""The proposals for a board: who helps whom, the alternates, the unmatched needs, and the proof that none is better."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from typing import overload

import numpy as np
import pandas as pd

from community.matching.array_types import Ints
from community.matching.best_board import Best
from community.matching.board import Board
from community.matching.board_change import BoardChange
from community.matching.board_encoding import encode
from community.matching.cost_terms import by_name
from community.matching.eligible_pairs import Pairs, pinned_keys
from community.matching.engine import solve
from community.matching.solution import Solution
from community.matching.unmatched_needs import find_unmatched
from community.matching.weights import DEFAULT, Weights

Pinned = pd.DataFrame | Iterable[tuple[str, str]] | None


@dataclass(frozen=True, repr=False)
class Proposals:
    """The proposals for one board. Nothing here is more than a proposal: a person decides.

    `total` is the cost of the board, empty places included; `bound` the most that can be proved of every board: that
    none costs less. The two are equal.
    """

    board: Board
    weights: Weights
    total: int
    bound: int
    best: Best = field(repr=False)
    solution: Solution = field(repr=False)
    pinned: Ints = field(repr=False)

    @classmethod
    def of(cls, solution: Solution) -> "Proposals":
        """The proposals of a solved board as it is now."""
        with solution.lock:
            best = solution.best
            return cls(solution.board, solution.weights, best.total, best.bound, best, solution, solution.pinned)

    def __repr__(self) -> str:
        """Counts only."""
        return f"Proposals({len(self.best.taken)} matches, total {self.total}, bound {self.bound})"

    @cached_property
    def matches(self) -> pd.DataFrame:
        """Who helps whom, in the order of the needs' ids. Computed when first read.

        Columns need_id, volunteer_id, cost, and one whole number for each term (points, together the cost).
        """
        taken, board = self.best.taken, self.board
        matches = _table(board, taken).assign(**by_name(board, taken.need, taken.volunteer, self.weights))
        ids = (matches[name].to_numpy().astype(str) for name in ("volunteer_id", "need_id"))
        volunteer, need = ids
        return matches.iloc[np.lexsort((volunteer, taken.cost, need))].reset_index(drop=True)

    def who_helps(self, need_id: str) -> list[str]:
        """The volunteers whom the board gives this need, the best first, without making a table of all matches."""
        taken, board = self.best.taken, self.board
        mine = taken.take(np.nonzero(taken.need == board.place_of_need(need_id))[0])
        order = sorted(zip(mine.cost.tolist(), board.volunteers.ids[mine.volunteer].tolist(), strict=True))
        return [one for _, one in order]

    def room_of(self, volunteer_id: str) -> int:
        """How many more this volunteer has room for, beside those whom the board gives them."""
        place = self.board.place_of_volunteer(volunteer_id)
        if place < 0:
            return 0
        return int(self.board.volunteers.capacity[place]) - int(np.count_nonzero(self.best.taken.volunteer == place))

    @cached_property
    def alternates(self) -> pd.DataFrame:
        """Up to three other volunteers for each need. Computed when first read; this is the slowest part.

        Columns need_id, rank (1 adds least), volunteer_id, cost, extra: the points that choosing them for this need
        adds to the best board that then remains. Without numba, raises TooManyPairs above 20 million eligible pairs.
        """
        return self.alternates_of(self.board.needs.ids)

    def alternates_of(self, need_ids: Iterable[str]) -> pd.DataFrame:
        """The rows of `alternates` for these needs only."""
        places = {self.board.place_of_need(one) for one in need_ids}
        asked = [place for place in sorted(places) if place >= 0 and self.board.needs.people[place] > 0]
        with self._as_solved() as solution:
            found = solution.alternates(np.array(asked, dtype=np.int64))
        table = _table(self.board, found.pairs)
        table.insert(1, "rank", found.rank)
        table["extra"] = found.extra
        return table

    @cached_property
    def unmatched(self) -> pd.DataFrame:
        """Needs with places still empty, the most urgent first, then those waiting longest. Computed when read.

        Columns need_id, places (still empty), rule (the one that emptied the pool, "all on it" where all who
        offer the task are on this need already, or "others came first"), left (dict of rule to the number of volunteers
        left after it, without those on this need), remedy (words).
        """
        return find_unmatched(self.board, self.best.taken, self.pinned)

    def unmatched_of(self, need_ids: Iterable[str]) -> pd.DataFrame:
        """The rows of `unmatched` for these needs only."""
        places = {self.board.place_of_need(one) for one in need_ids}
        return find_unmatched(self.board, self.best.taken, self.pinned, places)

    def weighed(self, weights: Weights) -> "Proposals":
        """The proposals for the same board with other weights."""
        return Proposals.of(solve(self.board, weights, self.pinned))

    def bring_forward(self, change: BoardChange) -> "Proposals":
        """The best proposals after the change, as exact as if the whole board were matched anew.

        The solved board moves on: it is brought forward in place, and the new proposals have it. The old ones keep
        what they say; if they are asked for alternates after this, their board is solved once more. An empty change
        gives these same proposals. Raises MatchingError for frames that can't be read, GuaranteeBroken as `propose`.
        """
        if change.is_empty:
            return self
        with self._as_solved() as solution:
            then = solution if solution is self.solution else solution.copy()
            then.bring_forward(change)
            return Proposals.of(then)

    def trial(self) -> Solution:
        """A copy of the solved board, on which to try something out."""
        with self._as_solved() as solution:
            return solution.copy()

    @contextmanager
    def _as_solved(self) -> Iterator[Solution]:
        """The solved board while it is this one, locked; another one if it has moved on."""
        with self.solution.lock:
            if self.solution.board is self.board:
                yield self.solution
                return
        yield self._solved_again

    @cached_property
    def _solved_again(self) -> Solution:
        return solve(self.board, self.weights, self.pinned)


@overload
def propose(
    volunteers: pd.DataFrame, needs: pd.DataFrame, *, weights: Weights = DEFAULT, pinned: Pinned = None
) -> Proposals: ...
@overload
def propose(volunteers: Board, *, weights: Weights = DEFAULT, pinned: Pinned = None) -> Proposals: ...
def propose(
    volunteers: pd.DataFrame | Board,
    needs: pd.DataFrame | None = None,
    *,
    weights: Weights = DEFAULT,
    pinned: Pinned = None,
) -> Proposals:
    """The best board: as many places filled as can be, the most urgent first, at the least cost in all.

    Takes the two frames that `encode` describes, or its board. `pinned` are pairs of (need_id, volunteer_id) already
    agreed, as tuples or as a frame: they are never proposed again. `capacity` and `people` are to be net of them.
    Raises MatchingError for frames that can't be read, GuaranteeBroken where the size of the board, or the weights,
    would break "most urgent first".
    """
    board = _board(volunteers, needs)
    return Proposals.of(solve(board, weights, pinned_keys(board, pinned)))


def _board(volunteers: pd.DataFrame | Board, needs: pd.DataFrame | None) -> Board:
    if isinstance(volunteers, Board):
        return volunteers
    if needs is None:
        raise TypeError("propose needs a board, or volunteers and needs")
    return encode(volunteers, needs)


def _table(board: Board, pairs: Pairs) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "need_id": pd.Series(board.needs.ids[pairs.need], dtype=object),
            "volunteer_id": pd.Series(board.volunteers.ids[pairs.volunteer], dtype=object),
            "cost": pairs.cost,
        }
    )
