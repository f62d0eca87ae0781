"""Which records an open safeguarding concern names, and who opened which concern. Its words are not known here.

The book knows only that these records are kept apart: nothing of them is erased or removed, and anyone who
arranges help speaks to the safeguarding lead first.
"""

from collections.abc import Iterable, Sequence

import sqlalchemy as sa

from community.book.id_lists import among
from community.book.record_types import Record
from community.book.references import belonging
from community.book.schema import CONCERN_READS, KEPT_APART, ConcernReadLine
from community.book.sql_table import lines
from community.errors import UserFacingError
from community.tables.ids import mint_long


class SpeakToTheLead(UserFacingError):
    """Something is not done now. The reason is for the safeguarding lead to give."""

    def __init__(self) -> None:
        """Say whom to speak to, and nothing else."""
        super().__init__("Nothing was changed. Speak to the safeguarding lead first.")


def keep_apart(connection: sa.Connection, concern_id: str, records: Iterable[Record]) -> None:
    """Note that the concern names these records; those that it names already stay as they are."""
    there = set(named_by_concern(connection, concern_id))
    new = [record for record in dict.fromkeys(records) if record not in there]
    if new:
        connection.execute(
            KEPT_APART.insert(), [{"concern_id": concern_id, "table": r.table, "record_id": r.id} for r in new]
        )


def let_go(connection: sa.Connection, concern_id: str) -> None:
    """Forget whom the concern names: it is closed."""
    connection.execute(KEPT_APART.delete().where(KEPT_APART.c.concern_id == concern_id))


def named_by_concern(connection: sa.Connection, concern_id: str) -> list[Record]:
    """The records that this concern names."""
    query = sa.select(KEPT_APART.c.table, KEPT_APART.c.record_id).where(KEPT_APART.c.concern_id == concern_id)
    return [Record(*row) for row in connection.execute(query)]


def apart(connection: sa.Connection) -> frozenset[Record]:
    """Every record that an open concern names."""
    query = sa.select(KEPT_APART.c.table, KEPT_APART.c.record_id)
    return frozenset(Record(*row) for row in connection.execute(query))


def held_by_concern(connection: sa.Connection) -> frozenset[Record]:
    """Every record that no one may erase or remove: those that open concerns name, and those that belong to them."""
    return frozenset(each for record in apart(connection) for each in belonging(connection, record))


def note_read(connection: sa.Connection, concern_id: str, *, by: str, at: str) -> None:
    """Write down that somebody opened the concern."""
    connection.execute(CONCERN_READS.insert().values(id=mint_long(), concern_id=concern_id, at=at, by=by))


def reads_of(connection: sa.Connection, concern_ids: Sequence[str]) -> Sequence[ConcernReadLine]:
    """Who opened these concerns and when, the latest first."""
    query = sa.select(CONCERN_READS).where(among(CONCERN_READS.c.concern_id, concern_ids))
    latest = query.order_by(CONCERN_READS.c.at.desc(), CONCERN_READS.c.id)
    return lines(connection, latest, CONCERN_READS)


def forget_reads(connection: sa.Connection, concern_ids: Sequence[str]) -> None:
    """Remove the note of who opened these concerns, once the concerns themselves are removed."""
    connection.execute(CONCERN_READS.delete().where(among(CONCERN_READS.c.concern_id, concern_ids)))
