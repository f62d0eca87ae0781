"""What the tests of jobs share: a time, the ways to ask for a job, and how its row stands."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

from community.book import Action, Book, Change, Job
from community.jobs import Claimed, JobView, claim, overview
from community.tables.job_kinds import JobKind
from tests.book.builders import BY, volunteer

NOW = datetime(2026, 11, 21, 21, tzinfo=UTC)
A, B = JobKind.PROPOSE, JobKind.PUBLISH_LISTS
KINDS = (A, B)
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)


def decide(book: Book, *jobs: Job, v: str | None = None) -> Action:
    """A decision that causes these jobs."""
    v = v or volunteer(book)
    row = book.get("volunteers", v)
    assert row is not None
    return book.act("set", by=BY, changes=[Change("volunteers", v, "how_many", row["how_many"], 9)], jobs=jobs)


def take(book: Book, now: datetime = NOW, worker: str = "w1", kinds: Iterable[JobKind] = KINDS) -> Claimed | None:
    """The job that this worker gets."""
    return claim(book, worker, tuple(kinds), now)


def taken(book: Book, now: datetime = NOW, worker: str = "w1") -> Claimed:
    """The job that this worker gets, of which there is one."""
    job = take(book, now, worker)
    assert job is not None
    return job


def view(book: Book, key: str, now: datetime = NOW) -> JobView:
    """How the job of this key stands."""
    with book.reading() as reader:
        (found,) = [each for each in overview(reader, now) if each.key == key]
    return found


def stands(book: Book, key: str = "V-1", **more: Any) -> str:
    """The state of the job of this key."""
    return str(view(book, key, **more).state)
