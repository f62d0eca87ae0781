"""The folder of backups: naming, writing, listing and ageing them."""

from datetime import datetime, timedelta
from pathlib import Path

import sqlalchemy as sa

from community.book import BookUnavailable, backup_archive
from community.settings import Settings
from community.tables import canonical as canon

KEEP_DAYS = 35
"""Backups older than this are due for removal, because they hold people erased meanwhile. The newest always stays."""


def folder(settings: Settings) -> Path:
    """The folder where backups go by default."""
    return settings.book_home / "backups"


def name(now: datetime, label: str = "book") -> str:
    """A file name that sorts by time."""
    return f"{label}-{now:%Y%m%dT%H%M%S}Z.zip"


def make(engine: sa.Engine, path: Path, now: datetime) -> backup_archive.Manifest:
    """The manifest of a new backup. Raises BookUnavailable when the book can't be read or the file can't be written."""
    try:
        return backup_archive.write(engine, path, canon.instant(now))
    except (sa.exc.DBAPIError, OSError):
        raise BookUnavailable(
            "The backup could not be written: is there room, and may this program write there?"
        ) from None


def found(settings: Settings) -> list[tuple[datetime, Path]]:
    """The backups in the folder with their times, the newest first. Other files are ignored."""
    each = []
    for path in folder(settings).glob("*.zip"):
        try:
            each.append((canon.moment(backup_archive.read_manifest(path).made_at), path))
        except backup_archive.BadBackup:
            continue
    return sorted(each, reverse=True)


def too_old(settings: Settings, now: datetime) -> list[Path]:
    """Backups past their time, without the newest of all."""
    return [path for made, path in found(settings)[1:] if made < now - timedelta(days=KEEP_DAYS)]
