"""A book on both kinds of database, emptied between tests, and a clock that a test can turn."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from community.book import Book
from tests.book.builders import Clock
from tests.book.databases import KINDS, begun, database, empty


@pytest.fixture(scope="module", params=KINDS)
def migrated(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a book that this module's tests share one after the other."""
    with begun(request.param, tmp_path_factory.mktemp("book")) as address:
        yield address


@pytest.fixture
def address(migrated: str) -> str:
    """The address of an empty book."""
    empty(migrated)
    return migrated


@pytest.fixture(params=KINDS)
def new_address(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database in which nothing has been made yet."""
    with database(request.param, tmp_path) as address:
        yield address


@pytest.fixture
def clock() -> Clock:
    """A clock that goes on by a second with each look."""
    return Clock()


@pytest.fixture
def book(address: str, clock: Clock) -> Iterator[Book]:
    """An empty book."""
    book = Book.open(address, clock=clock)
    yield book
    book.close()
