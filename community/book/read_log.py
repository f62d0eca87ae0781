"""The log of reads: to whom what was shown of which record, and when. A working table: it makes no page read anew."""

from collections.abc import Sequence

import sqlalchemy as sa

from community.book.id_lists import among
from community.book.schema import READS, ReadLine
from community.book.sql_table import lines
from community.tables.ids import mint_long
from community.tables.message_codes import ReadKind


def note_read_of(connection: sa.Connection, record_id: str, what: ReadKind, *, at: str, by: str) -> None:
    """Write down that this was shown of the record, or that somebody tried in vain. `by` is the id of who saw it."""
    connection.execute(READS.insert().values(id=mint_long(), record_id=record_id, what=what, at=at, by=by))


def count_reads(connection: sa.Connection, record_id: str, what: ReadKind, since: str) -> int:
    """How often that happened since this time."""
    this = (READS.c.record_id == record_id) & (READS.c.what == what) & (READS.c.at > since)
    return int(connection.execute(sa.select(sa.func.count()).select_from(READS).where(this)).scalar_one())


def reads_of_records(connection: sa.Connection, record_ids: Sequence[str]) -> Sequence[ReadLine]:
    """What was shown of these records, to whom and when, the latest first."""
    found = sa.select(READS).where(among(READS.c.record_id, record_ids)).order_by(READS.c.at.desc(), READS.c.id)
    return lines(connection, found, READS)


def forget_reads_of(connection: sa.Connection, record_ids: Sequence[str]) -> None:
    """Remove what was written down of these records, and by these people, once they are erased."""
    connection.execute(READS.delete().where(among(READS.c.record_id, record_ids) | among(READS.c.by, record_ids)))
