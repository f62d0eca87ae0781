"""batchUpdate: all or nothing, and what hangs on rows and columns goes with them."""

from typing import Any

import gspread
import pytest
from gspread.exceptions import APIError
from hypothesis import given
from hypothesis import strategies as st

from .batch import batch_update
from .errors import Refusal
from .server import StandIn
from .service import Service
from .spreadsheet import Spreadsheet

Request = dict[str, Any]
WHOLE = {"sheetId": 0, "startRowIndex": 0, "endRowIndex": 1}


@pytest.fixture
def sheet(google: StandIn, gspread_client: gspread.Client) -> gspread.Spreadsheet:
    return gspread_client.open_by_key(google.spreadsheet("Town").id)


def named(name: str) -> Request:
    return {"addNamedRange": {"namedRange": {"name": name, "range": WHOLE}}}


def text_cells(*rows: list[str]) -> list[Request]:
    return [{"values": [{"userEnteredValue": {"stringValue": words}} for words in row]} for row in rows]


def mark(column: int, value: str) -> Request:
    place = {"sheetId": 0, "dimension": "COLUMNS", "startIndex": column, "endIndex": column + 1}
    one = {"metadataKey": "community.column", "metadataValue": value, "visibility": "DOCUMENT"}
    return {"createDeveloperMetadata": {"developerMetadata": one | {"location": {"dimensionRange": place}}}}


def marks(book: Spreadsheet) -> list[str | None]:
    """Return the value marked on each column, from left to right."""
    lines = book.sheets[0].column_lines
    return [book.metadata[line.metadata[0]]["value"] if line.metadata else None for line in lines]


def refused(book: Spreadsheet, *requests: Request) -> str:
    with pytest.raises(Refusal) as caught:
        batch_update(book, {"requests": list(requests)})
    return caught.value.message


def test_a_name_is_taken_once_and_the_second_batch_leaves_nothing_behind(sheet: gspread.Spreadsheet) -> None:
    first = sheet.batch_update({"requests": [named("sync_1")]})
    key = first["replies"][0]["addNamedRange"]["namedRange"]["namedRangeId"]
    append = {"appendCells": {"sheetId": 0, "rows": text_cells(["lost"]), "fields": "userEnteredValue"}}
    with pytest.raises(APIError) as caught:
        sheet.batch_update({"requests": [append, {"addSheet": {"properties": {"title": "X"}}}, named("SYNC_1")]})
    message = caught.value.response.json()["error"]["message"]
    assert message.startswith("Invalid requests[2].addNamedRange: Cannot add named range with name SYNC_1")
    assert (sheet.sheet1.get_all_values(), [one.title for one in sheet.worksheets()]) == ([[]], ["Sheet1"])
    sheet.batch_update({"requests": [named("sync_2"), {"deleteNamedRange": {"namedRangeId": key}}, append]})
    assert [one["name"] for one in sheet.list_named_ranges()] == ["sync_2"]


def test_a_name_that_lost_its_cells_is_not_shown_and_still_taken(sheet: gspread.Spreadsheet) -> None:
    sheet.add_worksheet("Other", 5, 5)
    sheet.batch_update({"requests": [named("sync_1")]})
    sheet.del_worksheet(sheet.sheet1)
    assert sheet.list_named_ranges() == []
    with pytest.raises(APIError, match="already exists"):
        sheet.worksheets()[0].define_named_range("A1", "sync_1")


def test_cells_appended_go_below_the_last_value_and_make_room(sheet: gspread.Spreadsheet) -> None:
    sheet.sheet1.resize(3, 2)
    sheet.sheet1.update([["a"], [""], ["b"]], "A1:A3")
    rows = text_cells(["=1+1", "07700", "x"], ["y"])
    sheet.batch_update({"requests": [{"appendCells": {"sheetId": 0, "rows": rows, "fields": "userEnteredValue"}}]})
    assert sheet.sheet1.get_all_values() == [
        ["a", "", ""], ["", "", ""], ["b", "", ""], ["=1+1", "07700", "x"], ["y", "", ""],
    ]  # fmt: skip


