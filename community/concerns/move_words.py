"""Moves words out of an ordinary record into a concern, and blanks them wherever they stood, as erasure does."""

from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field as hidden

import sqlalchemy as sa

from community.book import CHANGES, NOW, RECEIVED, Reader, Record, Row, belonging, lines
from community.book.erasure import blank
from community.tables import TABLES, table_of
from community.tables.row_types import ContactRow, HelpRequestRow, ResidentRow

_STAYS = frozenset({"address", "why"})
"""Where somebody lives, and what the matching counted: no words about what happened."""
_SAID_TOO = {"matches": ("ended_reason",)}


@dataclass(frozen=True)
class MovedWords:
    """Words that stood in a record: where, and what they were. `now`: the record still held them at the end."""

    table: str
    id: str
    field: str
    words: str = hidden(repr=False)


def word_columns(table: str) -> tuple[str, ...]:
    """The names of the columns of a table that hold people's own words."""
    free = [c.name for c in TABLES[table].columns if c.kind == "long_text" and c.personal != "no"]
    return tuple(name for name in (*free, *_SAID_TOO.get(table, ())) if name not in _STAYS)


def where_words_stand(connection: sa.Connection, record: Record) -> list[Record]:
    """This record, and every record that holds the same words or words about it.

    What a resident wrote is copied into needs and into their own record, and spoken of in matches, calls and letters.
    So a concern raised from any of these takes in the whole request; one raised from a resident, all their requests.
    """
    read = Reader(connection)
    owners = owners_of(read, record)
    requests = [row for row in owners if isinstance(row, HelpRequestRow)]
    if owners and isinstance(whole := owners[-1], ResidentRow):
        requests = read.rows(HelpRequestRow, lambda c: [c.resident_id == whole.id])
    begun = dict.fromkeys([record, *(Record(row.table, row.id) for row in (*owners, *requests))])
    residents = [Record("residents", r.resident_id) for r in requests if r.resident_id]
    found = dict.fromkeys([*begun, *residents, *(each for one in begun for each in belonging(connection, one))])
    about = [r.id for r in found]
    calls = read.rows(ContactRow, lambda c: [c.about.in_(about) | c.with_whom.in_(about)])
    found |= dict.fromkeys(Record("contacts", c.id) for c in calls)
    return [each for each in found if word_columns(each.table)]


def owners_of(read: Reader, record: Record) -> list[Row]:
    """The record, the one it belongs to, the one that belongs to, and so on: a match, its need, their request."""
    found, row = [], read.get(*record)
    while row is not None:
        found.append(row)
        owner = TABLES[row.table].owner
        table = table_of(row[owner]) if owner else None
        row = read.get(table, row[owner]) if owner and table else None
    return found


def move(connection: sa.Connection, records: Sequence[Record]) -> list[MovedWords]:
    """Take the words out of these records, in every copy the book has, and return them."""
    moved: list[MovedWords] = []
    for record in records:
        moved += _words_of(connection, record)
    by_table: dict[str, list[str]] = {}
    for record in records:
        by_table.setdefault(record.table, []).append(record.id)
    for table, ids in by_table.items():
        blank(connection, table, ids, word_columns(table), keep_keys=True)
    return list(dict.fromkeys(moved))


def _words_of(connection: sa.Connection, record: Record) -> list[MovedWords]:
    """The words that the record holds, the words it held before, and the reasons given; each once."""
    columns = word_columns(record.table)
    found: list[MovedWords] = []
    for source in (NOW[record.table], RECEIVED[record.table]):
        row = connection.execute(sa.select(source).where(source.c.id == record.id)).mappings().first()
        if row is not None:
            found += [MovedWords(*record, name, str(row[name])) for name in columns if row[name]]
    query = sa.select(CHANGES).where(CHANGES.c.table == record.table, CHANGES.c.record_id == record.id)
    for change in lines(connection, query.order_by(CHANGES.c.at, CHANGES.c.id), CHANGES):
        field = change.field
        if field in columns or (field.startswith("extra.") and "extra" in columns):
            found += [MovedWords(*record, field, side) for side in (change.was, change.now) if side]
        if change.reason:
            found.append(MovedWords(*record, "reason", change.reason))
    return found
