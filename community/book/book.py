"""The book of record: append, change, undo, read."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import Any, Self, TypeVar

import sqlalchemy as sa

from community.book import apply_action, arrivals, merge, migrate, undo
from community.book.database import connect, is_unreachable
from community.book.deciding_reader import DecidingReader
from community.book.group_commit import Quiet, Writer, probe
from community.book.merge import TakenIn
from community.book.reader import Reader, Reads
from community.book.record_types import (
    Action,
    Append,
    Arrival,
    BookUnavailable,
    Change,
    Fault,
    Follows,
    Job,
    Receipt,
    Received,
)
from community.book.rows import prepare
from community.book.schema import WRITTEN
from community.book.sqlite_file import SqliteFile
from community.errors import UserFacingError
from community.tables import TABLES
from community.tables import canonical as canon
from community.tables.ids import mint
from community.tables.row import ChangeRow
from community.tables.verbs import Verb

T = TypeVar("T")
Planned = tuple[Iterable[Change], Iterable[Append]] | tuple[Iterable[Change], Iterable[Append], Iterable[Job]]
"""What a decision works out: changes, new rows, and the jobs it causes."""


def utc_now() -> datetime:
    """The time now, in UTC."""
    return datetime.now(UTC)


class Book(Reads):
    """One community's book. Threads and processes may share it. A write returns only once it is on disk."""

    def __init__(self, engine: sa.Engine, clock: Callable[[], datetime] = utc_now) -> None:
        """Use `Book.open`."""
        self.engine, self._clock, self._file = engine, clock, SqliteFile(engine)
        self._writer = Writer(engine, self._file)

    @classmethod
    def open(
        cls,
        url: str,
        *,
        clock: Callable[[], datetime] = utc_now,
        backup: Callable[[sa.Engine], object] | None = None,
        erasure_key: bytes | None = None,
    ) -> Self:
        """The book at this path or address, made if absent, migrated forward if old (`backup` is called first).

        With the `erasure_key` that erasures were made with, an erased submission is recognised by its key.
        Raises NewerBook when a newer program wrote it, BookUnavailable when it can't be opened.
        """
        engine: sa.Engine | None = None
        try:
            engine = connect(url)
            migrate.forward(engine, backup)
        except BaseException as error:
            if engine is not None:
                engine.dispose()
            if isinstance(error, sa.exc.DBAPIError | OSError):
                raise BookUnavailable(
                    "The book can't be opened: is its folder there, and may this program write to it?"
                ) from None
            raise
        return cls(engine.execution_options(erasure_key=erasure_key), clock)

    def close(self) -> None:
        """Finish the waiting work and close the files."""
        self._writer.close()
        self.engine.dispose()

    # --- writing ---------------------------------------------------------------------------------------------------

    def submit(
        self, table: str, values: Mapping[str, object], *, by: str, key: str | None = None, id: str | None = None
    ) -> "Future[Receipt]":
        """A future receipt, for callers that must not wait: as `append`, and done when the row is on disk."""
        try:
            adding = prepare(Append(table, values, id, key), by=by, at=self._now())
        except UserFacingError as refusal:
            refused: Future[Receipt] = Future()
            refused.set_exception(refusal)
            return refused
        return self._writer.submit(adding)

    def new_id(self, table: str) -> str:
        """An id for a row that a decision adds, where something else of that decision names it."""
        return mint(TABLES[table].letter)

    def append(
        self, table: str, values: Mapping[str, object], *, by: str, key: str | None = None, id: str | None = None
    ) -> Receipt:
        """The receipt of a row, which is added once for each key.

        Raises KeyReused when the key came before with other told values, Erased when what it says was erased.
        """
        return self._done(self.submit(table, values, by=by, key=key, id=id))

    def act(
        self,
        verb: Verb,
        *,
        by: str,
        changes: Iterable[Change] = (),
        appends: Iterable[Append] = (),
        jobs: Iterable[Job] = (),
        reason: str | None = None,
    ) -> Action:
        """The action, done as a whole or not at all, with its jobs. Raises Stale when a `was` no longer holds."""
        work = partial(
            apply_action.act,
            verb=verb,
            by=by,
            at=self._now(),
            changes=list(changes),
            appends=list(appends),
            jobs=list(jobs),
            reason=reason,
        )
        return self._done(self._writer.submit(work))

    def decide(
        self,
        verb: Verb,
        *,
        by: str,
        plan: Callable[[Reader], Planned],
        jobs: Iterable[Job] = (),
        reason: str | None = None,
    ) -> Action:
        """Like `act`, with the changes, rows and jobs worked out inside the transaction: what `plan` read still holds.

        `plan` runs while nobody else can write, so it should only read and calculate. If it raises an error, the same
        error is raised here and nothing is written.
        """
        at, known = self._now(), list(jobs)

        def work(connection: sa.Connection) -> Action:
            changes, appends, *more = plan(DecidingReader(connection))
            each = [*known, *(job for part in more for job in part)]
            return apply_action.act(
                connection, verb, by=by, at=at, changes=changes, appends=list(appends), jobs=each, reason=reason
            )

        return self._done(self._writer.submit(work))

    def undo(
        self,
        action: str,
        *,
        by: str,
        reason: str | None = None,
        steps: Callable[[Reader], Mapping[str, Follows]] | None = None,
        check: Callable[[Reader], object] | None = None,
        jobs: Iterable[Job] = (),
    ) -> Action:
        """The action that reverses this one whole. Raises CannotUndo when a later change builds on it.

        The jobs that the action asked for are withdrawn unless they are done; `jobs` are those that the undo asks for.

        `steps` reads the book as it was before. It returns, the latest first, the actions to undo one after the other,
        with what goes with each; the last is this one. Each undo is an action of its own, so that each can be done
        again. `check` looks at the book as it would be afterwards. All run in the same transaction; if one raises,
        nothing is undone.
        """
        at, follow = self._now(), list(jobs)

        def work(connection: sa.Connection) -> Action:
            each = {action: Follows()} if steps is None else steps(Reader(connection))
            for one, follows in each.items():
                last = replace(follows, jobs=[*follows.jobs, *follow]) if one == action else follows
                done = undo.undo(connection, one, by=by, at=at, reason=reason, follows=last)
            if check is not None:
                check(Reader(connection))
            return done

        return self._done(self._writer.submit(work))

    def undo_together(
        self,
        actions: Sequence[str],
        *,
        by: str,
        check: Callable[[Reader, str], object],
        adding: Callable[[Reader, str], Sequence[Append]],
    ) -> Action:
        """One action that reverses those of these that can be, each whole or not at all. Raises CannotUndo if none can.

        `check` and `adding` are as for `undo`, asked about each of them.
        """
        at = self._now()

        def work(connection: sa.Connection) -> Action:
            ask = Reader(connection)
            return undo.undo_together(
                connection, actions, by=by, at=at, check=partial(check, ask), adding=partial(adding, ask)
            )

        return self._done(self._writer.submit(work))

    def arrive(self, late: Iterable[Arrival]) -> list[str]:
        """The ids of changes in conflict, after taking in these changes from elsewhere."""
        return self._done(self._writer.submit(partial(arrivals.arrive, arrivals=list(late))))

    def take_in(
        self,
        *,
        erasures: Sequence[Received] = (),
        rows: Sequence[Received] = (),
        changes: Sequence[Arrival] = (),
    ) -> TakenIn:
        """The result of taking in data born elsewhere, in one transaction. A bad row is reported, never raised."""
        return self._done(self._writer.submit(partial(merge.take_in, erasures=erasures, rows=rows, changes=changes)))

    def write(self, work: Callable[[sa.Connection], T]) -> T:
        """What the work returns, done in a transaction of the one writer."""
        return self._done(self._writer.submit(work))

    def remember(self, work: Callable[[sa.Connection], T]) -> T:
        """What the work returns: as `write`, for work that changes nothing people see, so the token stays the same."""
        outcome: T = self._done(self._writer.submit(Quiet(work)))
        return outcome

    def probe(self, tables: Sequence[str] = (), letters: int = 0) -> None:
        """Check that the book can be written, right down to the disk. Neither the book nor its token changes.

        It writes a row of so many letters to each of these tables and rolls it back. Raises BookUnavailable.
        """
        self._file.check_room()
        try:
            self._done(self._writer.submit(Quiet(partial(probe, tables=tables, letters=letters, at=self._now()))))
        except Fault:
            raise BookUnavailable("The book can't be written just now.") from None

    # --- reading ---------------------------------------------------------------------------------------------------

    @contextmanager
    def reading(self) -> Iterator[Reader]:
        """A snapshot: everything read inside belongs to one moment."""
        self._file.check()
        try:
            with self.engine.connect() as connection:
                if connection.dialect.name == "postgresql":
                    connection = connection.execution_options(isolation_level="REPEATABLE READ")
                with connection.begin():
                    yield Reader(connection)
        except (sa.exc.DBAPIError, sa.exc.TimeoutError) as error:
            raise _unread(error) from None

    def changes(self, **filters: Any) -> list[ChangeRow]:
        """Changes in order: see `Reader.changes`."""
        with self.reading() as reader:
            return reader.changes(**filters)

    def token(self) -> str:
        """A word that changes with every write, by any process."""
        self._file.check()
        try:
            with self.engine.connect() as connection:
                return str(connection.execute(sa.select(WRITTEN.c.token)).scalar_one())
        except (sa.exc.DBAPIError, sa.exc.TimeoutError) as error:
            raise _unread(error) from None

    def _now(self) -> str:
        return canon.instant(self._clock())

    @staticmethod
    def _done(future: "Future[T]") -> T:
        return future.result()


def _unread(error: Exception) -> Exception:
    if is_unreachable(error):
        return BookUnavailable("The book can't be read just now.")
    # The driver's own message is left out: it may repeat what was looked for.
    return Fault(f"The database refused it: {type(error).__name__}")
