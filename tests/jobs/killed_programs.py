"""A program in a process of its own that is killed without a word, and started again.

Its clock and the test's go round so fast that a lease ends in a fifth of a second, and a night in a few: a killed
program needs that, and a slow one has to survive it.
"""

import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NoReturn

from community.book import Book
from community.jobs import Worker
from tests.checkout import ROOT

FAST = 600
BEGIN = datetime(2026, 11, 23, 11, tzinfo=UTC)


def fast_clock(began: float) -> datetime:
    """The time now, by a clock that went on by ten minutes for each second since then."""
    return BEGIN + timedelta(seconds=(time.time() - began) * FAST)


class KilledProgram:
    """`python -m MODULE FILE BEGAN`, where the file says at which book; it says `ready` once it looks for work."""

    def __init__(self, module: str, address: str, folder: Path, began: float) -> None:
        # The address holds a password, and a command line can be read by others.
        told = folder / "address"
        told.write_text(address, encoding="utf-8")
        self._command = [sys.executable, "-m", module, str(told), str(began)]
        self._wrong = (folder / "wrong").open("ab")
        self._running = self._start()

    @property
    def is_over(self) -> bool:
        """Whether it has been killed."""
        return self._running.poll() is not None

    def ready(self) -> None:
        """Wait until it looks for work."""
        out = self._running.stdout
        assert out is not None
        assert out.readline() == b"ready\n"

    def kill(self) -> None:
        """Kill it without a word before."""
        self._running.kill()

    def again(self) -> None:
        """Start another in the place of one that was killed."""
        self._end()
        self._running = self._start()

    def close(self) -> None:
        """End it."""
        self.kill()
        self._end()
        self._wrong.close()

    def _start(self) -> "subprocess.Popen[bytes]":
        return subprocess.Popen(self._command, cwd=ROOT, stdout=subprocess.PIPE, stderr=self._wrong)

    def _end(self) -> None:
        self._running.wait()
        assert self._running.stdout is not None
        self._running.stdout.close()


def begin() -> tuple[Book, Callable[[], datetime]]:
    """The book and the clock that the command line of such a program names."""
    address, began = Path(sys.argv[1]).read_text(encoding="utf-8"), float(sys.argv[2])

    def clock() -> datetime:
        return fast_clock(began)

    return Book.open(address, clock=clock), clock


def work(worker: Worker) -> NoReturn:
    """Do what is due until killed."""
    print("ready", flush=True)
    while True:
        worker.run_due()
        time.sleep(0.01)
