"""What follows from a correction: hub, point and sector from a postcode; from a number, that somebody is reached."""

from collections.abc import Mapping
from typing import Any

from community.book import VOID, Arrival
from community.places import what_follows
from community.tables import TABLES
from community.tables.canonical import Value, as_text, codes, split
from community.tables.row_types import ColumnName, NeedRow
from community.tables.statuses import NeedStatus
from community.tables.vocabulary import REACHED_AT
from sheets_sync.correction_identity import following
from sheets_sync.planning.record_values import stand
from sheets_sync.planning.sync_plan import Work


def follow(work: Work, change: Arrival, row: Mapping[str, Any]) -> list[Arrival]:
    """What else changes with this postcode, in the same action; `row` is the record before it.

    The flags about the old postcode go, those about the new one come.
    """
    place = work.places.find(change.now)
    own = what_follows(change.table, place, split(row.get(ColumnName.FLAGS)))
    found = _differing(change, change.table, change.record_id, row, own)
    if change.table == "residents":
        for need in _open_needs(work, change.record_id):
            found += _differing(change, "needs", need.id, need, what_follows("needs", place, ()))
    return found


def _open_needs(work: Work, resident: str) -> list[NeedRow]:
    needs = []
    for row in work.known.rows["needs"].values():
        if row.values.get(ColumnName.RESIDENT_ID) == resident:
            now, _ = stand("needs", row, work.known.of_record.get(("needs", row.id), ()))
            need = NeedRow.of(now)
            if need.status == NeedStatus.OPEN and not need[VOID]:
                needs.append(need)
    return needs


def _differing(
    change: Arrival, table: str, record: str, row: Mapping[str, Any], values: Mapping[str, Value]
) -> list[Arrival]:
    return [
        following(change, table, record, name, as_text(row[name]), as_text(value))
        for name, value in values.items()
        if row[name] != value
    ]


UNREACHED = ColumnName.UNREACHED


def reached_again(change: Arrival, row: Mapping[str, Any]) -> list[Arrival]:
    """What else changes with this number or address, in the same action; `row` is the record before it."""
    way = REACHED_AT.get(change.field)
    held = row[UNREACHED] if UNREACHED in TABLES[change.table].by_name else None
    if way is None or way not in split(held):
        return []
    left = codes(set(split(held)) - {way})
    return [following(change, change.table, change.record_id, UNREACHED, held, left)]
