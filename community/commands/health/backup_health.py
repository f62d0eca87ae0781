"""Checks of the backups: whether there is a new one, and whether a thief of the data folder could read them."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from community.commands.health import HealthFinding
from community.runtime import backup_keys, backups
from community.runtime.backups import KeptBackup
from community.settings import Settings
from community.wording import counted

_BACKUP_DAYS = 2
"""A backup is made every day; one missed night is no reason to be rung about."""


def look(settings: Settings, now: datetime) -> Iterator[HealthFinding]:
    """Findings on the backups in the data folder and on their key. Nothing is decrypted."""
    made = backups.found(settings)
    yield _newest(made, now)
    if not settings.demo and not settings.kept_in_sheet:
        yield _key(settings, made)
    if settings.backup_key is not None:
        words = "BACKUP_KEY is set on this machine, so whoever takes it can read the backups. Take it out."
        yield HealthFinding("backup key", "wrong", words)


def _newest(made: list[KeptBackup], now: datetime) -> HealthFinding:
    if not made:
        return HealthFinding(
            "backup", "think", "There is none in the data folder. The worker, which `run` starts, makes one each night."
        )
    age = now - made[0].made
    words = f"The last one was made on {made[0].made:%Y-%m-%d}; {len(made)} are kept."
    return HealthFinding("backup", "think" if age > timedelta(days=_BACKUP_DAYS) else "well", words)


def _key(settings: Settings, made: list[KeptBackup]) -> HealthFinding:
    what, plain = "backup key", sum(each.key is None for each in made)
    try:
        key = backup_keys.public_key(settings)
    except backup_keys.BadPublicKey as error:
        return HealthFinding(what, "wrong", str(error))
    if key is None and plain < len(made):
        words = (
            f"{backup_keys.FILE} is gone, so new backups are not encrypted. Put it back, or make a key: `backup-key`."
        )
        return HealthFinding(what, "wrong", words)
    if key is None:
        words = "Backups are not encrypted: whoever takes the data folder can read them. `backup-key` makes the key."
        return HealthFinding(what, "think", words)
    if plain:
        words = f"{counted(plain, 'backup')} from before there was a key: not encrypted yet. The next night does it."
        return HealthFinding(what, "think", words)
    words = f"Backups are encrypted for {key}. Try each keeper's copy twice a year: `backup-key --try`."
    return HealthFinding(what, "well", words)
