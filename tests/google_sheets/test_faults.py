"""Each fault does what it is called, as often as its rule says, and the same in each run."""

import time

import gspread
import pytest
import requests
from gspread.exceptions import APIError

from .client import connect
from .server import StandIn
from .service import Service


@pytest.fixture
def tab(google: StandIn, gspread_client: gspread.Client) -> gspread.Worksheet:
    return gspread_client.open_by_key(google.spreadsheet("Town").id).sheet1


def arrived(google: StandIn, path: str) -> None:
    """Wait until a request is there; a program that gave up early may be ahead of its own."""
    while not any(path in seen.path for seen in list(google.log)):
        time.sleep(0.005)


def test_a_key_that_is_not_valid_is_refused(google: StandIn) -> None:
    google.faults.add("401")
    with requests.get(f"{google.root}/v4/spreadsheets/x", timeout=30) as answer:
        assert (answer.status_code, answer.json()["error"]["status"]) == (401, "UNAUTHENTICATED")


@pytest.mark.parametrize("code", [403, 429, 500, 503])
def test_a_refusal_comes_as_an_envelope_and_nothing_is_applied(
    google: StandIn, tab: gspread.Worksheet, code: int
) -> None:
    rule = google.faults.add(str(code), method="POST", times=1)
    with pytest.raises(APIError) as caught:
        tab.append_row(["a"])
    assert caught.value.response.status_code == caught.value.response.json()["error"]["code"] == code
    assert tab.get_all_values() == [[]]
    tab.append_row(["a"])
    assert (rule.used, tab.get_all_values()) == (1, [["a"]])


def test_a_bad_gateway_is_a_web_page(google: StandIn, tab: gspread.Worksheet) -> None:
    google.faults.add("html_502", path=r"/values/", nth=2)
    tab.get("A1")
    with pytest.raises(APIError) as caught:
        tab.get("A1")
    assert (caught.value.code, caught.value.response.status_code) == (-1, 502)
    assert caught.value.response.headers["Content-Type"].startswith("text/html")
    tab.get("A1")


@pytest.mark.parametrize(
    ("kind", "error", "applied"),
    [
        ("drop", requests.ConnectionError, False),
        ("applied_then_drop", requests.ConnectionError, True),
        ("timeout", requests.ReadTimeout, False),
        ("applied_then_timeout", requests.ReadTimeout, True),
        ("applied_then_503", APIError, True),
        ("applied_then_502", APIError, True),
    ],
)
def test_a_write_without_a_clear_answer_was_applied_or_was_not(
    google: StandIn, tab: gspread.Worksheet, kind: str, error: type[Exception], applied: bool
) -> None:
    tab.client.set_timeout(0.3 if "timeout" in kind else 30)
    google.faults.add(kind, path=":append")
    with pytest.raises(error):
        tab.append_row(["a"])
    tab.client.set_timeout(30)
    arrived(google, ":append")
    assert tab.get_all_values() == ([["a"]] if applied else [[]])


def test_a_time_out_can_end_by_itself(google: StandIn, tab: gspread.Worksheet) -> None:
    google.faults.add("timeout", path=":append", hold=0.01)
    with pytest.raises(requests.ConnectionError):
        tab.append_row(["a"])


@pytest.mark.parametrize("answer", ["503", "drop", "timeout"])
def test_a_late_write_is_applied_after_so_many_further_requests(
    google: StandIn, tab: gspread.Worksheet, answer: str
) -> None:
    google.faults.add("applied_late", path=":append", times=1, after=3, answer=answer, hold=0.01)
    with pytest.raises((APIError, requests.ConnectionError)):
        tab.append_row(["late"])
    seen = [tab.get_all_values() for _ in range(3)]
    assert seen == [[[]], [[]], [["late"]]]


