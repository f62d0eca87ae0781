"""A corrected number or email address: that nothing reached its person there is over."""

from collections.abc import Mapping
from typing import Any

from community.book import Arrival
from community.tables import TABLES
from community.tables.canonical import codes, split
from community.tables.row_types import ColumnName
from community.tables.vocabulary import REACHED_AT
from sheets_sync.correction_identity import following

UNREACHED = ColumnName.UNREACHED


def reached_again(change: Arrival, row: Mapping[str, Any]) -> list[Arrival]:
    """What else changes with this number or address, in the same action; `row` is the record before it."""
    way = REACHED_AT.get(change.field)
    held = row[UNREACHED] if UNREACHED in TABLES[change.table].by_name else None
    if way is None or way not in split(held):
        return []
    left = codes(set(split(held)) - {way})
    return [following(change, change.table, change.record_id, UNREACHED, held, left)]
