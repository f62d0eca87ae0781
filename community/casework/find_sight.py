"""What a user sees of the few records that a search found: each is judged alone, without reading a whole hub."""

from collections.abc import Collection
from typing import Any, TypeVar

from community.casework.hub_tables import PEOPLE
from community.casework.one_look import OneView
from community.casework.permissions import granted
from community.casework.protected_addresses import protected_among
from community.tables.roles import Grant
from community.tables.row import TableRow

R = TypeVar("R", bound=TableRow[Any, Any])


class FindSight(OneView):
    """A view of one moment of the book for a search."""

    def among(self, table: type[R], ids: Collection[str]) -> list[R]:
        """Those of these records that are within sight, with hidden columns empty."""
        self.read_ahead(table, ids)
        return [row for one in ids if (row := self.find(table, one)) is not None]

    def guests(self) -> frozenset[str]:
        """The ids of people of another hub, or of none, whom a coordinator sees; none for others, who see everybody."""
        if not granted(self.user, Grant.SEE_OWN_HUB) or self.user.hub is None:
            return frozenset()
        return frozenset(one for people in PEOPLE for one in self._others(people))

    def _is_protected(self, table: str, record_id: str) -> bool:
        row = self.reader.get(table, record_id)
        return row is not None and bool(protected_among(self.reader, table, [row]))
