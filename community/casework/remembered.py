"""What is dear to work out and holds until somebody writes: kept in memory for each book, by the book's token."""

import threading
from collections.abc import Callable
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from community.book import Book

T = TypeVar("T")
_lock = threading.Lock()
_kept: "WeakKeyDictionary[Book, dict[str, tuple[str, Any]]]" = WeakKeyDictionary()


def remembered(book: Book, name: str, make: Callable[[], T]) -> T:
    """What `make` gives, made anew only when something was written since. It is the same for everybody: no user in it.

    `make` reads the book after the token was asked for, so what is kept is never older than its token.
    """
    token = book.token()
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
