"""Undoing an action whole, and bringing it back by undoing the undo."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from community.book.deciding import act
from community.book.desk import VOID, is_field
from community.book.schema import CHANGES, RECEIVED
from community.book.standing import by_field, standing
from community.book.words import Action, CannotUndo, Change, NoSuchRecord
from community.tables import TABLES

_AT_ONCE = 500


def undo(connection: sa.Connection, action: str, *, by: str, at: str, reason: str | None) -> Action:
    """Reverse every change of the action and void the rows it added.

    Raises CannotUndo when there is no such action, or when a later change stands on any of it: undo that one first.
    """
    done = connection.execute(sa.select(CHANGES).where(CHANGES.c.action == action, CHANGES.c.conflict.is_(None))).all()
    added = [(name, record_id) for name in TABLES for record_id in _added(connection, name, action)]
    if not done and not added:
        raise CannotUndo("There is nothing to undo.")
    _refuse_if_built_upon(connection, action, done, added)
    reverse = [Change(c.table, c.record_id, c.field, c.now, c.was) for c in done if is_field(c.table, c.field)]
    reverse += [Change(name, record_id, VOID, None, "yes") for name, record_id in added]
    try:
        return act(connection, "undo", by=by, at=at, changes=reverse, reason=reason, undoes=action)
    except NoSuchRecord:
        raise CannotUndo("Part of it has been erased, so it can't be undone.") from None


def _added(connection: sa.Connection, table: str, action: str) -> list[str]:
    query = sa.select(RECEIVED[table].c.id).where(RECEIVED[table].c.action == action)
    return list(connection.execute(query).scalars())


def _refuse_if_built_upon(
    connection: sa.Connection, action: str, done: Sequence[Any], added: Sequence[tuple[str, str]]
) -> None:
    """Raise CannotUndo when anything but this action stands on what it did."""
    own = {(c.table, c.record_id, c.field) for c in done}
    new = set(added)
    for (table, record_id, field), entries in by_field(_changes(connection, done, added)).items():
        now, after = standing(entries)
        stands = now == after[action] if (table, record_id, field) in own else True
        if not stands or ((table, record_id) in new and set(now) - {action}):
            raise CannotUndo("Something has happened since. Undo the later step first.")


def _changes(connection: sa.Connection, done: Sequence[Any], added: Sequence[tuple[str, str]]) -> list[Any]:
    """Every change of every record that the action touched."""
    ids = list({c.record_id for c in done} | {record_id for _, record_id in added})
    found: list[Any] = []
    for start in range(0, len(ids), _AT_ONCE):
        found += connection.execute(sa.select(CHANGES).where(CHANGES.c.record_id.in_(ids[start : start + _AT_ONCE])))
    return found
