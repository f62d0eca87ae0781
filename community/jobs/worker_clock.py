"""Whether the clock can be trusted to say that a job is due.

Workers note in the book when they last looked. If a machine's clock then is further on than anybody leaves a book
alone (`clock_jumps.LONGEST`), it has probably jumped: nothing that waits for a time becomes due until the clock is back
or a person says that it is right. What was asked for at once is still done at once, because no time has to come.
A clock that goes back is believed straight away: at worst, a job is late by as much as the clock.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa

from community.book import Book, Reader, clock_jumps
from community.tables import canonical as canon

BEAT = timedelta(minutes=1)
"""So often a worker notes that it is there."""
_SEEN = "worker_seen"


@dataclass(frozen=True)
class WorkerClock:
    """What the clock says, and until when it can be trusted. `sure` is the earlier one when the clock has leapt."""

    now: datetime
    sure: datetime

    @property
    def leapt(self) -> bool:
        """Whether a person has to say that the clock is right."""
        return self.sure < self.now


def read_clock(reader: Reader, now: datetime) -> WorkerClock:
    """The clock as it can be trusted now."""
    seen = last_seen(reader)
    return WorkerClock(now, seen if seen is not None and now - seen > clock_jumps.LONGEST else now)


def last_seen(reader: Reader) -> datetime | None:
    """When a worker last looked for work; None if none ever did."""
    told = clock_jumps.remembered(reader.connection, _SEEN)
    return None if told is None else canon.moment(told)


def beat(book: Book, now: datetime) -> None:
    """Note that a worker is there, at most once a minute. No open page reads the book again for it."""
    with book.reading() as reader:
        seen, clock = last_seen(reader), read_clock(reader, now)
    if not clock.leapt and (seen is None or abs(now - seen) >= BEAT):
        trust_clock(book, now)


def trust_clock(book: Book, now: datetime) -> None:
    """Trust the clock from now on, because it is near the last look or because a person says that it is right."""

    def note(connection: sa.Connection) -> None:
        clock_jumps.remember(connection, _SEEN, canon.instant(now))

    book.remember(note)
