"""People sort, filter, hide, insert, move and rename, and every row stays whose it is."""

from collections.abc import Callable

import pytest

from sheets_sync.sheet_layout import BORN
from sheets_sync.status import leave_out, put_back
from tests.book.builders import make_request, make_volunteer
from tests.google_sheets.person import Person
from tests.sheets_sync.office import Machine, Office

NAMES = ("Cy", "Ann", "Bo", "Dot")

"""The tables that never leave the book."""


@pytest.fixture
def four(one: Machine) -> list[str]:
    """Four volunteers who stand in the sheet."""
    made = [one.book.append("volunteers", make_volunteer(name=name), by="web").id for name in NAMES]
    one.sync()
    return made


def sort_header_away(person: Person) -> None:
    person.sort("volunteers", "Name", header=False)
    assert person.see("volunteers")[0][3] != "Name"


ARRANGED: dict[str, Callable[[Person], object]] = {
    "sorted": lambda p: p.sort("volunteers", "Name", down=True),
    "sorted with the headers": sort_header_away,
    "filtered": lambda p: p.filter("volunteers", "Name", ["Ann", "Bo"]),
    "rows hidden": lambda p: p.hide_rows("volunteers", 2, 3),
    "columns hidden": lambda p: p.hide_columns("volunteers", "Name", 4),
    "a row inserted": lambda p: p.insert_rows("volunteers", 3, 2),
    "a row inserted on top": lambda p: p.insert_rows("volunteers", 1),
    "a row moved": lambda p: p.move_rows("volunteers", 5, 2),
    "a column inserted": lambda p: p.insert_columns("volunteers", "Id", 2),
    "a column moved": lambda p: p.move_columns("volunteers", "Name", "About"),
    "the id's column moved": lambda p: p.move_columns("volunteers", "Id", "Email"),
    "the hidden column moved": lambda p: p.move_columns("volunteers", "Born", "At"),
    "a header renamed": lambda p: p.rename_header("volunteers", "Name", "Who"),
    "two headers exchanged": lambda p: (p.type("volunteers", "D1", "Telephone"), p.type("volunteers", "E1", "Name")),
    "the headers deleted": lambda p: p.delete_rows("volunteers", 1),
    "the headers emptied": lambda p: p.clear("volunteers", "A1:Z1"),
    "the tab renamed": lambda p: p.rename_tab("volunteers", "Our people's tab"),
    "the tab moved": lambda p: p.book.sheets.append(p.book.sheets.pop(2)),
    "the tab copied": lambda p: p.copy_tab("volunteers"),
    "the log sorted": lambda p: p.sort("changes", "Id", down=True),
    "the views sorted": lambda p: p.sort("People", "Name", down=True),
}


@pytest.mark.parametrize("arranged", ARRANGED)
def test_arranging_the_sheet_loses_nothing(office: Office, one: Machine, four: list[str], arranged: str) -> None:
    ARRANGED[arranged](office.person)
    one.sync()
    one.set("volunteers", four[0], name="Cy Decided")
    office.correct("volunteers", four[1], "name", "Ann Typed")
    new = one.book.append("volunteers", make_volunteer(name="Eve"), by="web").id
    office.settle()
    assert one.get("volunteers", four[1])["name"] == "Ann Typed"
    assert office.says("volunteers", four[0], "name") == "Cy Decided"
    assert sorted(office.ids("volunteers")) == sorted([*four, new])
    assert {(c["record_id"], c["by"]) for c in one.book.changes()} == {(four[0], "ada"), (four[1], "sheet")}
    assert one.status.missing == ()


def test_columns_and_tabs_of_a_person_s_own_stay_as_they_are(office: Office, one: Machine, four: list[str]) -> None:
    person = office.person
    person.insert_columns("volunteers", "Name")
    person.type("volunteers", "D1", "My ticks")
    person.type_in("volunteers", office.row("volunteers", four[2]), "My ticks", "rang on Monday")
    person.add_tab("Rota")
    person.type("Rota", "B2", "Id")
    person.type("Rota", "B3", "Dot drives")
    one.set("volunteers", four[2], name="Bo Decided")
    one.book.append("volunteers", make_volunteer(name="Eve"), by="web")
    office.settle()
    person.sort("volunteers", "Name", down=True)
    office.settle()
    row = person.see("volunteers")[office.row("volunteers", four[2]) - 1]
    assert "rang on Monday" in row
    assert person.see("Rota") == [[], ["", "Id"], ["", "Dot drives"]]


def test_a_tab_whose_columns_were_sorted_one_by_one_stops_with_words_and_nothing_of_it_is_taken(
    office: Office, one: Machine, four: list[str]
) -> None:
    before = office.sheet.titled("volunteers").rows[:]  # type: ignore[union-attr]
    ids = {"sheetId": office.sheet.titled("volunteers").id, "startRowIndex": 1, "startColumnIndex": 0}  # type: ignore[union-attr]
    office.person._do(
        "sortRange",
        range={**ids, "endColumnIndex": 8},
        sortSpecs=[{"dimensionIndex": 3, "sortOrder": "ASCENDING"}],
    )
    one.set("volunteers", four[0], name="Cy Decided", status="ready")
    r = one.book.append("help_requests", make_request(), by="web").id
    one.sync()
    [asked] = one.status.questions
    assert "torn apart" in asked.words
    assert office.ids("help_requests") == [r], "the other tabs go on"
    assert {row["name"] for row in one.book.rows("volunteers")} == {"Cy Decided", "Ann", "Bo", "Dot"}
    assert {c["by"] for c in one.book.changes()} == {"ada"}
    torn = office.sheet.titled("volunteers")
    assert torn is not None
    torn.rows[:] = before  # Ctrl-Z
    office.settle()
    assert one.status.problems == ()
    assert office.says("volunteers", four[0], "name") == "Cy Decided"


