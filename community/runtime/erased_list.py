"""The list of erasures beside the book. A restore needs it, because older backups don't know of them.

An erasure is written down twice: first as an intention, inside the transaction that erases, so that the list knows
everything that is erased; then as done, once that is on disk. From an intention alone the list can't tell whether the
erasure took place, but the book can, and is asked when it is next opened. So no erased person comes back, and no
restore erases somebody because an erasure failed.
"""

import json
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import sqlalchemy as sa

from community.book import Book, BookUnavailable, backup_archive
from community.book.erasure import Erasure, erased
from community.errors import UserFacingError
from community.settings import Settings
from community.tables.row_types import ErasureRow

ERASED = "erasures.jsonl"
T = TypeVar("T")


class NoList(UserFacingError):
    """The list of erasures can't be read."""


@dataclass
class Listed:
    """The contents of such a list: what was erased, and by intention what was begun without a known end."""

    certain: list[Erasure] = field(default_factory=list)
    begun: dict[str, list[Erasure]] = field(default_factory=dict)


def listed(path: Path) -> Listed:
    """The erasures in this list. Raises NoList.

    A last line that was cut off belongs to an intention whose transaction never ended, so it says nothing.
    """
    told = Listed()
    try:
        for line in _whole_lines(path.read_bytes()):
            _take(json.loads(line), told)
    except (OSError, ValueError, TypeError, KeyError):
        raise NoList(
            "The list of erasures can't be read. Without it, somebody who was erased could come back."
        ) from None
    return told


def in_backup(source: backup_archive.Source) -> Listed:
    """The erasures that a backup knows of. Raises BadBackup."""
    part = backup_archive.read_manifest(source).tables["erasures"]
    each = (row for rows in backup_archive.read_rows(source, "erasures", part) for row in rows)
    return Listed([Erasure(e.table_name, e.record_id, e.key_hash) for e in map(ErasureRow.of, each)])


def own(settings: Settings) -> Listed:
    """The erasures in the list beside the book; none if there is no list yet."""
    path = settings.book_home / ERASED
    return listed(path) if path.exists() else Listed()


def begin(settings: Settings, erasures: Sequence[Erasure], intention: str) -> None:
    """Write down, on disk before this returns, what is about to be erased. Called inside the transaction that erases.

    Raises BookUnavailable, so that nothing is erased, when it can't be written.
    """
    _add(settings, [e._asdict() | {"begun": intention} for e in erasures])


def end(settings: Settings, intention: str, *, done: bool) -> None:
    """Write down what became of an intention. Raises BookUnavailable."""
    _add(settings, [{"done" if done else "undone": intention}])


def ask_the_book(settings: Settings, book: Book) -> None:
    """Write down the outcome of each open intention, by asking the book, which remembers what it erased.

    The book is asked under the single writer's lock, so no erasure is under way meanwhile. Raises BookUnavailable.
    """
    if not own(settings).begun:
        return

    def look(connection: object) -> None:
        there = {(e.table, e.id) for e in erased(connection)}  # type: ignore[arg-type]
        for intention, erasures in own(settings).begun.items():
            end(settings, intention, done=all((e.table, e.id) in there for e in erasures))

    book.remember(look)


def done_or_not(settings: Settings, book: Book, work: Callable[[sa.Connection], T], intention: str) -> T:
    """What the work returns. The work noted this intention with `begin`, and its outcome is noted here.

    If it fails, the book is asked whether the erasure took place all the same; if that fails, its next opening asks.
    """
    try:
        outcome = book.write(work)
    except BaseException:
        with suppress(BookUnavailable):
            ask_the_book(settings, book)
        raise
    with suppress(BookUnavailable):  # it is erased; the next opening of the book writes it down
        end(settings, intention, done=True)
    return outcome


def _take(line: dict[str, str], told: Listed) -> None:
    if "done" in line:
        told.certain += told.begun.pop(line["done"], [])
    elif "undone" in line:
        told.begun.pop(line["undone"], None)
    elif (intention := line.pop("begun", None)) is not None:
        told.begun.setdefault(intention, []).append(Erasure(**line))
    else:
        told.certain.append(Erasure(**line))


def _whole_lines(text: bytes) -> Iterator[bytes]:
    return (line for line in text[: text.rfind(b"\n") + 1].splitlines() if line.strip())


def _add(settings: Settings, lines: Iterable[dict[str, str | None]]) -> None:
    try:
        settings.book_home.mkdir(mode=0o700, parents=True, exist_ok=True)
        number = os.open(settings.book_home / ERASED, os.O_RDWR | os.O_CREAT, 0o600)
        with os.fdopen(number, "r+b") as file:
            text = file.read()
            # A line that an interruption cut off is dropped, because it says nothing: see `listed`.
            file.truncate(file.seek(text.rfind(b"\n") + 1))
            file.write(b"".join(json.dumps(line).encode() + b"\n" for line in lines))
            file.flush()
            os.fsync(number)
    except OSError:
        raise BookUnavailable("The list of erasures can't be written, so nothing was erased.") from None
