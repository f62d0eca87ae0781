"""Statements are compiled once for all books that a process opens.

A program opens one book and compiles each of its statements once. Tests open thousands, and SQLAlchemy keeps what it
compiled for each of them apart: a quarter of a test's time. The key of a statement is the same; only the dialect in it
is another object for each book.
"""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.util import LRUCache

_COMPILED: LRUCache[Any, Any] = LRUCache(3000)
_DIALECTS = (SQLiteDialect_pysqlite, PGDialect_psycopg)
_create_engine = sa.create_engine


def share() -> None:
    """Let all engines of one kind of database use what one of them compiled."""
    for dialect in _DIALECTS:
        dialect.__hash__ = lambda self: hash(type(self))  # type: ignore[method-assign]
        dialect.__eq__ = lambda self, other: type(self) is type(other)  # type: ignore[method-assign]
    sa.create_engine = _engine


def _engine(*told: Any, **how: Any) -> sa.Engine:
    engine = _create_engine(*told, **how)
    if type(engine.dialect) in _DIALECTS:
        engine._compiled_cache = _COMPILED
    return engine
