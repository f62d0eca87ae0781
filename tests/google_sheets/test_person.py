"""What a person does in the browser, as a program sees it afterwards."""

import gspread
import pytest
from gspread.exceptions import APIError

from .cells import Formula
from .person import Person
from .server import StandIn

ROWS = [["Id", "Name", "Phone"], ["1", "Ann", "07700 900001"], ["2", "Bob", "07700 900002"], ["3", "Cy", ""]]


@pytest.fixture
def book(google: StandIn, gspread_client: gspread.Client) -> gspread.Spreadsheet:
    opened = gspread_client.open_by_key(google.spreadsheet("Town").id)
    opened.sheet1.update(ROWS, "A1:C4")
    return opened


@pytest.fixture
def ann(google: StandIn, book: gspread.Spreadsheet) -> Person:
    return google.person(google.world.books[book.id])


def test_typing_goes_by_the_cells_format(book: gspread.Spreadsheet, ann: Person) -> None:
    book.sheet1.format("C:C", {"numberFormat": {"type": "TEXT"}})
    ann.type_in("Sheet1", 4, "Phone", "07700900003")
    ann.type("Sheet1", "D4", "07700900003")
    ann.type("Sheet1", "E4", "=1+1")
    assert ann.values("Sheet1")[3] == ["3", "Cy", "07700900003", 7700900003, 2]
    assert isinstance(ann.entered("Sheet1", "E4"), Formula)


def test_rows_are_typed_copied_moved_and_deleted(book: gspread.Spreadsheet, ann: Person) -> None:
    assert ann.type_row("Sheet1", {"Name": "Di", "Phone": "no"}) == 5
    ann.copy_rows("Sheet1", 2, 6)
    ann.move_rows("Sheet1", 6, 2)
    ann.insert_rows("Sheet1", 3)
    ann.delete_rows("Sheet1", ann.row_of("Sheet1", "Name", "Bob"))
    assert [row[1] if row else "" for row in ann.see("Sheet1")] == ["Name", "Ann", "", "Ann", "Cy", "Di"]
    assert book.sheet1.col_values(2) == ["Name", "Ann", "", "Ann", "Cy", "Di"]


def test_the_grid_makes_room_for_the_last_row(book: gspread.Spreadsheet, ann: Person) -> None:
    book.sheet1.resize(4, 3)
    assert ann.type_row("Sheet1", {"Name": "Di"}) == 5
    ann.copy_rows("Sheet1", 2, 9)
    assert ann.see("Sheet1")[8][1] == "Ann"


def test_columns_are_moved_inserted_renamed_and_deleted(ann: Person) -> None:
    ann.move_columns("Sheet1", "Phone", "Id")
    ann.insert_columns("Sheet1", "Name")
    ann.rename_header("Sheet1", "Phone", "Telephone")
    assert ann.see("Sheet1")[0] == ["Telephone", "Id", "", "Name"]
    ann.delete_columns("Sheet1", "Id")
    assert ann.see("Sheet1")[1] == ["07700 900001", "", "Ann"]
    with pytest.raises(LookupError):
        ann.column("Sheet1", "Id")


def test_sorting_leaves_the_header_and_puts_blanks_last(ann: Person) -> None:
    ann.sort("Sheet1", "Name", down=True)
    assert [row[1] for row in ann.see("Sheet1")] == ["Name", "Cy", "Bob", "Ann"]
    ann.sort("Sheet1", "Phone", down=True)
    assert [row[1] for row in ann.see("Sheet1")] == ["Name", "Bob", "Ann", "Cy"]


def test_what_is_hidden_or_filtered_is_still_there(book: gspread.Spreadsheet, ann: Person) -> None:
    ann.hide_rows("Sheet1", 2)
    ann.hide_columns("Sheet1", "Phone")
    ann.filter("Sheet1", "Name", ["Bob"])
    assert book.sheet1.get_all_values() == ROWS
    fields = "sheets.data(rowMetadata(hiddenByUser,hiddenByFilter),columnMetadata.hiddenByUser)"
    data = book.fetch_sheet_metadata({"fields": fields, "ranges": "Sheet1!A1:C4"})["sheets"][0]["data"][0]
    assert data["rowMetadata"] == [{}, {"hiddenByUser": True}, {"hiddenByFilter": True}, {}]
    assert data["columnMetadata"] == [{}, {}, {"hiddenByUser": True}]
    ann.unfilter("Sheet1")
    ann.hide_rows("Sheet1", 2, hidden=False)


def test_a_tab_is_renamed_copied_and_deleted(book: gspread.Spreadsheet, ann: Person) -> None:
    ann.rename_tab("Sheet1", "People")
    assert ann.copy_tab("People") == "Copy of People"
    ann.add_tab("Notes", rows=2)
    ann.delete_tab("Copy of People")
    assert ann.tabs() == ["People", "Notes"] == [one.title for one in book.worksheets()]


def test_marking_clearing_replacing_merging_and_cutting(ann: Person) -> None:
    ann.clear("Sheet1", "C2:C4")
    ann.replace("Sheet1", "Ann", "Anna")
    ann.merge("Sheet1", "A2:B2")
    ann.cut("Sheet1", "B3", "B5")
    ann.reformat("Sheet1", "A3", "DATE")
    assert ann.see("Sheet1") == [["Id", "Name", "Phone"], ["1"], ["2"], ["3", "Cy"], ["", "Bob"]]


def test_what_a_person_closed_no_program_may_write(book: gspread.Spreadsheet, ann: Person) -> None:
    ann.protect("Sheet1", "A1:C2", "Only Ann")
    for act in (
        lambda: book.sheet1.update([["x"]], "B2"),
        lambda: book.sheet1.sort((1, "des"), range="A1:C4"),
        lambda: book.sheet1.delete_rows(1),
        lambda: book.sheet1.batch_clear(["A1:A9"]),
    ):
        with pytest.raises(APIError, match=r"400.*protected cell"):
            act()
    assert ann.see("Sheet1")[1:] == [["1", "Ann", "07700 900001"], ["2", "Bob", "07700 900002"], ["3", "Cy"]]
    book.sheet1.update([["y"]], "B4")
    ann.type("Sheet1", "B2", "Anne")
    (held,) = book.list_protected_ranges(0)
    assert (held["description"], "requestingUserCanEdit" in held) == ("Only Ann", False)


def test_a_tab_that_is_not_there_is_told(ann: Person) -> None:
    with pytest.raises(LookupError, match="there are Sheet1"):
        ann.see("Nothing")
