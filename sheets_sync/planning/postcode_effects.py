"""A corrected postcode: hub, point and sector follow it, and so do a resident's open needs."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from community.book import Arrival
from community.book.record_set import VOID
from community.places import FLAGS
from community.tables import TABLES
from community.tables.canonical import Value, as_text, codes, split
from community.tables.ids import derive_long
from community.tables.statuses import NeedStatus
from sheets_sync.planning.record_values import stand
from sheets_sync.planning.sync_plan import Work

_FOLLOW = ("hub", "easting", "northing", "sector")


def follow(work: Work, change: Arrival, row: Mapping[str, Any]) -> list[Arrival]:
    """What else changes with this postcode, in the same action; `row` is the record before it.

    The flags about the old postcode go, those about the new one come.
    """
    place = work.places.find(change.now)
    values: dict[str, Value] = {name: getattr(place, name) for name in _FOLLOW}
    flags = [flag for flag in split(row.get("flags")) if flag not in FLAGS]
    own = values | {"flags": codes([*flags, *place.flags])}
    found = _differing(change, change.table, change.record_id, row, own)
    if change.table == "residents":
        for need in _open_needs(work, change.record_id):
            found += _differing(change, "needs", str(need["id"]), need, values)
    return found


def _open_needs(work: Work, resident: str) -> list[dict[str, Any]]:
    needs = []
    for row in work.known.rows["needs"].values():
        if row.values.get("resident_id") == resident:
            need, _ = stand("needs", row, work.known.of_record.get(("needs", row.id), ()))
            if need["status"] == NeedStatus.OPEN and not need[VOID]:
                needs.append(need)
    return needs


def _differing(
    change: Arrival, table: str, record: str, row: Mapping[str, Any], values: Mapping[str, Value]
) -> list[Arrival]:
    return [
        replace(
            change,
            id=f"Z-{derive_long(change.id, table, record, name)}",
            table=table,
            record_id=record,
            field=name,
            was=as_text(row[name]),
            now=as_text(value),
        )
        for name, value in values.items()
        if name in TABLES[table].by_name and row[name] != value
    ]
