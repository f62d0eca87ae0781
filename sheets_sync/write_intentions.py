"""What a write means to hit: left in the spreadsheet within the same batch, so that whoever looks next can tell.

A write goes to places, and somebody may sort between the look and the write. Whoever wrote looks afterwards; but a
program can be stopped before it does, on a disk that is gone by the next start. So the batch itself leaves ids and
fields, no values, as a mark on the tab of the log; the batch after it takes the mark away.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from community.book import Arrival
from sheets_sync import origin_cell as borns
from sheets_sync.book_snapshot import Known
from sheets_sync.planning import Unit
from sheets_sync.planning.change_log import change_of
from sheets_sync.sheet_layout import BORN, FIRST, MEANT_KEY
from sheets_sync.sheet_rows import SheetRows

_LONGEST = 20_000
"""Characters: Google takes 30,000 of such marks on one tab."""


def intention(number: int, batch: Iterable[Unit]) -> dict[str, str]:
    """Which cells a batch means to hit, to be remembered before it is sent: ids and fields, no values."""
    told = [
        (unit, cell)
        for unit in batch
        if not unit.lines and not unit.blanked
        for cell in unit.cells
        if cell.field not in (*FIRST, BORN)
    ]
    cells = [[cell.tab, cell.record, cell.field, cell.place] for unit, cell in told if unit.stray is None]
    strays = [[cell.tab, cell.record, cell.field, cell.place] for unit, cell in told if unit.stray is not None]
    lines = [[tab, unit.name] for unit in batch for tab, *_ in unit.lines]
    if not told and not lines:
        return {}
    return {"meant": json.dumps({"number": number, "cells": cells, "lines": lines, "strays": strays})}


def mark(number: int, batch: Iterable[Unit]) -> str | None:
    """The same as the batch's mark, None without one. Where it is too long, new numbers come before corrected cells."""
    told = intention(number, list(batch)).get("meant")
    if told is None or len(told) <= _LONGEST:
        return told
    short = json.loads(told) | {"cells": [], "strays": []}
    while len(text := json.dumps(short)) > _LONGEST:
        short["lines"] = short["lines"][: len(short["lines"]) // 2]
    return text


def requests(sheet: SheetRows, number: int, batch: Iterable[Unit]) -> Iterable[dict[str, Any]]:
    """The requests that take the mark of the batch before away, and leave this one's."""
    log = sheet.tabs["changes"].sheet_id
    if sheet.meant is not None:
        yield {"deleteDeveloperMetadata": {"dataFilter": {"developerMetadataLookup": {"metadataKey": MEANT_KEY}}}}
    if (told := mark(number, batch)) is not None:
        kept = {"metadataKey": MEANT_KEY, "metadataValue": told, "visibility": "DOCUMENT", "location": {"sheetId": log}}
        yield {"createDeveloperMetadata": {"developerMetadata": kept}}


def left(sheet: SheetRows, looked: int) -> Mapping[str, Any]:
    """What the last write meant to hit, unless this book has looked since; nothing where there is no such mark."""
    try:
        meant = json.loads(sheet.meant or "{}")
    except ValueError:
        return {}
    return meant if sheet.number is not None and looked < sheet.number == meant.get("number", 0) + 1 else {}


def is_same(told: Mapping[str, Any], meant: Mapping[str, Any]) -> bool:
    """Whether a mark is the one of this intention; one that was too long is told by its lines."""
    parts = ("number", "lines", "cells", "strays") if len(json.dumps(meant)) <= _LONGEST else ("number",)
    return all(told.get(name) == meant.get(name) for name in parts)


def as_the_sheet_tells(sheet: SheetRows, known: Known, tabs: Iterable[str]) -> Known:
    """The book with what only the sheet tells yet of these tabs: a fresh book knows nothing by itself."""
    wanted = set(tabs) & known.rows.keys() & sheet.tabs.keys()
    rows = {table: dict(each) for table, each in known.rows.items()}
    for tab in wanted:
        for line in sheet.tabs[tab].lines:
            told = borns.read(tab, line.text(BORN)) if line.text("id") not in rows[tab] else None
            if told is not None and told.row.id == line.text("id"):
                rows[tab][told.row.id] = told.row
    of_record: dict[tuple[str, str], list[Arrival]] = defaultdict(list)
    of_record.update({ref: list(each) for ref, each in known.of_record.items()})
    for line in sheet.tabs["changes"].lines if "changes" in sheet.tabs else ():
        change = change_of(line)
        if change is not None and change.table in wanted and change.id not in known.changes:
            of_record[change.table, change.record_id].append(change)
    return replace(known, rows=rows, of_record=of_record)
