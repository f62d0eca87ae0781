"""Looks up who shares a number, an email address or a postcode, in an index kept in memory for each book.

The index only narrows down whom to compare, and nothing in it is shown. A page reads the rows again, as far as its
user may see them.
"""

import threading
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import Any
from weakref import WeakKeyDictionary

import sqlalchemy as sa

from community import identity
from community.book import NOW, Position, Reader, Row, among
from community.casework.noted_reads import NotedReader, handle_keys
from community.identity import (
    COLUMNS,
    FIND_COLUMNS,
    Key,
    Likeness,
    Part,
    PeopleIndex,
    Person,
    Query,
    Rank,
    handles,
    likeness,
    people_in,
)
from community.tables import TABLES
from community.tables.row_types import ColumnName


@dataclass(frozen=True)
class Alike:
    """A person in a row who may be the person asked about."""

    row: Row = field(repr=False)
    part: Part
    person: Person = field(repr=False)
    likeness: Likeness


def alike(
    reader: Reader, person: Person, tables: Iterable[str] = tuple(COLUMNS), *, deciding: bool = False
) -> list[Alike]:
    """Everybody in these tables who may be this person, by what the rows say now, in sight or not.

    `deciding` is for a reader inside a writing transaction, where other people's decisions may still be unsaved.
    """
    found: dict[str, list[str]] = {table: [] for table in tables}
    for key in _near(reader, person, deciding=deciding):
        if key.table in found:
            found[key.table].append(key.id)
    return [
        Alike(row, other.part, other, like)
        for table, ids in found.items()
        for row in (reader.rows(table, partial(_with_ids, ids)) if ids else ())
        for other in people_in(table, row)
        if (like := likeness(person, other)).may_be_one
    ]


def alike_each(reader: Reader, people: Sequence[Person], table: str) -> list[list[Alike]]:
    """For each of these people, everybody in the same part of the table who may be them: `alike`, for many at once.

    Their rows may hold only who they are, their status and their hub.
    """
    near = near_each(reader, people, table)
    ids = sorted({one for each in near for one in each})
    rows: Iterable[Row | None]
    if isinstance(reader, NotedReader):
        rows = (reader.get(table, one) for one in ids)  # read ahead by whoever asks for many
    else:
        who = partial(_who_they_are, table)
        rows = reader.rows(table, lambda c: [among(c.id, ids)], order=None, columns=who) if ids else []
    told = {row.id: (row, list(people_in(table, row))) for row in rows if row is not None}
    return [
        [
            Alike(row, other.part, other, like)
            for row, others in sorted((told[one] for one in each if one in told), key=_by_time)
            for other in others
            if other.part == person.part and (like := likeness(person, other)).may_be_one
        ]
        for person, each in zip(people, near, strict=True)
    ]


def near_each(reader: Reader, people: Sequence[Person], table: str) -> list[list[str]]:
    """For each of these people, the ids of those rows of the table that may be about them, to be compared again."""
    return [[key.id for key in _near(reader, person, deciding=False) if key.table == table] for person in people]


def _by_time(told: tuple[Row, list[Person]]) -> tuple[str, str]:
    return told[0].at, told[0].id


def _who_they_are(table: str, columns: Any) -> list[Any]:
    more = [name for name in (ColumnName.STATUS, ColumnName.HUB) if name in TABLES[table].by_name]
    return [columns[name] for name in ("id", "at", "changed_at", *more, *COLUMNS[table])]


def _with_ids(ids: list[str], columns: Any) -> list[Any]:
    return [columns.id.in_(ids)]


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


_lock = threading.Lock()
_kept: "WeakKeyDictionary[sa.Engine, tuple[str | None, Everybody]]" = WeakKeyDictionary()
"""By book, everybody in it as the book with this token says it; None: look again."""


def _near(reader: Reader, person: Person, *, deciding: bool) -> set[Key]:
    if isinstance(reader, NotedReader):
        reader.note(*handle_keys(handles(person)))
        with reader.unnoted():
            return _looked_up(reader, person, deciding=deciding)
    return _looked_up(reader, person, deciding=deciding)


def _looked_up(reader: Reader, person: Person, *, deciding: bool) -> set[Key]:
    with _everybody(reader, deciding=deciding) as everybody:
        return everybody.index.near(person)


def best_found(
    reader: Reader, asked: Query, most: int, within: Callable[[str, str | None], bool]
) -> dict[str, tuple[Rank, str]]:
    """The records that may answer what was typed, the best first: see `FindIndex.best`."""
    with _everybody(reader, finding=True) as everybody:
        return everybody.finder.best(asked, most, within) if everybody.finder else {}


@contextmanager
def _everybody(reader: Reader, *, deciding: bool = False, finding: bool = False) -> Iterator[Everybody]:
    """Everybody as the reader sees them, for this thread alone."""
    engine, token = reader.connection.engine, None if deciding else reader.token()
    with _lock:
        held, everybody = _kept.pop(engine, (None, Everybody()))
        # Popped, so that an index left half updated is never used.
        if token is None or held != token or (finding and everybody.finder is None):
            everybody.bring_forward(reader, finding=finding)
        _kept[engine] = (token, everybody)
        yield everybody
