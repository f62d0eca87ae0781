"""`kill -9` of workers, two at a time, again and again: every job is done, and what must be done once is done once."""

import os
import random
import time
from collections import Counter
from pathlib import Path

import pytest

from community.book import Book, Job
from community.jobs import overview
from community.tables.job_kinds import JobKind, JobState
from community.tables.row_types import VolunteerRow
from tests.book.databases import KINDS, begun
from tests.faults.lives import Lives
from tests.jobs import one_worker
from tests.jobs.at_work import decide
from tests.jobs.one_worker import fast_clock

KINDS_DONE = (JobKind.PROPOSE, JobKind.PUBLISH_LISTS)
SEED = int(os.environ.get("JOBS_SEED", "11"))


def _waiting(book: Book, began: float) -> bool:
    with book.reading() as reader:
        found = overview(reader, fast_clock(began))
    assert not [one for one in found if one.given_up]
    return any(one.state != JobState.DONE for one in found)


@pytest.mark.long
@pytest.mark.skipif(not hasattr(os, "fork"), reason="lives are forked")
@pytest.mark.parametrize("kind", KINDS)
def test_every_job_is_done_whoever_is_killed(kind: str, tmp_path: Path) -> None:
    jobs, kills = int(os.environ.get("JOBS_KILLED", "400")), int(os.environ.get("JOBS_KILLS", "60"))
    luck, began = random.Random(SEED), time.time()
    with begun(kind, tmp_path) as address:
        book = Book.open(address, clock=lambda: fast_clock(began))
        told = tmp_path / "address"
        told.write_text(address, encoding="utf-8")
        arguments = str(told), str(began)
        workers = [Lives(one_worker.__name__, os.environ, tmp_path / f"log{n}", *arguments) for n in range(2)]
        try:
            for each in workers:
                each.begin()
            while jobs or _waiting(book, began):
                some = [Job(kind, f"J-{jobs - n}") for n in range(min(jobs, 4)) for kind in KINDS_DONE]
                jobs = max(0, jobs - 4)
                if some:
                    decide(book, *some)
                time.sleep(luck.random() / 5)
                if kills:
                    one = workers[luck.randrange(2)]
                    one.kill()
                    one.over()
                    one.begin()
                    kills -= 1
        finally:
            for each in workers:
                each.close()
        names = Counter(str(row.name) for row in book.rows(VolunteerRow) if row.name != "Noor Invented")
        book.close()
    done = {name: count for name, count in names.items() if name.startswith("done ")}
    assert set(done.values()) == {1}
    assert {name.removeprefix("done ") for name in done} == {n.removeprefix("tried ") for n in names if n not in done}
