"""Whose address is protected, and which columns would tell it. Only the safeguarding lead is shown them."""

from collections.abc import Collection
from functools import cache

from community.book import Reader, Row, among
from community.tables import TABLES
from community.tables.row_types import ColumnName, HelpRequestRow, ResidentRow, VolunteerRow
from community.tables.vocabulary import YesNo

_PEOPLE = frozenset({ResidentRow.TABLE, VolunteerRow.TABLE})
_HOME = frozenset({"address", "postcode", "easting", "northing", "away_at", "staff"})
"""What leads to a door, or to the ward or home where they are. The sector stays: an offer names it, and the matching
shows it."""


@cache
def home_columns(table: str) -> frozenset[str]:
    """The columns of this table that tell where a resident or a volunteer lives; none where it is about neither."""
    return _HOME & TABLES[table].by_name.keys() if table in _PEOPLE or _whose(table) else frozenset()


def protected_records(reader: Reader, table: str) -> frozenset[str]:
    """The ids of all records of this table that would tell a protected address: the people's own, and those about them.

    A request counts once it is joined to its resident, and so does one that was closed as another's duplicate.
    """
    if table in _PEOPLE:
        found = reader.rows(table, lambda c: [c.protected_address == YesNo.YES], order=None, columns=lambda c: (c.id,))
        return frozenset(row.id for row in found)
    ids: set[str] = set()
    for column, people in _whose(table):
        if protected := protected_records(reader, people):
            ids |= _naming(reader, table, column, protected)
    if ids and table == HelpRequestRow.TABLE:
        ids |= _naming(reader, table, "duplicate_of", ids)
    return frozenset(ids)


def protected_among(reader: Reader, table: str, rows: Collection[Row]) -> frozenset[str]:
    """The ids of those of these rows that would tell a protected address: as `protected_records` says, for a few."""
    if table in _PEOPLE:
        return frozenset(row.id for row in rows if row[ColumnName.PROTECTED_ADDRESS] == YesNo.YES)
    naming = {row.id: {row[column] for column, _ in _whose(table) if row[column]} for row in rows}
    if table == HelpRequestRow.TABLE:
        first = {row.id: row[ColumnName.DUPLICATE_OF] for row in rows if row[ColumnName.DUPLICATE_OF]}
        asked = {row.id: row.resident_id for row in _those(reader, first.values())}
        for one, repeated in first.items():
            naming[one].add(asked.get(repeated))
    people = {one for each in naming.values() for one in each if one}
    protected: set[str] = set()
    for kind in _PEOPLE if people else ():
        found: list[Row] = reader.rows(
            kind,
            lambda c: [among(c.id, people), c.protected_address == YesNo.YES],
            order=None,
            columns=lambda c: (c.id,),
        )
        protected |= {row.id for row in found}
    return frozenset(one for one, each in naming.items() if each & protected)


def _those(reader: Reader, ids: Collection[str]) -> list[HelpRequestRow]:
    return reader.rows(HelpRequestRow, lambda c: [among(c.id, ids)], order=None) if ids else []


def _naming(reader: Reader, table: str, column: str, ids: Collection[str]) -> set[str]:
    rows: list[Row] = reader.rows(table, lambda c: [among(c[column], ids)], order=None, columns=lambda c: (c.id,))
    return {row.id for row in rows}


@cache
def _whose(table: str) -> tuple[tuple[str, str], ...]:
    """The columns that say which resident or volunteer a row of this table is of, each with that person's table.

    Who is only mentioned lives elsewhere: a household on a volunteer's round is not the volunteer's home.
    """
    return tuple((c.name, c.refers_to) for c in TABLES[table].belongs_to if c.refers_to in _PEOPLE)
