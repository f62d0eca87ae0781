"""`kill -9` of workers, two at a time, again and again: every job is done, and what must be done once is done once."""

import os
import random
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from community.book import Book, Job
from community.jobs import overview
from community.tables.job_kinds import JobKind, JobState
from tests.book.databases import KINDS, begun
from tests.checkout import ROOT
from tests.jobs.at_work import decide
from tests.jobs.one_worker import fast_clock

KINDS_DONE = (JobKind.PROPOSE, JobKind.PUBLISH_LISTS)
SHORT, LONG = (24, 6), (400, 60)
SEED = int(os.environ.get("JOBS_SEED", "11"))


def size(usual: tuple[int, int]) -> tuple[int, int]:
    """How many jobs, and how many kills."""
    return int(os.environ.get("JOBS_KILLED", usual[0])), int(os.environ.get("JOBS_KILLS", usual[1]))


class TwoWorkers:
    """Two workers at one book; whoever is killed is started again."""

    def __init__(self, address: str, folder: Path, began: float) -> None:
        # The address holds a password, and a command line can be read by others.
        told = folder / "address"
        told.write_text(address, encoding="utf-8")
        self._command = [sys.executable, "-m", "tests.jobs.one_worker", str(told), str(began)]
        self._wrong = (folder / "wrong").open("wb")
        self._running = [self._start(), self._start()]

    def ready(self, which: int) -> None:
        """Wait until this one looks for work."""
        out = self._running[which].stdout
        assert out is not None
        assert out.readline() == b"ready\n"

    def kill(self, which: int) -> None:
        """Kill one without a word before, and start another."""
        self._end(self._running[which])
        self._running[which] = self._start()

    def close(self) -> None:
        """End both."""
        for each in self._running:
            self._end(each)
        self._wrong.close()

    def _start(self) -> "subprocess.Popen[bytes]":
        return subprocess.Popen(self._command, cwd=ROOT, stdout=subprocess.PIPE, stderr=self._wrong)

    @staticmethod
    def _end(one: "subprocess.Popen[bytes]") -> None:
        one.kill()
        one.wait()
        assert one.stdout is not None
        one.stdout.close()


def _waiting(book: Book, began: float) -> bool:
    with book.reading() as reader:
        found = overview(reader, fast_clock(began))
    assert not [one for one in found if one.given_up]
    return any(one.state != JobState.DONE for one in found)


@pytest.mark.timeout(900)  # so many starts take a while where others work too
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("usual", [SHORT, pytest.param(LONG, marks=pytest.mark.long)], ids=["some", "many"])
def test_every_job_is_done_whoever_is_killed(kind: str, usual: tuple[int, int], tmp_path: Path) -> None:
    jobs, kills = size(usual)
    luck, began = random.Random(SEED), time.time()
    with begun(kind, tmp_path) as address:
        book = Book.open(address, clock=lambda: fast_clock(began))
        workers = TwoWorkers(address, tmp_path, began)
        try:
            while jobs or _waiting(book, began):
                which = luck.randrange(2)
                if kills:
                    workers.ready(which)
                some = [Job(kind, f"J-{jobs - n}") for n in range(min(jobs, 4)) for kind in KINDS_DONE]
                jobs = max(0, jobs - 4)
                if some:
                    decide(book, *some)
                time.sleep(luck.random() / 5)
                if kills:
                    workers.kill(which)
                    kills -= 1
        finally:
            workers.close()
        names = Counter(str(row.name) for row in book.rows("volunteers") if row.name != "Noor Invented")
        book.close()
    done = {name: count for name, count in names.items() if name.startswith("done ")}
    assert set(done.values()) == {1}
    assert {name.removeprefix("done ") for name in done} == {n.removeprefix("tried ") for n in names if n not in done}
