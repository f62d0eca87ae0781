"""spreadsheets.batchUpdate: all of the requests, in their order, or none of them."""

from collections.abc import Callable
from typing import Any

from .describe import spreadsheet
from .errors import Refusal, invalid
from .masks import Mask, wanted
from .protection import guarded
from .requests import HANDLERS
from .spreadsheet import Spreadsheet


def batch_update(
    book: Spreadsheet, body: dict[str, Any], mask: Mask | None = None, *, by_person: bool = False
) -> dict[str, Any]:
    """Apply the requests of a body; answers a BatchUpdateSpreadsheetResponse. The first one that can't be applied
    takes all the others back and is named in the 400. A person, unlike a program, may write where protection is."""
    requests = body.get("requests") or []
    if not requests:
        raise invalid("Must specify at least one request.")
    before = book.frozen()
    replies = []
    try:
        for index, request in enumerate(requests):
            replies.append(_apply(book, index, request, by_person))
        answer: dict[str, Any] = {"spreadsheetId": book.id, "replies": replies}
        below = wanted(mask or {}, "updatedSpreadsheet")
        if body.get("includeSpreadsheetInResponse") and below is not None:
            ranges, data = body.get("responseRanges") or [], bool(mask or body.get("responseIncludeGridData"))
            answer["updatedSpreadsheet"] = spreadsheet(book, below, ranges, data=data)
    except BaseException:
        book.thaw(before)
        raise
    return answer


def _apply(book: Spreadsheet, index: int, request: dict[str, Any], by_person: bool) -> dict[str, Any]:
    kinds = [kind for kind, held in request.items() if held is not None]
    if len(kinds) != 1:
        raise invalid(f"Invalid requests[{index}]: " + ("No request set." if not kinds else "More than one is set."))
    kind = kinds[0]
    handler: Callable[[Spreadsheet, dict[str, Any]], dict[str, Any] | None] | None = HANDLERS.get(kind)
    if handler is None:
        raise invalid(f"Invalid requests[{index}].{kind}: the stand-in does not know this request.")

    def work() -> dict[str, Any] | None:
        return handler(book, request[kind])

    try:
        reply = work() if by_person else guarded(book, work)
    except Refusal as refusal:
        raise Refusal(refusal.code, f"Invalid requests[{index}].{kind}: {refusal.message}", refusal.details) from None
    return {} if reply is None else {kind: reply}
