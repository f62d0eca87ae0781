"""What the command line says of what was made and of how things stand, line by line."""

import click

from sheets_sync.provision import Made
from sheets_sync.status import Status


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


def tell_status(now: Status) -> None:
    """Say when the last sync was, what waits, what was set aside, and what is wrong."""
    click.echo(f"Last sync: {now.last or 'never'}")
    click.echo(f"Waiting to be sent: {now.waiting}")
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
