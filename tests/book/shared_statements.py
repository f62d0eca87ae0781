"""Statements are compiled once for all books that a process opens, and so is what makes a book.

A program opens one book and compiles each of its statements once. Tests open thousands, and SQLAlchemy keeps what it
compiled for each of them apart: a quarter of a test's time. The key of a statement is the same; only the dialect in it
is another object for each book.

An empty database becomes a book by all migrations, whose statements are the same each time: after the first book of
its kind they are not worked out anew.
"""

from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.util import LRUCache

from community.book import migrate

_COMPILED: LRUCache[Any, Any] = LRUCache(3000)
_DIALECTS = (SQLiteDialect_pysqlite, PGDialect_psycopg)
_create_engine = sa.create_engine
_migrate = migrate.run
_MADE_BY: dict[tuple[str, Path], list[tuple[str, Any]]] = {}
"""The statements that make a book, with their values, by the kind of database and the folder of the migrations."""


def share() -> None:
    """Let all engines of one kind of database use what one of them compiled."""
    for dialect in _DIALECTS:
        dialect.__hash__ = lambda self: hash(type(self))  # type: ignore[method-assign]
        dialect.__eq__ = lambda self, other: type(self) is type(other)  # type: ignore[method-assign]
    sa.create_engine = _engine
    migrate.run = _run


def _engine(*told: Any, **how: Any) -> sa.Engine:
    engine = _create_engine(*told, **how)
    if type(engine.dialect) in _DIALECTS:
        engine._compiled_cache = _COMPILED
    return engine


def _run(connection: sa.Connection, to: str) -> None:
    if to != "head" or sa.inspect(connection).has_table("alembic_version"):
        _migrate(connection, to)
        return
    kind = connection.dialect.name, migrate.SCRIPTS
    if kind in _MADE_BY:
        cursor = connection.connection.cursor()
        for statement, values in _MADE_BY[kind]:
            cursor.execute(statement, values)
        cursor.close()
        return
    said: list[tuple[str, Any]] = []

    def note(_connection: object, _cursor: object, statement: str, values: Any, _context: object, _many: bool) -> None:
        said.append((statement, values))

    event.listen(connection, "before_cursor_execute", note)
    _migrate(connection, to)
    event.remove(connection, "before_cursor_execute", note)
    _MADE_BY[kind] = said
