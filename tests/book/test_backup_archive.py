"""A backup comes back whole, into either kind of database, or not at all."""

import json
import os
import shutil
import stat
import zipfile
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from community.book import Book, NewerBook, backup_archive
from community.book.erasure import Erasure
from community.book.restore_archive import NotEmpty, restore
from community.book.schema import metadata
from tests.book.builders import make_volunteer, set_field
from tests.book.databases import KINDS, database
from tests.book.test_opening import upgrade, version
from tests.book.town import CANARY, make_town

AT = "2026-11-21T20:00:00.000Z"


def contents(book: Book) -> dict[str, list[dict[str, Any]]]:
    """Every row of every physical table, but for the word that each write changes."""
    with book.engine.connect() as connection:
        return {
            t.name: [dict(r) for r in connection.execute(sa.select(t).order_by(*t.primary_key.columns)).mappings()]
            for t in metadata.sorted_tables
            if t.name not in backup_archive.LEFT_OUT
        }


@pytest.fixture(params=KINDS)
def target(request: pytest.FixtureRequest, tmp_path: Path) -> Any:
    """The address of another, empty database."""
    with database(request.param, tmp_path) as address:
        yield address


def test_every_row_comes_back_and_the_counts_are_compared(book: Book, target: str, tmp_path: Path) -> None:
    town = make_town(book)
    book.append("volunteers", make_volunteer(max_distance_km=0.1, easting=374_000.5, about="Zoë 🐈\n=1+1"), by="web")
    written = backup_archive.write(book.engine, tmp_path / "b" / "book.zip", AT)
    done = restore(target, tmp_path / "b" / "book.zip", by="restore", at=AT)
    assert done.counts == {name: part.rows for name, part in written.tables.items()}
    assert sum(done.counts.values()) > 20
    again = Book.open(target)
    assert contents(again) == contents(book)
    set_field(again, town.volunteer, "notes", "goes on")
    assert again.append("volunteers", make_volunteer(), by="web", key=f"{CANARY}-new").new
    with again.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    again.close()


def test_a_backup_is_of_one_moment_and_for_its_owner_only(book: Book, tmp_path: Path) -> None:
    make_town(book)
    path = tmp_path / "backups" / "book.zip"
    backup_archive.write(book.engine, path, AT)
    if os.name == "posix":  # Windows tells no such modes
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert [p.name for p in path.parent.iterdir()] == ["book.zip"]
    assert backup_archive.read_manifest(path).made_at == AT


def test_a_backup_that_fails_leaves_no_file(book: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_room(*_: object) -> None:
        raise OSError("no room")

    monkeypatch.setattr("os.fsync", no_room)
    with pytest.raises(OSError, match="no room"):
        backup_archive.write(book.engine, tmp_path / "b" / "book.zip", AT)
    assert list((tmp_path / "b").iterdir()) == []


def test_a_book_with_something_in_it_is_not_written_over(book: Book, address: str, tmp_path: Path) -> None:
    make_town(book)
    backup_archive.write(book.engine, tmp_path / "book.zip", AT)
    before = contents(book)
    with pytest.raises(NotEmpty):
        restore(address, tmp_path / "book.zip", by="restore", at=AT)
    assert contents(book) == before


def test_an_empty_book_that_was_begun_already_takes_a_backup(book: Book, target: str, tmp_path: Path) -> None:
    Book.open(target).close()
    make_town(book)
    backup_archive.write(book.engine, tmp_path / "book.zip", AT)
    restore(target, tmp_path / "book.zip", by="restore", at=AT)
    again = Book.open(target)
    assert contents(again) == contents(book)
    again.close()


def test_a_backup_of_an_older_schema_is_brought_forward(target: str, tmp_path: Path) -> None:
    old = str(tmp_path / "old.db")
    upgrade(old, "0001")
    engine = sa.create_engine(f"sqlite:///{old}")
    with engine.begin() as connection:
        connection.execute(metadata.tables["volunteers"].insert(), {"id": "V-1", "at": AT, "by": "web"})
        connection.execute(
            metadata.tables["volunteers_now"].insert(), {"id": "V-1", "at": AT, "by": "web", "changed_at": AT}
        )
    backup_archive.write(engine, tmp_path / "book.zip", AT)
    engine.dispose()
    Book.open(target).close()
    assert restore(target, tmp_path / "book.zip", by="restore", at=AT).counts["volunteers"] == 1
    again = Book.open(target)
    assert again.get("volunteers", "V-1") is not None
    assert again.token()
    again.close()


def changed(path: Path, name: str, to: bytes) -> Path:
    """The backup with one of its files replaced."""
    other = path.with_name("changed.zip")
    with zipfile.ZipFile(path) as whole, zipfile.ZipFile(other, "w") as copy:
        for each in whole.namelist():
            copy.writestr(each, to if each == name else whole.read(each))
    return other


def test_a_backup_that_was_touched_is_refused_and_nothing_is_made(book: Book, target: str, tmp_path: Path) -> None:
    make_town(book)
    path = tmp_path / "book.zip"
    backup_archive.write(book.engine, path, AT)
    with zipfile.ZipFile(path) as whole:
        rows, manifest = whole.read("volunteers.jsonl"), json.loads(whole.read("manifest.json"))
    (tmp_path / "half.zip").write_bytes(path.read_bytes()[:-200])
    shutil.copy(__file__, tmp_path / "no.zip")
    broken = [
        lambda: changed(path, "volunteers.jsonl", rows.replace(b"Bo", b"Ba")),
        lambda: changed(path, "volunteers.jsonl", rows.splitlines(keepends=True)[0]),
        lambda: changed(path, "volunteers.jsonl", b"not json\n"),
        lambda: changed(path, "manifest.json", b"{}"),
        lambda: changed(path, "manifest.json", json.dumps(manifest | {"kind": "other"}).encode()),
        lambda: tmp_path / "half.zip",
        lambda: tmp_path / "no.zip",
    ]
    for make in broken:
        with pytest.raises(backup_archive.BadBackup):
            restore(target, make(), by="restore", at=AT)
    with pytest.raises(NewerBook):
        restore(
            target, changed(path, "manifest.json", json.dumps(manifest | {"version": "9999"}).encode()), by="r", at=AT
        )
    assert version(target) is None, "nothing was made"


def test_a_person_who_was_erased_since_does_not_come_back(book: Book, target: str, tmp_path: Path) -> None:
    town = make_town(book)
    backup_archive.write(book.engine, tmp_path / "book.zip", AT)
    erased = [Erasure("residents", town.resident), Erasure("help_requests", town.request), Erasure("needs", "N-NEVER")]
    done = restore(target, tmp_path / "book.zip", erased, by="restore", at=AT)
    assert done.erased_again == 2
    again = Book.open(target)
    assert (again.get("residents", town.resident), again.get("help_requests", town.request)) == (None, None)
    assert again.get("volunteers", town.volunteer) is not None
    assert again.count("erasures") == 3
    again.close()
