"""Erasure erases: both copies, every decision, other people's lists, the files; and nothing of it comes back."""

from pathlib import Path

import pytest
import sqlalchemy as sa

from community.book import Append, Arrival, Book, CannotUndo, Change, Erased, NoSuchRecord
from community.book.erasure import erase
from community.book.person_data import NotAPerson, everything, find
from community.book.record_types import Record
from community.book.references import belonging
from community.book.schema import metadata
from community.book.sqlite_file import compact
from tests.book.builders import BY, set_field
from tests.book.town import CANARY, Town, make_town

SECRET = b"of this test"


def erase_whom(book: Book, id_: str) -> list[Record]:
    """Erase everything about somebody, and return what that was."""

    def work(connection: sa.Connection) -> list[Record]:
        found = belonging(connection, find(connection, id_))
        erase(connection, found, by="jo", at="2026-11-22T08:00:00.000Z", secret=SECRET)
        return found

    return book.write(work)


def everywhere(book: Book) -> str:
    """All that is in the database, as text."""
    with book.engine.connect() as connection:
        return "\n".join(str(tuple(row)) for t in metadata.sorted_tables for row in connection.execute(sa.select(t)))


def test_nothing_about_a_resident_is_left_but_what_is_about_others_stays(book: Book) -> None:
    town = make_town(book, "Stranger")
    before = everywhere(book)
    again = make_town(book, CANARY)
    gone = {record.table for record in erase_whom(book, again.resident)}
    assert gone == {"residents", "help_requests", "needs", "matches", "visits", "contacts", "pairs"}
    erase_whom(book, again.volunteer)
    erase_whom(book, again.organisation)
    left = everywhere(book)
    assert CANARY in before.replace("Stranger", CANARY)
    assert CANARY not in left
    assert all(book.get(table, id_) is not None for table, id_ in others(town))
    assert "Stranger again" in left


def others(town: Town) -> list[tuple[str, str]]:
    """The records of a town that nobody asked to erase."""
    return [
        ("residents", town.resident), ("help_requests", town.request), ("needs", town.need), ("matches", town.match),
        ("visits", town.visit), ("volunteers", town.volunteer), ("checks", town.check), ("contacts", town.contact),
        ("organisations", town.organisation), ("volunteers", town.other_volunteer),
    ]  # fmt: skip


def test_a_volunteer_s_matches_go_and_the_need_they_met_stays(book: Book) -> None:
    town = make_town(book)
    gone = {record.table for record in erase_whom(book, town.volunteer)}
    assert gone == {"volunteers", "checks", "matches", "visits", "pairs"}
    need = book.get("needs", town.need)
    assert need is not None
    assert need["resident_id"] == town.resident


def test_other_people_s_lists_forget_the_id_and_keep_the_others(book: Book) -> None:
    town = make_town(book)
    erase_whom(book, town.resident)
    erase_whom(book, town.volunteer)
    volunteer, resident = book.get("volunteers", town.other_volunteer), book.get("residents", town.other_resident)
    assert volunteer is not None
    assert resident is not None
    assert (volunteer["avoids"], resident["prefers"], resident["avoids"]) == ("P-OTHER", None, "V-OTHER")
    assert town.volunteer not in str(book.changes(table="residents", record_id=town.other_resident)[0]["now"])
    set_field(book, town.other_resident, "avoids", [], table="residents")
    late = Arrival(
        "Z-1", "2026-11-21T20:00:30.000Z", "far", "set-1", "residents", town.other_resident, "notes", None, "x"
    )
    assert book.arrive([late]) == [], "what was decided still follows from what came before"


def test_who_decided_and_when_stays_without_what(book: Book) -> None:
    town = make_town(book)
    erase_whom(book, town.volunteer)
    kept = book.changes(record_id=town.volunteer)
    assert [(c["by"], c["field"], c["was"], c["now"], c["reason"]) for c in kept] == [(BY, "notes", None, None, None)]
    same_action = book.changes(record_id=town.other_volunteer)
    assert [(c["now"], c["reason"]) for c in same_action] == [("rang", None)], "the reason was about both"


def test_an_organisation_keeps_what_is_printed_and_loses_its_contact_person(book: Book) -> None:
    town = make_town(book)
    set_field(book, town.organisation, "telephone", "01225 000000", table="organisations")
    erase_whom(book, town.organisation)
    row = book.get("organisations", town.organisation)
    assert row is not None
    assert (row["name"], row["what_we_do"], row["status"]) == ("Kind Shop", "Sells", "approved")
    assert (row["contact_name"], row["email"], row["notes"], row["extra"]) == (None, None, None, None)
    assert {c["now"] for c in book.changes(record_id=town.organisation)} == {None}


