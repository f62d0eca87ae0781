"""An answer of any size is kept, or its sender is told why, and it makes no other answer fail."""

import os
import random
import string
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from community.book import Arrival, Book, BookUnavailable, Change, Fault, Received, backup_archive
from community.book.restore_archive import restore
from community.book.schema import NOW, SHORT_KINDS, metadata
from community.tables import TABLES
from community.tables import canonical as canon
from community.tables.canonical import LONGEST_SOUGHT, NotCanonical
from community.tables.ids import mint
from tests.book.builders import BY, make_volunteer
from tests.book.databases import KINDS, database
from tests.book.test_opening import upgrade

AT = "2026-11-21T20:00:00.000Z"
MOST_IN_A_FORM, MOST_IN_A_CELL = 500_000, 50_000
LARGEST = int(os.environ.get("LARGEST", "12000"))
"""Letters in each column of a row; beyond every limit of an index. A form lets through 500,000."""
WORDS = ("text", "long_text", "code", "codes", "ref", "refs")


LETTERS = "".join(random.Random(7).choices(string.ascii_letters + string.digits, k=MOST_IN_A_FORM + 100))


def varied(length: int, start: int = 0) -> str:
    """Letters that no packing shortens: an index is full after some thousand of them."""
    return LETTERS[start : start + length]


def largest(name: str, length: int) -> dict[str, object]:
    """A row with every column of words at its largest."""
    table, told = TABLES[name], {}
    for column in table.columns:
        if column.kind in WORDS and column.name != "extra":
            told[column.name] = varied(LONGEST_SOUGHT if canon.is_sought(column) else length, len(told))
    return told | ({"extra.pets": varied(length)} if "extra" in table.by_name else {})


@pytest.mark.parametrize("name", [name for name in TABLES if name != "weights"])
def test_every_column_of_words_is_kept_at_its_largest_and_can_be_decided_about(book: Book, name: str) -> None:
    row = largest(name, LARGEST)
    id_ = book.append(name, row, by="web", key="a").id
    kept = book.get(name, id_)
    assert kept is not None
    assert {column: kept[column] for column in row} == row
    again = largest(name, LARGEST - 1) | {c: None for c in row if canon.is_sought(TABLES[name].by_name.get(c))}
    book.act("set", by=BY, changes=[Change(name, id_, field, row[field], now) for field, now in again.items()])
    assert book.append(name, row, by="web", key="a").new is False


@pytest.mark.parametrize("length", [4_000, MOST_IN_A_FORM])
def test_an_honest_answer_of_a_volunteer_is_kept_however_long(book: Book, length: int) -> None:
    about = varied(length)
    waiting = [book.submit("volunteers", make_volunteer(about=about), by="web", key=str(n)) for n in range(5)]
    rows = [book.get("volunteers", each.result(60).id) for each in waiting]
    assert {row and row["about"] for row in rows} == {about}


