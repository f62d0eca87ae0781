"""A cache in memory for results that take long to work out: one per book, valid for one token and one quarter hour.

The quarter hour is there because time alone changes the board: a check runs out, or a wait ends.
"""

import threading
from collections.abc import Callable, Hashable
from datetime import datetime
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from community.book import Book
from community.casework.user import WorkContext
from community.settings import Settings

T = TypeVar("T")
Token = tuple[str, int, Settings]
QUARTER = 15 * 60
"""Seconds. London's days begin with a quarter hour, in summer and winter, so none is carried into the next day."""
_lock = threading.Lock()
_kept: "WeakKeyDictionary[Book, dict[str, tuple[Token, Any]]]" = WeakKeyDictionary()
_making: "WeakKeyDictionary[Hashable, threading.Thread]" = WeakKeyDictionary()
_failed: "WeakKeyDictionary[Hashable, Exception]" = WeakKeyDictionary()


def moment_of(book: Book, now: datetime) -> tuple[str, int]:
    """A key that changes whenever the board may: after every write, and with each quarter of an hour."""
    return book.token(), _quarter(now)


def remembered(context: WorkContext, name: str, make: Callable[[], T], *, by_quarters: bool = False) -> T:
    """The result of `make`, made anew after a write to the book, with other settings, or in another quarter of an hour.

    All users share the result, so it must not depend on a user. `make` reads the book after the token was read, so the
    result is never older than its token. For the same reason `make` asks for any other remembered result itself.
    `by_quarters`: for what takes long and need not be of this moment, writes do not make it anew.
    """
    token = _token(context, by_quarters=by_quarters)
    with _lock:
        held = _kept.get(context.book, {}).get(name)
    if held is not None and held[0] == token:
        return held[1]  # type: ignore[no-any-return]
    made = make()
    with _lock:
        _kept.setdefault(context.book, {})[name] = (token, made)
    return made


def is_remembered(context: WorkContext, name: str, *, by_quarters: bool = False) -> bool:
    """Whether `remembered` has the result at this moment."""
    with _lock:
        held = _kept.get(context.book, {}).get(name)
    return held is not None and held[0] == _token(context, by_quarters=by_quarters)


def made_within(of: Hashable, is_made: Callable[[], bool], make: Callable[[], object], seconds: float) -> bool:
    """Whether it is made, or is after so many seconds. `make` runs in the background, once at a time for each `of`.

    What went wrong there is raised for the next who asks; whoever asks after that has it made again.
    """
    if is_made():
        return True
    with _lock:
        if error := _failed.pop(of, None):
            raise error
        making = _making.get(of)
        if making is None or not making.is_alive():
            making = _making[of] = threading.Thread(target=_make, args=(of, make), name="making", daemon=True)
            making.start()
    making.join(seconds)
    return is_made()


def _make(of: Hashable, make: Callable[[], object]) -> None:
    try:
        make()
    except Exception as error:  # noqa: BLE001 - a thread has nobody to tell it to
        with _lock:
            _failed[of] = error


def _token(context: WorkContext, *, by_quarters: bool = False) -> Token:
    written = "" if by_quarters else context.book.token()
    return written, _quarter(context.clock()), context.settings


def _quarter(now: datetime) -> int:
    return int(now.timestamp() // QUARTER)
