"""The full town and a small one, each made once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from community.book import Book
from tests.demo.towns import FULL, SMALL, opened, town


@pytest.fixture(scope="session")
def full_town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the path of the book of a town of the size that the command makes by itself."""
    return town(tmp_path_factory.mktemp("full"), **FULL)


@pytest.fixture(scope="session")
def full(full_town: Path) -> Iterator[Book]:
    """Give the full town's book. Tests only read it."""
    with opened(full_town) as book:
        yield book


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Give the path of the book of a small town, to do with it as one likes."""
    return town(tmp_path, **SMALL)
