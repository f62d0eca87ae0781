"""Rebuilding a record from its row and every change since, and which action decides a field. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Any, NamedTuple

from community.book.record_set import VOID, canonical_field, is_field, read_field, write_field
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


def standing(entries: Iterable[Any], maker: str | None = None) -> tuple[str, ...]:
    """The actions that count on one field, the deciding one last. Takes its changes in order, without conflicts.

    An action puts itself on the stack. Its undo takes it off again, and the undo of that undo puts it back: afterwards
    the field's history is as if neither had happened, so the change before can be undone in its turn. For the field
    that says whether a row is void, the stack begins with its `maker`, the action that added the row.
    """
    stack: tuple[str, ...] = () if maker is None else (maker,)
    effects = {each: (each, True) for each in stack}
    for c in entries:
        whose, put = c.action, True
        if c.undoes in effects:
            undone, was_put = effects[c.undoes]
            if not was_put or stack[-1:] == (undone,):
                whose, put = undone, not was_put
        stack = (*stack, whose) if put else stack[:-1]
        effects[c.action] = (whose, put)
    return stack


def by_field(changes: Iterable[Any]) -> dict[tuple[str, str, str], list[Any]]:
    """Changes by (table, record, field), each list in order; conflicts left out."""
    found: dict[tuple[str, str, str], list[Any]] = defaultdict(list)
    for c in sorted(changes, key=in_order):
        if c.conflict is None:
            found[c.table, c.record_id, c.field].append(c)
    return found


def in_order(change: Any) -> tuple[str, str, str]:
    """The sort key for the changes of one record: by time. Changes of one action share their time and stay together."""
    return change.at, change.action, change.id
