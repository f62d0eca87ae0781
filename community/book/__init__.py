"""The book of record: SQLite by default, PostgreSQL by address. Rows are added; what is done about them is a change."""

from community.book.book import Book, utc_now
from community.book.merge import TakenIn
from community.book.reader import Reader
from community.book.record_types import (
    Action,
    Append,
    Arrival,
    BookUnavailable,
    CannotUndo,
    Change,
    Erased,
    Fault,
    KeyReused,
    NewerBook,
    NoSuchRecord,
    NoSuchTable,
    Receipt,
    Received,
    Row,
    Stale,
)

__all__ = [
    "Action",
    "Append",
    "Arrival",
    "Book",
    "BookUnavailable",
    "CannotUndo",
    "Change",
    "Erased",
    "Fault",
    "KeyReused",
    "NewerBook",
    "NoSuchRecord",
    "NoSuchTable",
    "Reader",
    "Receipt",
    "Received",
    "Row",
    "Stale",
    "TakenIn",
    "utc_now",
]
