"""The full town and a small one, each made once."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from community.book import Book
from tests.demo.towns import FULL, SMALL, opened, town
from tests.made_once import made_once


@pytest.fixture(scope="session")
def full_town() -> Path:
    """Give the path of the book of a town of the size that the command makes by itself. Nobody changes it."""
    # That takes longer than all tests that read it.
    home = made_once("full", lambda home: town(home, **FULL))
    return home / "demo" / "book.db"


@pytest.fixture(scope="session")
def full(full_town: Path) -> Iterator[Book]:
    """Give the full town's book. Tests only read it."""
    with opened(full_town) as book:
        yield book


@pytest.fixture(scope="session")
def small_town() -> Path:
    """Give the path of the book of a small town. It is copied, not changed."""
    home = made_once("small", lambda home: town(home, **SMALL))
    return home / "demo" / "book.db"


@pytest.fixture
def small(small_town: Path, tmp_path: Path) -> Path:
    """Give the path of the book of a small town, to do with it as one likes."""
    copy = tmp_path / "demo" / "book.db"
    copy.parent.mkdir()
    return Path(shutil.copy(small_town, copy))
