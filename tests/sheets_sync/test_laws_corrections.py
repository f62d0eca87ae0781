"""A cell that says something else than the last sync left is a correction, and nobody's word is settled in silence."""

import pytest

from community.book import Append
from tests.book.builders import make_request, make_volunteer
from tests.sheets_sync.office import Machine, Office


def volunteer(machine: Machine, **values: object) -> str:
    return machine.book.append("volunteers", make_volunteer(**values), by="web").id


def corrections(machine: Machine, own: str) -> list[tuple[str, str | None, str | None, bool]]:
    """What was changed through the sheet: field, was, now, whether it is a conflict."""
    found = machine.book.changes(record_id=own)
    return [(c["field"], c["was"], c["now"], c["conflict"] == "yes") for c in found if c["by"] == "sheet"]


def test_a_correction_typed_into_the_sheet_comes_down_as_a_change_by_sheet(anywhere: tuple[Office, Machine]) -> None:
    office, machine = anywhere
    v = volunteer(machine)
    machine.sync()
    office.correct("volunteers", v, "name", "Noor Corrected")
    outcome = machine.sync()
    assert (outcome.corrected, outcome.reads, outcome.writes) == (1, 2, 1)
    assert machine.get("volunteers", v)["name"] == "Noor Corrected"
    assert corrections(machine, v) == [("name", "Noor Invented", "Noor Corrected", False)]
    office.settle()


def test_a_correction_made_in_the_dashboard_goes_up_to_its_cell(anywhere: tuple[Office, Machine]) -> None:
    office, machine = anywhere
    v = volunteer(machine)
    machine.sync()
    machine.set("volunteers", v, name="Noor Decided", status="ready")
    machine.sync()
    assert office.says("volunteers", v, "name") == "Noor Decided"
    assert {line.text("field"): line.text("now") for line in office.lines("changes")} == {
        "name": "Noor Decided",
        "status": "ready",
    }
    office.settle()
    assert corrections(machine, v) == []


def test_a_correction_reaches_the_book_of_the_other_machine_with_the_same_id(
    office: Office, one: Machine, other: Machine
) -> None:
    v = volunteer(one)
    one.sync()
    other.sync()
    office.correct("volunteers", v, "telephone", "01225 496001")
    other.sync()
    office.settle()
    assert one.get("volunteers", v)["telephone"] == other.get("volunteers", v)["telephone"] == "01225 496001"
    assert corrections(one, v) == corrections(other, v)


def test_an_emptied_cell_is_a_correction_too(office: Office, one: Machine) -> None:
    v = volunteer(one)
    one.sync()
    office.person.clear("volunteers", office.place("volunteers", v, "email"))
    office.settle()
    assert one.get("volunteers", v)["email"] is None


def test_going_back_and_forth_gives_each_turn_its_change(office: Office, one: Machine, other: Machine) -> None:
    v = volunteer(one, name="A")
    one.sync()
    for turn, words in enumerate(("B", "A", "B", "A")):
        office.correct("volunteers", v, "name", words)
        (one, other)[turn % 2].sync()
    office.settle()
    turns = [("name", "A", "B", False), ("name", "B", "A", False)] * 2
    assert corrections(one, v) == corrections(other, v) == turns


def test_another_way_to_write_the_same_is_no_correction(office: Office, one: Machine) -> None:
    v = volunteer(one, tasks=["shopping", "phone_call"], how_many=2, in_person="yes")
    one.sync()
    office.correct("volunteers", v, "tasks", "shopping;phone_call ")
    office.correct("volunteers", v, "how_many", "2.0")
    office.correct("volunteers", v, "in_person", "Y")
    office.settle()
    assert corrections(one, v) == []


def test_the_same_correction_in_both_places_is_no_conflict(office: Office, one: Machine) -> None:
    v = volunteer(one)
    one.sync()
    one.set("volunteers", v, name="Noor Both")
    office.correct("volunteers", v, "name", "Noor Both")
    office.settle()
    assert corrections(one, v) == []
    assert one.status.conflicts == 0


@pytest.mark.parametrize("machines", [1, 2])
def test_two_corrections_of_one_cell_are_both_kept_marked_and_the_book_s_stays_in_the_cell(
    office: Office, machines: int
) -> None:
    team = [office.hire() for _ in range(machines)]
    v = volunteer(team[0])
    office.rest()
    team[0].set("volunteers", v, name="Noor Decided")
    office.correct("volunteers", v, "name", "Noor Typed")
    outcomes = [machine.sync() for machine in reversed(team)]
    assert sum(outcome.corrected for outcome in outcomes) == 1
    office.settle()
    for machine in team:
        assert machine.status.conflicts == 1
        kept = {c["now"]: c["conflict"] for c in machine.book.changes(record_id=v)}
        assert kept.keys() == {"Noor Decided", "Noor Typed"}
        stands = machine.get("volunteers", v)["name"]
        assert kept[stands] is None
        assert office.says("volunteers", v, "name") == stands


def test_words_in_a_column_of_numbers_are_set_aside_and_left_in_the_cell(office: Office, one: Machine) -> None:
    v = volunteer(one)
    one.sync()
    office.correct("volunteers", v, "how_many", "as many as you like")
    office.correct("volunteers", v, "name", "Noor Corrected")
    assert one.sync().aside == 1
    assert [(a.tab, a.place, a.id) for a in one.status.aside] == [("volunteers", 2, v)]
    assert "as many" not in one.status.aside[0].why
    assert office.says("volunteers", v, "how_many") == "as many as you like"
    assert one.get("volunteers", v)["how_many"] == 2
    assert one.get("volunteers", v)["name"] == "Noor Corrected"
    assert one.sync().aside == 0
    office.settle()
    office.correct("volunteers", v, "how_many", "4")
    one.sync()
    assert one.status.aside == ()
    assert one.get("volunteers", v)["how_many"] == 4


