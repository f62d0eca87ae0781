"""List what has been kept long enough, and remove it."""

import json
from collections import Counter

import click

from community.book import utc_now
from community.book.compact import compact
from community.book.erase import Erasure
from community.book.retention import Due, apply, due
from community.commands import copies
from community.commands.opening import open_book
from community.concerns import past_keeping, remove_concerns
from community.settings import load
from community.tables import canonical as canon


@click.command("retention")
@click.option("--apply", "do_it", is_flag=True, help="Remove what is listed, for good.")
@click.option("--json", "as_json", is_flag=True, help="Print the list for a program.")
@click.pass_context
def command(context: click.Context, do_it: bool, as_json: bool) -> None:
    """List what has been kept long enough, and remove it.

    Each column says how long it is kept (docs/data-dictionary.md). A value whose time is up is blanked, and a record
    with nothing left in it is removed. Backups older than 35 days go too; the newest always stays.
    While a safeguarding concern is open, nothing of whom it names goes. Closed concerns go by a setting of their own,
    without being listed here.

    \b
    Example:
      python -m community retention
      python -m community retention --apply
    """
    settings, now = load(), utc_now()
    book = open_book(settings)
    try:
        with book.reading() as reader:
            found = due(reader, now)
            concerns = past_keeping(reader, settings, now)
        old = copies.too_old(settings, now)
        if as_json:
            for d in found:
                click.echo(json.dumps(d._asdict()))
        else:
            _tell(found, len(old))
        if not do_it:
            return
        copies.note_erasures(settings, [Erasure(d.table, d.id) for d in found if d.whole])
        copies.note_erasures(settings, [Erasure("concerns", each) for each in concerns])
        book.write(lambda connection: apply(connection, found, at=canon.instant(now)))
        if concerns:
            book.write(lambda connection: remove_concerns(connection, concerns, at=canon.instant(now)))
        clean = compact(book.engine)
    finally:
        book.close()
    for path in old:
        path.unlink(missing_ok=True)
    click.echo("Removed." if clean else _NOT_YET, err=not clean)
    context.exit(0 if clean else 1)


_NOT_YET = (
    "The values are gone from the book. Traces may be left in its file, because another program holds it open. "
    "Stop the intake and the dashboard, then run this again."
)


def _tell(found: list[Due], old: int) -> None:
    removed = Counter(d.table for d in found if d.whole)
    blanked = Counter((d.table, column) for d in found if not d.whole for column in d.columns)
    for table, count in removed.items():
        click.echo(f"{table}: {count} whole record{'' if count == 1 else 's'}")
    for (table, column), count in sorted(blanked.items()):
        click.echo(f"{table}.{column}: {count} value{'' if count == 1 else 's'}")
    click.echo(f"{len(found)} records and {old} old backups are past their time.")
