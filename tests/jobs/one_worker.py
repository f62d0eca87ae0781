"""A worker in a process of its own, to be killed: `python -m tests.jobs.one_worker ADDRESS BEGAN`.

Each job leaves one row that is written with the job's end, and one that is written before it. The clock goes round so
fast that a lease ends in a fifth of a second, which a killed worker needs and a slow one has to survive.
"""

import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import sqlalchemy as sa

from community.book import Append, Book, add_row
from community.jobs import Claimed, Worker, finish_within
from community.runtime.error_codes import error_code, error_place
from community.tables.canonical import instant
from community.tables.job_kinds import JobKind
from tests.book.builders import make_volunteer

FAST = 600
BEGIN = datetime(2026, 11, 21, 21, tzinfo=UTC)


def fast_clock(began: float) -> datetime:
    """The time now, by a clock that went on by ten minutes for each second since then."""
    return BEGIN + timedelta(seconds=(time.time() - began) * FAST)


def main() -> None:
    """Work until killed."""
    address, began = Path(sys.argv[1]).read_text(encoding="utf-8"), float(sys.argv[2])

    def clock() -> datetime:
        return fast_clock(began)

    book = Book.open(address, clock=clock)

    def leave(connection: sa.Connection, name: str) -> None:
        add_row(connection, Append("volunteers", make_volunteer(name=name)), by="worker", at=instant(clock()))

    def at_least_once(job: Claimed) -> None:
        book.write(lambda connection: leave(connection, f"tried {job.key}"))

    def once(job: Claimed) -> None:
        def work(connection: sa.Connection) -> None:
            finish_within(connection, job, clock())
            leave(connection, f"done {job.key}")

        at_least_once(job)
        book.write(work)

    handlers = {JobKind.PROPOSE: once, JobKind.PUBLISH_LISTS: at_least_once}
    worker = Worker(book, sys.argv[0], handlers, clock, error_code, error_place)
    print("ready", flush=True)
    while True:
        worker.run_due()
        time.sleep(0.01)


if __name__ == "__main__":
    main()
