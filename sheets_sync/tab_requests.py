"""The requests that make a tab or a column of ours: header, note, plain text, choices, marks, protection."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from community.forms import Form
from community.tables import TABLES
from sheets_sync.sheet_layout import (
    BORN,
    COLUMN_KEY,
    FIRST,
    FRESH_KEY,
    HAD_KEY,
    MADE_KEY,
    TAB_KEY,
    VERSION,
    VERSION_KEY,
    Tab,
    header,
    note,
)

Request = dict[str, Any]
Choices = Mapping[tuple[str, str], Sequence[str]]
"""(table, field) -> the words that may be chosen."""
ROWS = 200
"""A new tab is small, because empty cells count towards the spreadsheet's ten million; it grows by itself."""
PLAIN_TEXT = {"type": "TEXT", "pattern": "@"}
PROTECTION = "Community: please leave this to the program"


def choices(forms: Iterable[Form]) -> dict[tuple[str, str], tuple[str, ...]]:
    """The words of every told column of which exactly one is chosen."""
    found = {
        (table.name, column.name): column.words
        for table in TABLES.values()
        for column in table.columns
        if column.words and column.kind in ("code", "yes_no")
    }
    for form in forms:
        for question in form.questions.values():
            if question.kind == "one" and question.added:
                found[form.table, question.column] = tuple(question.options)
    return found


def tab_requests(tab: Tab, sheet_id: int, words: Choices) -> Iterator[Request]:
    """A new tab, whole."""
    yield {
        "addSheet": {
            "properties": {
                "sheetId": sheet_id,
                "title": tab.title,
                "hidden": tab.hidden,
                "gridProperties": {"rowCount": ROWS, "columnCount": len(tab.fields), "frozenRowCount": 1},
            }
        }
    }
    yield mark_tab(tab, sheet_id)
    yield mark_had(tab.fields, sheet_id)
    yield from column_requests(tab, sheet_id, dict(zip(tab.fields, range(len(tab.fields)), strict=True)), words)
    yield from protection_requests(tab, sheet_id, {field: place for place, field in enumerate(tab.fields)})
    if not is_the_program_s(tab):
        yield headings_protection(sheet_id)


def column_requests(tab: Tab, sheet_id: int, places: Mapping[str, int], words: Choices) -> Iterator[Request]:
    """New columns at these places of the grid, which are there already and empty."""
    for block in _runs(places):
        first, end = places[block[0]], places[block[-1]] + 1
        yield {
            "repeatCell": {
                "range": {"sheetId": sheet_id, "startColumnIndex": first, "endColumnIndex": end},
                "cell": {"userEnteredFormat": {"numberFormat": PLAIN_TEXT}},
                "fields": "userEnteredFormat.numberFormat",
            }
        }
        yield {
            "updateCells": {
                "start": {"sheetId": sheet_id, "rowIndex": 0, "columnIndex": first},
                "rows": [{"values": [_header(tab, field) for field in block]}],
                "fields": "userEnteredValue,note,userEnteredFormat(numberFormat,textFormat,wrapStrategy)",
            }
        }
    for field, place in places.items():
        yield mark_column(field, sheet_id, place)
        if tab.kind == "table" and field in tab.told and (tab.name, field) in words:
            yield _choice(sheet_id, place, words[tab.name, field])
        if field in tab.hidden_fields:
            yield {
                "updateDimensionProperties": {
                    "range": _column(sheet_id, place),
                    "properties": {"hiddenByUser": True},
                    "fields": "hiddenByUser",
                }
            }


def protection_requests(tab: Tab, sheet_id: int, places: Mapping[str, int]) -> Iterator[Request]:
    """Protection that only warns, so that people may go on: of the program's columns, or of a whole tab."""
    if is_the_program_s(tab):
        yield _protection({"sheetId": sheet_id})
        return
    for block in _runs({field: place for field, place in places.items() if field in (*FIRST, BORN)}):
        first, end = places[block[0]], places[block[-1]] + 1
        yield _protection({"sheetId": sheet_id, "startColumnIndex": first, "endColumnIndex": end})


