"""A program written with gspread for Google works unchanged against the stand-in."""

from datetime import date

import gspread
import pytest
from gspread.exceptions import APIError, SpreadsheetNotFound, WorksheetNotFound
from gspread.utils import ExportFormat, MergeType, PasteType, ValidationConditionType, ValueRenderOption

from .server import StandIn

PEOPLE = [["Name", "Hub", "Age"], ["Ann", "Keynsham", 81], ["Bob", "Bath", 79], ["Cy", "Radstock", 90]]


@pytest.fixture
def book(google: StandIn, gspread_client: gspread.Client) -> gspread.Spreadsheet:
    return gspread_client.open_by_key(google.spreadsheet("Town").id)


@pytest.fixture
def tab(book: gspread.Spreadsheet) -> gspread.Worksheet:
    book.sheet1.update(PEOPLE, "A1:C4")
    return book.sheet1


def test_records_come_back_by_their_headers(tab: gspread.Worksheet) -> None:
    assert tab.get_all_records()[0] == {"Name": "Ann", "Hub": "Keynsham", "Age": 81}
    assert tab.row_values(3) == ["Bob", "Bath", "79"]
    assert tab.col_values(2) == ["Hub", "Keynsham", "Bath", "Radstock"]


def test_cells_are_found_and_updated(tab: gspread.Worksheet) -> None:
    cell = tab.find("Bath")
    assert cell is not None
    assert cell.address == "B3"
    tab.update_cell(3, 2, "Somer Valley")
    tab.update_acell("A5", "Di")
    cells = tab.range("A2:A5")
    assert [one.value for one in cells] == ["Ann", "Bob", "Cy", "Di"]
    for one in cells:
        one.value = one.value.upper()
    tab.update_cells(cells)
    assert tab.col_values(1)[1:] == ["ANN", "BOB", "CY", "DI"]
    assert [one.value for one in tab.findall("Somer Valley")] == ["Somer Valley"]


def test_rows_and_columns_come_and_go(tab: gspread.Worksheet) -> None:
    tab.append_rows([["Di", "Bath", 70], ["Ed", "Bath", 71]])
    tab.insert_row(["Zoe", "Keynsham", 60], 2)
    tab.insert_rows([["Y", "", ""], ["X", "", ""]], 2)
    tab.delete_rows(2, 3)
    assert tab.col_values(1) == ["Name", "Zoe", "Ann", "Bob", "Cy", "Di", "Ed"]
    tab.insert_cols([["Phone", "07700 900001"]], 2)
    assert tab.row_values(1) == ["Name", "Phone", "Hub", "Age"]
    tab.delete_columns(2)
    tab.add_rows(10)
    tab.add_cols(2)
    tab.resize(20, 5)
    assert (tab.row_count, tab.col_count) == (20, 5)
    assert tab.row_values(1) == ["Name", "Hub", "Age"]


def test_a_tab_is_sorted_below_its_frozen_header(tab: gspread.Worksheet) -> None:
    tab.freeze(rows=1)
    tab.sort((3, "des"))
    assert tab.col_values(1) == ["Name", "Cy", "Ann", "Bob"]
    tab.sort((1, "asc"), range="A2:C4")
    assert tab.col_values(3) == ["Age", "81", "79", "90"]


def test_formats_notes_and_validation_come_back(book: gspread.Spreadsheet, tab: gspread.Worksheet) -> None:
    tab.format("A1:C1", {"textFormat": {"bold": True}, "backgroundColor": {"red": 1, "green": 0, "blue": 0}})
    tab.batch_format([{"range": "C2:C4", "format": {"numberFormat": {"type": "NUMBER", "pattern": "0.0"}}}])
    assert tab.acell("C2").value == "81.0"
    tab.insert_note("A1", "Who it is")
    tab.update_notes({"B1": "Where", "C1": "How old"})
    assert tab.get_notes(grid_range="A1:C1") == [["Who it is", "Where", "How old"]]
    tab.clear_note("A1")
    assert tab.get_note("A1") == ""
    tab.add_validation("B2:B4", ValidationConditionType.one_of_list, ["Bath", "Keynsham"], strict=True)
    fields = "sheets.data.rowData.values(userEnteredFormat(textFormat,backgroundColor),dataValidation)"
    rows = book.fetch_sheet_metadata({"fields": fields, "ranges": "Sheet1!A1:B2"})["sheets"][0]["data"][0]["rowData"]
    bold = {"textFormat": {"bold": True}, "backgroundColor": {"red": 1}}
    assert rows[0]["values"][0]["userEnteredFormat"] == bold
    assert rows[1]["values"][1]["dataValidation"]["condition"]["type"] == "ONE_OF_LIST"
    tab.clear()
    assert tab.get_all_values() == [[]]


def test_named_and_protected_ranges_are_kept(book: gspread.Spreadsheet, tab: gspread.Worksheet) -> None:
    tab.define_named_range("A2:C4", "people")
    assert tab.get("people")[0] == ["Ann", "Keynsham", "81"]
    (named,) = book.list_named_ranges()
    tab.delete_named_range(named["namedRangeId"])
    assert book.list_named_ranges() == []
    tab.add_protected_range("A1:C1", warning_only=True, description="Headers")
    (held,) = book.list_protected_ranges(tab.id)
    assert (held["description"], held["warningOnly"]) == ("Headers", True)
    tab.delete_protected_range(held["protectedRangeId"])
    assert book.list_protected_ranges(tab.id) == []


