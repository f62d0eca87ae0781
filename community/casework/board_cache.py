"""What is dear to work out and holds for a while: kept in memory for each book, by its token and the quarter hour.

Time passing counts like writing: a check runs out, a wait ends.
"""

import threading
from collections.abc import Callable
from datetime import datetime
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from community.book import Book

T = TypeVar("T")
QUARTER = 15 * 60
"""Seconds. London's days begin with a quarter hour, in summer and winter, so none is carried into the next day."""
_lock = threading.Lock()
_kept: "WeakKeyDictionary[Book, dict[str, tuple[tuple[str, int], Any]]]" = WeakKeyDictionary()


def moment_of(book: Book, now: datetime) -> tuple[str, int]:
    """What changes when the board may: whenever anything is written, each quarter of an hour, and so each day."""
    return book.token(), _quarter(now)


def remembered(book: Book, now: datetime, name: str, make: Callable[[], T]) -> T:
    """What `make` gives, made anew when something was written since, or a quarter of an hour has begun.

    It is the same for everybody: no user in it. `make` reads the book after the token was asked for, so what is kept is
    never older than its token. What it needs that is remembered too, it asks for itself, for the same reason.
    """
    token = moment_of(book, now)
    with _lock:
        held = _kept.get(book, {}).get(name)
    if held is not None and held[0] == token:
        return held[1]  # type: ignore[no-any-return]
    made = make()
    with _lock:
        _kept.setdefault(book, {})[name] = (token, made)
    return made


def last_known(book: Book, name: str) -> Any:
    """What was made last, however old; None when nothing was."""
    with _lock:
        held = _kept.get(book, {}).get(name)
    return None if held is None else held[1]


def lately_known(book: Book, now: datetime, name: str) -> Any:
    """What was made last in this quarter of an hour, whatever was written since; None when nothing was."""
    with _lock:
        held = _kept.get(book, {}).get(name)
    return None if held is None or held[0][1] != _quarter(now) else held[1]


def _quarter(now: datetime) -> int:
    return int(now.timestamp() // QUARTER)
