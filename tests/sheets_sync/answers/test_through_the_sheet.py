"""Answers in a real spreadsheet: into the book, up into their table's tab, and no further than once."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from community.book.erasure import erase_fields
from community.book.record_types import Record
from sheets_sync.answers import BY
from tests.sheets_sync import office as offices
from tests.sheets_sync.answers.google_writes import ADA, FIRST, GRACE, SECOND, header, row
from tests.sheets_sync.answers.machines import FORMS, looked
from tests.sheets_sync.office import Machine, Office
from tests.sheets_sync.test_laws_erasing import forget

ASK = FORMS["help_request"]
TAB = "Form responses 1"
TABLE = "help_requests"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """A spreadsheet to which a form is linked; nobody has answered yet."""
    with offices.office(tmp_path) as office:
        do(office, addSheet={"properties": {"title": TAB, "gridProperties": {"rowCount": 20, "columnCount": 60}}})
        answer(office, header(ASK))
        yield office


def do(office: Office, **request: dict[str, Any]) -> None:
    office.service.client.batch_update(office.sheet.id, {"requests": [request]})


def answer(office: Office, cells: list[Any], tab: str = TAB) -> None:
    """Google writes a row: the stamp as a number, everything else as text."""
    [sheet] = [each for each in office.sheet.sheets if each.title == tab]
    told = [{"numberValue": cell} if isinstance(cell, float) else {"stringValue": cell} for cell in cells]
    rows = [{"values": [{"userEnteredValue": value} for value in told]}]
    do(office, appendCells={"sheetId": sheet.id, "rows": rows, "fields": "userEnteredValue"})


def names(machine: Machine) -> list[Any]:
    return sorted(str(each["name"]) for each in machine.now(TABLE).values())


def test_an_answer_reaches_the_book_and_its_tables_tab_once(office: Office) -> None:
    one = office.hire()
    answer(office, row(ASK, FIRST, ADA))
    office.settle()
    [request] = one.now(TABLE).values()
    assert (request["at"], request["by"], request["name"]) == ("2026-11-21T20:21:48.123Z", BY, "Ada Invented")
    assert office.ids(TABLE) == [request["id"]]
    assert office.says(TABLE, request["id"], "telephone") == "0117 496 0001"
    before = office.person.values(TAB)
    office.settle()
    assert office.person.values(TAB) == before, "Google's own tab is only read"


def test_an_edited_answer_shows_in_the_book_and_in_the_tables_tab(office: Office) -> None:
    one = office.hire()
    answer(office, row(ASK, FIRST, ADA))
    office.settle()
    office.person.type_in(TAB, 2, "Your name", "Ada Corrected")
    office.settle()
    [request] = one.now(TABLE).values()
    assert request["name"] == office.says(TABLE, request["id"], "name") == "Ada Corrected"
    [change] = one.book.changes(table=TABLE)
    assert (change["by"], change["field"]) == (BY, "name")


def test_what_was_corrected_in_the_tables_tab_is_not_undone_by_the_answer(office: Office) -> None:
    one = office.hire()
    answer(office, row(ASK, FIRST, ADA))
    office.settle()
    [own] = one.now(TABLE)
    office.correct(TABLE, own, "name", "Ada Lovely")
    office.settle()
    assert names(one) == ["Ada Lovely"]
    assert office.says(TABLE, own, "name") == "Ada Lovely"


def test_a_machine_that_begins_anew_knows_answers_by_what_the_sheet_remembers(office: Office) -> None:
    one = office.hire()
    answer(office, row(ASK, FIRST, ADA))
    office.settle()
    answer(office, row(ASK, FIRST, GRACE))
    answer(office, row(ASK, SECOND, ADA | {"name": ["Mary Invented"]}))
    office.settle()
    office.person.type_in(TAB, 4, "Timestamp", "22/11/2026 09:00")
    office.settle()
    other = office.hire()
    office.settle()
    assert names(one) == names(other) == ["Ada Invented", "Grace Invented", "Mary Invented"]
    assert len(office.ids(TABLE)) == 3


def test_two_machines_that_find_an_answer_at_once_make_one_row(office: Office) -> None:
    one, other = office.hire(), office.hire()
    answer(office, row(ASK, FIRST, ADA))
    one.sync_while(other.sync)
    office.settle()
    assert names(one) == names(other) == ["Ada Invented"]
    assert len(office.ids(TABLE)) == 1


@pytest.mark.parametrize("edited", ["never", "before", "after"])
def test_an_erased_answer_never_comes_back_whatever_its_time_stamp_says(office: Office, edited: str) -> None:
    one = office.hire()
    answer(office, row(ASK, FIRST, ADA))
    office.settle()
    if edited == "before":
        office.person.type_in(TAB, 2, "Your name", "Ada Corrected")
        office.settle()
    forget(one.book, (TABLE, *one.now(TABLE)))
    office.settle()
    if edited == "after":
        office.person.type_in(TAB, 2, "Your name", "Ada Corrected")
        office.settle()
    office.person.type_in(TAB, 2, "Timestamp", "22/11/2026 09:00")
    other = office.hire()
    office.settle()
    for machine in (one, other):
        assert names(machine) == []
        [aside] = machine.status.aside
        assert (aside.tab, aside.place) == (TAB, 2)
        assert "erased" in aside.why
    assert office.ids(TABLE) == []


def test_a_referrer_who_was_erased_out_of_an_answer_does_not_come_back_when_it_is_edited(office: Office) -> None:
    one = office.hire()
    asks = {"for_whom": ["somebody_else"], "referrer_name": ["Grace Invented"], "they_agree": ["yes"]}
    answer(office, row(ASK, FIRST, ADA | asks))
    office.settle()
    [own] = one.now(TABLE)
    assert one.get(TABLE, own)["referrer_name"] == "Grace Invented"
    at = "2026-11-23T11:00:00.000Z"
    one.book.write(lambda connection: erase_fields(connection, Record(TABLE, own), ("referrer_name",), by="ada", at=at))
    office.settle()
    office.person.type_in(TAB, 2, "Their postcode", "BA1 5AW")
    other = office.hire()
    office.settle()
    for machine in (one, other):
        assert (machine.get(TABLE, own)["referrer_name"], machine.get(TABLE, own)["postcode"]) == (None, "BA1 5AW")
        assert "Grace" not in str(machine.book.changes())
    assert office.says(TABLE, own, "referrer_name") == ""


def test_a_tab_of_a_person_s_own_form_is_left_alone_and_only_one_like_ours_is_shown(office: Office) -> None:
    one = office.hire()
    office.person.add_tab("Summer party (responses)")
    party = ["Timestamp", "Your name", "Your telephone number", "Are you coming?", "What will you bring?"]
    office.person.paste(
        "Summer party (responses)", "A1", [party, ["21/11/2026 10:00:00", "Sam Street", "01225 496001", "Yes", "Cake"]]
    )
    office.person.add_tab("Fair")
    fair = ["Timestamp", "Your name", "Which tasks?"]
    office.person.paste("Fair", "A1", [fair, *(["21/11/2026 10:00:00", f"Sam {n}", "Shopping"] for n in range(3))])
    office.settle()
    assert one.now(TABLE) == one.now("volunteers") == {}
    assert [(aside.tab, aside.place) for aside in one.status.aside] == [("Fair", None)]
    assert one.sync().aside == 0, "it is told once"


def test_two_people_with_one_stamp_in_two_tabs_both_come_and_a_copied_tab_doubles_nobody(office: Office) -> None:
    one = office.hire()
    answer(office, row(ASK, FIRST, ADA))
    office.person.copy_tab(TAB)
    office.person.add_tab("By telephone", columns=60)
    answer(office, header(ASK), "By telephone")
    answer(office, row(ASK, FIRST, GRACE), "By telephone")
    office.settle()
    other = office.hire()
    office.settle()
    assert names(one) == names(other) == ["Ada Invented", "Grace Invented"]
    assert len(office.ids(TABLE)) == 2


def test_answers_wait_while_the_tab_of_their_table_stands_still(office: Office) -> None:
    one = office.hire()
    for number in range(6):
        one.book.append(TABLE, {"name": f"w-{number}", "details": f"{9 - number}"}, by="web", key=f"{number}")
    office.rest()
    lines = office.lines(TABLE)
    column = office.place_at(TABLE, "id", 1).rstrip("1")
    told = [[line.text("id")] for line in lines]
    office.person.paste(TABLE, f"{column}2", told[::-1])  # as if this column alone had been sorted
    answer(office, row(ASK, FIRST, ADA))
    for _ in range(3):
        assert any("torn apart" in words for words in one.sync().problems)
    assert len(office.lines(TABLE)) == len(lines), "nothing is written into it"
    assert "Ada Invented" not in names(one)
    office.person.paste(TABLE, f"{column}2", told)
    office.settle()
    assert "Ada Invented" in names(one)
    assert len(office.lines(TABLE)) == len(lines) + 1


def test_a_row_typed_by_hand_waits_though_its_id_stands_in_another_tab_s_name(office: Office) -> None:
    one = office.hire()
    typed = row(ASK, "", ADA)
    [waiting] = looked({TAB: [header(ASK), typed]}).aside
    office.person.add_tab(f"Fair {waiting.id} again")
    fair = [["Timestamp", "Your name", "Which tasks?"], ["21/11/2026 10:00:00", "Sam", "Shopping"]]
    office.person.paste(f"Fair {waiting.id} again", "A1", fair)
    one.sync()
    assert len(one.status.aside) == 1
    answer(office, typed)
    one.sync()
    assert names(one) == [], "it was not looked at before"
    one.sync()
    assert names(one) == ["Ada Invented"]


def test_an_address_that_is_put_right_in_an_answer_is_written_to_again(office: Office) -> None:
    form, tab = FORMS["volunteer"], "Form responses 2"
    do(office, addSheet={"properties": {"title": tab, "gridProperties": {"rowCount": 20, "columnCount": 60}}})
    answer(office, header(form), tab)
    answer(office, row(form, FIRST, {"name": ["Vera Vole"], "email": ["gone@example.org"]}), tab)
    one = office.hire()
    office.settle()
    [own] = one.now("volunteers")
    one.set("volunteers", own, unreached="email; text")
    office.settle()
    office.person.type_in(tab, 2, "Your email address", "here@example.org")
    office.settle()
    row_now = one.get("volunteers", own)
    assert (row_now["email"], row_now["unreached"]) == ("here@example.org", "text")
