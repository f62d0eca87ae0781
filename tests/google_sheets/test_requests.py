"""Requests are held to the service's own description of itself, and so are answers."""

import json
from typing import Any

import pytest

from .discovery import SHEETS
from .masks import keep, parse
from .service import Service


@pytest.fixture
def service() -> Service:
    made = Service(check_answers=True)
    made.world.create("Town", "town")
    return made


def ask(service: Service, method: str, path: str, body: Any = None) -> tuple[int, Any]:
    reply = service.handle(method, f"/v4/spreadsheets/town{path}", json.dumps(body).encode() if body else b"")
    return reply.status, json.loads(reply.content)


@pytest.mark.parametrize(
    ("body", "field", "words"),
    [
        (
            {"requests": [{"addSheets": {}}]},
            "requests[0]",
            "Invalid JSON payload received. Unknown name \"addSheets\" at 'requests[0]': Cannot find field.",
        ),
        (
            {"requests": [{"addSheet": {"properties": {"tittle": "x"}}}]},
            "requests[0].add_sheet.properties",
            "Invalid JSON payload received. Unknown name \"tittle\" at 'requests[0].add_sheet.properties': "
            "Cannot find field.",
        ),
        (
            {"requests": [{"deleteSheet": {"sheetId": "one"}}]},
            "requests[0].delete_sheet.sheet_id",
            "Invalid value at 'requests[0].delete_sheet.sheet_id' (TYPE_INT32), \"one\"",
        ),
        (
            {"requests": [{"mergeCells": {"mergeType": "ALL"}}]},
            "requests[0].merge_cells.merge_type",
            "Invalid value at 'requests[0].merge_cells.merge_type' (TYPE_ENUM), \"ALL\"",
        ),
    ],
)
def test_a_body_that_does_not_fit_is_refused_with_its_place(
    service: Service, body: dict[str, Any], field: str, words: str
) -> None:
    status, answer = ask(service, "POST", ":batchUpdate", body)
    violation = answer["error"]["details"][0]["fieldViolations"][0]
    assert (status, violation) == (400, {"field": field, "description": words})
    assert answer["error"]["status"] == "INVALID_ARGUMENT"


def test_a_number_may_be_written_as_text(service: Service) -> None:
    size = {"sheetId": "0", "gridProperties": {"rowCount": "7"}}
    body = {"requests": [{"updateSheetProperties": {"properties": size, "fields": "gridProperties.rowCount"}}]}
    assert ask(service, "POST", ":batchUpdate", body)[0] == 200
    assert service.world.books["town"].sheets[0].row_count == 7
    size["gridProperties"] = {"rowCount": "many"}
    assert ask(service, "POST", ":batchUpdate", body)[0] == 400


def test_a_parameter_nobody_knows_is_refused(service: Service) -> None:
    status, answer = ask(service, "GET", "/values/A1?valueRender=FORMULA")
    assert status == 400
    assert 'Unknown name "valueRender": Cannot bind query parameter.' in answer["error"]["message"]
    assert ask(service, "GET", "/values/A1?valueRenderOption=PRETTY")[0] == 400


def test_a_field_nobody_knows_is_refused_in_a_mask(service: Service) -> None:
    assert ask(service, "GET", "?fields=sheets.propertys")[0] == 400
    assert ask(service, "GET", "?fields=sheets(properties")[0] == 400
    body = {"requests": [{"repeatCell": {"range": {"sheetId": 0}, "cell": {"note": "x"}, "fields": "notes"}}]}
    assert ask(service, "POST", ":batchUpdate", body)[0] == 400


def test_what_is_not_json_or_not_there_is_refused(service: Service) -> None:
    assert service.handle("POST", "/v4/spreadsheets/town:batchUpdate", b"{").status == 400
    assert ask(service, "POST", ":batchUpdate", {"requests": []})[1]["error"]["message"].startswith("Must specify")
    assert service.handle("GET", "/v4/spreadsheets/nobody", b"").status == 404
    assert service.handle("GET", "/v4/sheets", b"").kind.startswith("text/html")
    assert service.handle("POST", "/v4/spreadsheets/town:batchUpdate", b" " * (10 * 1024 * 1024 + 1)).status == 413


def test_an_answer_that_does_not_fit_would_be_noticed() -> None:
    assert SHEETS.faults("ValueRange", {"range": "A1", "values": [["x"]]}) == []
    assert SHEETS.faults("ValueRange", {"rang": "A1"})
    assert SHEETS.faults("Spreadsheet", {"sheets": [{"properties": {"index": "first"}}]})


@pytest.mark.parametrize("mask", ["a.b,a/c", "a(b,c)", "a(b),a(c)"])
def test_masks_may_be_written_in_several_ways(mask: str) -> None:
    value = {"a": [{"b": 1, "c": {"d": 2}, "e": 3}, {}], "f": 4}
    assert keep(parse(mask), value) == {"a": [{"b": 1, "c": {"d": 2}}, {}]}


def test_a_star_asks_for_everything() -> None:
    assert keep(parse("*"), {"a": 1}) == {"a": 1}
    assert keep(parse("a.*"), {"a": {"b": 1}, "c": 2}) == {"a": {"b": 1}}
