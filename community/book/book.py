"""The book of record: append, change, undo, read."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from typing import Any, Self

import sqlalchemy as sa

from community.book import arrivals, deciding, migrate, rows, undo
from community.book.engine import connect
from community.book.read import Reader, Where
from community.book.words import Action, Append, Arrival, BookUnavailable, Change, Receipt, Row
from community.book.writer import Work, Writer
from community.tables import canonical as canon


def utc_now() -> datetime:
    """The time now."""
    return datetime.now(UTC)


class Book:
    """One community's book. Threads and processes may share it; every write waits until it is on disk."""

    def __init__(self, engine: sa.Engine, clock: Callable[[], datetime] = utc_now) -> None:
        """Use `Book.open`."""
        self.engine, self._clock, self._writer = engine, clock, Writer(engine)

    @classmethod
    def open(cls, url: str, *, clock: Callable[[], datetime] = utc_now, backup: Callable[[sa.Engine], object] | None = None) -> Self:
        """The book at this path or address, made if absent, migrated forward if old (`backup` is called first).

        Raises NewerBook when a newer program wrote it, BookUnavailable when it can't be opened.
        """
        try:
            engine = connect(url)
            migrate.forward(engine, backup)
        except (sa.exc.DBAPIError, OSError):
            raise BookUnavailable("The book can't be opened: is its folder there, and may this program write to it?") from None
        return cls(engine, clock)

    def close(self) -> None:
        """Finish what waits and let go of the files."""
        self._writer.close()
        self.engine.dispose()

    # --- writing ---------------------------------------------------------------------------------------------------

    def submit(self, table: str, values: Mapping[str, object], *, by: str, key: str | None = None, id: str | None = None) -> "Future[Receipt]":
        """Like `append`, for callers that must not wait: the future is done when the row is on disk."""
        return self._writer.submit(partial(rows.add, new=Append(table, values, id, key), by=by, at=self._now()))

    def append(self, table: str, values: Mapping[str, object], *, by: str, key: str | None = None, id: str | None = None) -> Receipt:
        """Add a row, once for each key. Raises KeyReused when the key came before with other told values."""
        return self._done(self.submit(table, values, by=by, key=key, id=id))

    def append_many(self, new: Iterable[Append], *, by: str) -> list[Receipt]:
        """Add rows, all or none."""
        each, at = list(new), self._now()
        return self._done(self._writer.submit(lambda c: [rows.add(c, a, by=by, at=at) for a in each]))

    def act(self, verb: str, *, by: str, changes: Iterable[Change] = (), appends: Iterable[Append] = (), reason: str | None = None) -> Action:
        """Do all of this or none of it. Raises Stale when a `was` no longer holds."""
        work = partial(deciding.act, verb=verb, by=by, at=self._now(), changes=list(changes), appends=list(appends), reason=reason)
        return self._done(self._writer.submit(work))

    def undo(self, action: str, *, by: str, reason: str | None = None) -> Action:
        """Reverse the action whole. Raises CannotUndo when something later stands on it."""
        return self._done(self._writer.submit(partial(undo.undo, action=action, by=by, at=self._now(), reason=reason)))

    def arrive(self, late: Iterable[Arrival]) -> list[str]:
        """Take in changes that were made elsewhere. The ids of those in conflict."""
        return self._done(self._writer.submit(partial(arrivals.arrive, arrivals=list(late))))

    def write(self, work: Work) -> Any:
        """Do other work in a transaction of the one writer."""
        return self._done(self._writer.submit(work))

    # --- reading ---------------------------------------------------------------------------------------------------

    @contextmanager
    def reading(self) -> Iterator[Reader]:
        """A snapshot: everything read inside belongs to one moment."""
        try:
            with self.engine.connect() as connection:
                if connection.dialect.name == "postgresql":
                    connection = connection.execution_options(isolation_level="REPEATABLE READ")
                with connection.begin():
                    yield Reader(connection)
        except sa.exc.DBAPIError:
            raise BookUnavailable("The book can't be read just now.") from None

    def get(self, table: str, record_id: str) -> Row | None:
        """The current row, or None."""
        with self.reading() as r:
            return r.get(table, record_id)

    def rows(self, table: str, where: Where | None = None, *, order: str | None = "at", limit: int | None = None) -> list[Row]:
        """Current rows: see `Reader.rows`."""
        with self.reading() as r:
            return r.rows(table, where, order=order, limit=limit)

    def count(self, table: str, where: Where | None = None) -> int:
        """How many current rows."""
        with self.reading() as r:
            return r.count(table, where)

    def changes(self, **filters: Any) -> list[Row]:
        """Changes in order: see `Reader.changes`."""
        with self.reading() as r:
            return r.changes(**filters)

    def token(self) -> str:
        """A word that differs after anything was written, by whichever process."""
        try:
            with self.engine.connect() as connection:
                if connection.dialect.name == "postgresql":
                    return str(connection.execute(sa.text("SELECT pg_snapshot_xmax(pg_current_snapshot())")).scalar())
                return self._sqlite_token(connection)
        except sa.exc.DBAPIError:
            raise BookUnavailable("The book can't be read just now.") from None

    def _sqlite_token(self, connection: sa.Connection) -> str:
        # Each transaction of ours adds a row or a change, and both tables only grow (an erasure adds its own row).
        count = sa.text("SELECT " + " || '-' || ".join(f"(SELECT coalesce(max(rowid), 0) FROM {t})" for t in ("changes", *rows.RECEIVED)))
        return str(connection.execute(count).scalar())

    def _now(self) -> str:
        return canon.instant(self._clock())

    @staticmethod
    def _done(future: "Future[Any]") -> Any:
        return future.result()
