"""Adding rows: minting ids, keys that make a repeated submission one row, and the row's form in both tables.

Rows that wait together are written together: one query for the keys and ids that exist already, then one statement for
each table. The single writer keeps its lock meanwhile, so the result of the query still holds when rows are written.
"""

import hashlib
import hmac
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa

from community.book.record_types import Append, Erased, KeyReused, NoSuchTable, Receipt
from community.book.schema import ERASURES, NOW, RECEIVED, SUBMISSIONS
from community.book.sql_table import by_ids
from community.errors import UserFacingError
from community.tables import TABLES
from community.tables import canonical as canon
from community.tables.canonical import Value
from community.tables.ids import mint
from community.tables.row_types import ColumnName

STAYS = frozenset(table.name for table in TABLES.values() if table.stays)
"""The tables whose rows stay when they are erased, without their personal columns."""
_LONGEST_KEY = 200


@dataclass(frozen=True, slots=True)
class Adding:
    """One row about to be added, with canonical values."""

    table: str
    values: Mapping[str, Value] = field(repr=False)
    id: str | None
    key: str | None = field(repr=False)
    by: str
    at: str
    action: str | None = None

    def __call__(self, connection: sa.Connection) -> Receipt:
        """Add it. Raises KeyReused or Erased before anything is written."""
        (outcome,) = add_all(connection, [self])
        if isinstance(outcome, UserFacingError):
            raise outcome
        return outcome


def prepare(new: Append, *, by: str, at: str, action: str | None = None) -> Adding:
    """The row in canonical form. Raises NotCanonical, NoSuchTable."""
    if new.table not in TABLES:
        raise NoSuchTable(f"There is no such table. The tables are: {', '.join(TABLES)}, changes.")
    key = None if new.key is None else plain_key(new.key)
    return Adding(new.table, canon.row(TABLES[new.table], new.values), new.id, key, canon.text(by) or "", at, action)


def plain_key(key: str) -> str:
    """The key as the book keeps it: as it came, or hashed when it is long or not plain ASCII."""
    if len(key) <= _LONGEST_KEY and key.isascii() and key.isprintable():
        return key
    return f"hash-{hashlib.blake2b(key.encode('utf-8', 'surrogatepass'), digest_size=20).hexdigest()}"


def key_hash(secret: bytes, key: str) -> str:
    """The keyed hash by which an erasure recognises a submission's key; it takes the secret to compute."""
    return hmac.new(secret, plain_key(key).encode(), "sha256").hexdigest()[:40]


def content(values: Mapping[str, Value]) -> str:
    """A hash of what a submission says, which tells a repeat from a different submission under the same key."""
    told = json.dumps({k: v for k, v in sorted(values.items()) if v is not None}, ensure_ascii=False)
    return hashlib.blake2b(told.encode(), digest_size=16).hexdigest()


def told_hash(table: str, values: Mapping[str, Value]) -> str:
    """A hash of the told columns only: what we decide about a repeat, such as its flags, may differ."""
    return content({c.name: values[c.name] for c in TABLES[table].columns if c.origin == "told"})


def add_all(connection: sa.Connection, new: Sequence[Adding]) -> list[Receipt | UserFacingError]:
    """The receipt or refusal of each row, in order. Rows are written, or found where their key or id exists already.

    A row is refused with KeyReused when its key or id came before with other content, with Erased when what it says was
    erased. Nothing of a refused row is written.
    """
    known = _Known(connection, new)
    submissions: list[dict[str, Any]] = []
    rows: dict[str, list[dict[str, Any]]] = {}
    outcomes: list[Receipt | UserFacingError] = []
    for each in new:
        outcome = known.outcome(each)
        if outcome is None:
            record_id = each.id or mint(TABLES[each.table].letter)
            outcome = Receipt(record_id, new=True)
            values = dict(each.values)
            rows.setdefault(each.table, []).append(
                values | {"id": record_id, "at": each.at, "by": each.by, "action": each.action}
            )
            if each.key is not None:
                submissions.append(known.remember_key(each, record_id))
            if each.id is not None:
                known.remember_id(each)
        outcomes.append(outcome)
    if submissions:
        connection.execute(SUBMISSIONS.insert(), submissions)
    for table, received in rows.items():
        connection.execute(RECEIVED[table].insert(), received)
        now = [{**r, ColumnName.CHANGED_AT: r[ColumnName.AT], ColumnName.VOID: None} for r in received]
        for r in now:
            del r[ColumnName.ACTION]
        connection.execute(NOW[table].insert(), now)
    return outcomes


def add_row(connection: sa.Connection, new: Append, *, by: str, at: str) -> Receipt:
    """The receipt of one row within a larger transaction, written or found. Raises KeyReused, Erased, NotCanonical."""
    (outcome,) = add_all(connection, [prepare(new, by=by, at=at)])
    if isinstance(outcome, UserFacingError):
        raise outcome
    return outcome


class _Known:
    """Which keys and ids of some new rows the book already holds."""

    def __init__(self, connection: sa.Connection, new: Sequence[Adding]) -> None:
        ids: dict[str, list[str]] = {}
        for each in new:
            if each.id is not None:
                ids.setdefault(each.table, []).append(each.id)
        self._rows = {
            (table, row.id): {c.name: getattr(row, c.name) for c in TABLES[table].columns}
            for table, named in ids.items()
            for row in by_ids(connection, RECEIVED[table], named)
        }
        keys = [each.key for each in new if each.key is not None]
        there = by_ids(connection, SUBMISSIONS, keys, SUBMISSIONS.c.key)
        self._keys = {s.key: (s.table, s.hash, s.record_id) for s in there}
        self._erased_ids: set[tuple[str, str]] = set()
        self._erased_keys: set[str] = set()
        secret = connection.get_execution_options().get("erasure_key")
        if any(ids.values()):
            named = [i for each_ids in ids.values() for i in each_ids]
            erased = by_ids(connection, ERASURES, named, ERASURES.c.record_id)
            self._erased_ids = {(e.table_name, e.record_id) for e in erased}
        if secret is not None and keys:
            hashes = {key_hash(secret, key): key for key in keys}
            erased = by_ids(connection, ERASURES, list(hashes), ERASURES.c.key_hash)
            self._erased_keys = {hashes[str(e.key_hash)] for e in erased}

    def outcome(self, each: Adding) -> Receipt | UserFacingError | None:
        """The receipt or refusal of a row that is not to be written; None when it is new."""
        named = each.table not in STAYS and (each.table, each.id) in self._erased_ids
        if named or each.key in self._erased_keys:
            return Erased("What this record said has been erased, so it is not taken in again.")
        if each.id is not None and (there := self._rows.get((each.table, each.id))) is not None:
            if content(there) != content(each.values):
                return KeyReused("There is another record with this id.")
            return Receipt(each.id, new=False)
        if each.key is not None and (before := self._keys.get(each.key)) is not None:
            *content_before, record_id = before
            if content_before != [each.table, told_hash(each.table, each.values)]:
                return KeyReused("This was sent before with other answers.")
            return Receipt(record_id, new=False)
        return None

    def remember_key(self, each: Adding, record_id: str) -> dict[str, Any]:
        """Note the key of a row that will be written, and return what to write of it."""
        told = told_hash(each.table, each.values)
        self._keys[str(each.key)] = (each.table, told, record_id)
        return {"key": each.key, "table": each.table, "record_id": record_id, "hash": told}

    def remember_id(self, each: Adding) -> None:
        """Note the id of a row that will be written."""
        self._rows[each.table, str(each.id)] = dict(each.values)
