"""The requests to one spreadsheet: its structure, the values of many ranges, and one batch of writes."""

import time
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any, Self

import requests
from gspread.urls import SPREADSHEET_BATCH_UPDATE_URL

from sheets_sync.refusal_words import Protected, gave_up, protected_words
from sheets_sync.sheet_layout import GUARD
from sheets_sync.sheets_transport import TIMEOUT, Transport
from sheets_sync.spreadsheet_access import SpreadsheetAccess
from sheets_sync.sync_errors import Faster, RequestRefused, SheetFault, Unsure

SHAPE = (
    "spreadsheetId,properties(title,locale,timeZone),namedRanges,developerMetadata,"
    "sheets(properties,developerMetadata,protectedRanges,data(columnMetadata(developerMetadata)))"
)
_ASKED = (
    "updatedSpreadsheet(sheets(properties(sheetId,title),data(startRow,startColumn,rowData(values(effectiveValue)))))"
)


class Service:
    """One spreadsheet. Every method raises SheetFault in words; see the classes in `sync_errors`."""

    def __init__(
        self,
        connection: SpreadsheetAccess,
        *,
        sleep: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
        timeout: tuple[float, float] = TIMEOUT,
    ) -> None:
        """Ask nothing yet. `sleep` and `clock` are what waiting is done and measured with, in seconds."""
        self.connection = connection
        self._transport = Transport(connection, sleep=sleep, clock=clock, timeout=timeout)

    def __enter__(self) -> Self:
        """Close at the end of the block."""
        return self

    def __exit__(self, *error: object) -> None:
        """Close."""
        self.close()

    def close(self) -> None:
        """Let go of the connections."""
        self._transport.session.close()

    @property
    def client(self) -> Transport:
        """gspread's client underneath, for what the sync itself never asks."""
        return self._transport

    @property
    def calls(self) -> Counter[str]:
        """Requests sent so far, those sent again included: "read" and "write"."""
        return self._transport.calls

    def look(self) -> dict[str, Any]:
        """The spreadsheet without its cells: tabs, marks on tabs and columns, named and protected ranges."""
        return dict(self._transport.fetch_sheet_metadata(self.connection.spreadsheet_id, {"fields": SHAPE}))

    def values(self, ranges: Sequence[str], *, formulas: bool = False) -> list[list[list[Any]]]:
        """The rows of each range (A1 notation), in one request; no rows for an empty one.

        A row ends with its last filled cell. Numbers are numbers, dates serial numbers. `formulas`: what was typed,
        not what it comes to.
        """
        params: dict[str, Any] = {
            "majorDimension": "ROWS",
            "valueRenderOption": "FORMULA" if formulas else "UNFORMATTED_VALUE",
            "dateTimeRenderOption": "SERIAL_NUMBER",
        }
        answer = self._transport.values_batch_get(self.connection.spreadsheet_id, list(ranges), params)
        found = [each.get("values", []) for each in answer.get("valueRanges", [])]
        if len(found) != len(ranges):  # one tab's rows must never be taken for another's
            raise gave_up("trouble")
        return found

    def batch(self, requests_: Sequence[dict[str, Any]], *, ask: Sequence[str] = ()) -> dict[str, Any]:
        """The answer to a batch of writes, done all or none. `ask`: ranges (A1) to be sent back as they are after it.

        Those stand in `updatedSpreadsheet.sheets[].data[]`. Raises Unsure when it may or may not have been done,
        Faster when another writer took the `sync_` name, Refused when it can't be done.
        """
        body: dict[str, Any] = {"requests": list(requests_)}
        fields = "spreadsheetId,replies"
        if ask:
            body |= {
                "includeSpreadsheetInResponse": True,
                "responseIncludeGridData": True,
                "responseRanges": list(ask),
            }
            fields += f",{_ASKED}"
        url = SPREADSHEET_BATCH_UPDATE_URL % self.connection.spreadsheet_id
        try:
            answer = self._transport.request("post", url, params={"fields": fields}, json=body).json()
        except RequestRefused as refused:
            raise _guarded(refused, requests_) from None
        except Protected:
            raise Protected(protected_words(self.connection.address, self._protected())) from None
        if "spreadsheetId" not in answer:  # some box on the way answered instead of the service
            raise Unsure("What came back was not Google's answer, so nobody knows whether it was written.")
        return dict(answer)

    def _protected(self) -> list[str]:
        """Names of the protected ranges that are more than a warning, as far as they can be found out just now."""
        try:
            sheets = self.look().get("sheets", [])
        except (SheetFault, requests.RequestException):
            return []
        return [
            f"{sheet['properties']['title']}{': ' if kept.get('description') else ''}{kept.get('description', '')}"
            for sheet in sheets
            for kept in sheet.get("protectedRanges", [])
            if not kept.get("warningOnly")
        ]


def _guarded(refused: RequestRefused, requests_: Sequence[dict[str, Any]]) -> RequestRefused:
    """The refusal, or Faster when what was refused is the guard: the two requests that move the `sync_` name on."""
    named = requests_[refused.index] if refused.index is not None and refused.index < len(requests_) else {}
    added = named.get("addNamedRange", {}).get("namedRange", {}).get("name", "")
    if added.startswith(GUARD) or "deleteNamedRange" in named:
        return Faster(refused.status, "another program wrote to the spreadsheet first", refused.index)
    return refused
