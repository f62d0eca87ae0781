"""values.append looks for a table, and rows drift when it finds another than was meant."""

from typing import Any

import gspread
import pytest
from gspread.utils import InsertDataOption
from hypothesis import given
from hypothesis import strategies as st

from .appending import table
from .boxes import Area
from .server import StandIn
from .spreadsheet import Spreadsheet
from .values import write


@pytest.fixture
def tab(google: StandIn, gspread_client: gspread.Client) -> gspread.Worksheet:
    return gspread_client.open_by_key(google.spreadsheet("Town").id).sheet1


def append(tab: gspread.Worksheet, where: str, row: list[str], **options: Any) -> tuple[str | None, str]:
    """Return the table that was found and the range that was written."""
    query = {"valueInputOption": "RAW", **options}
    answer = tab.spreadsheet.values_append(where, query, {"values": [row]})
    return answer.get("tableRange"), answer["updates"]["updatedRange"]


def test_an_empty_tab_has_no_table(tab: gspread.Worksheet) -> None:
    assert append(tab, "Sheet1", ["a", "b"]) == (None, "Sheet1!A1:B1")
    assert append(tab, "Sheet1!D5", ["c"]) == (None, "Sheet1!D5")


def test_rows_go_below_the_table(tab: gspread.Worksheet) -> None:
    tab.update([["a", "b"], ["c", "d"]], "B2:C3")
    assert append(tab, "Sheet1", ["e", "f"]) == ("Sheet1!B2:C3", "Sheet1!B4:C4")


def test_a_gap_in_the_first_row_lets_later_rows_drift_to_the_right(tab: gspread.Worksheet) -> None:
    tab.update([["x", "", "z"]], "A1:C1")
    assert append(tab, "Sheet1", ["1", "2", "3"]) == ("Sheet1!C1", "Sheet1!C2:E2")
    assert append(tab, "Sheet1!A1", ["4"]) == ("Sheet1!A1", "Sheet1!A2")


def test_of_two_tables_the_range_decides(tab: gspread.Worksheet) -> None:
    tab.update([["1", "2"], ["3", "4"]], "A1:B2")
    tab.update([["5", "6"], ["7", "8"]], "D5:E6")
    assert append(tab, "Sheet1!A1:B1", ["x"])[0] == "Sheet1!A1:B2"
    assert append(tab, "Sheet1", ["x"])[0] == "Sheet1!D5:E6"


def test_overwriting_goes_over_what_is_below_and_inserting_pushes_it_down(tab: gspread.Worksheet) -> None:
    tab.update([["table"], [""], ["below"]], "A1:A3")
    tab.append_rows([["1"], ["2"]], table_range="A1")
    assert tab.col_values(1) == ["table", "1", "2"]
    tab.append_row(["3"], table_range="A1", insert_data_option=InsertDataOption.insert_rows)
    tab.update([["end"]], "A6")
    tab.append_row(["4"], table_range="A1", insert_data_option=InsertDataOption.insert_rows)
    assert tab.col_values(1) == ["table", "1", "2", "3", "4", "", "end"]


def test_the_grid_grows_and_new_rows_are_formatted_like_the_last(tab: gspread.Worksheet) -> None:
    tab.resize(2, 2)
    tab.format("A1:B2", {"numberFormat": {"type": "TEXT"}})
    tab.update([["a"], ["b"]], "A1:A2")
    tab.append_row(["007", "008", "c"], value_input_option="USER_ENTERED")
    assert tab.get("A3:C3", value_render_option="UNFORMATTED_VALUE") == [["007", "008", "c"]]
    again = tab.spreadsheet.fetch_sheet_metadata()["sheets"][0]["properties"]["gridProperties"]
    assert again == {"rowCount": 3, "columnCount": 3}


@given(st.lists(st.lists(st.sampled_from(["", "", "x"]), min_size=6, max_size=6), min_size=1, max_size=6))
def test_around_a_table_there_is_nothing_and_no_edge_of_it_is_empty(rows: list[list[str]]) -> None:
    book = Spreadsheet("town", "Town")
    sheet = book.sheets[0]
    write(book, sheet, 1, 1, [list(row) for row in rows], "RAW")
    found = table(sheet, Area(0, sheet.row_count, 0, sheet.column_count))
    filled = {(y + 1, x + 1) for y, row in enumerate(rows) for x, words in enumerate(row) if words}
    if found is None:
        assert filled == set()
        return
    inside = set(found.cells())
    ring = set(Area(found.top - 1, found.bottom + 1, found.left - 1, found.right + 1).cells()) - inside
    assert max(filled) in inside
    assert not ring & filled
    own = inside & filled
    assert {y for y, _ in own} >= {found.top, found.bottom - 1}
    assert {x for _, x in own} >= {found.left, found.right - 1}
