"""The book of record: SQLite by default, PostgreSQL by address. Rows are added; what is done about them is a change."""

from community.book.answer_keys import BY_GOOGLE_FORM, AnswerKey, read_answer_key, words_id
from community.book.apply_action import act
from community.book.book import Book, Planned, utc_now
from community.book.database import connect
from community.book.deciding_reader import DecidingReader
from community.book.id_lists import among, asked_among
from community.book.merge import TakenIn
from community.book.migrations import HEAD
from community.book.reader import Reader, Where
from community.book.record_set import VOID, canonical_field, is_field, read_field
from community.book.record_types import (
    Action,
    Append,
    Arrival,
    BookUnavailable,
    CannotUndo,
    Change,
    Erased,
    Fault,
    Follows,
    Job,
    KeyReused,
    NewerBook,
    NoSuchRecord,
    NoSuchTable,
    Receipt,
    Received,
    Record,
    Stale,
)
from community.book.references import belonging, merged_from, merged_into
from community.book.replay import replay_row
from community.book.rows import STAYS, add_row
from community.book.schema import (
    CHANGES,
    ERASURES,
    JOBS,
    NOW,
    RECEIVED,
    SHEET_MEMORY,
    SHEET_READ,
    SUBMISSIONS,
    JobLine,
    NowLine,
    ReceivedLine,
    SheetReadLine,
)
from community.book.sql_table import by_ids, lines
from community.book.sqlite_file import compact
from community.book.touched_rows import Changed, Position
from community.book.undo import reversal
from community.tables.row import ChangeRow, Row

__all__ = [
    "BY_GOOGLE_FORM", "CHANGES", "ERASURES", "HEAD", "JOBS", "NOW", "RECEIVED", "SHEET_MEMORY", "SHEET_READ", "STAYS",
    "SUBMISSIONS", "VOID", "Action", "AnswerKey", "Append", "Arrival", "Book", "BookUnavailable", "CannotUndo",
    "Change", "ChangeRow", "Changed", "DecidingReader", "Erased", "Fault", "Follows", "Job", "JobLine", "KeyReused",
    "NewerBook", "NoSuchRecord", "NoSuchTable", "NowLine", "Planned", "Position", "Reader", "Receipt", "Received",
    "ReceivedLine", "Record", "Row", "SheetReadLine", "Stale", "TakenIn", "Where", "act", "add_row", "among",
    "asked_among", "asked_jobs", "backup_archive", "belonging", "blankings", "by_ids", "canonical_field", "clock_jumps",
    "compact", "concern_register", "connect", "demo_flag", "encrypted_backup", "equality_answers", "erasure",
    "is_field", "lines", "merged_from", "merged_into", "migrate", "open_matters", "person_data", "read_answer_key",
    "read_field", "read_log", "replay_row", "restore_archive", "retention_rules", "reversal", "sheet_pulse", "utc_now",
    "words_id",
]  # fmt: skip
