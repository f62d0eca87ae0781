"""Opening a book: made, brought forward, or refused."""

import os
import shutil
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from community.book import Book, BookUnavailable, NewerBook
from community.book import migrate as migrations
from community.book.database import connect, writing
from community.book.migrations import HEAD
from community.book.schema import metadata
from tests.book.builders import make_volunteer, volunteer
from tests.checkout import ROOT

pytestmark = pytest.mark.core


def upgrade(address: str, to: str) -> None:
    """Bring a database to a version as an earlier program would have."""
    engine = connect(address)
    config = migrations.configuration()
    with engine.execution_options(writes=True).begin() as connection:
        writing(connection)
        config.attributes["connection"] = connection
        command.upgrade(config, to)
    engine.dispose()


def version(address: str) -> str | None:
    """The schema's version in this database."""
    engine = connect(address)
    try:
        return migrations.version(engine)
    finally:
        engine.dispose()


def test_what_the_steps_make_is_what_the_tables_say(new_address: str) -> None:
    book = Book.open(new_address)
    with book.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    book.close()


def test_the_newest_step_is_the_one_the_program_names() -> None:
    steps = sorted((migrations.SCRIPTS / "versions").glob("0*.py"))
    assert steps[-1].name.startswith(HEAD)


def test_a_new_book_needs_no_backup_and_is_there_when_opened_again(new_address: str) -> None:
    called: list[object] = []
    book = Book.open(new_address, backup=called.append)
    v = volunteer(book)
    book.close()
    again = Book.open(new_address, backup=called.append)
    assert again.get("volunteers", v) is not None
    assert called == []
    again.close()


def test_an_older_book_is_backed_up_first_and_then_brought_forward(new_address: str) -> None:
    upgrade(new_address, "0001")
    engine = connect(new_address)
    with engine.execution_options(writes=True).begin() as connection:
        row = {"id": "V-1", "at": "2026-11-21T20:00:00.000Z", "by": "web", "name": "Noor Invented"}
        connection.execute(metadata.tables["volunteers"].insert(), row)
        connection.execute(metadata.tables["volunteers_now"].insert(), row | {"changed_at": row["at"]})
    engine.dispose()
    seen: list[str | None] = []
    book = Book.open(new_address, backup=lambda engine: seen.append(migrations.version(engine)))
    assert seen == ["0001"], "the backup saw the book as it was"
    assert version(new_address) == HEAD
    row_now = book.get("volunteers", "V-1")
    assert row_now is not None
    assert row_now["name"] == "Noor Invented"
    assert volunteer(book)
    book.close()


def test_a_loan_whose_words_named_the_offer_is_tied_to_it(new_address: str) -> None:
    upgrade(new_address, "0010")
    at, offer, gone = "2026-11-21T20:00:00.000Z", "S-7K3Q-F2MX-4", "S-7K3Q-F2MX-5"
    words = {f"I-{n}": what for n, what in enumerate((f"A van ({offer})", f"A van ({gone})", f"{offer} (blue)", None))}
    told = [("services", offer, "name", "A van")]
    told += [("loans", one, "what", what or "A van, white") for one, what in words.items()]
    engine = connect(new_address)
    with engine.execution_options(writes=True).begin() as connection:
        for table, one, column, value in told:
            born = f"INSERT INTO {{}} (id, at, by, {column}{{}}) VALUES (:id, :at, 'web', :value{{}})"
            for sql in (born.format(table, "", ""), born.format(f"{table}_now", ", changed_at", ", :at")):
                connection.execute(sa.text(sql), {"id": one, "at": at, "value": value})
        connection.execute(sa.text("UPDATE loans_now SET what = 'Put right' WHERE id = 'I-0'"))
    engine.dispose()
    book = Book.open(new_address)
    tied = {row["id"]: row["service_id"] for row in book.rows("loans")}
    assert tied == {"I-0": offer, "I-1": None, "I-2": None, "I-3": None}
    with book.reading() as reader:
        came = reader.received("loans", "I-0")
    assert came is not None
    assert came["service_id"] == offer
    book.close()


def test_what_was_decided_about_a_renamed_column_stands_under_its_new_name(new_address: str) -> None:
    upgrade(new_address, "0010")
    engine = connect(new_address)
    with engine.execution_options(writes=True).begin() as connection:
        for table in ("households", "needs"):
            change = {"id": f"C-{table}", "at": "2026-11-21T20:00:00.000Z", "by": "web", "table": table}
            change |= {"action": "A-1", "record_id": "X-1", "field": "resident_id"}
            columns = ", ".join(f'"{name}"' for name in change)
            sql = f"INSERT INTO changes ({columns}) VALUES ({', '.join(f':{name}' for name in change)})"
            connection.execute(sa.text(sql), change)
    engine.dispose()
    book = Book.open(new_address)
    with book.reading() as reader:
        named = {each.record_table: each.field for each in reader.changes()}
    assert named == {"households": "joined_as", "needs": "resident_id"}
    book.close()


