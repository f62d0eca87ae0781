"""Restoring a backup into an empty book, in either kind of database. What was erased since does not come back."""

from collections.abc import Iterable
from dataclasses import dataclass

import sqlalchemy as sa

from community.book import asked_jobs, backup_archive, migrate
from community.book.database import connect, writing
from community.book.erasure import Erasure, erased, remember, remove
from community.book.record_types import BookUnavailable, NewerBook
from community.errors import UserFacingError


class NotEmpty(UserFacingError):
    """The book already holds something."""


@dataclass(frozen=True)
class Restored:
    """What was restored: the rows of each table as the backup counted them, and as counted afterwards."""

    manifest: backup_archive.Manifest
    counts: dict[str, int]
    erased_again: int


def restore(
    url: str, source: backup_archive.Source, also_erased: Iterable[Erasure] = (), *, by: str, at: str
) -> Restored:
    """What was restored into the book at this address: all of the backup or nothing.

    `also_erased` are erasures that the backup may not know of, because they are younger. Raises BadBackup, NotEmpty,
    NewerBook, BookUnavailable.
    """
    manifest = backup_archive.read_manifest(source)
    if manifest.version not in migrate.known_versions():
        raise NewerBook("A newer version of this program made this backup. Update the program, then try again.")
    backup_archive.check(source)  # in full, before anything is touched
    engine = connect(url)
    try:
        with engine.execution_options(writes=True).begin() as connection:
            writing(connection)
            _clear(connection)
            migrate.run(connection, manifest.version)
            counts = _fill(connection, source, manifest)
            migrate.run(connection, "head")
            asked_jobs.hold(connection, at=at)
            return Restored(manifest, counts, _erase_again(connection, also_erased, by=by, at=at))
    except (sa.exc.DBAPIError, OSError):
        raise BookUnavailable("The book can't be written, so nothing was restored.") from None
    finally:
        engine.dispose()


def _clear(connection: sa.Connection) -> None:
    """Drop the tables of an empty book, so that the backup's version of them can be created."""
    metadata = sa.MetaData()
    metadata.reflect(connection)
    for table in metadata.sorted_tables:
        if (
            table.name not in backup_archive.LEFT_OUT
            and connection.execute(sa.select(sa.literal(1)).select_from(table)).first()
        ):
            raise NotEmpty("There is something in this book already. A backup goes into an empty book only.")
    metadata.drop_all(connection)


def _fill(
    connection: sa.Connection, source: backup_archive.Source, manifest: backup_archive.Manifest
) -> dict[str, int]:
    metadata = sa.MetaData()
    metadata.reflect(connection)
    if manifest.tables.keys() - metadata.tables.keys():
        raise backup_archive.BadBackup("The backup holds a table that its version does not know.")
    for name, part in manifest.tables.items():
        for rows in backup_archive.read_rows(source, name, part):
            connection.execute(metadata.tables[name].insert(), rows)
    counts = {
        name: connection.execute(sa.select(sa.func.count()).select_from(metadata.tables[name])).scalar_one()
        for name in manifest.tables
    }
    if counts != {name: part.rows for name, part in manifest.tables.items()}:
        raise backup_archive.BadBackup("The counts differ after the restore, so nothing was kept.")
    return counts


def _erase_again(connection: sa.Connection, also: Iterable[Erasure], *, by: str, at: str) -> int:
    known = set(erased(connection))
    new = [e for e in dict.fromkeys(also) if e not in known]
    remember(connection, new, by=by, at=at)
    return remove(connection, [*known, *new])
