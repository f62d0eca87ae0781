"""What the book says while a decision is worked out."""

import sqlalchemy as sa

from community.book.reader import Reader
from community.tables.row import Row


class DecidingReader(Reader):
    """What the book says while a decision is worked out, when nothing is written: each id is looked up once."""

    def __init__(self, connection: sa.Connection) -> None:
        """Wrap a connection that is inside a transaction."""
        super().__init__(connection)
        self._found: dict[tuple[str, str], Row | None] = {}
        self._added: dict[str, list[tuple[str, str]]] = {}

    def find(self, table: str, record_id: str) -> Row | None:
        """See `get`."""
        one = table, record_id
        if one not in self._found:
            self._found[one] = super().find(table, record_id)
        return self._found[one]

    def added(self, action: str) -> list[tuple[str, str]]:
        """See `Reader.added`."""
        if action not in self._added:
            self._added[action] = super().added(action)
        return self._added[action]
