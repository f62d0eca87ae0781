"""List what has been kept long enough, and remove it."""

import json
from collections import Counter
from contextlib import suppress
from datetime import datetime

import click
import sqlalchemy as sa

from community import exports
from community.book import Reader, compact, utc_now
from community.book.clock_jumps import doubtful, last_run, leap, remember_run
from community.book.erasure import Erasure, erased
from community.book.retention_rules import Due, apply, due, forgotten
from community.commands import leftovers
from community.commands.data_subject.erase_steps import done_or_not
from community.concerns import past_keeping, remove_concerns
from community.runtime import backups, erased_list
from community.runtime.book_opening import open_book
from community.settings import Settings, load
from community.tables import canonical as canon
from community.tables.ids import mint_long
from community.wording import counted, day_words


@click.command("retention")
@click.option("--apply", "do_it", is_flag=True, help="Remove what is listed. This can't be undone.")
@click.option("--clock-is-right", is_flag=True, help="Remove it although the clock has jumped ahead.")
@click.option(
    "--times-are-right",
    is_flag=True,
    help="Also remove records that seem to date from a time when the clock was behind.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the list for a program.")
@click.pass_context
def command(context: click.Context, do_it: bool, clock_is_right: bool, times_are_right: bool, as_json: bool) -> None:
    """List what has been kept long enough, and remove it.

    Each column says how long it is kept (docs/data-dictionary.md). When a value's time is up, it is blanked; when
    nothing is left in a record, the record is removed. Backups and exports older than 35 days are removed too, and so
    are half-written files; the newest backup always stays. `[exports]` in community.toml says how long notes of exports
    are kept.

    If the clock has jumped ahead by more than two months since the last run, nothing is removed until somebody says
    that the clock is right. If a record was due before the last run but is still there, it came in while the clock was
    behind: it is listed, and stays. Add a note to the record, and its time begins today.

    While a safeguarding concern is open, nothing about the people it names is removed. Closed concerns have a setting
    of their own, and are not listed here.

    \b
    Example:
      python -m community retention
      python -m community retention --apply
    """
    settings, now = load(), utc_now()
    book = open_book(settings)
    try:
        with book.reading() as reader:
            found, concerns, odd = _due(reader, settings, now, times_are_right=times_are_right)
            sure = leap(reader, now)
            waiting = forgotten(reader, now)
            gone = [each.id for each in erased(reader.connection)]
        old = backups.too_old(settings, now)
        stray = [*leftovers.half_made(settings, now), *leftovers.old_exports(settings, now)]
        stray = list(dict.fromkeys([*stray, *leftovers.exports_of(settings, gone)]))
        if as_json:
            for d in found:
                click.echo(json.dumps(d._asdict()))
            for d in odd:
                click.echo(json.dumps(d._asdict() | {"doubtful": True}))
        else:
            _tell(found, len(old), len(stray), waiting)
            _tell_odd(odd)
            _tell_notes(settings, now)
        if not do_it:
            return
        if sure is not None and not clock_is_right:
            click.echo(_LEAP.format(now=day_words(now), sure=day_words(sure)), err=True)
            context.exit(1)
        whole = [Erasure(d.table, d.id) for d in found if d.whole] + [Erasure("concerns", each) for each in concerns]
        intention = mint_long()

        def work(connection: sa.Connection) -> None:
            if whole:
                erased_list.begin(settings, whole, intention)
            apply(connection, found, at=canon.instant(now))
            if concerns:
                remove_concerns(connection, concerns, at=canon.instant(now))
            remember_run(connection, now)

        done_or_not(settings, book, work, intention)
        clean = compact(book.engine)
    finally:
        book.close()
    leftovers.remove([*old, *stray, *leftovers.exports_of(settings, [each.id for each in whole])])
    with suppress(OSError):  # another program has it open, on Windows: the next time then
        exports.forget_old(settings.book_home, now, settings.exports.noted_months)
    click.echo("Removed." if clean else _NOT_YET, err=not clean)
    context.exit(0 if clean else 1)


_LEAP = (
    "Nothing was removed. This machine's clock says {now}, and between then and {sure} nothing was "
    "done here. Look whether the clock is right. If it is, run this again with --clock-is-right."
)
_NOT_YET = (
    "The values are gone from the book. Traces may be left in its file, because another program holds it open. "
    "Stop the intake and the dashboard, then run this again."
)


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


def _tell_notes(settings: Settings, now: datetime) -> None:
    months = settings.exports.noted_months
    if count := exports.too_old(settings.book_home, now, months):
        click.echo(f"{count} notes of what left are older than {months} months.")


def _tell_odd(odd: list[Due]) -> None:
    if odd:
        ids = [each.id for each in odd]
        click.echo(
            "These seem to have come in by a clock that was years behind, and stay. Look at each. If its time is"
        )
        click.echo("right, run this with --times-are-right; if not, a note in its record keeps it as from now:")
        click.echo(f"  {', '.join(ids[:20])}{f' and {len(ids) - 20} more' if len(ids) > 20 else ''}")


def _tell(found: list[Due], old: int, stray: int, waiting: list[str]) -> None:
    removed = Counter(d.table for d in found if d.whole)
    blanked = Counter((d.table, column) for d in found if not d.whole for column in d.columns)
    for table, count in removed.items():
        click.echo(f"{table}: {counted(count, 'whole_record')}")
    for (table, column), count in sorted(blanked.items()):
        click.echo(f"{table}.{column}: {counted(count, 'value')}")
    click.echo(f"{len(found)} records and {old} old backups are past their time.")
    if stray:
        click.echo(f"{stray} half-written files, old exports or exports of people who were erased are to be removed.")
    if waiting:
        click.echo("These requests have an open need, and nobody has done anything for 24 months. They stay until you")
        click.echo(f"close what is over: {', '.join(waiting)}")
