"""Taking a job, and what becomes of it: one worker at a time has its lease, which ends unless it is renewed.

A job is done at least once. A worker that is killed leaves its lease, and another takes the job when that ends. What
must happen only once is written by the handler in one transaction with `finish_within`, or compared and set.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any

import sqlalchemy as sa

from community.book import JOBS, Book, Job, Reader, asked_jobs
from community.errors import UserFacingError
from community.jobs.worker_clock import WorkerClock, read_clock
from community.tables import canonical as canon
from community.tables.ids import mint_long
from community.tables.job_kinds import JobError, JobKind, JobState

LEASE = timedelta(minutes=2)
"""So long a job belongs to the worker that took it. While it works it renews the lease, each time for as long."""
_CLOCKS_DIFFER = timedelta(minutes=5)
"""Two machines' clocks may differ by so much. A lease that ends later than that was made by a clock that went back."""
_WAITS = tuple(timedelta(minutes=m) for m in (1, 5, 15, 60, 180, 360, 720))
MOST_TRIES = len(_WAITS) + 1
"""A job that failed so often stays for a person, after not quite a day."""
_FREE = {"lease": None, "leased_by": None, "leased_at": None, "lease_until": None}


class Withdrawn(UserFacingError):
    """The job is no longer this worker's to do: its decision was undone, or its lease ended."""


@dataclass(frozen=True)
class Claimed:
    """A job that this worker may do now. `tries` counts this try."""

    kind: JobKind
    key: str
    due: datetime
    lease: str
    tries: int


def ask(book: Book, jobs: Iterable[Job], now: datetime) -> None:
    """Ask for these jobs without a decision: because of the time, or because something is new."""
    book.remember(partial(asked_jobs.ask_for, jobs=list(jobs), action=None, at=canon.instant(now)))


def is_due(book: Book, kinds: Collection[JobKind], now: datetime) -> bool:
    """Whether there is anything to take. It only reads."""
    with book.reading() as reader:
        return reader.connection.execute(_next(kinds, read_clock(reader, now))).first() is not None


def claim(book: Book, worker: str, kinds: Collection[JobKind], now: datetime) -> Claimed | None:
    """The job that has been due longest, leased to this worker; None when nothing of these kinds is due.

    A job whose last worker never said what came of it, and that was tried as often as it may be, is given up.
    """
    if not is_due(book, kinds, now):
        return None

    def take(connection: sa.Connection) -> Claimed | None:
        clock = read_clock(Reader(connection), now)
        while (row := connection.execute(_next(kinds, clock).with_for_update(skip_locked=True)).first()) is not None:
            if row.lease is not None and row.tries >= MOST_TRIES:
                gone = {"state": JobState.FAILED, "last_error": JobError.INTERRUPTED, "failed_at": canon.instant(now)}
                connection.execute(_this(JOBS.update(), row.kind, row.key).values(**gone, **_FREE))
                continue
            lease = mint_long()
            held = {"lease": lease, "leased_by": worker, **_until(now), "started_at": canon.instant(now)}
            if row.lease is not None:
                held[JOBS.c.last_error.name] = JobError.INTERRUPTED
            connection.execute(_this(JOBS.update(), row.kind, row.key).values(**held, tries=row.tries + 1))
            return Claimed(JobKind(row.kind), row.key, canon.moment(row.due), lease, row.tries + 1)
        return None

    return book.remember(take)


def renew(book: Book, job: Claimed, now: datetime) -> bool:
    """Whether the job is still this worker's, after making its lease longer."""

    def longer(connection: sa.Connection) -> bool:
        return connection.execute(_mine(job).values(**_until(now))).rowcount == 1

    return book.remember(longer)


def check_still_wanted(connection: sa.Connection, job: Claimed) -> None:
    """Raises Withdrawn when the decision was undone meanwhile or the lease is lost. Ask in the writing transaction."""
    same = (JOBS.c.kind == str(job.kind)) & (JOBS.c.key == job.key) & (JOBS.c.lease == job.lease)
    query = sa.select(JOBS.c.key).where(same, JOBS.c.state == JobState.WAITING).with_for_update()
    if connection.execute(query).first() is None:
        raise Withdrawn("This job is no longer to be done.")


def finish(book: Book, job: Claimed, now: datetime, *, later: datetime | None = None) -> bool:
    """Whether the job was this worker's to finish. `later` is when it is to be done next, if it is to be."""

    def end(connection: sa.Connection) -> bool:
        return _finish(connection, job, now, later)

    return book.remember(end)


def finish_within(connection: sa.Connection, job: Claimed, now: datetime) -> None:
    """Finish the job in the transaction that writes what it did, so that it is done once. Raises Withdrawn."""
    check_still_wanted(connection, job)
    _finish(connection, job, now, None)


