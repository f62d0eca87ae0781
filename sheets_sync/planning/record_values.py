"""A record after what was decided and corrected about it."""

from collections.abc import Sequence
from typing import Any

from community.book import Arrival, Received
from community.book.record_set import VOID
from community.book.replay import replay_row
from community.tables import TABLES


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
