"""Jobs that are done once for each key: which keys were asked for, and which another job did with its own."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from community.book import JOBS, Book, Reader, among
from community.tables import canonical as canon
from community.tables.job_kinds import JobError, JobKind, JobState


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
