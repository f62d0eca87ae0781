"""Erasing: the only deletion there is. Ids and keyed hashes stay, so that nothing erased is taken in again.

A record is deleted from both copies. Its changes still say who decided when about which field, but their values and
reasons are blanked. Other people's records forget its id. An organisation keeps what is printed about it and loses its
contact person. For a person who is only named in somebody else's record, see `community.book.blankings`.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import sqlalchemy as sa

from community.book import answer_keys
from community.book.blankings import Blanking, blanking, empty
from community.book.id_lists import among
from community.book.open_matters import check_nothing_holds
from community.book.parted_records import forget_partings
from community.book.read_log import forget_reads_of
from community.book.record_set import EXTRA, VOID
from community.book.record_types import Record
from community.book.references import forget
from community.book.rows import STAYS, Adding, add_all, key_hash
from community.book.schema import CHANGES, ERASURES, NOW, RECEIVED, SUBMISSIONS
from community.book.sql_table import by_ids
from community.tables import TABLES
from community.tables import canonical as canon


class Erasure(NamedTuple):
    """What is remembered of an erased record."""

    table: str
    id: str
    key_hash: str | None = None


def erase(connection: sa.Connection, records: Sequence[Record], *, by: str, at: str, secret: bytes) -> list[Erasure]:
    """What the book remembers of these records, after erasing them.

    For an answer to Google's form it keeps a second erasure, whose id follows from the words alone: the answer is
    still in Google's tab, where somebody may type over its time stamp.
    """
    check_nothing_holds(connection, records)
    of_these = set(records)
    keys = {
        record: s.key
        for s in by_ids(connection, SUBMISSIONS, [r.id for r in records], SUBMISSIONS.c.record_id)
        if (record := Record(s.table, s.record_id)) in of_these
    }
    erasures = [Erasure(r.table, r.id, key_hash(secret, keys[r]) if r in keys else None) for r in records]
    for record, key in keys.items():
        if (told := answer_keys.read_answer_key(key)) is not None:
            letter = TABLES[record.table].letter
            erasures.append(Erasure(record.table, answer_keys.words_id(letter, told.form, told.digest)))
    remember(connection, erasures, by=by, at=at)
    remove(connection, erasures)
    return erasures


def erase_fields(
    connection: sa.Connection, record: Record, fields: Sequence[str], *, by: str, at: str
) -> list[Erasure]:
    """What the book remembers after emptying these fields of a record that stays."""
    check_nothing_holds(connection, [record])
    each = blanking(connection, record, fields, at)
    erasures = [Erasure(record.table, each.id)]
    remember(connection, erasures, by=by, at=at)
    remove(connection, erasures)
    return erasures


def erased(connection: sa.Connection) -> list[Erasure]:
    """Every erasure that the book remembers."""
    columns = ERASURES.c
    query = sa.select(columns.table_name, columns.record_id, columns.key_hash)
    return [Erasure(*row) for row in connection.execute(query)]


def remember(connection: sa.Connection, erasures: Iterable[Erasure], *, by: str, at: str) -> None:
    """Write the erasures down."""
    table = TABLES["erasures"]
    rows = [canon.row(table, {"table_name": e.table, "record_id": e.id, "key_hash": e.key_hash}) for e in erasures]
    add_all(connection, [Adding("erasures", values, None, None, by, at) for values in rows])


def remove(connection: sa.Connection, erasures: Iterable[Erasure]) -> int:
    """How many of the records were there. They are deleted, with everything that was decided about them."""
    ids: dict[str, list[str]] = {}
    there = 0
    for e in erasures:
        if (part := Blanking.read(e.table, e.id)) is not None:
            there += empty(connection, part)
        elif e.table in TABLES:
            ids.setdefault(e.table, []).append(e.id)
    for table, each in ids.items():
        for start in range(0, len(each), 500):
            forget_partings(connection, table, each[start : start + 500])
            there += _remove(connection, table, each[start : start + 500])
    return there


def blank(
    connection: sa.Connection, table: str, ids: Sequence[str], columns: Sequence[str], *, keep_keys: bool = False
) -> None:
    """Empty these columns of the records, in both copies and in what was decided.

    The keys of the forms go too, so that nothing recognises them; with `keep_keys` they stay, so that a form that is
    sent a second time brings nothing back.
    """
    for source in (RECEIVED[table], NOW[table]):
        connection.execute(source.update().where(among(source.c.id, ids)).values(dict.fromkeys(columns)))
    fields: list[sa.ColumnElement[bool]] = [CHANGES.c.field.in_(columns)]
    if EXTRA in columns:
        fields.append(CHANGES.c.field.startswith("extra.", autoescape=True))
    _blank_changes(connection, table, ids, sa.or_(*fields))
    if not keep_keys:
        _forget_keys(connection, table, ids)


def _blank_changes(connection: sa.Connection, table: str, ids: Sequence[str], fields: sa.ColumnElement[bool]) -> None:
    of_these = (CHANGES.c.table == table) & among(CHANGES.c.record_id, ids)
    connection.execute(CHANGES.update().where(of_these & fields).values(was=None, now=None))
    # A reason is written with each change of its action, so it goes from the action's other changes as well.
    actions = sa.select(CHANGES.c.action).where(of_these, CHANGES.c.reason.is_not(None))
    connection.execute(CHANGES.update().where(CHANGES.c.action.in_(actions)).values(reason=None))


def _forget_keys(connection: sa.Connection, table: str, ids: Sequence[str]) -> None:
    connection.execute(SUBMISSIONS.delete().where(SUBMISSIONS.c.table == table, among(SUBMISSIONS.c.record_id, ids)))


def _remove(connection: sa.Connection, table: str, ids: Sequence[str]) -> int:
    if table in STAYS:
        personal = [c.name for c in TABLES[table].columns if c.personal != "no"]
        blank(connection, table, ids, personal)
        query = sa.select(sa.func.count()).select_from(NOW[table]).where(among(NOW[table].c.id, ids))
        return int(connection.execute(query).scalar_one())
    _blank_changes(connection, table, ids, CHANGES.c.field != VOID)
    _forget_keys(connection, table, ids)
    connection.execute(NOW[table].delete().where(among(NOW[table].c.id, ids)))
    gone = connection.execute(RECEIVED[table].delete().where(among(RECEIVED[table].c.id, ids))).rowcount
    forget(connection, table, ids)
    forget_reads_of(connection, ids)
    return gone
