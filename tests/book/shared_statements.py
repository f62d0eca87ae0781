"""Statements are compiled once for all books that a process opens, and so is what makes a book.

A program opens one book and compiles each of its statements once. Tests open thousands, and SQLAlchemy keeps what it
compiled for each of them apart: a quarter of a test's time. The key of a statement is the same; only the dialect in it
is another object for each book.

An empty database becomes a book by all migrations, whose statements are the same each time: after the first book of
its kind they are not worked out anew. Nor is it read anew, table by table, which tables are in a backup.
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
_versions = migrate.known_versions
_read_tables = sa.MetaData.reflect
_MADE_BY: dict[tuple[str, Path, str], list[tuple[str, Any]]] = {}
"""What makes a book, with its values, by the kind of database, the folder of the migrations, and how far they go."""
_NEWEST: dict[Path, str | None] = {}
_KNOWN: dict[Path, set[str]] = {}
_TABLES: dict[tuple[Any, ...], sa.MetaData] = {}


def share() -> None:
    """Let all engines of one kind of database use what one of them compiled."""
    for dialect in _DIALECTS:
        dialect.__hash__ = lambda self: hash(type(self))  # type: ignore[method-assign]
        dialect.__eq__ = lambda self, other: type(self) is type(other)  # type: ignore[method-assign]
    sa.create_engine = _engine
    migrate.run = _run
    migrate.known_versions = _known_versions
    sa.MetaData.reflect = _reflect  # type: ignore[method-assign]


def _engine(*told: Any, **how: Any) -> sa.Engine:
    engine = _create_engine(*told, **how)
    if type(engine.dialect) in _DIALECTS:
        engine._compiled_cache = _COMPILED
    return engine


def _run(connection: sa.Connection, to: str) -> None:
    book = connection.dialect.name, migrate.SCRIPTS
    was = _version(connection)
    if was is None and (*book, to) in _MADE_BY:
        cursor = connection.connection.cursor()
        for statement, values in _MADE_BY[*book, to]:
            cursor.execute(statement, values)
        cursor.close()
        return
    if to == "head" and was is not None and was == _NEWEST.get(migrate.SCRIPTS):
        return
    said: list[tuple[str, Any]] = []

    def note(_connection: object, _cursor: object, statement: str, values: Any, _context: object, _many: bool) -> None:
        said.append((statement, values))

    event.listen(connection, "before_cursor_execute", note)
    _migrate(connection, to)
    event.remove(connection, "before_cursor_execute", note)
    if was is None:
        _MADE_BY[*book, to] = said
    if to == "head":
        _NEWEST[migrate.SCRIPTS] = _version(connection)


def _version(connection: sa.Connection) -> str | None:
    if not sa.inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalar()
    return found


def _known_versions() -> set[str]:
    if migrate.SCRIPTS not in _KNOWN:
        _KNOWN[migrate.SCRIPTS] = _versions()
    return _KNOWN[migrate.SCRIPTS]


def _reflect(self: sa.MetaData, bind: Any, *told: Any, **how: Any) -> None:
    """Read from a database which tables it has; of a SQLite database that was made by the same words, not anew."""
    if told or how or self.tables or not isinstance(bind, sa.Connection) or bind.dialect.name != "sqlite":
        _read_tables(self, bind, *told, **how)
        return
    made_by = tuple(map(tuple, bind.execute(sa.text("SELECT type, name, sql FROM sqlite_master ORDER BY rowid"))))
    if made_by not in _TABLES:
        _TABLES[made_by] = sa.MetaData()
        _read_tables(_TABLES[made_by], bind)
    vars(self).update(vars(_TABLES[made_by]))
