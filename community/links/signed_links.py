"""A signed link as forty letters and digits, and back again.

Five bytes are the message's id, four the second until which the link opens, sixteen the seal: HMAC with SHA-256, of
which the first 128 bits are sent. NIST SP 800-107 allows that: whoever can only ask us tries 2^127 seals for one hit.
The purpose is sealed in by a key of its own, derived from ours, and isn't sent: the page that is opened knows it. In
base 32, 25 bytes are exactly 40 signs, so that no link has two spellings, and none ends in a sign that a telephone
takes for the end of a sentence. A text of 160 letters has room for address and words.
"""

import base64
import binascii
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from itsdangerous import Signer
from itsdangerous.encoding import base64_decode, base64_encode
from itsdangerous.signer import HMACAlgorithm

from community.errors import UserFacingError
from community.settings import Settings
from community.settings.key_file import keys_in
from community.tables import ids
from community.tables.link_purposes import Purpose

_MESSAGE = "D"
_ID, _TIME, _SEAL = 5, 4, 16
_SIGNS = (_ID + _TIME + _SEAL) * 8 // 5


class BadLink(UserFacingError):
    """The link does not open: forged, cut off, run out, or for another purpose. To whoever opens it all are one."""

    def __init__(self) -> None:
        """Say the same of every such link, so that nobody learns which messages there are."""
        super().__init__("This link does not open, or does not open any more. Please ring us instead.")


@dataclass(frozen=True)
class Link:
    """What a link is for, the message it went out with, and from when on it no longer opens."""

    purpose: Purpose
    message_id: str
    expires: datetime


def sign(keys: Sequence[str], purpose: Purpose, message_id: str, expires: datetime) -> str:
    """The link, sealed with the first key. `expires` counts in whole seconds. Raises ValueError for any other id."""
    if not message_id.startswith(f"{_MESSAGE}-") or ids.check(message_id) != message_id:
        raise ValueError("a link goes out with a message, and this is no message's id")
    if expires.tzinfo is None:
        raise ValueError("a link ends at a moment, and a time without a zone is none")
    told = ids.pack(message_id) + int(expires.timestamp()).to_bytes(_TIME)
    seal = base64_decode(_signer(keys[:1], purpose).get_signature(told))
    return base64.b32encode(told + seal).decode("ascii").lower()


def read(keys: Sequence[str], purpose: Purpose, token: str, now: datetime) -> Link:
    """The link, if one of the keys sealed it for this purpose and it has not run out. Raises BadLink."""
    try:
        # No capitals, and none of the letters elsewhere whose capital is one of ours: a link has one spelling.
        plain = len(token) == _SIGNS and token.isascii() and token == token.lower()
        packed = base64.b32decode(token.upper()) if plain else b""
    except (binascii.Error, ValueError):
        raise BadLink from None
    told, seal = packed[: _ID + _TIME], packed[_ID + _TIME :]
    if len(seal) != _SEAL or not _signer(keys, purpose).verify_signature(told, base64_encode(seal)):
        raise BadLink
    expires = datetime.fromtimestamp(int.from_bytes(told[_ID:]), UTC)
    if now >= expires:
        raise BadLink
    return Link(purpose, ids.unpack(_MESSAGE, told[:_ID]), expires)


def path(purpose: Purpose, token: str) -> str:
    """The path of the page that a link opens, to be put behind the public address: at most 56 letters."""
    return f"/{purpose.folder}/{token}"


class _ShortSeal(HMACAlgorithm):
    def get_signature(self, key: bytes, value: bytes) -> bytes:
        return super().get_signature(key, value)[:_SEAL]


def _signer(keys: Sequence[str], purpose: Purpose) -> Signer:
    # itsdangerous tries all keys and signs with the last.
    return Signer(
        list(reversed(keys)),
        salt=f"link:{purpose.value}",
        key_derivation="hmac",
        digest_method=hashlib.sha256,
        algorithm=_ShortSeal(hashlib.sha256),
    )


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
