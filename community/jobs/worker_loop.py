"""A worker: takes one job after another, does it, and writes down what came of it."""

import threading
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from typing import Self

import structlog

from community.book import Book, Job
from community.errors import UserFacingError
from community.jobs.job_lease import LEASE, Claimed, Withdrawn, ask, claim, fail, finish, give_back, renew
from community.jobs.recurring_jobs import EVERY_DAY, Recurring, keep_recurring
from community.jobs.worker_clock import beat, read_clock
from community.tables.job_kinds import JobError, JobKind, JobState

Handler = Callable[[Claimed], datetime | None]
"""Does a job. Returns when it is to be done again, or None; raises an error when it did not succeed.

It does what the rows ask for when it runs, so that doing it once too often changes nothing.
"""
Failure = Callable[[BaseException], JobError]
_log = structlog.get_logger()


@dataclass
class Ran:
    """What a worker did: how many jobs were done, and those that failed."""

    done: int = 0
    failed: list[tuple[str, str, JobError]] = field(default_factory=list)


@dataclass(frozen=True)
class Worker:
    """What one worker can do, and when. `new` is asked at each look for jobs that are wanted because of what is new."""

    book: Book
    name: str
    handlers: Mapping[JobKind, Handler]
    clock: Callable[[], datetime]
    code_of: Failure
    place_of: Callable[[BaseException], str]
    recurring: Mapping[JobKind, Recurring] = field(default_factory=dict)
    new: Callable[[], Iterable[Job]] = tuple

    def run_due(self) -> Ran:
        """What came of everything that is due now. A job that becomes due meanwhile is done as well."""
        ran = Ran()
        beat(self.book, self.clock())
        self._keep()
        if wanted := list(self.new()):
            ask(self.book, wanted, self.clock())
        while (job := claim(self.book, self.name, tuple(self.handlers), self.clock())) is not None:
            self._do(job, ran)
        return ran

    def _keep(self) -> None:
        with self.book.reading() as reader:
            clock = read_clock(reader, self.clock())
        if not clock.leapt:
            keep_recurring(self.book, self.recurring, clock.now)

    def _do(self, job: Claimed, ran: Ran) -> None:
        about = _log.bind(kind=str(job.kind), tries=job.tries)
        try:
            with _Renewal(self.book, job, self.clock):
                later = self.handlers[job.kind](job)
            if later is None and job.key == EVERY_DAY and job.kind in self.recurring:
                later = self.recurring[job.kind].next_after(max(self.clock(), job.due))
            finish(self.book, job, self.clock(), later=later)
            ran.done += 1
        except Withdrawn:
            give_back(self.book, job)
            about.info("job withdrawn")
        except Exception as error:  # noqa: BLE001 (whatever it is, the other jobs have to go on)
            code = self.code_of(error)
            state = fail(self.book, job, code, self.clock())
            if state != JobState.WITHDRAWN:
                ran.failed.append((str(job.kind), job.key, code))
            about.warning("job failed", error=str(code), state=str(state), at=self.place_of(error))
        except BaseException:
            # Told to stop in the middle: another worker begins it again, and this try was nobody's fault.
            with suppress(UserFacingError):
                give_back(self.book, job)
            raise


class _Renewal:
    """Renews the lease while the job is done, however long that takes."""

    def __init__(self, book: Book, job: Claimed, clock: Callable[[], datetime]) -> None:
        self._book, self._job, self._clock = book, job, clock
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, name="lease", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._over.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._over.wait(LEASE.total_seconds() / 4):
            with suppress(UserFacingError):  # the book is out of reach for a moment: the lease lasts for four tries
                renew(self._book, self._job, self._clock())
                beat(self._book, self._clock())
