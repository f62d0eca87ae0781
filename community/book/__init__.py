"""The book of record: SQLite by default, PostgreSQL by address. Rows are added; what is done about them is a change."""

from community.book.book import Book, utc_now
from community.book.read import NoSuchTable, Reader
from community.book.words import Action, Append, Arrival, BookUnavailable, CannotUndo, Change, KeyReused, NewerBook, Receipt, Row, Stale

__all__ = [
    "Action",
    "Append",
    "Arrival",
    "Book",
    "BookUnavailable",
    "CannotUndo",
    "Change",
    "KeyReused",
    "NewerBook",
    "NoSuchTable",
    "Reader",
    "Receipt",
    "Row",
    "Stale",
    "utc_now",
]
