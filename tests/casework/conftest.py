from collections.abc import Iterator
from pathlib import Path

import pytest

from community.book import Book
from tests.book.databases import KINDS, begun
from tests.casework.office import Office, open_office


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = open_office(tmp_path)
    yield made
    made.book.close()


@pytest.fixture(params=KINDS)
def both(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Office, Book]]:
    """An office, and the same book as another process has it open."""
    with begun(request.param, tmp_path) as address:
        office = open_office(tmp_path, address)
        far = Book.open(address, clock=office.clock)
        yield office, far
        far.close()
        office.book.close()
