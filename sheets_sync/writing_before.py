"""The requests with which a batch copies the lines it is about to write into the hidden tab `before`."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sheets_sync.grid_requests import box, update
from sheets_sync.line_before import Before, cell_hash, dumped, hashed, told_hash
from sheets_sync.planning import Unit
from sheets_sync.sheet_layout import BEFORE, BEFORE_ID, BEFORE_KEY, BORN, FIRST, ID
from sheets_sync.sheet_model import FoundTab, SheetSnapshot


def lines_hit(sheet: SheetSnapshot, units: Iterable[Unit]) -> list[Before]:
    """The lines that these units mean to hit, by tab and place, as they were read in place of the copies."""
    units = [unit for unit in units if unit.cells]
    if not units:
        return []
    of_line: dict[tuple[str, int], list[Unit]] = defaultdict(list)
    for unit in units:
        for tab, place in dict.fromkeys((cell.tab, cell.place) for cell in unit.cells):
            of_line[tab, place].append(unit)
    planned = {(name, line.place): line.cells for name, found in sheet.tabs.items() for line in found.lines}
    read = planned | dict(sheet.as_read)
    ids = Counter((name, str(cells.get(ID, "")).strip()) for (name, _), cells in read.items())
    return [
        _meant(sheet.tabs[where[0]], where[1], read.get(where, {}), planned.get(where, {}), of_line[where], ids)
        for where in sorted(of_line)
    ]


def _meant(
    found: FoundTab,
    place: int,
    line: Mapping[str, Any],
    planned: Mapping[str, Any],
    units: Sequence[Unit],
    ids: Mapping[tuple[str, str], int],
) -> Before:
    tab = found.tab
    written = {c.field: c.text for unit in units for c in unit.cells if (c.tab, c.place) == (tab.name, place)}
    own = str(line.get(ID, "")).strip()
    given, blank, back = (
        any(unit.lines for unit in units),
        any(unit.blanked or (unit.nobodys and not unit.back) for unit in units),
        all(unit.back for unit in units),
    )
    corrected = [c for u in units if not (u.back or u.lines or u.blanked or u.nobodys) for c in u.cells]
    told = {c.field: cell_hash(tab, c.field, planned.get(c.field)) for c in corrected if c.place == place}
    return Before(
        tab.name,
        place,
        own,
        told_hash(tab, line) if given or not own or ids[tab.name, own] > 1 else None,
        next((c.record for c in corrected), ""),
        {name: text for name, text in told.items() if name not in (*FIRST, BORN)},
        {name: hashed(text) for name, text in written.items()},
        written.get(ID, ""),
        "given" if given else "blank" if blank else "back" if back else "",
        there=line,
    )


def requests(sheet: SheetSnapshot, number: int, units: Iterable[Unit]) -> Iterator[dict[str, Any]]:
    """Empty the tab of what the batch before left, make it where there is none, and copy each line that will be hit.

    What an earlier batch hit by mistake and this one sets right is kept until somebody has seen that it is right.
    """
    hit, kept = lines_hit(sheet, units), sheet.unsettled
    if not hit and not kept:
        if sheet.before_rows:
            yield _emptied(sheet)
        return
    own_columns = {name: _by_column(sheet.tabs[name]) for name in {one.tab for one in (*hit, *kept)}}
    columns = {name: _with_lost(each, [one for one in kept if one.tab == name]) for name, each in own_columns.items()}
    width, height = 1 + max(map(len, columns.values())), 1 + len(hit) + len(kept)
    yield from _room(sheet, height, width)
    own = sheet.before_id if sheet.before_id is not None else BEFORE_ID
    head = json.dumps({"number": number + 1, "columns": columns}, ensure_ascii=False, separators=(",", ":"))
    yield update(own, 0, 0, [[head], *([dumped(one)] for one in (*hit, *kept))])
    for row, one in enumerate(hit, start=1):  # each by itself: a filter that hides some would close the others up
        width = len(own_columns[one.tab])
        here = box(sheet.tabs[one.tab].sheet_id, one.place, one.place + 1, 0, width)
        there = box(own, row, row + 1, 1, 1 + width)
        yield {"copyPaste": {"source": here, "destination": there, "pasteType": "PASTE_VALUES"}}
    if kept:
        texts = [[str(one.there.get(name, "")) for name in columns[one.tab]] for one in kept]
        yield update(own, 1 + len(hit), 1, texts)


def _by_column(found: FoundTab) -> list[str]:
    """The field of each column from the first to our last; "" for one that is not ours."""
    fields = {at: name for name, at in found.columns.items()}
    return [fields.get(at, "") for at in range(max(fields) + 1)]


def _with_lost(columns: list[str], kept: Iterable[Before]) -> list[str]:
    """The same with the fields behind them that a kept copy has and whose column somebody deleted meanwhile."""
    return [*columns, *dict.fromkeys(name for one in kept for name in one.there if name not in columns)]


def _emptied(sheet: SheetSnapshot) -> dict[str, Any]:
    return {"updateCells": {"range": {"sheetId": sheet.before_id}, "fields": "userEnteredValue"}}


def _room(sheet: SheetSnapshot, rows: int, columns: int) -> Iterator[dict[str, Any]]:
    size = {"rowCount": rows, "columnCount": columns}
    if sheet.before_id is not None:
        yield _emptied(sheet)
        properties: dict[str, Any] = {"sheetId": sheet.before_id, "gridProperties": size}
        fields = "gridProperties.rowCount,gridProperties.columnCount"
        yield {"updateSheetProperties": {"properties": properties, "fields": fields}}
        return
    taken = {title.casefold() for title in (*sheet.others, *(found.title for found in sheet.tabs.values()))}
    title = next(name for n in range(len(taken) + 1) if (name := f"{BEFORE} {n + 1}" if n else BEFORE) not in taken)
    yield {"addSheet": {"properties": {"sheetId": BEFORE_ID, "title": title, "hidden": True, "gridProperties": size}}}
    mark = {"metadataKey": BEFORE_KEY, "metadataValue": BEFORE, "visibility": "DOCUMENT"}
    yield {"createDeveloperMetadata": {"developerMetadata": {**mark, "location": {"sheetId": BEFORE_ID}}}}


def filled(sheet: SheetSnapshot, units: Sequence[Unit]) -> None:
    """Take note of what this batch made of the tab, for the batch after it."""
    hit = lines_hit(sheet, units)
    written = len(hit) + len(sheet.unsettled)
    sheet.before_rows = 1 + written if written else 0
    sheet.before_tells = any(one.takes_away for one in hit)
    if written and sheet.before_id is None:
        sheet.before_id = BEFORE_ID
