"""What happened in the invented town, in order: rows that came in and actions that changed them.

The book makes ids by chance and times by its clock. Here both come from the seed, so the town is first told
to this ledger, and `demo_loading` then writes it as the book itself would have.
"""

import random
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from dataclasses import field as part
from datetime import datetime, timedelta
from typing import Any

from community.tables import TABLES
from community.tables.canonical import Value, as_text, of, row
from community.tables.ids import SYMBOLS, derive
from community.tables.verbs import Verb, action_id

_TICK = timedelta(milliseconds=1)


@dataclass(eq=False)
class LedgerRecord:
    """One row: as it was received, and as it is now."""

    table: str
    id: str
    at: datetime
    by: str
    action: str | None
    received: Mapping[str, Value] = part(repr=False)
    now: dict[str, Value] = part(repr=False)
    changed_at: datetime

    def __getitem__(self, column: str) -> Any:
        return self.now[column]


@dataclass(frozen=True)
class LedgerEntry:
    """One row of `changes`."""

    id: str
    at: datetime
    by: str
    action: str
    record: LedgerRecord = part(repr=False)
    field: str
    was: str | None = part(repr=False)
    now: str | None = part(repr=False)
    reason: str | None = part(default=None, repr=False)


Changes = Iterable[tuple[LedgerRecord, Mapping[str, object]]]
Appends = Iterable[tuple[str, str, Mapping[str, object]]]
"""(table, id, values) of each row that an action adds."""


class Ledger:
    """Everything that happened. `seed` decides every id."""

    def __init__(self, seed: int) -> None:
        """Begin with nothing."""
        self.records: dict[str, list[LedgerRecord]] = {name: [] for name in TABLES}
        self.entries: list[LedgerEntry] = []
        self._taken: dict[str, int] = {}
        self._seed, self._lots = str(seed), random.Random(f"{seed}:ids")

    def take(self) -> tuple[dict[str, list[LedgerRecord]], list[LedgerEntry]]:
        """The rows and changes told since this was last asked. Rows that were taken must not be changed any more."""
        rows = {name: records[self._taken.get(name, 0) :] for name, records in self.records.items()}
        entries, self.entries = self.entries, []
        self._taken = {name: len(records) for name, records in self.records.items()}
        return rows, entries

    def id_of(self, table: str, *parts: str) -> str:
        """The id of the row that these parts name."""
        return derive(TABLES[table].letter, "invented", self._seed, *parts)

    def add(
        self, table: str, values: Mapping[str, object], *, at: datetime, by: str, id: str, action: str | None = None
    ) -> LedgerRecord:
        """A row that came in, or (with `action`) that a person's action added."""
        told = row(TABLES[table], values)
        record = LedgerRecord(table, id, at, by, action, told, dict(told), at)
        self.records[table].append(record)
        return record

    def act(
        self,
        verb: Verb,
        *,
        at: datetime,
        by: str,
        changes: Changes = (),
        appends: Appends = (),
        reason: str | None = None,
    ) -> list[LedgerRecord]:
        """One action; the rows it added. Its time moves on where a record was changed later than `at`."""
        wanted = [(record, dict(values)) for record, values in changes]
        at = max([at, *(record.changed_at + _TICK for record, _ in wanted)])
        action = action_id(verb, self._symbols())
        for record, values in wanted:
            for name, value in values.items():
                self._change(record, name, value, at=at, by=by, action=action, reason=reason)
        return [self.add(table, values, at=at, by=by, id=id, action=action) for table, id, values in appends]

    def _change(
        self, record: LedgerRecord, name: str, value: object, *, at: datetime, by: str, action: str, reason: str | None
    ) -> None:
        was, now = record.now[name], of(TABLES[record.table][name], value)
        if was == now:
            return
        record.now[name], record.changed_at = now, at
        entry = LedgerEntry(f"Z-{self._symbols()}", at, by, action, record, name, as_text(was), as_text(now), reason)
        self.entries.append(entry)

    def _symbols(self) -> str:
        return "".join(self._lots.choices(SYMBOLS, k=16))
