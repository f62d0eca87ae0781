"""Which cells of a held tab the question is about, and which somebody corrected there while it was held.

What a person corrects in other cells after the hold began is no part of the slip: a refusal leaves it alone, and it
counts like any correction. What came since and looks like a slip itself belongs to the question.
"""

import json
from collections.abc import Iterable, Mapping, Sequence

from sheets_sync.planning import Touched, Work, mass_edits
from sheets_sync.sync_memory import SLIP

Cells = Mapping[str, Sequence[str]]
"""By field: the records whose cell it is."""


def about(work: Work, tables: Iterable[str]) -> dict[str, Cells]:
    """By table: what its hold is about. As it began; or as it is now, when what came since is a slip too."""
    found: dict[str, Cells] = {}
    for table in tables:
        before = _began(work, table)
        touched = work.touched.get(table, [])
        if before is None or (_since(work, table, before) and not honest(work, table)):
            before = _cells(touched)
        found[table] = before
    return found


def honest(work: Work, table: str) -> frozenset[tuple[str, str]]:
    """(record, field) of what was corrected while the tab was held, as far as it is no slip itself."""
    before = _began(work, table)
    tab = work.sheet.tabs.get(table)
    if before is None or tab is None:
        return frozenset()
    since = _since(work, table, before)
    if not since or mass_edits.looks_like_a_slip(tab, since):
        return frozenset()
    return frozenset((cell.record, cell.field) for cell in since)


def _since(work: Work, table: str, before: Cells) -> list[Touched]:
    """The cells that were touched since, without those that a column sorted once more, or cleared further, touched."""
    touched = work.touched.get(table, [])
    old = {(record, field) for field, records in before.items() for record in records}
    slipped = [cell for cell in touched if (cell.record, cell.field) in old]
    there: dict[str, set[str]] = {}
    emptied = {cell.field for cell in slipped if not cell.now}
    for cell in slipped:
        there.setdefault(cell.field, set()).add(cell.was)
    return [
        cell
        for cell in touched
        if (cell.record, cell.field) not in old
        and cell.now not in there.get(cell.field, ())
        and (cell.now or cell.field not in emptied)
    ]


def _began(work: Work, table: str) -> Cells | None:
    text = work.known.memory.get(SLIP, {}).get(table)
    found: Cells | None = None if text is None else json.loads(text)
    return found


def _cells(touched: Iterable[Touched]) -> dict[str, list[str]]:
    cells: dict[str, list[str]] = {}
    for cell in touched:
        cells.setdefault(cell.field, []).append(cell.record)
    return cells
