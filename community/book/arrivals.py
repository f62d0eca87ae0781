"""Changes that arrive late, from another machine or the sheet: all are kept, and applied where they still hold.

A record that something arrived for is replayed alone: its changes in the order (`at`, id), each action's part of it
whole. A change whose `was` does not hold at its place is a conflict: it stays in the book, is marked, and is shown to a
person. Every machine that has the same changes ends with the same record, in whatever order they came. A change that
two machines found, each for itself, has one id; of its two times the earlier stands.
"""

from collections.abc import Iterable, Sequence

import sqlalchemy as sa

from community.book.record_set import VOID, canonical_field
from community.book.record_types import Arrival, NoSuchRecord
from community.book.replay import replay_row
from community.book.schema import CHANGES, ERASURES, NOW, RECEIVED
from community.book.sql_table import by_ids, lines
from community.tables import TABLES
from community.tables import canonical as canon


def arrive(connection: sa.Connection, arrivals: Iterable[Arrival]) -> list[str]:
    """The ids of changes now in conflict, among the records touched, after taking these changes in once each.

    Changes to an erased record are ignored. Raises NoSuchRecord for one that never existed: its row must arrive first.
    """
    earliest: dict[str, Arrival] = {}
    for a in arrivals:
        if a.id not in earliest or a.at < earliest[a.id].at:
            earliest[a.id] = a
    each = list(earliest.values())
    there = {row.id: row.at for row in by_ids(connection, CHANGES, [a.id for a in each])}
    new = [a for a in each if a.id not in there]
    absent = records_absent(connection, new)
    gone = records_erased(connection, [a for a in new if (a.table, a.record_id) in absent])
    touched = dict.fromkeys(_set_back(connection, [a for a in each if a.at < there.get(a.id, "")]))
    entries = []
    for a in new:
        ref = (a.table, a.record_id)
        if ref in gone:
            continue
        if ref in absent:
            raise NoSuchRecord(f"There is no such record in {a.table}.")
        values = {
            "was": canon.as_text(canonical_field(a.table, a.field, a.was)),
            "now": canon.as_text(canonical_field(a.table, a.field, a.now)),
            "reason": canon.text(a.reason or ""),
            "by": canon.text(a.by) or "",
        }
        entries.append(vars(a) | values)
        touched[ref] = None
    if entries:
        connection.execute(CHANGES.insert(), entries)
    return [c for table, record_id in touched for c in replay(connection, table, record_id)]


def _set_back(connection: sa.Connection, earlier: Sequence[Arrival]) -> list[tuple[str, str]]:
    """The (table, id) of records whose changes, here already, were given their earlier time."""
    for a in earlier:
        connection.execute(CHANGES.update().where(CHANGES.c.id == a.id).values(at=a.at))
    absent = records_absent(connection, earlier)
    return [ref for a in earlier if (ref := (a.table, a.record_id)) not in absent]


def records_absent(connection: sa.Connection, arrivals: Sequence[Arrival]) -> set[tuple[str, str]]:
    """The (table, id) of the records that the book has not received."""
    wanted: dict[str, set[str]] = {}
    for a in arrivals:
        wanted.setdefault(a.table, set()).add(a.record_id)
    found = {
        (table, row.id) for table, ids in wanted.items() for row in by_ids(connection, RECEIVED[table], sorted(ids))
    }
    return {(table, each) for table, ids in wanted.items() for each in ids} - found


def records_erased(connection: sa.Connection, arrivals: Sequence[Arrival]) -> set[tuple[str, str]]:
    """The (table, id) of the records that were erased."""
    ids = sorted({a.record_id for a in arrivals})
    return {(e.table_name, e.record_id) for e in by_ids(connection, ERASURES, ids, ERASURES.c.record_id)}


def replay(connection: sa.Connection, table: str, record_id: str) -> list[str]:
    """The ids of changes in conflict, after rebuilding the record from what was received and all its changes."""
    received = connection.execute(sa.select(RECEIVED[table]).where(RECEIVED[table].c.id == record_id)).mappings().one()
    query = sa.select(CHANGES).where(CHANGES.c.record_id == record_id, CHANGES.c.table == table)
    entries = lines(connection, query, CHANGES)
    row, changed_at, conflicts = replay_row(table, dict(received), entries)
    for c in entries:
        mark = "yes" if c.id in conflicts else None
        if c.conflict != mark:
            connection.execute(CHANGES.update().where(CHANGES.c.id == c.id).values(conflict=mark))
    now = {c.name: row[c.name] for c in TABLES[table].columns} | {VOID: row[VOID], "changed_at": changed_at}
    connection.execute(NOW[table].update().where(NOW[table].c.id == record_id).values(now))
    return conflicts
