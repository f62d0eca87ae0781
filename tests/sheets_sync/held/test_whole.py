"""Two machines and one question; and questions about the whole spreadsheet."""

import pytest

from sheets_sync.status import questions
from sheets_sync.sync_errors import AnswerNeeded
from tests.sheets_sync.equality import assert_in_step
from tests.sheets_sync.held.slips import sort_one
from tests.sheets_sync.held.town import TAB, say, state, the_question, told
from tests.sheets_sync.office import Machine, Office, settings


@pytest.mark.parametrize("choice", ["refuse", "take"])
def test_what_is_answered_on_one_machine_is_answered_on_the_other(
    office: Office, one: Machine, other: Machine, choice: str
) -> None:
    office.settle()
    before = told(other)
    sort_one(office)
    for machine in (one, other, one, other):
        assert TAB in machine.sync().still
    assert the_question(one).words == the_question(other).words
    say(other, choice)
    office.settle()
    assert questions(one.book) == questions(other.book) == ()
    assert (told(one) == before) == (choice == "refuse")
    assert len({c["action"] for c in one.book.changes() if c["by"] == "sheet"}) == (choice == "take")


def test_a_fresh_disk_holds_what_happened_while_nobody_looked(office: Office, one: Machine) -> None:
    before = told(one)
    sort_one(office)
    fresh = office.hire()
    assert TAB in fresh.sync().still
    say(fresh, "refuse")
    office.settle()
    assert told(fresh) == told(one) == before


@pytest.mark.parametrize("choice", ["refuse", "take"])
def test_an_earlier_version_of_the_whole_spreadsheet_is_asked_about_and_not_fought(
    office: Office, one: Machine, other: Machine, choice: str, made: list[str]
) -> None:
    version = office.sheet.frozen()
    later = one.book.append(TAB, {"name": "Came Later", "status": "applied"}, by="web").id
    one.set(TAB, made[0], name="Renamed In The Dashboard", status="paused")
    office.settle()
    office.sheet.thaw(version)
    spoilt = state(office)
    for machine in (one, other, one, other):
        with pytest.raises(AnswerNeeded, match="earlier version"):
            machine.sync()
    assert state(office) == spoilt
    assert the_question(one).tab == "spreadsheet"
    say(one, choice)
    office.rest()
    for machine in (one, other):
        assert questions(machine.book) == ()
        assert machine.get(TAB, made[0])["status"] == "paused", "what was decided stays decided"
        assert (machine.get(TAB, made[0])["name"] == "Renamed In The Dashboard") == (choice == "refuse")
        assert machine.get(TAB, later)["name"] == "Came Later"
    if choice == "refuse":
        assert_in_step(office.google, office.sheet.id, settings(), one.book, other.book)


def test_a_log_cut_short_is_asked_about_and_written_again(office: Office, one: Machine, made: list[str]) -> None:
    for own in made:
        one.set(TAB, own, status="paused")
    office.settle()
    office.person.delete_rows("changes", 3, 15)
    with pytest.raises(AnswerNeeded, match="gone at once"):
        one.sync()
    assert not the_question(one).takeable
    say(one, "refuse")
    office.settle()
    assert len(office.ids("changes")) == 20


def test_a_new_spreadsheet_is_filled_with_one_press(office: Office, one: Machine) -> None:
    """As the guide says: the book moves, and everything is missing there."""
    for title in (TAB, "People"):
        office.person.delete_tab(title)
    office.provision(TAB)
    one.sync()
    say(one, "refuse")
    office.settle()
    assert len(office.ids(TAB)) == 20
