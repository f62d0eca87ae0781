"""A disk whose power can fail: it remembers what was written since each sync, and a cut loses or tears it.

It is a file system for SQLite (a VFS) in memory, made with apsw. Debian's python3-apsw shares the system's libsqlite3
with Python's own `sqlite3`, so the book itself runs on it, through `file:book.db?vfs=NAME`. It promises what the
system's own promises SQLite: a write damages no byte beside it, and nothing is kept in order but by a sync.
"""
# ruff: noqa: N802 (SQLite's names for what it asks of a file system are kept)

import importlib.util
import random
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

SECTOR = 512
WHY_NOT = "python3-apsw, built for this Python and on the same libsqlite3, is not here (.ci/run installs Debian's)"


def load_apsw() -> Any:
    """Debian's apsw, or None when it does not fit this Python or carries another SQLite."""
    for folder in ("/usr/lib/python3/dist-packages/apsw",):
        for path in Path(folder).glob("__init__.cpython-*.so"):
            spec = importlib.util.spec_from_file_location("apsw", path)
            try:
                assert spec is not None
                assert spec.loader is not None
                apsw = importlib.util.module_from_spec(spec)
                spec.loader.exec_module(apsw)
            except ImportError:
                continue
            if apsw.sqlitelibversion() == sqlite3.sqlite_version and not apsw.using_amalgamation:
                return apsw
    return None


apsw = load_apsw()


class Contents:
    """One file: what programs see, what is safely on the disk, and what was written since."""

    def __init__(self, safe: bytes = b"", *, named: bool = False) -> None:
        self.seen, self.safe = bytearray(safe), bytearray(safe)
        self.pending: list[Callable[[bytearray, random.Random], None]] = []
        self.named = named  # whether the folder is sure to know the file after a cut

    def write(self, offset: int, data: bytes) -> None:
        _put(self.seen, offset, data)
        self.pending.append(lambda disk, lots: _tear(disk, offset, data, lots))

    def truncate(self, size: int) -> None:
        _cut_to(self.seen, size)
        self.pending.append(lambda disk, lots: _cut_to(disk, size) if lots.random() < 0.5 else None)

    def sync(self) -> None:
        self.safe, self.pending, self.named = bytearray(self.seen), [], True

    def after_a_cut(self, lots: random.Random) -> "Contents | None":
        """What is found when the power is back: each write since the last sync whole, torn or lost. None: no file."""
        if not self.named and lots.random() < 0.5:
            return None
        disk = bytearray(self.safe)
        if (luck := lots.random()) < 0.25:
            disk = bytearray(self.seen)
        elif luck < 0.75:
            for change in self.pending:
                change(disk, lots)
        return Contents(bytes(disk), named=True)


def _put(disk: bytearray, offset: int, data: bytes) -> None:
    if len(disk) < offset:
        disk.extend(bytes(offset - len(disk)))
    disk[offset : offset + len(data)] = data


def _cut_to(disk: bytearray, size: int) -> None:
    del disk[size:]


def _tear(disk: bytearray, offset: int, data: bytes, lots: random.Random) -> None:
    luck = lots.random()
    if luck < 0.4:
        _put(disk, offset, data)
    elif luck < 0.7:
        for start in range(0, len(data), SECTOR):
            if lots.random() < 0.5:
                _put(disk, offset + start, data[start : start + SECTOR])


class Disk:
    """Files by name. After `countdown` more changes the power fails, in the middle of the next one."""

    def __init__(self, files: dict[str, Contents] | None = None) -> None:
        self.files = files or {}
        self.deleted: dict[str, Contents] = {}
        self.countdown: int | None = None
        self.changes = 0
        self.off = False

    def change(self) -> None:
        """Called with each change of the disk."""
        self.changes += 1
        if self.countdown is not None and not self.off:
            self.countdown -= 1
            self.off = self.countdown < 0
        self.look()

    def look(self) -> None:
        """Called before each look at the disk. Raises what SQLite takes for a failing disk."""
        if self.off:
            raise apsw.IOError

    def power_back(self, lots: random.Random) -> "Disk":
        """The disk as it is found."""
        files = {name: f for name, c in self.files.items() if (f := c.after_a_cut(lots)) is not None}
        for name, contents in self.deleted.items():
            if name not in files and lots.random() < 0.5 and (back := contents.after_a_cut(lots)) is not None:
                files[name] = back
        return Disk(files)


class OpenFile:
    """A file in use, with the methods that SQLite calls."""

    def __init__(self, disk: Disk, contents: Contents) -> None:
        self.disk, self.contents = disk, contents

    def excepthook(self, *_: object) -> None:
        """A power cut is told to SQLite, and not to the screen as well."""

    def xRead(self, amount: int, offset: int) -> bytes:
        self.disk.look()
        return bytes(self.contents.seen[offset : offset + amount])

    def xWrite(self, data: bytes, offset: int) -> None:
        if not self.disk.off:  # the write in which the power fails may be torn like any other
            self.contents.write(offset, bytes(data))
        self.disk.change()

    def xTruncate(self, size: int) -> None:
        if not self.disk.off:
            self.contents.truncate(size)
        self.disk.change()

    def xSync(self, flags: int) -> None:
        self.disk.change()
        self.contents.sync()

    def xFileSize(self) -> int:
        self.disk.look()
        return len(self.contents.seen)

    def xLock(self, level: int) -> None:
        """Nobody else is there."""

    def xUnlock(self, level: int) -> None:
        """Nobody else is there."""

    def xCheckReservedLock(self) -> bool:
        return False

    def xFileControl(self, op: int, pointer: int) -> bool:
        return False

    def xSectorSize(self) -> int:
        return 4096

    def xDeviceCharacteristics(self) -> int:
        return int(apsw.SQLITE_IOCAP_POWERSAFE_OVERWRITE)

    def xClose(self) -> None:
        """Closing keeps nothing safe."""


def mount(name: str, disk: Disk) -> Any:
    """Make the disk known to SQLite under this name, until the returned object is unregistered."""

    class FileSystem(apsw.VFS):  # type: ignore[misc, name-defined]
        def __init__(self) -> None:
            super().__init__(name, "")

        def excepthook(self, *_: object) -> None:
            """A power cut is told to SQLite, and not to the screen as well."""

        def xOpen(self, path: Any, flags: list[int]) -> OpenFile:
            disk.look()
            key = path if isinstance(path, str) else path.filename() if path else f"temporary-{id(flags)}"
            if key not in disk.files and not flags[0] & apsw.SQLITE_OPEN_CREATE:
                raise apsw.CantOpenError
            flags[1] = flags[0]
            return OpenFile(disk, disk.files.setdefault(key, Contents()))

        def xDelete(self, path: str, sync_folder: bool) -> None:
            disk.change()
            contents = disk.files.pop(path, None)
            if contents is not None and not sync_folder:
                disk.deleted[path] = contents

        def xAccess(self, path: str, flags: int) -> bool:
            disk.look()
            return path in disk.files

        def xFullPathname(self, path: str) -> str:
            return path

    return FileSystem()
