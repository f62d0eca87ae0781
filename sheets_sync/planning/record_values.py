"""A record's values: as received, and after its decisions and corrections."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from community.book import VOID, Arrival, Received, replay_row
from community.tables import TABLES
from sheets_sync import origin_cell as borns
from sheets_sync.cell_values import is_excerpt, typed
from sheets_sync.origin_cell import Born
from sheets_sync.planning.sync_plan import CellWrite
from sheets_sync.sheet_layout import BORN
from sheets_sync.sheet_model import FoundTab, SheetLine


def base_of(mine: Received | None, told: Born | None) -> Received | None:
    """The row as it was received, without whatever either side has blanked since.

    Two machines that do the same at once, such as triaging one request, make the same row, each at its own time. The
    one that the sheet has is the one it keeps, or they would write it over each other for ever.
    """
    if mine is None or told is None or told.spoilt:
        return mine or (told.row if told else None)
    if (told.row.at, told.row.by) != (mine.at, mine.by):
        kept = {n: mine.values[n] if n in told.cut else v for n, v in told.row.values.items() if n in mine.values}
        return replace(told.row, values=kept)
    if told.row.values.keys() >= mine.values.keys():
        return mine
    kept = {name: each for name, each in mine.values.items() if name in told.row.values}
    return Received(mine.table, mine.id, mine.at, mine.by, kept, mine.action, mine.key)


def as_far_as_told(told: Born, line: SheetLine) -> Received:
    """The row for a book that does not have it. Of a text that was cut, the cell holds more than the hidden one."""
    longer = {name: text for name in told.cut if is_excerpt(text := line.text(name))}
    return replace(told.row, values={**told.row.values, **longer}) if longer else told.row


def _has_the_text(base: Received, told: Born) -> bool:
    """Whether the book has more than the beginnings that the hidden cell tells."""
    values, there = base.values, told.row.values
    return not all(values.get(n) == there.get(n) or is_excerpt(str(values.get(n) or "")) for n in told.cut)


def own_cells(found: FoundTab, line: SheetLine, base: Received, told: Born | None, *, rewrite: bool) -> list[CellWrite]:
    """The cells that are the program's, where a person changed them or the book has blanked something."""
    own: dict[str, str] = {"id": base.id, "at": base.at, "by": base.by}
    if rewrite and (told is None or told.spoilt or _has_the_text(base, told) or (not told.cut and told.row != base)):
        own[BORN] = borns.write(base)
    table = found.tab.name
    return [
        CellWrite(table, line.place, base.id, name, text)
        for name, text in own.items()
        if line.cells.get(name) != text and typed(table, name, line.cells.get(name)).strip() != text
    ]


def full(table: str, row: Received) -> dict[str, Any]:
    """The row with every column, absent ones as None, as replaying wants it."""
    values: dict[str, Any] = {column.name: row.values.get(column.name) for column in TABLES[table].columns}
    return {"id": row.id, "at": row.at, "by": row.by, VOID: None} | values


def stand(table: str, base: Received, changes: Sequence[Arrival]) -> tuple[dict[str, Any], str]:
    """The record after these changes, and the time of the latest."""
    row = full(table, base)
    if not changes:
        return row, base.at
    replayed = replay_row(table, row, changes)
    return replayed.row, replayed.changed_at
