"""What the tests of the commands that keep the book share."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from click.testing import Result

from community.book import Book, utc_now
from community.jobs import run_again
from community.runtime.book_opening import open_book
from community.settings import load
from community.tables.job_kinds import JobKind

Run = Callable[..., Result]
TOLD_NO = 1
NIGHT = "every-day"


@contextmanager
def opened() -> Iterator[Book]:
    """The live book, closed afterwards."""
    book = open_book(load())
    try:
        yield book
    finally:
        book.close()


def at_night(kind: JobKind) -> None:
    """The time for this nightly job has come."""
    with opened() as book:
        assert run_again(book, kind, NIGHT, utc_now())


def lines(result: Result) -> list[dict[str, Any]]:
    """What a command printed for a program."""
    return [json.loads(line) for line in result.stdout.splitlines()]