@pytest.fixture(params=KINDS)
def target(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of another, empty database."""
    with database(request.param, tmp_path) as address:
        yield address


def test_a_backup_of_the_largest_answers_comes_back_into_either_database(
    book: Book, target: str, tmp_path: Path
) -> None:
    for name in TABLES:
        if name != "weights":
            book.append(name, largest(name, LARGEST), by="web")
    backup_archive.write(book.engine, tmp_path / "book.zip", AT)
    counts = restore(target, tmp_path / "book.zip", by="restore", at=AT).counts
    assert {counts[name] for name in TABLES if name != "weights"} == {1}


def test_a_backup_that_an_earlier_program_made_of_a_long_answer_comes_back_too(target: str, tmp_path: Path) -> None:
    """The earlier schema had an index on what volunteers say about themselves, which PostgreSQL could not fill."""
    old = str(tmp_path / "old.db")
    upgrade(old, "0004")
    engine = sa.create_engine(f"sqlite:///{old}")
    row = {"id": mint("V"), "at": AT, "by": "web", "about": varied(MOST_IN_A_CELL)}
    with engine.begin() as connection:
        connection.execute(sa.text("INSERT INTO volunteers (id, at, by, about) VALUES (:id, :at, :by, :about)"), row)
        connection.execute(
            sa.text("INSERT INTO volunteers_now (id, at, by, changed_at, about) VALUES (:id, :at, :by, :at, :about)"),
            row,
        )
    backup_archive.write(engine, tmp_path / "book.zip", AT)
    engine.dispose()
    restore(target, tmp_path / "book.zip", by="restore", at=AT)
    back = Book.open(target)
    kept = back.get("volunteers", row["id"])
    assert kept is not None
    assert kept["about"] == row["about"]
    back.close()


def test_a_book_of_every_earlier_version_loses_the_index_on_free_text(new_address: str) -> None:
    upgrade(new_address, "0001")
    engine = sa.create_engine(
        sa.make_url(new_address if "://" in new_address else f"sqlite:///{new_address}").set(
            **({"drivername": "postgresql+psycopg"} if "://" in new_address else {})
        )
    )
    with engine.begin() as connection:  # as the first program made it
        connection.execute(sa.text("CREATE INDEX IF NOT EXISTS volunteers_now_about ON volunteers_now (about)"))
    engine.dispose()
    book = Book.open(new_address)
    with book.engine.connect() as connection:
        found = {
            (table.name, column)
            for table in metadata.sorted_tables
            for index in sa.inspect(connection).get_indexes(table.name)
            for column in index["column_names"]
        }
    assert ("contacts_now", "about") in found
    for name, table in TABLES.items():
        indexed = {column for of, column in found if of == NOW[name].name}
        assert {table[column].kind for column in indexed} <= SHORT_KINDS
    assert book.append("volunteers", make_volunteer(about=varied(4_000)), by="web").new
    book.close()


TOO_LONG_TO_SEEK = [("help_requests", "hub"), ("needs", "resident_id"), ("contacts", "about"), ("matches", "status")]


@pytest.mark.parametrize(("name", "column"), TOO_LONG_TO_SEEK)
def test_an_indexed_value_has_a_greatest_length_and_an_error_says_so_beyond_it(
    book: Book, name: str, column: str
) -> None:
    with pytest.raises(NotCanonical, match=column):
        book.append(name, {column: varied(LONGEST_SOUGHT + 1)}, by="web")
    row = mint(TABLES[name].letter)
    taken = book.take_in(rows=[Received(name, row, AT, "far", {column: varied(MOST_IN_A_CELL)})])
    assert taken.refused == ((name, row),)


def test_what_is_taken_in_of_any_size_and_shape_is_kept_or_told_and_stops_nobody_else(book: Book) -> None:
    there = book.append("volunteers", make_volunteer(), by="web").id
    good = [mint("V"), mint("V")]
    long, odd = varied(MOST_IN_A_CELL), "\0\ud800x"
    rows = [
        Received("volunteers", good[0], AT, "far", largest("volunteers", MOST_IN_A_CELL)),
        Received("volunteers", long, AT, "far", {}),
        Received("volunteers", odd, AT, "far", {}),
        Received("volunteers", mint("V"), AT, long, {"name": odd}, action=long),
        Received("volunteers", mint("V"), long, "far", {}),
        Received("volunteers", mint("V"), AT, odd, {"extra": '{"a\\ud800\\u0000": "x"}'}),
        Received("volunteers", mint("V"), AT, "far", {"extra": "[" * 200_000}),
        Received("volunteers", mint("V"), AT, "far", {"how_many": "9" * 5_000}),
        Received("volunteers", mint("V"), AT, "far", {"easting": "1e999"}),
        Received("volunteers", good[1], AT, "far", {"about": long}, key=long),
    ]

    def change(own: str, field: str = "about", **other: str | None) -> Arrival:
        told: dict[str, str | None] = {"at": AT, "by": "far", "action": "set-1", "record_id": there, "now": "x"} | other
        return Arrival(own, table="volunteers", field=field, was=None, **told)  # type: ignore[arg-type]

    changes = [
        change("Z-1", now=long, reason=long),
        change(long),
        change(odd),
        change("Z-2", action=long),
        change("Z-3", record_id=long),
        change("Z-4", record_id=odd),
        change("Z-5", undoes=long),
        change("Z-6", at="yesterday"),
        change("Z-7", field=f"extra.{long}"),
        change("Z-8", field=f"extra.{odd}"),
        change("Z-9", field="status", now=long),
        change("Z-10", by=odd, reason=odd, field="notes", now=odd),
    ]
    taken = book.take_in(rows=rows, changes=changes)
    assert set(good) <= set(taken.rows)
    assert {"Z-1", "Z-10"} <= set(taken.changes)
    assert {("volunteers", long), ("volunteers", there)} <= set(taken.refused)
    row = book.get("volunteers", there)
    assert row is not None
    assert row["about"] == long


def test_one_that_the_database_refuses_is_told_and_those_beside_it_are_kept(book: Book) -> None:
    """Whatever is refused in future: here a number that no column holds, past every check."""

    def refused(connection: sa.Connection) -> None:
        connection.execute(sa.text("SELECT CAST('x' AS INTEGER) / 0, no_such_column FROM volunteers"))

    free = _hold(book)
    first = book.submit("volunteers", make_volunteer(), by="web", key="a")
    bad = book._writer.submit(refused)
    last = book.submit("volunteers", make_volunteer(), by="web", key="b")
    free()
    assert first.result(60).new
    assert last.result(60).new
    assert isinstance(bad.exception(60), Fault | BookUnavailable)
    assert book.count("volunteers") == 2


def test_a_row_that_an_index_has_no_room_for_is_refused_alone_and_not_for_a_book_that_is_gone(new_address: str) -> None:
    """A database administrator may add an index; PostgreSQL then reports "54000"."""
    # A new database: in an emptied one the index would still have to hold rows that another session may see.
    book = Book.open(new_address)
    with book.engine.execution_options(writes=True).begin() as connection:
        connection.execute(sa.text("CREATE INDEX by_hand ON volunteers_now (about)"))
    there = book.engine.dialect.name == "sqlite"
    free = _hold(book)
    first = book.submit("volunteers", make_volunteer(), by="web", key="a")
    long = book.submit("volunteers", make_volunteer(about=varied(MOST_IN_A_CELL)), by="web", key="b")
    last = book.submit("volunteers", make_volunteer(), by="web", key="c")
    free()
    assert first.result(60).new
    assert last.result(60).new
    assert isinstance(long.exception(60), type(None) if there else Fault)
    assert book.count("volunteers") == 2 + there
    book.close()


def _hold(book: Book) -> Callable[[], None]:
    """Keep the writer busy, so that what is submitted meanwhile makes one batch, until the function is called."""
    busy, free = threading.Event(), threading.Event()

    def work(_: sa.Connection) -> None:
        busy.set()
        free.wait(60)

    book._writer.submit(work)
    assert busy.wait(60)
    return free.set


AROUND = st.one_of(st.integers(0, 40), st.integers(2_600, 2_800), st.integers(8_000, 8_300), st.just(40_000))
ANY_LETTER = st.characters(codec=None, exclude_categories=())


@st.composite
def answers(draw: st.DrawFn) -> str:
    """Any letters, then as many more as it takes to be of a size around which something changes."""
    start = draw(st.text(ANY_LETTER, max_size=30))
    return start + varied(draw(AROUND), draw(st.integers(0, 9)))


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    name=st.sampled_from([name for name in TABLES if name != "weights"]),
    told=st.lists(answers(), min_size=1, max_size=4),
    number=st.one_of(st.integers(), st.floats(), st.text(max_size=20)),
)
@example("volunteers", ["\0", "\ud800", "x" * 3_000], 10**400)
def test_no_answer_of_any_size_is_taken_for_a_book_that_is_gone(
    book: Book, name: str, told: list[str], number: object
) -> None:
    table = TABLES[name]
    row: dict[str, object] = {
        c.name: told[place % len(told)] if c.kind in WORDS else number
        for place, c in enumerate(table.columns)
        if c.name != "extra" and c.kind not in ("date", "time")
    }
    fits = {column: value for column, value in row.items() if _fits(name, column, value)}
    id_ = book.append(name, fits, by="web").id
    kept = book.get(name, id_)
    assert kept is not None
    assert {c: kept[c] for c in fits} == {c: canon.of(table[c], value) for c, value in fits.items()}


def _fits(name: str, column: str, value: object) -> bool:
    try:
        canon.of(TABLES[name][column], value)
    except NotCanonical:
        return False
    return True
