"""Where somebody may still stand after an erasure, for a person to see to."""

import click

OUT_OF_REACH = (
    "backups: they still hold this person until they are removed after 35 days; a restore erases again",
    "exports: copies of files that `export-person` or a download made, outside the folder `exports`",
    "emails, text messages and letters that were sent, and the call handlers' own notes",
    "other people's records: notes in which this person is named in other words than their name, number or email",
    "a Google Sheet with this data: the next sync takes the rows away, so until then they stand there; its version "
    "history, Google Forms' own answers and the tab of answers stay until you remove them by hand",
    "the database's own copies, if a provider runs PostgreSQL for you: its write-ahead log and snapshots",
)


def tell() -> None:
    """Print the places, each with a box to tick."""
    click.echo("Out of this program's reach; please see to it:")
    for place in OUT_OF_REACH:
        click.echo(f"  [ ] {place}")
