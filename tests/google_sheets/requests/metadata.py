"""Requests about developer metadata, and the search for it."""

from collections import Counter
from collections.abc import Callable
from typing import Any

from ..errors import invalid
from ..spreadsheet import Spreadsheet
from .ranges import lines_of, within_grid
from .tabs import asked, mask_of

Given = dict[str, Any]
LONGEST_TOGETHER = 30_000


def create(book: Spreadsheet, request: Given) -> Given:
    given = request.get("developerMetadata") or {}
    if not given.get("metadataKey"):
        raise invalid("developerMetadata.metadataKey must be set.")
    if given.get("visibility") not in ("DOCUMENT", "PROJECT"):
        raise invalid("developerMetadata.visibility must be specified.")
    metadata_id = given.get("metadataId")
    if metadata_id in book.metadata:
        raise invalid(f"Developer metadata with id {metadata_id} already exists.")
    if metadata_id is None:
        metadata_id = book.fresh_id(book.metadata)
    book.metadata[metadata_id] = {
        "key": given["metadataKey"],
        "value": given.get("metadataValue") or "",
        "visibility": given["visibility"],
        "kind": "",
        "on": None,
    }
    _hang(book, metadata_id, given.get("location") or {})
    _check_size(book)
    return {"developerMetadata": book.described_metadata(metadata_id)}


def _check_size(book: Spreadsheet) -> None:
    together: Counter[int | None] = Counter()
    for held in book.metadata.values():
        together[held["on"]] += len(held["key"]) + len(held["value"])
    if any(letters > LONGEST_TOGETHER for letters in together.values()):
        raise invalid(f"Developer metadata would exceed the limit of {LONGEST_TOGETHER} characters.")


def _hang(book: Spreadsheet, metadata_id: int, location: Given) -> None:
    held = book.metadata[metadata_id]
    if location.get("dimensionRange") is not None:
        sheet, dimension, start, end = lines_of(book, location["dimensionRange"])
        within_grid(sheet, dimension, start, end)
        if end != start + 1:
            raise invalid("Developer metadata can be on one row or column only.")
        line = sheet.lines(dimension)[start]
        sheet.lines(dimension)[start] = line._replace(metadata=(*line.metadata, metadata_id))
        held |= {"kind": dimension.removesuffix("S"), "on": sheet.id}
    elif location.get("spreadsheet"):
        held |= {"kind": "SPREADSHEET", "on": None}
    elif location.get("sheetId") is not None:
        held |= {"kind": "SHEET", "on": book.sheet(location["sheetId"]).id}
    else:
        raise invalid("developerMetadata.location must be specified.")


def _unhang(book: Spreadsheet, metadata_id: int) -> None:
    for sheet in book.sheets:
        for lines in (sheet.row_lines, sheet.column_lines):
            for index, line in enumerate(lines):
                if metadata_id in line.metadata:
                    lines[index] = line._replace(metadata=tuple(one for one in line.metadata if one != metadata_id))


def _overlaps(book: Spreadsheet, metadata_id: int, wanted: Given, exact: bool) -> bool:
    place = book.location(metadata_id)
    if wanted.get("dimensionRange") is not None:
        if "dimensionRange" not in place:
            return False
        sheet, dimension, start, end = lines_of(book, wanted["dimensionRange"])
        here_sheet, here_dimension, here_start, here_end = lines_of(book, place["dimensionRange"])
        if (here_sheet, here_dimension) != (sheet, dimension):
            return False
        return (here_start, here_end) == (start, end) if exact else here_start < end and start < here_end
    if wanted.get("sheetId") is not None:
        held = book.metadata[metadata_id]
        return held["on"] == wanted["sheetId"] and (not exact or held["kind"] == "SHEET")
    return not exact or place["locationType"] == "SPREADSHEET"


def found(book: Spreadsheet, wanted: Given) -> list[int]:
    """Return the ids of the metadata that a DataFilter finds."""
    lookup = wanted.get("developerMetadataLookup")
    if lookup is None:
        raise invalid("Only a developerMetadataLookup finds developer metadata here.")
    tests: dict[str, Callable[[int, Given], bool]] = {
        "metadataId": lambda key, held: key == lookup["metadataId"],
        "metadataKey": lambda key, held: held["key"] == lookup["metadataKey"],
        "metadataValue": lambda key, held: held["value"] == lookup["metadataValue"],
        "visibility": lambda key, held: held["visibility"] == lookup["visibility"],
        "locationType": lambda key, held: held["kind"] == lookup["locationType"],
        "metadataLocation": lambda key, held: _overlaps(
            book, key, lookup["metadataLocation"], lookup.get("locationMatchingStrategy") == "EXACT_LOCATION"
        ),
    }
    asked_for = [test for name, test in tests.items() if lookup.get(name) is not None]
    return [key for key, held in book.metadata.items() if all(test(key, held) for test in asked_for)]


def search(book: Spreadsheet, body: Given) -> Given:
    """Return the SearchDeveloperMetadataResponse of developerMetadata:search."""
    matched: dict[int, list[Given]] = {}
    for wanted in body.get("dataFilters") or []:
        for key in found(book, wanted):
            matched.setdefault(key, []).append(wanted)
    listed = [
        {"developerMetadata": book.described_metadata(key), "dataFilters": by} for key, by in sorted(matched.items())
    ]
    return {"matchedDeveloperMetadata": listed} if listed else {}


def update(book: Spreadsheet, request: Given) -> Given:
    mask, given = mask_of(request, "DeveloperMetadata"), request.get("developerMetadata") or {}
    keys = [key for wanted in request.get("dataFilters") or [] for key in found(book, wanted)]
    for key in dict.fromkeys(keys):
        held = book.metadata[key]
        for name, field in (("key", "metadataKey"), ("value", "metadataValue"), ("visibility", "visibility")):
            if asked(mask, field) and (mask or field in given):
                held[name] = given.get(field) or ""
        if asked(mask, "location") and given.get("location"):
            _unhang(book, key)
            _hang(book, key, given["location"])
    if not keys:
        raise invalid("No developer metadata matches the data filters.")
    _check_size(book)
    return {"developerMetadata": [book.described_metadata(key) for key in dict.fromkeys(keys)]}


def delete(book: Spreadsheet, request: Given) -> Given:
    keys = found(book, request.get("dataFilter") or {})
    gone = [book.described_metadata(key) for key in keys]
    for key in keys:
        _unhang(book, key)
        del book.metadata[key]
    return {"deletedDeveloperMetadata": gone} if gone else {}


HANDLERS = {
    "createDeveloperMetadata": create,
    "updateDeveloperMetadata": update,
    "deleteDeveloperMetadata": delete,
}
