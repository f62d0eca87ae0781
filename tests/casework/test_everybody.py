"""The index of known people finds everybody after every kind of write: it is never out of date."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from community.book import Append, Arrival, Book, Change, Reader
from community.book.erasure import erase, erase_fields
from community.book.record_types import Record
from community.casework.people_lookup import alike
from community.identity import Person, phone_numbers
from tests.book.databases import KINDS, begun
from tests.casework.office import Office, open_office

HERS, NEW = "07700 900123", "07700 900456"


@pytest.fixture(params=KINDS)
def office(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Office]:
    """An office on either kind of database."""
    with begun(request.param, tmp_path) as address:
        made = open_office(tmp_path, address)
        yield made
        made.book.close()


def found(book: Book, telephone: str) -> set[str]:
    """Who has this number, as triage looks it up."""
    asked = Person("resident", None, phone_numbers(telephone), (), None, None)
    with book.reading() as reader:
        return {each.row["id"] for each in alike(reader, asked)}


@pytest.fixture
def ann(office: Office) -> str:
    """Somebody who is known, and has been looked for."""
    own = office.book.append("volunteers", {"name": "Ann Example", "telephone": HERS, "status": "ready"}, by="web").id
    for number in range(3):
        office.make_request(telephone=f"01632 9604{number:02}")
    assert found(office.book, HERS) == {own}
    return own


def test_a_person_who_came_in_since_is_found(office: Office, ann: str) -> None:
    again = office.make_request(telephone=HERS)
    assert found(office.book, HERS) == {ann, again}


def test_a_corrected_number_is_found_by_the_new_one(office: Office, ann: str) -> None:
    office.book.act("correct", by="jo", changes=[Change("volunteers", ann, "telephone", HERS, NEW)])
    assert (found(office.book, HERS), found(office.book, NEW)) == (set(), {ann})


def test_what_was_corrected_on_another_machine_before_the_latest_change_here_is_found(office: Office, ann: str) -> None:
    before = office.clock()
    office.book.act("pause", by="jo", changes=[Change("volunteers", ann, "status", "ready", "paused")])
    assert found(office.book, HERS) == {ann}
    at = f"{before:%Y-%m-%dT%H:%M:%S}.{before.microsecond // 1000:03}Z"
    late = Arrival("Z-1", at, "far", "set-1", "volunteers", ann, "telephone", HERS, NEW)
    assert office.book.arrive([late]) == []
    assert found(office.book, NEW) == {ann}


def test_who_was_taken_back_is_not_found_and_is_again_when_that_was_undone(office: Office, ann: str) -> None:
    done = office.book.act("add", by="jo", appends=[Append("residents", {"name": "Bo", "telephone": HERS})])
    assert len(found(office.book, HERS)) == 2
    undone = office.book.undo(done.id, by="jo")
    assert found(office.book, HERS) == {ann}
    office.book.undo(undone.id, by="jo")
    assert len(found(office.book, HERS)) == 2


def test_nobody_who_was_erased_is_kept_in_mind(office: Office, ann: str) -> None:
    told = {"name": "Kim", "guardian_name": "Ann Example", "guardian_telephone": HERS}
    young = office.book.append("volunteers", told, by="web").id
    assert found(office.book, HERS) == {ann, young}
    at = "2026-11-23T11:00:00.000Z"
    office.book.write(lambda c: erase_fields(c, Record("volunteers", young), ["guardian_telephone"], by="jo", at=at))
    assert found(office.book, HERS) == {ann}
    office.book.write(lambda c: erase(c, [Record("volunteers", ann)], by="jo", at=at, secret=b"secret"))
    assert found(office.book, HERS) == set()


def test_what_was_looked_up_in_a_decision_that_came_to_nothing_is_forgotten(office: Office, ann: str) -> None:
    class Refused(Exception):
        pass

    def work(connection: sa.Connection) -> None:
        table = sa.table("volunteers_now", sa.column("telephone"), sa.column("id"), sa.column("changed_at"))
        changed = {"telephone": NEW, "changed_at": "2026-11-23T12:00:00.000Z"}
        connection.execute(table.update().where(table.c.id == ann).values(changed))
        asked = Person("resident", None, phone_numbers(NEW), (), None, None)
        assert alike(Reader(connection), asked, deciding=True)
        raise Refused

    with pytest.raises(Refused):
        office.book.write(work)
    assert (found(office.book, HERS), found(office.book, NEW)) == ({ann}, set())


def test_after_a_write_not_everybody_is_read_again(office: Office, ann: str) -> None:
    read: list[str] = []

    def listen(_: object, __: object, statement: str, *more: object) -> None:
        narrow = any(word in statement for word in (" IN ", ">=", ".id ="))
        if "guardian_telephone" in statement and "FROM volunteers_now" in statement and not narrow:
            read.append(statement)

    sa.event.listen(sa.Engine, "before_cursor_execute", listen)
    try:
        again = office.make_request(telephone=HERS)
        office.book.act("pause", by="jo", changes=[Change("volunteers", ann, "status", "ready", "paused")])
        assert found(office.book, HERS) == {ann, again}
        assert read == []
    finally:
        sa.event.remove(sa.Engine, "before_cursor_execute", listen)
