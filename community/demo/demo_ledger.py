"""The ledger of the invented town: a book in memory, in which casework decides as in any other.

A real book makes random ids, takes times from its clock, and needs three milliseconds for each of twenty thousand
decisions. Here ids follow from the seed and times from the story, and `load` writes everything at the end, in one
transaction: ten times as fast as one row after the other, and what the book would have written itself.
"""

import random
from bisect import insort
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any, Generic, TypeVar, cast

import sqlalchemy as sa

from community.book import (
    CHANGES,
    NOW,
    RECEIVED,
    Action,
    Append,
    Book,
    Change,
    ChangeRow,
    Job,
    Planned,
    Reader,
    Receipt,
    Row,
    Stale,
    Where,
)
from community.book.demo_flag import mark_invented
from community.demo.demo_conditions import COLUMNS, RowColumn, RowCondition
from community.tables import TABLES
from community.tables.canonical import Value, as_text, instant, moment, of, row
from community.tables.ids import SYMBOLS, derive
from community.tables.row import TableRow
from community.tables.row_types import ROW_TYPES, ColumnName
from community.tables.verbs import Verb, action_id

_TICK = timedelta(milliseconds=1)
_SOUGHT = (
    *("need_id", "request_id", "resident_id", "volunteer_id", "match_id", "about", "with_whom", "hub"),
    "protected_address",
)
"""Columns by which rows are looked up."""


class ToldTwice(Exception):
    """A row got an id that another one has: of the thousand billion ids, this seed gave one to both."""


R = TypeVar("R", bound=TableRow[Any, Any])


class LedgerRecord(Generic[R]):
    """One row, as it was received and as it is now. A change replaces `now`."""

    __slots__ = ("born", "now", "received", "table")

    def __init__(self, table: str, values: Mapping[str, Value], id: str, at: str, by: str, action: str | None) -> None:
        """A row that was added now."""
        self.table, self.born = table, (at, id)
        told = {**values, "id": id, "at": at, "by": by}
        self.received = {**told, "action": action}
        self.now: R = self._row({**told, "changed_at": at})

    def _row(self, values: Mapping[str, Any]) -> R:
        return cast("R", ROW_TYPES[self.table].of(values))

    def change(self, field: str, value: Value, at: str) -> None:
        """Let one field be another."""
        self.now = self._row({**self.now, field: value, "changed_at": at})

    @property
    def id(self) -> str:
        """Its id."""
        return self.born[1]

    @property
    def at(self) -> datetime:
        """When it came."""
        return moment(self.born[0])

    @property
    def changed_at(self) -> datetime:
        """When it was changed last."""
        return moment(self.now.changed_at)


def _born(record: LedgerRecord[Any]) -> tuple[str, str]:
    return record.born


class LedgerBook(Book):
    """Everything that happened. `seed` decides every id, `now` every time; whatever else would write is refused.

    Other data, such as records kept apart for a concern, is read from the empty book beneath.
    """

    now: datetime

    def __init__(self, beneath: Reader, seed: str) -> None:
        """Begin with nothing."""
        super().__init__(beneath.connection.engine, clock=lambda: self.now)
        self._writer.close()
        self.records: dict[str, dict[str, LedgerRecord[Any]]] = {name: {} for name in TABLES}
        self.entries: list[dict[str, Any]] = []
        self._seed, self._lots, self._asked = seed, random.Random(f"{seed}:ids"), 0
        self._by: dict[tuple[str, str], dict[Value, list[LedgerRecord[Any]]]] = {
            (table.name, column): {} for table in TABLES.values() for column in _SOUGHT if column in table.by_name
        }
        self._reader = LedgerReader(beneath.connection, self)

    def record(self, table: type[R], record_id: str) -> LedgerRecord[R]:
        """The row with this id, to be read whenever it is asked."""
        return cast("LedgerRecord[R]", self.records[table.TABLE][record_id])

    def all(self, table: type[R]) -> list[LedgerRecord[R]]:
        """Every row of the table, in the order in which they were told."""
        return cast("list[LedgerRecord[R]]", list(self.records[table.TABLE].values()))

    def found(self, table: str, column: str, values: Collection[Value]) -> list[LedgerRecord[Any]] | None:
        """The rows whose column holds one of these, the earliest first; None where rows aren't looked up by it."""
        if column == "id":
            there = [self.records[table][str(value)] for value in values if value in self.records[table]]
        elif (index := self._by.get((table, column))) is not None:
            there = [record for value in values for record in index.get(value, ())]
        else:
            return None
        return sorted(there, key=_born) if len(values) > 1 else there

    def new_id(self, table: str) -> str:
        """The next id that this seed gives."""
        self._asked += 1
        return derive(TABLES[table].letter, "asked for", self._seed, str(self._asked))

    @contextmanager
    def reading(self) -> Iterator[Reader]:
        """What the town says now."""
        yield self._reader

    def append(
        self, table: str, values: Mapping[str, object], *, by: str, key: str | None = None, id: str | None = None
    ) -> Receipt:
        """A row that came in now."""
        return Receipt(self._add(Append(table, values, id, key), instant(self.now), by, None), new=True)

    def decide(
        self,
        verb: Verb,
        *,
        by: str,
        plan: Callable[[Reader], Planned],
        jobs: Iterable[Job] = (),  # noqa: ARG002 (whatever was to be done in this story was done in its time)
        reason: str | None = None,
    ) -> Action:
        """One action, as `Book.decide` writes it: its time moves on where a record was changed later than now."""
        changes, appends, *_ = plan(self._reader)
        net = [each for change in changes if (each := self._net(change)) is not None]
        at = max([instant(self.now), *(instant(record.changed_at + _TICK) for record, *_ in net)])
        action = action_id(verb, self._symbols())
        ids = tuple(self._add(each, at, by, action) for each in appends)
        for record, field, was, now in net:
            self._change(record, field, now, at)
            entry = {"table": record.table, "record_id": record.id, "field": field, "was": as_text(was)}
            entry |= {"id": f"Z-{self._symbols()}", "at": at, "by": by, "action": action, "now": as_text(now)}
            self.entries.append(entry | {"reason": reason, "undoes": None, "conflict": None})
        return Action(action, at, ids)

    def _net(self, change: Change) -> tuple[LedgerRecord[Any], str, Value, Value] | None:
        """What it changes, if anything. Raises Stale when its `was` does not hold."""
        record, column = self.records[change.table][change.id], TABLES[change.table][change.field]
        held, now = record.now[change.field], of(column, change.now)
        if of(column, change.was) != held:
            raise Stale(change.table, change.id, change.field, held)
        return None if now == held else (record, change.field, held, now)

    def _add(self, new: Append, at: str, by: str, action: str | None) -> str:
        table = self.records[new.table]
        record_id = new.id or derive(TABLES[new.table].letter, "invented", self._seed, str(len(table)))
        if record_id in table:
            raise ToldTwice(record_id)
        values = row(TABLES[new.table], new.values)
        record: LedgerRecord[Any] = LedgerRecord(new.table, values, record_id, at, by, action)
        table[record_id] = record
        for column in _SOUGHT:
            if column in values:
                insort(self._by[new.table, column].setdefault(values[column], []), record, key=_born)
        return record_id

    def _change(self, record: LedgerRecord[Any], field: str, now: Value, at: str) -> None:
        index = self._by.get((record.table, field))
        if index is not None:
            index[record.now[field]].remove(record)
            insort(index.setdefault(now, []), record, key=_born)
        record.change(field, now, at)

    def _symbols(self) -> str:
        return "".join(self._lots.choices(SYMBOLS, k=16))


