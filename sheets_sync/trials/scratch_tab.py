"""A tab for trials: made, marked, and removed with everything that belongs to it."""

import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from gspread.urls import SPREADSHEET_VALUES_URL

from sheets_sync.sheet_model import quoted
from sheets_sync.sheets_service import Service
from sheets_sync.sync_errors import RequestRefused
from sheets_sync.tab_requests import PLAIN_TEXT, Request, unmark

TITLE = "Trial "
MARK = "community.trial"
NAME = "community_trial_"
ROWS, COLUMNS = 6, 8
MARKED, FREE = 2, 7
"""Columns: one that bears a mark, and one that is not formatted as plain text."""


@dataclass(frozen=True)
class ScratchTab:
    """The tab for trials."""

    service: Service
    sheet_id: int
    title: str

    def batch(self, *requests: Request, ask: Sequence[str] = ()) -> dict[str, Any]:
        """Write. `ask`: ranges of this tab."""
        return self.service.batch(requests, ask=[self.range(each) for each in ask])

    def refused(self, *requests: Request) -> RequestRefused | None:
        """How a batch is refused, or None when it is done."""
        try:
            self.batch(*requests)
        except RequestRefused as refused:
            return refused
        return None

    def rows(self, *ranges: str, formulas: bool = False) -> list[list[list[Any]]]:
        """Read."""
        return self.service.values([self.range(each) for each in ranges], formulas=formulas)

    def typed(self, range_: str, *cells: str) -> None:
        """Write one row as if a person had typed it."""
        self.service.client.request(
            "put",
            SPREADSHEET_VALUES_URL % (self.service.connection.spreadsheet_id, self.range(range_)),
            params={"valueInputOption": "USER_ENTERED"},
            json={"values": [list(cells)]},
        )

    def range(self, cells: str) -> str:
        """A range of this tab in A1 notation."""
        return f"{quoted(self.title)}!{cells}"

    def append(self, *rows: Sequence[str]) -> Request:
        """Rows after the last one, as text."""
        return {"appendCells": {"sheetId": self.sheet_id, "rows": [*map(texts, rows)], "fields": "userEnteredValue"}}

    def put(self, row: int, column: int, *cells: str) -> Request:
        """Cells of one row, as text."""
        start = {"sheetId": self.sheet_id, "rowIndex": row, "columnIndex": column}
        return {"updateCells": {"start": start, "rows": [texts(cells)], "fields": "userEnteredValue"}}

    def name(self, number: int) -> Request:
        """A name, as the guard takes one."""
        return {"addNamedRange": {"namedRange": {"name": f"{NAME}{number}", "range": self.box(0, 1, 0, 1)}}}

    def box(self, top: int, bottom: int, left: int, right: int) -> dict[str, int]:
        """A range of this tab by its edges."""
        edges = {"startRowIndex": top, "endRowIndex": bottom, "startColumnIndex": left, "endColumnIndex": right}
        return {"sheetId": self.sheet_id, **edges}

    def line(self, dimension: str, place: int) -> dict[str, Any]:
        """One row or column of this tab."""
        return {"sheetId": self.sheet_id, "dimension": dimension, "startIndex": place, "endIndex": place + 1}

    def seen(self) -> dict[str, Any]:
        """This tab as a look at the spreadsheet shows it. Raises KeyError when it is not there."""
        for each in self.service.look()["sheets"]:
            if each["properties"].get("sheetId", 0) == self.sheet_id:
                return dict(each)
        raise KeyError(self.sheet_id)


Trial = Callable[[ScratchTab], bool]


def texts(cells: Sequence[str]) -> dict[str, Any]:
    """A row of cells that hold text, whatever it looks like."""
    return {"values": [{"userEnteredValue": {"stringValue": cell}} if cell else {} for cell in cells]}


def made(service: Service) -> ScratchTab:
    """A new tab: a line of headers, one marked column, plain text but for the last column, one name."""
    tab = ScratchTab(service, secrets.randbelow(2**31 - 2) + 1, TITLE + secrets.token_hex(3).upper())
    grid = {"rowCount": ROWS, "columnCount": COLUMNS, "frozenRowCount": 1}
    tab.batch(
        {"addSheet": {"properties": {"sheetId": tab.sheet_id, "title": tab.title, "gridProperties": grid}}},
        mark(tab.title, {"sheetId": tab.sheet_id}),
        mark("column", {"dimensionRange": tab.line("COLUMNS", MARKED)}),
        {
            "repeatCell": {
                "range": {"sheetId": tab.sheet_id, "startColumnIndex": 0, "endColumnIndex": FREE},
                "cell": {"userEnteredFormat": {"numberFormat": PLAIN_TEXT}},
                "fields": "userEnteredFormat.numberFormat",
            }
        },
        tab.put(0, 0, "Id", "Words", "Marked"),
        tab.name(0),
    )
    return tab


def mark(value: str, location: Mapping[str, Any]) -> Request:
    """A mark of the trial."""
    kept = {"metadataKey": MARK, "metadataValue": value, "location": location, "visibility": "DOCUMENT"}
    return {"createDeveloperMetadata": {"developerMetadata": kept}}


def of_the_whole(look: Mapping[str, Any]) -> list[tuple[int, str]]:
    """Number and value of each mark of trials that is on the whole spreadsheet."""
    marks = [kept for kept in look.get("developerMetadata", []) if kept["metadataKey"] == MARK]
    return [(int(kept["metadataId"]), kept["metadataValue"]) for kept in marks]


def remove(service: Service, look: Mapping[str, Any]) -> None:
    """Remove every tab, name and mark of trials; a trial that was ended by force leaves some."""
    names = [each["namedRangeId"] for each in look.get("namedRanges", []) if each["name"].startswith(NAME)]
    tabs = [
        each["properties"].get("sheetId", 0)
        for each in look.get("sheets", [])
        if any(kept.get("metadataKey") == MARK for kept in each.get("developerMetadata", []))
    ]
    requests: list[Request] = [{"deleteNamedRange": {"namedRangeId": each}} for each in names]
    requests += [unmark(own) for own, _ in of_the_whole(look)]
    requests += [{"deleteSheet": {"sheetId": each}} for each in tabs]
    if requests:
        service.batch(requests)
