"""Jobs that come back: every day at a time by the clock on the wall, or every so many minutes.

A daily one has one time for each day of the calendar, even where the clock changes: a time that does not exist in the
night when summer time begins is an hour later, and of a time that exists twice in the night when it ends only the first
counts. A machine that was off does what it missed once, not once for each time.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from community.book import JOBS, Book
from community.tables import canonical as canon
from community.tables.job_kinds import JobError, JobKind, JobState

EVERY_DAY = "every-day"
"""The key of a job that comes back: there is one of each kind."""
_A_DAY = timedelta(days=1)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Recurring(Protocol):
    """When a job comes back."""

    def next_after(self, now: datetime) -> datetime:
        """The next time after this one, in UTC; the same for every moment up to it."""


@dataclass(frozen=True)
class DailyAt:
    """A time of day where the community is."""

    at: time
    zone: str = "Europe/London"

    def next_after(self, now: datetime) -> datetime:
        """The next such time after this one, in UTC."""
        here = now.astimezone(ZoneInfo(self.zone)).date()
        days = (here + timedelta(days=offset) for offset in (-1, 0, 1, 2))
        return next(due for day in days if (due := self._on(day)) > now)

    def _on(self, day: date) -> datetime:
        return datetime.combine(day, self.at.replace(fold=0), tzinfo=ZoneInfo(self.zone)).astimezone(UTC)


@dataclass(frozen=True)
class EveryMinutes:
    """Every so many minutes, counted from one fixed moment, so that every worker finds the same times."""

    minutes: int

    def next_after(self, now: datetime) -> datetime:
        """The next such time after this one, in UTC."""
        step = timedelta(minutes=self.minutes)
        return _EPOCH + ((now - _EPOCH) // step + 1) * step


def keep_recurring(book: Book, times: Mapping[JobKind, Recurring], now: datetime) -> None:
    """See that each of these waits for its next time. `now` is the clock that can be trusted.

    The time is set anew where the settings have changed or the clock has gone back, and where the job was given up
    before its time came round again. One that is late already stays as it is.
    """
    with book.reading() as reader:
        query = sa.select(JOBS).where(JOBS.c.key == EVERY_DAY, JOBS.c.kind.in_([str(kind) for kind in times]))
        there = {row.kind: row for row in reader.connection.execute(query)}
    wrong = {kind: due for kind, each in times.items() if (due := _due(there.get(kind), each, now)) is not None}
    if wrong:
        book.remember(lambda connection: _set(connection, wrong.items(), now))


def _due(row: sa.Row | None, times: Recurring, now: datetime) -> datetime | None:  # type: ignore[type-arg]
    """When the job is to be done, where its row says something else; None where the row is right."""
    if row is None:
        return times.next_after(now)
    if row.lease is not None:
        return None
    if row.state == JobState.FAILED and row.last_error == JobError.RESTORED:
        return times.next_after(now)
    if row.state == JobState.FAILED:
        # Given up: the next time has come round, counted from the failure, or from now where the clock went back.
        due = times.next_after(min(canon.moment(row.failed_at), now))
        return due if due <= now else None
    if row.state == JobState.WAITING and (row.tries or row.due <= row.asked_at or canon.moment(row.due) <= now):
        return None
    done = None if row.finished_at is None else canon.moment(row.finished_at)
    # The clock may have been put back a little after the night's run: once a night is enough.
    after = done if done is not None and now < done < now + _A_DAY else now
    due = times.next_after(after)
    return None if row.state == JobState.WAITING and canon.instant(due) == row.due else due


def _set(connection: sa.Connection, wrong: Iterable[tuple[JobKind, datetime]], now: datetime) -> None:
    for kind, due in wrong:
        this = (JOBS.c.kind == str(kind)) & (JOBS.c.key == EVERY_DAY)
        values = {"state": JobState.WAITING, "due": canon.instant(due), "asked_at": canon.instant(now), "tries": 0}
        changed = connection.execute(JOBS.update().where(this, JOBS.c.lease.is_(None)).values(**values)).rowcount
        if not changed and connection.execute(sa.select(JOBS.c.key).where(this)).first() is None:
            connection.execute(JOBS.insert(), {"kind": str(kind), "key": EVERY_DAY} | values)
