"""`python -m community publish`, as people run it, in a checkout of its own."""

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from community.__main__ import cli
from community.book import Book, Change
from community.book.demo_flag import mark_invented
from community.errors import UserFacingError
from community.publish import trial_site
from community.settings import load
from tests.book.databases import new_book
from tests.checkout import ROOT


@pytest.fixture
def checkout(root: Path) -> Path:
    """Give a copy of the program beside its site: the command publishes into the checkout that it stands in."""
    shutil.copytree(ROOT / "community", root / "community")  # with what Python compiled, or each test would again
    for name in ("community.toml", "requirements.txt"):
        shutil.copy(ROOT / name, root)
    return root


def run(checkout: Path) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own."""
    environment = {**os.environ, "COMMUNITY_HOME": str(checkout / "data"), "DEMO": "no"}
    told = [sys.executable, "-m", "community", "publish"]
    return subprocess.run(told, cwd=checkout, env=environment, capture_output=True, text=True)


@pytest.fixture
def publish(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Give the command in this process, which has loaded all that it needs. A refusal is its exception."""

    def published(*options: str, demo: str = "no") -> Result:
        monkeypatch.setenv("COMMUNITY_HOME", str(checkout / "data"))
        monkeypatch.setenv("DEMO", demo)
        monkeypatch.setenv("COMMUNITY_SITE", str(checkout))
        return CliRunner().invoke(cli, ["publish", *options])

    return published


def live_book(checkout: Path, *, invented: bool = False, folder: str = "data") -> None:
    book = Book.open(new_book(checkout / folder / "book.db"))
    book.append("organisations", {"name": "The Wren", "status": "approved", "signed_on": "2026-06-01"}, by="web")
    if invented:
        book.write(mark_invented)
    book.close()


def sources(checkout: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (checkout / "site" / "_generated").iterdir()}


def test_it_writes_builds_and_says_what_to_do_next(checkout: Path, publish: Callable[..., Result]) -> None:
    live_book(checkout)
    before = sources(checkout)

    asked = publish("--check")
    assert asked.exit_code == 1
    assert "site/_generated/signatories.md is not current" in asked.stdout
    assert sources(checkout) == before
    assert not (checkout / "build").exists()

    done = run(checkout)
    assert done.returncode == 0, done.stderr
    assert "site/_generated/signatories.md written" in done.stdout
    assert "git add site/_generated site/your-hub" in done.stdout
    assert "The Wren" in (checkout / "build/site/charter/index.html").read_text(encoding="utf-8")
    assert sorted(path.name for path in (checkout / "build").iterdir()) == ["site", "site.sha256"]

    assert publish("--check").exit_code == 0
    again = run(checkout)
    assert again.stdout == "Nothing has changed since the site was built.\n"


def test_what_the_director_approves_is_on_the_site_without_anybody_publishing(checkout: Path) -> None:
    book = Book.open(new_book(checkout / "data/book.db"))
    one = book.append(
        "organisations", {"name": "The Wren", "status": "offered", "signed_on": "2026-06-01"}, by="web"
    ).id
    environment = {**os.environ, "COMMUNITY_HOME": str(checkout / "data"), "DEMO": "no"}
    # Compiled code is kept for the place where its source lies: the worker would compile the matching anew.
    environment["NUMBA_DISABLE_JIT"] = "1"
    work = [sys.executable, "-m", "community", "worker"]
    page = checkout / "build/site/charter/index.html"
    with subprocess.Popen(work, cwd=checkout, env=environment, stderr=subprocess.PIPE, text=True) as watching:
        try:
            book.act("approve", by="director", changes=[Change("organisations", one, "status", "offered", "approved")])
            while not (page.is_file() and "The Wren" in page.read_text(encoding="utf-8")):
                assert watching.poll() is None, watching.stderr and watching.stderr.read()
                threading.Event().wait(0.1)
        finally:
            watching.kill()
    figures = ROOT / "site/_generated/figures.md"
    assert (checkout / "site/_generated/figures.md").read_bytes() == figures.read_bytes(), "figures wait for a person"
    book.close()


@pytest.mark.parametrize("demo", ["yes", "no"])
def test_the_invented_town_is_refused_wherever_its_book_lies(
    checkout: Path, publish: Callable[..., Result], demo: str
) -> None:
    """By the settings, and by the book's own mark where somebody moved it into the live one's place."""
    live_book(checkout, invented=True, folder="data/demo" if demo == "yes" else "data")
    before = sources(checkout)
    for options in ([], ["--check"]):
        done = publish(*options, demo=demo)
        assert isinstance(done.exception, UserFacingError)
        assert "invented" in str(done.exception)
    assert sources(checkout) == before
    assert not (checkout / "build").exists()


def test_the_invented_town_has_a_site_of_its_own_in_its_own_folder(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A trial shows a living directory, and nothing of it comes among the sources of the real one."""
    live_book(checkout, invented=True, folder="data/demo")
    service = {"name": "The Invented Larder", "kind": "service", "status": "approved", "hub": "keynsham"}
    book = Book.open(str(checkout / "data/demo/book.db"))
    book.append("services", service, by="web")
    book.close()
    before = sources(checkout)
    monkeypatch.setenv("COMMUNITY_HOME", str(checkout / "data"))
    monkeypatch.setenv("DEMO", "yes")
    done = CliRunner().invoke(cli, ["publish"])
    assert done.exit_code == 0, done.output
    assert "own site: nothing of it comes into the live one" in done.output
    built = checkout / "data/demo/website/build/site"
    for page in ("directory/services", "your-hub/keynsham"):
        assert "The Invented Larder" in (built / page / "index.html").read_text(encoding="utf-8"), page
    assert sources(checkout) == before
    assert not (checkout / "build").exists()
    # At the next start the pages are those of the program, and what was written from the book stays.
    (checkout / "data/demo/website/site/about.md").write_text("old", encoding="utf-8")
    here = checkout / "data/demo/website/site"
    (here / "_generated/voices.md").unlink()  # as if the program had it only since then
    trial_site.lay_out(load())
    assert (here / "_generated/voices.md").is_file()
    assert (here / "about.md").read_bytes() == (ROOT / "site/about.md").read_bytes()
    assert "The Invented Larder" in (here / "your-hub/keynsham.md").read_text(encoding="utf-8")


def test_without_a_book_nothing_is_published(checkout: Path) -> None:
    before = sources(checkout)
    done = run(checkout)
    assert done.returncode == 1
    assert "no book" in done.stderr
    assert sources(checkout) == before
