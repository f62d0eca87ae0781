"""A person who was erased vanishes from the spreadsheet, and no machine takes them in again."""

import json
from datetime import UTC, datetime

import pytest

from community.book import Book
from community.book.erasure import erase, erase_fields
from community.book.record_types import Record
from community.book.retention_rules import Due, apply
from community.tables import canonical as canon
from sheets_sync.sheet_layout import BORN
from tests.book.builders import make_volunteer
from tests.book.town import CANARY, make_town
from tests.google_sheets.cells import Entered
from tests.sheets_sync.office import Machine, Office

AT = "2026-11-23T11:00:00.000Z"


def forget(book: Book, *records: tuple[str, str]) -> None:
    """Erase the records, as erasing a person does with each of theirs."""
    each = [Record(table, own) for table, own in records]
    book.write(lambda connection: erase(connection, each, by="ada", at=AT, secret=b"secret"))


def everything(office: Office) -> list[Entered]:
    """All that any cell of the spreadsheet holds."""
    with office.google.world.lock:
        return [
            cell.value for sheet in office.sheet.sheets for row in sheet.rows for cell in row if cell and cell.value
        ]


def volunteer(machine: Machine, word: str) -> str:
    return machine.book.append("volunteers", make_volunteer(name=word, about=word), by="web", key=word).id


def test_an_erased_person_s_words_are_nowhere_in_the_sheet(anywhere: tuple[Office, Machine]) -> None:
    office, machine = anywhere
    town = make_town(machine.book)
    office.rest()
    assert any(CANARY in str(value) for value in everything(office))
    tables = ("residents", "help_requests", "needs", "matches", "visits", "volunteers", "checks", "contacts")
    ids = (town.resident, town.request, town.need, town.match, town.visit, town.volunteer, town.check, town.contact)
    forget(machine.book, *zip(tables, ids, strict=True), ("organisations", town.organisation))
    office.settle()
    assert not [value for value in everything(office) if CANARY in str(value)]
    gone = {*ids} & {own for tab in tables for own in office.ids(tab)}
    assert gone == set()
    assert sorted(line.text("record_id") for line in office.lines("erasures")) == sorted([*ids, town.organisation])


def test_no_other_machine_keeps_or_sends_an_erased_person(office: Office, one: Machine, other: Machine) -> None:
    v = volunteer(one, "w-erased")
    office.rest()
    other.set("volunteers", v, name="w-erased again", status="ready")
    forget(one.book, ("volunteers", v))
    one.sync()
    other.sync()
    office.settle()
    for machine in (one, other):
        assert machine.book.get("volunteers", v) is None
        assert all(c["now"] is None for c in machine.book.changes(record_id=v))
    assert not [value for value in everything(office) if "w-erased" in str(value)]


def test_a_machine_that_decides_before_it_hears_of_the_erasure_brings_nothing_back(
    office: Office, one: Machine, other: Machine
) -> None:
    v = volunteer(one, "w-erased")
    office.rest()
    forget(one.book, ("volunteers", v))
    other.set("volunteers", v, name="w-erased again")
    other.sync()
    one.sync()
    office.settle()
    assert not [value for value in everything(office) if "w-erased" in str(value)]
    assert other.book.get("volunteers", v) is None


def test_a_new_machine_never_learns_of_an_erased_person(office: Office, one: Machine) -> None:
    v = volunteer(one, "w-erased")
    one.set("volunteers", v, status="ready")
    one.sync()
    forget(one.book, ("volunteers", v))
    one.sync()
    new = office.hire()
    office.settle()
    assert new.book.get("volunteers", v) is None
    assert new.book.rows("volunteers") == []


