"""The SQL tables, made from `community.tables`: each one twice, as its rows were received and as they are now."""

import sqlalchemy as sa

from community.tables import TABLES, Column

metadata = sa.MetaData()
_TYPES = {"integer": sa.BigInteger, "number": sa.Double}


def _sql(column: Column) -> sa.Column[object]:
    return sa.Column(column.name, _TYPES.get(column.kind, sa.Text)())


def _text(name: str, **options: object) -> sa.Column[object]:
    return sa.Column(name, sa.Text(), **options)  # type: ignore[arg-type]


RECEIVED: dict[str, sa.Table] = {}
"""Rows as they were received. Nothing but an erasure ever touches them again."""
NOW: dict[str, sa.Table] = {}
"""The same rows as they are now, kept in the transaction that changes them."""
SHORT_KINDS = frozenset({"code", "ref"})
"""Kinds of columns that an index may lie on. What people write has no end, and PostgreSQL's indexes have."""
_SOUGHT = ("status", "hub", "need_id", "request_id", "resident_id", "volunteer_id", "about", "to_whom", "session_id")
for _name, _table in TABLES.items():
    RECEIVED[_name] = sa.Table(
        _name,
        metadata,
        _text("id", primary_key=True),
        _text("at", nullable=False),
        _text("by", nullable=False),
        _text("action"),
        *(_sql(c) for c in _table.columns),
    )
    NOW[_name] = sa.Table(
        f"{_name}_now",
        metadata,
        _text("id", primary_key=True),
        _text("at", nullable=False),
        _text("by", nullable=False),
        _text("changed_at", nullable=False),
        _text("void"),
        *(_sql(c) for c in _table.columns),
        *(sa.Index(f"{_name}_now_{c}", c) for c in _SOUGHT if c in _table.by_name and _table[c].kind in SHORT_KINDS),
    )
    sa.Index(f"{_name}_action", RECEIVED[_name].c.action)

CHANGES = sa.Table(
    "changes",
    metadata,
    _text("id", primary_key=True),
    _text("at", nullable=False),
    _text("by", nullable=False),
    _text("action", nullable=False),
    _text("table", nullable=False),
    _text("record_id", nullable=False),
    _text("field", nullable=False),
    _text("was"),
    _text("now"),
    _text("reason"),
    _text("undoes"),
    _text("conflict"),
    sa.Index("changes_record", "record_id", "at", "id"),
    sa.Index("changes_action", "action"),
)
"""Every decision, correction, status and undo. `conflict` is the only column that is ever set later."""

SUBMISSIONS = sa.Table(
    "submissions",
    metadata,
    _text("key", primary_key=True),
    _text("table", nullable=False),
    _text("record_id", nullable=False),
    _text("hash", nullable=False),
    sa.Index("submissions_record", "record_id"),
)
"""Idempotency: the key of each submission, whose record it made and a hash of its content."""

KEPT_APART = sa.Table(
    "kept_apart",
    metadata,
    _text("concern_id", primary_key=True),
    _text("table", primary_key=True),
    _text("record_id", primary_key=True),
)
"""Records that an open concern names. No word of it stands here, and a backup leaves it out: it is made again from the
concerns, by those who have their key."""

CONCERN_READS = sa.Table(
    "concern_reads",
    metadata,
    _text("id", primary_key=True),
    _text("concern_id", nullable=False),
    _text("at", nullable=False),
    _text("by", nullable=False),
    sa.Index("concern_reads_concern", "concern_id"),
)
"""Who opened which concern, and when."""

READS = sa.Table(
    "reads",
    metadata,
    _text("id", primary_key=True),
    _text("record_id", nullable=False),
    _text("what", nullable=False),
    _text("at", nullable=False),
    _text("by", nullable=False),
    sa.Index("reads_record", "record_id"),
)
"""To whom what was shown of which record, and when: who was told a name and an address, and by which message."""

EQUALITY = sa.Table(
    "equality",
    metadata,
    _text("month", nullable=False),
    _text("question", nullable=False),
    _text("answer", nullable=False),
)
"""Answers about equality, each alone: nothing joins one to a person, to a day or to another answer."""

WRITTEN = sa.Table("written", metadata, _text("token", nullable=False))
"""One row: a word that every transaction changes, which tells a page that the book has to be read again."""

TOUCHED = sa.Table(
    "touched",
    metadata,
    sa.Column("number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), primary_key=True, autoincrement=True),
    _text("table", nullable=False),
    _text("id", nullable=False),
    sa.Column("mark", sa.BigInteger(), nullable=False),
    sqlite_autoincrement=True,
)
"""The latest rows that were added, changed or removed, in the order of commits: see `community.book.touched_rows`."""

SHEET_READ = sa.Table(
    "sheet_read",
    metadata,
    _text("tab", primary_key=True),
    _text("id", primary_key=True),
    _text("missing_since"),
    _text("left_out"),
)
"""What was read back from the spreadsheet: it is never sent there again in silence. No value from it is kept here."""

SHEET_MEMORY = sa.Table(
    "sheet_memory", metadata, _text("kind", primary_key=True), _text("key", primary_key=True), _text("value")
)
"""What the sync remembers from one time to the next: when it was, what failed, what was set aside and why."""

PROGRAM_MEMORY = sa.Table("program_memory", metadata, _text("name", primary_key=True), _text("value", nullable=False))
"""What the program remembers for itself: when it last removed what was past its time."""

JOBS = sa.Table(
    "jobs",
    metadata,
    _text("kind", primary_key=True),
    _text("key", primary_key=True),
    _text("state", nullable=False),
    _text("due", nullable=False),
    _text("asked_at", nullable=False),
    _text("action"),
    _text("withdrawn_by"),
    _text("again"),
    sa.Column("tries", sa.Integer(), nullable=False),
    _text("last_error"),
    _text("failed_at"),
    _text("lease"),
    _text("leased_by"),
    _text("leased_at"),
    _text("lease_until"),
    _text("started_at"),
    _text("finished_at"),
    sa.Index("jobs_due", "state", "due"),
    sa.Index("jobs_action", "action"),
)
"""Work to be done at a time. `key` is an id or a name of ours and `last_error` a code: nothing personal stands here."""