def headings_protection(sheet_id: int) -> Request:
    """Protection of the line of headings that only warns."""
    return _protection({"sheetId": sheet_id, "startRowIndex": 0, "endRowIndex": 1})


def is_the_program_s(tab: Tab) -> bool:
    """Whether nothing in a tab is for people to correct."""
    return tab.kind != "table" or not tab.told


def mark_tab(tab: Tab, sheet_id: int) -> Request:
    """The mark by which a tab is found, whatever it is called later."""
    return _mark(TAB_KEY, tab.name, {"sheetId": sheet_id})


def mark_made(tab: Tab, log_id: int) -> Request:
    """The mark, on the tab of the log, that this tab was made: if it is not there one day, somebody deleted it."""
    return _mark(MADE_KEY, tab.name, {"sheetId": log_id})


def mark_version() -> Request:
    """The mark of this program's version, on the spreadsheet."""
    return _mark(VERSION_KEY, str(VERSION), {"spreadsheet": True})


def mark_had(fields: Iterable[str], sheet_id: int) -> Request:
    """The mark, on a tab, of the columns that it has from now on: one that is not there one day was deleted."""
    return _mark(HAD_KEY, " ".join(fields), {"sheetId": sheet_id})


def mark_column(field: str, sheet_id: int, place: int) -> Request:
    """The mark by which a column is found, wherever it is moved."""
    return _mark(COLUMN_KEY, field, {"dimensionRange": _column(sheet_id, place)})


def mark_fresh(field: str, sheet_id: int, place: int) -> Request:
    """The mark of a column that is empty because it is new, and not because somebody emptied its cells."""
    return _mark(FRESH_KEY, field, {"dimensionRange": _column(sheet_id, place)})


def unmark(metadata_id: int) -> Request:
    """The request that takes a mark away, by its number."""
    return {"deleteDeveloperMetadata": {"dataFilter": {"developerMetadataLookup": {"metadataId": metadata_id}}}}


def _header(tab: Tab, field: str) -> dict[str, Any]:
    return {
        "userEnteredValue": {"stringValue": header(field)},
        "note": note(tab, field),
        "userEnteredFormat": {"numberFormat": PLAIN_TEXT, "textFormat": {"bold": True}, "wrapStrategy": "WRAP"},
    }


def _choice(sheet_id: int, place: int, words: Sequence[str]) -> Request:
    """A list to choose from. Other words are marked and kept: nobody is turned away by a cell."""
    return {
        "setDataValidation": {
            "range": {"sheetId": sheet_id, "startRowIndex": 1, "startColumnIndex": place, "endColumnIndex": place + 1},
            "rule": {
                "condition": {"type": "ONE_OF_LIST", "values": [{"userEnteredValue": word} for word in words]},
                "strict": False,
                "showCustomUi": True,
            },
        }
    }


def _protection(range_: Mapping[str, int]) -> Request:
    kept = {"range": range_, "description": PROTECTION, "warningOnly": True}
    return {"addProtectedRange": {"protectedRange": kept}}


def _mark(key: str, value: str, location: Mapping[str, Any]) -> Request:
    # "DOCUMENT": visible to every key with access, so that a new key finds what an old one marked.
    kept = {"metadataKey": key, "metadataValue": value, "location": location, "visibility": "DOCUMENT"}
    return {"createDeveloperMetadata": {"developerMetadata": kept}}


def _column(sheet_id: int, place: int) -> dict[str, Any]:
    return {"sheetId": sheet_id, "dimension": "COLUMNS", "startIndex": place, "endIndex": place + 1}


def _runs(places: Mapping[str, int]) -> Iterator[list[str]]:
    """The fields in blocks of neighbours."""
    ordered = sorted(places, key=lambda field: places[field])
    for _, block in groupby(enumerate(ordered), key=lambda pair: places[pair[1]] - pair[0]):
        yield [field for _, field in block]