@pytest.mark.parametrize("changed", ["copy", "original", "neither"])
def test_a_copy_of_an_erased_person_s_row_goes_with_it(
    office: Office, one: Machine, other: Machine, changed: str
) -> None:
    v = volunteer(one, "w-erased")
    office.rest()
    office.person.copy_rows("volunteers", 2, 4)
    if changed != "neither":
        office.person.type(
            "volunteers", office.place_at("volunteers", "about", 4 if changed == "copy" else 2), "w-more"
        )
    forget(one.book, ("volunteers", v))
    one.sync()
    other.sync()
    office.settle()
    for machine in (one, other):
        assert machine.book.rows("volunteers") == []
    assert not [value for value in everything(office) if "w-erased" in str(value) or "w-more" in str(value)]


def test_a_row_put_back_by_hand_after_the_erasure_is_emptied_again(office: Office, one: Machine) -> None:
    v = volunteer(one, "w-erased")
    office.rest()
    rows = office.sheet.titled("volunteers").rows[:]  # type: ignore[union-attr]
    forget(one.book, ("volunteers", v))
    one.sync()
    office.sheet.titled("volunteers").rows[:] = rows  # type: ignore[union-attr]
    office.settle()
    assert one.book.get("volunteers", v) is None
    assert not [value for value in everything(office) if "w-erased" in str(value)]


def test_a_person_who_comes_again_after_an_erasure_is_a_new_row(office: Office, one: Machine) -> None:
    office.person.type_row("volunteers", {"Name": "Noor Again"})
    office.rest()
    (first,) = (row["id"] for row in one.book.rows("volunteers"))
    forget(one.book, ("volunteers", first))
    office.rest()
    office.person.type_row("volunteers", {"Name": "Noor Again"})
    office.settle()
    (second,) = (row["id"] for row in one.book.rows("volunteers"))
    assert second != first


@pytest.mark.parametrize("machines", [1, 2])
def test_what_was_blanked_because_its_time_was_up_is_blank_in_the_sheet_and_stays_so(
    office: Office, machines: int
) -> None:
    team = [office.hire() for _ in range(machines)]
    v = volunteer(team[0], "w-kept")
    team[0].set("volunteers", v, name="w-blanked", telephone="01225 496077")
    office.rest()
    due = [Due("volunteers", v, ("name", "telephone", "about"), AT, whole=False)]
    for machine in team:  # each applies the same rule by itself
        machine.book.write(lambda connection: apply(connection, due, at=AT))
    team[-1].sync()
    office.settle()
    assert not [value for value in everything(office) if "w-" in str(value) or "496077" in str(value)]
    for machine in team:
        row = machine.get("volunteers", v)
        assert (row["name"], row["telephone"], row["about"]) == (None, None, None)
        assert {c["by"] for c in machine.book.changes(record_id=v)} == {"ada"}


def test_a_record_whose_time_was_up_is_erased_from_the_sheet(office: Office, one: Machine, other: Machine) -> None:
    v = volunteer(one, "w-kept")
    office.rest()
    due = [Due("volunteers", v, ("name", "about"), AT, whole=True)]
    one.book.write(lambda connection: apply(connection, due, at=AT))
    office.settle()
    assert office.ids("volunteers") == []
    assert other.book.get("volunteers", v) is None


def test_the_hidden_cell_forgets_with_the_book(office: Office, one: Machine) -> None:
    v = volunteer(one, "w-kept")
    one.sync()
    due = [Due("volunteers", v, ("about",), AT, whole=False)]
    one.book.write(lambda connection: apply(connection, due, at=AT))
    office.settle()
    assert "about" not in json.loads(office.line("volunteers", v).text(BORN))["v"]
    assert datetime.fromisoformat(office.line("volunteers", v).text("at")).tzinfo == UTC


