"""Provision makes the tabs in a spreadsheet that a person made, adds what is missing, and touches nothing else."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from community.forms import load as load_forms
from community.forms.load_definitions import DEFINITIONS
from community.settings import load
from community.tables import TABLES
from sheets_sync.provision import Made, provision
from sheets_sync.sheet_layout import header, tabs
from sheets_sync.sheet_model import SheetTab
from sheets_sync.sheet_reading import guard, sheets
from tests.sheets_sync.household import Household, household, lines

FORMS = list(load_forms(load({})).values())
OURS = {tab.title: tab for tab in tabs(FORMS)}


@pytest.fixture
def town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Household]:
    with household(tmp_path, monkeypatch) as made:
        yield made


def made(town: Household) -> dict[str, Any]:
    return lines(town.run("provision", "--json"))[0]


def now(town: Household) -> dict[str, SheetTab]:
    return {sheet.title: sheet for sheet in sheets(town.look())}


def whole(town: Household, title: str) -> dict[str, Any]:
    """One tab as spreadsheets.get tells it, with every cell."""
    [told] = town.told(f"'{title}'")
    return told


def cells(tab: dict[str, Any], row: int) -> list[dict[str, Any]]:
    return [*tab["data"][0]["rowData"][row]["values"]]


def test_an_empty_spreadsheet_gets_every_tab_in_one_read_and_one_write(town: Household) -> None:
    town.google.service.check_answers = True
    with town.service() as service:
        added = provision(service, FORMS)
        assert added.tabs == list(OURS)
        assert service.calls == {"read": 1, "write": 1}
    assert list(now(town)) == ["Sheet1", *OURS]
    assert guard(town.look())[0] == 0


def test_each_tab_is_laid_out_for_people_and_marked_for_the_program(town: Household) -> None:
    made(town)
    there = now(town)
    for title, tab in OURS.items():
        sheet, told = there[title], whole(town, title)
        assert sheet.mark == tab.name
        assert [sheet.marks[place] for place in sorted(sheet.marks)] == list(tab.fields)
        assert told["properties"]["gridProperties"]["frozenRowCount"] == 1
        assert told["properties"].get("hidden", False) == tab.hidden
        heads = cells(told, 0)
        assert [head["userEnteredValue"]["stringValue"] for head in heads] == [header(field) for field in tab.fields]
        assert all(head["note"] for head in heads)
        columns = told["data"][0]["columnMetadata"]
        hidden = [place for place, column in enumerate(columns) if column.get("hiddenByUser")]
        assert [tab.fields[place] for place in hidden] == list(tab.hidden_fields)


def test_what_is_typed_into_any_of_our_columns_stays_as_it_was_typed(town: Household) -> None:
    made(town)
    with town.service() as service:
        for tab in OURS.values():
            url = f"https://sheets.googleapis.com/v4/spreadsheets/{town.sheet.id}/values/{tab.title}!A150"
            typed = ["07700", "1/2/2026", "=1+1", "TRUE"] * len(tab.fields)
            body = {"values": [typed[: len(tab.fields)]]}
            service.client.request("put", url, params={"valueInputOption": "USER_ENTERED"}, json=body)
            assert service.values([f"{tab.title}!A150:ZZ150"])[0][0][:2] == ["07700", "1/2/2026"]


def test_one_word_is_chosen_from_a_list_that_does_not_reject_others(town: Household) -> None:
    made(town)
    tab, told = OURS["help_requests"], whole(town, "help_requests")
    rules = {field: cell.get("dataValidation") for field, cell in zip(tab.fields, cells(told, 1), strict=True)}
    chosen = {c.name for c in TABLES["help_requests"].columns if c.origin == "told" and c.kind == "yes_no"}
    assert chosen <= {field for field, rule in rules.items() if rule}
    for field in chosen:
        assert [each["userEnteredValue"] for each in rules[field]["condition"]["values"]] == ["yes", "no"]
        assert not rules[field].get("strict", False)
    assert rules["slots"] is None, "many words fit there, and a list lets one be chosen"


def test_a_community_s_own_question_gets_its_list_too(town: Household, tmp_path: Path) -> None:
    own = tmp_path / "definitions"
    shutil.copytree(DEFINITIONS, own)
    form = own / "volunteer.yml"
    asked = "      - column: extra.heard_from\n        kind: "
    options = "one\n        options: {friend: {label: A friend}, poster: {label: A poster}}"
    form.write_text(form.read_text("utf-8").replace(f"{asked}text", f"{asked}{options}"), "utf-8")
    forms = load_forms(load({}), own).values()
    with town.service() as service:
        provision(service, forms)
    [tab] = [tab for tab in tabs(forms) if tab.name == "volunteers"]
    rule = cells(whole(town, "volunteers"), 1)[tab.fields.index("extra.heard_from")]["dataValidation"]
    assert [each["userEnteredValue"] for each in rule["condition"]["values"]] == ["friend", "poster"]


def test_protection_only_warns(town: Household) -> None:
    made(town)
    kept = {title: sheet.protections for title, sheet in now(town).items()}
    assert all(each["warningOnly"] for protections in kept.values() for each in protections)
    whole_tabs = {title for title, each in kept.items() if [_box(one) for one in each] == [(None, None)]}
    assert whole_tabs == {title for title, tab in OURS.items() if tab.kind != "table" or not tab.told}
    width = len(OURS["volunteers"].fields)
    columns, headings = kept["volunteers"][:-1], kept["volunteers"][-1]
    assert {_box(one) for one in columns} == {(0, 3), (width - 1, width)}
    assert headings["range"]["endRowIndex"] == 1


def _box(protection: Any) -> tuple[int | None, int | None]:
    box = protection["range"]
    if "endColumnIndex" not in box:
        return None, None
    return box.get("startColumnIndex", 0), box["endColumnIndex"]


def test_a_second_time_changes_nothing(town: Household) -> None:
    made(town)
    before = town.state()
    with town.service() as service:
        assert provision(service, FORMS) == Made()
        assert service.calls == {"read": 2}
    assert town.state() == before
    assert "Nothing was missing." in town.run("provision").stdout


def test_a_person_s_own_things_stay_as_they_are(town: Household) -> None:
    """Their tabs, columns, colours, widths, names, order and words, before and after our tabs were made."""
    red = {"backgroundColor": {"red": 1}}
    with town.service() as service:
        service.batch(
            [
                {"addSheet": {"properties": {"sheetId": 7, "title": "Rota", "tabColor": {"red": 1}}}},
                _cells(7, 0, 0, "Id", "At", "By"),
                _cells(0, 3, 2, "=1+1"),
                {"addNamedRange": {"namedRange": {"name": "ours", "range": {"sheetId": 7}}}},
            ]
        )
    before = {title: whole(town, title) for title in ("Sheet1", "Rota")}
    made(town)
    assert {title: whole(town, title) for title in ("Sheet1", "Rota")} == before
    volunteers = now(town)["volunteers"]
    with town.service() as service:
        service.batch(
            [
                {"insertDimension": {"range": _columns(volunteers.sheet_id, 2, 3), "inheritFromBefore": False}},
                _cells(volunteers.sheet_id, 0, 2, "My notes"),
                {
                    "repeatCell": {
                        "range": {"sheetId": volunteers.sheet_id, "endRowIndex": 5},
                        "cell": {"userEnteredFormat": red},
                        "fields": "userEnteredFormat.backgroundColor",
                    }
                },
                {
                    "moveDimension": {
                        "source": _columns(volunteers.sheet_id, 6, 7),
                        "destinationIndex": 1,
                    }
                },
                _renamed(volunteers.sheet_id, "People who help"),
            ]
        )
    before_again = town.state()
    assert made(town)["columns"] == {}
    assert town.state() == before_again


def test_a_deleted_column_is_made_again_and_a_deleted_tab_only_when_somebody_says_so(town: Household) -> None:
    made(town)
    there = now(town)
    place = OURS["volunteers"].fields.index("telephone")
    with town.service() as service:
        service.batch(
            [
                {"deleteDimension": {"range": _columns(there["volunteers"].sheet_id, place, place + 1)}},
                {"deleteSheet": {"sheetId": there["visits"].sheet_id}},
            ]
        )
    before = whole(town, "organisations")
    [added] = lines(town.run("provision", "--json", code=1))
    assert (added["tabs"], added["gone"]) == ([], ["visits"]), "an empty one would hide what stood in it"
    assert added["columns"] == {"volunteers": ["telephone"]}
    assert "File, Version history" in town.run("provision", code=1).stderr
    [again] = lines(town.run("provision", "--anew", "visits", "--json"))
    assert (again["tabs"], again["gone"]) == (["visits"], [])
    marks = now(town)["volunteers"].marks
    assert sorted(marks.values()) == sorted(OURS["volunteers"].fields)
    told = whole(town, "volunteers")
    last = cells(told, 0)[-1]
    assert last["userEnteredValue"]["stringValue"] == "Telephone"
    assert last["userEnteredFormat"]["numberFormat"]["type"] == "TEXT"
    assert whole(town, "organisations") == before
    assert guard(town.look())[0] == 2, "an addition takes its turn as every write does"
    assert made(town)["tabs"] == []


def test_an_unknown_tab_can_not_be_made_anew(town: Household) -> None:
    assert "no tab visit of ours" in town.run("provision", "--anew", "visit", code=2).stderr


def test_lost_marks_are_put_back_by_title_and_headings(town: Household) -> None:
    """A spreadsheet that was saved as a file and opened again has its words, and not its marks."""
    made(town)
    with town.service() as service:
        every = {"developerMetadataLookup": {"visibility": "DOCUMENT"}}
        service.batch([{"deleteDeveloperMetadata": {"dataFilter": every}}])
    assert not any(sheet.marks for sheet in now(town).values())
    added = made(town)
    assert sorted(added["marked"]) == sorted(OURS)
    assert (added["tabs"], added["columns"]) == ([], {})
    for title, tab in OURS.items():
        sheet = now(town)[title]
        assert (sheet.mark, list(sheet.marks.values())) == (tab.name, list(tab.fields))


def test_a_person_s_own_tab_of_our_name_is_left_to_them(town: Household) -> None:
    with town.service() as service:
        service.batch([_renamed(0, "Contacts"), _cells(0, 0, 0, "Name", "Telephone")])
    before = town.state()
    said = town.run("provision", code=1)
    assert "has a tab contacts of its own" in said.stdout + said.stderr
    assert town.state() == before


def test_what_an_unclear_answer_was_about_is_made_once(town: Household) -> None:
    for kind in ("applied_then_503", "applied_then_drop", "drop", "html_502"):
        town.google.faults.add(kind, method="POST", times=1)
    added = made(town)
    assert added["tabs"] == list(OURS)
    assert list(now(town)) == ["Sheet1", *OURS]
    assert all(len(sheet.marks) == len(OURS[t].fields) for t, sheet in now(town).items() if t in OURS)


def test_two_at_once_make_each_tab_once(town: Household) -> None:
    """The other one comes in between our reads and our write."""
    with town.service() as service, town.service() as other:
        write = service.batch

        def late(requests: Any, **ask: Any) -> Any:
            service.batch = write  # type: ignore[method-assign]
            provision(other, FORMS)
            return write(requests, **ask)

        service.batch = late  # type: ignore[method-assign]
        provision(service, FORMS)
    assert list(now(town)) == ["Sheet1", *OURS]


def test_a_guard_whose_tab_was_deleted_is_set_up_again(town: Household) -> None:
    made(town)
    log = now(town)["changes"].sheet_id

    def _name(number: int) -> dict[str, Any]:
        return {"addNamedRange": {"namedRange": {"name": f"sync_{number}", "range": {"sheetId": log}}}}

    with town.service() as service:
        for number in range(3):
            names = guard(town.look())[1]
            service.batch([_name(number + 1), *({"deleteNamedRange": {"namedRangeId": each}} for each in names)])
        service.batch([{"deleteSheet": {"sheetId": now(town)["changes"].sheet_id}}])
        assert guard(town.look()) == (3, []) or guard(town.look())[0] is None
        [added] = lines(town.run("provision", "--anew", "changes", "--json"))
        assert (added["tabs"], added["guard"]) == (["changes"], True)
        again = guard(town.look())[0]
        assert again is not None
        service.batch([_name(again + number) for number in range(1, 5)])  # no name of before is in the way


def _cells(sheet_id: int, row: int, column: int, *words: str) -> dict[str, Any]:
    kinds = [{"formulaValue": word} if word.startswith("=") else {"stringValue": word} for word in words]
    start = {"sheetId": sheet_id, "rowIndex": row, "columnIndex": column}
    rows = [{"values": [{"userEnteredValue": kind} for kind in kinds]}]
    return {"updateCells": {"start": start, "rows": rows, "fields": "userEnteredValue"}}


def _columns(sheet_id: int, start: int, end: int) -> dict[str, Any]:
    return {"sheetId": sheet_id, "dimension": "COLUMNS", "startIndex": start, "endIndex": end}


def _renamed(sheet_id: int, title: str) -> dict[str, Any]:
    return {"updateSheetProperties": {"properties": {"sheetId": sheet_id, "title": title}, "fields": "title"}}
