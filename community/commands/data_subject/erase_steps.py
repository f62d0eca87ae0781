"""Runs an erasure, and writes down whether it took place."""

from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

import sqlalchemy as sa

from community.book import Book, BookUnavailable
from community.runtime import erased_list
from community.settings import Settings

T = TypeVar("T")


def done_or_not(settings: Settings, book: Book, work: Callable[[sa.Connection], T], intention: str) -> T:
    """What the work returns. The work noted this intention, and its outcome is noted here.

    If it fails, the book is asked whether the erasure took place all the same; if that fails, its next opening asks.
    """
    try:
        outcome = book.write(work)
    except BaseException:
        with suppress(BookUnavailable):
            erased_list.ask_the_book(settings, book)
        raise
    with suppress(BookUnavailable):  # it is erased; the next opening of the book writes it down
        erased_list.end(settings, intention, done=True)
    return outcome
