"""What becomes of a request when Google does not answer as it should: the right patience, and words that help."""

import base64
import json
import socket
from typing import Any
from urllib.parse import parse_qs

import pytest

from sheets_sync.sheets_service import Service
from sheets_sync.sheets_transport import PATIENCE
from sheets_sync.spreadsheet_access import SCOPE, SpreadsheetAccess
from sheets_sync.sync_errors import (
    Busy,
    Faster,
    KeyRefused,
    NoSuchSpreadsheet,
    NotShared,
    RequestRefused,
    SheetFault,
    Unsure,
)
from tests.google_sheets.server import StandIn
from tests.sheets_sync.clock import Clock
from tests.sheets_sync.keys import ADDRESS, key
from tests.sheets_sync.scripted import DROP, HANG, WELL, Scripted, refusal

CANARY = "Ann Example of 1 Example Street"
PASSING = [
    refusal(500, "Internal error encountered."),
    refusal(503, "The service is currently unavailable."),
    (502, "<html><title>Error 502 (Server Error)!!1</title>"),
    (200, "<html>Please log in to the network of this hotel"),
    (408, "<html>Request Timeout"),
    DROP,
    HANG,
]
NAMES = ["500", "503", "html 502", "html 200", "408", "drop", "time-out"]
QUOTA = refusal(429, "Quota exceeded for quota metric 'Read requests'.", reason="RATE_LIMIT_EXCEEDED")
OLD_QUOTA = refusal(403, "Rate limit exceeded.", reason="RATE_LIMIT_EXCEEDED")
ROW = {"values": [{"userEnteredValue": {"stringValue": CANARY}}]}
APPEND = {"appendCells": {"sheetId": 0, "rows": [ROW], "fields": "userEnteredValue"}}


def service(server: Scripted, clock: Clock) -> Service:
    # Short only where nobody answers: on a busy machine a good answer takes its time.
    timeout = (30, 0.5 if HANG in server.answers else 60)
    return Service(SpreadsheetAccess("town", None, server.root), sleep=clock.sleep, clock=clock, timeout=timeout)


@pytest.mark.parametrize("trouble", [*PASSING, QUOTA, OLD_QUOTA], ids=[*NAMES, "429", "403 for quota"])
def test_a_read_is_tried_again(trouble: tuple[int, Any]) -> None:
    clock = Clock()
    with Scripted(trouble, trouble, WELL) as server, service(server, clock) as sheet:
        assert sheet.look() == WELL[1]
        assert len(server.asked) == 3 or trouble == HANG
        assert sheet.calls == {"read": len(clock.waits) + 1}
    assert len(clock.waits) >= 2


@pytest.mark.parametrize("trouble", PASSING, ids=NAMES)
def test_a_write_without_a_clear_answer_is_never_sent_again(trouble: tuple[int, Any]) -> None:
    clock = Clock()
    with Scripted(trouble, WELL) as server, service(server, clock) as sheet:
        with pytest.raises(Unsure, match="Nothing is sent again before the spreadsheet was read again"):
            sheet.batch([APPEND])
        assert len(server.asked) == 1
    assert clock.waits == []


@pytest.mark.parametrize("quota", [QUOTA, OLD_QUOTA], ids=["429", "403"])
def test_a_write_over_the_quota_was_not_done_and_waits_its_turn(quota: tuple[int, Any]) -> None:
    clock = Clock()
    with Scripted(quota, quota, quota, WELL) as server, service(server, clock) as sheet:
        assert sheet.batch([APPEND]) == WELL[1]
        assert sheet.calls == {"write": 4}


def test_a_write_that_found_nobody_there_was_not_sent() -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    clock = Clock()
    with Service(SpreadsheetAccess("town", None, f"http://127.0.0.1:{port}"), sleep=clock.sleep, clock=clock) as sheet:
        with pytest.raises(Busy, match="Is this machine connected to the internet"):
            sheet.batch([APPEND])
        assert sheet.calls["write"] > 5


