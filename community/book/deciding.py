"""Changing what rows say: compare and set, all of an action or nothing of it."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from typing import Any

import sqlalchemy as sa

from community.book.schema import CHANGES, NOW
from community.book.words import Action, Append, Change, Stale
from community.book import rows
from community.errors import UserFacingError
from community.tables import TABLES
from community.tables import canonical as canon
from community.tables.canonical import Value
from community.tables.ids import mint_long

VOID = "void"
"""The field that takes a row out of sight when the action that added it is undone."""


class NoSuchRecord(UserFacingError):
    """A change names a record that is not in the book."""


def act(
    connection: sa.Connection,
    verb: str,
    *,
    by: str,
    at: str,
    changes: Iterable[Change] = (),
    appends: Sequence[Append] = (),
    reason: str | None = None,
    undoes: str | None = None,
) -> Action:
    """Write one action. Raises Stale (nothing written: the caller's savepoint goes) when a `was` no longer holds."""
    action = f"{verb}-{mint_long()}"
    changes = list(changes)
    added: list[Append] = []
    for new in appends:
        undone = None if new.id is None else current(connection, new.table, new.id)
        if undone is not None and undone[VOID]:
            changes += _return(new, undone)
        else:
            added.append(new)
    at = _above(connection, changes, at)
    made = {id(new): rows.add(connection, new, by=by, at=at, action=action).id for new in added}
    ids = [made.get(id(new)) or str(new.id) for new in appends]
    for change in changes:
        _set(connection, change, Action(action, at), by=by, reason=reason, undoes=undoes)
    return Action(action, at, tuple(ids))


def current(connection: sa.Connection, table: str, record_id: str) -> Mapping[str, Any] | None:
    """The record as it is now, void or not."""
    query = sa.select(NOW[table]).where(NOW[table].c.id == record_id)
    return connection.execute(query).mappings().one_or_none()


def read_field(row: Mapping[str, Any], field: str) -> Value:
    """A field's value: a column's, or that of `extra.NAME`."""
    if field.startswith("extra."):
        found: Value = json.loads(row["extra"] or "{}").get(field.removeprefix("extra."))
        return found
    value: Value = row[field]
    return value


def write_field(row: Mapping[str, Any], field: str, value: Value) -> dict[str, Value]:
    """The column and the value to store so that the field reads as this."""
    if field.startswith("extra."):
        return {"extra": canon.extra(json.loads(row["extra"] or "{}") | {field.removeprefix("extra."): value})}
    return {field: value}


def canonical(table: str, field: str, value: object) -> Value:
    """The field's one form of this value. Raises NotCanonical."""
    if field.startswith("extra.") and "extra" in TABLES[table].by_name or field == VOID:
        return None if value is None else canon.text(str(value))
    if field not in TABLES[table].by_name or field == "extra":
        raise canon.NotCanonical(f"{table} has no column {field}")
    return canon.of(TABLES[table][field], value)


def _set(connection: sa.Connection, change: Change, action: Action, *, by: str, reason: str | None, undoes: str | None) -> None:
    row = current(connection, change.table, change.id)
    if row is None:
        raise NoSuchRecord(f"There is no such record in {change.table}.")
    was = canonical(change.table, change.field, change.was)
    now = canonical(change.table, change.field, change.now)
    held = read_field(row, change.field)
    if held != was:
        raise Stale(change.table, change.id, change.field, held)
    if was == now:
        return
    table = NOW[change.table]
    values = write_field(row, change.field, now) | {"changed_at": action.at}
    connection.execute(table.update().where(table.c.id == change.id).values(values))
    entry = {
        "id": f"Z-{mint_long()}",
        "at": action.at,
        "by": by,
        "action": action.id,
        "table": change.table,
        "record_id": change.id,
        "field": change.field,
        "was": canon.as_text(was),
        "now": canon.as_text(now),
        "reason": reason,
        "undoes": undoes,
    }
    connection.execute(CHANGES.insert(), entry)


def _return(new: Append, undone: Mapping[str, Any]) -> list[Change]:
    """The changes that bring a row back whose making was undone, saying what it says this time."""
    values = canon.row(TABLES[new.table], new.values)
    told = json.loads(undone.get("extra") or "{}") | json.loads(str(values.get("extra") or "{}"))
    fields = [n for n in values if n != "extra"] + [f"extra.{n}" for n in told]
    again = [Change(new.table, str(new.id), f, read_field(undone, f), read_field(values, f)) for f in fields]
    return [Change(new.table, str(new.id), VOID, undone[VOID], None), *again]


def _above(connection: sa.Connection, changes: Iterable[Change], at: str) -> str:
    """A time above the latest of every record touched, so that clocks that stand or go back never reorder decisions."""
    for table, record_id in {(c.table, c.id) for c in changes}:
        row = current(connection, table, record_id)
        if row is not None and row["changed_at"] >= at:
            at = _after(row["changed_at"])
    return at


def _after(instant: str) -> str:
    return canon.instant(canon.moment(instant) + timedelta(milliseconds=1))
