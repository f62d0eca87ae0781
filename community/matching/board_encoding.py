"""Makes a board of two frames, complete: with who goes first where two go on a first visit."""

from community.matching.array_types import Frame
from community.matching.board import Board, read_board
from community.matching.known_first import with_known_first


def encode(volunteers: Frame, needs: Frame) -> Board:
    """The board of two frames, whose columns docs/how-matching-works.md lists. Raises as `read_board` does."""
    return with_known_first(read_board(volunteers, needs))
