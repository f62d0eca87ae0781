"""A worker to be killed (`killed_programs.py`): each job leaves a row that is written with its end, and one before."""

import sys

import sqlalchemy as sa

from community.book import Append, add_row
from community.jobs import Claimed, Worker, finish_within
from community.runtime.error_codes import error_code, error_place
from community.tables.canonical import instant
from community.tables.job_kinds import JobKind
from tests.book.builders import make_volunteer
from tests.jobs.killed_programs import begin, work


def main() -> None:
    """Work until killed."""
    book, clock = begin()

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
    work(Worker(book, sys.argv[0], handlers, clock, error_code, error_place))


if __name__ == "__main__":
    main()
