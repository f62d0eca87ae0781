"""The keys that the programs make for themselves. All are derived from SECRET_KEY if the environment has it."""

from community.settings import Settings
from community.settings.key_file import key_in


def secret_key(settings: Settings) -> str:
    """Return what signs a form from page to page: SECRET_KEY, or the key in the data folder, made the first time.

    Raises BadKey when the folder does not let us.
    """
    return _key(settings, "secret_key")


def erasure_key(settings: Settings) -> bytes:
    """Return the key with which erasures remember what a submission was sent with; made the first time as well.

    With another key the erasures' ids still count, but a form sent again by its old key would not be known.
    Raises BadKey.
    """
    return _key(settings, "erasure_key").encode()


def _key(settings: Settings, file: str) -> str:
    if settings.secret_key is not None:
        return settings.secret_key.get_secret_value()
    return key_in(settings.book_home / file)
