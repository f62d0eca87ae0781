"""The hidden cell at a line's end is all that a machine without a book has: it shows when somebody changed it."""

import json

import pytest

from sheets_sync.sheet_layout import BORN
from sheets_sync.status import NotAsked, answered, questions
from tests.sheets_sync.held.slips import fifteen_postcodes, replace_over_all
from tests.sheets_sync.held.town import TAB, say, the_question, told
from tests.sheets_sync.office import Machine, Office


def notes(office: Office, made: list[str]) -> list[str]:
    return [office.says(TAB, own, BORN) for own in made]


def retype(office: Office, made: list[str], old: str, new: str) -> None:
    """Somebody replaces words in the hidden column alone."""
    for own in made:
        office.correct(TAB, own, BORN, office.says(TAB, own, BORN).replace(old, new))


def test_a_replacement_in_every_cell_is_held_on_a_fresh_disk_and_goes_with_the_version_history(
    office: Office, one: Machine, made: list[str]
) -> None:
    before, version = told(one), office.sheet.frozen()
    replace_over_all(office)
    assert not [note for note in notes(office, made) if "Invented" in note], "the hidden column is changed too"
    fresh = office.hire()
    for _ in range(3):
        assert TAB in fresh.sync().still
    assert "hidden column" in the_question(fresh).words
    assert told(fresh) == {}, "nothing of it is believed"
    with pytest.raises(NotAsked, match="Version history"):
        answered(fresh.book, TAB, "refuse", "dilys")
    say(fresh, "refuse")
    assert TAB in fresh.sync().still, "nobody there knows what to put back"
    office.sheet.thaw(version)
    fresh.sync()
    fresh.sync()
    assert questions(fresh.book) == ()
    assert told(fresh) == before


def test_on_a_fresh_disk_it_can_be_taken_over(office: Office, one: Machine, made: list[str]) -> None:
    replace_over_all(office)
    fresh = office.hire()
    fresh.sync()
    say(fresh, "take")
    for _ in range(3):
        fresh.sync()
    assert questions(fresh.book) == ()
    assert {row["name"].split()[1] for row in told(fresh).values()} == {"Smith"}
    assert all("Smith" in note for note in notes(office, made))
    again = office.hire()
    assert again.sync().still == [], "the cells are sealed anew"


def test_notes_that_tell_no_row_any_more_are_held_and_can_not_be_taken(
    office: Office, one: Machine, made: list[str]
) -> None:
    retype(office, made, '"v":', '"w":')
    fresh = office.hire()
    assert TAB in fresh.sync().still
    assert not the_question(fresh).takeable
    office.settle()
    assert told(fresh) == told(one), "the machine that knows the rows mends them"
    assert questions(fresh.book) == ()


def test_a_few_changed_notes_hold_nothing_up(office: Office, one: Machine, made: list[str]) -> None:
    retype(office, made[:4], "Invented", "Smith")
    fresh = office.hire()
    assert fresh.sync().still == []
    assert len(told(fresh)) == 20


def test_notes_of_an_earlier_program_have_no_seal_and_are_believed(
    office: Office, one: Machine, made: list[str]
) -> None:
    for own in made:
        note = json.loads(office.says(TAB, own, BORN))
        del note["s"]
        office.correct(TAB, own, BORN, json.dumps(note, ensure_ascii=False, separators=(",", ":")))
    fresh = office.hire()
    assert fresh.sync().still == []
    office.settle()
    assert told(fresh) == told(one)


def test_a_machine_that_knows_the_rows_believes_no_changed_note(office: Office, one: Machine, made: list[str]) -> None:
    """By whom a row came in tells which of two machines' rows it is; changed by hand, it tells nothing."""
    before = told(one)
    retype(office, made, '"b":"web"', '"b":"wob"')
    retype(office, made[:1], "Invented", "Smith")
    office.correct(TAB, made[0], "name", before[made[0]]["name"].replace("Invented", "Smith"))
    office.settle()
    assert told(one)[made[0]]["name"] == before[made[0]]["name"].replace("Invented", "Smith")
    assert [(c["record_id"], c["by"]) for c in one.book.changes()] == [(made[0], "sheet")], "it is a correction"


def test_honest_work_on_a_fresh_disk_is_not_asked_about(office: Office, one: Machine, made: list[str]) -> None:
    fifteen_postcodes(office, made)
    office.correct(TAB, made[0], "name", "Renamed")
    fresh = office.hire()
    assert fresh.sync().still == []
    office.settle()
