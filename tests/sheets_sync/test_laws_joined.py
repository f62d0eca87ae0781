"""Two records joined while a spreadsheet is in step: every machine joins and parts them, and nothing needs a person."""

from pathlib import Path

import pytest

import community.casework as cw
from community.book import Append, Record, belonging
from community.book.erasure import erase
from community.places import Places
from community.tables.canonical import instant
from community.tables.ids import derive
from community.tables.roles import Role
from sheets_sync.status import put_back
from tests.book.builders import make_volunteer
from tests.sheets_sync.equality import between
from tests.sheets_sync.office import Machine, Office, settings

READY = {"status": "paused", "consent": "yes", "in_person": "yes", "over_18": "yes", "inducted_on": "2026-01-01"}


def desk(office: Office, machine: Machine) -> cw.WorkContext:
    director, places = cw.User("Dilys Director", Role.DIRECTOR), Places.open(Path("nowhere"), settings().hubs)
    return cw.WorkContext(machine.book, settings(), director, places, office.clock)


@pytest.fixture
def twins(office: Office, one: Machine) -> tuple[str, ...]:
    """Two residents, each with an open need, and two volunteers; the second of each know each other."""
    book, found = one.book, list[str]()
    for name, telephone in (("Rose Tillman", "01225 496000"), ("Rose Tilman", "01225 496999")):
        known = {"name": name, "telephone": telephone, "hub": "bath_north"}
        found.append(book.append("residents", known, by="jo").id)
        need = {"status": "open", "people": 1, "task_type": "shopping", "resident_id": found[-1], "hub": "bath_north"}
        book.append("needs", need, by="jo")
    for name in ("Vera Vole", "Vera Voles"):
        found.append(book.append("volunteers", make_volunteer(name=name, hub="bath_north", **READY), by="web").id)
    pair = {"resident_id": found[1], "volunteer_id": found[3], "since": "2026-10-01"}
    book.act("set", by="test", appends=[Append("pairs", pair, derive("J", found[1], found[3]))])
    office.settle()
    return tuple(found)


def board(office: Office) -> list[str]:
    return sorted(line.text("resident") for line in office.lines("Board"))


def test_joined_in_the_dashboard_two_are_one_on_every_machine_and_in_every_view(
    office: Office, one: Machine, other: Machine, twins: tuple[str, ...]
) -> None:
    rose, double, vera, voles = twins
    office.settle()
    before = {table: one.now(table) for table in ("residents", "volunteers", "needs", "pairs")}
    people = cw.merge(desk(office, one), rose, double, seen={}, chosen={"telephone": cw.Stays.SECOND}).id
    helpers = cw.merge(desk(office, one), vera, voles, seen={}, chosen={}).id
    office.settle()
    assert board(office) == ["Rose Tillman"] * 2
    assert [line.text("name") for line in office.lines("People")] == ["Vera Vole"]
    office.hire()
    office.settle()
    for machine in office.machines:
        assert between(one.book, machine.book) == []
        assert cw.joined_to(desk(office, machine), double) == rose
        assert (machine.status.missing, machine.status.aside) == ((), ())
    office.correct("residents", double, "name", "Typed")
    office.person.delete_rows("volunteers", office.row("volunteers", voles))
    office.rest()
    assert [each.why for each in one.status.aside] == [f"This row was joined to {rose}: type it there."]
    assert [each.id for each in one.status.missing] == [voles], "a person puts it back, or an undo would not find it"
    put_back(one.book, [("volunteers", voles)])
    office.correct("residents", double, "name", "")
    office.settle()
    cw.undo(desk(office, other), helpers)
    office.rest()
    cw.undo(desk(office, one), people)
    for _ in range(3):
        one.sync()  # the others know meanwhile of the joining alone
    assert board(office) == ["Rose Tillman", "Rose Tilman"]
    for table, rows in before.items():
        now = one.now(table)
        assert now.keys() == rows.keys()
        for each, row in rows.items():
            assert {**now[each], "changed_at": ""} == {**row, "changed_at": ""}
    with one.book.reading() as reader:
        theirs = belonging(reader.connection, Record("residents", double))
    one.book.write(lambda c: erase(c, theirs, by="jo", at=instant(office.clock()), secret=b"s" * 32))
    for _ in range(3):
        one.sync()
    office.settle()
    for machine in office.machines:
        assert machine.get("residents", rose)["telephone"] == "01225 496000"
        assert "496999" not in str([(each.was, each.now) for each in machine.book.changes()])
    assert len(office.lines("changes")) > len(theirs)
    for tab in ("changes", "residents", "needs"):
        assert "496999" not in str([line.cells for line in office.lines(tab)]), tab