def test_text_formula_and_number_are_told_apart(sheet: gspread.Spreadsheet) -> None:
    values = [{"stringValue": "=1+1"}, {"formulaValue": "=1+1"}, {"numberValue": 2.0}, {"boolValue": True}]
    row = {"values": [{"userEnteredValue": value} for value in values]}
    start = {"sheetId": 0, "rowIndex": 0, "columnIndex": 0}
    sheet.batch_update({"requests": [{"updateCells": {"rows": [row], "fields": "userEnteredValue", "start": start}}]})
    cells = sheet.fetch_sheet_metadata({"fields": "sheets.data.rowData.values(userEnteredValue,effectiveValue)"})
    data = cells["sheets"][0]["data"][0]["rowData"][0]["values"]
    assert [cell["userEnteredValue"] for cell in data] == values
    assert [cell["effectiveValue"] for cell in data[:2]] == [{"stringValue": "=1+1"}, {"numberValue": 2}]


def test_the_answer_holds_what_was_asked_back_and_no_more(sheet: gspread.Spreadsheet) -> None:
    append = {"appendCells": {"sheetId": 0, "rows": text_cells(["id1", "a"], ["id2", "b"]), "fields": "*"}}
    body = {
        "requests": [append],
        "includeSpreadsheetInResponse": True,
        "responseRanges": ["Sheet1!A:A"],
        "responseIncludeGridData": True,
    }
    fields = "replies,updatedSpreadsheet(sheets(properties(title),data(startRow,rowData(values(effectiveValue)))))"
    url = f"https://sheets.googleapis.com/v4/spreadsheets/{sheet.id}:batchUpdate"
    answer = sheet.client.request("post", url, json=body, params={"fields": fields}).json()
    rows = [{"values": [{"effectiveValue": {"stringValue": words}}]} for words in ("id1", "id2")]
    updated = {"sheets": [{"properties": {"title": "Sheet1"}, "data": [{"rowData": rows}]}]}
    assert answer == {"replies": [{}], "updatedSpreadsheet": updated}


def test_a_sheet_can_be_read_without_its_cells(sheet: gspread.Spreadsheet) -> None:
    sheet.batch_update({"requests": [mark(1, "name"), named("sync_0")]})
    fields = (
        "spreadsheetId,properties(title,locale,timeZone),namedRanges,"
        "sheets(properties,developerMetadata,protectedRanges,data(columnMetadata(developerMetadata)))"
    )
    answer = sheet.fetch_sheet_metadata({"fields": fields})
    assert answer["properties"] == {"title": "Town", "locale": "en_GB", "timeZone": "Europe/London"}
    (tab,) = answer["sheets"]
    assert tab.keys() == {"properties", "data"}
    columns = tab["data"][0]["columnMetadata"]
    assert (len(columns), columns[0]) == (26, {})
    (found,) = columns[1]["developerMetadata"]
    place = {"dimension": "COLUMNS", "startIndex": 1, "endIndex": 2}
    assert found["location"] == {"locationType": "COLUMN", "dimensionRange": place}


def test_metadata_is_found_changed_and_deleted(sheet: gspread.Spreadsheet) -> None:
    on_sheet = {"metadataKey": "community.table", "metadataValue": "needs", "visibility": "DOCUMENT"}
    create = {"createDeveloperMetadata": {"developerMetadata": on_sheet | {"location": {"sheetId": 0}}}}
    sheet.batch_update({"requests": [mark(0, "id"), mark(3, "name"), create]})
    by_key = {"developerMetadataLookup": {"metadataKey": "community.column"}}
    url = f"https://sheets.googleapis.com/v4/spreadsheets/{sheet.id}/developerMetadata:search"
    ask = sheet.client.request
    found = ask("post", url, json={"dataFilters": [by_key]}).json()["matchedDeveloperMetadata"]
    assert sorted(one["developerMetadata"]["metadataValue"] for one in found) == ["id", "name"]
    change = {"dataFilters": [by_key], "developerMetadata": {"metadataValue": "x"}, "fields": "metadataValue"}
    sheet.batch_update({"requests": [{"updateDeveloperMetadata": change}]})
    reply = sheet.batch_update({"requests": [{"deleteDeveloperMetadata": {"dataFilter": by_key}}]})["replies"][0]
    gone = reply["deleteDeveloperMetadata"]["deletedDeveloperMetadata"]
    assert [one["metadataValue"] for one in gone] == ["x", "x"]
    assert ask("post", url, json={"dataFilters": [by_key]}).json() == {}


