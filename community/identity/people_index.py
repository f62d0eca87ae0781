"""An index of everybody in a book: any number, email address or postcode finds its people without reading all."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from community.identity.people_in_rows import COLUMNS, Person, people_in
from community.tables.row_types import ColumnName


class Key(NamedTuple):
    """The table and id of a row with people in it."""

    table: str
    id: str


class PeopleIndex:
    """Who shares a number, an email address or a postcode. What it finds must be compared again with the rows."""

    def __init__(self) -> None:
        """Start with nobody."""
        self._told: dict[Key, int] = {}
        """Of what each row said, a number that tells whether it says something else now."""
        self._handles: dict[Key, tuple[str, ...]] = {}
        self._found: dict[str, Key | set[Key]] = {}
        """A set only where several share the handle: most have one of their own, and sets are large."""

    def __len__(self) -> int:
        """How many rows are in the index."""
        return len(self._told)

    def bring_forward(self, table: str, rows: Iterable[Mapping[str, Any]]) -> None:
        """Replace the table's rows by these. A row that is as it was before costs next to nothing."""
        left = {key for key in self._told if key.table == table} - self.learn(table, rows)
        for key in left:
            self._forget(key)

    def learn(self, table: str, rows: Iterable[Mapping[str, Any]]) -> set[Key]:
        """Add or update these rows of the table, and return their keys."""
        columns, keys = COLUMNS[table], set()
        for row in rows:
            key, told = Key(table, row[ColumnName.ID]), hash(tuple(row[column] for column in columns))
            keys.add(key)
            if self._told.get(key) != told:
                self._forget(key)
                self._learn(key, told, row)
        return keys

    def forget(self, table: str, ids: Iterable[str]) -> None:
        """Remove these rows of the table."""
        for id_ in ids:
            self._forget(Key(table, id_))

    def near(self, person: Person) -> set[Key]:
        """The keys of rows with somebody who shares a number, an email address or the postcode with this person."""
        return {key for handle in handles(person) for key in self._with(handle)}

    def _with(self, handle: str) -> Iterable[Key]:
        there = self._found.get(handle, set())
        return [there] if isinstance(there, Key) else there

    def _learn(self, key: Key, told: int, row: Mapping[str, Any]) -> None:
        found_by = tuple({handle for person in people_in(key.table, row) for handle in handles(person)})
        self._told[key], self._handles[key] = told, found_by
        for handle in found_by:
            there = self._found.setdefault(handle, key)
            if isinstance(there, set):
                there.add(key)
            elif there != key:
                self._found[handle] = {there, key}

    def _forget(self, key: Key) -> None:
        self._told.pop(key, None)
        for handle in self._handles.pop(key, ()):
            there = self._found[handle]
            if isinstance(there, set) and len(there) > 1:
                there.discard(key)
            else:
                del self._found[handle]


def handles(person: Person) -> Iterator[str]:
    """The strings by which a person is found: each number, each email address, the postcode."""
    yield from (f"number {number.form}" for number in person.numbers)
    yield from (f"email {email}" for email in person.emails)
    if person.postcode:
        yield f"postcode {person.postcode}"
