"""The index of everybody in a book, brought forward by reading only the rows that changed since the last look."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa

from community.book import NOW, Position, Reader, among
from community.identity import COLUMNS, PeopleIndex


@dataclass
class Everybody:
    """The index of a book's people, and the position in the book's history to which it belongs."""

    index: PeopleIndex = field(default_factory=PeopleIndex)
    _position: Position | None = None

    def bring_forward(self, reader: Reader) -> None:
        """Bring the index up to date with what the reader sees."""
        before, self._position = self._position, reader.position()
        changed = reader.since(before) if before else None
        for table in COLUMNS:
            if changed is None:
                self.index.bring_forward(table, _rows(reader, table))
            elif ids := changed.rows.get(table):
                there = self.index.learn(table, _rows(reader, table, ids))
                self.index.forget(table, ids - {key.id for key in there})


def _rows(reader: Reader, table: str, ids: Collection[str] | None = None) -> Iterator[dict[str, Any]]:
    source = NOW[table].columns
    query = sa.select(source.id, *(source[name] for name in COLUMNS[table])).where(source.void.is_(None))
    if ids is not None:
        query = query.where(among(source.id, ids))
    for row in reader.connection.execute(query).mappings():
        yield dict(row)
