"""Reading current rows and changes from one consistent snapshot."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from functools import cache
from typing import Any, TypeVar, overload

import sqlalchemy as sa

from community.book import touched_rows
from community.book.id_lists import asked_among
from community.book.record_types import NoSuchTable
from community.book.schema import CHANGES, NOW, RECEIVED, WRITTEN
from community.book.touched_rows import Changed, Position
from community.tables import TABLES
from community.tables.row import ChangeRow, Row, TableRow
from community.tables.row_types import ROW_TYPES

R = TypeVar("R", bound=TableRow[Any, Any])
Where = Callable[[Any], Iterable[Any]]
"""From a table's columns to conditions: `lambda c: [c.status == NeedStatus.OPEN, c.hub == hub]`."""
_Table = type[TableRow[Any, Any]] | str
"""A table by the class of its rows; by its name where only the name is known."""
_VOID = "void"
"""The column that a current row leaves empty: nobody is told of it."""
_AT_ONCE = 5_000
"""So many lines are fetched from the database together."""


class Reads(ABC):
    """The reads of current rows, typed by the table: from a snapshot, or from a book, which takes one for each."""

    @abstractmethod
    def reading(self) -> AbstractContextManager["Reader"]:
        """A snapshot: everything read inside belongs to one moment."""

    @overload
    def get(self, table: type[R], record_id: str) -> R | None: ...
    @overload
    def get(self, table: str, record_id: str) -> Row | None: ...
    def get(self, table: _Table, record_id: str) -> Row | None:
        """The current row; None when there is none, or its making was undone."""
        with self.reading() as reader:
            return reader.find(_name(table), record_id)

    @overload
    def rows(
        self,
        table: type[R],
        where: Callable[[type[R]], Iterable[Any]] | None = None,
        *,
        order: str | None = "at",
        limit: int | None = None,
        columns: Callable[[type[R]], Iterable[Any]] | None = None,
    ) -> list[R]: ...
    @overload
    def rows(
        self,
        table: str,
        where: Where | None = None,
        *,
        order: str | None = "at",
        limit: int | None = None,
        columns: Where | None = None,
    ) -> list[Row]: ...
    def rows(
        self,
        table: _Table,
        where: Where | None = None,
        *,
        order: str | None = "at",
        limit: int | None = None,
        columns: Where | None = None,
    ) -> Sequence[Row]:
        """Current rows; `order` is a column, with a leading `-` for the latest first. Ties go by id.

        With `columns` the rows hold only these, which is quicker when many are counted.
        """
        with self.reading() as reader:
            return reader.select(_name(table), where, order, limit, columns)

    @overload
    def count(self, table: type[R], where: Callable[[type[R]], Iterable[Any]] | None = None) -> int: ...
    @overload
    def count(self, table: str, where: Where | None = None) -> int: ...
    def count(self, table: _Table, where: Where | None = None) -> int:
        """How many current rows."""
        with self.reading() as reader:
            return reader.tally(_name(table), where)

    def position(self) -> Position:
        """Where the book's history stands, for `since`."""
        with self.reading() as reader:
            return touched_rows.position(reader.connection)

    def since(self, before: Position, most: int = 5_000) -> Changed | None:
        """What changed after this position, by any process: rows by table, and changes.

        None when that is more than `most` rows, or the position is too old, or of another book: then read anew.
        """
        with self.reading() as reader:
            return touched_rows.since(reader.connection, before, most)


