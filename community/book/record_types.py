"""What the book takes and returns: rows, changes, receipts, and the errors it raises."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as hidden
from datetime import datetime
from typing import NamedTuple

from community.errors import UserFacingError
from community.tables.canonical import Value
from community.tables.job_kinds import JobKind


class BookUnavailable(UserFacingError):
    """The book can't be read or written just now. Nothing was kept."""


class Fault(Exception):
    """The database refused what the program asked for. Says the kind of refusal, never the values."""


class NoSuchTable(UserFacingError):
    """A name that is not a table of the book."""


class NoSuchRecord(UserFacingError):
    """A change names a record that is not in the book."""


class Erased(UserFacingError):
    """What this record says was erased, and is never taken in again."""


class KeyReused(UserFacingError):
    """The same idempotency key came again with other content."""


class CannotUndo(UserFacingError):
    """There is no such action, it is undone already, or something that came after stands on it."""


class NewerBook(UserFacingError):
    """The book was written by a newer program than this one."""


class Stale(UserFacingError):
    """Somebody was faster, and the value has changed. `now` holds the present value; the message does not repeat it."""

    def __init__(self, table: str, record_id: str, field_name: str, now: Value) -> None:
        """Keep the field and its value, for the page that tells the person."""
        super().__init__(f"Somebody changed this first: {field_name} of {record_id}. Look at it again, then decide.")
        self.table, self.id, self.field, self.now = table, record_id, field_name, now


class Record(NamedTuple):
    """A reference to a record: its table and its id."""

    table: str
    id: str


@dataclass(frozen=True)
class Change:
    """One field of one record: what it was, what it becomes. `field` is a column, or `extra.NAME`."""

    table: str
    id: str
    field: str
    was: object = hidden(repr=False)
    now: object = hidden(repr=False)


@dataclass(frozen=True)
class Append:
    """One new row. If the book already has its `id` (derived ids), it is the same row, or its return after an undo."""

    table: str
    values: Mapping[str, object] = hidden(repr=False)
    id: str | None = None
    key: str | None = hidden(default=None, repr=False)


@dataclass(frozen=True)
class Job:
    """Work that a decision causes, asked for in the same transaction. `due` in UTC; without it, at once.

    `key` says what it is about: an id or a name of ours, never anything personal. There is one job of each kind and
    key. What it does follows from the rows as they are when it runs, so that one run answers all who asked before.
    """

    kind: JobKind
    key: str
    due: datetime | None = None


@dataclass(frozen=True)
class Follows:
    """What goes with the undo of one action: rows and jobs that are added, fields that change besides.

    `leaving`: the ids of rows that stay as they are, because what they record has happened.
    """

    appends: Sequence[Append] = ()
    changes: Sequence[Change] = ()
    jobs: Sequence[Job] = ()
    leaving: Collection[str] = ()


@dataclass(frozen=True)
class Receipt:
    """The row's id, and whether this submission made it (False: it was there already)."""

    id: str
    new: bool


@dataclass(frozen=True)
class Action:
    """What was done: its id (`verb-SIXTEENSYMBOLS`), its time, and the ids of the rows it added, in order."""

    id: str
    at: str
    ids: tuple[str, ...] = ()


@dataclass(frozen=True)
class Arrival:
    """A change that comes from another machine or from the sheet, with the id and time it was born with."""

    id: str
    at: str
    by: str
    action: str
    table: str
    record_id: str
    field: str
    was: str | None = hidden(repr=False)
    now: str | None = hidden(repr=False)
    reason: str | None = hidden(default=None, repr=False)
    undoes: str | None = None


@dataclass(frozen=True)
class Received:
    """A row that was born elsewhere, as it was received there."""

    table: str
    id: str
    at: str
    by: str
    values: Mapping[str, object] = hidden(repr=False)
    action: str | None = None
    key: str | None = hidden(default=None, repr=False)