def test_cells_are_merged_copied_and_cut(tab: gspread.Worksheet) -> None:
    tab.merge_cells("A1:B1", MergeType.merge_all)
    assert tab.row_values(1) == ["Name", "", "Age"]
    tab.unmerge_cells("A1:B1")
    tab.copy_range("A2:C2", "A6:C6", PasteType.values)
    tab.cut_range("A6:C6", "A8")
    assert (tab.row_values(6), tab.row_values(8)) == ([], ["Ann", "Keynsham", "81"])


def test_filters_hide_nothing_from_programs(tab: gspread.Worksheet) -> None:
    tab.set_basic_filter("A1:C4")
    tab.hide_rows(1, 2)
    tab.hide_columns(0, 1)
    assert tab.get_all_values()[1] == ["Ann", "Keynsham", "81"]
    tab.unhide_rows(1, 2)
    tab.unhide_columns(0, 1)
    tab.clear_basic_filter()


def test_rows_and_columns_are_grouped(tab: gspread.Worksheet) -> None:
    tab.add_dimension_group_rows(1, 3)
    (group,) = tab.list_dimension_group_rows()
    assert (group["range"]["startIndex"], group["depth"]) == (1, 1)
    tab.delete_dimension_group_rows(1, 3)
    assert tab.list_dimension_group_rows() == []


def test_tabs_are_added_renamed_coloured_moved_and_deleted(book: gspread.Spreadsheet, tab: gspread.Worksheet) -> None:
    needs = book.add_worksheet("Needs", rows=50, cols=4, index=0)
    needs.update_title("Wants")
    needs.update_tab_color("#ff00ff")
    assert book.worksheet("Wants").get_tab_color() == "#FF00FF"
    copy = tab.duplicate(new_sheet_name="Copy")
    assert copy.get_all_values() == tab.get_all_values()
    book.reorder_worksheets([tab, copy, needs])
    assert [one.title for one in book.worksheets()] == ["Sheet1", "Copy", "Wants"]
    copy.hide()
    assert [one.title for one in book.worksheets(exclude_hidden=True)] == ["Sheet1", "Wants"]
    book.del_worksheet(copy)
    with pytest.raises(WorksheetNotFound):
        book.worksheet("Copy")
    with pytest.raises(APIError, match="already exists"):
        needs.update_title("SHEET1")


def test_a_tab_goes_to_another_spreadsheet(
    google: StandIn, gspread_client: gspread.Client, tab: gspread.Worksheet
) -> None:
    other = gspread_client.open_by_key(google.spreadsheet("Other").id)
    tab.copy_to(other.id)
    assert other.worksheet("Copy of Sheet1").get_all_values()[1] == ["Ann", "Keynsham", "81"]


def test_a_spreadsheet_keeps_its_title_place_and_language(book: gspread.Spreadsheet) -> None:
    book.update_title("Our town")
    book.update_locale("en_US")
    book.update_timezone("Etc/GMT")
    assert book.fetch_sheet_metadata()["properties"]["title"] == "Our town"
    book.sheet1.update([["11/21/2026"]], "A1", value_input_option="USER_ENTERED")
    days = book.sheet1.acell("A1", value_render_option=ValueRenderOption.unformatted).value
    assert int(days or 0) == (date(2026, 11, 21) - date(1899, 12, 30)).days


def test_files_are_made_found_copied_and_deleted(gspread_client: gspread.Client) -> None:
    made = gspread_client.create("Rota")
    made.sheet1.update([["a", "b"]], "A1:B1")
    assert gspread_client.open("Rota").id == made.id
    copy = gspread_client.copy(made.id, title="Rota 2", copy_permissions=True)
    assert copy.sheet1.get_all_values() == [["a", "b"]]
    copy.sheet1.update([["c"]], "A1")
    assert made.sheet1.acell("A1").value == "a"
    listed = gspread_client.list_spreadsheet_files()
    assert {one["name"] for one in listed} == {"Rota", "Rota 2"}
    gspread_client.del_spreadsheet(made.id)
    with pytest.raises(SpreadsheetNotFound):
        gspread_client.open_by_key(made.id)
    with pytest.raises(SpreadsheetNotFound):
        gspread_client.open("Rota")


def test_files_are_shared_and_not_shared_any_more(gspread_client: gspread.Client) -> None:
    made = gspread_client.create("Rota")
    made.share("ann@example.org", perm_type="user", role="writer", notify=False)
    made.share(None, perm_type="anyone", role="reader")
    assert {one["role"] for one in made.list_permissions()} == {"owner", "writer", "reader"}
    made.remove_permissions("ann@example.org")
    assert len(made.list_permissions()) == 2


def test_a_spreadsheet_that_nobody_shared_is_not_opened(google: StandIn, gspread_client: gspread.Client) -> None:
    book = google.spreadsheet("Private")
    google.world.private.add(book.id)
    with pytest.raises(PermissionError):
        gspread_client.open_by_key(book.id)


def test_a_spreadsheet_goes_out_and_comes_in_as_a_file(
    gspread_client: gspread.Client, book: gspread.Spreadsheet, tab: gspread.Worksheet
) -> None:
    assert book.export(ExportFormat.CSV).decode().splitlines()[1] == "Ann,Keynsham,81"
    assert book.export(ExportFormat.EXCEL)[:2] == b"PK"
    gspread_client.import_csv(book.id, "x,y\n1,2\n")
    again = gspread_client.open_by_key(book.id).sheet1
    assert (again.title, again.get_all_values()) == ("Town", [["x", "y"], ["1", "2"]])


def test_stamps_tell_when_a_file_was_changed(book: gspread.Spreadsheet) -> None:
    before = book.get_lastUpdateTime()
    book.sheet1.update([["a"]], "A1")
    assert book.get_lastUpdateTime() > before
    assert book.creationTime <= before
