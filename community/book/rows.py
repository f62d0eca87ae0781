"""Adding rows: minting ids, keys that make a repeated submission one row, and what a row looks like in both tables."""

import hashlib
import json
from collections.abc import Mapping
from functools import cache

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from community.book.schema import NOW, RECEIVED, SUBMISSIONS
from community.book.words import Append, KeyReused, Receipt
from community.tables import TABLES
from community.tables import canonical as canon
from community.tables.canonical import Value
from community.tables.ids import mint


def content(values: Mapping[str, Value]) -> str:
    """A hash of what a submission says, to tell a repeat from another one under the same key."""
    told = json.dumps({k: v for k, v in sorted(values.items()) if v is not None}, ensure_ascii=False)
    return hashlib.blake2b(told.encode(), digest_size=16).hexdigest()


def told_hash(table: str, values: Mapping[str, Value]) -> str:
    """The same over told columns only: what we decide about a repeat (its flags, say) may differ."""
    return content({c.name: values[c.name] for c in TABLES[table].columns if c.origin == "told"})


def add(connection: sa.Connection, new: Append, *, by: str, at: str, action: str | None = None) -> Receipt:
    """Write the row, or find it where its key or id is there already.

    Raises KeyReused, before anything is written, when the key or id was used with other content.
    """
    values = canon.row(TABLES[new.table], new.values)
    if new.id is not None and (there := _received(connection, new.table, new.id)) is not None:
        if content(there) != content(values):
            raise KeyReused("There is another record with this id.")
        return Receipt(new.id, new=False)
    record_id = new.id or mint(TABLES[new.table].letter)
    if new.key is not None:
        entry = {"key": new.key, "table": new.table, "record_id": record_id, "hash": told_hash(new.table, values)}
        if not _inserted(connection, SUBMISSIONS, entry):
            return _again(connection, entry)
    meta = {"at": at, "by": by, "action": action}
    while not _inserted(connection, RECEIVED[new.table], values | meta | {"id": record_id}):
        # Forty bits: among a million rows, one new id in a million is taken already. Then another is minted.
        record_id = mint(TABLES[new.table].letter)
        if new.key is not None:
            connection.execute(SUBMISSIONS.update().where(SUBMISSIONS.c.key == new.key).values(record_id=record_id))
    connection.execute(NOW[new.table].insert(), values | {"id": record_id, "at": at, "by": by, "changed_at": at, "void": None})
    return Receipt(record_id, new=True)


def _again(connection: sa.Connection, entry: Mapping[str, str]) -> Receipt:
    """The receipt of a submission whose key is in the book already."""
    found = connection.execute(sa.select(SUBMISSIONS).where(SUBMISSIONS.c.key == entry["key"])).one()
    if (found.table, found.hash) != (entry["table"], entry["hash"]):
        raise KeyReused("This was sent before with other answers.")
    return Receipt(found.record_id, new=False)


def _inserted(connection: sa.Connection, table: sa.Table, values: Mapping[str, object]) -> bool:
    """Whether the row was new. One statement, no look first: most rows are."""
    count = connection.execute(_insert(connection.dialect.name, table), dict(values)).rowcount
    if count not in (0, 1):
        raise RuntimeError("the driver did not count the rows it wrote")
    return count == 1


@cache
def _insert(dialect: str, table: sa.Table) -> sa.Insert:
    make = postgresql.insert if dialect == "postgresql" else sqlite.insert
    return make(table).on_conflict_do_nothing().execution_options(preserve_rowcount=True)


def _received(connection: sa.Connection, table: str, record_id: str) -> dict[str, Value] | None:
    source = RECEIVED[table]
    columns = [source.c[c.name] for c in TABLES[table].columns]
    found = connection.execute(sa.select(*columns).where(source.c.id == record_id)).mappings().one_or_none()
    return None if found is None else dict(found)
