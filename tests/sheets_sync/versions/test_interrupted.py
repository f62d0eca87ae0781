"""The write that adds what is new meets other writers, faults, kills and refusals: it is done once, nothing is lost."""

from typing import Any
from unittest.mock import patch

import pytest

from sheets_sync.refusal_words import Protected
from sheets_sync.sheet_layout import VERSION
from sheets_sync.status import questions
from sheets_sync.sync_errors import AnswerNeeded
from tests.book.builders import make_volunteer
from tests.faults.test_sheet_killed_unlooked import killed_unlooked
from tests.sheets_sync.earlier_layout import (
    WHETHER_IT_TELLS_OR_NOT,
    all_of,
    as_then,
    kinds,
    tab_of,
    titles,
    versions,
)
from tests.sheets_sync.held.town import say
from tests.sheets_sync.office import Machine, Office


def test_of_two_machines_one_adds_them_and_the_other_reads_again(office: Office, one: Machine) -> None:
    other = office.hire()
    outcome = one.sync_while(other.sync)
    assert outcome.problems == []
    assert len(titles(office)) == len(set(titles(office)))
    office.settle()
    assert len(tab_of(office, "volunteers").sheet.marks) == len(tab_of(office, "volunteers").tab.fields)


@pytest.mark.parametrize("fault", ["applied_then_503", "applied_then_drop", "drop", "html_502", "503"])
def test_what_an_unclear_answer_was_about_is_added_once(office: Office, one: Machine, fault: str) -> None:
    office.google.faults.add(fault, method="POST", times=2)
    office.settle()
    assert len(titles(office)) == len(set(titles(office)))
    assert versions(office.sheet) == [str(VERSION)]


@pytest.mark.parametrize("fresh", [False, True], ids=["the same disk", "a disk that forgets"])
def test_killed_right_after_it_nothing_is_lost(office: Office, one: Machine, ann: str, fresh: bool) -> None:
    class Killed(BaseException):
        """The machine lost its power."""

    write = one.service.batch

    def batch(requests: Any, **how: Any) -> Any:
        write(requests, **how)
        raise Killed

    one.set("volunteers", ann, status="ready")
    with as_then():
        office.rest()
    with patch.object(one.service, "batch", batch), pytest.raises(Killed):
        one.sync()
    assert "about" in tab_of(office, "volunteers").fresh
    machine = office.hire() if fresh else one
    machine.sync()
    office.settle()
    assert machine.get("volunteers", ann)["about"] == "Tea", "an empty new column is nobody's correction"
    assert machine.get("volunteers", ann)["status"] == "ready"


@WHETHER_IT_TELLS_OR_NOT
def test_what_a_killed_write_hit_is_put_back_though_new_columns_came_first(office: Office, one: Machine) -> None:
    for number in range(3):
        one.book.append("volunteers", make_volunteer(name=f"N{number}", telephone=f"01632 96000{number}"), by="web")
    with as_then():
        office.person.type_row("volunteers", {"Name": "Typed One", "Telephone": "01632 960011"})
        office.person.type_row("volunteers", {"Name": "Typed Two", "Telephone": "01632 960012"})
        one.sync()
        killed_unlooked(one, lambda: office.person.sort("volunteers", "Name", down=True))
    office.settle()
    told = {row["name"]: row["telephone"] for row in one.now("volunteers").values()}
    assert told == {
        "Ann": "07700 900001",
        **{f"N{number}": f"01632 96000{number}" for number in range(3)},
        "Typed One": "01632 960011",
        "Typed Two": "01632 960012",
    }


def test_what_can_t_be_added_is_told_and_all_else_goes_on(office: Office, one: Machine, ann: str) -> None:
    write = one.service.batch

    def batch(requests: Any, **how: Any) -> Any:
        if "appendDimension" in kinds(requests):
            raise Protected("A part of the spreadsheet is protected: mine.")
        return write(requests, **how)

    one.set("volunteers", ann, name="Ann Decided")
    with patch.object(one.service, "batch", batch):
        outcome = one.sync()
    assert any("could not be added" in words and "mine" in words for words in outcome.problems)
    assert outcome.still == []
    assert office.says("volunteers", ann, "name") == "Ann Decided"
    assert versions(office.sheet) != [str(VERSION)]
    assert one.status.problems == tuple(outcome.problems)
    office.settle()
    assert one.status.problems == ()
    assert office.says("volunteers", ann, "about") == "Tea"


def test_where_there_is_no_room_for_them_what_people_typed_is_still_taken_in(
    office: Office, one: Machine, ann: str
) -> None:
    taken = sum(sheet.row_count * sheet.column_count for sheet in office.sheet.sheets)
    office.person.add_tab("Big", rows=(9_999_999 - taken) // 100, columns=100)
    office.correct("volunteers", ann, "name", "Ann Typed")
    outcome = one.sync()
    assert any("could not be added" in words and "cells" in words for words in outcome.problems)
    assert one.get("volunteers", ann)["name"] == "Ann Typed"
    office.person.delete_tab("Big")
    office.settle()
    assert office.says("volunteers", ann, "about") == "Tea"


def test_an_earlier_state_of_the_spreadsheet_is_asked_about_before_anything_is_added(
    office: Office, one: Machine, ann: str
) -> None:
    with as_then():
        office.rest()
    version = office.sheet.frozen()
    one.set("volunteers", ann, name="Ann Decided")
    office.settle()
    office.sheet.thaw(version)
    before = all_of(office.sheet)
    with pytest.raises(AnswerNeeded):
        one.sync()
    assert all_of(office.sheet) == before
    say(one, "refuse")
    office.settle()
    assert questions(one.book) == ()
    assert one.get("volunteers", ann)["name"] == "Ann Decided"
    assert versions(office.sheet) == [str(VERSION)]
