"""Which request is which method of the Sheets API."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from . import appending, batch, describe, masks, values
from .discovery import SHEETS
from .errors import Refusal, invalid, violations
from .requests import metadata, tabs
from .world import World

_KEY = r"/v4/spreadsheets/([^/:]+)"


@dataclass
class Call:
    """One request: `query` holds lists, as names may come more than once; `parts` are those of the path."""

    method: str
    path: str
    query: dict[str, list[str]]
    body: Any
    parts: tuple[str, ...] = ()
    raw: bytes = b""

    def options(self) -> dict[str, str]:
        """Return the query with one value for each name."""
        return {name: given[-1] for name, given in self.query.items()}

    def mask(self) -> masks.Mask:
        """Return the tree of the `fields` parameter."""
        return masks.parse(",".join(self.query.get("fields", [])))


Answer = dict[str, Any]
Handler = Callable[[World, Call], Answer]


@dataclass(frozen=True)
class Route:
    """A method of the service."""

    verb: str
    pattern: re.Pattern[str]
    handler: Handler
    kind: str  # "Read" or "Write": which quota it counts against
    resource: tuple[str, ...]
    schema: str | None = None
    within: str = ""  # where the body stands in Google's own message: it begins the path of a wrong field
    answer: str = ""
    masked: bool = False  # whether the handler itself gives only what the mask asks for


def _get(world: World, call: Call) -> Answer:
    book, mask, ranges = world.book(call.parts[0]), call.mask(), call.query.get("ranges", [])
    if path := masks.unknown(mask, SHEETS.schemas, "Spreadsheet"):
        raise invalid(f"Request contains an invalid argument: no field {path} in Spreadsheet.")
    data = call.options().get("includeGridData", "").lower() == "true"
    return describe.spreadsheet(book, mask, ranges, data=data)


def _create(world: World, call: Call) -> Answer:
    given = (call.body or {}).get("properties") or {}
    book = world.create(given.get("title") or "Untitled spreadsheet", locale=given.get("locale") or "en_US")
    book.properties["timeZone"] = given.get("timeZone") or "Etc/GMT"
    wanted = (call.body or {}).get("sheets") or []
    for sheet in wanted:
        tabs.add_sheet(book, {"properties": sheet.get("properties") or {}})
    if wanted:
        del book.sheets[0]
    return describe.spreadsheet(book, {})


def _batch_update(world: World, call: Call) -> Answer:
    book = world.book(call.parts[0])
    return batch.batch_update(book, call.body or {}, call.mask())


def _get_by_filter(world: World, call: Call) -> Answer:
    book, body = world.book(call.parts[0]), call.body or {}
    ranges = [one["a1Range"] for one in body.get("dataFilters") or [] if one.get("a1Range")]
    return describe.spreadsheet(book, call.mask(), ranges, data=bool(body.get("includeGridData")))


def _search(world: World, call: Call) -> Answer:
    return metadata.search(world.book(call.parts[0]), call.body or {})


def _metadata(world: World, call: Call) -> Answer:
    book = world.book(call.parts[0])
    if int(call.parts[1]) not in book.metadata:
        raise Refusal(404, "Requested entity was not found.")
    return book.described_metadata(int(call.parts[1]))


def _copy_to(world: World, call: Call) -> Answer:
    source = world.book(call.parts[0])
    sheet = source.sheet(int(call.parts[1]))
    book = world.book((call.body or {}).get("destinationSpreadsheetId") or "")
    title = tabs.copy_title(book, sheet)
    marks = source if book.marks_are_copied else None
    made = tabs.copied(book, sheet, title, book.fresh_id({one.id for one in book.sheets}), marks)
    book.sheets.append(made)
    book.check_size()
    return describe.properties(book, made)


def _values_get(world: World, call: Call) -> Answer:
    return values.get(world.book(call.parts[0]), call.parts[1], call.options())


def _values_batch_get(world: World, call: Call) -> Answer:
    book = world.book(call.parts[0])
    answers = [values.get(book, text, call.options()) for text in call.query.get("ranges", [])]
    return {"spreadsheetId": book.id} | ({"valueRanges": answers} if answers else {})


def _values_update(world: World, call: Call) -> Answer:
    return values.update(world.book(call.parts[0]), call.parts[1], call.body or {}, call.options())


def _values_append(world: World, call: Call) -> Answer:
    return appending.append(world.book(call.parts[0]), call.parts[1], call.body or {}, call.options())


def _values_clear(world: World, call: Call) -> Answer:
    book = world.book(call.parts[0])
    return {"spreadsheetId": book.id, "clearedRange": values.clear(book, call.parts[1])}


def _values_batch_clear(world: World, call: Call) -> Answer:
    book = world.book(call.parts[0])
    cleared = [values.clear(book, text) for text in (call.body or {}).get("ranges") or []]
    return {"spreadsheetId": book.id, "clearedRanges": cleared}


def _values_batch_update(world: World, call: Call) -> Answer:
    return values.batch_update(world.book(call.parts[0]), call.body or {})


def _route(verb: str, pattern: str, handler: Handler, kind: str, name: str, *schemas: str, within: str = "") -> Route:
    resource = ("spreadsheets", *name.split("."))
    answer, schema = schemas[0], schemas[1] if len(schemas) > 1 else None
    masked = handler in (_get, _get_by_filter)
    return Route(verb, re.compile(pattern), handler, kind, resource, schema, within, answer, masked)


_VALUES, _ONE = rf"{_KEY}/values", rf"{_KEY}/values/([^/]+)"
ROUTES = (
    _route("GET", _KEY, _get, "Read", "get", "Spreadsheet"),
    _route("POST", "/v4/spreadsheets", _create, "Write", "create", "Spreadsheet", "Spreadsheet"),
    _route(
        "POST",
        f"{_KEY}:batchUpdate",
        _batch_update,
        "Write",
        "batchUpdate",
        "BatchUpdateSpreadsheetResponse",
        "BatchUpdateSpreadsheetRequest",
    ),
    _route(
        "POST",
        f"{_KEY}:getByDataFilter",
        _get_by_filter,
        "Read",
        "getByDataFilter",
        "Spreadsheet",
        "GetSpreadsheetByDataFilterRequest",
    ),
    _route(
        "POST",
        rf"{_KEY}/developerMetadata:search",
        _search,
        "Read",
        "developerMetadata.search",
        "SearchDeveloperMetadataResponse",
        "SearchDeveloperMetadataRequest",
    ),
    _route("GET", rf"{_KEY}/developerMetadata/(\d+)", _metadata, "Read", "developerMetadata.get", "DeveloperMetadata"),
    _route(
        "POST",
        rf"{_KEY}/sheets/(\d+):copyTo",
        _copy_to,
        "Write",
        "sheets.copyTo",
        "SheetProperties",
        "CopySheetToAnotherSpreadsheetRequest",
    ),
    _route("GET", f"{_VALUES}:batchGet", _values_batch_get, "Read", "values.batchGet", "BatchGetValuesResponse"),
    _route(
        "POST",
        f"{_VALUES}:batchUpdate",
        _values_batch_update,
        "Write",
        "values.batchUpdate",
        "BatchUpdateValuesResponse",
        "BatchUpdateValuesRequest",
    ),
    _route(
        "POST",
        f"{_VALUES}:batchClear",
        _values_batch_clear,
        "Write",
        "values.batchClear",
        "BatchClearValuesResponse",
        "BatchClearValuesRequest",
    ),
    _route("GET", _ONE, _values_get, "Read", "values.get", "ValueRange"),
    _route("PUT", _ONE, _values_update, "Write", "values.update", "UpdateValuesResponse", "ValueRange", within="data"),
    _route(
        "POST",
        f"{_ONE}:append",
        _values_append,
        "Write",
        "values.append",
        "AppendValuesResponse",
        "ValueRange",
        within="data",
    ),
    _route(
        "POST", f"{_ONE}:clear", _values_clear, "Write", "values.clear", "ClearValuesResponse", "ClearValuesRequest"
    ),
)


def find(call: Call) -> Route | None:
    """Return the method that a request calls and take its parts from the path, still in its quoted form."""
    for route in ROUTES:
        match = route.pattern.fullmatch(call.path)
        if match and route.verb == call.method:
            call.parts = tuple(unquote(part) for part in match.groups())
            return route
    return None


def check(route: Route, call: Call) -> None:
    """Raise the 400 for a parameter or a body that the discovery document does not have."""
    known = SHEETS.parameters(*route.resource)
    strange = [name for name in call.query if name not in known]
    if strange:
        words = f'Invalid JSON payload received. Unknown name "{strange[0]}": Cannot bind query parameter. '
        raise violations([("", words + f"Field '{strange[0]}' could not be found in request message.")])
    for name, given in call.query.items():
        enum = known[name].get("enum")
        for value in given if enum and name != "alt" else ():
            if value not in enum:
                raise violations([(name, f"Invalid value at '{name}' (TYPE_ENUM), \"{value}\"")])
    faults = SHEETS.faults(route.schema, call.body, route.within) if route.schema else []
    if faults:
        raise violations(faults)
    if isinstance(call.body, dict) and call.body and route.schema is None:
        raise violations([("", "Invalid JSON payload received: this method takes no body.")])