def fail(book: Book, job: Claimed, error: JobError, now: datetime) -> JobState:
    """What becomes of the job now that this try failed: it waits for the next one, or stays for a person."""

    def note(connection: sa.Connection) -> JobState:
        told: dict[str, str | int | None] = {"last_error": error, "failed_at": canon.instant(now), **_FREE}
        row = connection.execute(sa.select(JOBS).where(*_where(job))).first()
        if row is None or row.state != JobState.WAITING:
            connection.execute(_mine(job).values(**_FREE))
            return JobState.WITHDRAWN
        if row.again is not None:  # it was asked for anew meanwhile, so its tries are counted anew as well
            told |= {"due": min(row.again, canon.instant(now + _WAITS[0])), "again": None, "tries": 0}
        elif job.tries >= MOST_TRIES:
            told[JOBS.c.state.name] = JobState.FAILED
        else:
            told[JOBS.c.due.name] = canon.instant(now + _WAITS[job.tries - 1])
        connection.execute(_mine(job).values(**told))
        return JobState(str(told.get(JOBS.c.state.name, JobState.WAITING)))

    return book.remember(note)


def give_back(book: Book, job: Claimed) -> None:
    """Let another worker have the job, because this one is told to stop. The try does not count."""

    def free(connection: sa.Connection) -> None:
        connection.execute(_mine(job).values(tries=JOBS.c.tries - 1, **_FREE))

    book.remember(free)


def run_again(book: Book, kind: JobKind, key: str, now: datetime) -> bool:
    """Whether there is such a job that nobody is at: it is due now, and its tries are counted anew."""

    def anew(connection: sa.Connection) -> bool:
        at = canon.instant(now)
        query = _this(JOBS.update(), kind, key).where(_free(now), JOBS.c.state != JobState.WITHDRAWN)
        fresh = {"state": JobState.WAITING, "due": at, "asked_at": at, "tries": 0, **_FREE}
        return connection.execute(query.values(**fresh)).rowcount == 1

    return book.remember(anew)


def _next(kinds: Collection[JobKind], clock: WorkerClock) -> Any:
    """The query for the job that has been due longest and is in nobody's hands.

    A time is needed only by what was asked for a later time, or has to wait after a failure. A failure in the future
    is one that a clock noted before it went back.
    """
    at_once = (JOBS.c.due <= JOBS.c.asked_at) & ((JOBS.c.tries == 0) | JOBS.c.lease.is_not(None))
    ahead = (JOBS.c.tries > 0) & (JOBS.c.failed_at > canon.instant(clock.now + _CLOCKS_DIFFER))
    due = (JOBS.c.due <= canon.instant(clock.sure)) | at_once | ahead
    waiting = JOBS.c.kind.in_([str(kind) for kind in kinds]) & (JOBS.c.state == JobState.WAITING)
    return sa.select(JOBS).where(waiting, due, _free(clock.now)).order_by(JOBS.c.due, JOBS.c.kind, JOBS.c.key).limit(1)


def _free(now: datetime) -> Any:
    """Whether nobody has a lease that goes on. One that ends too late was made by a clock that went back since."""
    ended = JOBS.c.lease_until <= canon.instant(now)
    ahead = JOBS.c.lease_until > canon.instant(now + LEASE + _CLOCKS_DIFFER)
    return JOBS.c.lease.is_(None) | ended | ahead


def _until(now: datetime) -> dict[str, str]:
    return {"leased_at": canon.instant(now), "lease_until": canon.instant(now + LEASE)}


def _where(job: Claimed) -> tuple[Any, ...]:
    return JOBS.c.kind == str(job.kind), JOBS.c.key == job.key, JOBS.c.lease == job.lease


def _this(statement: Any, kind: str, key: str) -> Any:
    return statement.where(JOBS.c.kind == str(kind), JOBS.c.key == key)


def _mine(job: Claimed) -> Any:
    return JOBS.update().where(*_where(job))


def _finish(connection: sa.Connection, job: Claimed, now: datetime, later: datetime | None) -> bool:
    row = connection.execute(sa.select(JOBS).where(*_where(job))).first()
    if row is None:
        return False
    well = {"finished_at": canon.instant(now), "last_error": None, "failed_at": None, "tries": 0, **_FREE}
    wanted = row.again or (None if later is None else canon.instant(later))
    if wanted is None or row.state != JobState.WAITING:
        well |= {"state": JobState.DONE, "withdrawn_by": None}
    else:
        well |= {"state": JobState.WAITING, "due": wanted, "again": None}
    connection.execute(_mine(job).values(**well))
    return True
