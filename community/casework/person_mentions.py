"""Mentions of a person in other records' words: notes, calls, answers, reasons."""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TypedDict

import sqlalchemy as sa

from community.book import CHANGES, NOW, RECEIVED, Record, belonging, by_ids
from community.book.blankings import REASON
from community.casework.possible_people import IN_PASSING, columns_of
from community.errors import UserFacingError
from community.identity import COLUMNS, Part, WordsAbout, people_in
from community.tables import TABLES, Table
from community.tables.ids import check

_KINDS = ("text", "long_text")
_NOT_WORDS = frozenset({"erasures", "concerns"})
"""Ids and hashes; and what is sealed, which only those open whose duty it is."""


class Mention(NamedTuple):
    """A field of somebody else's record that speaks of the person, and by what."""

    record: Record
    field: str
    same: tuple[str, ...]

    @property
    def place(self) -> str:
        """The name of the field, on the command line as well."""
        return f"{self.record.id}:{self.field}"

    @property
    def may_be_emptied(self) -> bool:
        """Whether it says nothing that tells who somebody else is."""
        return self.field not in COLUMNS.get(self.record.table, ())


class NotMentioned(UserFacingError):
    """The field is not one of those listed."""


def mentions(
    connection: sa.Connection, theirs: Collection[Record], own: Mapping[Record, Collection[str]] | None = None
) -> list[Mention]:
    """Every field outside these records that mentions their person, as it is, as it came or as it once was.

    `own` are records in which only some columns are about the person; these tell who they are as well.
    """
    about = WordsAbout(_told(connection, theirs, own or {}))
    if not about:
        return []
    found: dict[tuple[Record, str], set[str]] = {}
    for record, field, text in _texts(connection):
        if record not in theirs and field not in (own or {}).get(record, ()) and (same := about.in_text(text)):
            found.setdefault((record, field), set()).update(same)
    return [Mention(record, field, tuple(sorted(same))) for (record, field), same in sorted(found.items())]


def about(
    connection: sa.Connection, person: Record, part: Part | None
) -> tuple[Collection[Record], Mapping[Record, Collection[str]]]:
    """Whose words are looked for, as `mentions` takes it: a person's records, or the columns about one part."""
    if part is not None:
        return (), {person: columns_of(person.table, part)}
    return belonging(connection, person), {}


class ToldMention(TypedDict):
    """A field that mentions somebody, as an export names it."""

    table: str
    id: str
    field: str
    same: list[str]


def told_mentions(found: Iterable[Mention]) -> list[ToldMention]:
    """The fields as an export names them: where they stand, never what they say, for it is about somebody else too."""
    return [{"table": m.record.table, "id": m.record.id, "field": m.field, "same": list(m.same)} for m in found]


def named_fields(found: Sequence[Mention], typed: Iterable[str]) -> dict[Record, list[str]]:
    """By record: the fields that were named as `ID:FIELD`. Raises NotMentioned for one that is not listed."""
    listed = {each.place: each for each in found}
    named: dict[Record, list[str]] = {}
    for each in typed:
        id_, _, field = each.partition(":")
        mention = listed.get(f"{check(id_) or id_}:{field}")
        if mention is None:
            raise NotMentioned(
                "Of other records, only a field that is listed as speaking of this person can be emptied."
            )
        if not mention.may_be_emptied:
            raise NotMentioned("This field tells who somebody else is. Correct it in the dashboard.")
        named.setdefault(mention.record, []).append(field)
    return named


def _told(
    connection: sa.Connection, theirs: Collection[Record], own: Mapping[Record, Collection[str]]
) -> Iterator[Any]:
    for table, columns in COLUMNS.items():
        ids = [record.id for record in (*theirs, *own) if record.table == table]
        for copies in (NOW, RECEIVED):
            for row in by_ids(connection, copies[table], ids):
                only = own.get(Record(table, row.id))
                values = {name: getattr(row, name) for name in columns if only is None or name in only}
                yield from (person for person in people_in(table, values) if only is not None or _is_whose(person.part))


def _is_whose(part: str) -> bool:
    """Whether the record is this person's; a guardian or a referrer only stands in it."""
    return part not in IN_PASSING


def _texts(connection: sa.Connection) -> Iterator[tuple[Record, str, str]]:
    """Everything that anybody wrote: record, field and words. What tells who somebody is, is compared elsewhere."""
    for table in TABLES.values():
        if table.name not in _NOT_WORDS:
            for source in (NOW[table.name], RECEIVED[table.name]):
                yield from _in_rows(connection, table, source)
    c = CHANGES.c
    query = sa.select(c.table, c.record_id, c.field, c.was, c.now, c.reason).where(c.table.not_in(_NOT_WORDS))
    for name, id_, field, was, now, reason in connection.execute(query):
        texts = [(field, was), (field, now)] if _is_written(name, field) else []
        yield from ((Record(name, id_), each, text) for each, text in (*texts, (REASON, reason)) if text)


def _in_rows(connection: sa.Connection, table: Table, source: sa.Table) -> Iterator[tuple[Record, str, str]]:
    names = [c.name for c in table.columns if c.kind in _KINDS and c.name not in COLUMNS.get(table.name, ())]
    for row in connection.execute(sa.select(source.c.id, *(source.c[name] for name in names))):
        for name, text in zip(names, row[1:], strict=True):
            if text:
                yield from _fields(Record(table.name, row[0]), name, text)


def _fields(record: Record, name: str, text: str) -> Iterator[tuple[Record, str, str]]:
    if name == "extra":
        yield from ((record, f"extra.{question}", str(answer)) for question, answer in json.loads(text).items())
    else:
        yield record, name, text


def _is_written(table: str, field: str) -> bool:
    column = TABLES[table].by_name.get(field) if table in TABLES else None
    return field.startswith("extra.") or (column is not None and column.kind in _KINDS)
