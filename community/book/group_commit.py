"""Group commit: many writers' work in one transaction. Each writer gets its own outcome once it is on disk."""

import queue
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from enum import Enum
from itertools import groupby
from typing import Any, TypeVar

import sqlalchemy as sa

from community.book.database import is_unreachable, writing
from community.book.record_types import BookUnavailable, Fault
from community.book.rows import Adding, add_all
from community.book.schema import WRITTEN
from community.book.sqlite_file import SqliteFile
from community.errors import UserFacingError
from community.tables import TABLES
from community.tables import canonical as canon
from community.tables.ids import mint_long

Work = Callable[[sa.Connection], Any]
T = TypeVar("T")
Outcome = tuple[Any, BaseException | None]
MOST_AT_ONCE = 512
_TRIES = 3
_WRITE_TOKEN = WRITTEN.update()


class Writer:
    """One thread that takes the waiting work, does each piece in its own savepoint, and commits all of it together.

    A piece that fails is rolled back alone. Consecutive rows are added together. When the transaction
    itself fails, each piece is tried in one of its own. Nobody is answered before the commit has returned.
    """

    def __init__(self, engine: sa.Engine, file: SqliteFile) -> None:
        """The thread starts with the first piece of work."""
        self._engine, self._file = engine.execution_options(writes=True), file
        self._waiting: queue.SimpleQueue[tuple[Work, Future[Any]] | None] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._closed = False

    def submit(self, work: Callable[[sa.Connection], T]) -> "Future[T]":
        """The future outcome of this work: done means on disk."""
        future: Future[T] = Future()
        with self._lock:
            if self._closed:
                raise BookUnavailable("The book is closed.")
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="book-writer", daemon=True)
                self._thread.start()
            self._waiting.put((work, future))
        return future

    def close(self) -> None:
        """Finish what waits, then stop."""
        with self._lock:
            self._closed = True
            self._waiting.put(None)
            thread = self._thread
        if thread is not None:
            thread.join()

    def _run(self) -> None:
        going_on = True
        while going_on:
            batch = [self._waiting.get()]
            while len(batch) < MOST_AT_ONCE and not self._waiting.empty():
                batch.append(self._waiting.get())
            going_on = None not in batch
            taken = [b for b in batch if b is not None and b[1].set_running_or_notify_cancel()]
            if taken:
                self._commit(taken)

    def _commit(self, batch: list[tuple[Work, "Future[Any]"]]) -> None:
        outcomes = self._outcomes([work for work, _ in batch])
        for (_, future), (result, failure) in zip(batch, outcomes, strict=True):
            if failure is not None:
                future.set_exception(failure)
            else:
                future.set_result(result)

    def _outcomes(self, works: list[Work]) -> list[Outcome]:
        """The outcome of each work. When all together fail, each is tried alone, so none is refused for another."""
        way = _Way()
        try:
            return self._together(works, way)
        except BaseException as error:  # noqa: BLE001 (whatever it is, nobody may wait for ever)
            failure = _safe(error)
        if way.at is _At.BEGIN:
            return [(None, failure)] * len(works)
        outcomes: list[Outcome] = []
        for work in works:
            if way.at is _At.END and not _is_once(work):
                # It may be on disk after all, and then a second try would do it twice.
                outcomes.append((None, failure))
                continue
            alone = _Way()
            try:
                outcomes += self._together([work], alone)
            except BaseException as error:  # noqa: BLE001 (as above)
                outcomes.append((None, _safe(error)))
                if alone.at is _At.BEGIN:  # the database is gone
                    break
        return outcomes + [(None, failure)] * (len(works) - len(outcomes))

    def _together(self, works: list[Work], way: "_Way") -> list[Outcome]:
        """The outcome of each work in one committed transaction. Raises whatever error stops all of them."""
        outcomes: list[Outcome] = []
        file = self._file.check()
        with self._engine.begin() as connection:
            writing(connection)
            way.at = _At.WORK
            for alike in _alike(works):
                outcomes += _outcomes(connection, alike)
            if any(e is None and not _quiet(work) for (_, e), work in zip(outcomes, works, strict=True)):
                connection.execute(_WRITE_TOKEN, {WRITTEN.c.token.name: mint_long()})
            way.at = _At.END
        if not self._file.is_still(file):
            way.at = _At.BEGIN
            raise BookUnavailable("The book's file was replaced while this was written to it. Try again.")
        return outcomes


