"""Undoing an action whole, and bringing it back by undoing the undo."""

import sqlalchemy as sa

from community.book.deciding import VOID, act, current
from community.book.schema import CHANGES, RECEIVED
from community.book.words import Action, CannotUndo, Change
from community.tables import TABLES


def undo(connection: sa.Connection, action: str, *, by: str, at: str, reason: str | None) -> Action:
    """Reverse every change of the action and void the rows it added.

    Raises CannotUndo when there is no such action, or when a later change stands on any of it: undo that one first.
    """
    query = sa.select(CHANGES).where(CHANGES.c.action == action, CHANGES.c.conflict.is_(None)).order_by(CHANGES.c.id)
    done = connection.execute(query).all()
    reverse = [Change(c.table, c.record_id, c.field, c.now, c.was) for c in done]
    for change, entry in zip(reverse, done, strict=True):
        if _latest(connection, change) != entry.id:
            raise CannotUndo("Something has happened since. Undo the later step first.")
    for name in TABLES:
        added = sa.select(RECEIVED[name].c.id).where(RECEIVED[name].c.action == action)
        for (record_id,) in connection.execute(added).all():
            if _touched(connection, name, record_id):
                raise CannotUndo("Something has happened since. Undo the later step first.")
            reverse.append(Change(name, record_id, VOID, None, "yes"))
    if not reverse:
        raise CannotUndo("There is nothing to undo.")
    return act(connection, "undo", by=by, at=at, changes=reverse, reason=reason, undoes=action)


def _latest(connection: sa.Connection, change: Change) -> str | None:
    query = (
        sa.select(CHANGES.c.id)
        .where(
            CHANGES.c.record_id == change.id,
            CHANGES.c.table == change.table,
            CHANGES.c.field == change.field,
            CHANGES.c.conflict.is_(None),
        )
        .order_by(CHANGES.c.at.desc(), CHANGES.c.id.desc())
        .limit(1)
    )
    return connection.execute(query).scalar()


def _touched(connection: sa.Connection, table: str, record_id: str) -> bool:
    """Whether the row differs from what was received, or is out of sight already."""
    row = current(connection, table, record_id)
    if row is None or row[VOID]:
        return True
    columns = [c.name for c in TABLES[table].columns]
    query = sa.select(RECEIVED[table]).where(RECEIVED[table].c.id == record_id)
    received = connection.execute(query).mappings().one()
    return any(row[c] != received[c] for c in columns)


