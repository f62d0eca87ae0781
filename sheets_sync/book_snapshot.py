"""A snapshot of the book, as far as the sheet may hold it."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from functools import cached_property
from typing import Any

import sqlalchemy as sa

from community.book import CHANGES, RECEIVED, SHEET_MEMORY, SHEET_READ, SUBMISSIONS, Arrival, Book, Received, Record
from community.book.blankings import Blanking
from community.tables import TABLES

_ENTRY = tuple(each.name for each in fields(Arrival))


@dataclass
class Known:
    """The book and the sync's memory, read in one snapshot. Tables that never leave the book are not in it."""

    rows: dict[str, dict[str, Received]] = field(repr=False)
    """By table and id: rows as they were received."""
    changes: dict[str, Arrival] = field(repr=False)
    """By id."""
    of_record: dict[tuple[str, str], list[Arrival]] = field(repr=False)
    """The same by table and record."""
    erased: set[tuple[str, str]]
    """(table, id) of everything that was ever erased."""
    read_back: dict[tuple[str, str], Any] = field(repr=False)
    """(tab, id) of what was once read back from the sheet, with the row of that memory."""
    memory: dict[str, dict[str, str]] = field(repr=False)
    """What else is remembered: kind, key, value."""

    @cached_property
    def emptied(self) -> dict[Record, frozenset[str]]:
        """By record, the columns emptied because a person named in them was erased."""
        found: dict[Record, frozenset[str]] = {}
        for each in (Blanking.read(*erasure) for erasure in self.erased):
            if each is not None:
                found[each.record] = found.get(each.record, frozenset()) | frozenset(each.fields)
        return found

    @property
    def added(self) -> set[tuple[str, str]]:
        """(tab, id) of the lines that the last write added, by Google's word, and that no read has shown yet."""
        return {(tab, own) for tab, own in json.loads(self.memory.get("added", {}).get("ids", "[]"))}


def of_columns(erasures: Iterable[Received]) -> list[Received]:
    """Those that emptied columns of a record that stays."""
    named = [(each, str(each.values["table_name"]), str(each.values["record_id"])) for each in erasures]
    return [each for each, table, id_ in named if Blanking.read(table, id_) is not None]


def known(book: Book) -> Known:
    """The book and the sync's memory, read in one snapshot. Raises BookUnavailable."""
    with book.reading() as reader:
        c = reader.connection
        keys = {s.record_id: s.key for s in c.execute(sa.select(SUBMISSIONS.c.record_id, SUBMISSIONS.c.key))}
        rows: dict[str, dict[str, Received]] = {}
        for table in TABLES.values():
            if table.sheet:
                names = [column.name for column in table.columns]
                found = c.execute(sa.select(RECEIVED[table.name]).order_by("at", "id")).mappings()
                rows[table.name] = {r["id"]: _received(table.name, names, dict(r), keys.get(r["id"])) for r in found}
        open_to_sheet = [table.name for table in TABLES.values() if table.sheet]
        query = sa.select(*(CHANGES.c[name] for name in _ENTRY)).where(CHANGES.c.table.in_(open_to_sheet))
        changes = {r["id"]: Arrival(**r) for r in c.execute(query.order_by("at", "id")).mappings()}
        read_back = {(r.tab, r.id): r for r in c.execute(sa.select(SHEET_READ))}
        memory: dict[str, dict[str, str]] = defaultdict(dict)
        for kind, key, value in c.execute(sa.select(SHEET_MEMORY)):
            memory[kind][key] = value
    of_record: dict[tuple[str, str], list[Arrival]] = defaultdict(list)
    for each in changes.values():
        of_record[each.table, each.record_id].append(each)
    erased = {(str(r.values["table_name"]), str(r.values["record_id"])) for r in rows["erasures"].values()}
    return Known(rows, changes, of_record, erased, read_back, dict(memory))


def _received(table: str, names: list[str], row: Mapping[str, Any], key: str | None) -> Received:
    values = {name: row[name] for name in names if row[name] is not None}
    return Received(table, row["id"], row["at"], row["by"], values, row["action"], key)
