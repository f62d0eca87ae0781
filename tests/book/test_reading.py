"""Reading sees one moment, and can be told that there is a newer one."""

import subprocess
import sys
import threading

import pytest
import sqlalchemy as sa

from community.book import Append, Book, Change, NoSuchTable, among
from community.tables.row_types import VolunteerRow
from community.tables.statuses import GONE, VolunteerStatus
from tests.book.builders import BY, Clock, make_volunteer, set_field, volunteer
from tests.checkout import ROOT

pytestmark = pytest.mark.core


def test_everything_read_inside_belongs_to_one_moment(address: str) -> None:
    reading, writing = Book.open(address), Book.open(address)
    one, two = volunteer(writing), volunteer(writing)
    with reading.reading() as r:
        first = r.get("volunteers", one)
        both = [Change("volunteers", v, "status", "applied", "ready") for v in (one, two)]
        writer = threading.Thread(target=lambda: (writing.act("welcome", by=BY, changes=both), volunteer(writing)))
        writer.start()
        writer.join()
        second = r.get("volunteers", two)
        assert first is not None
        assert second is not None
        assert first["status"] == second["status"] == "applied"
        assert (r.count("volunteers"), len(r.rows("volunteers")), r.changes()) == (2, 2, [])
    with reading.reading() as r:
        assert {row["status"] for row in r.rows("volunteers", lambda c: [c.id.in_([one, two])])} == {"ready"}
        assert r.count("volunteers") == 3
    reading.close()
    writing.close()


def test_rows_are_found_sorted_and_cut(book: Book) -> None:
    for name, how_many in (("c", 1), ("a", 3), ("b", 2), ("d", 3)):
        volunteer(book, name=name, how_many=how_many)
    assert [r["name"] for r in book.rows("volunteers")] == ["c", "a", "b", "d"]
    assert [r["name"] for r in book.rows("volunteers", order="-at", limit=2)] == ["d", "b"]
    assert [r["name"] for r in book.rows("volunteers", lambda c: [c.how_many > 1], order="name")] == ["a", "b", "d"]
    assert book.count("volunteers", lambda c: [c.how_many == 3, c.name != "a"]) == 1
    assert book.rows("volunteers", lambda c: [c.name == "'); --"]) == []


def test_the_latest_is_told_by_each_value_of_a_column(book: Book) -> None:
    """Among the rows asked for, without those that tell no value, and without rows that were taken back."""
    said = [("bath", "ready"), ("wells", "ready"), ("bath", "applied"), (None, "ready")]
    ids = [volunteer(book, hub=hub, status=status) for hub, status in said]
    added = book.act("welcome", by=BY, appends=[Append("volunteers", make_volunteer(hub="bath", status="ready"))])
    book.undo(added.id, by=BY)
    with book.reading() as r:
        at = {one: row.at for one in ids if (row := r.get(VolunteerRow, one)) is not None}
        found = r.latest(VolunteerRow, lambda c: c.hub, lambda c: c.at, lambda c: [c.status == VolunteerStatus.READY])
        assert found == {"bath": at[ids[0]], "wells": at[ids[1]]}
        assert r.latest(VolunteerRow, lambda c: c.hub, lambda c: c.at)["bath"] == at[ids[2]]


def test_changes_are_found_by_record_action_and_condition_in_their_order(book: Book) -> None:
    one, two = volunteer(book), volunteer(book)
    first = set_field(book, one, "status", "ready")
    set_field(book, two, "status", "ready")
    set_field(book, one, "notes", "rang")
    assert [c["field"] for c in book.changes(table="volunteers", record_id=one)] == ["status", "notes"]
    assert [c["record_id"] for c in book.changes(newest_first=True, limit=2)] == [one, two]
    assert len(book.changes(action=first.id)) == 1
    assert len(book.changes(where=lambda c: [c.field == "status"])) == 2
    assert book.changes(table="needs") == []


