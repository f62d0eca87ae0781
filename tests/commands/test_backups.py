"""A book is copied and brought back, into either kind of database."""

import json
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from community.book import Book, backup_archive
from tests.book.databases import KINDS, database
from tests.book.test_opening import upgrade
from tests.book.town import Town
from tests.commands.household import TOLD_NO, Run, lines


@pytest.mark.parametrize("to", KINDS)
def test_a_backup_moves_a_town_into_either_kind_of_database(
    run: Run, town: Town, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, to: str
) -> None:
    told = json.loads(run("backup", "--json").stdout)
    path = Path(told["file"])
    assert path.parent == home / "backups"
    if os.name == "posix":  # Windows tells no such modes
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    before = {t: lines(run("show", t, "--json")) for t in ("volunteers", "help_requests", "changes")}
    (home / "book.db").rename(tmp_path / "old.db")
    with database(to, tmp_path) as address:
        if to == "postgresql":
            monkeypatch.setenv("DATABASE_URL", address)
        back = json.loads(run("restore", str(path), "--json").stdout)
        assert back["rows"] == told["rows"]
        assert {t: lines(run("show", t, "--json")) for t in before} == before
        assert "something in this book already" in run("restore", str(path), code=TOLD_NO).stderr
        monkeypatch.delenv("DATABASE_URL", raising=False)


def test_a_backup_is_never_written_over(run: Run, town: Town, tmp_path: Path) -> None:
    run("backup", str(tmp_path / "book.zip"))
    assert "never written over" in run("backup", str(tmp_path / "book.zip"), code=2).stderr


def test_two_backups_within_a_second_are_two(run: Run, town: Town, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    moments = iter(datetime(2026, 11, 29, 12, 0, 0, thousandth * 1000, tzinfo=UTC) for thousandth in (1, 2))
    monkeypatch.setattr("community.commands.backup.utc_now", lambda: next(moments))
    for _ in range(2):
        run("backup")
    assert len(list((home / "backups").iterdir())) == 2


def test_a_file_that_is_no_backup_is_refused_in_words(run: Run, tmp_path: Path) -> None:
    (tmp_path / "no.zip").write_text("Dear diary")
    assert "not a backup" in run("restore", str(tmp_path / "no.zip"), code=TOLD_NO).stderr
    assert "not exist" in run("restore", str(tmp_path / "nowhere.zip"), code=2).stderr


def test_restore_says_the_counts_and_leaves_the_erased_away(run: Run, town: Town, home: Path) -> None:
    path = json.loads(run("backup", "--json").stdout)["file"]
    run("erase-person", town.resident, "--approved-by", "Jo Invented", "--yes")
    for file in home.glob("book.db*"):
        file.unlink()
    said = run("restore", path).stdout
    assert "2 of 2" in said
    assert "Erased again, because somebody was erased since: 7 records" in said
    assert "retention" in said
    residents = lines(run("show", "residents", "--json"))
    assert [row["id"] for row in residents] == [town.other_resident]


def test_restore_learns_of_erasures_from_a_younger_backup(run: Run, town: Town, home: Path, tmp_path: Path) -> None:
    old = json.loads(run("backup", "--json").stdout)["file"]
    run("erase-person", town.volunteer, "--approved-by", "Jo", "--yes")
    run("backup", str(tmp_path / "young.zip"))
    for file in (*home.glob("book.db*"), home / "erasures.jsonl"):
        file.unlink()
    run("restore", old, "--erasures", str(tmp_path / "young.zip"))
    assert [row["id"] for row in lines(run("show", "volunteers", "--json"))] == [town.other_volunteer]


def test_an_older_book_gets_a_backup_before_it_is_brought_forward(run: Run, home: Path) -> None:
    home.mkdir()
    upgrade(str(home / "book.db"), "0001")
    assert "The next start makes a backup" in run("doctor").stdout
    assert not (home / "backups").exists(), "the doctor only looks"
    run("show", "volunteers")
    assert [p.name.split("-2")[0] for p in (home / "backups").iterdir()] == ["before-update"]


def test_a_backup_of_the_invented_town_never_comes_into_a_live_book(run: Run, town: Town, home: Path) -> None:
    live = json.loads(run("backup", "--json").stdout)["file"]
    assert "of a live book" in run("restore", live, "--demo", code=TOLD_NO).stderr
    run("demo", "--volunteers", "5", "--requests", "2")
    with invented(home) as book:
        path = home / "town.zip"
        backup_archive.write(book.engine, path, "2026-11-21T12:00:00.000Z")
    (home / "book.db").rename(home / "old.db")
    assert "of the invented town" in run("restore", str(path), code=TOLD_NO).stderr
    assert not (home / "book.db").exists()


@contextmanager
def invented(home: Path) -> Iterator[Book]:
    book = Book.open(str(home / "demo" / "book.db"))
    yield book
    book.close()
