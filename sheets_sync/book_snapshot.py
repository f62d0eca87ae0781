"""A snapshot of the book, as far as the sheet may hold it."""

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

import sqlalchemy as sa

from community.book import (
    CHANGES,
    RECEIVED,
    SHEET_MEMORY,
    SHEET_READ,
    SUBMISSIONS,
    Arrival,
    Book,
    Received,
    ReceivedLine,
    Record,
    SheetReadLine,
    lines,
)
from community.book.blankings import Blanking
from community.tables import TABLES
from community.tables.row_types import ErasureRow
from sheets_sync.sheet_layout import LOG


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
    read_back: dict[tuple[str, str], SheetReadLine] = field(repr=False)
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
    return [each for each in erasures if Blanking.read(*whose(each)) is not None]


def whose(erasure: Received) -> tuple[str, str]:
    """The (table, id) of what was erased."""
    told = ErasureRow.of(erasure.values)
    return told.table_name, told.record_id


def known(book: Book) -> Known:
    """The book and the sync's memory, read in one snapshot. Raises BookUnavailable."""
    with book.reading() as reader:
        c = reader.connection
        submitted = SUBMISSIONS.c
        keys = {s.record_id: s.key for s in lines(c, sa.select(submitted.record_id, submitted.key), SUBMISSIONS)}
        rows: dict[str, dict[str, Received]] = {}
        for table in TABLES.values():
            if table.sheet:
                source, names = RECEIVED[table.name], [column.name for column in table.columns]
                found = lines(c, sa.select(source).order_by(source.c.at, source.c.id), source)
                rows[table.name] = {r.id: _received(table.name, names, r, keys.get(r.id)) for r in found}
        open_to_sheet = [table.name for table in TABLES.values() if table.sheet]
        query = sa.select(*(CHANGES.columns[name] for name in LOG)).where(CHANGES.c.table.in_(open_to_sheet))
        told = (Arrival(*r) for r in c.execute(query.order_by(CHANGES.c.at, CHANGES.c.id)))
        changes = {change.id: change for change in told}
        read_back = {(r.tab, r.id): r for r in lines(c, sa.select(SHEET_READ), SHEET_READ)}
        memory: dict[str, dict[str, str]] = defaultdict(dict)
        for kind, key, value in c.execute(sa.select(SHEET_MEMORY)):
            memory[kind][key] = value
    of_record: dict[tuple[str, str], list[Arrival]] = defaultdict(list)
    for each in changes.values():
        of_record[each.table, each.record_id].append(each)
    erased = {whose(each) for each in rows["erasures"].values()}
    return Known(rows, changes, of_record, erased, read_back, dict(memory))


def _received(table: str, names: list[str], row: ReceivedLine, key: str | None) -> Received:
    told = row._asdict()
    values = {name: told[name] for name in names if told[name] is not None}
    return Received(table, row.id, row.at, row.by, values, row.action, key)
