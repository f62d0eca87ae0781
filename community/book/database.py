"""Connections to SQLite, set up so that every acknowledged write is on disk, or to PostgreSQL."""

import os
import sqlite3
import time
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event

BUSY_MS = 15_000
WRITERS_LOCK = 73_052_020
_REFUSED = (sa.exc.IntegrityError, sa.exc.DataError, sa.exc.ProgrammingError, sa.exc.NotSupportedError)
_GONE = frozenset({"08", "25", "28", "3D", "40", "53", "55", "57", "58", "F0", "XX"})
"""Classes of PostgreSQL's errors (its documentation, appendix A) that are the server's trouble, not a row's."""
_MAY_NOT = "42501"
_LINE = {"connect_timeout": 10, "keepalives_idle": 30, "keepalives_interval": 10, "keepalives_count": 3}
"""Seconds (and tries) after which a server that says nothing is gone: everybody waits for the one writer."""


def connect(url: str) -> sa.Engine:
    """An engine for `sqlite:///path` (or a bare path) or `postgresql://...`. Statements' values are never logged."""
    if "://" not in url:
        url = f"sqlite:///{url}"
    if url.startswith("sqlite"):
        return _sqlite(url)
    address = sa.make_url(url).set(drivername="postgresql+psycopg")
    line = {name: value for name, value in _LINE.items() if name not in address.query}
    return sa.create_engine(address, pool_pre_ping=True, hide_parameters=True, connect_args=line)


def _sqlite(url: str) -> sa.Engine:
    path = sa.make_url(url).database
    if path and not path.startswith("file:"):
        folder = Path(path).parent
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not Path(path).exists():
            # Made unreadable to others before SQLite writes any name into it; its -wal and -shm take the same mode.
            os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    engine = sa.create_engine(
        url, hide_parameters=True, connect_args={"check_same_thread": False, "timeout": BUSY_MS / 1000}
    )

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _: object) -> None:
        # The driver's own transactions begin too late for a consistent snapshot; ours begin when we say so.
        connection.isolation_level = None
        connection.execute(f"PRAGMA busy_timeout={BUSY_MS}")
        _write_ahead(connection)
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("PRAGMA secure_delete=ON")

    @event.listens_for(engine, "begin")
    def _begin(connection: sa.Connection) -> None:
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _write_ahead(connection: Any) -> None:
    """Turn on the write-ahead log. While another process does so in a new file, SQLite says "locked" at once."""
    until = time.monotonic() + BUSY_MS / 1000
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(0.01)
        else:
            return


def writing(connection: sa.Connection) -> None:
    """Take the single writer's lock for this transaction; it is released at the end.

    SQLite has it from BEGIN IMMEDIATE. On PostgreSQL an advisory lock gives the same order, so that the laws hold alike
    on both; group commit makes one writer at a time enough for a nation.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(WRITERS_LOCK)))


def is_unreachable(error: BaseException) -> bool:
    """Whether the error lies with the database (gone, locked, full, broken) rather than with the query."""
    if isinstance(error, sa.exc.DBAPIError) and (code := getattr(error.orig, "sqlstate", None)):
        return code[:2] in _GONE or code == _MAY_NOT
    return isinstance(error, sa.exc.DBAPIError | sa.exc.TimeoutError) and not isinstance(error, _REFUSED)
