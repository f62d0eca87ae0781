"""Everything the book holds about one person, for them or before it is erased."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypedDict

import sqlalchemy as sa

from community.book.parted_records import own_values, partings
from community.book.record_types import NoSuchRecord, Record
from community.book.references import belonging, merged_into
from community.book.schema import CHANGES, NOW, RECEIVED, ChangeLine, RecordLine
from community.book.sql_table import SqlLine, SqlTable, by_ids
from community.errors import UserFacingError
from community.tables import TABLES, table_of
from community.tables.ids import check
from community.tables.row_types import ColumnName, HelpRequestRow

PEOPLE = tuple(table.name for table in TABLES.values() if table.people)
"""The tables whose ids stand for a person. Of an organisation it is the contact person."""
_OTHER_LETTERS = ", ".join(TABLES[t].letter for t in PEOPLE if t not in ("volunteers", "residents", "help_requests"))


class HeldRecord(TypedDict):
    """A record as it is now and as it was received, without what is empty."""

    table: str
    now: dict[str, Any]
    received: dict[str, Any]


class PersonData(TypedDict):
    """What the book holds about a person."""

    person: str
    records: list[HeldRecord]
    may_be_the_same_person: list[HeldRecord]
    changes: list[dict[str, Any]]


class NotAPerson(UserFacingError):
    """The id is not that of a person."""


def find(connection: sa.Connection, typed: str) -> Record:
    """The person meant by an id, however it was typed; a request whose resident is known leads to the resident.

    Raises NotAPerson, or NoSuchRecord for an id that is not in the book.
    """
    id_ = check(typed) or ""
    table = table_of(id_)
    if table not in PEOPLE:
        raise NotAPerson(
            "That is not the id of a person. A volunteer's begins with V, a resident's with P, a request's with R; "
            f"other records in which a person stands by name begin with {_OTHER_LETTERS}."
        )
    found = connection.execute(sa.select(NOW[table]).where(NOW[table].c.id == id_)).mappings().one_or_none()
    if found is None:
        raise NoSuchRecord("There is nobody with this id in the book.")
    if (whole := merged_into(connection, table, id_)) is not None:
        return Record(table, whole)
    resident = HelpRequestRow.of(dict(found)).resident_id if table == HelpRequestRow.TABLE else None
    return Record("residents", resident) if resident else Record(table, id_)


def everything(connection: sa.Connection, person: Record, maybe: Iterable[Record] = ()) -> PersonData:
    """What the book holds about the person: each record as it is now and as it was received, and the decisions.

    Fields without a value are left out. `maybe` are records that may be about the same person.
    """
    found = belonging(connection, person)
    theirs = set(found)
    return {
        "person": person.id,
        "records": _records(connection, found),
        "may_be_the_same_person": _records(connection, [r for r in dict.fromkeys(maybe) if r not in theirs]),
        "changes": _own_changes(connection, found),
    }


def _own_changes(connection: sa.Connection, found: Sequence[Record]) -> list[dict[str, Any]]:
    """What was decided, without what stood there of somebody else while the two were taken for one."""
    joins: dict[str, bool] = {}
    for table, ids in _by_table(found).items():
        joins |= partings(connection, table, ids)
    told = (change._asdict() | own_values(change, joins) for change in _changes(connection, found))
    return [{name: value for name, value in each.items() if value is not None} for each in told]


def part_of(connection: sa.Connection, record: Record, columns: Sequence[str]) -> PersonData:
    """What one record says of a guardian or referrer, who fills only these columns. Shaped as `everything`."""
    kept = {ColumnName.ID, ColumnName.AT, *columns}
    (whole,) = _records(connection, [record])
    now, received = ({n: v for n, v in each.items() if n in kept} for each in (whole["now"], whole["received"]))
    return {
        "person": record.id,
        "records": [{"table": record.table, "now": now, "received": received}],
        "may_be_the_same_person": [],
        "changes": [_filled(change) for change in _changes(connection, [record]) if change.field in kept],
    }


def _records(connection: sa.Connection, records: Sequence[Record]) -> list[HeldRecord]:
    now, received = (_rows(connection, copies, records) for copies in (NOW, RECEIVED))
    return [{"table": each.table, "now": now[each], "received": received[each]} for each in records]


def _rows(
    connection: sa.Connection, copies: "Mapping[str, SqlTable[RecordLine]]", records: Sequence[Record]
) -> dict[Record, dict[str, Any]]:
    return {
        Record(table, row.id): _filled(row)
        for table, ids in _by_table(records).items()
        for row in by_ids(connection, copies[table], ids)
    }


def _filled(line: SqlLine) -> dict[str, Any]:
    return {name: value for name, value in line._asdict().items() if value is not None}


def _changes(connection: sa.Connection, records: Sequence[Record]) -> list[ChangeLine]:
    place = {record: number for number, record in enumerate(records)}
    found = [
        change
        for ids in _by_table(records).values()
        for change in by_ids(connection, CHANGES, ids, CHANGES.c.record_id)
        if Record(change.table, change.record_id) in place
    ]
    return sorted(found, key=lambda c: (place[Record(c.table, c.record_id)], c.at, c.id))


def _by_table(records: Iterable[Record]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for record in records:
        found.setdefault(record.table, []).append(record.id)
    return found