@pytest.mark.parametrize(("trouble", "words"), [(QUOTA, "limit of requests"), (PASSING[1], "did not answer as it")])
def test_patience_ends_after_about_five_minutes(trouble: tuple[int, Any], words: str) -> None:
    clock = Clock()
    with Scripted(trouble) as server, service(server, clock) as sheet:
        with pytest.raises(Busy, match=words):
            sheet.look()
        assert 6 <= sheet.calls["read"] <= 20
    assert PATIENCE - 65 <= sum(clock.waits) <= PATIENCE
    assert max(clock.waits) <= 60
    assert clock.waits[0] < 6 < clock.waits[-1]


def test_waits_differ_so_that_two_machines_do_not_go_in_step() -> None:
    waits = []
    for _ in range(2):
        clock = Clock()
        with Scripted(QUOTA, QUOTA, QUOTA, WELL) as server, service(server, clock) as sheet:
            sheet.look()
        waits.append(clock.waits)
    assert waits[0] != waits[1]


PROTECTED = "You are trying to edit a protected cell or object. Please contact the spreadsheet owner."


@pytest.mark.parametrize(
    ("answer", "kind", "words"),
    [
        (refusal(401, "Request had invalid authentication credentials."), KeyRefused, "make a new key"),
        (refusal(403, "The caller does not have permission"), NotShared, "press Share, enter"),
        (refusal(403, "X has not been used in project 1 before or it is disabled."), NotShared, "press Enable"),
        (refusal(403, "Off.", reason="SERVICE_DISABLED"), NotShared, "press Enable"),
        (refusal(403, "Request had insufficient authentication scopes."), NotShared, "may not open spreadsheets"),
        (refusal(404, "Requested entity was not found."), NoSuchSpreadsheet, "Compare SHEET_ID"),
        (refusal(404, "<html>Not found"), NoSuchSpreadsheet, "Compare SHEET_ID"),
        (refusal(403, PROTECTED), NotShared, "Protect sheets and ranges"),
        (refusal(400, f"Invalid requests[0].appendCells: {PROTECTED}"), NotShared, "Protect sheets and ranges"),
        (refusal(400, f"Invalid value at 'x', \"{CANARY}\""), RequestRefused, "does not suit the spreadsheet"),
        (refusal(400, "above the limit of 10000000 cells."), RequestRefused, "ten million cells"),
        ((413, "<html>Too large"), RequestRefused, "Nothing was written"),
    ],
)
def test_what_a_person_has_to_mend_is_said_at_once(answer: tuple[int, Any], kind: type[SheetFault], words: str) -> None:
    clock = Clock()
    with Scripted(answer) as server, service(server, clock) as sheet:
        with pytest.raises(kind, match=words) as fault:
            sheet.batch([APPEND])
        assert CANARY not in f"{fault.value} {fault.value!r} {vars(fault.value)}"
    assert clock.waits == []


def test_the_protected_ranges_are_named() -> None:
    kept = [{"description": "Last year"}, {"warningOnly": True, "description": "ours"}, {}]
    shape = {"spreadsheetId": "town", "sheets": [{"properties": {"title": "needs"}, "protectedRanges": kept}]}
    server = Scripted(refusal(403, PROTECTED), (200, shape))
    named = pytest.raises(NotShared, match=r"protected \(needs: Last year; needs\)")
    with server, service(server, Clock()) as sheet, named:
        sheet.batch([APPEND])


def test_the_request_that_google_names_is_told() -> None:
    said = "Invalid requests[3].appendCells: Your input contains more than the maximum of 50000 characters in a cell."
    with Scripted(refusal(400, said), refusal(400, "Invalid.")) as server, service(server, Clock()) as sheet:
        with pytest.raises(RequestRefused, match="more than 50,000 characters") as fault:
            sheet.batch([APPEND] * 5)
        assert (fault.value.status, fault.value.index, type(fault.value)) == (400, 3, RequestRefused)
        with pytest.raises(RequestRefused) as fault:
            sheet.batch([APPEND] * 5)
        assert fault.value.index is None