def test_what_is_remembered_are_ids_and_keyed_hashes(address: str) -> None:
    book = Book.open(address, erasure_key=SECRET)
    town = make_town(book)
    gone = erase_whom(book, town.resident)
    remembered = book.rows("erasures")
    assert {(e["table_name"], e["record_id"]) for e in remembered} == set(gone)
    assert {e["by"] for e in remembered} == {"jo"}
    assert all(e["key_hash"] is None or len(e["key_hash"]) == 40 for e in remembered)
    assert f"{CANARY}-residents" not in everywhere(book)
    book.close()


def test_what_was_erased_is_never_taken_in_again(address: str) -> None:
    book = Book.open(address, erasure_key=SECRET)
    town = make_town(book)
    erase_whom(book, town.resident)
    with pytest.raises(Erased):
        book.append("residents", {"name": "Back again"}, by="sheet", id=town.resident)
    with pytest.raises(Erased):
        book.append("residents", {"name": "Back again"}, by="web", key=f"{CANARY}-residents")
    with pytest.raises(Erased):
        book.act("add", by=BY, appends=[Append("needs", {"status": "open"}, id=town.need)])
    late = Arrival(
        "Z-1", "2026-11-21T21:00:00.000Z", "far", "set-1", "residents", town.resident, "notes", None, "Back again"
    )
    assert book.arrive([late]) == []
    assert "Back again" not in everywhere(book)
    assert book.append("residents", {"name": "Somebody else"}, by="web", key="another").new
    book.close()


def test_nothing_can_be_undone_or_decided_about_what_is_erased(book: Book) -> None:
    town = make_town(book)
    action = set_field(book, town.volunteer, "status", "paused")
    erase_whom(book, town.volunteer)
    with pytest.raises(CannotUndo, match="erased"):
        book.undo(action.id, by=BY)
    with pytest.raises(NoSuchRecord):
        book.act("set", by=BY, changes=[Change("volunteers", town.volunteer, "status", None, "ready")])


def test_the_token_tells_of_an_erasure(book: Book) -> None:
    town = make_town(book)
    before = book.token()
    erase_whom(book, town.resident)
    assert book.token() != before


def test_no_byte_is_left_in_any_file(tmp_path: Path) -> None:
    book = Book.open(str(tmp_path / "book.db"))
    towns = [make_town(book, f"{CANARY}{n}") for n in range(5)]
    book.append("residents", {"name": "Somebody else", "notes": "x" * 50_000}, by="web")
    assert hits(tmp_path) > 0
    for town in towns:
        erase_whom(book, town.resident)
        erase_whom(book, town.volunteer)
        erase_whom(book, town.organisation)
    assert compact(book.engine)
    assert {p.name for p in tmp_path.iterdir()} == {"book.db", "book.db-wal", "book.db-shm"}
    assert hits(tmp_path) == 0
    assert book.count("residents") == 6
    book.close()
    assert hits(tmp_path) == 0


def hits(folder: Path) -> int:
    """How often the canary is in the folder's files, byte by byte."""
    return sum(path.read_bytes().count(CANARY.encode()) for path in folder.rglob("*") if path.is_file())


def test_a_reader_who_holds_the_book_is_told_of(tmp_path: Path) -> None:
    book, other = Book.open(str(tmp_path / "book.db")), Book.open(str(tmp_path / "book.db"))
    town = make_town(book)
    with other.reading() as reader:
        reader.rows("residents")
        erase_whom(book, town.resident)
        assert not compact(book.engine, seconds=0)
    assert compact(book.engine)
    book.close()
    other.close()


def test_compacting_works_on_either_database(book: Book) -> None:
    town = make_town(book)
    erase_whom(book, town.resident)
    assert compact(book.engine)
    assert book.get("volunteers", town.volunteer) is not None


def test_a_person_is_found_by_any_of_their_ids_however_typed(book: Book) -> None:
    town = make_town(book)
    with book.reading() as r:
        assert find(r.connection, town.volunteer.lower().replace("-", " ")) == ("volunteers", town.volunteer)
        assert find(r.connection, town.request) == ("residents", town.resident)
        for wrong in (town.need, town.match, "", "V-1", "'; --", "V-0000-0000-1"):
            with pytest.raises(NotAPerson):
                find(r.connection, wrong)
        with pytest.raises(NoSuchRecord):
            find(r.connection, "V-0000-0000-0")


def test_everything_about_a_person_is_told_as_it_is_and_as_it_came(book: Book) -> None:
    town = make_town(book)
    with book.reading() as r:
        told = everything(r.connection, find(r.connection, town.resident))
    tables = [record["table"] for record in told["records"]]
    assert tables[0] == "residents"
    assert set(tables) == {"residents", "help_requests", "needs", "matches", "visits", "contacts", "pairs"}
    request = next(record for record in told["records"] if record["table"] == "help_requests")
    assert (request["received"]["details"], request["now"]["details"]) == (CANARY, f"{CANARY} again")
    assert {c["record_id"] for c in told["changes"]} == {town.request, town.resident}
    assert "None" not in str(told)
