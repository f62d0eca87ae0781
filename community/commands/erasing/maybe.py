"""Requests that nobody joined to a person, and that may be theirs all the same.

A request that was closed as a repeat, or before anybody looked into it, leads to no resident. Whether it is the same
person, a neighbour who shares their telephone, or somebody of the same name, only a person can say.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import sqlalchemy as sa

from community.book.mentions import belonging
from community.book.schema import NOW, RECEIVED
from community.book.words import Record, Row
from community.errors import UserFacingError
from community.identity import Likeness, Person, likeness, people_in

_TELL_WHO = ("residents", "help_requests", "volunteers")


class Maybe(NamedTuple):
    """A request, and why it may be theirs, in words."""

    request: Record
    same: tuple[str, ...]


class NotAlike(UserFacingError):
    """The id is not one of those listed."""


def maybe_theirs(connection: sa.Connection, theirs: Sequence[Record]) -> list[Maybe]:
    """Requests joined to nobody that are like these records of one person, as they are now or as they came."""
    told = [person for r in theirs if r.table in _TELL_WHO for row in _copies(connection, r) for person in _first(row)]
    requests = NOW["help_requests"]
    unjoined = sa.select(requests.c.id).where(requests.c.resident_id.is_(None)).order_by(requests.c.at, requests.c.id)
    found = []
    for (id_,) in connection.execute(unjoined).all():
        request = Record("help_requests", id_)
        if request in theirs:
            continue
        same = {what for row in _copies(connection, request) for what in _same(row, told, {r.id for r in theirs})}
        if same:
            found.append(Maybe(request, tuple(sorted(same))))
    return found


def with_these(
    connection: sa.Connection, theirs: Sequence[Record], found: Sequence[Maybe], ids: Sequence[str]
) -> list[Record]:
    """The person's records with those of the requests named, each once. Raises NotAlike for any other id."""
    requests = {maybe.request.id: maybe.request for maybe in found}
    if not requests.keys() >= set(ids):
        raise NotAlike("--also takes the ids of requests that are listed as maybe the same person's, and no others.")
    more = [record for id_ in ids for record in belonging(connection, requests[id_])]
    return list(dict.fromkeys([*theirs, *more]))


def _same(request: Row, told: Sequence[Person], ids: set[str]) -> Iterator[str]:
    if request["duplicate_of"] in ids:
        yield "closed as a repeat"
    for asker in _first(request):
        for each in told:
            yield from _said(likeness(asker, each))


def _said(like: Likeness) -> Iterator[str]:
    if "telephone" in like.facts:
        yield "same telephone"
    if "email" in like.facts:
        yield "same email"
    if {"name", "postcode"} <= set(like.facts):
        yield "same name and postcode"


def _first(row: Row) -> list[Person]:
    return list(people_in(row.table, row))[:1]


def _copies(connection: sa.Connection, record: Record) -> list[Row]:
    copies = (NOW[record.table], RECEIVED[record.table])
    rows = [connection.execute(sa.select(c).where(c.c.id == record.id)).mappings().one() for c in copies]
    return [Row(record.table, dict(row)) for row in rows]
