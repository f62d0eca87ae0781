"""Which answer is which, whatever people do to the tab in which Google writes it."""

from typing import Any

import pytest

from community.book.erasure import blank, erase
from community.book.record_types import Record
from community.forms.google.google_tabs import FORMS_HEADER, FORMS_TAB
from tests.sheets_sync.answers.google_writes import ADA, FIRST, GRACE, SECOND, THIRD, put, serial, tab
from tests.sheets_sync.answers.machines import FORMS, Machine, names

ASK = FORMS["help_request"]
TAB = "Form responses 1"


def test_two_answers_with_one_stamp_are_two_rows_and_each_is_corrected_as_itself(machine: Machine) -> None:
    machine.sync({TAB: tab(ASK, (FIRST, ADA), (FIRST, GRACE))})
    assert sorted(names(machine)) == ["Ada Invented", "Grace Invented"]
    machine.sync({TAB: put(tab(ASK, (FIRST, ADA), (FIRST, GRACE)), "Your name", "Grace Corrected", 2)})
    assert sorted(names(machine)) == ["Ada Invented", "Grace Corrected"]
    machine.sync({TAB: put(tab(ASK, (FIRST, GRACE)), "Your name", "Grace Corrected")})
    assert sorted(names(machine)) == ["Ada Invented", "Grace Corrected"], "the other was deleted in the tab alone"


def test_a_second_answer_with_a_stamp_that_is_known_is_a_row_of_its_own(machine: Machine) -> None:
    machine.sync({TAB: tab(ASK, (FIRST, ADA))})
    before = machine.rows()[0]["id"]
    machine.sync({TAB: tab(ASK, (FIRST, GRACE), (FIRST, ADA))})
    assert sorted(names(machine)) == ["Ada Invented", "Grace Invented"]
    assert machine.book.get("help_requests", before)["name"] == "Ada Invented"
    assert machine.book.changes() == []


def test_copied_rows_copied_tabs_and_a_form_linked_anew_double_nothing(machine: Machine) -> None:
    answers = tab(ASK, (FIRST, ADA), (SECOND, GRACE))
    machine.sync({TAB: [*answers, answers[1]], "Copy of it": answers})
    changed = put(tab(ASK, (FIRST, ADA), (SECOND, GRACE)), "Your name", "Edited in the copy")
    assert machine.sync({TAB: answers, "Copy of it": changed, "Form responses 2": answers}).rows == ()
    assert names(machine) == ["Ada Invented", "Grace Invented"]


def test_the_tab_that_the_script_made_last_is_the_one_whose_corrections_count(machine: Machine) -> None:
    listed = [
        list(FORMS_HEADER),
        ["", "help_request", "", "", "Old", "", "1"],
        ["", "help_request", "", "", "New", "", "2"],
    ]
    machine.sync({"Old": tab(ASK, (FIRST, ADA)), FORMS_TAB: listed})
    new = put(tab(ASK, (FIRST, ADA)), "Your name", "Ada Corrected")
    machine.sync({"Old": tab(ASK, (FIRST, ADA)), "New": new, FORMS_TAB: listed})
    assert names(machine) == ["Ada Corrected"]


def test_the_same_request_again_after_the_tab_was_cleared_is_a_new_one(machine: Machine) -> None:
    machine.sync({TAB: tab(ASK, (FIRST, ADA))})
    machine.sync({TAB: tab(ASK)})
    machine.sync({TAB: tab(ASK, (SECOND, ADA))})
    assert len(machine.rows()) == 2


@pytest.mark.parametrize(
    "stamp",
    [
        "21/11/2026 20:21:48",
        "2026-11-21 20:21:48",
        "21.11.2026, 20:21:48",
        "21-11-2026 20.21.48",
        "11/21/2026 8:21:48 PM",
        "2026. 11. 21. 오후 8:21:48",
        "2026/11/21 午後 8:21:48",
        serial("2026-11-21T20:21:48"),
    ],
)
def test_a_stamp_turned_into_text_or_typed_over_is_the_same_answer(machine: Machine, stamp: object) -> None:
    machine.sync({TAB: tab(ASK, (FIRST, ADA), (SECOND, GRACE))})
    assert machine.sync({TAB: tab(ASK, (stamp, ADA), (SECOND, GRACE))}).rows == ()  # type: ignore[arg-type]
    edited = put(tab(ASK, (stamp, ADA), (SECOND, GRACE)), "Your name", "Ada Corrected")  # type: ignore[arg-type]
    assert len(machine.sync({TAB: edited}).changes) == 1
    assert sorted(names(machine)) == ["Ada Corrected", "Grace Invented"]


