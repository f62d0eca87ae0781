"""Requests about named ranges. Names are taken once in a spreadsheet, whatever their case."""

import re
from typing import Any

from ..a1 import parse_cells
from ..errors import invalid
from ..spreadsheet import Spreadsheet
from .ranges import area_of
from .tabs import asked, mask_of

_NAME = re.compile(r"[A-Za-z_]\w{0,249}")


def _check(book: Spreadsheet, name: str, own: str | None, verb: str) -> None:
    if not _NAME.fullmatch(name) or parse_cells(name) or name.lower() in ("true", "false"):
        raise invalid(f"Cannot {verb} named range with name {name}, the name is not valid.")
    if any(held["name"].lower() == name.lower() for key, held in book.named_ranges.items() if key != own):
        raise invalid(f"Cannot {verb} named range with name {name}, a named range with that name already exists.")


def _range(book: Spreadsheet, given: dict[str, Any] | None) -> dict[str, Any]:
    sheet, _ = area_of(book, given)
    kept = {key: side for key, side in (given or {}).items() if key != "sheetId" and side is not None}
    return ({"sheetId": sheet.id} if sheet.id else {}) | kept


def add(book: Spreadsheet, request: dict[str, Any]) -> dict[str, Any]:
    given = request.get("namedRange") or {}
    name = given.get("name") or ""
    _check(book, name, None, "add")
    key = given.get("namedRangeId") or str(book.fresh_id(book.named_ranges))
    if key in book.named_ranges:
        raise invalid(f"Cannot add named range with id {key}, a named range with that id already exists.")
    book.named_ranges[key] = {"namedRangeId": key, "name": name, "range": _range(book, given.get("range"))}
    return {"namedRange": dict(book.named_ranges[key])}


def _held(book: Spreadsheet, key: str | None) -> dict[str, Any]:
    if key not in book.named_ranges:
        raise invalid(f"No NamedRange with id: {key or ''}")
    return book.named_ranges[key]


def update(book: Spreadsheet, request: dict[str, Any]) -> None:
    given, mask = request.get("namedRange") or {}, mask_of(request, "NamedRange")
    held = _held(book, given.get("namedRangeId"))
    if asked(mask, "name"):
        _check(book, given.get("name") or "", given["namedRangeId"], "update")
        held["name"] = given["name"]
    if asked(mask, "range"):
        held["range"] = _range(book, given.get("range"))


def delete(book: Spreadsheet, request: dict[str, Any]) -> None:
    _held(book, request.get("namedRangeId"))
    del book.named_ranges[request["namedRangeId"]]


HANDLERS = {"addNamedRange": add, "updateNamedRange": update, "deleteNamedRange": delete}
