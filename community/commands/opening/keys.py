"""The key with which erasures remember what a submission was sent with."""

import os
import secrets

from community.errors import UserFacingError
from community.settings import Settings

FILE = "erasure_key"


class NoKey(UserFacingError):
    """The key can't be read or made."""


def erasure_key(settings: Settings) -> bytes:
    """SECRET_KEY, or a key of its own in the data folder, made the first time and readable by its owner only.

    With another key the erasures' ids still count, but a form sent again by its old key would not be known.
    Raises NoKey.
    """
    if settings.secret_key is not None:
        return settings.secret_key.get_secret_value().encode()
    path = settings.book_home / FILE
    try:
        if not path.exists():
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            half = path.with_name(f".{FILE}.{os.getpid()}")
            with os.fdopen(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                file.write(secrets.token_urlsafe(32).encode())
                file.flush()
                os.fsync(file.fileno())
            half.rename(path)
        return path.read_bytes()
    except OSError:
        raise NoKey(f"The file {FILE} in the data folder can't be read or made. Set SECRET_KEY instead.") from None
