"""The key with which erasures remember what a submission was sent with."""

from community.settings import Settings
from community.settings.key_file import key_in

FILE = "erasure_key"


def erasure_key(settings: Settings) -> bytes:
    """SECRET_KEY, or a key of its own in the data folder, made the first time and readable by its owner only.

    With another key the erasures' ids still count, but a form sent again by its old key would not be known.
    Raises BadKey.
    """
    if settings.secret_key is not None:
        return settings.secret_key.get_secret_value().encode()
    return key_in(settings.book_home / FILE).encode()
