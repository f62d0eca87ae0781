"""The keys that the programs make for themselves. All are derived from SECRET_KEY if the environment has it."""

from community.settings import Settings
from community.settings.key_file import key_in, keys_in


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


def link_keys(settings: Settings) -> tuple[str, ...]:
    """Return the keys of the links in messages: the first signs, and a link signed with any of them opens.

    A file of their own, because the form's key may be replaced at any time (a form half filled in starts again), while
    a link has to open for as long as it was sent out for. The file has one key on each line: to replace the key, write
    a new one above it, and take the old one out when the last link signed with it has run out. With SECRET_KEY, which
    machines that share a book have in common, that signs, and the keys in the file still open what they signed.
    Raises BadKey.
    """
    path = settings.book_home / "link_key"
    if settings.secret_key is None:
        return keys_in(path)
    return (settings.secret_key.get_secret_value(), *keys_in(path, make=False))


def _key(settings: Settings, file: str) -> str:
    if settings.secret_key is not None:
        return settings.secret_key.get_secret_value()
    return key_in(settings.book_home / file)
