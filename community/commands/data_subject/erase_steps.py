"""Doing what erases, and writing down whether it came about."""

from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

import sqlalchemy as sa

from community.book import Book, BookUnavailable
from community.runtime import erased_list
from community.settings import Settings

T = TypeVar("T")


def done_or_not(settings: Settings, book: Book, work: Callable[[sa.Connection], T], intention: str) -> T:
    """What the work returns, which wrote this intention down. What becomes of it is written down as well.

    When it fails, the book is asked whether it came about all the same; if that can't be, its next opening does it.
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
