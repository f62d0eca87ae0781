"""The key that signs what a form carries from page to page."""

import os
import secrets
from pathlib import Path

from community.errors import UserFacingError
from community.settings import Settings

FILE = "secret_key"


class NoKeyError(UserFacingError):
    """The key can't be read or made."""


def secret_key(settings: Settings) -> str:
    """SECRET_KEY of the environment, or the one in the data folder, made the first time and readable by its owner only.

    Raises NoKeyError when the folder does not let us.
    """
    if settings.secret_key is not None:
        return settings.secret_key.get_secret_value()
    path = settings.book_home / FILE
    try:
        return _read(path) or _made(path)
    except OSError:
        raise NoKeyError(f"The file {FILE} in the data folder can't be read or made. Set SECRET_KEY instead.") from None


def _read(path: Path) -> str | None:
    return path.read_text("ascii").strip() or None if path.exists() else None


def _made(path: Path) -> str:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    key, half = secrets.token_urlsafe(32), path.with_name(f"{FILE}.{secrets.token_hex(8)}")
    with os.fdopen(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
        file.write(key)
        file.flush()
        os.fsync(file.fileno())
    try:
        # Whole or not at all, and never over one that another process has just made.
        os.link(half, path)
    except FileExistsError:
        return _read(path) or key
    except OSError:  # a file system without links
        half.replace(path)
        return key
    finally:
        half.unlink(missing_ok=True)
    return key
