"""Rebuilding a record from what was received and every change since. Pure, so it gives the same result everywhere."""

from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Any, NamedTuple

from community.book.record_set import VOID, canonical_field, is_field, read_field, write_field
from community.book.winning_change import in_order
from community.tables.row_types import ColumnName


class Replayed(NamedTuple):
    """The rebuilt record, the time of its latest change, and the ids of the changes that do not hold."""

    row: dict[str, Any]
    changed_at: str
    conflicts: list[str]


def replay_row(table: str, received: Mapping[str, Any], changes: Iterable[Any]) -> Replayed:
    """The record after its changes (with `at`, `action`, `id`, `field`, `was`, `now`) in the order (`at`, action, id).

    An action's changes to the record hold all together or not at all. A change of a column that no longer exists is
    passed over. `received` has `at` and every column.
    """
    row = {VOID: None, **received}
    changed_at: str = row[ColumnName.AT]
    conflicts: list[str] = []
    entries = sorted((c for c in changes if is_field(table, c.field)), key=in_order)
    for _, part in groupby(entries, key=lambda c: (c.at, c.action)):
        group = list(part)
        changed_at = max(changed_at, group[-1].at)
        # One that was blanked, for somebody was erased, says nothing: it changes nothing, and holds.
        group = [c for c in group if c.was is not None or c.now is not None]
        if all(read_field(row, c.field) == canonical_field(table, c.field, c.was) for c in group):
            for c in group:
                row |= write_field(row, c.field, canonical_field(table, c.field, c.now))
        else:
            conflicts += [c.id for c in group]
    return Replayed(row, changed_at, conflicts)
