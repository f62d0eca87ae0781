"""Rows that people type and copy become records once, and a record stays the same whatever is typed over its id."""

from datetime import timedelta

import pytest

from community.tables.ids import mint
from sheets_sync.sheet_layout import BORN
from tests.book.builders import make_volunteer
from tests.sheets_sync.office import Machine, Office


def type_row(office: Office, **words: str) -> int:
    return office.person.type_row(
        "volunteers", {name.replace("_", " ").capitalize(): text for name, text in words.items()}
    )


@pytest.fixture
def three(office: Office, one: Machine) -> list[str]:
    """Three volunteers who stand in the sheet."""
    made = [one.book.append("volunteers", make_volunteer(name=name), by="web").id for name in ("Ann", "Bo", "Cy")]
    one.sync()
    one.sync()
    return made


def names(machine: Machine) -> list[str]:
    return sorted(row["name"] or "" for row in machine.book.rows("volunteers"))


def test_a_typed_row_gets_its_number_when_it_says_the_same_at_two_reads(anywhere: tuple[Office, Machine]) -> None:
    office, machine = anywhere
    type_row(office, name="Typed Person", telephone="01225 496000")
    assert machine.sync().writes == 0
    assert (office.ids("volunteers"), names(machine)) == ([""], [])
    outcome = machine.sync()
    assert (outcome.writes, outcome.received) == (1, 1)
    (own,) = office.ids("volunteers")
    row = machine.get("volunteers", own)
    assert (row["name"], row["telephone"], row["by"]) == ("Typed Person", "01225 496000", "sheet")
    assert (row["status"], row["flags"]) == ("applied", "postcode_missing; typed_in_sheet")
    office.settle()
    assert machine.book.changes() == []


def test_a_row_that_is_still_being_typed_waits(office: Office, one: Machine) -> None:
    place = type_row(office, name="Ty")
    one.sync()
    office.person.type("volunteers", f"D{place}", "Typed Person")
    one.sync()
    assert names(one) == []
    one.sync()
    assert names(one) == ["Typed Person"]
    office.settle()


def test_two_machines_give_a_typed_row_the_same_number(office: Office, one: Machine, other: Machine) -> None:
    type_row(office, name="Typed Person")
    one.sync()
    other.sync()
    found = []

    def first() -> None:
        other.sync()
        found.extend(office.ids("volunteers"))

    one.sync_while(first)
    office.settle()
    assert office.ids("volunteers") == found
    assert names(one) == names(other) == ["Typed Person"]


def test_a_row_typed_where_ids_have_two_letters_gets_one_of_two_letters(
    office: Office, one: Machine, other: Machine
) -> None:
    office.person.type_row("enquiries", {"Name": "Etta Enquirer", "Telephone": "07700 900555"})
    one.sync()
    one.sync()
    office.settle()
    (own,) = office.ids("enquiries")
    assert own.startswith("EN-")
    for machine in (one, other):
        row = machine.get("enquiries", own)
        assert (row["name"], row["status"]) == ("Etta Enquirer", "enquired")


def test_the_same_row_typed_twice_is_two_rows(office: Office, one: Machine, other: Machine) -> None:
    for _ in range(2):
        type_row(office, name="Typed Person")
    office.settle()
    assert names(one) == names(other) == ["Typed Person"] * 2
    type_row(office, name="Typed Person")
    office.settle()
    assert len(set(office.ids("volunteers"))) == 3


def test_a_row_typed_into_a_gap_or_below_one_is_found(office: Office, one: Machine, three: list[str]) -> None:
    office.person.insert_rows("volunteers", 3)
    office.person.type("volunteers", "D3", "In the gap")
    office.person.type("volunteers", "D12", "Further down")
    office.settle()
    assert names(one) == ["Ann", "Bo", "Cy", "Further down", "In the gap"]


def test_a_typed_row_is_taken_in_without_what_its_column_cannot_hold(office: Office, one: Machine) -> None:
    type_row(office, name="Typed Person", how_many="plenty", email="ada at example", postcode="nowhere")
    one.sync()
    one.sync()
    (row,) = one.book.rows("volunteers")
    assert (row["name"], row["how_many"]) == ("Typed Person", None)
    assert {"email_odd", "typed_in_sheet"} <= set(row["flags"].split("; "))
    assert office.says("volunteers", row["id"], "how_many") == "plenty"
    assert [a.tab for a in one.status.aside] == ["volunteers"]
    office.settle()


