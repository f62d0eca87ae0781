"""The public key for which this machine encrypts its backups. The secret key that opens them is never kept here."""

import os
import secrets

from community.book import BookUnavailable, encrypted_backup
from community.errors import UserFacingError
from community.settings import Settings

FILE = "backup_key.pub"


class BadPublicKey(UserFacingError):
    """The file of the public key does not hold a whole one. No backup is made without, because it would lie open."""


def public_key(settings: Settings) -> str | None:
    """The public key in the data folder; None where nobody has made a key yet. Raises BadPublicKey.

    The lines of the file that begin with # are for people.
    """
    path = settings.book_home / FILE
    try:
        lines = [line.strip() for line in path.read_text("utf-8").splitlines()]
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError):
        raise BadPublicKey(_BAD) from None
    keys = [line for line in lines if line and not line.startswith("#")]
    if len(keys) != 1 or not encrypted_backup.is_public(keys[0]):
        raise BadPublicKey(_BAD)
    return keys[0]


def keep(settings: Settings, key: str) -> None:
    """Encrypt every backup from now on for this public key. Raises BookUnavailable when it can't be noted."""
    path = settings.book_home / FILE
    half = path.with_name(f".{FILE}.{secrets.token_hex(4)}")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with os.fdopen(os.open(half, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w", encoding="utf-8") as file:
            file.write(f"{_ABOUT}{key}\n")
            file.flush()
            os.fsync(file.fileno())
        half.replace(path)
    except OSError:
        raise BookUnavailable(f"The file {FILE} can't be written into the data folder, so nothing changed.") from None
    finally:
        half.unlink(missing_ok=True)


_ABOUT = "# Backups are encrypted for this key. It opens nothing: the key that does is with its keepers.\n"
_BAD = (
    f"The file {FILE} in the data folder holds no whole public key, so no backup is made: it would not be encrypted. "
    "Put the file back from a copy, or make a new key with `backup-key`."
)
