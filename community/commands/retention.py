"""List what has been kept long enough, and remove it."""

import json
from collections import Counter
from datetime import datetime

import click

from community import exports
from community.book import utc_now
from community.book.retention_rules import Due
from community.runtime.book_opening import open_book
from community.runtime.past_keeping_time import PastKeepingTime, look, remove
from community.settings import Settings, load
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
        past = look(book, settings, now, times_are_right=times_are_right)
        if as_json:
            for d in past.found:
                click.echo(json.dumps(d._asdict()))
            for d in past.odd:
                click.echo(json.dumps(d._asdict() | {"doubtful": True}))
        else:
            _tell(past)
            _tell_odd(past.odd)
            _tell_notes(settings, now)
        if not do_it:
            return
        if past.sure is not None and not clock_is_right:
            click.echo(_LEAP.format(now=day_words(now), sure=day_words(past.sure)), err=True)
            context.exit(1)
        clean = remove(book, settings, past, now)
    finally:
        book.close()
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


def _tell(past: PastKeepingTime) -> None:
    removed = Counter(d.table for d in past.found if d.whole)
    blanked = Counter((d.table, column) for d in past.found if not d.whole for column in d.columns)
    for table, count in removed.items():
        click.echo(f"{table}: {counted(count, 'whole_record')}")
    for (table, column), count in sorted(blanked.items()):
        click.echo(f"{table}.{column}: {counted(count, 'value')}")
    click.echo(f"{len(past.found)} records and {len(past.old_backups)} old backups are past their time.")
    if stray := len(past.strays):
        click.echo(f"{stray} half-written files, old exports or exports of people who were erased are to be removed.")
    if past.forgotten:
        click.echo("These requests have an open need, and nobody has done anything for 24 months. They stay until you")
        click.echo(f"close what is over: {', '.join(past.forgotten)}")
