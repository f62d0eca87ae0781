"""What has been kept long enough, in the book and in the data folder, and its removal."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import sqlalchemy as sa

from community import exports
from community.book import Book, Reader, compact
from community.book.clock_jumps import doubtful, last_run, leap, remember, remember_run, remembered
from community.book.erasure import Erasure, erased
from community.book.retention_rules import Due, apply, due, forgotten
from community.concerns import past_keeping, remove_concerns
from community.jobs import forget_old_jobs
from community.runtime import backups, erased_list, leftovers
from community.settings import Settings
from community.tables import canonical as canon
from community.tables.ids import mint_long

_TRACES = "traces_left"


@dataclass(frozen=True)
class PastKeepingTime:
    """What is due, what only seems to be, and which files go with it."""

    found: list[Due]
    concerns: list[str]
    """Ids of closed concerns."""
    odd: list[Due]
    """These seem to have come in by a clock that was behind. They stay until a person says that the times are right."""
    sure: datetime | None
    """The last time that is sure, when the clock has leapt since: nothing may be removed until a person says so."""
    forgotten: list[str]
    """Requests with an open need for which nobody has done anything for long. They stay."""
    old_backups: list[Path]
    strays: list[Path]


def look(book: Book, settings: Settings, now: datetime, *, times_are_right: bool = False) -> PastKeepingTime:
    """What is past its time now. Nothing is changed."""
    with book.reading() as reader:
        found, concerns, odd = _due(reader, settings, now, times_are_right=times_are_right)
        sure, waiting = leap(reader, now), forgotten(reader, now)
        gone = [each.id for each in erased(reader.connection)]
    strays = [*leftovers.half_made(settings, now), *leftovers.old_exports(settings, now)]
    strays = list(dict.fromkeys([*strays, *leftovers.exports_of(settings, gone)]))
    return PastKeepingTime(found, concerns, odd, sure, waiting, backups.too_old(settings, now), strays)


def remove(book: Book, settings: Settings, past: PastKeepingTime, now: datetime, *, rewrite: bool = True) -> bool:
    """Remove it for good. Returns whether no trace is left in the book's file, which other programs may hold open.

    Without `rewrite` the file is rewritten only where something was removed since that last went well: it takes a
    while, and nobody can write to the book meanwhile.
    """
    whole = [Erasure(d.table, d.id) for d in past.found if d.whole]
    whole += [Erasure("concerns", each) for each in past.concerns]
    intention = mint_long()

    def work(connection: sa.Connection) -> None:
        if whole:
            erased_list.begin(settings, whole, intention)
        apply(connection, past.found, at=canon.instant(now))
        if past.concerns:
            remove_concerns(connection, past.concerns, at=canon.instant(now))
        if past.found or past.concerns:
            remember(connection, _TRACES, canon.instant(now))
        forget_old_jobs(connection, now)
        remember_run(connection, now)

    erased_list.done_or_not(settings, book, work, intention)
    clean = not (rewrite or _has_traces(book)) or compact(book.engine)
    if clean and _has_traces(book):
        book.remember(lambda connection: remember(connection, _TRACES, ""))
    leftovers.remove([*past.old_backups, *past.strays, *leftovers.exports_of(settings, [each.id for each in whole])])
    with suppress(OSError):  # another program has it open, on Windows: the next time then
        exports.forget_old(settings.book_home, now, settings.exports.noted_months)
    return clean


def _has_traces(book: Book) -> bool:
    """Whether something was removed since the book's file was last rewritten without what was deleted."""
    with book.reading() as reader:
        return bool(remembered(reader.connection, _TRACES))


def _due(
    reader: Reader, settings: Settings, now: datetime, *, times_are_right: bool
) -> tuple[list[Due], list[str], list[Due]]:
    """What is due, ids of concerns that are, and what only seems to be: it came in by a clock that was behind."""
    found, concerns = due(reader, now), past_keeping(reader, settings, now)
    last = last_run(reader)
    if times_are_right:
        return found, concerns, []
    odd = doubtful(reader, found, now)
    before = set() if last is None else set(past_keeping(reader, settings, min(last, now)))
    return [d for d in found if d not in odd], [each for each in concerns if each not in before], odd
