"""What a piece of work has read of the book, noted by the reader itself: which changes may change its result.

Nothing has to be declared, so nothing can be forgotten: a read that is not understood counts as one of everything.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.sql import operators as is_

from community.book import CHANGES, NOW, Changed, Reader, Row, Where, among, asked_among
from community.identity import COLUMNS, handles, people_in
from community.tables import TABLES
from community.tables.column import ANY_TABLE
from community.tables.row import ChangeRow
from community.tables.row_types import ColumnName

ANY = object()
"""Any value but nothing."""
_FILLS = {is_.eq, is_.in_op, is_.lt, is_.le, is_.gt, is_.ge, is_.ne, is_.not_in_op, is_.is_not}
"""Comparisons that no empty column passes."""
_POINTS = {
    name: frozenset({"id", *(c.name for c in table.columns if c.kind == "ref" or c.refers_to == ANY_TABLE)})
    for name, table in TABLES.items()
} | {CHANGES.name: frozenset({"id", "record_id", "action"})}
"""Columns that name a record: few rows hold the same value."""


def key(*parts: object) -> int:
    """A number for something that may change. Two that share one are taken for the same, which only costs time."""
    return hash(parts)


def change_key(record_id: str) -> int:
    """The key of every change of a record."""
    return key(CHANGES.name, "record_id", record_id)


ANYTHING = key("anything")


@dataclass(repr=False)
class Notes:
    """What was read: keys of what may change, and the moment from which on time alone may change the result."""

    keys: set[int] = field(default_factory=set)
    until: datetime | None = None

    def add(self, other: "Notes") -> None:
        """Note all that the other notes."""
        self.keys |= other.keys
        self.holds_until(other.until)

    def holds_until(self, moment: datetime | None) -> None:
        """Note that the result may be another from this moment on."""
        if moment is not None and (self.until is None or moment < self.until):
            self.until = moment

    def may_change(self, changed: set[int], now: datetime) -> bool:
        """Whether what was read from this may say something else after these changes, or by now."""
        return not changed.isdisjoint(self.keys) or (self.until is not None and self.until <= now)


class NotedReader(Reader):
    """A snapshot that notes what is read from it, while somebody asks for notes."""

    def __init__(self, connection: sa.Connection) -> None:
        """Wrap a connection that is inside a transaction that only reads."""
        self._open = connection
        self._notes: list[Notes | None] = [None]

    @property
    def connection(self) -> sa.Connection:  # type: ignore[override]
        """The connection itself: whoever takes it may read anything."""
        self.note(ANYTHING)
        return self._open

    @contextmanager
    def noting(self) -> Iterator[Notes]:
        """Notes of what is read meanwhile, and of nothing else. Whoever noted before goes on afterwards."""
        self._notes.append(Notes())
        try:
            yield self._notes[-1]  # type: ignore[misc]
        finally:
            self._notes.pop()

    @contextmanager
    def unnoted(self) -> Iterator[sa.Connection]:
        """The connection, for what is noted otherwise."""
        self._notes.append(None)
        try:
            yield self._open
        finally:
            self._notes.pop()

    def note(self, *keys: int) -> None:
        """Note that these were read."""
        if self._notes[-1] is not None:
            self._notes[-1].keys.update(keys)

    def note_all(self, notes: Notes) -> None:
        """Note what others have read before."""
        if self._notes[-1] is not None:
            self._notes[-1].add(notes)

    def holds_until(self, moment: datetime) -> None:
        """Note that from this moment on the result may be another."""
        if self._notes[-1] is not None:
            self._notes[-1].holds_until(moment)

    def find(self, table: str, record_id: str) -> Row | None:
        """See `Reader.get`."""
        self.note(key(table, "id", record_id))
        with self.unnoted():
            return super().find(table, record_id)

    def select(
        self, table: str, where: Where | None, order: str | None, limit: int | None, columns: Where | None
    ) -> list[Row]:
        """See `Reader.rows`. The rows found are noted, and what a row must hold to be found."""
        told = columns if columns is None else lambda c: _with_id(columns(c), c)
        with self.unnoted():
            found = super().select(table, where, order, limit, told)
        if self._notes[-1] is not None:
            self.note(*_sought(table, NOW[table].c, where), *(key(table, "id", row.id) for row in found))
        return found

    def tally(self, table: str, where: Where | None) -> int:
        """See `Reader.count`."""
        return len(self.select(table, where, None, None, lambda c: [c.id]))

    def received(self, table: str, record_id: str) -> Row | None:
        """See `Reader.received`. Only an erasure touches it, and that touches the current row as well."""
        self.note(key(table, "id", record_id))
        with self.unnoted():
            return super().received(table, record_id)

    def changes(self, **asked: Any) -> list[ChangeRow]:
        """See `Reader.changes`."""
        with self.unnoted():
            found = super().changes(**asked)
        if self._notes[-1] is not None:
            one = asked.get(ColumnName.RECORD_ID)
            sought = [change_key(one)] if one else _sought(CHANGES.name, CHANGES.c, asked.get("where"))
            self.note(*sought, *(key(CHANGES.name, "id", row.id) for row in found))
        return found


def _with_id(columns: Iterable[Any], c: Any) -> list[Any]:
    told = list(columns)
    return told if any(each.key == "id" for each in told) else [*told, c.id]


def _sought(table: str, c: Any, where: Where | None) -> list[int]:
    """The keys of which a row must have one to pass the condition: of its terms, the one that fewest rows pass."""
    found = [each for term in (where(c) if where else ()) if (each := _term(table, term)) is not None]
    return min(found, default=(9, [key(table)]), key=lambda each: each[0])[1]


def _term(table: str, term: Any) -> tuple[int, list[int]] | None:
    """How much this term of a condition narrows down (a smaller number lets fewer rows pass), and its keys."""
    if not isinstance(term, sa.BinaryExpression) or not isinstance(term.left, sa.Column):
        return None
    name, says = term.left.name, term.operator
    value = getattr(term.right, "value", None)
    if says is is_.eq and value is not None:
        return (0 if name in _POINTS[table] else 2), [key(table, name, value)]
    if (these := asked_among(term)) is not None:
        return (1 if name in _POINTS[table] else 3), [key(table, name, each) for each in these]
    return (4, [key(table, name, ANY)]) if says in _FILLS else None


def keys_of(reader: Reader, changed: Changed) -> set[int]:
    """The keys of all that these changes of the book may have changed."""
    found = {ANYTHING, key(CHANGES.name)}
    for table, ids in changed.rows.items():
        found.add(key(table))
        found.update(key(table, "id", one) for one in ids)
        if table in TABLES:
            for row in reader.rows(table, lambda c: [among(c.id, list(ids))], order=None):  # noqa: B023
                found.update(_of_row(table, row))
    for change in changed.changes:
        found.update(_of_row(CHANGES.name, change))
    return found


def _of_row(table: str, row: Row) -> Iterator[int]:
    for name, value in row.values_read.items():
        if value is not None:
            yield key(table, name, value)
            yield key(table, name, ANY)
    if table in COLUMNS:
        yield from handle_keys(handle for person in people_in(table, row) for handle in handles(person))


def handle_keys(found_by: Iterable[str]) -> Iterator[int]:
    """The keys of the numbers, addresses and places by which people are found."""
    return (key("people", handle) for handle in found_by)
