"""A worker to be killed (`tests/faults/lives.py`): each job leaves a row that is written with its end, and one before.

Its clock and the test's go round so fast that a lease ends in a fifth of a second, and a night in a few: a killed
program needs that, and a slow one has to survive it.
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
BEGIN = datetime(2026, 11, 23, 11, tzinfo=UTC)


def fast_clock(began: float) -> datetime:
    """The time now, by a clock that went on by ten minutes for each second since then."""
    return BEGIN + timedelta(seconds=(time.time() - began) * FAST)


def main() -> None:
    """Work until killed: `FILE BEGAN`, where the file says at which book."""
    # The address holds a password, and a command line can be read by others.
    address, began = Path(sys.argv[1]).read_text(encoding="utf-8"), float(sys.argv[2])

    def clock() -> datetime:
        return fast_clock(began)

    book = Book.open(address, clock=clock)

    def leave(connection: sa.Connection, name: str) -> None:
        add_row(connection, Append("volunteers", make_volunteer(name=name)), by="worker", at=instant(clock()))

    def at_least_once(job: Claimed) -> None:
        book.write(lambda connection: leave(connection, f"tried {job.key}"))

    def once(job: Claimed) -> None:
        def end(connection: sa.Connection) -> None:
            finish_within(connection, job, clock())
            leave(connection, f"done {job.key}")

        at_least_once(job)
        book.write(end)

    handlers = {JobKind.PROPOSE: once, JobKind.PUBLISH_LISTS: at_least_once}
    worker = Worker(book, sys.argv[0], handlers, clock, error_code, error_place)
    while True:
        worker.run_due()
        time.sleep(0.01)
