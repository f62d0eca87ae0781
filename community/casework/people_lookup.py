"""Looks up who shares a number, an email address or a postcode, in an index kept in memory for each book.

The index only narrows down whom to compare, and nothing in it is shown. A page reads the rows again, as far as its
user may see them.
"""

import threading
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import partial
from typing import Any
from weakref import WeakKeyDictionary

import sqlalchemy as sa

from community.book import Reader, Row
from community.casework.everybody import Everybody
from community.identity import COLUMNS, Key, Likeness, Part, Person, likeness, people_in


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


def _with_ids(ids: list[str], columns: Any) -> list[Any]:
    return [columns.id.in_(ids)]


_lock = threading.Lock()
_kept: "WeakKeyDictionary[sa.Engine, tuple[str | None, Everybody]]" = WeakKeyDictionary()
"""By book, everybody in it as the book with this token says it; None: look again."""


def _near(reader: Reader, person: Person, *, deciding: bool) -> set[Key]:
    engine, token = reader.connection.engine, None if deciding else reader.token()
    with _lock:
        held, everybody = _kept.pop(engine, (None, Everybody()))
        # Popped, so that an index left half updated is never used.
        if token is None or held != token:
            everybody.bring_forward(reader)
        _kept[engine] = (token, everybody)
        return everybody.index.near(person)
