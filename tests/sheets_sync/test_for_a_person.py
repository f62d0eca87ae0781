"""What the sync leaves for a person to settle: it is on Today, is settled there, and the spreadsheet learns of it."""

import pytest

import community.casework as cw
from tests.casework.office import PLACES
from tests.sheets_sync.office import Machine, Office, settings

HUB = "bath_north"
BEFORE, HERE, THERE = "01632 960222", "01632 960333", "01632 960444"


def desk(machine: Machine) -> cw.WorkContext:
    return cw.WorkContext(machine.book, settings(), cw.User("Dilys Director", "director"), PLACES, machine.clock)


def request(machine: Machine) -> str:
    told = {"name": "Rita Invented", "telephone": BEFORE, "tasks": ["shopping"], "status": "new", "hub": HUB}
    return machine.book.append("help_requests", told, by="web").id


def both_correct(office: Office, one: Machine) -> tuple[str, cw.Conflict]:
    """Somebody corrects a number in the dashboard while somebody else types another into its cell."""
    own = request(one)
    one.sync()
    one.set("help_requests", own, telephone=HERE)
    office.correct("help_requests", own, "telephone", THERE)
    office.settle()
    (late,) = cw.conflicts(desk(one))
    return own, late


def test_two_corrections_of_one_cell_are_asked_about(office: Office, one: Machine) -> None:
    own, late = both_correct(office, one)
    assert (late.record_id, late.field, late.by) == (own, "telephone", "sheet")
    assert (late.theirs, late.ours) == (THERE, HERE)
    assert office.says("help_requests", own, "telephone") == HERE, "the cell says what the book says meanwhile"
    waiting = {item.kind for item in cw.today(desk(one), one.clock())}
    assert "conflict" in waiting


@pytest.mark.parametrize(("choice", "stands"), [("theirs", THERE), ("ours", HERE)])
def test_what_a_person_settles_is_in_the_spreadsheet_and_on_every_machine(
    office: Office, one: Machine, other: Machine, choice: cw.Choice, stands: str
) -> None:
    own, late = both_correct(office, one)
    assert [each.id for each in cw.conflicts(desk(other))] == [late.id]
    cw.settle_conflict(desk(one), late.id, choice, seen=late.ours, reason="I rang her")
    office.settle()
    assert office.says("help_requests", own, "telephone") == stands
    assert other.get("help_requests", own)["telephone"] == stands
    assert cw.conflicts(desk(one)) == cw.conflicts(desk(other)) == []


def test_a_question_that_two_machines_settle_at_once_is_settled(office: Office, one: Machine, other: Machine) -> None:
    _, late = both_correct(office, one)
    for machine in (one, other):
        cw.settle_conflict(desk(machine), late.id, "ours", seen=late.ours, reason="I rang her")
    for machine in (one, other, one, other):
        machine.sync()
    assert cw.conflicts(desk(one)) == cw.conflicts(desk(other)) == []
    assert len([own for own in office.ids("contacts") if own]) == 1


def test_words_typed_into_a_view_wait_on_today_and_what_becomes_of_them_is_kept(office: Office, one: Machine) -> None:
    told = {"name": "Noor Invented", "telephone": BEFORE, "status": "ready", "hub": HUB}
    volunteer = one.book.append("volunteers", told, by="web").id
    one.sync()
    office.person.type("People", office.place("People", volunteer, "hold_until"), "away till Christmas")
    office.settle()
    (note,) = [item for item in cw.today(desk(one), one.clock()) if item.kind == "sheet_note"]
    assert note.about == volunteer
    assert "away till Christmas" in note.title
    cw.deal_with_contact(desk(one), note.id)
    office.settle()
    assert not [item for item in cw.today(desk(one), one.clock()) if item.kind == "sheet_note"]
