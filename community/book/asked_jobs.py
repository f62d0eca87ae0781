"""The jobs that decisions ask for, written in the decision's own transaction, and withdrawn with its undo.

There is one row for each kind and key, with these rules:

- A job that waits already is kept, with the earlier time of the two. As more than one decision asked for it now, the
  undo of one of them leaves it: running once too often does no harm, because a job does what the rows then ask for.
- If a worker is at it just now, it may have read the rows before this decision. So it is done once more afterwards.
- One that failed and waits to be tried again keeps waiting: asking does not mend what is broken.
- A job that was done, withdrawn or given up begins anew.
- An undo withdraws what the action alone asked for and nobody has done. A worker that is at it is told when it asks
  (`community.jobs`). Redoing the action brings back what the undo withdrew.
"""

from collections.abc import Iterable

import sqlalchemy as sa

from community.book.record_types import Job
from community.book.schema import JOBS
from community.tables import canonical as canon
from community.tables.job_kinds import JobError, JobState


def ask_for(connection: sa.Connection, jobs: Iterable[Job], *, action: str | None, at: str) -> None:
    """Ask for these jobs, as part of the action. Raises NotCanonical when a key is too long or not plain text."""
    for job in jobs:
        key, due = canon.plain_name(job.key), at if job.due is None else canon.instant(job.due)
        this = (JOBS.c.kind == str(job.kind)) & (JOBS.c.key == key)
        there = connection.execute(sa.select(JOBS).where(this).with_for_update()).first()
        values: dict[str, str | int | None] = {"state": JobState.WAITING, "action": action}
        if there is None:
            new = values | {"kind": str(job.kind), "key": key, "due": due, "asked_at": at, "tries": 0}
            connection.execute(JOBS.insert(), new)
            continue
        if due <= at or there.state != JobState.WAITING:
            values |= {JOBS.c.asked_at.name: at}
        if there.lease is not None:
            # Withdrawn meanwhile or not, it is in somebody's hands: what comes of it is decided when they are done.
            values |= {"action": None, "withdrawn_by": None, "again": min(due, there.again or due)}
        elif there.state == JobState.WAITING:
            earlier = there.due if there.tries else min(due, there.due)
            values |= {"action": action if there.action == action else None, "due": earlier}
        else:
            values |= {"due": due, "withdrawn_by": None, "tries": 0, "last_error": None, "failed_at": None}
        connection.execute(JOBS.update().where(this).values(**values))


def withdraw(connection: sa.Connection, action: str, *, undo: str) -> None:
    """Withdraw what this action alone asked for and nobody has done; bring back what it had withdrawn as an undo."""
    waits = (JOBS.c.action == action) & JOBS.c.state.in_([JobState.WAITING, JobState.FAILED])
    connection.execute(JOBS.update().where(waits).values(state=JobState.WITHDRAWN, withdrawn_by=undo))
    gone = (JOBS.c.withdrawn_by == action) & (JOBS.c.state == JobState.WITHDRAWN)
    connection.execute(JOBS.update().where(gone).values(state=JobState.WAITING, withdrawn_by=None, tries=0))


def hold(connection: sa.Connection, *, at: str) -> None:
    """Let a person look at whatever waited in a backup that is restored: it may have been done since.

    What comes back every day, or is asked for again because of what is new, goes on by itself.
    """
    held = {"state": JobState.FAILED, "last_error": JobError.RESTORED, "failed_at": at, "again": None, "lease": None}
    connection.execute(JOBS.update().where(JOBS.c.state == JobState.WAITING).values(**held))
