"""Which rows changed since a position: what brings a board, an index or a list forward without reading the book anew.

The database keeps the list itself, by triggers, so that no way of writing can be forgotten. Only one writer writes at a
time, so the numbers follow the order of commits. They belong to one database: they are never synced or backed up. Each
number bears a random mark, by which a position in a book that was replaced or restored since is told from one here.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

import sqlalchemy as sa

from community.book.schema import CHANGES, TOUCHED
from community.tables.row import ChangeRow

KEPT = 200_000
"""So many numbers are kept. Whoever is further behind reads the book anew."""
_AT_ONCE = 500


class Position(NamedTuple):
    """A point in one book's history."""

    number: int
    mark: int


@dataclass(frozen=True)
class Changed:
    """What happened after a position: the ids of rows added, changed or removed, by table; and the changes."""

    rows: Mapping[str, frozenset[str]]
    changes: tuple[ChangeRow, ...]
    position: Position

    def __repr__(self) -> str:
        """Counts only."""
        return f"Changed({sum(map(len, self.rows.values()))} rows, {len(self.changes)} changes)"


def position(connection: sa.Connection) -> Position:
    """The position of what this connection sees."""
    query = sa.select(TOUCHED.c.number, TOUCHED.c.mark).order_by(TOUCHED.c.number.desc()).limit(1)
    return Position(*connection.execute(query).one())


def since(connection: sa.Connection, before: Position, most: int) -> Changed | None:
    """What changed after this position; None if that is more than `most` rows, or the list is younger than it."""
    # With the position's own line: one question says whether it is known, what came after it, and where that ends.
    query = (
        sa.select(TOUCHED.c.number, TOUCHED.c.mark, TOUCHED.c.table, TOUCHED.c.id)
        .where(TOUCHED.c.number >= before.number)
        .order_by(TOUCHED.c.number)
        .limit(most + 2)
    )
    lines = [(Position(number, mark), table, record_id) for number, mark, table, record_id in connection.execute(query)]
    if not lines or lines[0][0] != before or len(lines) > most + 1:
        return None
    found: dict[str, set[str]] = {}
    for _, table, record_id in lines[1:]:
        found.setdefault(table, set()).add(record_id)
    changes = tuple(_changes(connection, sorted(found.pop(CHANGES.name, ()))))
    return Changed({table: frozenset(ids) for table, ids in found.items()}, changes, lines[-1][0])


def _changes(connection: sa.Connection, ids: list[str]) -> Iterator[ChangeRow]:
    for start in range(0, len(ids), _AT_ONCE):
        query = sa.select(CHANGES).where(CHANGES.c.id.in_(ids[start : start + _AT_ONCE]))
        yield from (ChangeRow("changes", dict(row)) for row in connection.execute(query).mappings())


def statements(dialect: str, table: str, name: str, key: str = "id") -> list[str]:
    """The statements that make the triggers of one SQL table, whose touched rows are listed under this name."""
    if dialect == "sqlite":
        return [
            f'CREATE TRIGGER "touched_{table}_{event}" AFTER {event} ON "{table}" BEGIN '  # noqa: S608 (names in a migration)
            f'INSERT INTO touched ("table", id, mark) VALUES (\'{name}\', {row}."{key}", random()); END'
            for event, row in (("INSERT", "NEW"), ("UPDATE", "NEW"), ("DELETE", "OLD"))
        ]
    return [
        f'CREATE TRIGGER "touched_{table}_{event}" AFTER {event} ON "{table}" REFERENCING {which} TABLE AS these '
        f"FOR EACH STATEMENT EXECUTE FUNCTION touch('{name}', '{key}')"
        for event, which in (("INSERT", "NEW"), ("UPDATE", "NEW"), ("DELETE", "OLD"))
    ]


def upkeep(dialect: str) -> list[str]:
    """The statements that make the list forget its oldest numbers and, on PostgreSQL, what the triggers call."""
    if dialect == "sqlite":
        return [
            "CREATE TRIGGER touched_forget AFTER INSERT ON touched WHEN NEW.number % 100 = 0 BEGIN "  # noqa: S608 (a number)
            f"DELETE FROM touched WHERE number <= NEW.number - {KEPT}; END"
        ]
    return [
        "CREATE OR REPLACE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "  # noqa: S608
        'EXECUTE format(\'INSERT INTO touched ("table", id, mark) SELECT %L, %I, '
        "(random() * 9e18)::bigint FROM these', TG_ARGV[0], TG_ARGV[1]); "
        f"DELETE FROM touched WHERE number <= (SELECT max(number) FROM touched) - {KEPT}; "
        "RETURN NULL; END $$"
    ]
