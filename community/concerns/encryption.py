"""Sealing words so that only this community's key opens them, and the key itself.

AES-SIV (RFC 5297): the same words under the same seed give the same text, so that a form sent twice is one row; a seed
of its own for each concern keeps two concerns with equal answers from looking alike.
"""

import base64
import hashlib
import hmac
import secrets
from collections.abc import Mapping

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESSIV

from community.book import Book
from community.errors import UserFacingError
from community.settings import Settings
from community.settings.key_file import SHORTEST, BadKey, key_in
from community.tables import SEALED
from community.tables.row_types import ConcernRow, DoorKeyRow

FILE = "concerns_key"
_SEED, _MARK = 16, 4


class NoConcernsKey(UserFacingError):
    """The key that opens concerns is missing, can't be made, or is the wrong one."""


class Seal:
    """Seals and opens the words of concerns."""

    def __init__(self, key: str) -> None:
        """Work with this key. The key's name goes before each sealed text, to tell a wrong key from damage."""
        stretched = hashlib.sha512(b"concerns:" + key.encode()).digest()
        self._cipher, self._secret = AESSIV(stretched), stretched[:32]
        self._mark = hashlib.sha256(b"name:" + stretched).digest()[:_MARK]

    def seed(self, of: str | None = None) -> bytes:
        """A new seed; for the key of a submission, always the same one."""
        if of is None:
            return secrets.token_bytes(_SEED)
        return hmac.new(self._secret, of.encode(), "sha256").digest()[:_SEED]

    def seal(self, column: str, words: str, seed: bytes) -> str:
        """The words, sealed for this column."""
        sealed = self._cipher.encrypt(words.encode(), [column.encode(), seed])
        return base64.urlsafe_b64encode(self._mark + seed + sealed).decode()

    def open(self, column: str, sealed: str) -> str:
        """The words that were sealed. Raises NoConcernsKey when another key sealed them, or they were changed."""
        try:
            raw = base64.urlsafe_b64decode(sealed)
            seed = raw[_MARK : _MARK + _SEED]
            return self._cipher.decrypt(raw[_MARK + _SEED :], [column.encode(), seed]).decode()
        except (InvalidTag, ValueError):
            raise NoConcernsKey(
                f"This can't be opened with the key that is here. Put the right {FILE} into the data folder."
            ) from None

    def row(self, values: Mapping[str, object], *, key: str | None = None) -> dict[str, object]:
        """A concern's values as the book keeps them: words sealed, route and status as they are."""
        seed = self.seed(key)
        return {
            name: self.seal(name, str(value), seed) if name in SEALED and value is not None else value
            for name, value in values.items()
        }


def seal_to_raise(settings: Settings, book: Book) -> Seal:
    """The seal for a new concern, or the code of a key safe. The first of these makes the key; none is made where
    another key has sealed some already.

    Raises NoConcernsKey.
    """
    sealed = book.count(ConcernRow) + book.count(DoorKeyRow, lambda c: [c.code.is_not(None)])
    return seal_of(settings, make=not sealed)


def seal_of(settings: Settings, *, make: bool = False) -> Seal:
    """The seal with CONCERNS_KEY, or with the key in the data folder; `make` makes one, for its owner’s eyes only.

    Raises NoConcernsKey when there is none, or it can't be read or made.
    """
    if settings.concerns_key is not None:
        key = settings.concerns_key.get_secret_value().strip()
        if len(key) < SHORTEST:
            raise NoConcernsKey(f"CONCERNS_KEY is too short: it needs at least {SHORTEST} letters and digits.")
        return Seal(key)
    try:
        key = key_in(settings.book_home / FILE, make=make)
    except BadKey:
        key = ""
    if not key:
        raise NoConcernsKey(
            f"The file {FILE} in the data folder can’t be read or made, or holds no whole key. Without the key that "
            "sealed them, concerns can’t be opened. Put the file back from where its copy is kept. If no copy is left, "
            f"set CONCERNS_KEY to a new key of {SHORTEST} letters or more: older concerns then stay closed."
        )
    return Seal(key)
