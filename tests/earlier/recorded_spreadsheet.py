"""A spreadsheet of the stand-in as text that a person can read and compare, and that text as a spreadsheet again."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any, TypeVar

from tests.google_sheets.boxes import Area
from tests.google_sheets.cells import Cell, Formula
from tests.google_sheets.sheet import Line, Sheet
from tests.google_sheets.spreadsheet import Spreadsheet

T = TypeVar("T")
Styles = list[dict[str, Any]]
_LINES = ("row_lines", "column_lines")


def dumped(book: Spreadsheet) -> str:
    """Everything about a spreadsheet, in JSON with a row of cells on each line.

    A row is [how often it comes, its cells], a cell [its style] or [its style, what was entered]. Styles, which are
    told first, are formats, notes and lists to choose from.
    """
    styles: Styles = []
    sheets = [_dumped(sheet, styles) for sheet in book.sheets]
    about = {"id": book.id, "properties": book.properties, "named_ranges": book.named_ranges, "metadata": book.metadata}
    return _object(about, styles=map(_json, styles), sheets=sheets) + "\n"


def loaded(text: str) -> Spreadsheet:
    """The spreadsheet that `dumped` told of."""
    told = json.loads(text)
    book = Spreadsheet(told["id"], "")
    book.properties, book.named_ranges = told["properties"], told["named_ranges"]
    book.metadata = {int(own): held for own, held in told["metadata"].items()}
    book.sheets = [_loaded(each, told["styles"]) for each in told["sheets"]]
    return book


def _dumped(sheet: Sheet, styles: Styles) -> str:
    about = {name: held for name, held in vars(sheet).items() if name not in ("rows", *_LINES)}
    about |= {name: list(_runs(vars(sheet)[name], _line)) for name in _LINES}
    return _object(about, rows=map(_json, _runs(sheet.rows, lambda row: [_cell(cell, styles) for cell in row])))


def _loaded(told: Mapping[str, Any], styles: Styles) -> Sheet:
    sheet = Sheet(told["id"], told["title"])
    vars(sheet).update(told)
    sheet.merges = [Area(*sides) for sides in told["merges"]]
    sheet.row_lines, sheet.column_lines = (_every(told[name], _line_of) for name in _LINES)
    sheet.rows = _every(told["rows"], lambda row: tuple(_cell_of(cell, styles) for cell in row))
    return sheet


def _runs(each: Iterable[T], told: Callable[[T], Any]) -> Iterable[tuple[int, Any]]:
    return ((len(list(same)), told(one)) for one, same in groupby(each))


def _every(runs: Iterable[tuple[int, Any]], made: Callable[[Any], T]) -> list[T]:
    return [one for times, told in runs for one in [made(told)] * times]


def _line(line: Line) -> dict[str, Any]:
    return {name: held for name, held in line._asdict().items() if held}


def _line_of(told: Mapping[str, Any]) -> Line:
    return Line(**{**told, "metadata": tuple(told.get("metadata", ()))})


def _cell(cell: Cell | None, styles: Styles) -> list[Any] | None:
    if cell is None:
        return None
    style = {name: held for name, held in cell._asdict().items() if held and name != "value"}
    if style not in styles:
        styles.append(style)
    entered = {"formula": cell.value} if isinstance(cell.value, Formula) else cell.value
    return [styles.index(style)] if entered is None else [styles.index(style), entered]


def _cell_of(told: Sequence[Any] | None, styles: Styles) -> Cell | None:
    if told is None:
        return None
    entered = told[1] if len(told) > 1 else None
    return Cell(Formula(entered["formula"]) if isinstance(entered, dict) else entered, **styles[told[0]])


def _json(told: object) -> str:
    return json.dumps(told, ensure_ascii=False)


def _object(told: Mapping[str, Any], **lists: Iterable[str]) -> str:
    """An object in JSON: each of its parts on a line, and each element of these lists, which are JSON already."""
    parts = [f"{_json(name)}: {_json(held)}" for name, held in told.items()]
    parts += [f"{_json(name)}: [\n" + ",\n".join(each) + "\n]" for name, each in lists.items()]
    return "{" + ",\n".join(parts) + "}"