class Reader(Reads):
    """What the book said at one moment."""

    def __init__(self, connection: sa.Connection) -> None:
        """Wrap a connection that is inside a transaction."""
        self.connection = connection

    def reading(self) -> AbstractContextManager["Reader"]:
        """This snapshot itself."""
        return nullcontext(self)

    def token(self) -> str:
        """A word that changes with every write: see `Book.token`."""
        return str(self.connection.execute(sa.select(WRITTEN.c.token)).scalar_one())

    def find(self, table: str, record_id: str) -> Row | None:
        """See `get`."""
        if not record_id or not record_id.isascii() or "\0" in record_id:
            return None  # what was erased, or not one of our ids, and PostgreSQL would refuse to look for it
        found = self._rows(table, _one(table), {"id": record_id})
        return found[0] if found else None

    def select(
        self, table: str, where: Where | None, order: str | None, limit: int | None, columns: Where | None
    ) -> list[Row]:
        """See `rows`."""
        source = _current(table)
        query = _all(table, order)
        if columns is not None:
            query = query.with_only_columns(*columns(source.c), maintain_column_froms=True)
        if where is not None:
            terms = list(where(source.c))
            if any(map(_is_among_none, terms)):
                return []
            query = query.where(*terms)
        if limit is not None:
            query = query.limit(limit)
        return self._rows(table, query)

    def _rows(self, table: str, query: sa.Select[Any], values: Mapping[str, str] | None = None) -> list[Row]:
        result = self.connection.execute(query, values)
        names, row, rows = list(result.keys()), ROW_TYPES[table], list[Row]()
        # Fetched one by one, a county's rows take half as long again.
        for lines in result.partitions(_AT_ONCE):
            read = [dict(zip(names, line, strict=True)) for line in lines]
            if _VOID in names:
                for each in read:
                    del each[_VOID]
            rows += [row(table, each) for each in read]
        return rows

    def tally(self, table: str, where: Where | None) -> int:
        """See `count`."""
        query = _number(table)
        if where is not None:
            query = query.where(*where(_current(table).c))
        return self.connection.execute(query).scalar_one()

    def latest(
        self,
        table: type[R],
        each: Callable[[type[R]], Any],
        of: Callable[[type[R]], Any],
        where: Callable[[type[R]], Iterable[Any]] | None = None,
    ) -> dict[str, str]:
        """By each value of one column, the latest of another, where both are told: by volunteer, when last rung."""
        source = _current(table.TABLE)
        c: Any = source.c
        query = sa.select(each(c), sa.func.max(of(c))).where(source.c.void.is_(None), each(c).is_not(None))
        if where is not None:
            query = query.where(*where(c))
        found = self.connection.execute(query.group_by(each(c))).all()
        return {one: at for one, at in found if at is not None}

    def all_rows(self, table: str) -> list[Row]:
        """Current rows and void ones, for callers that must reach every copy."""
        source = _current(table)
        query = sa.select(source).order_by(source.c.at, source.c.id)
        return [ROW_TYPES[table](table, dict(r)) for r in self.connection.execute(query).mappings()]

    def added(self, action: str) -> list[tuple[str, str]]:
        """The (table, id) of every row that the action added, void or not."""
        return [(table, one) for table, one, _ in added_rows(self.connection, action)]

    def adding_actions(self, verb: str) -> dict[str, tuple[str, str, int]]:
        """By action of this verb that added rows: when, by whom, and how many of its rows are there still."""
        found: dict[str, tuple[str, str, int]] = {}
        for name, source in RECEIVED.items():
            now = NOW[name]
            there = sa.func.sum(sa.case((now.c.void.is_(None), 1), else_=0))
            query = (
                sa.select(source.c.action, sa.func.min(source.c.at), sa.func.min(source.c.by), there)
                .join(now, now.c.id == source.c.id)
                .where(source.c.action.like(f"{verb}-%"))
                .group_by(source.c.action)
            )
            for action, at, by, count in self.connection.execute(query):
                before = found.get(action, (at, by, 0))
                found[action] = (min(before[0], at), by, before[2] + int(count))
        return found

    def received(self, table: str, record_id: str) -> Row | None:
        """The row as it was received, before any change."""
        _current(table)
        query = sa.select(RECEIVED[table]).where(RECEIVED[table].c.id == record_id)
        found = self.connection.execute(query).mappings().one_or_none()
        return None if found is None else ROW_TYPES[table](table, dict(found))

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
        """Changes in their order, (`at`, id)."""
        query = _changes(newest_first)
        for name, value in (("table", table), ("record_id", record_id), ("action", action)):
            if value is not None:
                query = query.where(CHANGES.columns[name] == value)
        if where is not None:
            query = query.where(*where(CHANGES.c))
        return [ChangeRow("changes", dict(r)) for r in self.connection.execute(query.limit(limit)).mappings().all()]


def _current(table: str) -> sa.Table:
    if table not in TABLES:
        raise NoSuchTable(f"There is no such table. The tables are: {', '.join(TABLES)}, changes.")
    return NOW[table]


@cache
def _all(table: str, order: str | None = None) -> sa.Select[Any]:
    """The question for all current rows in this order. It names the table as a whole: to list its columns anew for each
    question took longer than the answer."""
    source = _current(table)
    query = sa.select(source).where(source.c.void.is_(None))
    if order is None:
        return query
    column = source.c[order.removeprefix("-")]
    return query.order_by(*((column.desc(), source.c.id.desc()) if order.startswith("-") else (column, source.c.id)))


@cache
def _one(table: str) -> sa.Select[Any]:
    """The question for the current row of an `id`, put together once: nothing is asked more often."""
    return _all(table).where(_current(table).c.id == sa.bindparam("id"))


@cache
def _added() -> sa.CompoundSelect[Any]:
    """The question for what an `action` added, to all tables at once: a page of actions asks it a hundred times."""
    action: sa.BindParameter[str] = sa.bindparam("action")
    tables = enumerate(RECEIVED.items())
    return sa.union_all(
        *(
            sa.select(sa.literal(place), sa.literal(name), rows.c.id, rows.c.at).where(rows.c.action == action)
            for place, (name, rows) in tables
        )
    )


def added_rows(connection: sa.Connection, action: str) -> list[tuple[str, str, str]]:
    """The table, the id and the time of every row that the action added, void or not, in the order of the tables."""
    found = connection.execute(_added(), {"action": action}).all()
    return [(name, one, at) for _, name, one, at in sorted(found)]


def _is_among_none(term: Any) -> bool:
    """Whether no row can pass this term, because it asks for one of no values."""
    values = asked_among(term)
    return values is not None and not values


@cache
def _number(table: str) -> sa.Select[int]:
    """The question for how many current rows there are."""
    source = _current(table)
    return sa.select(sa.func.count()).select_from(source).where(source.c.void.is_(None))


@cache
def _changes(newest_first: bool) -> sa.Select[Any]:
    """The question for all changes in their order."""
    order = (CHANGES.c.at, CHANGES.c.id)
    return sa.select(CHANGES).order_by(*(c.desc() for c in order) if newest_first else order)


def _name(table: _Table) -> str:
    """Return the name of a table that may be given by the class of its rows."""
    return table if isinstance(table, str) else table.TABLE
