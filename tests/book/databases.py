"""Fresh databases of both kinds: the book's tests run on SQLite and on a real PostgreSQL alike."""

import atexit
import os
import secrets
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from community.book import Book
from community.book.database import connect
from community.book.schema import TOUCHED, WRITTEN, metadata

SERVER = os.environ.get("TEST_DATABASE_URL", "")
WHY_NOT = "TEST_DATABASE_URL names no PostgreSQL server, so this half is not run (.ci/run starts one)"
KINDS = [pytest.param("sqlite"), pytest.param("postgresql", marks=[pytest.mark.postgres, pytest.mark.twin])]
"""The half on PostgreSQL is long, but in the modules that have the mark `core` (tests/conftest.py)."""


@contextmanager
def database(kind: str, folder: Path) -> Iterator[str]:
    """The address of an empty database of this kind, gone afterwards. Skips where there is no server."""
    if kind == "sqlite":
        yield str(folder / f"{secrets.token_hex(4)}.db")
        return
    if not SERVER:
        pytest.skip(WHY_NOT)
    with _on_the_server() as address:
        yield address


@contextmanager
def begun(kind: str, folder: Path) -> Iterator[str]:
    """The address of a book of this kind in which nothing is yet, gone afterwards. Skips where there is no server."""
    if kind == "sqlite":
        yield new_book(folder / f"{secrets.token_hex(4)}.db")
        return
    if not SERVER:
        pytest.skip(WHY_NOT)
    with _on_the_server(f'TEMPLATE "{_template()}"') as address:
        yield address


@contextmanager
def _on_the_server(how: str = "") -> Iterator[str]:
    name = f"test_{os.getpid()}_{secrets.token_hex(4)}"
    _say(f'CREATE DATABASE "{name}" {how}')
    try:
        yield sa.make_url(SERVER).set(database=name).render_as_string(hide_password=False)
    finally:
        _say(f'DROP DATABASE "{name}" WITH (FORCE)')


@cache
def _template() -> str:
    """The name of a database with a book in which nothing is yet, kept for this process."""
    kept = ExitStack()
    address = kept.enter_context(_on_the_server())
    atexit.register(kept.close)
    Book.open(address).close()
    return str(sa.make_url(address).database)


@cache
def _nothing_yet() -> bytes:
    """A book in which nothing is yet, as a file."""
    with tempfile.TemporaryDirectory() as folder:
        Book.open(f"{folder}/book.db").close()
        return Path(folder, "book.db").read_bytes()


def new_book(path: Path) -> str:
    """The address of the book in this file; where there is none, a copy of one that was made once.

    Making one goes through every migration, which takes thirty times as long.
    """
    if not path.exists():
        # For its owner only, as the book makes it.
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_bytes(_nothing_yet())
    return str(path)


def empty(address: str) -> None:
    """Take every row out of a book."""
    engine = connect(address)
    with engine.execution_options(writes=True).begin() as connection:
        # Most tables hold nothing: to ask all of them at once takes less than to empty each.
        held = set(connection.execute(_which_hold_rows()).scalars())
        for name in held - {WRITTEN.name, TOUCHED.name}:
            connection.execute(sa.delete(metadata.tables[name]))
    engine.dispose()


@cache
def _which_hold_rows() -> sa.CompoundSelect[Any]:
    tables = metadata.tables.items()
    return sa.union_all(*(sa.select(sa.literal(name)).where(sa.exists().select_from(table)) for name, table in tables))


def _say(statement: str) -> None:
    engine = sa.create_engine(
        sa.make_url(SERVER).set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT", poolclass=sa.NullPool
    )
    with engine.connect() as connection:
        connection.execute(sa.text(statement))
    engine.dispose()
