"""The indexes of everybody in a book, brought forward by reading only the rows that changed since the last look."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa

from community import identity
from community.book import NOW, Position, Reader, among
from community.identity import COLUMNS, FIND_COLUMNS, PeopleIndex
from community.tables.row_types import ColumnName


@dataclass
class Everybody:
    """The indexes of a book's people, and the position in the book's history to which they belong."""

    index: PeopleIndex = field(default_factory=PeopleIndex)
    finder: "identity.FindIndex | None" = None
    """By which anybody is found as they are typed; None until somebody looks so, which the public forms never do."""
    _position: Position | None = None

    def bring_forward(self, reader: Reader, *, finding: bool = False) -> None:
        """Bring the indexes up to date with what the reader sees; with `finding`, that of what is typed too."""
        before, self._position = self._position, reader.position()
        changed = reader.since(before, _MOST) if before else None
        for table in COLUMNS:
            if changed is None:
                self.index.bring_forward(table, _rows(reader, table, COLUMNS))
            elif ids := changed.rows.get(table):
                there = self.index.learn(table, _rows(reader, table, COLUMNS, ids))
                self.index.forget(table, ids - {key.id for key in there})
        if self.finder is not None and changed is not None:
            for table in FIND_COLUMNS:
                if ids := changed.rows.get(table):
                    self._find(self.finder, reader, table, ids)
        elif self.finder is not None or finding:
            made = self.finder = identity.FindIndex()
            for table in FIND_COLUMNS:
                for row in _rows(reader, table, _FIND_BY):
                    made.learn(table, row, new=True)

    def _find(self, finder: "identity.FindIndex", reader: Reader, table: str, ids: Collection[str]) -> None:
        left = set(ids)
        for row in _rows(reader, table, _FIND_BY, ids):
            finder.learn(table, row)
            left.discard(row[ColumnName.ID])
        for one in left:
            finder.forget(one)


_MOST = 50_000
"""Rows that changed: the machine proposes thousands at once, and to read everybody takes minutes in a nation."""
_FIND_BY = {
    table: (*columns, *(more for more in ("hub", "changed_at") if more in NOW[table].columns))
    for table, columns in FIND_COLUMNS.items()
}


def _rows(
    reader: Reader, table: str, columns: dict[str, tuple[str, ...]], ids: Collection[str] | None = None
) -> Iterator[dict[str, Any]]:
    source = NOW[table].columns
    query = sa.select(source.id, *(source[name] for name in columns[table])).where(source.void.is_(None))
    if ids is not None:
        query = query.where(among(source.id, ids))
    for row in reader.connection.execute(query).mappings():
        yield dict(row)