def test_a_late_write_can_wait_for_the_test_to_let_it_through(google: StandIn, tab: gspread.Worksheet) -> None:
    google.faults.add("applied_late", path=":append", times=1, after=None)
    with pytest.raises(APIError):
        tab.append_row(["late"])
    tab.append_row(["first"])
    assert google.apply_late() == 1
    assert google.apply_late() == 0
    assert tab.get_all_values() == [["first"], ["late"]]


def test_a_late_batch_whose_name_is_taken_by_then_changes_nothing(google: StandIn, tab: gspread.Worksheet) -> None:
    cell = {"userEnteredValue": {"stringValue": "x"}}
    body = {
        "requests": [
            {"addNamedRange": {"namedRange": {"name": "sync_1", "range": {"sheetId": 0, "endRowIndex": 1}}}},
            {"appendCells": {"sheetId": 0, "rows": [{"values": [cell]}], "fields": "userEnteredValue"}},
        ]
    }
    google.faults.add("applied_late", path=":batchUpdate", times=1, after=2)
    with pytest.raises(APIError):
        tab.spreadsheet.batch_update(body)
    tab.spreadsheet.batch_update(body)
    assert tab.get_all_values() == [["x"]]
    assert google.counts["late"] == 1


def test_a_lost_append_is_answered_as_if_all_were_well(google: StandIn, tab: gspread.Worksheet) -> None:
    tab.append_row(["kept"])
    google.faults.add("lost", times=1)
    answer = tab.append_row(["lost"])
    assert answer["updates"]["updatedRange"] == "Sheet1!A2"
    assert tab.get_all_values() == [["kept"]]
    tab.append_row(["next"])
    assert tab.get_all_values() == [["kept"], ["next"]]


def test_chance_is_the_same_in_each_run_and_hits_as_often_as_it_says() -> None:
    def struck(seed: int) -> list[str | None]:
        service = Service(seed=seed)
        book = service.world.create("Town")
        service.faults.mix(0.2, ("503", "drop", "applied_then_503", "applied_late"))
        for _ in range(2000):
            service.handle("GET", f"/v4/spreadsheets/{book.id}/values/A1", b"")
        return [seen.fault for seen in service.log]

    first = struck(1)
    assert first == struck(1) != struck(2)
    kinds = {kind: first.count(kind) for kind in set(first) - {None}}
    assert len(kinds) == 4
    assert all(60 <= count <= 140 for count in kinds.values())  # a quarter of a fifth of 2000 is 100


def test_a_fault_that_does_not_exist_is_told() -> None:
    with pytest.raises(ValueError, match="no fault is called 504"):
        Service().faults.add("504")


def test_a_minutes_quota_comes_back_with_the_next_minute() -> None:
    seconds = [0.0]
    with StandIn(clock=lambda: seconds[0]) as google:
        google.quota.limits.update(Read=3, Write=1)
        client = connect(google.root)
        tab = client.open_by_key(google.spreadsheet("Town").id).sheet1  # two reads
        tab.append_row(["a"])
        with pytest.raises(APIError) as caught:
            tab.append_row(["b"])
        error = caught.value.response.json()["error"]
        assert (error["code"], error["status"]) == (429, "RESOURCE_EXHAUSTED")
        assert "Write requests per minute per user" in error["message"]
        assert tab.get_all_values() == [["a"]]
        with pytest.raises(APIError, match="Read requests"):
            tab.get_all_values()
        seconds[0] = 60.0
        tab.append_row(["b"])
        assert google.quota.refused == 2
        client.http_client.session.close()


def test_answers_take_as_long_as_they_are_told_to(google: StandIn, tab: gspread.Worksheet) -> None:
    google.delay = 600
    tab.client.set_timeout(0.5)
    with pytest.raises(requests.ReadTimeout):
        tab.get("A1")


def test_closing_hangs_up_on_programs_that_still_wait() -> None:
    google = StandIn()
    book = google.spreadsheet("Town")
    client = connect(google.root)
    tab = client.open_by_key(book.id).sheet1
    google.close()
    with pytest.raises(requests.ConnectionError):
        tab.get("A1")
    client.http_client.session.close()
