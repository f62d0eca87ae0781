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

    def find(self, table: str, record_id: str) -> Row | None:
        """See `get`."""
        one = table, record_id
        if one not in self._found:
            self._found[one] = super().find(table, record_id)
        return self._found[one]
