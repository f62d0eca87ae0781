"""The brake: what a slip of the hand makes of a tab is held and asked about; honest work goes through unasked."""

from collections.abc import Iterable
from typing import Any

import pytest

from sheets_sync.status import questions
from tests.sheets_sync.held.slips import (
    ACCIDENTS,
    HONEST,
    delete_rows,
    drag_name,
    drag_telephones,
    merge_column,
    shift_one,
    sort_one,
)
from tests.sheets_sync.held.town import TAB, say, state, the_question, told
from tests.sheets_sync.office import Machine, Office


def cases(each: Iterable[str], *long: str) -> list[Any]:
    """All of them in a short tab; what goes by shares of a column, in one of some hundred rows too."""
    return [(how, 20) for how in each] + [pytest.param(how, 300, marks=pytest.mark.long) for how in long]


@pytest.mark.parametrize(
    ("how", "size"), cases(ACCIDENTS, "one column sorted", "one column shifted", "a column merged")
)
def test_an_accident_is_held_and_asked_about_and_refused_with_one_press(
    office: Office, one: Machine, how: str, size: int, made: list[str]
) -> None:
    before, changes = told(one), len(one.book.changes())
    slip, words = ACCIDENTS[how]
    slip(office)
    spoilt = state(office)
    for _ in range(3):  # a typed row is believed at the second read
        assert TAB in one.sync().still
    assert words.lower() in the_question(one).words.lower()
    assert told(one) == before, "nothing of it is believed"
    assert len(one.book.changes()) == changes
    assert state(office) == spoilt, "and nothing is written over it"
    say(one, "refuse")
    office.settle()
    assert told(one) == before
    assert len(one.book.changes()) == changes, "no correction, no new person"
    assert sorted(office.ids(TAB)) == sorted(made)
    assert questions(one.book) == ()


@pytest.mark.parametrize(
    "how", ["one column sorted", "a column merged", "find and replace over all", "six neighbours' postcode"]
)
def test_what_was_meant_is_taken_with_one_press_and_taken_back_with_one(office: Office, one: Machine, how: str) -> None:
    before = told(one)
    ACCIDENTS[how][0](office)
    one.sync()
    shown = [row[:-1] for row in office.person.see(TAB)]
    say(one, "take")
    office.settle()
    assert [row[:-1] for row in office.person.see(TAB)] == shown, "but for the program's own cell at the end"
    actions = {change["action"] for change in one.book.changes() if change["by"] == "sheet"}
    assert len(actions) == 1, "all of it is one action"
    one.book.undo(actions.pop(), by="dilys")
    office.settle()
    assert {own: row["telephone"] for own, row in told(one).items()} == {o: r["telephone"] for o, r in before.items()}
    assert {own: row["name"] for own, row in told(one).items()} == {o: r["name"] for o, r in before.items()}


def test_what_is_taken_makes_nobody_another_and_the_row_waits_with_words_all_the_time(
    office: Office, one: Machine, made: list[str]
) -> None:
    before = told(one)
    over = office.ids(TAB)[12]
    for field, words in {"name": "Zoe Newcomer", "telephone": "07700 900999", "email": "zoe@example.net"}.items():
        office.correct(TAB, over, field, words)
    drag_telephones(office)
    for _ in range(2):
        assert TAB in one.sync().still
        assert [each.id for each in one.status.aside] == [over]
    say(one, "take")
    office.rest()
    assert told(one)[over] == before[over]
    assert [each.id for each in one.status.aside] == [over]
    assert questions(one.book) == ()
    assert "01632 960501" in {row["telephone"] for row in told(one).values()}


def test_a_row_that_was_taken_goes_on_being_corrected(office: Office, one: Machine) -> None:
    drag_name(office)
    own = office.ids(TAB)[1]
    one.sync()
    say(one, "take")
    office.settle()
    for field, words in {"about": "Glad to help", "telephone": "07700 900999", "email": "new@example.net"}.items():
        office.correct(TAB, own, field, words)
        office.settle()
    assert one.status.aside == ()
    assert told(one)[own]["email"] == "new@example.net"


def test_rows_that_may_stay_out_are_not_sent_again(office: Office, one: Machine, made: list[str]) -> None:
    delete_rows(office)
    one.sync()
    say(one, "take")
    office.rest()
    assert questions(one.book) == ()
    assert len(office.ids(TAB)) == 2
    assert sorted(told(one)) == sorted(made), "the book keeps them"
    assert (one.status.missing, one.status.left_out) == ((), 18)


@pytest.mark.parametrize(("how", "size"), cases(HONEST, "fifteen postcodes put right", "an empty column filled"))
def test_honest_work_goes_through_without_a_question(
    office: Office, one: Machine, how: str, size: int, made: list[str]
) -> None:
    HONEST[how](office, made)
    for _ in range(3):
        assert one.sync().still == []
        assert questions(one.book) == ()
    assert one.sync().writes == 0, "all of it was taken"


def test_other_tabs_go_on_while_one_is_held(office: Office, one: Machine) -> None:
    sort_one(office)
    request = one.book.append("help_requests", {"name": "Rita Invented", "status": "new"}, by="web").id
    one.sync()
    assert office.ids("help_requests") == [request]
    office.correct("help_requests", request, "name", "Rita Corrected")
    one.sync()
    assert one.get("help_requests", request)["name"] == "Rita Corrected"
    assert the_question(one).tab == TAB


def test_taken_back_by_hand_the_question_goes_away(office: Office, one: Machine) -> None:
    before = office.sheet.frozen()
    sort_one(office)
    one.sync()
    assert the_question(one)
    office.sheet.thaw(before)
    office.settle()
    assert questions(one.book) == ()


def test_an_answer_is_about_what_was_asked_and_nothing_that_came_later(office: Office, one: Machine) -> None:
    sort_one(office)
    one.sync()
    say(one, "take")
    merge_column(office)
    one.sync()
    assert "lost what they said" in the_question(one).words, "it is asked again"
    assert not [change for change in one.book.changes() if change["by"] == "sheet"]


def test_a_row_typed_while_the_tab_is_held_is_taken_in_afterwards(
    office: Office, one: Machine, made: list[str]
) -> None:
    shift_one(office)
    office.person.type_row(TAB, {"Name": "Really New", "Telephone": "01632 960999"})
    for _ in range(3):
        one.sync()
    assert len(told(one)) == 20
    say(one, "refuse")
    office.settle()
    assert len(told(one)) == len(made) + 1, "and what was pushed out below is nobody"
    assert "Really New" in {row["name"] for row in told(one).values()}
