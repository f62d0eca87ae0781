"""The folder of backups: naming, writing, encrypting, listing and ageing them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import sqlalchemy as sa

from community.book import BookUnavailable, backup_archive, encrypted_backup
from community.runtime.backup_keys import public_key
from community.settings import Settings
from community.tables import canonical as canon

KEEP_DAYS = 35
"""Backups older than this are due for removal, because they hold people erased meanwhile. The newest always stays."""


@dataclass(frozen=True, order=True)
class KeptBackup:
    """A backup in the folder: when it was made, its file, and the public key it is encrypted for, if it is."""

    made: datetime
    path: Path
    key: str | None


def folder(settings: Settings) -> Path:
    """The folder where backups go by default."""
    return settings.book_home / "backups"


def name(now: datetime, label: str = "book") -> str:
    """A file name that sorts by time, to the thousandth of a second: two backups never want the same."""
    return f"{label}-{now:%Y%m%dT%H%M%S}{now.microsecond // 1000:03}Z.zip"


def make(settings: Settings, engine: sa.Engine, path: Path, now: datetime) -> backup_archive.Manifest:
    """The manifest of a new backup, counted and read back; encrypted once there is a key.

    Raises BookUnavailable when the book can't be read or the file can't be written, BadBackup when the file can't be
    read back, BadPublicKey.
    """
    key, of, at = public_key(settings), settings.community.name, canon.instant(now)
    try:
        if key is None:
            return backup_archive.write(engine, path, at, of)
        return encrypted_backup.write(engine, path, at, of, key)
    except (sa.exc.DBAPIError, OSError):
        raise BookUnavailable(
            "The backup could not be written: is there room, and may this program write there?"
        ) from None


def encrypt_older(settings: Settings) -> int:
    """How many backups in the folder were encrypted now: those from before there was a key. None without a key.

    Each stands there as it was or encrypted, whenever this is interrupted. Raises BookUnavailable, BadPublicKey.
    """
    key = public_key(settings)
    if key is None:
        return 0
    older = [each for each in found(settings) if each.key is None]
    try:
        for each in older:
            encrypted_backup.encrypt(each.path.read_bytes(), each.path, key)
    except OSError:
        raise BookUnavailable(
            "An older backup could not be encrypted: is there room, and may this program write there?"
        ) from None
    return len(older)


def found(settings: Settings) -> list[KeptBackup]:
    """The backups in the folder, the newest first. Other files are ignored."""
    return sorted(_found(folder(settings)), reverse=True)


def too_old(settings: Settings, now: datetime) -> list[Path]:
    """Backups past their time, without the newest of all."""
    return [each.path for each in found(settings)[1:] if each.made < now - timedelta(days=KEEP_DAYS)]


def _found(where: Path) -> Iterator[KeptBackup]:
    for path in where.glob("*.zip"):
        label = encrypted_backup.read_label(path)
        try:
            told = label or backup_archive.read_manifest(path)
            made = canon.moment(told.made_at)
        except (backup_archive.BadBackup, ValueError):
            continue
        yield KeptBackup(made, path, label.key if label else None)
