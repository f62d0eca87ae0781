"""The index of everybody in a book, kept up to date by reading only the rows that changed since the last look.

Reading fifty thousand people after every write, to find the one who is new, takes most of a second. So we ask each
table for its number of rows and for a sum over their times of change, and read only rows as late as the latest we know.
Where these rows don't explain the sum, we read everybody. We also do so after an erasure, a blanking, or a change that
came late from another machine, because these leave all times as they were.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

import sqlalchemy as sa

from community.book import CHANGES, ERASURES, NOW, NowLine, Reader, lines
from community.book.clock_jumps import last_run
from community.identity import COLUMNS, PeopleIndex


class _Tally(NamedTuple):
    """How many rows a table has, the latest time at which one changed, and a sum over all these times."""

    rows: int
    latest: str
    total: int


class _Written(NamedTuple):
    """Signs that rows changed without getting a new time."""

    changes: int
    latest: str
    erasures: int
    ran: datetime | None


@dataclass
class Everybody:
    """The index of a book's people, with what is needed to bring it up to date."""

    index: PeopleIndex = field(default_factory=PeopleIndex)
    _marks: dict[str, dict[str, int]] = field(default_factory=dict)
    _tallies: dict[str, _Tally] = field(default_factory=dict)
    _written: _Written | None = None

    def bring_forward(self, reader: Reader) -> None:
        """Bring the index up to date with what the reader sees."""
        before, self._written = self._written, self._look(reader)
        whole = before is None or self._has_other_news(reader, before)
        for table in COLUMNS:
            tally = _tally(reader, table)
            if whole or tally != self._tallies.get(table):
                if whole or not self._few(reader, table, tally):
                    self._all(reader, table)
                self._tallies[table] = tally

    def _look(self, reader: Reader) -> _Written:
        count = sa.select(sa.func.count(), sa.func.max(CHANGES.c.at))
        changes, latest = reader.connection.execute(count).one()
        erasures = sa.select(sa.func.count()).select_from(ERASURES)
        return _Written(changes, latest or "", reader.connection.execute(erasures).scalar_one(), last_run(reader))

    def _has_other_news(self, reader: Reader, before: _Written) -> bool:
        """Whether something was erased or blanked, or came late from another machine."""
        now = self._written
        if now is None or (now.erasures, now.ran) != (before.erasures, before.ran):
            return True
        if now.changes == before.changes:
            return False
        later = sa.select(sa.func.count()).where(CHANGES.c.at > before.latest)
        return now.changes - before.changes != reader.connection.execute(later).scalar_one()

    def _few(self, reader: Reader, table: str, tally: _Tally) -> bool:
        """Whether the rows that changed since explain the table as it is now. If so, the index has learnt them."""
        known, marks = self._tallies.get(table), self._marks.get(table, {})
        if known is None:
            return False
        rows = _rows(reader, table, since=known.latest)
        new = {row.id: _mark(row.changed_at) for row in rows}
        total = known.total + sum(mark - marks.get(id_, 0) for id_, mark in new.items())
        if (len(marks.keys() | new.keys()), total) != (tally.rows, tally.total):
            return False
        marks |= new
        self.index.learn(table, [row._asdict() for row in rows if row.void is None])
        self.index.forget(table, [row.id for row in rows if row.void is not None])
        return True

    def _all(self, reader: Reader, table: str) -> None:
        rows = _rows(reader, table)
        self._marks[table] = {row.id: _mark(row.changed_at) for row in rows}
        self.index.bring_forward(table, [row._asdict() for row in rows if row.void is None])


def _rows(reader: Reader, table: str, since: str | None = None) -> Sequence[NowLine]:
    source, told = NOW[table].c, NOW[table].columns
    query = sa.select(source.id, source.changed_at, source.void, *(told[name] for name in COLUMNS[table]))
    if since is not None:
        query = query.where(source.changed_at >= since)
    return lines(reader.connection, query, NOW[table])


def _mark(at: str) -> int:
    """The day, the second and the thousandth of a time as one number, which the database can add up."""
    return int(at[8:10] + at[17:19] + at[20:23])


def _tally(reader: Reader, table: str) -> _Tally:
    at = NOW[table].c.changed_at
    day, second, thousandth = (sa.func.substr(at, *where, type_=sa.Text) for where in ((9, 2), (18, 2), (21, 3)))
    mark = day + second + thousandth
    query = sa.select(sa.func.count(), sa.func.max(at), sa.func.sum(sa.cast(mark, sa.BigInteger)))
    count, latest, total = reader.connection.execute(query).one()
    return _Tally(count, latest or "", int(total or 0))