def test_a_copied_tab_has_marks_of_its_own_or_none(google: StandIn) -> None:
    book = google.spreadsheet("Town")
    on_sheet = {"metadataKey": "community.table", "visibility": "DOCUMENT", "location": {"sheetId": 0}}
    create = {"createDeveloperMetadata": {"developerMetadata": on_sheet}}
    batch_update(book, {"requests": [mark(2, "name"), create]})
    ann = google.person(book)
    ann.copy_tab("Sheet1")
    assert len(book.metadata) == 2
    book.marks_are_copied = True
    ann.copy_tab("Sheet1")
    assert [book.location(key)["locationType"] for key in book.metadata] == ["COLUMN", "SHEET"] * 2
    assert len({line.metadata for sheet in book.sheets for line in sheet.column_lines}) == 3


def test_people_tidy_up(google: StandIn) -> None:
    book = google.spreadsheet("Town")
    ann = google.person(book)
    data = {"coordinate": {"sheetId": 0}, "data": "Ann\t 07700  9 \nann\t2\nBob,x\t=1+1", "delimiter": "\t"}
    area = {"sheetId": 0, "endRowIndex": 9, "endColumnIndex": 2}
    answer = batch_update(
        book,
        {
            "requests": [
                {"pasteData": data},
                {"trimWhitespace": {"range": area}},
                {"deleteDuplicates": {"range": area, "comparisonColumns": [{"startIndex": 0, "endIndex": 1}]}},
            ]
        },
    )
    counts = [{}, {"trimWhitespace": {"cellsChangedCount": 1}}, {"deleteDuplicates": {"duplicatesRemovedCount": 1}}]
    assert answer["replies"] == counts
    assert ann.values("Sheet1") == [["Ann", "07700 9"], ["Bob,x", 2]]
    split = {"source": {"sheetId": 0, "endRowIndex": 2, "endColumnIndex": 1}, "delimiterType": "COMMA"}
    batch_update(book, {"requests": [{"textToColumns": split}]})
    assert ann.values("Sheet1") == [["Ann", "07700 9"], ["Bob", "x"]]


def test_limits_are_googles() -> None:
    book = Service().world.create("Town")
    long = {"userEnteredValue": {"stringValue": "x" * 50_001}}
    append = {"appendCells": {"sheetId": 0, "rows": [{"values": [long]}], "fields": "userEnteredValue"}}
    words = "Invalid requests[0].appendCells: Your input contains more than the maximum of 50000 characters"
    assert refused(book, append).startswith(words)
    more = {"appendDimension": {"sheetId": 0, "dimension": "ROWS", "length": 400_000}}
    assert "above the limit of 10000000 cells" in refused(book, more)
    assert book.sheets[0].row_count == 1000


@pytest.mark.parametrize(
    ("request_", "words"),
    [
        ({"deleteSheet": {"sheetId": 7}}, "No grid with id: 7"),
        ({"deleteSheet": {"sheetId": 0}}, "You can't remove all the visible sheets in a document."),
        ({"addSheet": {"properties": {"title": "sheet1"}}}, 'A sheet with the name "sheet1" already exists.'),
        ({"deleteNamedRange": {"namedRangeId": "7"}}, "No NamedRange with id: 7"),
        ({"updateCells": {"range": WHOLE, "rows": []}}, "At least one field must be listed in 'fields'."),
        ({"deleteDimension": {"range": {"sheetId": 0, "dimension": "ROWS"}}}, "You can't delete all the rows"),
        ({"sortRange": {"range": {"sheetId": 0, "startRowIndex": 2000}}}, "exceeds grid limits"),
    ],
)
def test_what_cannot_be_done_is_refused_by_number(request_: Request, words: str) -> None:
    book = Service().world.create("Town")
    (kind,) = request_
    message = refused(book, named("fine"), request_)
    assert message.startswith(f"Invalid requests[1].{kind}: ")
    assert words in message


INDEXES = st.integers(0, 9)
COLUMN_WORK = st.one_of(
    st.builds(lambda at, n: ("insertDimension", at, n), INDEXES, st.integers(1, 3)),
    st.builds(lambda at, n: ("deleteDimension", at, n), INDEXES, st.integers(1, 2)),
    st.builds(lambda at, to: ("moveDimension", at, to), INDEXES, INDEXES),
)


