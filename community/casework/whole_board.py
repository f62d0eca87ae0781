"""The board of a book, for whoever asks: kept in this process, the same for every user."""

import threading
from datetime import datetime
from weakref import WeakKeyDictionary

from community.book import Book
from community.casework.board_cache import made_within
from community.casework.kept_board import KeptBoard
from community.casework.solved_board import SolvedBoard
from community.casework.user import WorkContext
from community.settings import Settings

_lock = threading.Lock()
_kept: "WeakKeyDictionary[Book, dict[bool, KeptBoard]]" = WeakKeyDictionary()


def whole_board(context: WorkContext, *, keep_seen: bool = False) -> SolvedBoard:
    """The board as it is now. With `keep_seen`, proposals that somebody has looked at hold their places."""
    return board_of(context.book, context.settings, context.clock(), keep_seen=keep_seen)


def board_of(book: Book, settings: Settings, now: datetime, *, keep_seen: bool = False) -> SolvedBoard:
    """The board as it is now, for programs that run without a user: see `whole_board`."""
    return _board(book, settings, keep_seen=keep_seen).at(book, now)


def board_made_within(context: WorkContext, seconds: float, *, keep_seen: bool = False) -> bool:
    """Whether this process has today's board, or has it after so many seconds; it is made in the background.

    Asking for a board that is made takes milliseconds, at any size; making one takes seconds for a county.
    """
    now = context.clock()
    board = _board(context.book, context.settings, keep_seen=keep_seen)
    return made_within(board, lambda: board.is_made(now), lambda: board.at(context.book, now), seconds)


def remedies_of(context: WorkContext) -> dict[str, str]:
    """By need with an empty place, what would fill it, as far as this process has worked it out."""
    return _board(context.book, context.settings, keep_seen=True).remedies


def _board(book: Book, settings: Settings, *, keep_seen: bool) -> KeptBoard:
    with _lock:
        ours = _kept.setdefault(book, {})
        board = ours.get(keep_seen)
        if board is None or board.settings != settings:
            board = ours[keep_seen] = KeptBoard(settings, keep_seen=keep_seen)
        return board
