"""A checkout of the site's own, so that publishing in a test writes nothing into ours."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from community.book import Book
from community.settings import Settings, load
from tests.book.databases import new_book
from tests.checkout import ROOT


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give a copy of the site's sources, as in a fresh clone."""
    copy = tmp_path / "checkout"
    copy.mkdir()
    shutil.copy(ROOT / "mkdocs.yml", copy)
    shutil.copytree(ROOT / "site", copy / "site")
    return copy


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Give the settings of a live community."""
    return load({"COMMUNITY_HOME": str(tmp_path / "data"), "DEMO": "no"})


@pytest.fixture
def book(settings: Settings) -> Iterator[Book]:
    """Give an empty live book, where the settings say."""
    book = Book.open(new_book(settings.book_home / "book.db"))
    yield book
    book.close()
