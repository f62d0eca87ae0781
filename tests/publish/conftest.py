"""A checkout of the site's own, so that publishing in a test writes nothing into ours."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from community.book import Book
from community.publish.helpline_markdown import DAYS_OFF
from community.settings import ExtraQuestion, Settings, load
from tests.book.databases import new_book
from tests.checkout import ROOT


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give a copy of the site's sources, as in a fresh clone."""
    copy = tmp_path / "checkout"
    copy.mkdir()
    shutil.copy(ROOT / "mkdocs.yml", copy)
    shutil.copytree(ROOT / "site", copy / "site")
    # Where the program ran in this checkout, it wrote into this list when it closes next.
    days = copy / "site" / "_generated" / DAYS_OFF
    days.write_text(days.read_text(encoding="utf-8").splitlines(keepends=True)[0], encoding="utf-8")
    return copy


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Give the settings of a live community, which asks a question of its own wherever it can."""
    forms = ("booking", "enquiry", "help_request", "offer", "opportunity", "organisation", "service", "volunteer")
    asked = {"added": ExtraQuestion(forms=forms, label="Who told you of us?", kind="text")}
    live = load({"COMMUNITY_HOME": str(tmp_path / "data"), "DEMO": "no"})
    return live.model_copy(update={"extra_questions": asked})


@pytest.fixture
def book(settings: Settings) -> Iterator[Book]:
    """Give an empty live book, where the settings say."""
    book = Book.open(new_book(settings.book_home / "book.db"))
    yield book
    book.close()
