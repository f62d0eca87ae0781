"""When the disk is full or the database gone, nothing is acknowledged; and when it is back, the book goes on."""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from community.book import Book, BookUnavailable, Change, Fault
from tests.book.builders import BY, make_volunteer, set_field, volunteer
from tests.book.databases import database
from tests.checkout import ROOT

pytestmark = pytest.mark.core


@pytest.fixture
def file(tmp_path: Path) -> Iterator[Book]:
    """A book in a file."""
    book = Book.open(str(tmp_path / "book.db"))
    yield book
    book.close()


@contextmanager
def full(book: Book) -> Iterator[None]:
    """The disk is full: the file may not grow by a page."""

    def no_room(connection: sa.Connection) -> None:
        pages = connection.execute(sa.text("PRAGMA page_count")).scalar()
        connection.execute(sa.text(f"PRAGMA max_page_count={pages}"))

    def room(connection: sa.Connection) -> None:
        connection.execute(sa.text("PRAGMA max_page_count=1073741823"))

    sa.event.listen(book.engine, "begin", no_room)
    try:
        yield
    finally:
        sa.event.remove(book.engine, "begin", no_room)
        sa.event.listen(book.engine, "begin", room)


def test_a_full_disk_acknowledges_nothing_and_the_book_goes_on_when_there_is_room(file: Book) -> None:
    v = volunteer(file)
    with full(file):
        waiting = [
            file.submit("volunteers", make_volunteer(about="x" * 100_000), by="web", key=str(n)) for n in range(20)
        ]
        assert {type(future.exception()) for future in waiting} == {BookUnavailable}
        with pytest.raises(BookUnavailable):
            set_field(file, v, "notes", "x" * 100_000)
        assert file.count("volunteers") == 1, "reading goes on"
    again = [file.append("volunteers", make_volunteer(about="x" * 100_000), by="web", key=str(n)) for n in range(20)]
    assert all(receipt.new for receipt in again), "nothing of what failed was kept"
    set_field(file, v, "notes", "x" * 100_000)


def test_a_file_that_may_only_be_read_can_be_read(file: Book, tmp_path: Path) -> None:
    v = volunteer(file)
    shut = Book.open(f"sqlite:///file:{tmp_path / 'book.db'}?mode=ro&uri=true")
    assert shut.get("volunteers", v) is not None
    with pytest.raises(BookUnavailable):
        shut.append("volunteers", make_volunteer(), by="web")
    shut.close()


def test_a_book_that_another_program_holds_is_waited_for_and_then_told(file: Book, tmp_path: Path) -> None:
    other = Book.open(str(tmp_path / "book.db"))
    held, free = threading.Event(), threading.Event()

    def hold(connection: sa.Connection) -> None:
        held.set()
        free.wait(60)

    holder = threading.Thread(target=lambda: other.write(hold))
    holder.start()
    held.wait(30)
    waiting = file.submit("volunteers", make_volunteer(), by="web")
    assert not waiting.done()
    free.set()
    assert waiting.result(60).new
    holder.join()

    @sa.event.listens_for(file.engine.pool, "checkout")
    def impatient(connection: Any, *_: object) -> None:
        connection.execute("PRAGMA busy_timeout=50")

    held.clear()
    free.clear()
    holder = threading.Thread(target=lambda: other.write(hold))
    holder.start()
    held.wait(30)
    with pytest.raises(BookUnavailable):
        file.append("volunteers", make_volunteer(), by="web")
    free.set()
    holder.join()
    assert file.append("volunteers", make_volunteer(), by="web").new
    other.close()


def test_a_file_that_is_damaged_while_it_is_open_is_told_as_such(file: Book, tmp_path: Path) -> None:
    for _ in range(50):
        volunteer(file)
    file.close()
    path = tmp_path / "book.db"
    data = bytearray(path.read_bytes())
    data[4096 * 3 :] = os.urandom(len(data) - 4096 * 3)
    path.write_bytes(data)
    with pytest.raises(BookUnavailable):
        Book.open(str(path)).append("volunteers", make_volunteer(), by="web")


