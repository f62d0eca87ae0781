"""Check says what is wrong with the spreadsheet and how to mend it, and changes nothing."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from community.forms import load as load_forms
from community.settings import load
from sheets_sync.sheet_layout import tabs
from sheets_sync.sheet_reading import sheets
from sheets_sync.sheets_service import Service
from sheets_sync.spreadsheet_access import SpreadsheetAccess
from sheets_sync.spreadsheet_check import check
from sheets_sync.tab_requests import mark_tab
from tests.google_sheets.person import Person
from tests.sheets_sync.household import Household, household, invented, lines
from tests.sheets_sync.keys import ADDRESS, key_file
from tests.sheets_sync.scripted import Scripted, refusal

CANARY = "Ann Example of 1 Example Street"


@pytest.fixture
def town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Household]:
    with household(tmp_path, monkeypatch) as made:
        yield made


@pytest.fixture
def ready(town: Household) -> Household:
    town.run("provision")
    return town


def found(town: Household, *options: str, code: int = 0) -> dict[str, list[tuple[str, str]]]:
    """What is not well: thing -> (state, words) of each finding."""
    told: dict[str, list[tuple[str, str]]] = {}
    for each in lines(town.run("check", "--json", *options, code=code)):
        if each["state"] != "well" and each["what"] != "key":
            told.setdefault(each["what"], []).append((each["state"], each["words"]))
    return told


def write(town: Household, *requests: dict[str, Any]) -> None:
    with town.service() as service:
        service.batch(requests)


def place(town: Household, title: str, field: str) -> tuple[int, int]:
    """A tab's id and a column's place in it."""
    sheet = next(sheet for sheet in sheets(town.look()) if sheet.title == title)
    return sheet.sheet_id, next(place for place, each in sheet.marks.items() if each == field)


def test_a_spreadsheet_that_is_ready_is_found_well_without_being_touched(ready: Household) -> None:
    before = ready.state()
    assert found(ready) == {}
    told = {each["what"] for each in lines(ready.run("check", "--json"))}
    assert {f"tab {tab.title}" for tab in tabs([])} | {"book", "spreadsheet", "room", "guard", "formulas"} <= told
    assert ready.state() == before
    assert ready.google.counts["write"] == 1, "the one of provision"


def test_an_empty_spreadsheet_lacks_everything_and_is_told_how_to_get_it(town: Household) -> None:
    told = found(town, code=1)
    assert {"guard", "tab Board", "tab volunteers", "tab changes", "tab erasures"} <= set(told)
    assert all("python start.py sheets_sync provision" in words for each in told.values() for _, words in each)


def test_a_renamed_tab_is_found_and_told_but_not_wrong(ready: Household) -> None:
    person = Person(ready.google.world, ready.sheet)
    person.rename_tab("volunteers", "People who help")
    [(state, words)] = found(ready)["tab volunteers"]
    assert (state, "found all the same" in words) == ("think", True)


def test_a_missing_column_is_named_with_its_heading(ready: Household) -> None:
    sheet_id, column = place(ready, "volunteers", "how_many")
    write(ready, {"deleteDimension": {"range": _column(sheet_id, column)}})
    [(state, words)] = found(ready, code=1)["tab volunteers"]
    assert state == "wrong"
    assert "“How many”" in words
    assert "Version history" in words


def test_a_doubled_heading_is_named(ready: Household) -> None:
    sheet_id, _ = place(ready, "organisations", "name")
    write(
        ready,
        {"appendDimension": {"sheetId": sheet_id, "dimension": "COLUMNS", "length": 1}},
        _put(sheet_id, 0, len(_fields(ready, "organisations")), "Telephone"),
    )
    [(state, words)] = found(ready, code=1)["tab organisations"]
    assert (state, words) == (
        "wrong",
        "Two columns claim to be the column “Telephone”. Give the one you added another heading.",
    )


def test_a_copied_tab_is_told(ready: Household) -> None:
    sheet_id, _ = place(ready, "visits", "id")
    write(ready, {"duplicateSheet": {"sourceSheetId": sheet_id, "newSheetId": 5, "newSheetName": "visits in May"}})
    if next(sheet for sheet in sheets(ready.look()) if sheet.sheet_id == 5).mark is None:
        visits = next(tab for tab in tabs([]) if tab.name == "visits")
        write(ready, mark_tab(visits, 5))
    assert "It was copied" in found(ready)["tab visits"][0][1]


def test_a_formula_in_one_of_our_columns_is_told_by_its_row_and_not_by_what_it_says(ready: Household) -> None:
    sheet_id, column = place(ready, "volunteers", "name")
    write(ready, _put(sheet_id, 4, column, f'="{CANARY}"'), _put(sheet_id, 5, column, "'=not one"))
    told = found(ready)
    assert told["tab volunteers"] == [
        ("think", "the column “Name” holds formulas in row 5. Copy them and paste the values only.")
    ]


def test_a_nearly_full_spreadsheet_is_told_before_it_is_full(ready: Household) -> None:
    write(ready, {"addSheet": {"properties": {"gridProperties": {"rowCount": 900_000, "columnCount": 10}}}})
    assert found(ready)["room"][0][0] == "think"
    write(ready, {"addSheet": {"properties": {"gridProperties": {"rowCount": 90_000, "columnCount": 10}}}})
    [(state, words)] = found(ready, code=1)["room"]
    assert state == "wrong"
    assert "Delete empty rows" in words


def test_another_country_s_settings_are_told(ready: Household) -> None:
    ready.sheet.properties["timeZone"] = "America/New_York"
    assert "Open File, Settings" in found(ready)["time zone"][0][1]


def test_a_lost_guard_is_told(ready: Household) -> None:
    names = [each["namedRangeId"] for each in ready.look()["namedRanges"]]
    write(ready, *({"deleteNamedRange": {"namedRangeId": each}} for each in names))
    assert "keeps two writers apart" in found(ready, code=1)["guard"][0][1]


def test_lost_marks_are_told(ready: Household) -> None:
    write(ready, {"deleteDeveloperMetadata": {"dataFilter": {"developerMetadataLookup": {"visibility": "DOCUMENT"}}}})
    assert {words for each in found(ready).values() for _, words in each} == {
        "It is found by its name or headings only. `python start.py sheets_sync provision` adds the marks."
    }


def test_a_tab_of_somebody_s_own_with_our_name_is_told(town: Household) -> None:
    write(town, {"updateSheetProperties": {"properties": {"sheetId": 0, "title": "Contacts"}, "fields": "title"}})
    assert "A tab of your own" in found(town, code=1)["tab contacts"][0][1]


def test_protection_against_the_program_is_told(ready: Household) -> None:
    shape = ready.look()
    tab = next(each for each in shape["sheets"] if each["properties"]["title"] == "visits")
    tab["protectedRanges"] = [{"range": {"sheetId": tab["properties"]["sheetId"]}}]
    rows = {"valueRanges": [{}] * len(tabs(load_forms(load()).values()))}
    with (
        Scripted((200, shape), (200, rows)) as server,
        Service(SpreadsheetAccess("town", None, server.root)) as service,
    ):
        told = [each for each in check(service, load_forms(load()).values()) if each.what == "tab visits"]
    assert "protected from this program" in told[0].words


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (refusal(403, "The caller does not have permission"), "press Share"),
        (refusal(404, "Requested entity was not found."), "Compare SHEET_ID"),
        (refusal(401, "Request had invalid authentication credentials."), "make a new key"),
        (refusal(403, "Off", reason="SERVICE_DISABLED"), "press Enable"),
    ],
)
def test_what_keeps_us_out_is_one_finding_with_the_way_in(
    town: Household, monkeypatch: pytest.MonkeyPatch, answer: tuple[int, Any], words: str
) -> None:
    with Scripted(answer) as server:
        monkeypatch.setenv("SHEETS_API_ROOT", server.root)
        for options in ([], ["--live"]):
            told = found(town, *options, code=1)
            assert list(told) == ["spreadsheet"]
            assert words in told["spreadsheet"][0][1]


def test_settings_that_are_missing_or_wrong_are_told_too(town: Household, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SHEETS_API_ROOT")
    assert "There is no key" in town.run("check", code=1).stdout
    monkeypatch.setenv("GOOGLE_SERVICE_ACCOUNT", key_file(private_key=CANARY))
    said = town.run("check", code=1).stdout
    assert "is damaged" in said
    assert CANARY not in said
    monkeypatch.delenv("SHEET_ID")
    assert "No spreadsheet is named" in town.run("check", code=1).stdout


def test_whom_to_share_with_is_told(town: Household, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SHEETS_API_ROOT")
    with Scripted((400, {"error": "invalid_grant"})) as server:
        monkeypatch.setenv("GOOGLE_SERVICE_ACCOUNT", key_file(token_uri=server.root))
        assert ADDRESS in town.run("check", code=1).stdout


def test_the_invented_town_is_told_not_to_go_there(town: Household, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEMO", "yes")
    assert "There is no book" in found(town, code=1)["book"][0][1]
    invented()
    assert "invented people never go to a spreadsheet" in found(town, code=1)["book"][0][1]


def _fields(town: Household, title: str) -> list[str]:
    return list(next(sheet for sheet in sheets(town.look()) if sheet.title == title).marks.values())


def _column(sheet_id: int, column: int) -> dict[str, Any]:
    return {"sheetId": sheet_id, "dimension": "COLUMNS", "startIndex": column, "endIndex": column + 1}


def _put(sheet_id: int, row: int, column: int, typed: str) -> dict[str, Any]:
    kind = "formulaValue" if typed.startswith("=") else "stringValue"
    return {
        "updateCells": {
            "start": {"sheetId": sheet_id, "rowIndex": row, "columnIndex": column},
            "rows": [{"values": [{"userEnteredValue": {kind: typed.removeprefix("'")}}]}],
            "fields": "userEnteredValue",
        }
    }
