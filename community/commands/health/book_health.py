"""Checks of the book: whether it opens, is whole, has this program's version and a copy, and what is left beside it."""

import os
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import sqlalchemy as sa

from community import exports
from community.book import CHANGES, HEAD, NOW, RECEIVED, Book, BookUnavailable, Reader, connect, migrate
from community.book.clock_jumps import leap
from community.book.erasure import erased
from community.commands.health import HealthFinding, backup_health, jobs_health
from community.errors import UserFacingError
from community.runtime import backups, erased_list, leftovers
from community.runtime.book_opening import book_address
from community.settings import Settings
from community.tables import canonical as canon
from community.wording import counted


def look(settings: Settings, now: datetime, *, live: bool) -> Iterator[HealthFinding]:
    """Everything about the book and its backups. It is read, never changed. `live`: a database server is asked too."""
    address = book_address(settings)
    on_a_server = "://" in address and not address.startswith("sqlite")
    if on_a_server and not live:
        yield HealthFinding("book", "think", "It is on a database server, which was not asked. Use --live.")
    elif not on_a_server and not Path(address.removeprefix("sqlite:///")).exists():
        yield HealthFinding("book", "think", "There is none yet. `init` begins an empty one.")
        return
    else:
        yield from _book(settings, address, now)
    yield from backup_health.look(settings, now)


def _book(settings: Settings, address: str, now: datetime) -> Iterator[HealthFinding]:
    engine: sa.Engine | None = None
    try:
        engine = connect(address)
        version = migrate.version(engine)
        known = version in migrate.known_versions()
        if version == HEAD:
            yield HealthFinding("version", "well", f"The schema is {HEAD}, this program's own.")
            yield _whole(engine)
            yield _clock(engine, now)
            with engine.connect() as connection:
                gone = [each.id for each in erased(connection)]
                yield from jobs_health.look(Reader(connection), settings, now)
            yield from _leftovers(settings, now, gone)
        elif known:
            yield HealthFinding(
                "version", "think", f"The schema is {version}. The next start makes a backup, then {HEAD}."
            )
        elif version is None:
            yield HealthFinding("version", "think", "There is no book in this database yet. `init` begins one.")
        else:
            yield HealthFinding("version", "wrong", "A newer program wrote this book. Update the program.")
    except (sa.exc.DBAPIError, OSError, BookUnavailable):
        words = "It can't be opened. Are its folder or server there, and may this program use them?"
        yield HealthFinding("book", "wrong", words)
    finally:
        if engine is not None:
            engine.dispose()


def _whole(engine: sa.Engine) -> HealthFinding:
    book = Book(engine)
    with book.reading() as reader:
        if engine.dialect.name == "sqlite":
            said = reader.connection.execute(sa.text("PRAGMA integrity_check")).scalar()
            if said != "ok":
                return HealthFinding(
                    "book", "wrong", "Its file is damaged. Stop everything and restore the last backup."
                )
        counts = {
            name: [
                reader.connection.execute(sa.select(sa.func.count()).select_from(t[name])).scalar_one()
                for t in (RECEIVED, NOW)
            ]
            for name in NOW
        }
    unequal = [name for name, (received, current) in counts.items() if received != current]
    if unequal:
        return HealthFinding("book", "wrong", f"Rows are missing in {', '.join(unequal)}. Restore the last backup.")
    rows = sum(received for received, _ in counts.values())
    return HealthFinding("book", "well", f"It opens, is whole, and holds {rows:,} rows.")


def _clock(engine: sa.Engine, now: datetime) -> HealthFinding:
    with engine.connect() as connection:
        sure = leap(Reader(connection), now)
        latest = [connection.execute(sa.select(sa.func.max(t.c.at))).scalar() for t in (CHANGES, *RECEIVED.values())]
    ahead = max((canon.moment(at) for at in latest if at), default=now) - now
    if ahead > timedelta(minutes=5):
        return HealthFinding("clock", "wrong", "The book's last row is in the future. Set this machine's clock.")
    if sure is not None:
        words = f"It is {now:%Y-%m-%d} here, and nothing was done here since {sure:%Y-%m-%d}. Is the clock right?"
        return HealthFinding("clock", "think", words)
    return HealthFinding("clock", "well", f"It is {now:%Y-%m-%d %H:%M} UTC, after everything in the book.")


def _leftovers(settings: Settings, now: datetime, erased: Iterable[str]) -> Iterator[HealthFinding]:
    """What was left in the data folder, and erasures of which nobody knows the end. Nothing is touched.

    `erased` are the ids of records that were erased.
    """
    half, theirs = leftovers.half_made(settings, now), leftovers.exports_of(settings, erased)
    old = [path for path in leftovers.old_exports(settings, now) if path not in theirs]
    counts = ((half, "half_written"), (theirs, "exported_about_erased"), (old, "old_export"))
    if told := [counted(len(paths), name).format(days=backups.KEEP_DAYS) for paths, name in counts if paths]:
        words = f"In the data folder: {', '.join(told)}. `retention --apply` removes them."
        yield HealthFinding("left over", "think", words)
    yield from _noted(settings, now)
    try:
        begun = erased_list.own(settings).begun
    except UserFacingError as error:
        yield HealthFinding("erasures", "wrong", str(error))
        return
    if begun:
        words = "An erasure was begun and its end not written down. The next start looks it up in the book."
        yield HealthFinding("erasures", "think", words)


def _noted(settings: Settings, now: datetime) -> Iterator[HealthFinding]:
    """Findings on the notes of exports: whether they can be written and read, and whether some are too old."""
    folder, what = settings.book_home, "what left"
    path = folder / exports.FILE
    try:
        broken, found = exports.unreadable(folder), exports.noted(folder)
    except OSError:
        broken, found = 0, []
        if path.exists():
            words = f"{exports.FILE} can't be read, so nothing can be given out. Put it aside, and find out why."
            yield HealthFinding(what, "wrong", words)
            return
    if path.exists() and not os.access(path, os.W_OK):
        yield HealthFinding(what, "wrong", f"{exports.FILE} can't be written, so nothing can be given out.")
    elif broken:
        lines = counted(broken, "line")
        yield HealthFinding(what, "think", f"{lines} of {exports.FILE} can't be read: cut short, or changed by hand.")
    elif found and found[-1].at > now.isoformat(timespec="seconds"):
        yield HealthFinding(what, "think", "Something is noted in the future. Set this machine's clock.")
    elif exports.too_old(folder, now, settings.exports.noted_months):
        yield HealthFinding(what, "think", "Notes of what left are past their time. `retention --apply` removes them.")
    elif found:
        last = f"{found[-1].kind} on {found[-1].at[:10]} by {found[-1].by}"
        yield HealthFinding(what, "well", f"{len(found)} noted, the last {last}. `exported` prints all.")
