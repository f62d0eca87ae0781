"""What somebody corrects in a tab while it is held is no part of the slip: a refusal leaves it alone."""

from datetime import timedelta

import pytest

from sheets_sync.status import questions
from sheets_sync.sync_errors import AnswerNeeded
from tests.sheets_sync.held.slips import ACCIDENTS, clear_what_shows, merge_column, sort_one
from tests.sheets_sync.held.town import SHORT_OR_LONG, TAB, letter, say, the_question, told
from tests.sheets_sync.office import Machine, Office


def telephones(machine: Machine) -> list[str]:
    return [row["telephone"] for row in told(machine).values()]


@pytest.mark.parametrize("size", SHORT_OR_LONG)
@pytest.mark.parametrize("answered", ["after it", "before it"])
def test_a_refusal_leaves_what_was_corrected_elsewhere_in_the_tab(
    office: Office, one: Machine, answered: str, size: int, made: list[str]
) -> None:
    before = told(one)
    sort_one(office)
    one.sync()
    if answered == "before it":
        say(one, "refuse")
    office.correct(TAB, made[2], "name", "Renamed Meanwhile")
    office.correct(TAB, made[5], "about", "Says more now")
    if answered == "after it":
        one.sync()
        say(one, "refuse")
    office.settle()
    after = told(one)
    assert (after[made[2]]["name"], after[made[5]]["about"]) == ("Renamed Meanwhile", "Says more now")
    assert telephones(one) == [row["telephone"] for row in before.values()]
    assert {(c["record_id"], c["field"]) for c in one.book.changes()} == {(made[2], "name"), (made[5], "about")}
    assert questions(one.book) == ()


def test_it_is_so_when_the_program_is_stopped_while_it_writes_back(
    office: Office, one: Machine, made: list[str]
) -> None:
    before = told(one)
    sort_one(office)
    one.sync()
    office.correct(TAB, made[2], "name", "Renamed Meanwhile")
    one.sync()
    say(one, "refuse")
    write = one.service.batch

    def stopped(*asked: object, **how: object) -> None:
        write(*asked, **how)  # type: ignore[arg-type]
        raise KeyboardInterrupt

    one.service.batch = stopped  # type: ignore[assignment,method-assign]
    with pytest.raises(KeyboardInterrupt):
        one.sync()
    one.service.batch = write  # type: ignore[method-assign]
    office.settle()
    assert told(one)[made[2]]["name"] == "Renamed Meanwhile"
    assert telephones(one) == [row["telephone"] for row in before.values()]


def test_a_second_slip_is_no_honest_work(office: Office, one: Machine) -> None:
    before = told(one)
    sort_one(office)
    one.sync()
    sort_one(office, "name")
    one.sync()
    say(one, "refuse")
    office.settle()
    assert told(one) == before


def test_a_column_sorted_once_more_leaves_nothing_crossed(office: Office, one: Machine) -> None:
    """Lines that stood right by chance after the first sorting are as little believed as the others."""
    before = told(one)
    sort_one(office)
    one.sync()
    column = letter(office, "telephone")
    seen = [row[ord(column) - ord("A")] for row in office.person.see(TAB)[1 : office.person.end(TAB)]]
    office.person.paste(TAB, f"{column}2", [[text] for text in reversed(seen)])
    one.sync()
    say(one, "refuse")
    office.settle()
    assert told(one) == before


def test_what_is_corrected_after_a_second_slip_is_spared_too(office: Office, one: Machine, made: list[str]) -> None:
    before = told(one)
    sort_one(office)
    one.sync()
    merge_column(office)
    one.sync()
    office.correct(TAB, made[4], "name", "Renamed At Last")
    one.sync()
    say(one, "refuse")
    office.settle()
    after = told(one)
    assert [own for own in made if after[own]["name"] != before[own]["name"]] == [made[4]]
    assert telephones(one) == [row["telephone"] for row in before.values()]


def test_the_cell_of_the_slip_itself_is_put_back_whatever_was_typed_into_it(
    office: Office, one: Machine, made: list[str]
) -> None:
    before = told(one)
    clear_what_shows(office)
    one.sync()
    office.correct(TAB, made[1], "name", "Typed Again")
    one.sync()
    say(one, "refuse")
    office.settle()
    assert told(one) == before


@pytest.mark.parametrize("how", ["find and replace over all", "all told cells deleted", "nearly all rows deleted"])
def test_what_the_hold_was_about_from_its_beginning_is_refused_whole(office: Office, one: Machine, how: str) -> None:
    before = told(one)
    ACCIDENTS[how][0](office)
    for _ in range(3):
        one.sync()
    say(one, "refuse")
    office.settle()
    assert told(one) == before


def test_what_is_corrected_in_a_spreadsheet_put_back_to_an_earlier_version_is_spared(
    office: Office, one: Machine, made: list[str]
) -> None:
    version = office.sheet.frozen()
    office.clock.now += timedelta(minutes=1)
    one.set(TAB, made[0], name="Renamed In The Dashboard")
    office.settle()
    office.sheet.thaw(version)
    with pytest.raises(AnswerNeeded):
        one.sync()
    office.correct(TAB, made[7], "name", "Renamed Meanwhile")
    with pytest.raises(AnswerNeeded):
        one.sync()
    assert the_question(one).tab == "spreadsheet"
    say(one, "refuse")
    office.settle()
    after = told(one)
    assert (after[made[0]]["name"], after[made[7]]["name"]) == ("Renamed In The Dashboard", "Renamed Meanwhile")
