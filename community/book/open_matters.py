"""What is still open about somebody, an accident or a complaint: until it is closed, nothing about them is erased."""

from collections.abc import Iterable, Iterator

import sqlalchemy as sa

from community.book.concern_register import SpeakToTheLead, held_by_concern
from community.book.record_types import Record
from community.book.references import belonging
from community.book.schema import NOW
from community.errors import UserFacingError
from community.tables import TABLES, table_of
from community.tables.message_codes import ComplaintKind
from community.tables.row_types import AccidentRow, ColumnName, ComplaintRow
from community.tables.statuses import AccidentStatus, ComplaintStatus


class StillOpen(UserFacingError):
    """An accident or a complaint about them is not closed."""

    def __init__(self) -> None:
        """Say what to do."""
        super().__init__("Nothing was changed. An accident or a complaint about them is still open: close it first.")


def held_by_open_matters(connection: sa.Connection) -> frozenset[Record]:
    """Every record that an open accident or complaint is about, with whoever it names and all that belongs to them.

    A request about somebody's own data holds nothing: it may be the wish to be erased.
    """
    accidents, complaints = NOW[AccidentRow.TABLE].columns, NOW[ComplaintRow.TABLE].columns
    hurt, about = accidents[ColumnName.HURT_ID], complaints[ColumnName.ABOUT]
    status, void = ColumnName.STATUS, ColumnName.VOID
    open_accident = (accidents[status] != AccidentStatus.CLOSED) & accidents[void].is_(None)
    complaint = complaints[ColumnName.KIND] == ComplaintKind.COMPLAINT
    open_complaint = complaint & (complaints[status] != ComplaintStatus.CLOSED) & complaints[void].is_(None)
    queries = (
        sa.select(hurt).where(open_accident, hurt.is_not(None)),
        sa.select(about).where(open_complaint, about.is_not(None)),
    )
    named = {one for query in queries for one in connection.execute(query).scalars()}
    people = {person for one in named for person in _up(connection, one)}
    return frozenset(each for person in people for each in belonging(connection, person))


def _up(connection: sa.Connection, one: str) -> Iterator[Record]:
    """The record and those it belongs to: of a match its need, the resident and the volunteer."""
    table = table_of(one)
    if table is None:
        return
    yield Record(table, one)
    row = connection.execute(sa.select(NOW[table]).where(NOW[table].c.id == one)).mappings().one_or_none()
    for column in TABLES[table].belongs_to if row is not None else ():
        if row is not None and row[column.name] is not None:
            yield from _up(connection, row[column.name])


def held(connection: sa.Connection) -> frozenset[Record]:
    """Every record of which nothing is erased or removed now, whatever holds it."""
    return held_by_concern(connection) | held_by_open_matters(connection)


def check_nothing_holds(connection: sa.Connection, records: Iterable[Record]) -> None:
    """Raises SpeakToTheLead, or StillOpen, where something still open is about one of these records."""
    these = set(records)
    if held_by_concern(connection) & these:
        raise SpeakToTheLead
    if held_by_open_matters(connection) & these:
        raise StillOpen
