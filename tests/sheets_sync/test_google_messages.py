"""The first refusal by Google is understood: its own sentence and what was asked for, and nobody's words."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from structlog.testing import capture_logs

from community.forms import load as load_forms
from community.settings import load
from sheets_sync.refusal_words import Protected, sayable
from sheets_sync.sheets_service import Service
from sheets_sync.spreadsheet_access import SpreadsheetAccess
from sheets_sync.spreadsheet_check import check
from sheets_sync.sync_errors import Full, NotASpreadsheet, NotShared, RequestRefused, SheetFault
from tests.sheets_sync.scripted import Scripted, refusal

CANARY = "Quillfeather"
UPDATE = {"updateCells": {"start": {"sheetId": 1}, "rows": [], "fields": "userEnteredValue"}}
DELETE = {"deleteDimension": {"range": {"sheetId": 1, "dimension": "ROWS", "startIndex": 1, "endIndex": 2}}}


def refused(answer: tuple[int, Any], *requests: dict[str, Any]) -> SheetFault:
    """How a write is refused."""
    with (
        Scripted(answer) as server,
        Service(SpreadsheetAccess("town", None, server.root)) as service,
        pytest.raises(SheetFault) as error,
    ):
        service.batch(requests or [UPDATE])
    return error.value


def test_a_refusal_nobody_foresaw_says_google_s_sentence_and_which_request_it_is_about() -> None:
    said = "Invalid requests[1].deleteDimension: Sorry, it is not possible to delete all non-frozen rows."
    with capture_logs() as log:
        fault = refused(refusal(400, said), UPDATE, DELETE)
    assert isinstance(fault, RequestRefused)
    assert fault.index == 1
    assert "about deleteDimension: “Invalid requests[1].deleteDimension: Sorry, it is not possible to" in str(fault)
    (line,) = (each for each in log if each["event"] == "sheet_refused")
    assert (line["asked"], line["status"]) == ("deleteDimension", 400)
    assert "delete all non-frozen rows" in line["says"]


def test_a_refused_read_says_it_in_check_too() -> None:
    answer = refusal(400, f"Unable to parse range: '{CANARY} and 07700900123'!A1")
    with Scripted(answer) as server, Service(SpreadsheetAccess("town", None, server.root)) as service:
        (found,) = check(service, load_forms(load({"DEMO": "no"})).values())
    assert found.state == "wrong"
    assert "“Unable to parse range: '… and …'!A1”" in found.words


@pytest.mark.parametrize(
    "said",
    [
        "Invalid value at 'requests[0].update_cells.rows[0].values[0].user_entered_value' (type), \"{}\"",
        "Invalid requests[0].updateCells: {} must not be longer than 50000 characters",
        "{}",
        "Unable to parse range: {}!A1",
        "The {} caller does not",
    ],
)
@pytest.mark.parametrize("code", [400, 403, 409, 412])
def test_what_stood_in_a_cell_is_in_no_message_and_in_no_log(said: str, code: int) -> None:
    with capture_logs() as log:
        told = str(refused(refusal(code, said.format(f"{CANARY}, 07700 900123, a.quill@example.org"))))
    for word in (CANARY, "900123", "quill", "example.org"):
        assert word not in told
        assert word not in str(log)


@given(st.text(max_size=80))
def test_only_words_of_the_interface_come_through(words: str) -> None:
    for word in words.split():
        if len(word) > 12 and word.isalpha():
            assert word not in sayable(f"Invalid value: {words}") or sayable(word) == word


@pytest.mark.parametrize(
    ("code", "said", "is_protection"),
    [
        (
            400,
            "Invalid requests[0].updateCells: You are trying to edit a protected cell or object. Please contact",
            True,
        ),
        (403, "You are trying to edit a protected cell or object.", True),
        (400, "Invalid requests[3].addProtectedRange: The range is invalid", False),
        (400, "Invalid requests[0].updateProtectedRange: No protected range with id: 7", False),
        (400, "Invalid value: protected", False),
    ],
)
def test_protection_is_told_only_where_it_is_protection(code: int, said: str, is_protection: bool) -> None:
    fault = refused(refusal(code, said))
    assert isinstance(fault, Protected) == is_protection
    assert ("remove the protection" in str(fault)) == is_protection


def test_an_excel_file_is_told_as_one_and_what_to_do_with_it() -> None:
    fault = refused(refusal(400, "This operation is not supported for this document"))
    assert isinstance(fault, NotASpreadsheet)
    assert "Save as Google Sheets" in str(fault)


@pytest.mark.parametrize(
    "error",
    [
        {"code": 403, "message": "The user's Drive storage quota has been exceeded.", "status": "PERMISSION_DENIED"},
        {"code": 403, "message": "Limit", "errors": [{"reason": "storageQuotaExceeded", "domain": "usageLimits"}]},
    ],
)
def test_a_full_drive_is_told_as_one(error: dict[str, Any]) -> None:
    fault = refused((403, {"error": error}))
    assert isinstance(fault, Full)
    assert "Drive of the spreadsheet's owner is full" in str(fault)


def test_a_refusal_of_access_that_nobody_foresaw_is_not_taken_for_a_missing_share() -> None:
    fault = refused(refusal(403, "Request had insufficient access level"))
    assert isinstance(fault, NotShared)
    assert "“Request had insufficient access level”" in str(fault)
