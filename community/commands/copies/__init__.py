"""The folder of backups, and the list of erasures that a restore goes by."""

import json
import os
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import sqlalchemy as sa

from community.book import backup
from community.book.erase import Erasure
from community.book.words import BookUnavailable
from community.errors import UserFacingError
from community.settings import Settings
from community.tables import canonical as canon

KEEP_DAYS = 35
"""Backups older than this are due for removal, and with them whoever was erased meanwhile. The newest always stays."""
ERASED = "erasures.jsonl"


class NoList(UserFacingError):
    """The list of erasures can't be read."""


def folder(settings: Settings) -> Path:
    """Where backups go if nobody says otherwise."""
    return settings.book_home / "backups"


def name(now: datetime, label: str = "book") -> str:
    """A file name that sorts by time."""
    return f"{label}-{now:%Y%m%dT%H%M%S}Z.zip"


def make(engine: sa.Engine, path: Path, now: datetime) -> backup.Manifest:
    """Write a backup. Raises BookUnavailable when the book can't be read or the file not be written."""
    try:
        return backup.write(engine, path, canon.instant(now))
    except (sa.exc.DBAPIError, OSError):
        raise BookUnavailable(
            "The backup could not be written: is there room, and may this program write there?"
        ) from None


def found(settings: Settings) -> list[tuple[datetime, Path]]:
    """The backups in the folder with their times, the newest first. Files that are none are passed over."""
    each = []
    for path in folder(settings).glob("*.zip"):
        try:
            each.append((canon.moment(backup.read_manifest(path).made_at), path))
        except backup.BadBackup:
            continue
    return sorted(each, reverse=True)


def too_old(settings: Settings, now: datetime) -> list[Path]:
    """Backups past their time, without the newest of all."""
    return [path for made, path in found(settings)[1:] if made < now - timedelta(days=KEEP_DAYS)]


def note_erasures(settings: Settings, erasures: Iterable[Erasure]) -> None:
    """Add the erasures to the list beside the book, on disk before this returns: older backups don't know of them."""
    path = settings.book_home / ERASED
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "w", encoding="utf-8") as file:
        file.writelines(json.dumps(e._asdict()) + "\n" for e in erasures)
        file.flush()
        os.fsync(file.fileno())


def noted_erasures(path: Path) -> Iterator[Erasure]:
    """The erasures of such a list, or of a younger backup. Raises NoList, BadBackup."""
    if path.suffix == ".zip":
        part = backup.read_manifest(path).tables["erasures"]
        for rows in backup.read_rows(path, "erasures", part):
            yield from (Erasure(row["table_name"], row["record_id"], row["key_hash"]) for row in rows)
        return
    try:
        for line in path.read_text("utf-8").splitlines():
            yield Erasure(**json.loads(line))
    except (OSError, ValueError, TypeError):
        raise NoList(
            "The list of erasures can't be read. Without it, somebody who was erased could come back."
        ) from None
