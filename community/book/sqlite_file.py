"""The file a SQLite book is in: noticing that another has taken its place while this program holds it open.

Somebody moves `book.db` aside and restores a backup while the intake runs. Its connections still lead to the file that
was moved, or to one that nobody can reach any more: whatever is written there is lost. So the file is known by its
device and inode, and whoever writes or reads asks first.
"""

import shutil
import threading
from pathlib import Path

import sqlalchemy as sa

from community.book.migrate import version
from community.book.migrations import HEAD
from community.book.record_types import BookUnavailable

Identity = tuple[int, int] | None
LEAST_ROOM = 4_000_000
"""Bytes: a few of the largest answers, each of which is written twice and goes through the log of writes."""


class SqliteFile:
    """Which file the engine's connections lead to. On PostgreSQL there is none, and nothing is ever replaced."""

    def __init__(self, engine: sa.Engine) -> None:
        """Remember the file that is there now."""
        self._engine, self._lock = engine, threading.Lock()
        path = engine.url.database if engine.dialect.name == "sqlite" else None
        self._path = None if path is None or path.startswith("file:") else Path(path).absolute()
        self._known = self._there()

    def check(self) -> Identity:
        """The file, when it is the one that was opened. Otherwise nothing was kept, and BookUnavailable is raised.

        The file that took its place is opened then, for whoever comes next, if it is a book of this very schema.
        Until there is one, the book stays unavailable.
        """
        known = self._known
        if self._path is not None and (known is None or self._there() != known):
            with self._lock:
                self._open_the_other()
            raise BookUnavailable("The book's file was replaced. Nothing was kept; try again.")
        return known

    def is_still(self, before: Identity) -> bool:
        """Whether the file is the one that `check` gave: asked after a commit, before anybody is told of it."""
        return self._known == before == self._there()

    def check_room(self) -> None:
        """Nothing, while there is room on the disk for some more answers. Raises BookUnavailable."""
        if self._path is not None and shutil.disk_usage(self._path.parent).free < LEAST_ROOM:
            raise BookUnavailable("There is no room left on the disk.")

    def _open_the_other(self) -> None:
        there = self._there()
        if there is not None and there == self._known:
            return  # another thread was faster
        self._engine.dispose()
        if there is None:
            # SQLite would make an empty file: whoever restores a backup makes the next one.
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
