"""Turns units into batches that Google writes all or none, and reads what Google says the lines are afterwards."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from json import dumps
from typing import Any

from sheets_sync import writing_before
from sheets_sync.cell_values import shown
from sheets_sync.grid_requests import box, cells_of, letters, runs, update
from sheets_sync.planning import CellWrite, Unit, ViewStep
from sheets_sync.sheet_layout import GUARD, ID, LOG
from sheets_sync.sheet_model import FoundTab, SheetSnapshot, quoted
from sheets_sync.tab_requests import unmark

MOST_BYTES = 1_800_000
"""Google recommends at most about 2 MB a request."""
_A_CELL, _EMPTY, _A_REQUEST = 48, 4, 160
"""Bytes that a cell, an empty one and a request take beside their text."""
_A_COPY, _A_HASH = 600, 40
"""Bytes that the copy of a line takes that is written over, with what is noted beside it, and for each of its cells."""
_SPARE, _MORE = 100, 1_000
"""Empty rows that there are at least below the last line of a tab, and how many more are added when there are fewer."""
_TEXT = {"numberFormat": {"type": "TEXT"}}


def weight(unit: Unit) -> int:
    """About how many bytes the unit takes in a request."""
    texts = [text for _, row in unit.rows for text in row.values()] + [cell.text for cell in unit.cells]
    texts += [str(getattr(change, name) or "") for change in unit.log for name in LOG]
    texts += [text for line in (unit.view.lines if unit.view else ()) for text in line.values()]
    copies = _A_COPY * len({(cell.tab, cell.place) for cell in unit.cells}) + _A_HASH * len(unit.cells)
    # As JSON, in which a letter of most of the world's scripts takes six bytes, and a quotation mark two.
    words = sum(len(dumps(text)) + _A_CELL if text else _EMPTY for text in texts)
    return words + copies + _A_REQUEST * (1 + len(unit.cells))


def batches(units: Sequence[Unit], most: int = MOST_BYTES) -> Iterator[list[Unit]]:
    """Split the units, in their order, into as few batches as Google likes."""
    batch: list[Unit] = []
    total = 0
    for unit in units:
        size = weight(unit)
        if batch and total + size > most:
            yield batch
            batch, total = [], 0
        batch.append(unit)
        total += size
    if batch:
        yield batch


def requests(sheet: SheetSnapshot, units: Sequence[Unit], number: int, guard: str) -> list[dict[str, Any]]:
    """The requests of one batch. The first two let only one of several writers through.

    Cells of lines that are there come first, then lines are added, so that no place moves under another write.
    """
    return [request for request, _ in _orders(sheet, units, number, guard)]


def behind(sheet: SheetSnapshot, units: Sequence[Unit], index: int | None) -> list[Unit]:
    """The units that the batch's request of this number is made for, in their order; all of them without a number.

    None of them where it is one that every batch begins with.
    """
    orders = list(_orders(sheet, units, 0, ""))
    return orders[index][1] if index is not None and index < len(orders) else list(units)


def _orders(
    sheet: SheetSnapshot, units: Sequence[Unit], number: int, guard: str
) -> Iterator[tuple[dict[str, Any], list[Unit]]]:
    """Each request, and the units it is made for."""
    name = {"name": f"{GUARD}{number + 1}", "range": box(sheet.tabs["changes"].sheet_id, 0, 1, 0, 1)}
    yield {"addNamedRange": {"namedRange": name}}, []
    for old in (guard, *sheet.leftover):
        yield {"deleteNamedRange": {"namedRangeId": old}}, []
    yield from ((request, []) for request in writing_before.requests(sheet, number, units))
    for unit in units:
        for cell in unit.cells:
            found = sheet.tabs[cell.tab]
            yield update(found.sheet_id, cell.place, found.columns[cell.field], [[cell.text]]), [unit]
    added: dict[str, list[Mapping[str, str]]] = defaultdict(list)
    makers: dict[str, list[Unit]] = defaultdict(list)
    for unit in units:
        for tab, row in unit.rows:
            added[tab].append(row)
        for tab in tabs_added_to(unit):
            makers[tab].append(unit)
    entries = sorted({c.id: c for unit in units for c in unit.log}.values(), key=lambda c: (c.at, c.id))
    added["changes"] += [{name: shown(getattr(change, name)) for name in LOG} for change in entries]
    for tab, rows in added.items():
        if rows:
            yield from ((request, makers[tab]) for request in _append(sheet.tabs[tab], rows))
    for unit in units:
        yield from ((request, [unit]) for request in _finish(sheet, unit))


def _finish(sheet: SheetSnapshot, unit: Unit) -> Iterator[dict[str, Any]]:
    if unit.view is not None:
        yield from _view(sheet.tabs[unit.view.tab], unit.view)
    yield from map(unmark, unit.filled)


def tabs_added_to(unit: Unit) -> list[str]:
    """The tabs that the unit adds lines to, each once."""
    return list(dict.fromkeys([*(tab for tab, _ in unit.rows), *(["changes"] if unit.log else [])]))


def asked(sheet: SheetSnapshot, units: Iterable[Unit]) -> list[str]:
    """The ranges to be sent back: the ids of every tab that is written to, and whole lines that are given an id."""
    tabs: dict[str, None] = {}
    lines: list[str] = []
    for unit in units:
        tabs |= dict.fromkeys([tab for tab, _ in unit.rows] + [cell.tab for cell in unit.cells])
        tabs |= dict.fromkeys(["changes"] if unit.log else [])
        for tab, place, _ in unit.lines:
            found = sheet.tabs[tab]
            lines.append(f"{quoted(found.title)}!A{place + 1}:{letters(max(found.columns.values()))}{place + 1}")
    ids = []
    for tab in tabs:
        found = sheet.tabs[tab]
        if ID in found.columns and found.tab.kind != "view":
            column = letters(found.columns[ID])
            ids.append(f"{quoted(found.title)}!{column}1:{column}")
    return [*ids, *lines]


class BatchAnswer:
    """What Google said the lines are after a batch: ids by tab and place, and the lines that were asked for whole."""

    def __init__(self, sheet: SheetSnapshot, answer: Mapping[str, Any]) -> None:
        """Read the answer's grid data."""
        self._cells: dict[tuple[str, int, int], str] = {}
        by_id = {found.sheet_id: found for found in sheet.tabs.values()}
        for each in answer.get("updatedSpreadsheet", {}).get("sheets", []):
            found = by_id.get(int(each.get("properties", {}).get("sheetId", 0)))
            if found is not None:
                for part in each.get("data", []):
                    self._take(found, part)
        self._ids = {name: found.columns[ID] for name, found in sheet.tabs.items() if ID in found.columns}
        self._columns = {name: found.columns for name, found in sheet.tabs.items()}
        self.guard = str(
            answer.get("replies", [{}])[0].get("addNamedRange", {}).get("namedRange", {}).get("namedRangeId", "")
        )

    def _take(self, found: FoundTab, part: Mapping[str, Any]) -> None:
        first, left = int(part.get("startRow", 0)), int(part.get("startColumn", 0))
        for place, row in enumerate(part.get("rowData", []), start=first):
            for at, cell in enumerate(row.get("values", []), start=left):
                value = cell.get("effectiveValue", {})
                self._cells[found.tab.name, place, at] = str(next(iter(value.values()), ""))

    def ids(self, tab: str) -> dict[str, int]:
        """The places of the tab's ids."""
        at = self._ids[tab]
        return {
            text: place for (name, place, column), text in self._cells.items() if name == tab and column == at and text
        }

    def id_at(self, tab: str, place: int) -> str:
        """The id of the line at this place."""
        return self._cells.get((tab, place, self._ids[tab]), "")

    def text_at(self, tab: str, place: int, field: str) -> str:
        """What the cell of a whole line says."""
        return self._cells.get((tab, place, self._columns[tab][field]), "")


