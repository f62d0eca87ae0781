"""Adding rows: minting ids, keys that make a repeated submission one row, and what a row looks like in both tables."""

import hashlib
import json
from collections.abc import Mapping

import sqlalchemy as sa

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

    Raises KeyReused when the key or id was used with other content.
    """
    values = canon.row(TABLES[new.table], new.values)
    seen = None if new.key is None else _by_key(connection, new.key)
    if seen is not None:
        if seen != (new.table, seen[1], told_hash(new.table, values)):
            raise KeyReused("This was sent before with other answers.")
        return Receipt(seen[1], new=False)
    if new.id is not None and (there := _received(connection, new.table, new.id)) is not None:
        if content(there) != content(values):
            raise KeyReused("There is another record with this id.")
        return Receipt(new.id, new=False)
    record_id = new.id or _unused(connection, new.table)
    connection.execute(RECEIVED[new.table].insert(), values | {"id": record_id, "at": at, "by": by, "action": action})
    connection.execute(NOW[new.table].insert(), values | {"id": record_id, "at": at, "by": by, "changed_at": at, "void": None})
    if new.key is not None:
        entry = {"key": new.key, "table": new.table, "record_id": record_id, "hash": told_hash(new.table, values)}
        connection.execute(SUBMISSIONS.insert(), entry)
    return Receipt(record_id, new=True)


def _by_key(connection: sa.Connection, key: str) -> tuple[str, str, str] | None:
    found = connection.execute(sa.select(SUBMISSIONS).where(SUBMISSIONS.c.key == key)).one_or_none()
    return None if found is None else (found.table, found.record_id, found.hash)


def _received(connection: sa.Connection, table: str, record_id: str) -> dict[str, Value] | None:
    source = RECEIVED[table]
    columns = [source.c[c.name] for c in TABLES[table].columns]
    found = connection.execute(sa.select(*columns).where(source.c.id == record_id)).mappings().one_or_none()
    return None if found is None else dict(found)


def _unused(connection: sa.Connection, table: str) -> str:
    # Forty bits: among a million rows one new id in a million is taken already, so it is looked up first.
    while True:
        record_id = mint(TABLES[table].letter)
        taken = sa.select(RECEIVED[table].c.id).where(RECEIVED[table].c.id == record_id)
        if connection.execute(taken).first() is None:
            return record_id
