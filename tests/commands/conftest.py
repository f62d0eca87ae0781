"""A data folder of their own for the commands that keep the book, and a small town in it."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from community.__main__ import cli
from community.errors import UserFacingError
from tests.book.databases import new_book
from tests.book.town import Town, make_town
from tests.checkout import leave_the_site
from tests.commands.household import TOLD_NO, Run, opened


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder in which nothing is yet."""
    monkeypatch.setenv("COMMUNITY_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("DEMO", "no")
    leave_the_site(monkeypatch)
    return tmp_path / "home"


@pytest.fixture
def run(home: Path) -> Run:
    """Run a command as people do; refusals are told as `python -m community` tells them."""

    def run(*words: str, code: int = 0, answer: str | None = None) -> Result:
        result = CliRunner().invoke(cli, list(words), input=answer)
        if isinstance(result.exception, UserFacingError):
            result = Result(result.runner, b"", str(result.exception).encode(), b"", None, TOLD_NO, None)
        assert result.exit_code == code, result.output + result.stderr + repr(result.exception)
        return result

    return run


@pytest.fixture
def town(home: Path) -> Town:
    """A live book with a small town in it."""
    new_book(home / "book.db")
    with opened() as book:
        return make_town(book)