def test_what_was_received_stays_readable_beside_what_is_now(book: Book) -> None:
    v = volunteer(book, name="Nora Invented")
    set_field(book, v, "name", "Noor Invented")
    with book.reading() as r:
        received, now = r.received("volunteers", v), r.get("volunteers", v)
        assert r.received("volunteers", "V-0000-0000-0") is None
    assert received is not None
    assert now is not None
    assert (received["name"], now["name"]) == ("Nora Invented", "Noor Invented")


@pytest.mark.parametrize("id_", ["", "V-0000-0000-0", "a\0b", "\ud800", "é", "%", "x" * 10_000])
def test_what_can_t_be_an_id_finds_nothing(book: Book, id_: str) -> None:
    assert book.get("volunteers", id_) is None


def test_a_table_that_is_none_is_named_as_such(book: Book) -> None:
    for ask in (book.rows, book.count, lambda t: book.get(t, "x")):
        with pytest.raises(NoSuchTable):
            ask("shoes")


def test_a_row_can_t_be_written_to(book: Book) -> None:
    row = book.get("volunteers", volunteer(book))
    with pytest.raises(TypeError):
        row["name"] = "x"  # type: ignore[index]


def test_the_token_changes_with_every_write_and_with_nothing_else(book: Book, clock: Clock) -> None:
    seen = [book.token()]

    def changed() -> bool:
        seen.append(book.token())
        return seen[-1] not in seen[:-1]

    v = volunteer(book)
    assert changed()
    action = set_field(book, v, "status", "ready")
    assert changed()
    book.undo(action.id, by=BY)
    assert changed()
    book.rows("volunteers")
    assert not changed()
    with pytest.raises(Exception, match="nothing to undo"):
        book.undo("never", by=BY)
    assert book.token() == seen[-1]


def test_the_token_tells_of_another_process(book: Book, address: str) -> None:
    before = book.token()
    program = "import sys; from community.book import Book; Book.open(sys.argv[1]).append('volunteers', {}, by='web')"
    subprocess.run([sys.executable, "-c", program, address], check=True, cwd=ROOT)
    assert book.token() != before
    assert book.count("volunteers") == 1


def test_a_book_that_is_read_holds_nobody_up(address: str) -> None:
    reading, writing = Book.open(address), Book.open(address)
    with reading.reading() as r:
        r.rows("volunteers")
        assert writing.append("volunteers", make_volunteer(), by="web").new
        with writing.engine.connect() as connection:
            assert connection.execute(sa.text("SELECT count(*) FROM volunteers")).scalar() == 1
    reading.close()
    writing.close()


def test_a_status_is_written_sought_and_read_as_plain_text(book: Book) -> None:
    """Its class stays in the program: databases, files and the spreadsheet are given words."""
    v = book.append("volunteers", make_volunteer(status=VolunteerStatus.APPLIED), by=BY).id
    change = Change("volunteers", v, "status", VolunteerStatus.APPLIED, VolunteerStatus.READY)
    book.act("welcome", by=BY, changes=[change])
    for where in (
        lambda c: [c.status == VolunteerStatus.READY],
        lambda c: [c.status.in_(frozenset({VolunteerStatus.READY}))],
        lambda c: [c.status.not_in(GONE)],
    ):
        (row,) = book.rows("volunteers", where)
        assert (row["status"], type(row["status"])) == ("ready", str)
    with book.reading() as r:
        (told,) = r.changes()
    assert [(told[side], type(told[side])) for side in ("was", "now")] == [("applied", str), ("ready", str)]


@pytest.mark.parametrize("many", [1, 500, 501, 70_000])
def test_asks_for_any_number_of_ids(book: Book, many: int) -> None:
    """More ids than a database takes values: the rows that are there are found, and nothing else."""
    there = {book.append("volunteers", {"name": name}, by="web").id for name in "abc"}
    wanted = sorted(there)[:2]
    ids = [*wanted, *(f"V-'\"{number}" for number in range(many - 2))][:many]
    found = {row.id for row in book.rows("volunteers", lambda c: [among(c.id, ids)])}
    assert found == set(ids) & there