def added_by(unit: Unit) -> list[tuple[str, str]]:
    """(tab, id) of the lines that the unit adds, those of the log too."""
    return [(tab, row[ID]) for tab, row in unit.rows] + [("changes", change.id) for change in unit.log]


def shown_by(answer: BatchAnswer, units: Iterable[Unit]) -> set[tuple[str, str]]:
    """(tab, id) of the lines that these units add or give a number, as far as the answer shows them."""
    there: dict[str, dict[str, int]] = {}
    own = [ref for unit in units for ref in added_by(unit)]
    own += [(tab, row.id) for unit in units for row in unit.new_rows for tab, *_ in unit.lines]
    for tab in {tab for tab, _ in own}:
        there[tab] = answer.ids(tab)
    return {(tab, record) for tab, record in own if record in there[tab]}


def misplaced(answer: BatchAnswer, units: Iterable[Unit]) -> list[Unit]:
    """The units that hit somebody else's line, because a person moved lines between the read and the write."""
    hit = []
    for unit in units:
        own = {(tab, place) for tab, place, _ in unit.lines}
        wrong = any(
            answer.id_at(cell.tab, cell.place) != ("" if _is_nobody_s(unit, cell) else cell.record)
            for cell in unit.cells
            if (cell.tab, cell.place) not in own
        )
        if unit.blanked and unit.cells and unit.cells[0].tab != "changes":
            wrong = wrong or unit.name in answer.ids(unit.cells[0].tab)
        for tab, place, told in unit.lines:
            wrong = wrong or any(
                answer.text_at(tab, place, name) != str("" if raw is None else raw)
                for name, raw in told.items()
                if isinstance(raw, str) or raw is None
            )
        if wrong:
            hit.append(unit)
    return hit


