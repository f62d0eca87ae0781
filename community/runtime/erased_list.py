"""The list of erasures beside the book, that a restore goes by: older backups don't know of them.

An erasure is written down twice. First as an intention, from inside the transaction that erases, so that nothing is
erased that the list does not know. Then, when that is on disk, as done. Of an intention without its second half nobody
can tell from the list whether it came about; the book can, and is asked at its next opening. So nobody comes back who
was erased, and nobody is erased by a restore because an erasure failed.
"""

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from community.book import Book, BookUnavailable, backup_archive
from community.book.erasure import Erasure, erased
from community.errors import UserFacingError
from community.settings import Settings

ERASED = "erasures.jsonl"


class NoList(UserFacingError):
    """The list of erasures can't be read."""


@dataclass
class Listed:
    """What such a list says: what was erased, and by intention what was begun and not told the end of."""

    certain: list[Erasure] = field(default_factory=list)
    begun: dict[str, list[Erasure]] = field(default_factory=dict)


def listed(path: Path) -> Listed:
    """What this list, or a younger backup, says. Raises NoList, BadBackup.

    A last line that was cut off belongs to an intention whose transaction never ended, so it says nothing.
    """
    told = Listed()
    if path.suffix == ".zip":
        part = backup_archive.read_manifest(path).tables["erasures"]
        for rows in backup_archive.read_rows(path, "erasures", part):
            told.certain += [Erasure(row["table_name"], row["record_id"], row["key_hash"]) for row in rows]
        return told
    try:
        for line in _whole_lines(path.read_bytes()):
            _take(json.loads(line), told)
    except (OSError, ValueError, TypeError, KeyError):
        raise NoList(
            "The list of erasures can't be read. Without it, somebody who was erased could come back."
        ) from None
    return told


def own(settings: Settings) -> Listed:
    """What the list beside the book says; nothing when there is none yet."""
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
    """Write down what became of intentions of which that is not known: the book remembers what it erased.

    It is asked in the place of the one writer, so no erasure is under way meanwhile. Raises BookUnavailable.
    """
    if not own(settings).begun:
        return

    def look(connection: object) -> None:
        there = {(e.table, e.id) for e in erased(connection)}  # type: ignore[arg-type]
        for intention, erasures in own(settings).begun.items():
            end(settings, intention, done=all((e.table, e.id) in there for e in erasures))

    book.remember(look)


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
            # What an interruption cut off goes, and says nothing: see `listed`.
            file.truncate(file.seek(text.rfind(b"\n") + 1))
            file.write(b"".join(json.dumps(line).encode() + b"\n" for line in lines))
            file.flush()
            os.fsync(number)
    except OSError:
        raise BookUnavailable("The list of erasures can't be written, so nothing was erased.") from None