def column_request(kind: str, at: int, other: int) -> Request:
    span = {"sheetId": 0, "dimension": "COLUMNS", "startIndex": at, "endIndex": at + 1}
    if kind == "moveDimension":
        return {kind: {"source": span, "destinationIndex": other}}
    return {kind: {"range": span | {"endIndex": at + other}}}


@given(st.lists(COLUMN_WORK, max_size=8))
def test_marks_headers_and_named_ranges_stay_with_their_columns(work: list[tuple[str, int, int]]) -> None:
    book = Service().world.create("Town")
    names = [f"n_{index}" for index in range(10)]
    start = {"sheetId": 0, "rowIndex": 0, "columnIndex": 0}
    headers = {"updateCells": {"rows": text_cells(names), "fields": "userEnteredValue", "start": start}}
    ranges = [
        {"name": name, "range": {"sheetId": 0, "startColumnIndex": index, "endColumnIndex": index + 1}}
        for index, name in enumerate(names)
    ]
    named_ones = [{"addNamedRange": {"namedRange": one}} for one in ranges]
    batch_update(book, {"requests": [headers, *(mark(at, name) for at, name in enumerate(names)), *named_ones]})
    for step in work:
        batch_update(book, {"requests": [column_request(*step)]})
    sheet = book.sheets[0]
    shown = [cell.value if cell else None for cell in sheet.row(0)]
    assert marks(book)[: len(shown)] == shown
    assert len(marks(book)) == sheet.column_count
    left = {name: found[1].left for name in names if (found := book.named(name))}
    assert left == {name: index for index, name in enumerate(shown) if name}
    assert len(book.metadata) == len(left)


WORK = st.lists(
    st.sampled_from(
        [
            mark(2, "x"),
            named("other"),
            {"addSheet": {"properties": {"title": "More"}}},
            {"updateSheetProperties": {"properties": {"sheetId": 0, "title": "T"}, "fields": "title"}},
            {"appendCells": {"sheetId": 0, "rows": text_cells(["a", "b"]), "fields": "userEnteredValue"}},
            {"insertDimension": {"range": {"sheetId": 0, "dimension": "ROWS", "startIndex": 0, "endIndex": 2}}},
            {"moveDimension": {"source": {"sheetId": 0, "dimension": "ROWS", "endIndex": 1}, "destinationIndex": 3}},
            {"deleteDimension": {"range": {"sheetId": 0, "dimension": "COLUMNS", "startIndex": 0, "endIndex": 2}}},
            {"sortRange": {"range": {"sheetId": 0}, "sortSpecs": [{"dimensionIndex": 0, "sortOrder": "DESCENDING"}]}},
            {"repeatCell": {"range": WHOLE, "cell": {"note": "n"}, "fields": "note"}},
            {"mergeCells": {"range": {"sheetId": 0, "endRowIndex": 2, "endColumnIndex": 2}}},
            {"addProtectedRange": {"protectedRange": {"range": WHOLE, "warningOnly": True}}},
            {"setBasicFilter": {"filter": {"range": {"sheetId": 0}}}},
            {"updateDimensionProperties": {"range": {"sheetId": 0, "dimension": "ROWS", "startIndex": 1, "endIndex": 2},
                                           "properties": {"hiddenByUser": True}, "fields": "hiddenByUser"}},
            {"deleteNamedRange": {"namedRangeId": "1"}},
            {"findReplace": {"find": "a", "replacement": "b", "allSheets": True}},
        ]
    ),
    max_size=10,
)  # fmt: skip


def everything(service: Service, book: Spreadsheet) -> bytes:
    return service.handle("GET", f"/v4/spreadsheets/{book.id}?includeGridData=true", b"").content


@given(WORK)
def test_a_batch_with_one_bad_request_changes_nothing_at_all(work: list[Request]) -> None:
    service = Service(check_answers=True)
    book = service.world.create("Town")
    start = [
        {"updateCells": {"rows": text_cells(["b", "1"], ["a", "2"]), "fields": "*", "start": {"sheetId": 0}}},
        {"addNamedRange": {"namedRange": {"namedRangeId": "1", "name": "first", "range": WHOLE}}},
        mark(0, "id"),
    ]
    batch_update(book, {"requests": start})
    before = everything(service, book)
    refused(book, *work, {"deleteSheet": {"sheetId": 7}})
    assert everything(service, book) == before
