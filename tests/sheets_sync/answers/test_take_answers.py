"""Each answer once, and its corrections once each."""

from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from community.book import Change
from community.forms import load
from community.forms.google.google_tabs import FORMS_HEADER, FORMS_TAB
from sheets_sync.answers import BY
from tests.forms.answers import ORGANISATION, VOLUNTEER
from tests.forms.own_questions import settings_asking
from tests.sheets_sync.answers import machines
from tests.sheets_sync.answers.google_writes import ADA, FIRST, GRACE, SECOND, THIRD, header, put, serial, tab
from tests.sheets_sync.answers.machines import FORMS, Machine, ids, names

ASK = FORMS["help_request"]
TAB = "Form responses 1"


def test_each_answer_comes_once_with_its_time_and_where_it_came_from(machine: Machine) -> None:
    answers = {TAB: tab(ASK, (FIRST, ADA), (SECOND, GRACE))}
    assert len(machine.sync(answers).rows) == 2
    assert machine.sync(answers) == machine.sync({}) == type(machine.sync({}))()
    first, second = machine.rows()
    assert (first["at"], first["by"], first["channel"]) == ("2026-11-21T20:21:48.123Z", BY, "google_form")
    assert (first["name"], second["name"]) == ("Ada Invented", "Grace Invented")
    assert machine.book.changes() == []


def test_summer_time_is_the_spreadsheets_own(machine: Machine) -> None:
    machine.sync({TAB: tab(ASK, (serial("2026-06-21T20:21:48.123"), ADA))})
    machine.sync({TAB: tab(ASK, (serial("2026-06-22T20:21:48.123"), GRACE))}, zone=ZoneInfo("America/New_York"))
    assert [each["at"] for each in machine.rows()] == ["2026-06-21T19:21:48.123Z", "2026-06-23T00:21:48.123Z"]


@settings(max_examples=40)
@given(order=st.permutations(range(4)), columns=st.randoms(use_true_random=False))
def test_neither_the_order_of_rows_nor_that_of_columns_matters(order: list[int], columns: Any) -> None:
    told = [(FIRST, ADA), (SECOND, GRACE), (THIRD, ADA), (FIRST, GRACE)]
    plain, moved = tab(ASK, *told), tab(ASK, *(told[place] for place in order))
    places = list(range(len(moved[0])))
    columns.shuffle(places)
    moved = [[(line + [""] * len(places))[place] for place in places] for line in moved]
    one, other = (ids({TAB: grid}) for grid in (plain, moved))
    assert one == other
    assert len(set(one)) == 4


def test_every_form_finds_its_own_tab_and_other_peoples_tabs_are_passed_over(machine: Machine) -> None:
    tabs = {
        "a": tab(FORMS["volunteer"], (FIRST, VOLUNTEER)),
        "b": tab(FORMS["organisation"], (FIRST, ORGANISATION)),
        "c": tab(ASK, (FIRST, ADA)),
        "Rota": [["Day", "Your name"], [46347.5, "Ada Invented"], [46348.5, "Grace Invented"]],
        "Copy of help_requests": [
            ["Id", "At", "By", "Name", "Telephone", "Born"],
            ["R-1", "2026", "web", "A", "1", "{}"],
        ],
        "Empty": [],
    }
    assert machine.look(tabs).aside == []
    machine.sync(tabs)
    assert [len(machine.rows(each)) for each in ("volunteers", "organisations", "help_requests")] == [1, 1, 1]
    assert [machine.rows(each)[0]["name"] for each in ("volunteers", "organisations", "help_requests")] == [
        "Grace Invented",
        "The Invented Allotment Society",
        "Ada Invented",
    ]
    assert machine.rows("organisations")[0]["signed_on"] == "2026-11-21"


