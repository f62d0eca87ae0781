"""A key in a file of the data folder, made once: the file is locked, on Windows too, while programs start together."""

import contextlib
import os
import secrets
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from community.errors import UserFacingError

SHORTEST = 32
"""Letters. What we make has 43; what is shorter was cut off, or is too easy to guess."""
_BLANK = b"\0 \t\r\n"
_SECONDS = 10.0


class BadKey(UserFacingError):
    """The key can't be read or made, or it is not whole."""


def key_in(path: Path, *, make: bool = True) -> str:
    """The key in this file, made now if there is none, readable by its owner only; empty where none is to be made.

    Two programs that start together end with one key: each looks again while it alone holds the file. A file that an
    interruption left empty is filled, because nobody has seen a key from it. Raises BadKey.
    """
    try:
        key = _read(path)
        if not key and not make:
            return ""
        if not key:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            key = _made(path)
    except (OSError, UnicodeDecodeError):
        raise BadKey(
            f"The file {path.name} in the data folder can't be read or made. Set SECRET_KEY instead."
        ) from None
    if len(key) < SHORTEST:
        raise BadKey(
            f"The key in the file {path.name} in the data folder is cut off: it has fewer than {SHORTEST} letters. "
            "Put the file of your last copy back. If there is no copy, move this file away, and a new key is made: "
            "forms that somebody is filling in now start again, and links that were sent no longer open."
        )
    return key


def keys_in(path: Path, *, make: bool = True) -> tuple[str, ...]:
    """The keys in this file, one on each line; one is made now if there is none. Raises BadKey, as `key_in` does."""
    keys = tuple(filter(None, map(str.strip, key_in(path, make=make).splitlines())))
    if any(len(key) < SHORTEST for key in keys):
        raise BadKey(
            f"A line of the file {path.name} in the data folder has fewer than {SHORTEST} letters, so it is no whole "
            "key. Put the file of your last copy back, or mend that line."
        )
    return keys


def _read(path: Path) -> str:
    try:
        return path.read_bytes().strip(_BLANK).decode("ascii")
    except FileNotFoundError:
        return ""


def _made(path: Path) -> str:
    number = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(number, "r+b") as file, _alone(number):
        key = file.read().strip(_BLANK).decode("ascii")
        if key:
            return key  # another program was faster
        key = secrets.token_urlsafe(32)
        file.seek(0)
        file.truncate()
        file.write(key.encode("ascii"))
        file.flush()
        os.fsync(number)
        _keep_the_name(path)
        return key


def _keep_the_name(path: Path) -> None:
    """Write the folder's entry to disk too, if the system can open folders."""
    with contextlib.suppress(OSError):
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


if sys.platform == "win32":
    import msvcrt

    @contextlib.contextmanager
    def _alone(number: int) -> Iterator[None]:
        """Lock the file during the block. Windows locks bytes: this one is far behind the key."""
        until = time.monotonic() + _SECONDS
        os.lseek(number, 1 << 20, os.SEEK_SET)
        while True:
            try:
                msvcrt.locking(number, msvcrt.LK_NBLCK, 1)
                break
            except OSError:
                if time.monotonic() > until:
                    raise
                time.sleep(0.05)
        os.lseek(number, 0, os.SEEK_SET)
        try:
            yield
        finally:
            os.lseek(number, 1 << 20, os.SEEK_SET)
            msvcrt.locking(number, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    @contextlib.contextmanager
    def _alone(number: int) -> Iterator[None]:
        """Lock the file during the block. The system unlocks it when this program ends, however it ends."""
        until = time.monotonic() + _SECONDS
        while True:
            try:
                fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() > until:
                    raise
                time.sleep(0.05)
        try:
            yield
        finally:
            fcntl.flock(number, fcntl.LOCK_UN)