def test_a_typed_row_with_an_answer_of_our_own_reaches_every_machine_whole(
    office: Office, one: Machine, other: Machine
) -> None:
    type_row(office, name="Typed Person", heard_from="a poster")
    office.settle()
    (row,) = other.book.rows("volunteers")
    assert row["extra.heard_from"] == "a poster"
    assert one.book.changes() == []


def test_a_typed_request_says_that_it_came_through_the_sheet(office: Office, one: Machine) -> None:
    office.person.type_row("help_requests", {"Name": "Mabel Typed", "Details": "bread"})
    office.settle()
    (row,) = one.book.rows("help_requests")
    assert (row["channel"], row["status"]) == ("sheet", "new")
    assert one.book.changes() == []


def test_an_exact_copy_is_shown_and_is_no_row(office: Office, one: Machine, three: list[str]) -> None:
    office.person.copy_rows("volunteers", office.row("volunteers", three[0]), 5)
    one.sync()
    assert names(one) == ["Ann", "Bo", "Cy"]
    assert [(a.tab, a.place, a.id) for a in one.status.aside] == [("volunteers", 5, three[0])]
    office.person.delete_rows("volunteers", 5)
    office.settle()
    assert one.status.aside == ()


@pytest.mark.parametrize("machines", [1, 2])
def test_a_copy_that_was_changed_is_a_row_of_its_own_and_flagged(
    office: Office, one: Machine, three: list[str], machines: int
) -> None:
    team = [one, *(office.hire() for _ in range(machines - 1))]
    office.person.copy_rows("volunteers", office.row("volunteers", three[0]), 5)
    office.person.type("volunteers", "D5", "Dot")
    office.settle()
    for machine in team:
        assert names(machine) == ["Ann", "Bo", "Cy", "Dot"]
        (copy,) = (row for row in machine.book.rows("volunteers") if row["name"] == "Dot")
        assert "copied_in_sheet" in copy["flags"]
        assert copy["email"] == "noor@example.org"
        assert machine.book.changes(record_id=three[0]) == []


def test_where_the_original_was_changed_instead_the_copy_keeps_the_number(
    office: Office, one: Machine, three: list[str]
) -> None:
    office.person.copy_rows("volunteers", office.row("volunteers", three[0]), 5)
    office.person.type("volunteers", office.place_at("volunteers", "name", 2), "Dot")
    office.settle()
    assert names(one) == ["Ann", "Bo", "Cy", "Dot"]
    assert office.row("volunteers", three[0]) == 5
    assert one.get("volunteers", three[0])["name"] == "Ann"


def test_a_row_copied_over_another_makes_that_one_missing(office: Office, one: Machine, three: list[str]) -> None:
    office.person.copy_rows("volunteers", office.row("volunteers", three[0]), office.row("volunteers", three[1]))
    one.sync()
    assert [m.id for m in one.status.missing] == [three[1]]
    assert one.get("volunteers", three[1])["name"] == "Bo"


@pytest.mark.parametrize("typed", ["", "mine", "another's"])
def test_an_id_that_was_typed_over_is_put_back(office: Office, one: Machine, three: list[str], typed: str) -> None:
    words = three[1] if typed == "another's" else typed
    office.person.type("volunteers", office.place("volunteers", three[0], "id"), words)
    office.settle()
    assert office.ids("volunteers") == three
    assert names(one) == ["Ann", "Bo", "Cy"]
    assert one.book.changes() == []
    assert one.status.missing == ()


@pytest.mark.parametrize("field", ["at", "by", BORN])
@pytest.mark.parametrize("typed", ["", "yesterday"])
def test_the_program_s_own_cells_are_put_back(
    office: Office, one: Machine, other: Machine, three: list[str], field: str, typed: str
) -> None:
    before = office.line("volunteers", three[0]).cells
    office.correct("volunteers", three[0], field, typed)
    office.settle()
    assert office.line("volunteers", three[0]).cells == before
    assert other.get("volunteers", three[0])["at"] == one.get("volunteers", three[0])["at"]


