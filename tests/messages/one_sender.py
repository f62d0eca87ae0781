"""A worker that only sends, to be killed (`tests/jobs/killed_programs.py`)."""

from dataclasses import replace

from community.runtime import job_handlers
from community.settings import load
from community.tables.job_kinds import JobKind
from tests.jobs.killed_programs import begin, work

if __name__ == "__main__":
    book, clock = begin()
    worker = job_handlers.worker(book, load(), clock)
    only = {JobKind.SEND_MESSAGE: worker.handlers[JobKind.SEND_MESSAGE]}
    work(replace(worker, handlers=only, recurring={}, new=tuple))
