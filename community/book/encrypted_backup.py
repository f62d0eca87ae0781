"""An encrypted backup: a zip of a backup that only the keepers' key opens, and of a label that everybody may read.

The encryption is age's (https://age-encryption.org, library pyrage). The machine knows the public key only, so nobody
can read a backup by what is on the machine. What is encrypted is never on the disk as it was, only in memory.
"""

import io
import json
import re
import zipfile
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import BinaryIO

import pyrage
import sqlalchemy as sa
from pyrage import x25519

from community.book import backup_archive
from community.book.backup_archive import BadBackup, Manifest
from community.errors import UserFacingError

LABEL, SEALED = "label.json", "book.zip.age"
KIND = "compassionate-community-book, encrypted"
_SECRET = re.compile(r"AGE-SECRET-KEY-1[0-9A-Z]{58}")


class NoBackupKey(UserFacingError):
    """What was given is no key, or not the one that opens this backup."""


@dataclass(frozen=True)
class Label:
    """What everybody may read of an encrypted backup. It names nobody, and counts nothing."""

    made_at: str
    community: str
    key: str
    """The public key it was encrypted for."""


def make_keys() -> tuple[str, str]:
    """A new secret key and its public key. The secret key is kept nowhere."""
    made = x25519.Identity.generate()
    return str(made), str(made.to_public())


def public_of(secret: str) -> str:
    """The public key that goes with this secret key. Raises NoBackupKey."""
    try:
        return str(x25519.Identity.from_str(secret).to_public())
    except pyrage.IdentityError:
        raise NoBackupKey(_NO_KEY) from None


def is_public(key: str) -> bool:
    """Whether this is a whole public key: each has a checksum, so one wrong letter shows."""
    try:
        x25519.Recipient.from_str(key)
    except pyrage.RecipientError:
        return False
    return True


def secrets_in(text: str) -> list[str]:
    """The secret keys in what somebody typed or in a file of theirs: blanks and small letters don't matter.

    Raises NoBackupKey when there is none, or one with a slip in it.
    """
    found = _SECRET.findall("".join(text.split()).upper())
    if not found:
        raise NoBackupKey(_NO_KEY)
    for each in found:
        public_of(each)
    return found


def write(engine: sa.Engine, path: Path, made_at: str, community: str, key: str) -> Manifest:
    """The manifest of the encrypted backup just written, whose rows were counted and whose file was read back."""
    plain = io.BytesIO()
    backup_archive.pack(engine, plain, made_at, community)
    backup_archive.check(plain)
    return encrypt(plain.getvalue(), path, key)


def encrypt(plain: bytes, path: Path, key: str) -> Manifest:
    """The manifest of this backup, now encrypted at this path. Raises BadBackup when `plain` is none.

    The file is encrypted for a second key as well, which exists only here and only until the file was read back with
    it and compared to the last byte: the keepers' own key is not there to do it.
    """
    manifest = backup_archive.read_manifest(io.BytesIO(plain))
    once = x25519.Identity.generate()
    sealed = pyrage.encrypt(plain, [x25519.Recipient.from_str(key), once.to_public()])
    label = Label(manifest.made_at, manifest.community, key)

    def fill(file: BinaryIO) -> None:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
            archive.writestr(LABEL, json.dumps({"kind": KIND} | asdict(label), indent=1))
            archive.writestr(SEALED, sealed)

    def read_back(half: Path) -> Manifest:
        if read_label(half) != label or _decrypted(half, [once]) != plain:
            raise BadBackup(_DAMAGED)
        return manifest

    return backup_archive.put(path, fill, read_back)


def read_label(path: Path) -> Label | None:
    """The label of an encrypted backup; None if the file is not one, so perhaps a backup that is not encrypted."""
    try:
        with zipfile.ZipFile(path) as archive:
            told = json.loads(archive.read(LABEL))
        if told["kind"] != KIND:
            return None
        return Label(*(str(told[name]) for name in Label.__dataclass_fields__))
    except (OSError, zipfile.BadZipFile, KeyError, ValueError, TypeError):
        return None


def decrypt(path: Path, secrets: list[str]) -> BinaryIO:
    """The backup in this encrypted file, in memory. Raises NoBackupKey, BadBackup.

    Nothing on the label is believed that the encrypted part does not say as well.
    """
    label = read_label(path)
    if label is None:
        raise BadBackup("This file is not an encrypted backup, or a part of it is missing.")
    keys = [x25519.Identity.from_str(each) for each in secrets]
    try:
        plain = io.BytesIO(_decrypted(path, keys))
    except BadBackup:
        if label.key in {str(each.to_public()) for each in keys}:
            raise
        raise NoBackupKey(
            f"This key does not open this backup. It was encrypted for the key whose public part is {label.key}: "
            "an earlier key of yours, or another community's."
        ) from None
    manifest = backup_archive.read_manifest(plain)
    if (manifest.made_at, manifest.community) != (label.made_at, label.community):
        raise BadBackup("The label of this backup was changed: what is in it is of another time or another community.")
    return plain


def _decrypted(path: Path, keys: list[x25519.Identity]) -> bytes:
    try:
        with zipfile.ZipFile(path) as archive:
            return pyrage.decrypt(archive.read(SEALED), keys)
    except (OSError, zipfile.BadZipFile, KeyError, ValueError, pyrage.DecryptError):
        raise BadBackup(_DAMAGED) from None


_DAMAGED = "The encrypted backup is damaged or was changed, so nothing of it can be believed."
_NO_KEY = (
    "That is no whole key. It begins with AGE-SECRET-KEY-1, and 58 letters and digits follow. "
    "Look at it letter by letter: one slip is enough."
)
