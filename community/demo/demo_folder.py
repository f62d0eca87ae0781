"""The invented town's own folder. Nothing here touches the folder of a live book."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from community.book import Book
from community.book.demo_flag import is_invented
from community.errors import UserFacingError
from community.settings import TRIAL_SITE

BOOK = "book.db"


class TownIsThere(UserFacingError):
    """There is an invented town already, and nobody asked for it to be made again."""


class NotInvented(UserFacingError):
    """The book in that folder is not an invented one, so it is left alone."""


@contextmanager
def fresh_book(home: Path, *, again: bool) -> Iterator[Book]:
    """An empty book that becomes `home`/demo/book.db if the block ends without an error, and is deleted otherwise.

    Raises TownIsThere unless `again`; raises NotInvented, whatever was asked, where a live book stands in that place.
    """
    folder = home / "demo"
    check(folder / BOOK, again=again)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    making = Path(tempfile.mkdtemp(prefix="making-", dir=folder))
    try:
        book = Book.open(str(making / BOOK))
        try:
            yield book
        finally:
            book.close()  # the last to close it folds the write-ahead log into the file
        _replace(folder, making / BOOK)
    finally:
        shutil.rmtree(making, ignore_errors=True)


def check(path: Path, *, again: bool) -> None:
    """Raise unless a new town may take the place of what is there."""
    if not path.exists():
        return
    book = Book.open(str(path))
    try:
        invented = is_invented(book)
    finally:
        book.close()
    if not invented:
        raise NotInvented(
            "The book in the demo folder is not an invented town, so nothing was written. Move it away first."
        )
    if not again:
        raise TownIsThere(
            "There is an invented town already. --again makes it anew, and what was tried out in it is gone."
        )


def _replace(folder: Path, made: Path) -> None:
    try:
        for ending in ("", "-wal", "-shm"):
            (folder / f"{BOOK}{ending}").unlink(missing_ok=True)
        made.replace(folder / BOOK)
        shutil.rmtree(folder / TRIAL_SITE, ignore_errors=True)  # its figures and lists are the old town's
    except PermissionError:  # Windows keeps open files where they are
        raise TownIsThere("The invented town is in use. Stop the program that shows it, then try again.") from None
