"""Which tables say to which hub a row belongs, which do through what they are about, and conditions to read by that."""

from collections.abc import Collection
from typing import Any

from community.book import Where, among
from community.tables import TABLES
from community.tables.column import ANY_TABLE

PEOPLE = frozenset({"volunteers", "residents"})
"""A person who lives in one hub's area may ask another hub, or help there: each of these hubs sees them."""
OF_HUB = frozenset(t.name for t in TABLES.values() if "hub" in t.by_name) - PEOPLE
WITH_HUB = OF_HUB | PEOPLE
OF_NO_HUB = frozenset(t.name for t in TABLES.values() if t.every_hub)
"""What belongs to no hub is seen from each."""


def is_about_anything(table: str) -> bool:
    """Whether a row of this table may be about a record of any table, as a call is."""
    owner = TABLES[table].owner
    return owner is not None and TABLES[table][owner].refers_to == ANY_TABLE


def rows_of_hub(hub: str | None, where: Where | None, c: Any) -> list[Any]:
    """The condition for rows that name this hub, and are as `where` says."""
    # None would mean records without a hub; an empty text is in no row, so it finds nothing.
    return [c.hub == (hub or ""), *(where(c) if where is not None else ())]


def rows_with(column: str, ids: Collection[str], where: Where | None, c: Any) -> list[Any]:
    """The condition for rows whose column holds one of these ids, and that are as `where` says."""
    return [among(c[column], ids), *(where(c) if where is not None else ())]
