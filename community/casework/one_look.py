"""A snapshot that remembers the rows it has read, for a look over the whole book in which many lines ask for the same.

The list of what waits in a county names some thousands of people. To ask the database for each of them alone takes
several times as long as to ask for them together.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar, cast

import sqlalchemy as sa

from community.book import Reader, Row, Where, among
from community.casework.casework_errors import NotFound
from community.casework.user import User, WorkContext
from community.casework.visibility import OUT_OF_SIGHT, Visibility
from community.tables.row import TableRow

R = TypeVar("R", bound=TableRow[Any, Any])


class OneLook(Reader):
    """What the book said at one moment, each row of it read once."""

    def __init__(self, connection: sa.Connection) -> None:
        """Wrap a connection that is inside a transaction that only reads."""
        super().__init__(connection)
        self._found: dict[str, dict[str, Row | None]] = defaultdict(dict)
        self._token: str | None = None

    def token(self) -> str:
        """See `Reader.token`."""
        if self._token is None:
            self._token = super().token()
        return self._token

    def find(self, table: str, record_id: str) -> Row | None:
        """See `get`."""
        known = self._found[table]
        if record_id not in known:
            known[record_id] = super().find(table, record_id)
        return known[record_id]

    def select(
        self, table: str, where: Where | None, order: str | None, limit: int | None, columns: Where | None
    ) -> list[Row]:
        """See `rows`. Rows that are read whole are remembered."""
        found = super().select(table, where, order, limit, columns)
        if columns is None:
            self._found[table].update((row.id, row) for row in found)
        return found

    def read_ahead(self, table: type[R], ids: Iterable[str | None]) -> None:
        """Read these rows together, so that asking for each of them later costs nothing."""
        known = self._found[table.TABLE]
        missing = sorted({one for one in ids if one} - known.keys())
        if missing:
            known.update(dict.fromkeys(missing))
            self.select(table.TABLE, lambda c: [among(c.id, missing)], None, None, None)


class OneView(Visibility):
    """One user's view of one moment of the book, in which each row is looked at once."""

    def __init__(self, reader: OneLook, user: User) -> None:
        """Look at a snapshot as this user."""
        super().__init__(reader, user)
        self._look = reader
        self._shown: dict[tuple[str, str], TableRow[Any, Any] | None] = {}

    def get(self, table: type[R], record_id: str) -> R:
        """See `Visibility.get`."""
        key = (table.TABLE, record_id)
        if key not in self._shown:
            try:
                self._shown[key] = super().get(table, record_id)
            except NotFound:
                self._shown[key] = None
        row = self._shown[key]
        if row is None:
            raise NotFound(OUT_OF_SIGHT)
        return cast(R, row)

    def read_ahead(self, table: type[R], ids: Iterable[str | None]) -> None:
        """Read these rows together, so that asking for each of them later costs nothing."""
        self._look.read_ahead(table, ids)


@contextmanager
def looking_once(context: WorkContext) -> Iterator[OneView]:
    """A snapshot of the book as this user sees it, for a look over the whole of it."""
    with context.book.reading() as reader:
        yield OneView(OneLook(reader.connection), context.user)
