"""Undoing an action whole, and bringing it back by undoing the undo."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from community.book.deciding import act
from community.book.desk import VOID, is_field
from community.book.schema import CHANGES, RECEIVED
from community.book.standing import by_field, standing
from community.book.words import Action, Append, CannotUndo, Change, NoSuchRecord, Record, Stale
from community.tables import TABLES

_AT_ONCE = 500


def undo(
    connection: sa.Connection,
    action: str,
    *,
    by: str,
    at: str,
    reason: str | None,
    appends: Sequence[Append] = (),
    leaving: Collection[str] = (),
) -> Action:
    """Reverse every change of the action and void the rows it added; `appends` are rows that follow from undoing it.

    Rows whose ids are in `leaving` stay: what they tell of has happened, and can't be taken back.

    Raises CannotUndo when there is no such action, or when a later change stands on any of it: undo that one first.
    """
    done = connection.execute(sa.select(CHANGES).where(CHANGES.c.action == action, CHANGES.c.conflict.is_(None))).all()
    added = {
        record: when for name in TABLES for record, when in _added(connection, name, action) if record.id not in leaving
    }
    if not done and not added:
        raise CannotUndo("There is nothing to undo.")
    reverse = [Change(c.table, c.record_id, c.field, c.now, c.was) for c in done if is_field(c.table, c.field)]
    reverse += [Change(*record, VOID, None, "yes") for record in added]
    _refuse_if_built_upon(connection, action, added | {Record(c.table, c.record_id): c.at for c in done}, reverse)
    try:
        return act(connection, "undo", by=by, at=at, changes=reverse, appends=appends, reason=reason, undoes=action)
    except NoSuchRecord:
        raise CannotUndo("Part of it has been erased, so it can't be undone.") from None
    except Stale:
        raise CannotUndo(_BUILT_UPON) from None


_BUILT_UPON = "Something has happened since. Undo the later step first."


def _added(connection: sa.Connection, table: str, action: str) -> Iterator[tuple[Record, str]]:
    rows = RECEIVED[table].c
    for id_, when in connection.execute(sa.select(rows.id, rows.at).where(rows.action == action)):
        yield Record(table, id_), when


def _refuse_if_built_upon(
    connection: sa.Connection, action: str, touched: Mapping[Record, str], reverse: Sequence[Change]
) -> None:
    """Raise CannotUndo unless each field is as the action left it; of a row that goes out of sight, every field.

    `touched` says when the action was done to each record.
    """
    fields = {(c.table, c.id, c.field) for c in reverse}
    vanishing = {(c.table, c.id) for c in reverse if c.field == VOID and c.now}
    for place, entries in by_field(_changes(connection, [record.id for record in touched])).items():
        table, record_id, field = place
        if place in fields or (table, record_id) in vanishing:
            then = (touched[Record(table, record_id)], action)
            maker = _maker(connection, table, record_id) if field == VOID else None
            if standing(entries, maker) != standing((e for e in entries if (e.at, e.action) <= then), maker):
                raise CannotUndo(_BUILT_UPON)


def _maker(connection: sa.Connection, table: str, record_id: str) -> str | None:
    """The action that added the row; None when it came by itself."""
    rows = RECEIVED[table].c
    found: str | None = connection.execute(sa.select(rows.action).where(rows.id == record_id)).scalar()
    return found


def _changes(connection: sa.Connection, ids: Sequence[str]) -> Iterator[Any]:
    """Every change of these records."""
    for start in range(0, len(ids), _AT_ONCE):
        some = ids[start : start + _AT_ONCE]
        yield from connection.execute(sa.select(CHANGES).where(CHANGES.c.record_id.in_(some)))
