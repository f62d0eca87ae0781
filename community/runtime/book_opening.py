"""Opening the book that the settings name: the invented town's, or the live one."""

from contextlib import suppress
from functools import partial
from pathlib import Path

import sqlalchemy as sa

from community.book import Book, utc_now
from community.errors import UserFacingError
from community.runtime import backups, erased_list
from community.runtime.secret_keys import erasure_key
from community.settings import Settings


class NoBook(UserFacingError):
    """There is no book yet."""


def book_address(settings: Settings) -> str:
    """Where the book is: a path, or the address of a PostgreSQL database. The invented town has a file of its own."""
    if settings.database_url is not None and not settings.demo:
        return settings.database_url.get_secret_value()
    return str(settings.book_home / "book.db")


def open_book(settings: Settings, *, make: bool = False) -> Book:
    """The book in use. Raises NoBook when its file is absent, unless `make` says to begin one.

    A mistyped data folder must not look like an empty town.
    """
    address = book_address(settings)
    if not make and "://" not in address and not Path(address).exists():
        raise NoBook(
            "There is no book in the data folder yet. `python start.py demo` makes the invented town, "
            "`python start.py init` an empty live book."
        )
    book = Book.open(address, backup=partial(_keep_a_copy, settings), erasure_key=erasure_key(settings))
    with suppress(UserFacingError):  # another opening does it, and `doctor` tells
        erased_list.ask_the_book(settings, book)
    return book


def _keep_a_copy(settings: Settings, engine: sa.Engine) -> None:
    """Back up the book as an earlier program left it, before it is migrated."""
    now = utc_now()
    backups.make(settings, engine, backups.folder(settings) / backups.name(now, "before-update"), now)
