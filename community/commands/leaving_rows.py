"""The rows of a table as they may leave the book: without concerns, and without what would tell a protected address."""

from collections.abc import Iterable, Mapping
from typing import Any

from community.book import CHANGES, ChangeRow, Reader, merged_from
from community.casework import protected_addresses
from community.tables import TABLES

KEPT_APART = "concerns"
SHOWN = tuple(name for name in TABLES if name != KEPT_APART)
"""Safeguarding concerns are in no list: they are opened on their own page, and each opening is written down."""
_MARKS = ("at", "by", "changed_at")
_VALUES = (ChangeRow.was.name, ChangeRow.now.name)
_SAID = (*_VALUES, ChangeRow.reason.name)


def leaving_rows(reader: Reader, table: str) -> list[dict[str, Any]]:
    """The current rows of the table, or all changes, with what would tell a protected address empty."""
    return _without_protected(reader, table, [dict(row) for row in _rows(reader, table)])


def leaving_columns(table: str, *, personal: bool) -> list[str]:
    """The columns of the table, with what is about a person only if that is asked for."""
    if table == "changes":
        return [c.name for c in CHANGES.columns if personal or c.name not in _SAID]
    return ["id", *(c.name for c in TABLES[table].columns if personal or c.personal == "no"), *_MARKS]


def _rows(reader: Reader, table: str) -> Iterable[Mapping[str, Any]]:
    if table == "changes":
        return reader.changes(where=lambda c: [c.table != KEPT_APART])
    return reader.rows(table)


def _without_protected(reader: Reader, table: str, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    tell = {each: home for each in TABLES if (home := protected_addresses.home_columns(each))}
    protected = {each: _protected(reader, each) for each in tell}
    for row in rows:
        change = ChangeRow(table, row)
        if table != "changes" and change.id in protected.get(table, ()):
            row.update(dict.fromkeys(tell[table]))
        elif table == "changes" and change.record_id in protected.get(change.record_table, ()):
            row.update(dict.fromkeys(_VALUES if change.field in tell[change.record_table] else ()))
    return rows


def _protected(reader: Reader, table: str) -> frozenset[str]:
    """Also what was decided about a record before it was joined to one whose address is protected now."""
    found = protected_addresses.protected_records(reader, table)
    return found.union(*(merged_from(reader.connection, table, one) for one in found))
