"""Reading and writing plain values, in the order of what bites programs most."""

from typing import Any

import gspread
import pytest
from gspread.exceptions import APIError
from gspread.utils import DateTimeOption, ValueInputOption, ValueRenderOption

from .server import StandIn

RAW, TYPED = ValueInputOption.raw, ValueInputOption.user_entered


@pytest.fixture
def tab(google: StandIn, gspread_client: gspread.Client) -> gspread.Worksheet:
    return gspread_client.open_by_key(google.spreadsheet("Town").id).sheet1


def refusal(act: Any, *given: Any, **options: Any) -> dict[str, Any]:
    """Return the error of the refusal that an act meets."""
    with pytest.raises(APIError) as caught:
        act(*given, **options)
    error: dict[str, Any] = caught.value.response.json()["error"]
    return error


def test_an_empty_range_has_no_values_and_a_gap_is_an_empty_row(tab: gspread.Worksheet) -> None:
    book = tab.spreadsheet
    assert book.values_get("Sheet1!A1:B2") == {"range": "Sheet1!A1:B2", "majorDimension": "ROWS"}
    tab.update([["a", "", ""], [], ["", "b", ""]], "A1:C3")
    assert book.values_get("Sheet1!A1:D9")["values"] == [["a"], [], ["", "b"]]


def test_a_range_comes_back_cut_to_the_grid(tab: gspread.Worksheet) -> None:
    tab.resize(4, 4)
    for asked, answered in (("A1:Z99", "A1:D4"), ("A2:2", "A2:D2"), ("B:C", "B1:C4"), ("C3", "C3"), ("D4:A1", "A1:D4")):
        assert tab.spreadsheet.values_get(f"Sheet1!{asked}")["range"] == f"Sheet1!{answered}"


def test_a_range_that_is_not_there_is_refused_in_googles_words(tab: gspread.Worksheet) -> None:
    assert refusal(tab.spreadsheet.values_get, "Nowhere!A1")["message"] == "Unable to parse range: Nowhere!A1"
    assert "exceeds grid limits. Max rows: 1000, max columns: 26" in refusal(tab.get, "A1001")["message"]
    assert "tried writing to row [3]" in refusal(tab.update, [["1"], ["2"], ["3"]], "A1:A2")["message"]
    assert "tried writing to column [B]" in refusal(tab.update, [["1", "2"]], "A1:A2")["message"]


@pytest.mark.parametrize(
    ("typed", "value", "shows"),
    [
        ("07700900123", 7700900123, "7700900123"),
        ("07700 900123", "07700 900123", "07700 900123"),
        ("'07700900123", "07700900123", "07700900123"),
        ("1,234.50", 1234.5, "1,234.50"),
        ("12%", 0.12, "12%"),
        ("£5", 5, "£5"),
        ("-3.5", -3.5, "-3.5"),
        ("21/11/2026", 46347, "21/11/2026"),
        ("2020-01-01", 43831, "2020-01-01"),
        ("2026-11-21T20:21:48.123Z", "2026-11-21T20:21:48.123Z", "2026-11-21T20:21:48.123Z"),
        ("13:30", 0.5625, "13:30"),
        ("21/11/2026 13:30", 46347.5625, "21/11/2026 13:30"),
        ("31/02/2026", "31/02/2026", "31/02/2026"),
        ("true", True, "TRUE"),
        ("=1+2*3", 7, "7"),
        ('="a"&"b"', "ab", "ab"),
        ("=1/0", "#DIV/0!", "#DIV/0!"),
        ("=NOBODY(1)", "#NAME?", "#NAME?"),
        ("1e3", 1000, "1.00E+03"),
        ("", "", ""),
    ],
)
def test_what_is_typed_becomes_what_it_looks_like_in_britain(
    tab: gspread.Worksheet, typed: str, value: Any, shows: str
) -> None:
    tab.update([[typed, "."]], "A1:B1", value_input_option=TYPED)
    read = tab.get("A1:B1", value_render_option=ValueRenderOption.unformatted)
    assert read[0][0] == value
    assert tab.get("A1:B1")[0][0] == shows


def test_what_is_written_raw_stays_as_it_is(tab: gspread.Worksheet) -> None:
    words = ["=1+1", "07700900123", "'quoted", "21/11/2026", "TRUE", "+44"]
    tab.update([words], "A1:F1", value_input_option=RAW)
    assert tab.get("A1:F1", value_render_option=ValueRenderOption.unformatted) == [words]