def _is_nobody_s(unit: Unit, cell: CellWrite) -> bool:
    """Whether the cell's line is to have no number after the write."""
    return unit.nobodys or (unit.blanked and cell.tab != "changes")


def _append(found: FoundTab, rows: Sequence[Mapping[str, str]]) -> list[dict[str, Any]]:
    width = max(found.columns.values()) + 1
    fields = {at: name for name, at in found.columns.items()}
    lines = [[row.get(fields.get(at, ""), "") for at in range(width)] for row in rows]
    more = _growth(found, len(rows))
    made: list[dict[str, Any]] = []
    if more:
        grid = {"sheetId": found.sheet_id}
        made.append({"appendDimension": {**grid, "dimension": "ROWS", "length": more}})
        # New rows of the grid have no format of their own: what a person types there keeps its leading zero. Columns
        # of a person's own are theirs to format.
        text = {"cell": {"userEnteredFormat": _TEXT}, "fields": "userEnteredFormat.numberFormat"}
        for first, last in runs(found.columns.values()):
            columns = {"startColumnIndex": first, "endColumnIndex": last + 1}
            made.append({"repeatCell": {"range": {**grid, "startRowIndex": found.rows, **columns}, **text}})
    body = {"sheetId": found.sheet_id, "rows": [cells_of(line) for line in lines], "fields": "userEnteredValue"}
    return [*made, {"appendCells": body}]


def _growth(found: FoundTab, count: int) -> int:
    """Rows that the grid lacks for so many more lines, with empty ones below for people to type into; often none."""
    last = max((line.place for line in found.lines), default=0)
    short = last + 1 + found.taken + count + _SPARE - found.rows
    return short + _MORE if short > 0 else 0


def filled(sheet: SheetSnapshot, units: Sequence[Unit]) -> None:
    """Note which rows of each grid these units have filled, for the batch after them, and tidy up the names."""
    sheet.leftover = ()
    writing_before.filled(sheet, units)
    taken = Counter(tab for unit in units for tab in [*(tab for tab, _ in unit.rows), *("changes" for _ in unit.log)])
    for tab, count in taken.items():
        found = sheet.tabs[tab]
        found.rows += _growth(found, count)
        found.taken += count


def _view(found: FoundTab, step: ViewStep) -> Iterator[dict[str, Any]]:
    """One step in a view, wherever its columns are now. New rows take the look of their neighbours."""
    rows = {"sheetId": found.sheet_id, "dimension": "ROWS"}
    if step.kind == "delete":
        area = {**rows, "startIndex": step.place, "endIndex": step.place + step.count}
        yield {"deleteDimension": {"range": area}}
        return
    if step.kind == "insert" and step.place >= found.rows:
        yield {"appendDimension": {**rows, "length": len(step.lines)}}
    elif step.kind == "insert":
        area = {**rows, "startIndex": step.place, "endIndex": step.place + len(step.lines)}
        yield {"insertDimension": {"range": area, "inheritFromBefore": step.place > 1}}
    names = {at: name for name, at in found.columns.items()}
    for first, last in runs(names):
        texts = [[line.get(names[at], "") for at in range(first, last + 1)] for line in step.lines]
        yield update(found.sheet_id, step.place, first, texts)
