"""Changes that come late, from another machine or from the sheet: kept always, applied where they still hold.

A record that something arrived for is replayed alone: its changes in the order (`at`, id), each action's part of it
whole. A change whose `was` does not hold at its place is a conflict: it stays in the book, is marked, and is shown to a
person. Every machine that has the same changes ends with the same record, in whatever order they came.
"""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

import sqlalchemy as sa

from community.book.desk import VOID, canonical, is_field, read_field, write_field
from community.book.schema import CHANGES, NOW, RECEIVED
from community.book.standing import in_order
from community.book.words import Arrival, NoSuchRecord
from community.tables import TABLES
from community.tables import canonical as canon


def arrive(connection: sa.Connection, arrivals: Iterable[Arrival]) -> list[str]:
    """Take the changes in, each once by its id. The ids of those now in conflict, among the records touched.

    What concerns an erased record is passed over. Raises NoSuchRecord for one that never was: its row arrives first.
    """
    touched: dict[tuple[str, str], None] = {}
    for a in arrivals:
        if connection.execute(sa.select(CHANGES.c.id).where(CHANGES.c.id == a.id)).first() is not None:
            continue
        if (
            connection.execute(sa.select(RECEIVED[a.table].c.id).where(RECEIVED[a.table].c.id == a.record_id)).first()
            is None
        ):
            if _is_erased(connection, a):
                continue
            raise NoSuchRecord(f"There is no such record in {a.table}.")
        values = {
            "was": canon.as_text(canonical(a.table, a.field, a.was)),
            "now": canon.as_text(canonical(a.table, a.field, a.now)),
            "reason": canon.text(a.reason or ""),
        }
        connection.execute(CHANGES.insert(), vars(a) | values)
        touched[a.table, a.record_id] = None
    return [c for table, record_id in touched for c in replay(connection, table, record_id)]


def _is_erased(connection: sa.Connection, a: Arrival) -> bool:
    erased = RECEIVED["erasures"].c
    query = sa.select(erased.id).where(erased.table_name == a.table, erased.record_id == a.record_id)
    return connection.execute(query).first() is not None


def replay(connection: sa.Connection, table: str, record_id: str) -> list[str]:
    """Make the record again from what was received and all its changes. The ids of those in conflict."""
    received = connection.execute(sa.select(RECEIVED[table]).where(RECEIVED[table].c.id == record_id)).mappings().one()
    row: dict[str, Any] = dict(received) | {VOID: None}
    changed_at = row["at"]
    query = sa.select(CHANGES).where(CHANGES.c.record_id == record_id, CHANGES.c.table == table)
    # A change of a column that is no more has nothing to be applied to; it stays what it was.
    entries = sorted((c for c in connection.execute(query).all() if is_field(table, c.field)), key=in_order)
    conflicts: list[str] = []
    for _, part in groupby(entries, key=lambda c: (c.at, c.action)):
        group = list(part)
        if all(read_field(row, c.field) == canonical(table, c.field, c.was) for c in group):
            for c in group:
                row |= write_field(row, c.field, canonical(table, c.field, c.now))
        else:
            conflicts += [c.id for c in group]
        changed_at = max(changed_at, group[-1].at)
    for c in entries:
        mark = "yes" if c.id in conflicts else None
        if c.conflict != mark:
            connection.execute(CHANGES.update().where(CHANGES.c.id == c.id).values(conflict=mark))
    now = {c.name: row[c.name] for c in TABLES[table].columns} | {VOID: row[VOID], "changed_at": changed_at}
    connection.execute(NOW[table].update().where(NOW[table].c.id == record_id).values(now))
    return conflicts
