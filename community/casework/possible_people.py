"""Finds records that may also be about a person: requests not joined to them, and other parts that people have.

A request that was closed as a repeat, or before anybody looked into it, leads to no resident; who once volunteered may
ask for help, sign for an organisation, or be named as a guardian. Whether it is the same person, a neighbour who shares
their telephone, or somebody of the same name, only a person can say.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import sqlalchemy as sa

from community.book import NOW, RECEIVED, Record, belonging, by_ids
from community.errors import UserFacingError
from community.identity import COLUMNS, PARTS, Likeness, Part, Person, handles, likeness, people_in
from community.tables import table_of
from community.tables.row_types import ColumnName

OWN: dict[str, Part] = {table: parts[0].part for table, parts in PARTS.items()}
"""The person whose record it is; a guardian or a referrer only stands in it."""
IN_PASSING: tuple[Part, ...] = ("guardian", "referrer", "emergency")
"""The parts of people who stand in somebody else's record."""


class Maybe(NamedTuple):
    """A record, the part that the person may have in it, and in words why it may be the same person."""

    record: Record
    part: Part
    same: tuple[str, ...]
    unjoined: bool
    """It is a request that leads to no resident: nobody else's record."""

    @property
    def whole(self) -> bool:
        """Whether the record is about this person, not only some columns of it."""
        return OWN[self.record.table] == self.part


class NotAlike(UserFacingError):
    """The id is not one of those listed."""


@dataclass(frozen=True)
class _Row:
    record: Record
    values: dict[str, Any]


def maybe_theirs(connection: sa.Connection, theirs: Sequence[Record]) -> list[Maybe]:
    """The records that may be about the same person as these, in any table with people, as they are or as they came."""
    own, ids = set(theirs), {r.id for r in theirs}
    mine = {
        person
        for table in COLUMNS
        for row in _copies(connection, table, [r.id for r in theirs if r.table == table])
        for person in people_in(table, row.values)
        if person.part == OWN[table]
    }
    by_handle: dict[str, list[Person]] = defaultdict(list)
    for person in mine:
        for handle in handles(person):
            by_handle[handle].append(person)
    found: dict[tuple[Record, Part], set[str]] = {}
    for row in everybody(connection):
        if row.record not in own:
            for part, words in _alike(row, by_handle, ids):
                found.setdefault((row.record, part), set()).add(words)
    unjoined = _unjoined(connection)
    return [
        Maybe(record, part, tuple(sorted(same)), record in unjoined) for (record, part), same in sorted(found.items())
    ]


def with_these(
    connection: sa.Connection, theirs: Sequence[Record], found: Sequence[Maybe], ids: Sequence[str]
) -> list[Record]:
    """The person's records with those of the ids named, each once. Raises NotAlike for any id that is neither."""
    whole = {record.id: record for record in theirs} | {maybe.record.id: maybe.record for maybe in found if maybe.whole}
    if not whole.keys() >= set(ids):
        raise NotAlike("Of other records, only one that is listed as maybe the same person’s can go with them.")
    more = [record for id_ in ids for record in belonging(connection, whole[id_])]
    return list(dict.fromkeys([*theirs, *more]))


def still_there(connection: sa.Connection, ids: Iterable[str]) -> list[Record]:
    """The records of these ids that are in the book, in the order of the ids."""
    named = [Record(table, one) for one in ids if (table := table_of(one)) is not None]
    return [each for each in named if list(by_ids(connection, NOW[each.table], [each.id]))]


def columns_of(table: str, part: Part) -> tuple[str, ...]:
    """The columns of the table that are about this part alone: those of a guardian, a referrer, a contact."""
    prefix = f"{part}_" if part in IN_PASSING else None
    if prefix is not None:
        return tuple(name for name in NOW[table].columns.keys() if name.startswith(prefix))  # noqa: SIM118 (SQLAlchemy's own)
    return next(tuple(c for c in each[1:] if c is not None) for each in PARTS[table] if each.part == part)


def said(like: Likeness) -> Iterator[str]:
    """In words, what two records have in common that may make them one person."""
    if "telephone" in like.facts:
        yield "same telephone"
    if "email" in like.facts:
        yield "same email"
    if {"name", "postcode"} <= set(like.facts):
        yield "same name and postcode"


def _alike(row: _Row, by_handle: dict[str, list[Person]], ids: set[str]) -> Iterator[tuple[Part, str]]:
    if row.values.get(ColumnName.DUPLICATE_OF) in ids:
        yield "resident", "closed as a repeat"
    for person in people_in(row.record.table, row.values):
        if row.values.get(ColumnName.RESIDENT_ID) and person.part == "resident":
            continue  # it leads to a resident, who is listed
        near = {mine for handle in handles(person) for mine in by_handle.get(handle, ())}
        for mine in near:
            for words in said(likeness(mine, person)):
                yield person.part, words


def everybody(connection: sa.Connection) -> Iterator[_Row]:
    """Every row with people in it as it is now, and as it came where that differs."""
    for table in COLUMNS:
        now: dict[str, dict[str, Any]] = {}
        for copies in (NOW, RECEIVED):
            source = copies[table]
            wanted = [source.columns[name] for name in (ColumnName.ID, *COLUMNS[table], *_LEADS.get(table, ()))]
            for row in map(dict, connection.execute(sa.select(*wanted)).mappings()):
                own = row[ColumnName.ID]
                if copies is NOW:
                    now[own] = row
                elif {**row, **_led(table, now.get(own))} == now.get(own):
                    continue
                else:
                    row |= _led(table, now.get(own))
                yield _Row(Record(table, own), row)


_LEADS = {"help_requests": (ColumnName.RESIDENT_ID, ColumnName.DUPLICATE_OF)}


def _led(table: str, now: dict[str, Any] | None) -> dict[str, Any]:
    """The row with its reference to a person as decided since."""
    return {name: now[name] for name in _LEADS.get(table, ())} if now else {}


def _copies(connection: sa.Connection, table: str, ids: Sequence[str]) -> Iterator[_Row]:
    for copies in (NOW, RECEIVED):
        for row in by_ids(connection, copies[table], ids):
            yield _Row(Record(table, row.id), row._asdict())


def _unjoined(connection: sa.Connection) -> set[Record]:
    requests = NOW["help_requests"]
    query = sa.select(requests.c.id).where(requests.columns[ColumnName.RESIDENT_ID].is_(None))
    return {Record("help_requests", id_) for (id_,) in connection.execute(query)}
