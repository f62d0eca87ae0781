"""Whether the clock can be trusted before old records are removed by it.

A machine whose clock jumps years ahead would find that everything has been kept too long. So the removal remembers
when it last ran. A leap since then, or a gap of that size in the book before its first run, needs a person to confirm.

A machine whose clock was years behind wrote rows that look too old. A row that fell due before the last run but is
still there must have come in since, by such a clock. Before the first run, the same goes for rows older than a gap.
These rows stay until a person says that the times are right.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from itertools import pairwise

import sqlalchemy as sa

from community.book.reader import Reader
from community.book.retention_rules import Due, due
from community.book.schema import CHANGES, PROGRAM_MEMORY, RECEIVED
from community.tables import canonical as canon

LONGEST = timedelta(days=62)
_RAN = "retention_ran"


def leap(reader: Reader, now: datetime) -> datetime | None:
    """The last time that is sure, when the clock has since gone on by more than anybody leaves a book alone; else None.

    On the first run it is the last time before the largest gap in what was written.
    """
    last = last_run(reader)
    if last is not None:
        return last if now - last > LONGEST else None
    return next(_before_holes([*_days(reader, now), now]), None)


def last_run(reader: Reader) -> datetime | None:
    """When records kept long enough were last removed; None if they never were."""
    ran = remembered(reader.connection, _RAN)
    return None if ran is None else canon.moment(ran)


def doubtful(reader: Reader, found: Sequence[Due], now: datetime) -> list[Due]:
    """The records due that seem to have come in by a clock that was behind. A person has to look at them."""
    last = last_run(reader)
    if last is not None:
        then = {(each.table, each.id) for each in due(reader, min(last, now))}
        return [each for each in found if (each.table, each.id) in then]
    *_, before = [None, *_before_holes(_days(reader, now))]
    return [] if before is None else [each for each in found if each.ended[:10] <= f"{before:%Y-%m-%d}"]


def _days(reader: Reader, now: datetime) -> list[datetime]:
    """The past days on which anything was written, in order."""
    days: set[str] = set()
    for table in (CHANGES, *RECEIVED.values()):
        days |= set(reader.connection.execute(sa.select(sa.func.substr(table.c.at, 1, 10)).distinct()).scalars())
    times = (canon.moment(f"{day}T00:00:00.000Z") for day in sorted(days))
    return [time for time in times if time < now]


def _before_holes(times: Sequence[datetime]) -> Iterator[datetime]:
    """The last time before each gap that is longer than anybody leaves a book alone."""
    return (one for one, next_ in pairwise(times) if next_ - one > LONGEST + timedelta(days=1))


def remember_run(connection: sa.Connection, now: datetime) -> None:
    """Remember that records kept long enough were removed now, by a clock that can be trusted."""
    remember(connection, _RAN, canon.instant(now))


def remembered(connection: sa.Connection, name: str) -> str | None:
    """What the program remembers under this name; None when that is nothing."""
    known = PROGRAM_MEMORY.c
    found: str | None = connection.execute(sa.select(known.value).where(known.name == name)).scalar()
    return found


def remember(connection: sa.Connection, name: str, value: str) -> None:
    """Remember this under the name, instead of what was remembered there."""
    connection.execute(PROGRAM_MEMORY.delete().where(PROGRAM_MEMORY.c.name == name))
    connection.execute(PROGRAM_MEMORY.insert(), {"name": name, "value": value})
