"""What became of each job, for pages and commands to show; which were asked for before; and the end of old rows."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa

from community.book import JOBS, Book, Reader, among
from community.tables import canonical as canon
from community.tables.job_kinds import JobError, JobKind, JobState

KEEP = timedelta(days=62)
"""So long it is remembered that a job was done or withdrawn."""
TROUBLE_AFTER = 3
"""A job that failed so often needs a person; before, it usually mends itself."""
_AHEAD = timedelta(days=1)


@dataclass(frozen=True)
class JobView:
    """How one job stands: when it is due, what failed last, when it was done last."""

    kind: str
    key: str
    state: JobState
    due: datetime
    tries: int
    error: JobError | None
    failed_at: datetime | None
    started_at: datetime | None
    finished_at: datetime | None
    at_work: bool
    odd: bool
    """Asked for by a clock that was ahead and has gone back since: its time may be far away."""

    @property
    def fails(self) -> bool:
        """Whether it failed since it was last done. It is tried again, or stays for a person."""
        return self.error is not None and self.state in {JobState.WAITING, JobState.FAILED}

    @property
    def given_up(self) -> bool:
        """Whether it stays for a person."""
        return self.state == JobState.FAILED

    @property
    def needs_a_person(self) -> bool:
        """Whether it was given up, or has failed several times."""
        return self.given_up or (self.fails and self.tries >= TROUBLE_AFTER)


def overview(reader: Reader, now: datetime, *, keys: Collection[str] | None = None) -> list[JobView]:
    """Every job, or those of these keys: first what was given up, then what fails, then by when it is due."""
    query = sa.select(JOBS) if keys is None else sa.select(JOBS).where(among(JOBS.c.key, keys))
    found = [_view(row, now) for row in reader.connection.execute(query)]
    return sorted(found, key=lambda each: (not each.given_up, not each.fails, each.due, each.kind, each.key))


def forget_old_jobs(connection: sa.Connection, now: datetime) -> None:
    """Remove the rows of jobs that were done or withdrawn long ago. `now` must be a clock that can be trusted."""
    old = canon.instant(now - KEEP)
    over = JOBS.c.state.in_([JobState.DONE, JobState.WITHDRAWN]) & (JOBS.c.lease.is_(None) | (JOBS.c.lease_until < old))
    last = sa.func.coalesce(JOBS.c.finished_at, JOBS.c.asked_at)
    connection.execute(JOBS.delete().where(over, last < old, JOBS.c.asked_at < old, JOBS.c.due < old))


def _view(row: sa.Row, now: datetime) -> JobView:  # type: ignore[type-arg]
    when = {name: _moment(getattr(row, name)) for name in ("failed_at", "started_at", "finished_at")}
    return JobView(
        kind=_kind(row.kind),
        key=row.key,
        state=JobState(row.state),
        due=canon.moment(row.due),
        tries=row.tries,
        error=None if row.last_error is None else JobError(row.last_error),
        at_work=row.lease is not None and row.lease_until > canon.instant(now),
        odd=row.state == JobState.WAITING and canon.moment(row.asked_at) > now + _AHEAD,
        **when,
    )


def _kind(told: str) -> str:
    return JobKind(told) if told in set(JobKind) else told


def _moment(told: str | None) -> datetime | None:
    return None if told is None else canon.moment(told)


@dataclass(frozen=True)
class AskedBefore:
    """A job that was asked for, and when it was done; None where it is not yet. `free`: it waits, in nobody's hands."""

    key: str
    free: bool
    finished_at: datetime | None


def asked_before(reader: Reader, kind: JobKind) -> dict[str, AskedBefore]:
    """By key, the jobs of this kind that anybody asked for and that are not forgotten.

    One that waited in a backup that was restored is not among them: nobody knows whether it was done since.
    """
    columns = (JOBS.c.key, JOBS.c.state, JOBS.c.lease, JOBS.c.finished_at)
    restored = JOBS.c.last_error.is_not_distinct_from(str(JobError.RESTORED)) & (JOBS.c.state == JobState.FAILED)
    found = reader.connection.execute(sa.select(*columns).where(JOBS.c.kind == str(kind), ~restored))
    return {
        row.key: AskedBefore(
            row.key,
            row.state == JobState.WAITING and row.lease is None,
            None if row.finished_at is None else canon.moment(row.finished_at),
        )
        for row in found
    }


def done_as_well(book: Book, kind: JobKind, keys: Collection[str], now: datetime) -> None:
    """Note of these jobs that another one did what they were for. One that a worker is at stays as it is."""
    if not keys:
        return
    these = (JOBS.c.kind == str(kind)) & among(JOBS.c.key, keys)
    free = (JOBS.c.state == JobState.WAITING) & JOBS.c.lease.is_(None)
    well = {
        "state": JobState.DONE,
        "finished_at": canon.instant(now),
        "last_error": None,
        "failed_at": None,
        "tries": 0,
    }
    book.remember(lambda connection: connection.execute(JOBS.update().where(these, free).values(**well)))
