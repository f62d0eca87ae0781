"""Moving words out of an ordinary record into a concern: blanked wherever they stood, by the means of erasure."""

from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field as hidden

import sqlalchemy as sa

from community.book import Reader
from community.book.erase import blank
from community.book.schema import CHANGES, NOW, RECEIVED
from community.book.words import Record
from community.tables import TABLES

_STAYS = frozenset({"address", "why"})
"""Where somebody lives, and what the matching counted: no words about what happened."""
_SAID_TOO = {"matches": ("ended_reason",)}


@dataclass(frozen=True)
class Moved:
    """Words that stood in a record: where, and what they were. `now`: they stood there at the end."""

    table: str
    id: str
    field: str
    words: str = hidden(repr=False)


def word_columns(table: str) -> tuple[str, ...]:
    """The columns of a table that hold people's own words."""
    free = [c.name for c in TABLES[table].columns if c.kind == "long_text" and c.personal != "no"]
    return tuple(name for name in (*free, *_SAID_TOO.get(table, ())) if name not in _STAYS)


def where_words_stand(connection: sa.Connection, record: Record) -> list[Record]:
    """The record, and those that hold words said about it: its needs, their matches, calls and letters.

    Of a request also the resident who was made from it, who bears copies of its words.
    """
    found, read = [record], Reader(connection)
    if record.table == "help_requests":
        found += [Record("needs", n["id"]) for n in read.rows("needs", lambda c: [c.request_id == record.id])]
        request = read.get(record.table, record.id)
        if request is not None and request["resident_id"]:
            found.append(Record("residents", request["resident_id"]))
    if record.table in {"help_requests", "needs"}:
        needs = [r.id for r in found if r.table == "needs"]
        found += [Record("matches", m["id"]) for m in read.rows("matches", lambda c: [c.need_id.in_(needs)])]
    if record.table == "matches":
        match = read.get(record.table, record.id)
        if match is not None:
            found.append(Record("needs", match["need_id"]))
    about = [r.id for r in found]
    calls = read.rows("contacts", lambda c: [c.about.in_(about) | c.with_whom.in_(about)])
    return list(dict.fromkeys([*found, *(Record("contacts", c["id"]) for c in calls)]))


def move(connection: sa.Connection, records: Sequence[Record]) -> list[Moved]:
    """Take the words out of these records, in every copy the book has, and return them."""
    moved: list[Moved] = []
    for record in records:
        moved += _words_of(connection, record)
    by_table: dict[str, list[str]] = {}
    for record in records:
        by_table.setdefault(record.table, []).append(record.id)
    for table, ids in by_table.items():
        blank(connection, table, ids, word_columns(table), keep_keys=True)
    return list(dict.fromkeys(moved))


def _words_of(connection: sa.Connection, record: Record) -> list[Moved]:
    """What stands there, what stood there, and the reasons given: each once."""
    columns = word_columns(record.table)
    found: list[Moved] = []
    for source in (NOW[record.table], RECEIVED[record.table]):
        row = connection.execute(sa.select(source).where(source.c.id == record.id)).mappings().first()
        if row is not None:
            found += [Moved(*record, name, str(row[name])) for name in columns if row[name]]
    query = sa.select(CHANGES).where(CHANGES.c.table == record.table, CHANGES.c.record_id == record.id)
    for change in connection.execute(query.order_by(CHANGES.c.at, CHANGES.c.id)).mappings():
        field = str(change["field"])
        if field in columns or (field.startswith("extra.") and "extra" in columns):
            found += [Moved(*record, field, str(change[side])) for side in ("was", "now") if change[side]]
        if change["reason"]:
            found.append(Moved(*record, "reason", str(change["reason"])))
    return found
