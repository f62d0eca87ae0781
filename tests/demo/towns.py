"""Invented towns for the tests, made once for each size, and what the book says of them."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from community.book import Book
from community.demo import fresh_book, make_town
from community.places import Places
from community.settings import Settings, load

TODAY = date(2026, 5, 13)  # a Wednesday
NOW = datetime(2026, 5, 13, 8, 0, tzinfo=UTC)
FULL = {"volunteers": 2500, "requests": 700}
SMALL = {"volunteers": 150, "requests": 90}


def settings(home: Path) -> Settings:
    """The settings of this checkout, with a data folder of the test's own."""
    return load({"COMMUNITY_HOME": str(home), "DEMO": "yes"})


def town(home: Path, *, seed: int = 1, today: date = TODAY, volunteers: int, requests: int) -> Path:
    """Make a town and return the path of its book."""
    told = settings(home)
    places = Places.open(told.home, told.hubs)
    with fresh_book(told.home, again=False) as book:
        make_town(book, told, places, seed=seed, today=today, volunteers=volunteers, requests=requests)
    return home / "demo" / "book.db"


@contextmanager
def opened(path: Path) -> Iterator[Book]:
    book = Book.open(str(path))
    yield book
    book.close()


def dump(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table, in one order. What only counts the writes is left out."""
    with sqlite3.connect(path) as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        rows = {
            t: sorted(connection.execute(f'SELECT * FROM "{t}"'), key=repr)
            for t in tables
            if t not in ("written", "touched", "sqlite_sequence", "alembic_version")
        }
    connection.close()
    return rows
