"""`python -m community demo`, as people run it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from community.__main__ import cli
from community.book import Book
from community.book.demo_flag import is_invented
from community.demo import NotInvented, fresh_book
from community.demo.demo_calendar import default_today
from community.errors import UserFacingError
from community.settings import load
from tests.checkout import ROOT
from tests.demo.towns import NOW, dump, opened

LIKE_A_TOWN = ["--volunteers", "40", "--requests", "30", "--today", "2026-05-13"]


def demo(home: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own."""
    command = [sys.executable, "-m", "community", "demo", *LIKE_A_TOWN, *options]
    environment = {**os.environ, "COMMUNITY_HOME": str(home)}
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)


def demo_here(home: Path, *options: str) -> Result:
    """The command in this process, which has loaded all that it needs. A refusal is its exception."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COMMUNITY_HOME", str(home))
        return CliRunner().invoke(cli, ["demo", *LIKE_A_TOWN, *options])


def live_book(path: Path) -> Path:
    with opened(path) as book:
        book.append("organisations", {"name": "A real one", "status": "offered"}, by="web")
    return path


def test_it_makes_a_town_once_and_again_only_when_asked(tmp_path: Path) -> None:
    first = demo(tmp_path, "--json")
    assert first.returncode == 0, first.stderr
    told = json.loads(first.stdout)
    assert told["today"] == "2026-05-13"
    assert told["rows"]["volunteers"] == 40
    assert told["rows"]["help_requests"] == 30
    town = tmp_path / "demo" / "book.db"
    before = dump(town)

    second = demo_here(tmp_path)
    assert isinstance(second.exception, UserFacingError)
    assert "--again" in str(second.exception)
    assert dump(town) == before

    third = demo_here(tmp_path, "--again", "--seed", "5")
    assert third.exit_code == 0
    assert third.stdout.startswith("The invented town is made: 40 volunteers")
    assert dump(town)["volunteers"] != before["volunteers"]
    assert [path.name for path in (tmp_path / "demo").iterdir()] == ["book.db"]


def test_a_live_book_is_left_as_it_is(tmp_path: Path) -> None:
    live = live_book(tmp_path / "book.db")
    before = live.read_bytes()
    assert demo_here(tmp_path).exit_code == 0
    assert live.read_bytes() == before
    with opened(live) as book:
        assert not is_invented(book)


@pytest.mark.parametrize("options", [[], ["--again"]])
def test_a_live_book_in_the_place_of_the_town_is_never_written_over(tmp_path: Path, options: list[str]) -> None:
    live = live_book(tmp_path / "demo" / "book.db")
    before = dump(live)
    done = demo_here(tmp_path, *options)
    assert isinstance(done.exception, UserFacingError)
    assert "not an invented town" in str(done.exception)
    assert dump(live) == before


def test_a_town_that_was_not_finished_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt), fresh_book(tmp_path, again=False):
        raise KeyboardInterrupt
    assert list((tmp_path / "demo").iterdir()) == []


def test_what_stands_in_the_way_is_said_before_any_work(tmp_path: Path) -> None:
    live_book(tmp_path / "demo" / "book.db")
    with pytest.raises(NotInvented), fresh_book(tmp_path, again=True):
        pytest.fail("the block began")


@pytest.mark.usefixtures("small")
def test_the_settings_open_the_town_until_there_is_a_live_book(tmp_path: Path) -> None:
    env = {"COMMUNITY_HOME": str(tmp_path)}
    assert load(env).demo
    assert load(env).book_home == tmp_path / "demo"
    with opened(load(env).book_home / "book.db") as book:
        assert isinstance(book, Book)
        assert is_invented(book)
    live_book(tmp_path / "book.db")
    assert not load(env).demo


def test_before_nine_in_the_morning_the_town_ends_yesterday() -> None:
    assert default_today(NOW).isoformat() == "2026-05-13"  # nine in London
    assert default_today(NOW.replace(hour=7, minute=59)).isoformat() == "2026-05-12"