class LedgerReader(Reader):
    """What the town says at one moment of its story."""

    def __init__(self, connection: sa.Connection, ledger: "LedgerBook") -> None:
        """Read this ledger; what is no row of a table, from the book beneath."""
        super().__init__(connection)
        self._ledger = ledger

    def find(self, table: str, record_id: str) -> Row | None:
        """The row as it is now."""
        found = self._ledger.records[table].get(record_id)
        return None if found is None else found.now

    def select(
        self,
        table: str,
        where: Where | None,
        order: str | None,
        limit: int | None,
        columns: Where | None,  # noqa: ARG002 (all are at hand)
    ) -> list[Row]:
        """Rows as they are now: see `Reader.rows`."""
        found, left = self._near(table, [] if where is None else list(where(COLUMNS)))
        for each in left:
            found = [row for row in found if each.holds(row)]
        if order not in ("at", None):
            by = order.removeprefix("-")
            found.sort(key=lambda row: (row[by], row.id), reverse=order.startswith("-"))
        return found[:limit]

    def tally(self, table: str, where: Where | None) -> int:
        """How many rows."""
        return len(self.select(table, where, None, None, None))

    def changes(
        self,
        *,
        table: str | None = None,
        record_id: str | None = None,
        action: str | None = None,
        where: Where | None = None,
        newest_first: bool = False,
        limit: int | None = None,
    ) -> list[ChangeRow]:
        """Changes in their order: see `Reader.changes`."""
        asked: list[RowCondition] = [] if where is None else list(where(COLUMNS))
        told = (("table", table), ("record_id", record_id), ("action", action))
        asked += [RowColumn(name) == value for name, value in told if value is not None]
        found = [entry for entry in self._ledger.entries if all(each.holds(entry) for each in asked)]
        found.sort(key=lambda entry: (entry[ColumnName.AT], entry[ColumnName.ID]), reverse=newest_first)
        return [ChangeRow("changes", entry) for entry in found[:limit]]

    def _near(self, table: str, asked: list[RowCondition]) -> tuple[list[Row], list[RowCondition]]:
        """The rows that the narrowest condition leaves, the earliest first, and the conditions still to be asked."""
        for each in sorted((each for each in asked if each.column), key=lambda each: len(each.values)):
            found = self._ledger.found(table, each.column, each.values)
            if found is not None:
                return [record.now for record in found], [other for other in asked if other is not each]
        for each in asked:
            there = [self._ledger.found(table, one.column, one.values) if one.column else None for one in each.either]
            if there and None not in there:
                records = {record.now.id: record for some in there for record in some or ()}
                rows = [record.now for record in sorted(records.values(), key=_born)]
                return rows, [other for other in asked if other is not each]
        return [record.now for record in sorted(self._ledger.records[table].values(), key=_born)], asked


def load(book: Book, ledger: LedgerBook) -> None:
    """Write everything in the order of time, and the mark that it is invented, all or nothing.

    Raises ToldTwice when the book holds one of its ids already.
    """

    def work(connection: sa.Connection) -> None:
        try:
            write(connection)
        except sa.exc.IntegrityError:
            raise ToldTwice from None

    def write(connection: sa.Connection) -> None:
        mark_invented(connection)
        for table, records in ledger.records.items():
            ordered = sorted(records.values(), key=lambda r: r.born)
            if ordered:
                connection.execute(RECEIVED[table].insert(), [r.received for r in ordered])
                connection.execute(NOW[table].insert(), [{**r.now, ColumnName.VOID: None} for r in ordered])
        changes = sorted(ledger.entries, key=lambda e: (e[ColumnName.AT], e[ColumnName.ID]))
        if changes:
            connection.execute(CHANGES.insert(), changes)

    book.write(work)
