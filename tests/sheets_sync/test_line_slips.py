"""A line typed over, emptied or pushed sideways makes nobody somebody else: it waits, and says what to do."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial

import pytest

from sheets_sync.sheet_layout import BORN
from tests.sheets_sync.equality import read_sheet
from tests.sheets_sync.office import Machine, Office, settings

TAB = "volunteers"
ANN = {"name": "Ann Archer", "telephone": "01632 960001", "email": "ann@example.org", "postcode": "BA1 1AA"}
BOB = {"name": "Bob Baker", "telephone": "01632 960002", "email": "bob@example.org", "postcode": "BA2 2AA"}
ZOE = ["Zoe Newcomer", "07700 900999", "zoe@example.org", "BA3 3AA"]


@pytest.fixture
def two(office: Office, one: Machine) -> tuple[str, str]:
    """Two volunteers who stand in the sheet; the first has agreed and is ready."""
    ready = {"consent": "yes", "status": "ready"}
    ann, bob = (one.book.append(TAB, told | ready, by="web").id for told in (ANN, BOB))
    office.settle()
    return ann, bob


def area(office: Office, row: int, *, whole: bool = False) -> dict[str, int]:
    """The told cells of a row; `whole`: from the number on."""
    columns = read_sheet(office.google, office.sheet.id, settings()).tabs[TAB].columns
    at = {"sheetId": office.person._sheet(TAB).id, "startRowIndex": row - 1, "endRowIndex": row}
    return at | {"startColumnIndex": 0 if whole else columns["name"], "endColumnIndex": columns[BORN]}


def first_cell(cells: dict[str, int]) -> dict[str, int]:
    return cells | {"endColumnIndex": cells["startColumnIndex"] + 1}


def type_over(office: Office, ann: str, bob: str) -> None:
    office.person.paste(TAB, office.place(TAB, ann, "name"), [ZOE])


def paste_another(office: Office, ann: str, bob: str) -> None:
    source, to = (area(office, office.row(TAB, own)) for own in (bob, ann))
    office.person._do("copyPaste", source=source, destination=to)


def empty(office: Office, ann: str, bob: str) -> None:
    office.person._do("updateCells", range=area(office, office.row(TAB, ann)), fields="userEnteredValue")


def push_right(office: Office, ann: str, bob: str) -> None:
    cell = first_cell(area(office, office.row(TAB, ann)))
    office.person._do("insertRange", range=cell, shiftDimension="COLUMNS")


def push_left(office: Office, ann: str, bob: str) -> None:
    cell = first_cell(area(office, office.row(TAB, ann)))
    office.person._do("deleteRange", range=cell, shiftDimension="COLUMNS")


def sort_without_numbers(office: Office, ann: str, bob: str) -> None:
    cells = area(office, 2) | {"endRowIndex": 4}
    order = [{"dimensionIndex": cells["startColumnIndex"], "sortOrder": "DESCENDING"}]
    office.person._do("sortRange", range=cells, sortSpecs=order)


def exchange(office: Office, ann: str, bob: str) -> None:
    office.correct(TAB, ann, "telephone", ANN["email"])
    office.correct(TAB, ann, "email", ANN["telephone"])


SLIPS: dict[str, tuple[Callable[[Office, str, str], None], str]] = {
    "another typed over": (type_over, "Somebody else now stands in this row"),
    "another's cells pasted over": (paste_another, "Somebody else now stands in this row"),
    "sorted without the numbers": (sort_without_numbers, "Somebody else now stands in this row"),
    "emptied": (empty, "no longer says who or what it is about"),
    "pushed to the right": (push_right, "have moved sideways"),
    "pushed to the left": (push_left, "have moved sideways"),
    "two ways to reach them exchanged": (exchange, "have moved sideways"),
}


@pytest.mark.parametrize("how", SLIPS)
def test_nobody_becomes_somebody_else_and_the_row_waits_with_words(
    office: Office, one: Machine, two: tuple[str, str], how: str
) -> None:
    before, (ann, bob) = one.now(TAB), two
    slip, words = SLIPS[how]
    slip(office, ann, bob)
    for _ in range(3):
        one.sync()
    assert one.now(TAB) == before
    assert words in next(each.why for each in one.status.aside if each.id == ann)
    request = one.book.append("help_requests", {"name": "Rita Invented", "status": "new"}, by="web").id
    one.sync()
    assert office.ids("help_requests") == [request], "and everything else goes on"


def test_a_row_typed_over_cell_by_cell_is_seen_though_a_sync_comes_in_between(
    office: Office, one: Machine, two: tuple[str, str]
) -> None:
    ann = two[0]
    for field, words in zip(("name", "telephone"), ZOE, strict=False):
        office.correct(TAB, ann, field, words)
        one.sync()
    assert one.status.aside == (), "they still have the email address that we knew"
    office.correct(TAB, ann, "email", ZOE[2])
    one.sync()
    assert "Somebody else now stands in this row" in one.status.aside[0].why
    assert one.get(TAB, ann)["email"] == ANN["email"]
    for field in ("name", "telephone", "email"):
        office.correct(TAB, ann, field, ANN[field])
    office.settle()
    assert {field: one.get(TAB, ann)[field] for field in ANN} == ANN
    assert one.status.aside == ()


@pytest.mark.parametrize(
    "told",
    [
        {"name": "Ann Cole", "telephone": "07700 900111", "email": "cole@example.org"},
        {"name": "Anne Archer", "telephone": "07700 900111", "email": ""},
        {"name": "Zoe Newcomer", "telephone": "07700 900111"},
        {"telephone": "07700 900111", "email": "new@example.org", "postcode": "BA5 5AA"},
        {"name": "", "telephone": ""},
    ],
)
def test_what_may_be_said_of_one_person_is_taken(
    office: Office, one: Machine, two: tuple[str, str], told: dict[str, str]
) -> None:
    for field, words in told.items():
        office.correct(TAB, two[0], field, words)
    office.settle()
    assert one.status.aside == ()
    assert {field: one.get(TAB, two[0])[field] or "" for field in told} == told


def test_what_changes_in_the_course_of_time_makes_nobody_another(
    office: Office, one: Machine, two: tuple[str, str]
) -> None:
    told = {"name": "Zoe Newcomer", "telephone": "07700 900111", "email": "new@example.org"}
    for field, words in told.items():
        office.correct(TAB, two[0], field, words)
        office.settle()
        office.clock.now += timedelta(days=30)
    assert one.status.aside == ()
    assert {field: one.get(TAB, two[0])[field] for field in told} == told


def test_somebody_new_may_be_told_to_come_with_another(office: Office, one: Machine, two: tuple[str, str]) -> None:
    office.person.type_row(TAB, {"Name": ZOE[0], "Telephone": ZOE[1], "About": two[0]})
    office.settle()
    assert one.status.aside == ()
    assert len(one.now(TAB)) == len(two) + 1


def test_days_may_be_filled_in_by_counting_on(office: Office, one: Machine, two: tuple[str, str]) -> None:
    check = {"volunteer_id": two[0], "kind": "dbs", "level": "basic"}
    made = [one.book.append("checks", check, by="ada").id for _ in range(4)]
    office.settle()
    days = {own: f"2026-11-{n:02}" for n, own in enumerate(sorted(made, key=partial(office.row, "checks")), start=1)}
    for later in (0, 20):
        days = {own: f"2026-11-{int(day[-2:]) + later}" if later else day for own, day in days.items()}
        for own, day in days.items():
            office.correct("checks", own, "seen_on", day)
        office.settle()
    assert {own: one.get("checks", own)["seen_on"] for own in made} == days


def test_an_organisation_may_have_another_person_to_ring(office: Office, one: Machine) -> None:
    told = {"name": "Bath Invented", "contact_name": "Ann Archer", "telephone": "01632 960001", "status": "offered"}
    own = one.book.append("organisations", told, by="web").id
    office.settle()
    office.correct("organisations", own, "contact_name", "Bob Baker")
    office.correct("organisations", own, "telephone", "01632 960002")
    one.sync()
    assert one.get("organisations", own)["contact_name"] == "Bob Baker"
    assert one.status.aside == ()


def test_a_row_that_was_moved_to_another_tab_makes_nobody_there(
    office: Office, one: Machine, two: tuple[str, str]
) -> None:
    row = office.row(TAB, two[0])
    cells = office.person.see(TAB)[row - 1]
    office.person.delete_rows(TAB, row)
    office.person.paste("residents", "A2", [cells])
    for _ in range(3):
        one.sync()
    assert one.book.rows("residents") == []
    assert [each.why for each in one.status.aside] == [
        "This row belongs to the tab volunteers, by its number. Move it back there, or delete it here."
    ]
    assert [each.id for each in one.status.missing] == [two[0]]


def test_a_row_pushed_sideways_with_its_number_makes_nobody(office: Office, one: Machine, two: tuple[str, str]) -> None:
    cell = first_cell(area(office, office.row(TAB, two[0]), whole=True))
    office.person._do("insertRange", range=cell, shiftDimension="COLUMNS")
    for _ in range(3):
        one.sync()
    assert sorted(one.now(TAB)) == sorted(two)
    assert "have moved sideways" in one.status.aside[0].why
