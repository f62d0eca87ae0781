"""The full list of postcodes in a SQLite file of the data folder: written by an import, from then on only read."""

import os
import sqlite3
import tempfile
from collections.abc import Collection, Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from community.errors import UserFacingError
from community.places.code_point_open import PostcodeRow

FILE = "places.db"
_FORMAT = 1
_SCHEMA = f"""
    PRAGMA user_version = {_FORMAT};
    CREATE TABLE source (name TEXT NOT NULL) STRICT;
    CREATE TABLE ward (id INTEGER PRIMARY KEY, code TEXT, district TEXT) STRICT;
    CREATE TABLE postcode (
        postcode TEXT PRIMARY KEY, easting INTEGER NOT NULL, northing INTEGER NOT NULL, ward INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
"""
_ROWS = "SELECT p.postcode, p.easting, p.northing, w.code, w.district FROM postcode p JOIN ward w ON w.id = p.ward"


class ImportedError(UserFacingError):
    """The imported places can't be read or written; the words say what to do."""


class Imported:
    """An imported file. Each question opens it anew, so any thread may ask, and a new import is seen at once."""

    def __init__(self, path: Path) -> None:
        """Raises ImportedError if `path` is not a file that this version of the program wrote."""
        self._path = path
        try:
            (version,) = self._ask("PRAGMA user_version")[0]
            self.source: str = self._ask("SELECT name FROM source")[0][0] if version == _FORMAT else ""
        except (sqlite3.Error, IndexError):
            version = 0
        if version != _FORMAT:
            raise ImportedError(
                f"{FILE} in the data folder can't be read by this version. "
                "Import Code-Point Open again, or remove the file."
            )

    def postcode(self, postcode: str) -> PostcodeRow | None:
        """The row of exactly this postcode, or None. Raises sqlite3.Error if the file has gone bad."""
        rows = self._ask(f"{_ROWS} WHERE p.postcode = ?", (postcode,))
        return PostcodeRow(*rows[0]) if rows else None

    def sector(self, sector: str) -> list[PostcodeRow]:
        """The rows of this sector, by postcode; empty if it has none. Raises sqlite3.Error if the file has gone bad."""
        where = "WHERE p.postcode BETWEEN ? AND ? ORDER BY p.postcode"
        return [PostcodeRow(*row) for row in self._ask(f"{_ROWS} {where}", (f"{sector}AA", f"{sector}ZZ"))]

    def wards(self) -> dict[str, str | None]:
        """Each ward's code with its district's."""
        return dict(self._ask("SELECT code, district FROM ward WHERE code IS NOT NULL"))

    def in_wards(self, wards: Collection[str]) -> list[PostcodeRow]:
        """The rows of these wards, by postcode."""
        marks = ", ".join("?" * len(wards))
        return [
            PostcodeRow(*row)
            for row in self._ask(f"{_ROWS} WHERE w.code IN ({marks}) ORDER BY p.postcode", tuple(wards))
        ]

    def _ask(self, question: str, values: tuple[str, ...] = ()) -> list[tuple[Any, ...]]:
        with closing(sqlite3.connect(f"{self._path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            return connection.execute(question, values).fetchall()


def write(home: Path, source: str, rows: Iterable[PostcodeRow]) -> int:
    """How many postcodes there are, after `rows` replaced any earlier import, whole or not at all.

    Raises ImportedError if the file can't be written. What `rows` raises comes through, and the old file stays.
    """
    partial: Path | None = None
    try:
        home.mkdir(parents=True, exist_ok=True)
        for left_over in home.glob(f"{FILE}-*.partial"):  # by an import that was killed
            left_over.unlink()
        handle, name = tempfile.mkstemp(prefix=f"{FILE}-", suffix=".partial", dir=home)
        os.close(handle)
        partial = Path(name)
        count = _fill(partial, source, rows)
        with partial.open("rb+") as written:
            os.fsync(written.fileno())
        # Public data: the web service may run as another user than the one who imports.
        partial.chmod(0o644)
        partial.replace(home / FILE)
    except (OSError, sqlite3.Error):
        raise ImportedError(
            f"{FILE} can't be written in the data folder. Is the disk full, or does another program hold the file?"
        ) from None
    finally:
        if partial:
            partial.unlink(missing_ok=True)
    return count


def _fill(path: Path, source: str, rows: Iterable[PostcodeRow]) -> int:
    wards: dict[tuple[str | None, str | None], int] = {}

    def cells() -> Iterator[tuple[str, int, int, int]]:
        for row in rows:
            yield row.postcode, row.easting, row.northing, wards.setdefault((row.ward, row.district), len(wards))

    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        # A file being filled needs no protection: it becomes places.db only when it is complete and on disk.
        connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
        connection.executescript(_SCHEMA)
        connection.execute("BEGIN")
        connection.executemany("INSERT OR REPLACE INTO postcode VALUES (?, ?, ?, ?)", cells())
        connection.executemany("INSERT INTO ward VALUES (?, ?, ?)", ((i, *codes) for codes, i in wards.items()))
        connection.execute("INSERT INTO source VALUES (?)", (source,))
        connection.execute("COMMIT")
        (count,) = connection.execute("SELECT count(*) FROM postcode").fetchone()
    return int(count)