class _At(Enum):
    """How far a transaction had come when it failed."""

    BEGIN = "the database could not be reached or was not free: no work is to blame"
    WORK = "nothing is kept, and one of the works may be to blame"
    END = "it is not known whether the commit reached the disk"


@dataclass
class _Way:
    """Where a transaction is on its way."""

    at: _At = _At.BEGIN


def _is_once(work: Work) -> bool:
    """Whether it can safely be done twice: a row with a key or an id of its own."""
    return isinstance(work, Adding) and (work.key is not None or work.id is not None)


@dataclass(frozen=True)
class Quiet:
    """Work that changes nothing people see, so that no reader has to read the book again."""

    work: Work

    def __call__(self, connection: sa.Connection) -> Any:
        """Do it."""
        return self.work(connection)


def _quiet(work: Work) -> bool:
    return isinstance(work, Quiet)


def probe(connection: sa.Connection, tables: Sequence[str], letters: int, at: str) -> None:
    """Try to write: add a row to each table and roll it back, then write an existing value through to the disk."""
    rehearsal = connection.begin_nested()
    rows = []
    for name in tables:
        typed = [c for c in TABLES[name].columns if c.kind in {"long_text", "text"}]
        column = min(typed, key=lambda c: c.kind == "text")  # the longest, where there is one
        rows.append(Adding(name, canon.row(TABLES[name], {column.name: "x" * letters}), None, None, "probe", at))
    add_all(connection, rows)
    rehearsal.rollback()
    connection.execute(WRITTEN.update().values(token=WRITTEN.c.token))


def _alike(works: Sequence[Work]) -> Iterator[list[Work]]:
    """The work in order: consecutive rows together, everything else one by one."""
    for together, run in groupby(works, key=lambda work: isinstance(work, Adding)):
        each = list(run)
        yield from [each] if together else [[work] for work in each]


def _outcomes(connection: sa.Connection, works: list[Work]) -> list[Outcome]:
    if len(works) == 1:
        return [_outcome(connection, works[0])]
    savepoint = connection.begin_nested()
    try:
        answers = add_all(connection, [work for work in works if isinstance(work, Adding)])
        savepoint.commit()
    except Exception as error:
        if is_unreachable(error):
            raise
        # One of the rows is at fault: trying each alone shows which.
        savepoint.rollback()
        return [_outcome(connection, work) for work in works]
    return [(None, a) if isinstance(a, UserFacingError) else (a, None) for a in answers]


def _outcome(connection: sa.Connection, work: Work) -> Outcome:
    for attempt in range(1, _TRIES + 1):
        savepoint = connection.begin_nested()
        try:
            result = work(connection)
            savepoint.commit()
        except Exception as error:
            if is_unreachable(error):
                # The disk is full or the database gone, so the whole batch fails, not only this piece.
                raise
            savepoint.rollback()
            # Forty bits: among a million rows, one new id in a million is already taken. Then new ones are minted.
            if isinstance(error, sa.exc.IntegrityError) and attempt < _TRIES:
                continue
            return None, _safe(error)
        return result, None
    raise AssertionError  # the last try always returns


def _safe(error: BaseException) -> BaseException:
    """The error to pass on. One from the driver is replaced, because it may repeat the values."""
    if is_unreachable(error):
        return BookUnavailable("The book can't be written just now.")
    return Fault(f"The database refused it: {type(error).__name__}") if isinstance(error, sa.exc.DBAPIError) else error
