"""Columns of a record that were emptied because somebody stood in them who was erased: a guardian, a referrer.

The record stays, so its id can't say what was erased. What is remembered names the record, the columns and the time,
as the id of an erasure: `V-7K3Q-F2MX-4: guardian_name, guardian_telephone (2026-11-22T08:00:00.000Z)`. A program that
does not know this finds no record of that name, and leaves everything as it is.

What was decided since stays, as a new guardian's name, unless it stands on what was erased: then it was decided before
anybody there had heard of the erasure.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple, Self

import sqlalchemy as sa

from community.book.arrivals import replay
from community.book.schema import CHANGES, NOW, RECEIVED
from community.book.standing import in_order
from community.book.words import Record
from community.tables import TABLES

_ID = re.compile(r"([A-Z]-[0-9A-Z-]+): ([a-z_]+(?:, [a-z_]+)*) \(([0-9T:.Z-]+)\)")


class Blanking(NamedTuple):
    """Columns of one record, and the time up to which what they said is gone."""

    record: Record
    columns: tuple[str, ...]
    until: str

    @property
    def id(self) -> str:
        """How an erasure names it."""
        return f"{self.record.id}: {', '.join(self.columns)} ({self.until})"

    @classmethod
    def read(cls, table: str, id_: str) -> Self | None:
        """The columns that an erasure of this table and id emptied; None when it took a whole record."""
        named = _ID.fullmatch(id_)
        if named is None or table not in TABLES:
            return None
        columns = tuple(c for c in named[2].split(", ") if c in TABLES[table].by_name)
        return cls(Record(table, named[1]), columns, named[3])


def blankings(connection: sa.Connection, of: Iterable[Record] | None = None) -> list[Blanking]:
    """Everything that the book remembers to have emptied so, or only of these records."""
    columns = RECEIVED["erasures"].c
    query = sa.select(columns.table_name, columns.record_id).where(columns.record_id.contains(": ", autoescape=True))
    found = [each for row in connection.execute(query) if (each := Blanking.read(*row)) is not None]
    wanted = None if of is None else set(of)
    return [each for each in found if wanted is None or each.record in wanted]


def blanking(connection: sa.Connection, record: Record, columns: Sequence[str], at: str) -> Blanking:
    """What emptying these columns now is remembered as: above everything that was decided about the record."""
    now = NOW[record.table].c
    latest = connection.execute(sa.select(now.changed_at).where(now.id == record.id)).scalar_one()
    return Blanking(record, tuple(columns), max(at, latest))


def empty(connection: sa.Connection, each: Blanking) -> bool:
    """Empty the columns wherever they stood, and make the record again. Whether it was there; twice does no harm.

    The key that the record came with stays, so that the same form sent twice brings nothing back.
    """
    source, id_ = RECEIVED[each.record.table], each.record.id
    if not each.columns or connection.execute(sa.select(source.c.id).where(source.c.id == id_)).first() is None:
        return False
    connection.execute(source.update().where(source.c.id == id_).values(dict.fromkeys(each.columns)))
    gone = [change for column in each.columns for change in _standing_on_it(connection, each, column)]
    for start in range(0, len(gone), 500):
        some = gone[start : start + 500]
        connection.execute(
            CHANGES.update().where(CHANGES.c.id.in_([c.id for c in some])).values(was=None, now=None, reason=None)
        )
        # A reason is written with each change of its action, so it goes from the action's other changes as well.
        actions = {c.action for c in some if c.reason is not None}
        connection.execute(CHANGES.update().where(CHANGES.c.action.in_(actions)).values(reason=None))
    replay(connection, *each.record)
    return True


def _standing_on_it(connection: sa.Connection, each: Blanking, column: str) -> list[Any]:
    """Changes of the column that say what was erased: those up to then, and those that follow from what it said."""
    query = sa.select(CHANGES).where(
        CHANGES.c.table == each.record.table, CHANGES.c.record_id == each.record.id, CHANGES.c.field == column
    )
    said_since: set[str | None] = {None}
    found = []
    for change in sorted(connection.execute(query).all(), key=in_order):
        if change.at <= each.until or change.was not in said_since:
            found.append(change)
        else:
            said_since.add(change.now)
    return found
