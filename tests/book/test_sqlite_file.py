"""Another file in the book's place, while a program holds the first one open."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from community.book import Book, BookUnavailable, backup_archive
from community.book.restore_archive import restore
from tests.book.builders import make_volunteer, volunteer

pytestmark = pytest.mark.core

AT = "2026-11-21T20:00:00.000Z"


@pytest.fixture
def file(tmp_path: Path) -> Iterator[Book]:
    """A book in a file, open and written to."""
    book = Book.open(str(tmp_path / "book.db"))
    volunteer(book)
    yield book
    book.close()


def put_aside(folder: Path) -> None:
    """Move the book away, as `docs/backup.md` says to do before a restore."""
    (folder / "aside").mkdir()
    for path in folder.glob("book.db*"):
        path.rename(folder / "aside" / path.name)


def test_a_book_restored_under_a_running_program_gets_what_is_acknowledged(file: Book, tmp_path: Path) -> None:
    backup_archive.write(file.engine, tmp_path / "book.zip", AT)
    put_aside(tmp_path)
    restore(str(tmp_path / "book.db"), tmp_path / "book.zip", by="restore", at=AT)
    with pytest.raises(BookUnavailable):
        file.append("volunteers", make_volunteer(), by="web", key="a")
    receipt = file.append("volunteers", make_volunteer(), by="web", key="a")
    assert receipt.new
    fresh = Book.open(str(tmp_path / "book.db"))
    assert fresh.get("volunteers", receipt.id) is not None
    fresh.close()
    moved = Book.open(str(tmp_path / "aside" / "book.db"))
    assert moved.count("volunteers") == 1, "nothing more goes into the file that was moved away"
    moved.close()


def test_while_the_file_is_gone_nothing_is_acknowledged_read_or_made(file: Book, tmp_path: Path) -> None:
    put_aside(tmp_path)
    for _ in range(2):
        with pytest.raises(BookUnavailable):
            file.append("volunteers", make_volunteer(), by="web")
        with pytest.raises(BookUnavailable):
            file.probe()
        with pytest.raises(BookUnavailable):
            file.count("volunteers")
        with pytest.raises(BookUnavailable):
            file.token()
    assert not (tmp_path / "book.db").exists(), "an empty book would hide that the real one is missing"
    for path in (tmp_path / "aside").iterdir():
        path.rename(tmp_path / path.name)
    assert file.append("volunteers", make_volunteer(), by="web").new


def test_a_file_of_another_version_is_not_written_to(file: Book, tmp_path: Path) -> None:
    put_aside(tmp_path)
    (tmp_path / "book.db").touch()
    for _ in range(2):
        with pytest.raises(BookUnavailable):
            file.append("volunteers", make_volunteer(), by="web")


def test_a_file_replaced_in_the_middle_of_a_commit_acknowledges_nothing(file: Book, tmp_path: Path) -> None:
    with pytest.raises(BookUnavailable):
        file.write(lambda _: put_aside(tmp_path))


def test_a_reader_who_notices_first_leads_the_writer_to_the_new_file(file: Book, tmp_path: Path) -> None:
    Book.open(str(tmp_path / "new.db")).close()
    (tmp_path / "new.db").replace(tmp_path / "book.db")
    for path in tmp_path.glob("book.db-*"):
        path.unlink()
    with pytest.raises(BookUnavailable):
        file.count("volunteers")
    assert file.count("volunteers") == 0
    v = volunteer(file)
    fresh = Book.open(str(tmp_path / "book.db"))
    assert fresh.get("volunteers", v) is not None
    fresh.close()


def test_trying_whether_the_book_can_be_written_leaves_it_as_it_is(book: Book) -> None:
    before = book.token()
    book.probe()
    assert book.token() == before
