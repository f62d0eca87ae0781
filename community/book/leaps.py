"""Whether the clock can be believed before anything is removed by it.

A machine whose clock jumps years ahead would find everything past its time. So the removal remembers when it last ran;
a leap since then, or a hole of that size in the book before its first run, is for a person to confirm.
"""

from datetime import datetime, timedelta
from itertools import pairwise

import sqlalchemy as sa

from community.book.read import Reader
from community.book.schema import CHANGES, PROGRAM_MEMORY, RECEIVED
from community.tables import canonical as canon

LONGEST = timedelta(days=62)
_RAN = "retention_ran"


def leap(reader: Reader, now: datetime) -> datetime | None:
    """The last time that is sure, when the clock has since gone on by more than anybody leaves a book alone; else None.

    With the first run it is the last time before the largest hole in what was written.
    """
    known = PROGRAM_MEMORY.c
    ran = reader.connection.execute(sa.select(known.value).where(known.name == _RAN)).scalar()
    if ran is not None:
        last = canon.moment(ran)
        return last if now - last > LONGEST else None
    days: set[str] = set()
    for table in (CHANGES, *RECEIVED.values()):
        days |= set(reader.connection.execute(sa.select(sa.func.substr(table.c.at, 1, 10)).distinct()).scalars())
    times = [canon.moment(f"{day}T00:00:00.000Z") for day in sorted(days)]
    times = [time for time in times if time < now]
    for before, after in pairwise([*times, now]):
        if after - before > LONGEST + timedelta(days=1):
            return before
    return None


def remember_run(connection: sa.Connection, now: datetime) -> None:
    """Remember that what was past its time has been removed now, by a clock that is believed."""
    connection.execute(PROGRAM_MEMORY.delete().where(PROGRAM_MEMORY.c.name == _RAN))
    connection.execute(PROGRAM_MEMORY.insert(), {"name": _RAN, "value": canon.instant(now)})
