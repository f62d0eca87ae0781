"""References between records: which records belong to one, and how the others forget a record that is gone."""

from collections.abc import Iterator, Sequence
from typing import Any

import sqlalchemy as sa

from community.book.id_lists import among
from community.book.record_types import Record
from community.book.schema import CHANGES, NOW, RECEIVED
from community.book.sql_table import lines
from community.tables import TABLES, Column, table_of
from community.tables import canonical as canon
from community.tables.column import ANY_TABLE
from community.tables.ids import check

_AT_ONCE = 500


def belonging(connection: sa.Connection, whose: Record) -> list[Record]:
    """The record and all that belong to it: a resident's requests, their needs, the matches, the visits.

    A record belongs to the one it names, never the other way: a volunteer's matches belong to the volunteer, but the
    needs of the people they helped do not.
    """
    found, last = {whose: None}, [whose]
    while last:
        named: dict[str, list[str]] = {}
        for record in last:
            named.setdefault(record.table, []).append(record.id)
        last = [each for table, ids in named.items() for each in _named_by(connection, table, ids) if each not in found]
        found |= dict.fromkeys(last)
    return list(found)


def merged_into(connection: sa.Connection, table: str, record_id: str) -> str | None:
    """The record to which this one was joined, as one person's; None for one that was not. What is void says it."""
    into: str | None = record_id
    while into is not None:
        one, source = into, NOW[table].c
        void = connection.execute(sa.select(source.void).where(source.id == one)).scalar()
        into = str(void) if table_of(check(void or "")) == table else None
        if into is None:
            return None if one == record_id else one
    return None


def merged_from(connection: sa.Connection, table: str, record_id: str) -> list[str]:
    """The records that were joined to this one, and to those, the earliest first."""
    source, found, last = NOW[table].c, list[str](), [record_id]
    while last:
        query = sa.select(source.id).where(source.void.in_(last)).order_by(source.at, source.id)
        last = [one for one in connection.execute(query).scalars() if one not in found]
        found += last
    return found


def _named_by(connection: sa.Connection, table: str, ids: Sequence[str]) -> Iterator[Record]:
    """The records that name one of these records of one table, or were joined to it."""
    for other, column in [*_naming(table), (table, "void")]:
        source = NOW[other]
        for start in range(0, len(ids), _AT_ONCE):
            names = source.columns[column].in_(ids[start : start + _AT_ONCE])
            for (id_,) in connection.execute(sa.select(source.c.id).where(names).order_by(source.c.id)):
                yield Record(other, id_)


def _naming(table: str) -> Iterator[tuple[str, str]]:
    for other in TABLES.values():
        for column in other.belongs_to:
            if column.refers_to in (table, ANY_TABLE):
                yield other.name, column.name


def forget(connection: sa.Connection, table: str, ids: Sequence[str]) -> None:
    """Remove these ids from every record that names them, and from the changes of that record."""
    for other in TABLES.values():
        for column in other.columns:
            if column.refers_to in (table, ANY_TABLE):
                _forget(connection, other.name, column, set(ids))


def _forget(connection: sa.Connection, table: str, column: Column, ids: set[str]) -> None:
    for source in (RECEIVED[table], NOW[table]):
        for row in connection.execute(
            sa.select(source.c.id, source.columns[column.name]).where(_names(source.columns[column.name], column, ids))
        ):
            values = {column.name: _without(row[1], column, ids)}
            connection.execute(source.update().where(source.c.id == row[0]).values(values))
    of_this = (CHANGES.c.table == table) & (CHANGES.c.field == column.name)
    named = _names(CHANGES.c.was, column, ids) | _names(CHANGES.c.now, column, ids)
    for c in lines(connection, sa.select(CHANGES).where(of_this & named), CHANGES):
        values = {"was": _without(c.was, column, ids), "now": _without(c.now, column, ids)}
        connection.execute(CHANGES.update().where(CHANGES.c.id == c.id).values(values))


def _names(where: sa.ColumnElement[Any], column: Column, ids: set[str]) -> sa.ColumnElement[bool]:
    if column.kind != "refs":
        return among(where, ids)
    return sa.or_(*(where.contains(id_, autoescape=True) for id_ in sorted(ids)))


def _without(value: str | None, column: Column, ids: set[str]) -> str | None:
    if column.kind == "refs":
        return canon.codes(word for word in canon.split(value) if word not in ids)
    return None if value in ids else value
