"""A worker that only sends, in a process of its own, to be killed: `python -m tests.messages.one_sender ADDRESS BEGAN`.

Its clock goes round so fast that a lease ends in a fifth of a second, and a night in a few.
"""

import sys
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from community.book import Book
from community.runtime import job_handlers
from community.settings import load
from community.tables.job_kinds import JobKind

FAST = 600
BEGIN = datetime(2026, 11, 23, 11, tzinfo=UTC)


def fast_clock(began: float) -> datetime:
    """The time now, by a clock that went on by ten minutes for each second since then."""
    return BEGIN + timedelta(seconds=(time.time() - began) * FAST)


def main() -> None:
    """Send until killed."""
    address, began = Path(sys.argv[1]).read_text(encoding="utf-8"), float(sys.argv[2])

    def clock() -> datetime:
        return fast_clock(began)

    worker = job_handlers.worker(Book.open(address, clock=clock), load(), clock)
    only = {JobKind.SEND_MESSAGE: worker.handlers[JobKind.SEND_MESSAGE]}
    worker = replace(worker, handlers=only, daily={}, new=tuple)
    print("ready", flush=True)
    while True:
        worker.run_due()
        time.sleep(0.01)


if __name__ == "__main__":
    main()