def test_a_deleted_row_is_shown_and_sent_again_only_when_asked(
    anywhere: tuple[Office, Machine],
) -> None:
    office, machine = anywhere
    gone, stays = (machine.book.append("volunteers", make_volunteer(name=n), by="web").id for n in ("Ann", "Bo"))
    machine.sync()
    office.person.delete_rows("volunteers", office.row("volunteers", gone))
    for _ in range(3):
        machine.sync()
    assert [(m.tab, m.id) for m in machine.status.missing] == [("volunteers", gone)]
    assert machine.get("volunteers", gone)["name"] == "Ann"
    assert office.ids("volunteers") == [stays]
    machine.set("volunteers", gone, name="Ann Decided")
    machine.sync()
    assert office.ids("volunteers") == [stays]
    put_back(machine.book, [("volunteers", gone)])
    office.settle()
    assert machine.status.missing == ()
    assert office.says("volunteers", gone, "name") == "Ann Decided"


def test_a_deleted_row_may_stay_out(office: Office, one: Machine, four: list[str]) -> None:
    office.person.delete_rows("volunteers", office.row("volunteers", four[1]))
    one.sync()
    leave_out(one.book, [("volunteers", four[1])], "2026-11-23T12:00:00.000Z")
    office.settle()
    assert (one.status.missing, one.status.left_out) == ((), 1)
    assert four[1] not in office.ids("volunteers")
    assert one.get("volunteers", four[1])["name"] == "Ann"


def test_a_row_that_was_deleted_and_put_back_by_hand_is_no_longer_missing(
    office: Office, one: Machine, four: list[str]
) -> None:
    before = office.sheet.titled("volunteers").rows[:]  # type: ignore[union-attr]
    office.person.delete_rows("volunteers", 3)
    one.sync()
    assert len(one.status.missing) == 1
    office.sheet.titled("volunteers").rows[:] = before  # type: ignore[union-attr]
    office.settle()
    assert one.status.missing == ()


def test_the_other_machine_learns_of_a_row_it_never_saw_when_it_is_put_back(
    office: Office, one: Machine, other: Machine
) -> None:
    v = one.book.append("volunteers", make_volunteer(), by="web").id
    one.sync()
    one.sync()  # it was seen there: a row that vanishes at once is one that a racing program wrote over
    office.person.delete_rows("volunteers", office.row("volunteers", v))
    office.rest()
    assert other.book.get("volunteers", v) is None
    put_back(one.book, [("volunteers", v)])
    office.settle()
    assert other.get("volunteers", v)["name"] == "Noor Invented"


def test_a_deleted_tab_stops_alone_and_its_rows_are_missing_until_they_are_put_back(
    office: Office, one: Machine, four: list[str]
) -> None:
    office.person.delete_tab("volunteers")
    r = one.book.append("help_requests", make_request(), by="web").id
    one.sync()
    assert any("The tab volunteers was deleted" in words for words in one.status.problems)
    assert office.ids("help_requests") == [r]
    office.provision("volunteers")
    one.sync()
    assert {m.id for m in one.status.missing} == set(four)
    put_back(one.book, [(m.tab, m.id) for m in one.status.missing])
    office.settle()
    assert sorted(office.ids("volunteers")) == sorted(four)


def test_the_hidden_cell_is_hidden_and_tells_the_row_as_it_came(office: Office, one: Machine, four: list[str]) -> None:
    one.set("volunteers", four[0], name="Cy Decided")
    office.settle()
    assert '"name":"Cy"' in office.line("volunteers", four[0]).text(BORN)


def test_a_tab_that_grows_keeps_the_format_of_a_person_s_own_columns(office: Office, one: Machine) -> None:
    person = office.person
    first = [one.book.append("volunteers", make_volunteer(name=f"N{n}"), by="web").id for n in range(3)]
    one.sync()
    person.insert_columns("volunteers", "Name")
    own, rows = "D", office.sheet.titled("volunteers").row_count  # type: ignore[union-attr]
    person.reformat("volunteers", f"{own}1:{own}{rows}", "AUTOMATIC")
    person.reformat("volunteers", office.place("volunteers", first[0], "about"), "NUMBER", "0.00")
    for n in range(rows):
        one.book.append("volunteers", make_volunteer(name=f"More{n}"), by="web")
    one.sync()
    grown = office.sheet.titled("volunteers").row_count  # type: ignore[union-attr]
    assert grown > rows + 100
    for row in (2, grown):
        person.type("volunteers", f"{own}{row}", "3.5")
        assert person.entered("volunteers", f"{own}{row}") == 3.5
    person.type("volunteers", office.place("volunteers", first[0], "about"), "7")
    assert person.entered("volunteers", office.place("volunteers", first[0], "about")) == 7, (
        "only new rows are made text"
    )
    for field in ("id", "telephone", BORN):
        place = office.place_at("volunteers", field, grown)
        person.type("volunteers", place, "01225")
        assert person.entered("volunteers", place) == "01225"
