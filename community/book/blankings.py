"""Fields emptied in a record that stays, because whom they named was erased: a guardian, a referrer.

A note that mentions somebody is emptied as well. The record stays, so its id alone can't say what was erased. The id of
such an erasure therefore names the record, the fields and the time: `V-7K3Q-F2MX-4: guardian_name, guardian_telephone
(2026-11-22T08:00:00.000Z)`. An older program finds no record with that id and leaves everything as it is.

What was decided since stays, as a new guardian's name, unless it stands on what was erased: then it was decided before
anybody there had heard of the erasure.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple, Self

import sqlalchemy as sa

from community.book.arrivals import replay
from community.book.record_set import is_field, write_field
from community.book.record_types import Record
from community.book.replay import in_order
from community.book.schema import CHANGES, ERASURES, NOW, RECEIVED, ChangeLine
from community.book.sql_table import lines
from community.tables import TABLES

REASON = "reason"
"""In place of a column: why something was decided about the record."""
_ID = re.compile(r"([A-Z]{1,2}-[0-9A-Z-]+): ([\w.-]+(?:, [\w.-]+)*) \(([0-9T:.Z-]+)\)", re.ASCII)


class Blanking(NamedTuple):
    """Fields of one record, and the time up to which what they said is gone."""

    record: Record
    fields: tuple[str, ...]
    until: str

    @property
    def id(self) -> str:
        """The text by which an erasure names it."""
        return f"{self.record.id}: {', '.join(self.fields)} ({self.until})"

    @classmethod
    def read(cls, table: str, id_: str) -> Self | None:
        """The fields that an erasure of this table and id emptied; None when it took a whole record."""
        named = _ID.fullmatch(id_)
        if named is None or table not in TABLES:
            return None
        fields = tuple(each for each in named[2].split(", ") if each == REASON or is_field(table, each))
        return cls(Record(table, named[1]), fields, named[3])


def blankings(connection: sa.Connection, of: Iterable[Record] | None = None) -> list[Blanking]:
    """Every blanking that the book remembers, or only those of these records."""
    columns = ERASURES.c
    query = sa.select(columns.table_name, columns.record_id).where(columns.record_id.contains(": ", autoescape=True))
    found = [each for row in connection.execute(query) if (each := Blanking.read(*row)) is not None]
    wanted = None if of is None else set(of)
    return [each for each in found if wanted is None or each.record in wanted]


def blanking(connection: sa.Connection, record: Record, fields: Sequence[str], at: str) -> Blanking:
    """The blanking to remember for emptying these fields now, with a time after every decision about the record."""
    now = NOW[record.table].c
    latest = connection.execute(sa.select(now.changed_at).where(now.id == record.id)).scalar_one()
    return Blanking(record, tuple(fields), max(at, latest))


def empty(connection: sa.Connection, each: Blanking) -> bool:
    """Whether the record was there. Its fields are emptied everywhere and it is rebuilt; doing so twice does no harm.

    The record keeps the key it came with, so a form sent twice brings nothing back.
    """
    source, id_ = RECEIVED[each.record.table], each.record.id
    row = connection.execute(sa.select(source).where(source.c.id == id_)).mappings().first()
    if row is None:
        return False
    values: dict[str, Any] = {}
    for field in each.fields:
        if field != REASON:
            values |= write_field({**row, **values}, field, None)
    if values:
        connection.execute(source.update().where(source.c.id == id_).values(values))
    of_it = (CHANGES.c.table == each.record.table) & (CHANGES.c.record_id == id_)
    made = sorted(lines(connection, sa.select(CHANGES).where(of_it), CHANGES), key=in_order)
    gone = [change for field in each.fields for change in _standing_on_it(made, field, each.until)]
    said = [change for change in made if REASON in each.fields and change.at <= each.until]
    _blank(connection, [c.id for c in gone], {"was": None, "now": None, "reason": None}, CHANGES.c.id)
    # A reason is written with each change of its action, so it goes from the action's other changes as well.
    _blank(connection, [c.action for c in (*gone, *said) if c.reason is not None], {"reason": None}, CHANGES.c.action)
    replay(connection, *each.record)
    return True


def _blank(
    connection: sa.Connection, ids: Sequence[str], values: Mapping[str, None], column: sa.ColumnElement[str]
) -> None:
    for start in range(0, len(ids), 500):
        connection.execute(CHANGES.update().where(column.in_(ids[start : start + 500])).values(values))


def _standing_on_it(made: Sequence[ChangeLine], field: str, until: str) -> list[ChangeLine]:
    """Changes of the field that repeat what was erased: all up to that time, and later ones that build on its value."""
    said_since: set[str | None] = {None}
    found = []
    for change in made:
        if change.field != field:
            continue
        if change.at <= until or change.was not in said_since:
            found.append(change)
        else:
            said_since.add(change.now)
    return found
