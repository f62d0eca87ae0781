"""The key that signs what a form carries from page to page."""

from community.settings import Settings
from community.settings.key_file import key_in

FILE = "secret_key"


def secret_key(settings: Settings) -> str:
    """SECRET_KEY of the environment, or the one in the data folder, made the first time and readable by its owner only.

    Raises BadKey when the folder does not let us.
    """
    if settings.secret_key is not None:
        return settings.secret_key.get_secret_value()
    return key_in(settings.book_home / FILE)
