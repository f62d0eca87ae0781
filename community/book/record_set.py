"""The records that one action touches: read once, compared and changed in memory, written together."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import sqlalchemy as sa

from community.book.record_types import Change, NoSuchRecord, NoSuchTable, Record, Stale
from community.book.schema import NOW
from community.book.sql_table import by_ids
from community.tables import TABLES
from community.tables import canonical as canon
from community.tables.canonical import Value
from community.tables.row_types import ColumnName

EXTRA, VOID = ColumnName.EXTRA, ColumnName.VOID
"""The answers to added questions, and the field that takes a row out of sight when its adding is undone."""


class Net(NamedTuple):
    """What an action makes of one field."""

    ref: Record
    field: str
    was: Value
    now: Value


class RecordSet:
    """Current records by reference, void ones too. A field that one action changes twice counts as one change."""

    def __init__(self, connection: sa.Connection) -> None:
        """Nothing is read yet."""
        self._connection = connection
        self._before: dict[Record, Mapping[str, Any]] = {}
        self._rows: dict[Record, dict[str, Any]] = {}
        self._was: dict[tuple[Record, str], Value] = {}

    def fetch(self, refs: Iterable[Record]) -> None:
        """Read the records that this set does not hold yet. Those that are not in the book stay absent."""
        wanted: dict[str, list[str]] = {}
        for ref in dict.fromkeys(refs):
            if ref.table not in NOW:
                raise NoSuchTable(f"There is no such table. The tables are: {', '.join(NOW)}, changes.")
            if ref not in self._rows:
                wanted.setdefault(ref.table, []).append(ref.id)
        for table, ids in wanted.items():
            for row in by_ids(self._connection, NOW[table], ids):
                self._before[Record(table, row.id)] = row._asdict()
                self._rows[Record(table, row.id)] = row._asdict()

    def get(self, ref: Record) -> Mapping[str, Any] | None:
        """The record as it is in memory; None when the book has none."""
        return self._rows.get(ref)

    def latest(self) -> str:
        """The time of the latest change of any record here; empty when there is none."""
        return max((row[ColumnName.CHANGED_AT] for row in self._before.values()), default="")

    def set(self, change: Change) -> None:
        """Compare and set. Raises Stale when the `was` does not hold, NoSuchRecord when there is no such record."""
        ref = Record(change.table, change.id)
        row = self._rows.get(ref)
        if row is None:
            raise NoSuchRecord(f"There is no such record in {change.table}.")
        was, now = (canonical_field(change.table, change.field, value) for value in (change.was, change.now))
        held = read_field(row, change.field)
        if held != was:
            raise Stale(change.table, change.id, change.field, held)
        row |= write_field(row, change.field, now)
        self._was.setdefault((ref, change.field), held)

    def net(self) -> list[Net]:
        """Every field that ends up different. Raises Stale for a record that is void and stays void."""
        found = [
            Net(ref, field, was, now)
            for (ref, field), was in self._was.items()
            if (now := read_field(self._rows[ref], field)) != was
        ]
        for ref, field, *_ in found:
            if self._before[ref][VOID] and self._rows[ref][VOID]:
                raise Stale(ref.table, ref.id, field, None)
        return found

    def write(self, net: Sequence[Net], at: str) -> None:
        """Write the current rows. Those that change the same columns share one statement."""
        alike: dict[tuple[str, tuple[str, ...]], list[dict[str, Any]]] = {}
        columns: dict[Record, set[str]] = {}
        for ref, field, *_ in net:
            columns.setdefault(ref, set()).add(EXTRA if field.startswith("extra.") else field)
        for ref, names in columns.items():
            values = {f"to_{name}": self._rows[ref][name] for name in names} | {"to_changed_at": at, "the_id": ref.id}
            alike.setdefault((ref.table, tuple(sorted(names))), []).append(values)
        for (name, names_), values_ in alike.items():
            table = NOW[name]
            to: dict[str, Any] = {column: sa.bindparam(f"to_{column}") for column in (*names_, ColumnName.CHANGED_AT)}
            self._connection.execute(table.update().where(table.c.id == sa.bindparam("the_id")).values(to), values_)


def read_field(row: Mapping[str, Any], field: str) -> Value:
    """The value of a field: a column or `extra.NAME`."""
    if field.startswith("extra."):
        found: Value = json.loads(row[EXTRA] or "{}").get(field.removeprefix("extra."))
        return found
    value: Value = row[field]
    return value


def write_field(row: Mapping[str, Any], field: str, value: Value) -> dict[str, Value]:
    """The column and the value to store so that the field reads as this."""
    if field.startswith("extra."):
        answers = json.loads(row[EXTRA] or "{}") | {field.removeprefix("extra."): value}
        return {EXTRA: canon.added(answers)}
    return {field: value}


def is_field(table: str, field: str) -> bool:
    """Whether a change of this field can be applied: it is a column, an added answer or `void`."""
    columns = TABLES[table].by_name
    return field == VOID or (field in columns and field != EXTRA) or (field.startswith("extra.") and EXTRA in columns)


def canonical_field(table: str, field: str, value: object) -> Value:
    """The value in the field's canonical form. Raises NotCanonical."""
    if not is_field(table, field):
        raise canon.NotCanonical(f"{table} has no column {field}")
    if field == VOID or field.startswith("extra."):
        return canon.answer(value)
    return canon.of(TABLES[table][field], value)