def test_an_organisation_stays_without_its_people_and_reaches_a_new_machine_so(office: Office, one: Machine) -> None:
    told = {"name": "Kind Shop", "contact_name": "w-erased", "telephone": "01225 496088", "status": "offered"}
    o = one.book.append("organisations", told, by="web", key="k").id
    one.set("organisations", o, contact_name="w-erased again", name="Kinder Shop", status="approved")
    office.rest()
    forget(one.book, ("organisations", o))
    one.sync()
    new = office.hire()
    office.settle()
    assert not [value for value in everything(office) if "w-erased" in str(value) or "496088" in str(value)]
    for machine in (one, new):
        row = machine.get("organisations", o)
        assert (row["name"], row["status"], row["contact_name"]) == ("Kinder Shop", "approved", None)


def test_what_names_an_erased_person_comes_in_without_the_name(office: Office, one: Machine, other: Machine) -> None:
    v = volunteer(one, "w-erased")
    office.rest()
    note = other.book.append("contacts", {"about": v, "with_whom": v, "words": "rang"}, by="ada").id
    forget(one.book, ("volunteers", v))
    other.sync()
    one.sync()
    office.settle()
    for machine in (one, other):
        row = machine.get("contacts", note)
        assert (row["about"], row["with_whom"], row["words"]) == (None, None, "rang")


def young(machine: Machine) -> str:
    told = make_volunteer(name="Kim Young", guardian_name="w-guardian", guardian_telephone="01225 496099")
    return machine.book.append("volunteers", told, by="web", key="young").id


def without_guardian(machine: Machine, own: str) -> None:
    """What erasing a guardian does with the volunteer's record."""
    columns = ("guardian_name", "guardian_telephone", "guardian_consent")
    record = Record("volunteers", own)
    at = canon.instant(machine.clock())
    machine.book.write(lambda connection: erase_fields(connection, record, columns, by="ada", at=at))


@pytest.mark.parametrize("meanwhile", ["nothing", "decided", "corrected", "not yet synced", "a new machine"])
def test_a_guardian_who_was_erased_out_of_a_row_goes_from_every_machine(
    office: Office, one: Machine, other: Machine, meanwhile: str
) -> None:
    v = young(one)
    if meanwhile != "not yet synced":
        office.rest()
    else:
        one.sync()
    without_guardian(one, v)
    if meanwhile == "corrected":
        other.set("volunteers", v, guardian_name="w-guardian again", name="Kim Younger")
    if meanwhile == "decided":
        other.set("volunteers", v, status="ready")
    one.sync()
    other.sync()
    assert not [value for value in everything(office) if "w-guardian" in str(value)], "not even for a while"
    team = [one, other, *([office.hire()] if meanwhile == "a new machine" else [])]
    office.settle()
    for machine in team:
        row = machine.get("volunteers", v)
        assert (row["guardian_name"], row["guardian_telephone"]) == (None, None)
        assert row["name"] == ("Kim Younger" if meanwhile == "corrected" else "Kim Young")
        assert "sheet" not in {c["by"] for c in machine.book.changes()}, "nobody cleared a cell"
        assert "w-" not in str([*machine.book.changes(), *machine.book.rows("erasures")])
    assert not [value for value in everything(office) if "w-guardian" in str(value) or "496099" in str(value)]


def test_a_machine_that_syncs_first_brings_no_erased_guardian_back(
    office: Office, one: Machine, other: Machine
) -> None:
    v = young(one)
    office.rest()
    without_guardian(one, v)
    other.set("volunteers", v, guardian_name="w-guardian again")
    other.sync()
    office.settle()
    for machine in (one, other):
        assert machine.get("volunteers", v)["guardian_name"] is None
        assert "w-" not in str(machine.book.changes())
    assert not [value for value in everything(office) if "w-guardian" in str(value)]


def test_who_is_named_after_an_erased_guardian_stays(office: Office, one: Machine, other: Machine) -> None:
    v = young(one)
    office.rest()
    without_guardian(one, v)
    office.rest()
    office.correct("volunteers", v, "guardian_name", "Ben Second")
    office.settle()
    new = office.hire()
    office.settle()
    assert [m.get("volunteers", v)["guardian_name"] for m in (one, other, new)] == ["Ben Second"] * 3