@pytest.mark.parametrize(
    ("stamp", "locale", "came"),
    [
        ("21/11/2026 20:21:48", "en_GB", "2026-11-21T20:21:48.000Z"),
        ("03/11/2026 20:21:48", "en_GB", "2026-11-03T20:21:48.000Z"),
        ("11/3/2026 20:21:48", "en_US", "2026-11-03T20:21:48.000Z"),
        ("3.11.2026 7:05", "de_DE", "2026-11-03T07:05:00.000Z"),
        ("11/21/2026 12:05:00 AM", "en_GB", "2026-11-21T00:05:00.000Z"),
        ("2026-11-21T20:21:48.123Z", "", "2026-11-21T20:21:48.123Z"),
    ],
)
def test_stamps_as_text_are_read_as_their_language_writes_them(
    machine: Machine, stamp: str, locale: str, came: str
) -> None:
    machine.sync({TAB: tab(ASK, (stamp, ADA))}, locale=locale)
    assert [each["at"] for each in machine.rows()] == [came]
    assert machine.rows()[0]["flags"] is None


@pytest.mark.parametrize("stamp", ["gestern Abend", "21/13/2026", 7, serial("2031-11-21T20:21:48.123")])
def test_a_stamp_that_can_not_be_read_turns_nobody_away(machine: Machine, stamp: Any) -> None:
    answers = {TAB: tab(ASK, (stamp, ADA), (FIRST, GRACE))}
    assert len(machine.sync(answers).rows) == 2
    assert machine.sync(answers).rows == ()
    odd = next(each for each in machine.rows() if each["name"] == "Ada Invented")
    assert odd["flags"] == "time_odd"
    assert odd["at"] == "2026-12-01T10:00:00.000Z"


@pytest.mark.parametrize(
    "title", ["Timestamp", "Zeitstempel", "Horodateur", "Marca temporal", "Sygnatura czasowa", "Kiedy?"]
)
def test_the_column_of_stamps_is_found_in_any_language(machine: Machine, title: str) -> None:
    grid = tab(ASK, (FIRST, ADA))
    grid[0][0] = title
    machine.sync({TAB: grid})
    assert [each["at"] for each in machine.rows()] == ["2026-11-21T20:21:48.123Z"]


def test_a_row_typed_by_hand_is_taken_in_when_it_is_still_the_same_at_the_next_sync(machine: Machine) -> None:
    half = {TAB: tab(ASK, (FIRST, GRACE), ("", {"name": ["Ada Invented"]}))}
    [waiting] = machine.look(half).aside
    assert len(machine.sync(half).rows) == 1
    assert (waiting.tab, waiting.place) == (TAB, 3)
    assert "time stamp" in waiting.why
    whole = {TAB: tab(ASK, (FIRST, GRACE), ("", ADA))}
    assert machine.sync(whole).rows == ()
    assert len(machine.sync(whole).rows) == 1
    assert machine.sync(whole).rows == ()
    edited = {TAB: put(tab(ASK, (FIRST, GRACE), ("", ADA)), "Your telephone number", "0117 496 0008", 2)}
    assert len(machine.sync(edited).changes) == 1
    stamped = {TAB: tab(ASK, (FIRST, GRACE), ("22/11/2026 10:00", ADA))}
    machine.sync(stamped)
    assert len(machine.rows()) == 2


def test_what_was_blanked_when_its_time_was_up_stays_blank(machine: Machine) -> None:
    answers = {TAB: tab(ASK, (FIRST, ADA))}
    machine.sync(answers)
    own = [machine.rows()[0]["id"]]
    machine.book.write(lambda c: blank(c, "help_requests", own, ["name", "telephone"]))
    found = machine.look(answers)
    assert found.rows == found.changes == []


def test_what_was_erased_is_not_taken_in_again(machine: Machine) -> None:
    answers = {TAB: tab(ASK, (FIRST, ADA), (SECOND, GRACE))}
    machine.sync(answers)
    gone = [Record("help_requests", machine.rows()[0]["id"])]
    machine.book.write(lambda c: erase(c, gone, by="james", at="2026-11-30T10:00:00.000Z", secret=b"for tests"))
    assert machine.look(answers).rows == []
    assert machine.look({TAB: put(tab(ASK, (FIRST, ADA)), "Your name", "Ada Again")}).rows == []
    assert names(machine) == ["Grace Invented"]


