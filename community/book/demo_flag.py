"""Whether a book is about invented people. Mail, sheet and publishing ask this before they send anything out.

The mark is in the book itself, not beside it, so a copied or renamed file keeps it.
"""

import sqlalchemy as sa

from community.book import backup_archive
from community.book.book import Book
from community.book.record_types import BookUnavailable
from community.book.schema import SUBMISSIONS

_KEY = "the-invented-town"


def is_invented(book: Book) -> bool:
    """Whether everybody in this book is invented. Raises BookUnavailable when it can't be read."""
    query = sa.select(SUBMISSIONS.c.key).where(SUBMISSIONS.c.key == _KEY)
    try:
        with book.engine.connect() as connection:
            return connection.execute(query).first() is not None
    except sa.exc.DBAPIError:
        raise BookUnavailable("The book can't be read just now.") from None


def backup_is_invented(source: backup_archive.Source) -> bool:
    """Whether this backup is of an invented town. Raises BadBackup."""
    name = SUBMISSIONS.name
    rows = backup_archive.read_rows(source, name, backup_archive.read_manifest(source).tables[name])
    return any(row[SUBMISSIONS.c.key.name] == _KEY for batch in rows for row in batch)


def mark_invented(connection: sa.Connection) -> None:
    """Mark the book for good, as work for `Book.write`. No submission can have this key, because theirs are random."""
    entry = {"key": _KEY, "table": "invented", "record_id": "invented", "hash": "invented"}
    if connection.execute(sa.select(SUBMISSIONS.c.key).where(SUBMISSIONS.c.key == _KEY)).first() is None:
        connection.execute(SUBMISSIONS.insert(), entry)