OWN = {
    "a party": [
        ["Timestamp", "Your name", "Your telephone number", "Are you coming?", "What will you bring?"],
        [FIRST, "Sam Street", "01225 496001", "Yes", "Cake"],
    ],
    "street reps": [
        ["When", "Your name", "Your postcode", "Notes"],
        ["21/11/2026 10:00:00", "Sam Street", "BA1 1AA", "has keys"],
    ],
    "who rang": [
        ["Timestamp", "Your name", "Your telephone number", "Your email address", "Your address", "Your postcode"],
        [FIRST, "Sam Street", "01225 496001", "sam@example.org", "1 Invented Row", "BA1 1AA"],
    ],
}


@pytest.mark.parametrize("what", OWN)
def test_a_list_or_form_of_their_own_is_left_alone_without_a_word(machine: Machine, what: str) -> None:
    found = machine.look({what: OWN[what]})
    assert (found.rows, found.changes, found.aside) == ([], [], [])


def test_a_tab_that_asks_some_of_what_we_ask_is_left_alone_and_shown_once(machine: Machine) -> None:
    rota = [
        ["Timestamp", "Your name", "Which tasks?", "When could you help, in an ordinary week?", "You may keep this"],
        [FIRST, "Sam Street", "Shopping", "Mondays", "Yes"],
        [SECOND, "Tia Street", "Shopping", "Tuesdays", "Yes"],
    ]
    found = machine.look({"Fair helpers": rota})
    assert found.rows == []
    [aside] = found.aside
    assert (aside.tab, aside.place, aside.id) == ("Fair helpers", None, None)
    assert "volunteer" in aside.why
    listed = [list(FORMS_HEADER), ["", "no", "", "", "Fair helpers", "", ""]]
    found = machine.look({"Fair helpers": rota, FORMS_TAB: listed})
    assert (found.rows, found.aside) == ([], [])
    listed[1][1] = "volunteer"
    machine.sync({"Fair helpers": rota, FORMS_TAB: listed})
    assert names(machine, "volunteers") == ["Sam Street", "Tia Street"]


def test_a_form_linked_by_hand_needs_each_question_that_must_be_answered(machine: Machine) -> None:
    grid = tab(ASK, (FIRST, ADA))
    place = grid[0].index("What would help?")
    without = [[cell for at, cell in enumerate(line) if at != place] for line in grid]
    found = machine.look({TAB: without})
    assert found.rows == []
    assert [aside.tab for aside in found.aside] == [TAB]


def test_a_form_linked_by_hand_is_known_with_questions_taken_out_and_columns_added(machine: Machine) -> None:
    gone = {"Has somebody helped before who should come again?", "Which way is best?", "Your address"}
    grid = tab(ASK, (FIRST, ADA))
    kept = [place for place, words in enumerate(grid[0]) if words not in gone]
    grid = [[(line + [""] * len(grid[0]))[place] for place in kept] for line in grid]
    grid[0] += ["Rung by", "Notes", "Do you have a pet?"]
    machine.sync({TAB: grid})
    assert names(machine) == ["Ada Invented"]


def test_a_renamed_tab_is_known_by_its_mark_even_when_its_titles_are_not(machine: Machine) -> None:
    grid = [["?", "Wie heißen Sie?"], [FIRST, "Ada Invented"]]
    assert machine.look({"Antworten": grid}).rows == []
    [new] = machine.look({"Antworten": grid}, marks={"Antworten": "help_request"}).rows
    assert new.values["extra.other_answers"] == "Wie heißen Sie?: Ada Invented"
    assert "outside_words" in str(new.values["flags"])


def test_an_edited_answer_is_a_correction_and_only_once(machine: Machine) -> None:
    machine.sync({TAB: tab(ASK, (FIRST, ADA))})
    edited = {TAB: put(tab(ASK, (FIRST, ADA)), "Your name", "Ada Corrected")}
    assert len(machine.sync(edited).changes) == 1
    assert machine.sync(edited).changes == ()
    assert names(machine) == ["Ada Corrected"]
    [change] = machine.book.changes()
    assert (change["by"], change["field"], change["was"], change["now"]) == (
        BY,
        "name",
        "Ada Invented",
        "Ada Corrected",
    )


