"""A backup: the whole book at one moment, as a zip of JSON lines, one file per table. Either database can restore it.

It copies the database in whatever version it is, because a book is backed up before it is migrated.
"""

import hashlib
import json
import os
import secrets
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, BinaryIO

import sqlalchemy as sa

from community.errors import UserFacingError

MANIFEST = "manifest.json"
KIND = "compassionate-community-book"
LEFT_OUT = {"alembic_version", "written", "touched", "kept_apart", "equality_waiting"}
"""The version is in the manifest; the word that every write changes and the list of rows it touched belong to one
database; whom open concerns name is made again from the concerns, which are sealed. Answers about
equality that wait would tell in two backups who gave which."""
_AT_ONCE = 1_000

Source = Path | BinaryIO
"""Where a backup is read: its file or, where that was encrypted, what was in it."""


class BadBackup(UserFacingError):
    """The file is not a whole backup of a book."""


@dataclass(frozen=True)
class Part:
    """One table in a backup: how many rows, and the SHA-256 of its lines."""

    rows: int
    sha256: str


@dataclass(frozen=True)
class Manifest:
    """What a backup holds: when it was made, the schema's version, each table, and whose book it is."""

    made_at: str
    version: str
    tables: dict[str, Part]
    community: str = ""
    """Its name as it was then; empty in a backup of an earlier program."""


def write(engine: sa.Engine, path: Path, made_at: str, community: str = "") -> Manifest:
    """The manifest of the backup just written and read back. It is not encrypted: whoever has the file can read it."""

    def fill(file: BinaryIO) -> None:
        pack(engine, file, made_at, community)

    return put(path, fill, check)


def pack(engine: sa.Engine, file: BinaryIO, made_at: str, community: str) -> Manifest:
    """The manifest of the backup that now stands in this file."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        return _fill(engine, archive, made_at, community)


def put(path: Path, fill: Callable[[BinaryIO], None], read_back: Callable[[Path], Manifest]) -> Manifest:
    """What was read back of the file that was filled. It appears whole and read back, or not at all.

    Only its owner can read it. What an interruption leaves begins with a dot: see `community.runtime.leftovers`. Raises
    BadBackup when what was written can't be read back.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    half = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        with os.fdopen(os.open(half, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
            fill(file)
            file.flush()
            os.fsync(file.fileno())
        manifest = read_back(half)
        half.replace(path)
    except BadBackup:
        raise BadBackup(
            "The backup was written and could not be read back, so it was not kept. Is the disk well?"
        ) from None
    finally:
        half.unlink(missing_ok=True)
    return manifest


def check(source: Source) -> Manifest:
    """The manifest of a backup of which every row was read, counted and compared. Raises BadBackup."""
    manifest = read_manifest(source)
    for name, part in manifest.tables.items():
        for _ in read_rows(source, name, part):
            pass
    return manifest


def read_manifest(source: Source) -> Manifest:
    """The backup's manifest. Raises BadBackup."""
    try:
        with zipfile.ZipFile(source) as archive:
            told = json.loads(archive.read(MANIFEST))
        if told["kind"] != KIND:
            raise BadBackup("This zip is not a backup of a book.")
        parts = {name: Part(**part) for name, part in told["tables"].items()}
        return Manifest(told["made_at"], told["version"], parts, told.get("community", ""))
    except (OSError, zipfile.BadZipFile, KeyError, ValueError, TypeError):
        raise BadBackup("This file is not a backup of a book, or a part of it is missing.") from None


def read_rows(source: Source, name: str, part: Part) -> Iterator[list[dict[str, Any]]]:
    """The rows of one table, a thousand at a time. Raises BadBackup when they differ from what was written."""
    digest, rows, batch = hashlib.sha256(), 0, list[dict[str, Any]]()
    try:
        with zipfile.ZipFile(source) as archive, archive.open(f"{name}.jsonl") as lines:
            for line in lines:
                digest.update(line)
                batch.append(json.loads(line))
                rows += 1
                if len(batch) == _AT_ONCE:
                    yield batch
                    batch = []
    except (OSError, zipfile.BadZipFile, KeyError, ValueError):
        raise BadBackup(f"The backup is damaged in {name}.") from None
    if (rows, digest.hexdigest()) != (part.rows, part.sha256):
        raise BadBackup(f"The backup is damaged in {name}: its checksum is another.")
    if batch:
        yield batch


def _fill(engine: sa.Engine, archive: zipfile.ZipFile, made_at: str, community: str) -> Manifest:
    with engine.connect() as connection:
        if connection.dialect.name == "postgresql":
            connection = connection.execution_options(isolation_level="REPEATABLE READ")
        with connection.begin():
            version = connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalar_one()
            metadata = sa.MetaData()
            metadata.reflect(connection)
            tables = {t.name: _part(connection, archive, t) for t in metadata.sorted_tables if t.name not in LEFT_OUT}
    manifest = Manifest(made_at, version, tables, community)
    archive.writestr(MANIFEST, json.dumps({"kind": KIND} | asdict(manifest), indent=1))
    return manifest


def _part(connection: sa.Connection, archive: zipfile.ZipFile, table: sa.Table) -> Part:
    digest, rows = hashlib.sha256(), 0
    query = sa.select(table).order_by(*table.primary_key.columns)
    with archive.open(f"{table.name}.jsonl", "w", force_zip64=True) as file:
        for row in connection.execution_options(yield_per=_AT_ONCE).execute(query).mappings():
            line = json.dumps(dict(row), ensure_ascii=False).encode() + b"\n"
            digest.update(line)
            file.write(line)
            rows += 1
    return Part(rows, digest.hexdigest())
