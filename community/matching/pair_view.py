"""One need and one volunteer of a board, as plain values for the sentences about them."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from community.matching.array_types import Bits, among
from community.matching.board import Board
from community.matching.board_encoding import encode
from community.matching.cost_terms import kilometres, visits
from community.matching.matching_errors import MatchingError

BoardOrFrames = Board | tuple[pd.DataFrame, pd.DataFrame]


@dataclass(frozen=True)
class Pair:
    """A need and a volunteer, as places on a board."""

    board: Board
    need: int
    volunteer: int

    @property
    def kilometres(self) -> float:
        """The distance in a straight line; NaN if a place is unknown."""
        return float(kilometres(self.board, np.array([self.need]), np.array([self.volunteer]))[0])

    @property
    def visits(self) -> int:
        """How many times this volunteer has helped this resident."""
        return int(visits(self.board, np.array([self.need]), np.array([self.volunteer]))[0])

    @property
    def key(self) -> int:
        """The pair's key on the board."""
        return self.need * len(self.board.volunteers.ids) + self.volunteer

    @property
    def asked_for(self) -> bool:
        """Whether the resident asked for this volunteer."""
        return bool(among(np.array([self.key]), self.board.asked_for)[0])


def find(where: BoardOrFrames, need_id: str, volunteer_id: str) -> Pair:
    """The pair of these ids. Raises MatchingError when one is not on the board."""
    board = where if isinstance(where, Board) else encode(*where)
    need, volunteer = board.place_of_need(need_id), board.place_of_volunteer(volunteer_id)
    if need < 0 or volunteer < 0:
        raise MatchingError("This need or this volunteer is not on the board.")
    return Pair(board, need, volunteer)


def named(mask: Bits, names: tuple[str, ...]) -> list[str]:
    """The codes of one row of masks."""
    return [name for bit, name in enumerate(names) if int(mask[bit // 64]) >> bit % 64 & 1]
