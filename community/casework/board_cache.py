"""A cache in memory for results that take long to work out: one per book, valid for one token and one quarter hour.

The quarter hour is there because time alone changes the board: a check runs out, or a wait ends.
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
    """A key that changes whenever the board may: after every write, and with each quarter of an hour."""
    return book.token(), _quarter(now)


def remembered(book: Book, now: datetime, name: str, make: Callable[[], T]) -> T:
    """The result of `make`, made anew after a write to the book or when another quarter of an hour has begun.

    All users share the result, so it must not depend on a user. `make` reads the book after the token was read, so the
    result is never older than its token. For the same reason `make` asks for any other remembered result itself.
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


def _quarter(now: datetime) -> int:
    return int(now.timestamp() // QUARTER)
