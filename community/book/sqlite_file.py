"""The file of a SQLite book: whether another has taken its place, and making deleted data unreadable in any book.

Suppose somebody moves `book.db` aside and restores a backup while the intake runs. The intake's connections still lead
to the moved file, or to one that can no longer be reached, and whatever they write is lost. So the file is identified
by its device and inode, which are checked before every read and write.
"""

import contextlib
import shutil
import sqlite3
import threading
import time
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from community.book.database import BUSY_MS
from community.book.migrate import version
from community.book.migrations import HEAD
from community.book.record_types import BookUnavailable

Identity = tuple[int, int] | None
LEAST_ROOM = 4_000_000
"""Bytes: a few of the largest answers, each of which is written twice and goes through the log of writes."""


class SqliteFile:
    """Which file the engine's connections lead to. PostgreSQL has no such file, so there nothing is ever replaced."""

    def __init__(self, engine: sa.Engine) -> None:
        """Remember the file that is there now."""
        self._engine, self._lock = engine, threading.Lock()
        path = engine.url.database if engine.dialect.name == "sqlite" else None
        self._path = None if path is None or path.startswith("file:") else Path(path).absolute()
        self._known = self._there()

    def check(self) -> Identity:
        """The file's identity, when it is still the one that was opened. Raises BookUnavailable otherwise.

        The file that took its place is then opened for later calls, if it is a book of exactly this schema. Until
        there is one, the book stays unavailable.
        """
        known = self._known
        if self._path is not None and (known is None or self._there() != known):
            with self._lock:
                self._open_the_other()
            raise BookUnavailable("The book's file was replaced. Nothing was kept; try again.")
        return known

    def is_still(self, before: Identity) -> bool:
        """Whether the file is the one that `check` gave. It is asked after a commit, before the commit is reported."""
        return self._known == before == self._there()

    def check_room(self) -> None:
        """Raise BookUnavailable unless there is room on the disk for some more answers."""
        if self._path is not None and shutil.disk_usage(self._path.parent).free < LEAST_ROOM:
            raise BookUnavailable("There is no room left on the disk.")

    def _open_the_other(self) -> None:
        there = self._there()
        if there is not None and there == self._known:
            return  # another thread was faster
        self._engine.dispose()
        if there is None:
            # SQLite would make an empty file, but the next file must come from restoring a backup.
            raise BookUnavailable("The book's file is not there.")
        try:
            found = version(self._engine)
        except (sa.exc.DBAPIError, sa.exc.TimeoutError):
            raise BookUnavailable("The book's file was replaced, and the new one can't be opened.") from None
        if found != HEAD:
            raise BookUnavailable("The book's file was replaced by one of another version. Start this program again.")
        if self._there() == there:
            self._known = there

    def _there(self) -> Identity:
        if self._path is None:
            return None
        try:
            found = self._path.stat()
        except OSError:
            return None
        return found.st_dev, found.st_ino


_SECONDS = 20.0


def compact(engine: sa.Engine, *, seconds: float = _SECONDS) -> bool:
    """Whether the database was rewritten without deleted data. False when other programs held it open too long."""
    if engine.dialect.name == "postgresql":
        with engine.execution_options(isolation_level="AUTOCOMMIT").connect() as connection:
            connection.execute(sa.text("VACUUM FULL"))
        return True
    raw = engine.raw_connection()
    driver: Any = raw.driver_connection
    until = time.monotonic() + seconds
    try:
        # Otherwise each step would wait for others as long as a writer does, however little time the caller has.
        driver.execute(f"PRAGMA busy_timeout={seconds * 1000:.0f}")
        with contextlib.suppress(sqlite3.OperationalError):  # "locked": told by the log that could not be emptied
            driver.execute("VACUUM")
            while True:
                busy, *_ = driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
                if not busy or time.monotonic() >= until:
                    return not busy
                time.sleep(0.2)
        return False
    finally:
        driver.execute(f"PRAGMA busy_timeout={BUSY_MS}")
        raw.close()