@pytest.mark.parametrize("stamp", ["22/11/2026 09:00", SECOND, ""])
def test_what_was_erased_is_known_by_its_words_when_its_stamp_is_typed_over(machine: Machine, stamp: Any) -> None:
    machine.sync({TAB: tab(ASK, (FIRST, ADA))})
    gone = [Record("help_requests", machine.rows()[0]["id"])]
    machine.book.write(lambda c: erase(c, gone, by="james", at="2026-11-30T10:00:00.000Z", secret=b"for tests"))
    retyped = {TAB: tab(ASK, (stamp, ADA), (THIRD, GRACE))}
    [aside] = machine.look(retyped).aside
    assert (aside.tab, aside.place) == (TAB, 2)
    assert "erased" in aside.why
    assert not [word for word in ("Ada", "0117", "example") if word in aside.why]
    machine.sync(retyped)
    machine.sync(retyped)
    assert names(machine) == ["Grace Invented"]


def test_an_erased_answer_that_shared_its_stamp_later_stays_away_and_the_other_comes(machine: Machine) -> None:
    machine.sync({TAB: tab(ASK, (FIRST, ADA))})
    gone = [Record("help_requests", machine.rows()[0]["id"])]
    machine.book.write(lambda c: erase(c, gone, by="james", at="2026-11-30T10:00:00.000Z", secret=b"for tests"))
    both = {TAB: tab(ASK, (FIRST, ADA), (FIRST, GRACE))}
    assert machine.look(both).aside == []
    machine.sync(both)
    assert names(machine) == ["Grace Invented"]


def test_answers_of_which_no_question_is_known_are_not_taken_for_an_erased_one(machine: Machine) -> None:
    marks = {TAB: "help_request"}
    machine.sync({TAB: [["?", "Wie?"], [FIRST, "Ada"]]}, marks=marks)
    gone = [Record("help_requests", machine.rows()[0]["id"])]
    machine.book.write(lambda c: erase(c, gone, by="james", at="2026-11-30T10:00:00.000Z", secret=b"for tests"))
    machine.sync({TAB: [["?", "Wie?"], [SECOND, "Grace"]]}, marks=marks)
    assert len(machine.rows()) == 1


@pytest.mark.parametrize("stamp", [FIRST, "21/11/2026 20:21:48", "21/11/2026"])
@pytest.mark.parametrize("at_once", [True, False])
def test_answers_of_two_people_with_one_stamp_in_two_tabs_are_two_rows(
    machine: Machine, stamp: Any, at_once: bool
) -> None:
    one, other = tab(ASK, (stamp, ADA)), tab(ASK, (stamp, GRACE))
    if not at_once:
        machine.sync({TAB: one})
    machine.sync({TAB: one, "Form responses 2": other})
    assert sorted(names(machine)) == ["Ada Invented", "Grace Invented"]
    assert machine.sync({"Form responses 2": other, TAB: one}).rows == ()
    put(other, "Your name", "Grace Corrected")
    assert len(machine.sync({TAB: one, "Form responses 2": other}).changes) == 1
    assert sorted(names(machine)) == ["Ada Invented", "Grace Corrected"]
    assert len(machine.rows()) == 2


def test_short_answers_of_several_people_in_two_tabs_are_all_taken_in(machine: Machine) -> None:
    header = ["Timestamp", "Your name", "Your postcode", "Which tasks?"]
    tabs = {
        each: [header, *([stamp, name, "BA1 1AA", "Shopping"] for name in both)]
        for stamp in ["21/11/2026 10:00:00"]
        for each, both in (("A", ["Ann", "Bob"]), ("B", ["Cyd", "Dee"]))
    }
    machine.sync(tabs, marks={"A": "volunteer", "B": "volunteer"})
    assert sorted(names(machine, "volunteers")) == ["Ann", "Bob", "Cyd", "Dee"]
    assert machine.sync(tabs, marks={"A": "volunteer", "B": "volunteer"}).rows == ()


def test_a_copy_stays_one_however_much_the_answer_was_corrected_since(machine: Machine) -> None:
    copy = tab(ASK, (FIRST, ADA))
    machine.sync({TAB: tab(ASK, (FIRST, ADA))})
    now = tab(ASK, (FIRST, {"tasks": ["dog_walk"], "name": ["Ada Other"], "telephone": ["0117 496 0005"]}))
    machine.sync({TAB: now, "Copy of it": copy})
    assert names(machine) == ["Ada Other"]
    assert machine.sync({TAB: now, "Copy of it": copy}).changes == ()