def test_what_a_piece_of_work_raises_is_its_own_and_what_the_driver_says_is_not_shown(book: Book) -> None:
    def own(connection: sa.Connection) -> None:
        raise LookupError("mine")

    def wrong(connection: sa.Connection) -> None:
        connection.execute(sa.text("SELECT 'Secret' FROM no_such_table"))

    with pytest.raises(LookupError, match="mine"):
        book.write(own)
    with pytest.raises((Fault, BookUnavailable)) as fault:
        book.write(wrong)
    assert "Secret" not in str(fault.value)
    with pytest.raises((Fault, BookUnavailable)) as fault, book.reading() as r:
        r.rows("volunteers", lambda c: [sa.text("no_such_column = 'Secret'")])
    assert "Secret" not in str(fault.value)
    assert fault.value.__suppress_context__
    assert volunteer(book)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Book]:
    """A book on a PostgreSQL server."""
    with database("postgresql", tmp_path) as address:
        book = Book.open(address)
        yield book
        book.close()


def terminate_all(book: Book) -> None:
    """End every other connection to this database, as a restart of the server would."""
    with book.engine.connect() as connection:
        ends = (
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid != pg_backend_pid()"
        )
        connection.execute(sa.text(ends))


@pytest.mark.postgres
def test_connections_that_the_server_ended_are_made_anew(server: Book) -> None:
    v = volunteer(server)
    for turn in range(3):
        terminate_all(server)
        server.act("set", by=BY, changes=[Change("volunteers", v, "how_many", 2 + turn, 3 + turn)])
        assert server.count("volunteers") == 1
        assert server.token()


@pytest.mark.postgres
def test_a_server_that_may_only_be_read_takes_nothing_and_says_so_when_it_is_tried(server: Book) -> None:
    server.probe(["volunteers"])
    with server.engine.execution_options(isolation_level="AUTOCOMMIT").connect() as connection:
        name = connection.execute(sa.text("SELECT current_database()")).scalar_one()
        connection.execute(sa.text(f'ALTER DATABASE "{name}" SET default_transaction_read_only = on'))
    server.engine.dispose()
    with pytest.raises(BookUnavailable):
        server.probe(["volunteers"])
    with pytest.raises(BookUnavailable):
        server.append("volunteers", make_volunteer(), by="web")


@pytest.mark.postgres
def test_work_whose_connection_ends_in_the_middle_is_not_acknowledged_and_those_beside_it_are_kept(
    server: Book,
) -> None:
    def cut_off(connection: sa.Connection) -> None:
        pid = connection.execute(sa.text("SELECT pg_backend_pid()")).scalar()
        with server.engine.connect() as other:
            other.execute(sa.text(f"SELECT pg_terminate_backend({pid})"))
        connection.execute(sa.text("SELECT 1"))

    # The three wait while the writer is busy with something else, so that they make one batch, and it is not in it.
    busy, free = threading.Event(), threading.Event()

    def hold(_: sa.Connection) -> bool:
        busy.set()
        return free.wait(300)

    before = server._writer.submit(hold)
    assert busy.wait(300)
    first = server.submit("volunteers", make_volunteer(), by="web", key="a")
    cut = server._writer.submit(cut_off)
    last = server.submit("volunteers", make_volunteer(), by="web", key="b")
    free.set()
    assert before.result(300), "what was in an earlier batch is safe"
    assert type(cut.exception(300)) is BookUnavailable
    assert first.result(300).new
    assert last.result(300).new
    assert server.count("volunteers") == 2
    assert not server.append("volunteers", make_volunteer(), by="web", key="a").new


@pytest.mark.long
def test_a_program_that_is_killed_while_it_writes_leaves_whole_rows(tmp_path: Path) -> None:
    program = (
        "import sys; from community.book import Book\n"
        "book = Book.open(sys.argv[1])\n"
        "for n in range(10**6):\n"
        "    print(n, book.append('volunteers', {'about': str(n)}, by='web', key=str(n)).id, flush=True)"
    )
    path = str(tmp_path / "book.db")
    kept: dict[str, str] = {}
    for _ in range(3):
        child = subprocess.Popen([sys.executable, "-c", program, path], cwd=ROOT, stdout=subprocess.PIPE, text=True)
        assert child.stdout is not None
        before = len(kept)
        for line in child.stdout:
            number, id_ = line.split()
            assert kept.setdefault(number, id_) == id_, "the same key is the same row, before and after"
            if len(kept) > before + 30:
                child.kill()
                break
        child.stdout.close()
        child.wait(30)
    book = Book.open(path)
    found = {row["about"]: row["id"] for row in book.rows("volunteers")}
    assert kept.items() <= found.items()
    assert len(found) == book.count("volunteers")
    book.close()
