"""The SQL tables, made from `community.tables`: each one twice, as its rows were received and as they are now."""

from typing import Annotated, cast

import sqlalchemy as sa

from community.book.sql_table import Cell, Empty, Filled, Key, SqlLine, SqlTable, sql_table
from community.tables import TABLES, Column
from community.tables.job_kinds import JobState
from community.tables.message_codes import ReadKind

metadata = sa.MetaData()
_TYPES = {"integer": sa.BigInteger, "number": sa.Double}


def _sql(column: Column) -> sa.Column[object]:
    return sa.Column(column.name, _TYPES.get(column.kind, sa.Text)())


def _text(name: str, **options: object) -> sa.Column[object]:
    return sa.Column(name, sa.Text(), **options)  # type: ignore[arg-type]


class RecordLine(SqlLine):
    """A row of any of our tables; its other columns are known by their names only."""

    id: Key
    at: Filled
    by: Filled


class ReceivedLine(RecordLine):
    """A row as it was received."""

    action: Empty


class NowLine(RecordLine):
    """A row as it is now."""

    changed_at: Filled
    void: Empty


class ErasureLine(ReceivedLine):
    """What stays of a record that was erased."""

    table_name: Filled
    record_id: Filled
    key_hash: Empty


class ChangeLine(RecordLine):
    """One change of one field."""

    action: Filled
    table: Filled
    record_id: Filled
    field: Filled
    was: Empty
    now: Empty
    reason: Empty
    undoes: Empty
    conflict: Empty


class SubmissionLine(SqlLine):
    """One submission, and the record that it made."""

    key: Key
    table: Filled
    record_id: Filled
    hash: Filled


class KeptApartLine(SqlLine):
    """A record that an open concern names."""

    concern_id: Key
    table: Key
    record_id: Key


class ConcernReadLine(SqlLine):
    """Somebody opened a concern."""

    id: Key
    concern_id: Filled
    at: Filled
    by: Filled


class ReadLine(SqlLine):
    """Somebody was shown something of a record."""

    id: Key
    record_id: Filled
    what: Annotated[Cell[ReadKind], "filled"]
    at: Filled
    by: Filled


class EqualityLine(SqlLine):
    """One answer about equality."""

    month: Filled
    question: Filled
    answer: Filled


class EqualityWaitingLine(EqualityLine):
    """One that is not written down yet."""

    key: Key


class WrittenLine(SqlLine):
    """The word of the last transaction."""

    token: Filled


class TouchedLine(SqlLine):
    """A row that a commit touched."""

    number: Cell[int]
    table: Filled
    id: Filled
    mark: Cell[int]


class SheetReadLine(SqlLine):
    """A line of the spreadsheet that was read back."""

    tab: Key
    id: Key
    missing_since: Empty
    left_out: Empty


class SheetMemoryLine(SqlLine):
    """One thing that the sync remembers."""

    kind: Key
    key: Key
    value: Empty


class ProgramMemoryLine(SqlLine):
    """One thing that the program remembers."""

    name: Key
    value: Filled


class JobLine(SqlLine):
    """One job."""

    kind: Key
    key: Key
    state: Annotated[Cell[JobState], "filled"]
    due: Filled
    asked_at: Filled
    action: Empty
    withdrawn_by: Empty
    again: Empty
    tries: Annotated[Cell[int], "filled"]
    last_error: Empty
    failed_at: Empty
    lease: Empty
    leased_by: Empty
    leased_at: Empty
    lease_until: Empty
    started_at: Empty
    finished_at: Empty


RECEIVED: "dict[str, SqlTable[ReceivedLine]]" = {}
"""Rows as they were received. Nothing but an erasure ever touches them again."""
NOW: "dict[str, SqlTable[NowLine]]" = {}
"""The same rows as they are now, kept in the transaction that changes them."""
SHORT_KINDS = frozenset({"code", "ref"})
"""Kinds of columns that an index may lie on. What people write has no end, and PostgreSQL's indexes have."""
_SOUGHT = (
    "status",
    "hub",
    "need_id",
    "request_id",
    "resident_id",
    "volunteer_id",
    "about",
    "to_whom",
    "with_whom",
    "session_id",
    "joined_as",
)
for _name, _table in TABLES.items():
    RECEIVED[_name] = sql_table(_name, metadata, ReceivedLine, *map(_sql, _table.columns))
    NOW[_name] = sql_table(
        f"{_name}_now",
        metadata,
        NowLine,
        *map(_sql, _table.columns),
        *(sa.Index(f"{_name}_now_{c}", c) for c in _SOUGHT if c in _table.by_name and _table[c].kind in SHORT_KINDS),
    )
    sa.Index(f"{_name}_action", RECEIVED[_name].columns.action)
ERASURES = cast("SqlTable[ErasureLine]", RECEIVED["erasures"])

CHANGES = sql_table(
    "changes",
    metadata,
    ChangeLine,
    sa.Index("changes_record", "record_id", "at", "id"),
    sa.Index("changes_action", "action"),
)
"""Every decision, correction, status and undo. `conflict` is the only column that is ever set later."""

SUBMISSIONS = sql_table("submissions", metadata, SubmissionLine, sa.Index("submissions_record", "record_id"))
"""Idempotency: the key of each submission, whose record it made and a hash of its content."""

KEPT_APART = sql_table("kept_apart", metadata, KeptApartLine)
"""Records that an open concern names. No word of it stands here, and a backup leaves it out: it is made again from the
concerns, by those who have their key."""

CONCERN_READS = sql_table("concern_reads", metadata, ConcernReadLine, sa.Index("concern_reads_concern", "concern_id"))
"""Who opened which concern, and when."""

READS = sql_table("reads", metadata, ReadLine, sa.Index("reads_record", "record_id"))
"""To whom what was shown of which record, and when: who was told a name and an address, and by which message."""

EQUALITY = sql_table("equality", metadata, EqualityLine)
"""Answers about equality, each alone: nothing joins one to a person, to a day or to another answer."""

EQUALITY_WAITING = sql_table("equality_waiting", metadata, EqualityWaitingLine)
"""The same before they are written down together. Kept in the order of its keys, which are drawn by lot."""
EQUALITY_WAITING.dialect_options["sqlite"]["with_rowid"] = False

WRITTEN = sql_table("written", metadata, WrittenLine)
"""One row: a word that every transaction changes, which tells a page that the book has to be read again."""

_TOUCHED = sa.Table(
    "touched",
    metadata,
    sa.Column("number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), primary_key=True, autoincrement=True),
    _text("table", nullable=False),
    _text("id", nullable=False),
    sa.Column("mark", sa.BigInteger(), nullable=False),
    sqlite_autoincrement=True,
)
TOUCHED = cast("SqlTable[TouchedLine]", _TOUCHED)
"""The latest rows that were added, changed or removed, in the order of commits: see `community.book.touched_rows`."""

SHEET_READ = sql_table("sheet_read", metadata, SheetReadLine)
"""What was read back from the spreadsheet: it is never sent there again in silence. No value from it is kept here."""

SHEET_MEMORY = sql_table("sheet_memory", metadata, SheetMemoryLine)
"""What the sync remembers from one time to the next: when it was, what failed, what was set aside and why."""

PROGRAM_MEMORY = sql_table("program_memory", metadata, ProgramMemoryLine)
"""What the program remembers for itself: when it last removed what was past its time."""

JOBS = sql_table("jobs", metadata, JobLine, sa.Index("jobs_due", "state", "due"), sa.Index("jobs_action", "action"))
"""Work to be done at a time. `key` is an id or a name of ours and `last_error` a code: nothing personal stands here."""
