"""What one sync brought is one thing on every machine; taken back, it goes back into the spreadsheet and stays so."""

from datetime import timedelta

import pytest

import community.casework as cw
from community.book import Action
from sheets_sync.status import questions
from tests.casework.office import PLACES
from tests.sheets_sync.held.slips import sort_one
from tests.sheets_sync.held.town import SHORT_OR_LONG, TAB, say, told
from tests.sheets_sync.office import Machine, Office, settings


def desk(machine: Machine) -> cw.WorkContext:
    return cw.WorkContext(machine.book, settings(), cw.User("Dilys Director", "director"), PLACES, machine.clock)


def brought(machine: Machine) -> cw.OneSync:
    """The corrections of the latest sync that brought any."""
    at = next(done.sync.at for done in cw.latest_actions(desk(machine)) if done.sync)
    return cw.one_sync(desk(machine), at)


def take_back(machine: Machine) -> Action:
    found = brought(machine)
    return cw.undo_together(desk(machine), found.at, [one.action for one in found.takeable])


def correct_fourteen(office: Office, made: list[str]) -> None:
    for own in made[:7]:
        office.correct(TAB, own, "name", f"Renamed {own}")
        office.correct(TAB, own, "telephone", f"01632 9{made.index(own)}5555")


def by_sheet(machine: Machine) -> int:
    return sum(change["by"] == "sheet" for change in machine.book.changes())


def test_corrections_of_one_sync_are_one_on_both_machines_and_go_back_into_the_sheet(
    office: Office, one: Machine, other: Machine, made: list[str]
) -> None:
    office.settle()
    before = told(one)
    correct_fourteen(office, made)
    office.settle()
    wrong = told(one)
    assert len(brought(one).each) == 14
    assert brought(one) == brought(other)
    taken = take_back(other)
    assert brought(other).takeable == ()
    for machine in (one, other, one, other):
        machine.sync()
        assert questions(machine.book) == (), "its own values do not trip the brake"
    office.settle()
    assert brought(one) == brought(other)
    assert {one_.state for one_ in brought(one).each} == {"taken_back"}
    for machine in (one, other):
        assert [row["name"] for row in told(machine).values()] == [row["name"] for row in before.values()]
        assert [row["telephone"] for row in told(machine).values()] == [row["telephone"] for row in before.values()]
        assert by_sheet(machine) == 14, "and are no corrections of anybody"
    cw.undo(desk(one), taken.id)
    office.settle()
    for machine in (one, other):
        assert [row["name"] for row in told(machine).values()] == [row["name"] for row in wrong.values()]
        assert by_sheet(machine) == 14


def test_what_was_typed_into_one_of_them_since_stays_in_book_and_sheet(
    office: Office, one: Machine, made: list[str]
) -> None:
    before = told(one)
    correct_fourteen(office, made)
    office.settle()
    first = brought(one)
    office.correct(TAB, made[3], "name", "Really Renamed")
    office.settle()
    cw.undo_together(desk(one), first.at, [each.action for each in first.each])
    office.settle()
    left = [each.record_id for each in cw.one_sync(desk(one), first.at).each if each.state == "changed_since"]
    assert left == [made[3]]
    assert office.says(TAB, made[3], "name") == "Really Renamed"
    after = told(one)
    assert [own for own in made if after[own]["name"] != before[own]["name"]] == [made[3]]
    assert all(after[own]["telephone"] == before[own]["telephone"] for own in made)


@pytest.mark.parametrize("size", SHORT_OR_LONG)
def test_what_was_taken_over_after_a_question_goes_back_the_same_way(
    office: Office, one: Machine, size: int, made: list[str]
) -> None:
    before = told(one)
    sort_one(office)
    one.sync()
    say(one, "take")
    office.settle()
    assert len(brought(one).each) > size // 2
    take_back(one)
    for _ in range(3):
        one.sync()
        assert questions(one.book) == ()
    office.settle()
    assert [told(one)[own]["telephone"] for own in made] == [before[own]["telephone"] for own in made]


def test_all_that_one_sync_finds_is_one_though_it_has_to_read_again(
    office: Office, one: Machine, made: list[str]
) -> None:
    office.clock.now += timedelta(minutes=1)
    office.correct(TAB, made[0], "name", "Renamed First")
    one.set(TAB, made[1], about="Decided in the dashboard")

    def meanwhile() -> None:
        office.person.sort(TAB, "Name", down=True)  # what is written just now comes down on other lines
        office.correct(TAB, made[2], "name", "Renamed Second")

    assert one.sync_while(meanwhile).writes > 1
    office.settle()
    assert {each.record_id for each in brought(one).each} == {made[0], made[2]}


def test_a_clock_that_is_behind_does_not_tear_the_corrections_of_a_sync_apart(
    office: Office, one: Machine, other: Machine, made: list[str]
) -> None:
    office.settle()
    office.clock.now += timedelta(minutes=20)
    other.set(TAB, made[0], status="paused")
    other.set(TAB, made[1], status="paused")
    other.sync()
    office.clock.now -= timedelta(minutes=20)
    for own in made[:4]:
        office.correct(TAB, own, "name", f"Renamed {own}")
    one.sync()
    office.settle()
    assert {each.record_id for each in brought(one).each} == set(made[:4])
    assert brought(one) == brought(other)


def test_an_absurd_time_in_one_record_does_not_spread(office: Office, one: Machine, made: list[str]) -> None:
    office.clock.now += timedelta(days=400)
    one.set(TAB, made[0], status="paused")
    office.clock.now -= timedelta(days=400)
    for own in made[:4]:
        office.correct(TAB, own, "name", f"Renamed {own}")
    office.settle()
    times = {c["record_id"]: c["at"] for c in one.book.changes() if c["by"] == "sheet"}
    assert max(at for own, at in times.items() if own != made[0]) < "2027"
