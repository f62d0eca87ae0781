"""What changed since a position: by any process, whatever wrote it, on both databases."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from community.book import Append, Book, Change, Position, Reader
from community.book.schema import NOW, TOUCHED
from community.book.touched_rows import KEPT
from community.tables.verbs import Verb
from tests.book.builders import Clock

pytestmark = pytest.mark.core


@pytest.fixture
def other(address: str, clock: Clock) -> Iterator[Book]:
    """The same book, as another process has it open."""
    book = Book.open(address, clock=clock)
    yield book
    book.close()


def _rows(book: Book, before: Position) -> dict[str, frozenset[str]]:
    changed = book.since(before)
    assert changed is not None
    assert book.since(changed.position).rows == {}  # type: ignore[union-attr]
    return dict(changed.rows)


def test_says_what_was_added_changed_and_undone(book: Book, other: Book) -> None:
    """A row, a decision about it and the undo of that decision are each told once, to every process."""
    start = other.position()
    assert _rows(other, start) == {}
    one = book.append("volunteers", {"name": "Ada"}, by="web").id
    assert _rows(other, start) == {"volunteers": {one}}
    then = other.position()
    action = book.act(
        Verb.CORRECT,
        by="anna",
        changes=[Change("volunteers", one, "name", "Ada", "Ada L")],
        appends=[Append("contacts", {"about": one, "with_whom": one, "way": "telephone"})],
    )
    changed = other.since(then)
    assert changed is not None
    assert dict(changed.rows) == {"volunteers": {one}, "contacts": set(action.ids)}
    assert [(c.record_id, c.field, c.was, c.now) for c in changed.changes] == [(one, "name", "Ada", "Ada L")]
    book.undo(action.id, by="anna")
    assert _rows(other, changed.position) == {"volunteers": {one}, "contacts": set(action.ids)}


def test_a_working_table_touches_nothing(book: Book) -> None:
    """What the program only remembers for itself is no news."""
    before = book.position()
    book.remember(lambda connection: connection.execute(sa.text("UPDATE written SET token = token")))
    assert _rows(book, before) == {}


def test_says_what_was_removed(book: Book) -> None:
    """A row that is gone is told too, however it was removed."""
    one = book.append("volunteers", {"name": "Ada"}, by="web").id
    before = book.position()
    book.write(lambda connection: connection.execute(NOW["volunteers"].delete()))
    assert _rows(book, before) == {"volunteers": {one}}


def test_a_snapshot_has_one_position(book: Book, other: Book) -> None:
    """What is read and its position belong together, whatever is written meanwhile."""
    with other.reading() as reader:
        before = reader.position()
        one = book.append("volunteers", {"name": "Ada"}, by="web").id
        assert reader.position() == before
        assert reader.since(before).rows == {}  # type: ignore[union-attr]
    assert _rows(other, before) == {"volunteers": {one}}


def test_what_was_rolled_back_is_no_news(book: Book) -> None:
    """A decision that fails leaves no trace."""
    before = book.position()

    def plan(reader: Reader) -> tuple[list[Change], list[Append]]:
        return [Change("volunteers", "V-none", "name", "a", "b")], [Append("volunteers", {"name": "Ada"})]

    with pytest.raises(Exception, match="no such record"):
        book.decide(Verb.CORRECT, by="anna", plan=plan)
    assert _rows(book, before) == {}


def test_says_when_it_can_not_tell(book: Book) -> None:
    """Too much news, a position of another book, and one that is too old: read anew."""
    before = book.position()
    for name in "abc":
        book.append("volunteers", {"name": name}, by="web")
    assert book.since(before, most=2) is None
    assert book.since(before, most=3) is not None
    assert book.since(Position(before.number, before.mark + 1)) is None
    assert book.since(Position(before.number + 1_000, before.mark)) is None


def test_forgets_what_is_old(book: Book) -> None:
    """The list has an end: whoever is further behind reads the book anew."""
    before = book.position()
    ahead = {"number": before.number + KEPT + 100, "table": "", "id": "", "mark": 1}
    book.write(lambda connection: connection.execute(TOUCHED.insert(), ahead))
    with book.engine.execution_options(writes=True).begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(sa.text("SELECT setval('touched_number_seq', (SELECT max(number) FROM touched))"))
    for name in range(101):
        book.append("volunteers", {"name": str(name)}, by="web")
    assert book.since(before, most=10**9) is None
    assert book.position().number > before.number + KEPT


def test_every_table_is_watched(book: Book) -> None:
    """A table that a later step adds has its triggers as well."""
    with book.reading() as reader:
        if reader.connection.dialect.name == "sqlite":
            names = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        else:
            names = "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal"
        there = {str(name).lower() for name in reader.connection.execute(sa.text(names)).scalars()}
    wanted = [*(f"{name}_now" for name in NOW), "changes", "kept_apart"]
    missing = [
        f"{table} {event}"
        for table in wanted
        for event in ("insert", "update", "delete")
        if f"touched_{table}_{event}" not in there
    ]
    assert missing == []


def test_a_book_that_took_another_s_place_is_read_anew(tmp_path: Path) -> None:
    """Equal numbers in two books mean nothing."""
    positions = []
    for name in "ab":
        book = Book.open(str(tmp_path / f"{name}.db"))
        book.append("volunteers", {"name": name}, by="web")
        positions.append(book.position())
        if name == "b":
            assert book.since(positions[0]) is None
        book.close()
    assert positions[0].number == positions[1].number
