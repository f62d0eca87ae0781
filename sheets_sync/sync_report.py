"""The command line's report on what was made and on the sync's status, line by line."""

import click

from sheets_sync.provision import Made
from sheets_sync.status import SyncStatus
from sheets_sync.sync_outcome import SyncOutcome


def tell_made(made: Made) -> None:
    """Say what was added to the spreadsheet, and which tabs were deleted there."""
    for words, titles in (("New tabs", made.tabs), ("Marks put back on", made.marked), ("Protected", made.protected)):
        if titles:
            click.echo(f"{words}: {', '.join(titles)}")
    for title, fields in made.columns.items():
        click.echo(f"New columns in {title}: {', '.join(fields)}")
    for title in made.gone:
        said = f"Deleted, and not made: {title}. Open the spreadsheet: File, Version history brings it back."
        click.echo(said, err=True)
    if made or not made.gone:
        click.echo("The spreadsheet is ready." if made else "Nothing was missing.")


def tell_status(now: SyncStatus) -> None:
    """Say when the last sync was, what waits, what was set aside, and what is wrong."""
    click.echo(f"Last sync: {now.last or 'never'}")
    click.echo(f"Waiting to be sent: {now.waiting}")
    for each in now.questions:
        click.echo(f"Held: {each.words}")
        ways = "--refuse or --take" if each.takeable else "--refuse"
        done = (
            "It is answered; the next sync does it."
            if each.answered
            else f"Answer: sheets_sync answer {each.tab} {ways}"
        )
        click.echo(f"  {done}")
    for row in now.aside:
        where = f"row {row.place}" if row.place else row.id or ""
        click.echo(f"Set aside: {row.tab} {where}: {row.why}")
    for gone in now.missing:
        click.echo(f"Gone from the spreadsheet: {gone.tab} {gone.id}, since {gone.since}")
    if now.conflicts:
        click.echo(f"Conflicts, shown on Today: {now.conflicts}")
    for words in now.problems:
        click.echo(words)
    if now.error:
        click.echo(f"The last sync failed ({now.failed_at}): {now.error}")


def in_words(outcome: SyncOutcome) -> str:
    """What a sync did, or nothing when nothing was new."""
    counts = {
        "sent": outcome.sent,
        "received": outcome.received,
        "corrected in the spreadsheet": outcome.corrected,
        "set aside": outcome.aside,
        "refused by Google": outcome.refused,
        "conflicts to be settled": outcome.conflicts,
    }
    said = ", ".join(f"{number} {words}" for words, number in counts.items() if number)
    return said and f"{said}. ({outcome.reads} reads, {outcome.writes} writes)"
