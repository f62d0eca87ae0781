"""Group commit: many writers' work in one transaction, each told its own outcome once it is on disk."""

import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

import sqlalchemy as sa

from community.book.engine import writing
from community.book.words import BookUnavailable

Work = Callable[[sa.Connection], Any]
MOST_AT_ONCE = 256


class Writer:
    """One thread that takes what waits, does each piece in a savepoint of its own, and commits them together.

    A piece that fails is rolled back alone. Nobody is answered before the commit has returned.
    """

    def __init__(self, engine: sa.Engine) -> None:
        """Nothing starts before the first piece of work."""
        self._engine = engine.execution_options(writes=True)
        self._waiting: queue.SimpleQueue[tuple[Work, Future[Any]] | None] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._closed = False

    def submit(self, work: Work) -> "Future[Any]":
        """The future outcome of this work: done means on disk."""
        future: Future[Any] = Future()
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
        answers: list[tuple[Future[Any], Any, BaseException | None]] = []
        try:
            with self._engine.begin() as connection:
                writing(connection)
                for work, future in batch:
                    answers.append((future, *_outcome(connection, work)))
        except sa.exc.DBAPIError:
            # Neither the driver's words nor its values: they could hold what somebody typed.
            answers = [(future, None, BookUnavailable("The book can't be written just now.")) for _, future in batch]
        except BaseException as error:  # whatever it is, nobody may wait for ever
            answers = [(future, None, error) for _, future in batch]
        for future, result, error in answers:
            if error is not None:
                future.set_exception(error)
            else:
                future.set_result(result)


def _outcome(connection: sa.Connection, work: Work) -> tuple[Any, BaseException | None]:
    savepoint = connection.begin_nested()
    try:
        result = work(connection)
        savepoint.commit()
    except sa.exc.OperationalError:
        # The disk is full or the database gone: the whole batch is off, not this piece alone.
        raise
    except Exception as error:
        savepoint.rollback()
        return None, error
    return result, None