def test_cells_formatted_as_numbers_and_dates_are_understood(office: Office, one: Machine) -> None:
    v = volunteer(one)
    k = one.book.append("checks", {"volunteer_id": v, "kind": "dbs", "seen_on": "2026-01-31"}, by="ada").id
    one.sync()
    for tab, own, field, kind, words in (
        ("volunteers", v, "how_many", "NUMBER", "5"),
        ("volunteers", v, "max_distance_km", "NUMBER", "7.5"),
        ("volunteers", v, "telephone", "AUTOMATIC", "1225496000"),
        ("checks", k, "renew_on", "DATE", "31/12/2027"),
    ):
        office.person.reformat(tab, office.place(tab, own, field), kind)
        office.correct(tab, own, field, words)
    one.sync()
    row = one.get("volunteers", v)
    assert (row["how_many"], row["max_distance_km"], row["telephone"]) == (5, 7.5, "01225496000")
    assert one.get("checks", k)["renew_on"] == "2027-12-31"
    office.settle()


def test_an_answer_to_a_question_of_our_own_has_its_column(office: Office, one: Machine) -> None:
    v = volunteer(one, **{"extra.heard_from": "a poster"})
    one.sync()
    assert office.says("volunteers", v, "extra.heard_from") == "a poster"
    office.correct("volunteers", v, "extra.heard_from", "a neighbour")
    one.sync()
    assert one.get("volunteers", v)["extra.heard_from"] == "a neighbour"
    one.set("volunteers", v, **{"extra.heard_from": "the library"})
    office.settle()
    assert office.says("volunteers", v, "extra.heard_from") == "the library"


def test_a_text_too_long_for_a_cell_is_shown_as_an_excerpt_and_stays_whole(office: Office, one: Machine) -> None:
    long, longer = "bread & milk " * 5_000, "soup 🥕 " * 9_000
    r = one.book.append("help_requests", make_request(details=long, access_needs="short"), by="web").id
    office.settle()
    assert office.says("help_requests", r, "details") != long
    office.correct("help_requests", r, "details", "typed over the excerpt")
    office.correct("help_requests", r, "access_needs", "steps")
    one.set("help_requests", r, name="Mabel Decided")
    office.settle()
    row = one.get("help_requests", r)
    assert (row["details"], row["access_needs"], row["name"]) == (long.strip(), "steps", "Mabel Decided")
    one.set("help_requests", r, access_needs=longer)
    office.settle()
    assert one.get("help_requests", r)["access_needs"] == longer.strip()
    one.set("help_requests", r, access_needs="short again")
    office.settle()
    assert office.says("help_requests", r, "access_needs") == "short again"


def test_a_second_machine_does_not_take_an_excerpt_for_the_text(office: Office, one: Machine, other: Machine) -> None:
    r = one.book.append("help_requests", make_request(details="bread & milk " * 5_000), by="web").id
    one.sync()
    other.sync()
    other.set("help_requests", r, name="Mabel Decided")
    office.rest()
    assert one.get("help_requests", r)["details"] == ("bread & milk " * 5_000).strip()
    assert one.get("help_requests", r)["name"] == other.get("help_requests", r)["name"] == "Mabel Decided"
    assert [c for c in one.book.changes(record_id=r) if c["by"] == "sheet"] == []


def test_a_row_whose_action_was_undone_is_empty_in_the_sheet_and_comes_back_with_it(
    office: Office, one: Machine, other: Machine
) -> None:
    done = one.book.act("add", by="ada", appends=[Append("volunteers", make_volunteer())])
    v = done.ids[0]
    office.rest()
    undone = one.book.undo(done.id, by="ada")
    office.settle()
    assert office.says("volunteers", v, "name") == ""
    assert other.book.get("volunteers", v) is None
    one.book.undo(undone.id, by="ada")
    office.settle()
    assert office.says("volunteers", v, "name") == "Noor Invented"
    assert other.get("volunteers", v)["name"] == "Noor Invented"


def test_what_is_typed_into_a_row_taken_back_is_set_aside(office: Office, one: Machine) -> None:
    done = one.book.act("add", by="ada", appends=[Append("volunteers", make_volunteer())])
    one.sync()
    one.book.undo(done.id, by="ada")
    one.sync()
    office.correct("volunteers", done.ids[0], "name", "Noor Again")
    assert one.sync().aside == 1
    assert office.says("volunteers", done.ids[0], "name") == "Noor Again"


def test_undoing_a_correction_of_the_sheet_puts_the_cell_back(office: Office, one: Machine) -> None:
    v = volunteer(one)
    one.sync()
    office.correct("volunteers", v, "name", "Noor Typed")
    one.sync()
    one.book.undo(one.book.changes(record_id=v)[0]["action"], by="ada")
    office.settle()
    assert office.says("volunteers", v, "name") == "Noor Invented"
    assert len(corrections(one, v)) == 1


def test_a_read_only_sync_takes_nothing_down_and_a_pull_sends_nothing_up(office: Office, one: Machine) -> None:
    v = volunteer(one)
    one.sync()
    w = volunteer(one, name="Bo")
    office.correct("volunteers", v, "name", "Noor Typed")
    one.sync(push=False)
    assert office.ids("volunteers") == [v]
    assert one.get("volunteers", v)["name"] == "Noor Typed"
    office.correct("volunteers", v, "name", "Noor Again")
    one.sync(pull=False)
    assert office.ids("volunteers") == [v, w]
    assert one.get("volunteers", v)["name"] == "Noor Typed"
    assert office.says("volunteers", v, "name") == "Noor Again"
    office.settle()
    assert one.get("volunteers", v)["name"] == "Noor Again"