def test_a_line_with_neither_id_nor_hidden_cell_is_a_typed_row_and_its_record_is_missing(
    office: Office, one: Machine, three: list[str]
) -> None:
    for field in ("id", BORN):
        office.person.clear("volunteers", office.place_at("volunteers", field, 2))
    office.settle()
    assert names(one) == ["Ann", "Ann", "Bo", "Cy"]
    assert [m.id for m in one.status.missing] == [three[0]]


def test_a_machine_that_never_knew_a_row_says_so_when_its_hidden_cell_is_gone(
    office: Office, one: Machine, other: Machine, three: list[str]
) -> None:
    other.sync()
    new = one.book.append("volunteers", make_volunteer(name="Dot"), by="web").id
    one.sync()
    office.person.clear("volunteers", office.place("volunteers", new, BORN))
    other.sync()
    one.sync()
    office.settle()
    assert names(other) == ["Ann", "Bo", "Cy", "Dot"]
    assert office.row("volunteers", new) == 5


def test_a_line_of_the_log_that_was_typed_over_is_put_right(office: Office, one: Machine, three: list[str]) -> None:
    one.set("volunteers", three[0], name="Ann Decided")
    one.sync()
    (line,) = office.lines("changes")
    before = dict(line.cells)
    for field in ("by", "now", "reason", "at"):
        office.person.type("changes", office.place("changes", line.text("id"), field), "2026-01-01")
    office.settle()
    (line,) = office.lines("changes")
    assert line.cells == before
    assert one.get("volunteers", three[0])["name"] == "Ann Decided"


def test_a_line_taken_out_of_the_log_is_missing_and_takes_no_decision_with_it(
    office: Office, one: Machine, three: list[str]
) -> None:
    one.set("volunteers", three[0], status="ready")
    one.sync()
    one.sync()
    office.person.delete_rows("changes", 2)
    one.sync()
    assert [m.tab for m in one.status.missing] == ["changes"]
    assert one.get("volunteers", three[0])["status"] == "ready"


def test_a_row_or_a_change_that_can_not_be_taken_in_is_told_as_its_own_record(
    office: Office, one: Machine, other: Machine
) -> None:
    own = one.book.append("needs", {"status": "open", "people": 1, "task_type": "shopping"}, by="web").id
    known = one.book.append("needs", {"status": "open", "people": 2, "task_type": "shopping"}, by="web").id
    gone = mint("N")
    one.sync()
    born = office.line("needs", own).text("born")
    office.correct("needs", own, "born", born.replace('"people":1', '"people":"many"'))
    at = "2026-11-23T10:00:00.000Z"
    for number, record in enumerate((known, gone)):
        told = {"Table": "needs", "Record id": record, "Field": "people", "Now": "many" if record == known else "3"}
        entry = {"Id": f"Z-{number:0>20}", "At": at, "By": "ada", "Action": f"set-{number}"}
        office.person.type_row("changes", entry | told)
    other.sync()
    told_ = {(each.tab, each.id): each.why for each in other.status.aside}
    assert {("needs", own), ("needs", known), ("needs", gone)} <= told_.keys()
    assert "many" not in str(told_)


@pytest.mark.parametrize("field", ["postcode", "hub"])
@pytest.mark.parametrize("time", ["1999-01-01", "before the record", "before the change before it"])
def test_a_time_typed_over_a_correction_in_the_log_is_put_right(
    office: Office, one: Machine, three: list[str], field: str, time: str
) -> None:
    v = three[0]
    for postcode in ("BA2 4DA", "BS31 1HR"):
        office.correct("volunteers", v, "postcode", postcode)
        office.clock.now += timedelta(hours=1)
        one.sync()
    one.sync()
    before, current = one.book.changes(record_id=v), one.get("volunteers", v)
    [first, latest] = sorted((c for c in before if c["field"] == field), key=lambda c: c["at"])
    typed = {"before the record": current["at"][:17] + "00Z", "before the change before it": first["at"]}.get(
        time, time
    )
    assert typed < latest["at"]
    office.person.type("changes", office.place("changes", latest["id"], "at"), typed)
    office.settle()
    assert one.book.changes(record_id=v) == before
    assert office.says("changes", latest["id"], "at") == latest["at"]
    assert one.get("volunteers", v) == current
