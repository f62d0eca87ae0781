"""What was left in the data folder and should not be: half-made files, old exports, exports of somebody erased."""

import re
from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path

from community.runtime import backup_keys, backups
from community.settings import Settings

EXPORTS = "exports"
_UNFINISHED = timedelta(hours=1)
"""Nothing takes longer to be written: what is older was interrupted."""
_ID = re.compile(r"\b[A-Z]{1,2}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]\b")


def half_made(settings: Settings, now: datetime) -> list[Path]:
    """Backups and files of keys that were interrupted while they were written. They hold everything, or a key."""
    home = settings.book_home
    found = [
        *backups.folder(settings).glob(".*.zip.*"),
        *home.glob(".erasure_key.*"),
        *home.glob(f".{backup_keys.FILE}.*"),
        *(path for path in home.glob("secret_key.*") if re.fullmatch(r"[0-9a-f]{16}", path.suffix[1:])),
    ]
    return sorted(path for path in found if _older(path, now - _UNFINISHED))


def exports_of(settings: Settings, ids: Iterable[str]) -> list[Path]:
    """Exports that name a record with one of these ids, both files of each."""
    wanted = set(ids)
    named = {path.stem for path in _exports(settings) if not wanted.isdisjoint(_named(path))}
    return [path for path in _exports(settings) if path.stem in named]


def old_exports(settings: Settings, now: datetime) -> list[Path]:
    """Exports that have been there as long as a backup would be kept."""
    return [path for path in _exports(settings) if _older(path, now - timedelta(days=backups.KEEP_DAYS))]


def remove(paths: Iterable[Path]) -> int:
    """How many of these files were removed."""
    found = [path for path in dict.fromkeys(paths) if path.exists()]
    for path in found:
        path.unlink(missing_ok=True)
    return len(found)


def _exports(settings: Settings) -> list[Path]:
    return sorted(path for path in (settings.book_home / EXPORTS).glob("*") if path.is_file())


def _named(path: Path) -> set[str]:
    try:
        return {*_ID.findall(path.name), *_ID.findall(path.read_text("utf-8", errors="replace"))}
    except OSError:
        return set()


def _older(path: Path, than: datetime) -> bool:
    try:
        return path.stat().st_mtime < than.timestamp()
    except OSError:
        return False
