"""What the script makes and writes down is what the sync finds again."""

from typing import Any

import pytest

from community.forms.google.google_tabs import MARK
from tests.forms.answers import HELP
from tests.forms.google_stand_in.pasting import FORMS, SET_UP, World, google
from tests.sheets_sync.answers.google_writes import FIRST, SECOND, THIRD, header, row
from tests.sheets_sync.answers.machines import Machine, looked, names

ASK = FORMS["help_request"]
TAB = f"Answers: {ASK.title}"


def spreadsheet(world: World) -> dict[str, list[list[Any]]]:
    """The tabs as the service gives them."""
    return {tab["name"]: tab["rows"] for tab in world["tabs"]}


@pytest.mark.parametrize("name", FORMS)
def test_the_tab_that_google_makes_has_the_columns_that_are_looked_for(name: str) -> None:
    world = google(SET_UP)
    assert spreadsheet(world)[f"Answers: {FORMS[name].title}"][0] == header(FORMS[name])
    tabs = spreadsheet(world)
    tabs[f"Answers: {FORMS[name].title}"].append(row(FORMS[name], FIRST, {"telephone": ["0117 496 0001"]}))
    assert [each.table for each in looked(tabs).rows] == [FORMS[name].table]


def test_titles_and_answers_that_a_person_changed_are_known_after_the_next_set_up(machine: Machine) -> None:
    world = google(
        SET_UP,
        ("retitle", ASK.title, "Your telephone number", "Phone"),
        ("retitle", ASK.title, "When is a good time?", "Your times"),
        ("reword", ASK.title, "How soon?", "This week", "Within seven days"),
        SET_UP,
    )
    tabs = spreadsheet(world)
    grid = tabs[TAB]
    now = {"Your telephone number": "Phone", "When is a good time? [Monday]": "Your times [Monday]"}
    grid[0] = [now.get(words, words) for words in grid[0]]
    line = row(ASK, FIRST, HELP)
    line[line.index("This week")] = "Within seven days"
    grid.append(line)
    machine.sync(tabs)
    [only] = machine.rows()
    assert (only["telephone"], only["urgency"], only["slots"]) == (
        "0117 496 0001",
        "this_week",
        "mon_morning; tue_afternoon",
    )
    assert only["flags"] is None


def test_answers_to_a_deleted_form_and_to_the_one_made_after_it_all_come(machine: Machine) -> None:
    world = google(SET_UP, ("deleteForm", ASK.title), ("answer", "YES"), SET_UP)
    marks = {tab["name"]: each[1] for tab in world["tabs"] for each in tab["metadata"] if each[0] == MARK}
    ours = [name for name, form in marks.items() if form == "help_request"]
    assert len(ours) == 2
    tabs = spreadsheet(world)
    for stamp, tab in zip((FIRST, SECOND), ours, strict=True):
        tabs[tab].append(row(ASK, stamp, HELP | {"name": [f"Ada of {stamp}"]}))
    machine.sync(tabs, marks=marks)
    tabs["Renamed"] = tabs.pop(ours[0])
    tabs["Renamed"].append(row(ASK, THIRD, HELP))
    machine.sync(tabs, marks={"Renamed": "help_request"})
    assert names(machine) == [f"Ada of {FIRST}", f"Ada of {SECOND}", "Ada Invented"]