def test_a_book_whose_backup_fails_is_not_touched(new_address: str) -> None:
    upgrade(new_address, "0001")

    def no_room(engine: sa.Engine) -> None:
        raise OSError("no room")

    with pytest.raises(BookUnavailable):
        Book.open(new_address, backup=no_room)
    assert version(new_address) == "0001"


def test_a_step_that_fails_leaves_the_book_as_it_was(new_address: str) -> None:
    upgrade(new_address, "0001")
    engine = connect(new_address)
    with engine.execution_options(writes=True).begin() as connection:
        connection.execute(sa.text("CREATE TABLE written (something TEXT)"))  # in the way of the next step
    engine.dispose()
    with pytest.raises(BookUnavailable):
        Book.open(new_address)
    assert version(new_address) == "0001"


def test_a_newer_book_is_refused_and_left_alone(new_address: str) -> None:
    Book.open(new_address).close()
    engine = connect(new_address)
    with engine.execution_options(writes=True).begin() as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    with pytest.raises(NewerBook, match="Update the program"):
        Book.open(new_address)
    assert version(new_address) == "9999"


@pytest.mark.long
def test_processes_that_open_a_new_book_at_the_same_instant_all_get_it(new_address: str) -> None:
    program = (
        "import sys; from community.book import Book; sys.stdin.readline()\n"
        "book = Book.open(sys.argv[1]); book.append('volunteers', {'name': 'Noor'}, by='web'); book.close()"
    )
    openers = [
        subprocess.Popen(
            [sys.executable, "-c", program, new_address],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(4)
    ]
    for opener in openers:
        assert opener.stdin is not None
        opener.stdin.write("now\n")
        opener.stdin.flush()
    ends = [(opener.communicate()[1][-500:], opener.returncode) for opener in openers]
    assert [code for _, code in ends] == [0] * 4, ends
    book = Book.open(new_address)
    assert book.count("volunteers") == 4
    book.close()


def test_threads_that_open_a_new_file_at_the_same_instant_all_get_it(tmp_path: Path) -> None:
    """Before the file is in write-ahead mode, SQLite answers "locked" without waiting; opening waits itself."""
    for turn in range(10):
        path, together, faults = str(tmp_path / f"{turn}.db"), threading.Barrier(6), list[Exception]()

        def first(path: str = path, together: threading.Barrier = together, faults: list[Exception] = faults) -> None:
            engine = connect(path)
            together.wait()
            try:
                with engine.connect() as connection:
                    connection.execute(sa.text("SELECT 1"))
            except sa.exc.DBAPIError as error:
                faults.append(error)
            engine.dispose()

        threads = [threading.Thread(target=first) for _ in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert faults == []


def test_a_book_file_is_for_its_owner_only(tmp_path: Path) -> None:
    book = Book.open(str(tmp_path / "new" / "book.db"))
    volunteer(book)
    files = sorted((tmp_path / "new").iterdir())
    assert [f.name for f in files] == ["book.db", "book.db-shm", "book.db-wal"]
    if os.name == "posix":  # Windows tells no such modes
        assert {stat.S_IMODE(f.stat().st_mode) for f in files} == {0o600}
        assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o700
    book.close()


@contextmanager
def as_nobody(folder: Path) -> Iterator[None]:
    """During the block, files in this folder can be read but not written, even by root."""
    for path in (folder, *folder.iterdir()):
        path.chmod(0o555 if path.is_dir() else 0o444)
    root = os.geteuid() == 0
    if root:
        folder.parent.chmod(0o755)
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)
        for path in (folder, *folder.iterdir()):
            path.chmod(0o755 if path.is_dir() else 0o644)


@pytest.mark.skipif(os.name == "nt", reason="closes a folder as Unix does")
def test_a_folder_that_may_not_be_written_is_named_as_the_trouble(tmp_path: Path) -> None:
    """With a book in it or without: both are the person's to mend. (pytest's own folders hide from others.)"""
    open_to_all = Path("/var/tmp") / f"read-only-{os.getpid()}"
    folder = open_to_all / "book"
    folder.mkdir(parents=True)
    try:
        Book.open(str(folder / "book.db")).close()
        with as_nobody(folder):
            for name in ("book.db", "other.db"):
                with pytest.raises(BookUnavailable, match="may this program write"):
                    Book.open(str(folder / name)).append("volunteers", make_volunteer(), by="web")
    finally:
        shutil.rmtree(open_to_all)


@pytest.mark.parametrize(
    "address", [f"{__file__}/book.db", "postgresql://nobody@127.0.0.1:1/nothing"], ids=["no-folder", "no-server"]
)
def test_a_place_where_no_book_can_be_is_told_without_its_address(address: str) -> None:
    with pytest.raises(BookUnavailable) as refused:
        Book.open(address)
    assert address not in str(refused.value)
    assert refused.value.__suppress_context__


def test_a_file_that_is_no_book_is_refused(tmp_path: Path) -> None:
    (tmp_path / "book.db").write_text("Dear diary " * 1_000)
    with pytest.raises(BookUnavailable):
        Book.open(str(tmp_path / "book.db"))
    assert (tmp_path / "book.db").read_text().startswith("Dear diary")
