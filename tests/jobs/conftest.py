"""A book on both kinds of database, as the book's own tests have it."""

from tests.book.conftest import address, book, clock, migrated

__all__ = ["address", "book", "clock", "migrated"]