def test_an_answer_edited_back_and_forth_is_followed_each_time(machine: Machine) -> None:
    for name in ("Ada Invented", "Ada Corrected", "Ada Invented", "Ada Corrected"):
        machine.sync({TAB: put(tab(ASK, (FIRST, ADA)), "Your name", name)})
        assert names(machine) == [name]
    assert len(machine.book.changes()) == 3


def test_a_correction_does_not_overrule_in_silence_what_was_decided_here(machine: Machine) -> None:
    machine.sync({TAB: tab(ASK, (FIRST, ADA))})
    [mine] = machine.rows()
    machine.book.act(
        "correct",
        by="james",
        changes=[Change("help_requests", mine["id"], "name", was="Ada Invented", now="Ada Lovely")],
    )
    edited = {TAB: put(tab(ASK, (FIRST, ADA)), "Your name", "Ada Corrected")}
    assert machine.sync({TAB: tab(ASK, (FIRST, ADA))}).changes == ()
    assert len(machine.sync(edited).conflicts) == 1
    assert machine.sync(edited).changes == ()
    assert names(machine) == ["Ada Lovely"]


def test_an_emptied_cell_empties_the_field_and_a_deleted_column_does_not(machine: Machine) -> None:
    machine.sync({TAB: tab(ASK, (FIRST, ADA))})
    without = [
        [cell for place, cell in enumerate(line) if place != header(ASK).index("Your name")]
        for line in tab(ASK, (FIRST, ADA))
    ]
    assert machine.sync({TAB: without}).changes == ()
    assert names(machine) == ["Ada Invented"]
    machine.sync({TAB: put(tab(ASK, (FIRST, ADA)), "Your name", "")})
    assert names(machine) == [None]


def test_two_machines_find_the_same_rows_and_the_same_corrections(tmp_path: Path) -> None:
    found = []
    for each in ("one", "other"):
        (tmp_path / each).mkdir()
        machine = Machine(tmp_path / each)
        answers = {TAB: tab(ASK, (FIRST, ADA), (FIRST, GRACE), (SECOND, GRACE))}
        machine.sync(answers)
        changed = machine.look({TAB: put(tab(ASK, (FIRST, ADA), (FIRST, GRACE), (SECOND, GRACE)), "Your name", "X", 3)})
        rows = [(row["id"], row["at"], row["name"]) for row in machine.rows()]
        found.append((rows, [each.id for each in changed.changes]))
        assert len(changed.changes) == 1
        machine.book.close()
    assert found[0] == found[1]


@pytest.mark.parametrize("raw", [46347, 0.4375])
def test_a_number_that_google_made_of_words_is_flagged_for_a_person(machine: Machine, raw: float) -> None:
    headers, said = tab(ASK, (FIRST, ADA))
    title = str(headers[said.index("Ada Invented")])
    machine.sync({TAB: put(tab(ASK, (FIRST, ADA)), title, raw)})
    (row,) = machine.rows()
    assert "number_from_google" in row["flags"]
    machine.sync({TAB: put(tab(ASK, (FIRST, ADA)), title, "Ada Corrected")})
    assert machine.rows()[0]["name"] == "Ada Corrected"


def test_a_number_that_google_makes_of_words_later_is_no_correction(machine: Machine) -> None:
    headers, said = tab(ASK, (FIRST, ADA))
    title = str(headers[said.index("Ada Invented")])
    machine.sync({TAB: tab(ASK, (FIRST, ADA))})
    machine.sync({TAB: put(tab(ASK, (FIRST, ADA)), title, 46347)})
    assert machine.rows()[0]["name"] == "Ada Invented"
    assert machine.book.changes() == []


@pytest.mark.parametrize(("raw", "flagged"), [(46083, True), (2, False), (1200.0, False), ("2-3", False)])
def test_a_day_that_google_made_of_a_number_is_flagged_for_a_person(
    machine: Machine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, raw: Any, flagged: bool
) -> None:
    asking = load(settings_asking(tmp_path))
    monkeypatch.setattr(machines, "FORMS", asking)
    machine.sync({TAB: put(tab(asking["help_request"], (FIRST, ADA)), "On which floor do you live?", raw)})
    assert ("number_from_google" in (machine.rows()[0]["flags"] or "")) is flagged