def test_a_cell_of_plain_text_keeps_what_is_typed(tab: gspread.Worksheet) -> None:
    tab.format("A:A", {"numberFormat": {"type": "TEXT"}})
    tab.update([["07700900123"], ["=1+1"], ["21/11/2026"]], "A1:A3", value_input_option=TYPED)
    read = tab.get("A1:A3", value_render_option=ValueRenderOption.unformatted)
    assert read == [["07700900123"], ["=1+1"], ["21/11/2026"]]


def test_a_number_that_is_already_there_stays_one_when_its_cell_becomes_plain_text(tab: gspread.Worksheet) -> None:
    tab.update([["12"]], "A1", value_input_option=TYPED)
    tab.format("A1", {"numberFormat": {"type": "TEXT"}})
    assert tab.get("A1", value_render_option=ValueRenderOption.unformatted) == [[12]]


def test_dates_come_as_serial_numbers_unless_asked_for_as_text(tab: gspread.Worksheet) -> None:
    tab.update([["1999-01-02"]], "A1", value_input_option=TYPED)
    as_text = {"value_render_option": ValueRenderOption.unformatted}
    assert tab.get("A1", **as_text) == [[36162]]
    assert tab.get("A1", date_time_render_option=DateTimeOption.formatted_string, **as_text) == [["1999-01-02"]]


def test_null_leaves_a_cell_alone_and_empty_text_clears_it(tab: gspread.Worksheet) -> None:
    tab.update([["a", "b", "c"]], "A1:C1")
    answer = tab.update([[None, "", "d"]], "A1:C1")
    assert answer["updatedCells"] == 2
    assert tab.get("A1:C1") == [["a", "", "d"]]


def test_a_flat_list_is_refused_with_the_place_of_each_fault(tab: gspread.Worksheet) -> None:
    error = refusal(tab.spreadsheet.values_update, "Sheet1!A1", {"valueInputOption": "RAW"}, {"values": ["a", "b"]})
    violations = error["details"][0]["fieldViolations"]
    assert [one["field"] for one in violations] == ["data.values[0]", "data.values[1]"]
    words = "Invalid value at 'data.values[0]' (type.googleapis.com/google.protobuf.ListValue), \"a\""
    assert violations[0]["description"] == words


def test_a_cell_holds_fifty_thousand_letters_and_a_refused_write_leaves_nothing_behind(tab: gspread.Worksheet) -> None:
    tab.update([["x" * 50_000]], "A1")
    error = refusal(tab.update, [["first"], ["x" * 50_001]], "B1:B2")
    assert error["message"] == "Your input contains more than the maximum of 50000 characters in a single cell."
    assert tab.get("B1:B2") == [[]]


def test_columns_come_turned_round(tab: gspread.Worksheet) -> None:
    tab.update([["a", "b"], ["c"]], "A1:B2")
    assert tab.col_values(1) == ["a", "c"]
    assert tab.spreadsheet.values_get("Sheet1!A1:B2", {"majorDimension": "COLUMNS"})["values"] == [["a", "c"], ["b"]]


def test_the_first_tab_that_shows_is_meant_when_none_is_named(tab: gspread.Worksheet) -> None:
    other = tab.spreadsheet.add_worksheet("Other", 5, 5)
    tab.hide()
    other.update([["here"]], "A1")
    assert tab.spreadsheet.values_get("A1")["range"] == "Other!A1"


def test_formulas_follow_the_cells_they_name(tab: gspread.Worksheet) -> None:
    tab.update([[1], [2], ["=SUM(A1:A2)+A1"]], "A1:A3", value_input_option=TYPED)
    assert tab.acell("A3").value == "4"
    tab.update([[5]], "A1")
    assert tab.acell("A3").value == "12"
    assert tab.acell("A3", value_render_option=ValueRenderOption.formula).value == "=SUM(A1:A2)+A1"


def test_a_formula_that_leads_back_to_itself_shows_an_error(tab: gspread.Worksheet) -> None:
    tab.update([["=B1", "=A1"]], "A1:B1", value_input_option=TYPED)
    assert tab.acell("A1").value == "#REF!"


def test_values_go_in_and_out_of_several_ranges_at_once(tab: gspread.Worksheet) -> None:
    tab.batch_update([{"range": "A1", "values": [["a"]]}, {"range": "C2:D2", "values": [["c", "d"]]}])
    assert tab.batch_get(["A1", "C2:D2", "E5"]) == [[["a"]], [["c", "d"]], []]
    tab.batch_clear(["A1:B9", "D2"])
    assert tab.get_all_values() == [["", "", ""], ["", "", "c"]]
