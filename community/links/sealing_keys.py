"""The keys that seal links. They come from SECRET_KEY if the environment has it, and from the data folder."""

from community.settings import Settings
from community.settings.key_file import keys_in


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
