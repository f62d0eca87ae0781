"""Publishing: what strangers may read is taken from the book, never from an invented town, written, and the site built.

If the site can't be built, everything stays as it was.
"""

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from community.book import Book
from community.book.demo_flag import is_invented
from community.errors import UserFacingError
from community.publish.earlier_figures import FILE, earlier
from community.publish.public_markdown import lists, snippets
from community.publish.written_pages import left_over, place
from community.settings import Settings
from community.tables.canonical import LONDON

_DAY = re.compile(r"Counted up to \d+ \w+ \d{4}")


class Invented(UserFacingError):
    """The people in this book are invented, so nothing of it is published."""


def prepare(book: Book, settings: Settings, now: datetime) -> dict[str, str]:
    """By file name, the Markdown of all that the public may read. Raises Invented for the invented town."""
    _check_real(book, settings)
    with book.reading() as reader:
        before = earlier(_read(settings.site / place(FILE)))
        return snippets(reader, settings, now.astimezone(LONDON).date(), before)


def prepare_lists(book: Book, settings: Settings, now: datetime) -> dict[str, str]:
    """By file name, the Markdown that a decision, a setting or a day changes, without figures. Raises as `prepare`."""
    _check_real(book, settings)
    with book.reading() as reader:
        return lists(reader, settings, now.astimezone(LONDON).date())


def _check_real(book: Book, settings: Settings) -> None:
    """Raise Invented unless the book is live, or invented and written into the invented town's own folder."""
    if is_invented(book) != settings.site_is_trial:
        raise Invented("The people in this book are invented, so nothing is published. DEMO=no opens the live book.")


def stale(root: Path, told: Mapping[str, str]) -> list[str]:
    """The names of the files that are out of date, or to be no more. A new day alone puts no file out of date."""
    changed = [name for name, words in told.items() if _undated(_read(root / place(name))) != _undated(words)]
    return changed + left_over(root, told)


def publish(root: Path, told: Mapping[str, str], build: Callable[[], object]) -> list[str]:
    """The names of the files that changed, after writing them and calling `build`. They are restored if it raises."""
    changed = stale(root, told)
    before = {name: _read(root / place(name)) for name in changed}
    try:
        for name in changed:
            _write(root / place(name), told.get(name))
        build()
    except BaseException:  # Ctrl-C too: whatever stops it, the site and its sources must fit each other
        for name, words in before.items():
            _write(root / place(name), words)
        raise
    return changed


def _undated(words: str | None) -> str | None:
    return None if words is None else _DAY.sub("", words)


def _read(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.exists() else None


def _write(path: Path, words: str | None) -> None:
    """Write the file whole or not at all."""
    if words is None:
        path.unlink(missing_ok=True)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_suffix(".new")
    new.write_text(words, encoding="utf-8", newline="\n")
    new.replace(path)
