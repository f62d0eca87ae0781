"""Begin an empty live book."""

from pathlib import Path

import click

from community.book import connect, migrate
from community.errors import UserFacingError
from community.matching import is_warm, warm
from community.runtime.book_opening import book_address, open_book
from community.settings import load


class AlreadyThere(UserFacingError):
    """There is a book already."""


@click.command("init")
def command() -> None:
    """Begin an empty live book.

    It is made in the data folder, or in the database that DATABASE_URL names. A book that is there is never touched.

    \b
    Example:
      python -m community init
    """
    settings = load().model_copy(update={"demo": False})
    address = book_address(settings)
    if "://" in address:
        _refuse_if_begun(address)
    elif Path(address).exists():
        raise AlreadyThere("There is a live book in the data folder already. Nothing was changed.")
    open_book(settings, make=True).close()
    where = "the database of DATABASE_URL" if "://" in address else "the data folder"
    click.echo(f"An empty live book is in {where}.")
    if not is_warm():
        click.echo("Making the matching ready, once. This takes about half a minute ...")
        warm()
    click.echo("Next: list in people.toml who may open the dashboard, make the key for backups with `backup-key`,")
    click.echo("and copy the nightly backups to another machine.")


def _refuse_if_begun(address: str) -> None:
    engine = connect(address)
    try:
        begun = migrate.version(engine) is not None
    finally:
        engine.dispose()
    if begun:
        raise AlreadyThere("There is a book in this database already. Nothing was changed.")