def test_a_lost_race_for_the_guard_is_known_from_other_refusals() -> None:
    with StandIn() as google:
        town = google.spreadsheet()
        with Service(SpreadsheetAccess(town.id, None, google.root)) as sheet:
            take = {"addNamedRange": {"namedRange": {"name": "sync_1", "range": {"sheetId": 0}}}}
            own = {"addNamedRange": {"namedRange": {"name": "mine", "range": {"sheetId": 0}}}}
            sheet.batch([take, own])
            with pytest.raises(Faster, match="another program wrote to the spreadsheet first"):
                sheet.batch([take, APPEND])
            with pytest.raises(Faster):
                sheet.batch([APPEND, {"deleteNamedRange": {"namedRangeId": "gone"}}])
            with pytest.raises(RequestRefused) as fault:
                sheet.batch([own])
            assert type(fault.value) is RequestRefused
            assert sheet.values(["Sheet1"]) == [[]]


def test_an_answer_for_other_ranges_than_asked_is_not_taken_for_theirs() -> None:
    server = Scripted((200, {"valueRanges": [{"range": "a"}]}))
    with server, service(server, Clock()) as sheet, pytest.raises(Busy):
        sheet.values(["a", "b"])


def test_one_request_brings_many_ranges_each_with_its_rows() -> None:
    with StandIn() as google:
        town = google.spreadsheet()
        with Service(SpreadsheetAccess(town.id, None, google.root)) as sheet:
            sheet.batch(
                [{"updateCells": {"start": {"sheetId": 0, "rowIndex": 1}, **_row("007", "", "b"), "fields": "*"}}]
            )
            assert sheet.values(["'Sheet1'!C2", "'Sheet1'", "'Sheet1'!F1:G9"]) == [[["b"]], [[], ["007", "", "b"]], []]
            assert sheet.calls == {"write": 1, "read": 1}


def _row(*texts: str) -> dict[str, Any]:
    return {"rows": [{"values": [{"userEnteredValue": {"stringValue": text}} if text else {} for text in texts]}]}


def _token(server: Scripted) -> Service:
    """A service with a real kind of key, whose tokens come from the scripted server."""
    clock = Clock()
    return Service(SpreadsheetAccess("town", key(token_uri=f"{server.root}/token")), sleep=clock.sleep, clock=clock)


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ((400, {"error": "invalid_grant", "error_description": "Invalid JWT Signature."}), "make a new key"),
        ((401, {"error": "deleted_client"}), "make a new key"),
        (
            (400, {"error": "invalid_grant", "error_description": "Invalid JWT: Token must be a short-lived token"}),
            "clock is wrong",
        ),
    ],
)
def test_a_key_that_google_refuses_is_told_with_how_to_mend_it(answer: tuple[int, Any], words: str) -> None:
    with Scripted(answer) as server, _token(server) as sheet, pytest.raises(KeyRefused, match=words):
        sheet.batch([APPEND])


def test_trouble_on_the_way_to_a_token_passes_and_nothing_was_sent() -> None:
    # google-auth asks three times by itself before it gives a token up.
    down, refused = (503, {"error": "unavailable"}), (400, {"error": "invalid_grant"})
    with Scripted(down, down, down, refused) as server, _token(server) as sheet:
        with pytest.raises(KeyRefused):
            sheet.batch([APPEND])
        assert sheet.calls == {"write": 2}


def test_the_token_is_asked_for_spreadsheets_only_and_in_the_account_s_name() -> None:
    with Scripted((400, {"error": "invalid_grant"})) as server, _token(server) as sheet:
        with pytest.raises(KeyRefused):
            sheet.look()
        [assertion] = parse_qs(server.asked[0][2])["assertion"]
    claims = assertion.split(".")[1]
    told = json.loads(base64.urlsafe_b64decode(claims + "=" * (-len(claims) % 4)))
    assert (told["scope"], told["iss"]) == (SCOPE, ADDRESS)
