"""What the book knows of answers that were taken in before."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Protocol

import sqlalchemy as sa

from community.book import Reader
from community.book.desk import by_ids
from community.book.schema import RECEIVED, SUBMISSIONS
from community.tables import TABLES
from community.tables.canonical import as_text
from sheets_sync.answers.keys import BY


@dataclass(frozen=True)
class Last:
    """What an answer said last about one field, and the change that said it (None: the row as it came)."""

    value: str | None = field(repr=False)
    after: str | None = None


class Known(Protocol):
    """What taking in asks of the book."""

    def keys(self, table: str) -> Mapping[str, str]:
        """Id -> key of every row of the table whose key begins with `google_form:`."""

    def there(self, table: str, ids: Collection[str]) -> Collection[str]:
        """Those of the ids that the book has, or had and erased."""

    def last(self, table: str, ids: Collection[str]) -> Mapping[str, Mapping[str, Last]]:
        """Id -> field -> what the answer said last: the row as received, and what `google_form` corrected since."""


class InBook:
    """The same, read from the book. `reader` is one consistent snapshot: `with book.reading() as reader`."""

    def __init__(self, reader: Reader) -> None:
        """Read nothing yet."""
        self._reader = reader

    def keys(self, table: str) -> Mapping[str, str]:
        """Id -> key; a row whose key was blanked with its values is not among them."""
        key, row = SUBMISSIONS.c.key, SUBMISSIONS.c.record_id
        query = sa.select(row, key).where(SUBMISSIONS.c.table == table, key.startswith(f"{BY}:", autoescape=True))
        return {found[0]: found[1] for found in self._reader.connection.execute(query)}

    def there(self, table: str, ids: Collection[str]) -> Collection[str]:
        """Those that are in the table, or in the list of what was erased."""
        connection = self._reader.connection
        rows = {row["id"] for row in by_ids(connection, RECEIVED[table], list(ids))}
        return rows | {row["record_id"] for row in by_ids(connection, RECEIVED["erasures"], list(ids), "record_id")}

    def last(self, table: str, ids: Collection[str]) -> Mapping[str, Mapping[str, Last]]:
        """Replayed from the answer's own corrections alone: what people decided in the dashboard is no answer."""
        found = {}
        for row in by_ids(self._reader.connection, RECEIVED[table], list(ids)):
            told = {c.name: Last(as_text(row[c.name])) for c in TABLES[table].columns if c.name != "extra"}
            extra = json.loads(row["extra"] or "{}") if "extra" in TABLES[table].by_name else {}
            told |= {f"extra.{name}": Last(value) for name, value in extra.items()}
            for change in self._reader.changes(table=table, record_id=row["id"], where=lambda c: [c.by == BY]):
                told[change["field"]] = Last(change["now"], change["id"])
            found[row["id"]] = told
        return found
