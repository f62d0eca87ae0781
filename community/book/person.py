"""Everything the book holds about one person, for them or before it is erased."""

from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa

from community.book.mentions import belonging
from community.book.schema import CHANGES, NOW, RECEIVED
from community.book.words import NoSuchRecord, Record
from community.errors import UserFacingError
from community.tables import TABLES
from community.tables.ids import check

PEOPLE = ("volunteers", "residents", "help_requests", "organisations")
"""The tables whose ids stand for a person. Of an organisation it is the contact person."""


class NotAPerson(UserFacingError):
    """The id is not that of a person."""


def find(connection: sa.Connection, typed: str) -> Record:
    """The person meant by an id, however it was typed; a request whose resident is known leads to the resident.

    Raises NotAPerson, or NoSuchRecord for an id that is not in the book.
    """
    letters = {TABLES[name].letter: name for name in PEOPLE}
    id_ = check(typed) or ""
    if id_[:1] not in letters:
        raise NotAPerson(
            "That is not the id of a person. A volunteer's begins with V, a resident's with P, a request's with R, "
            "an organisation's (for its contact person) with O."
        )
    table = letters[id_[0]]
    row = connection.execute(sa.select(NOW[table]).where(NOW[table].c.id == id_)).mappings().one_or_none()
    if row is None:
        raise NoSuchRecord("There is nobody with this id in the book.")
    resident = row["resident_id"] if table == "help_requests" else None
    return Record("residents", resident) if resident else Record(table, id_)


def everything(connection: sa.Connection, person: Record, maybe: Iterable[Record] = ()) -> dict[str, Any]:
    """What the book holds about the person: each record as it is now and as it was received, and what was decided.

    {"person": id, "records": [{"table", "now", "received"}], "may_be_the_same_person": [as records], "changes": [...]};
    fields without a value are left out. `maybe` are records of which nobody has said whose they are.
    """
    found = belonging(connection, person)
    return {
        "person": person.id,
        "records": [_record(connection, r) for r in found],
        "may_be_the_same_person": [_record(connection, r) for r in maybe if r not in found],
        "changes": [c for r in found for c in _changes(connection, r)],
    }


def _record(connection: sa.Connection, record: Record) -> dict[str, Any]:
    now, received = (_row(connection, copies[record.table], record) for copies in (NOW, RECEIVED))
    return {"table": record.table, "now": now, "received": received}


def _row(connection: sa.Connection, source: sa.Table, record: Record) -> dict[str, Any]:
    row = connection.execute(sa.select(source).where(source.c.id == record.id)).mappings().one()
    return {name: value for name, value in row.items() if value is not None}


def _changes(connection: sa.Connection, record: Record) -> list[dict[str, Any]]:
    query = sa.select(CHANGES).where(CHANGES.c.record_id == record.id, CHANGES.c.table == record.table)
    rows = connection.execute(query.order_by(CHANGES.c.at, CHANGES.c.id)).mappings()
    return [{name: value for name, value in row.items() if value is not None} for row in rows]
