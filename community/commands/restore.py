"""Fill an empty book from a backup."""

import json
from pathlib import Path

import click

from community.book import utc_now
from community.book.demo_flag import backup_is_invented
from community.book.erasure import Erasure
from community.book.restore_archive import restore
from community.concerns import NoConcernsKey, keep_apart_again
from community.errors import UserFacingError
from community.runtime import erased_list
from community.runtime.book_opening import book_address, open_book
from community.settings import Settings, load
from community.tables import canonical as canon

_A_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


class OtherKind(UserFacingError):
    """Invented people never come into a live book, nor real ones into the invented town."""


class NotKnown(UserFacingError):
    """An erasure was begun, and only a person can say whether it was meant to be finished."""


@click.command("restore")
@click.argument("file", metavar="FILE", type=_A_FILE)
@click.option(
    "--erasures", metavar="FILE", multiple=True, type=_A_FILE, help="Another list of erasures, or a newer backup."
)
@click.option(
    "--begun",
    type=click.Choice(["erase", "keep"]),
    help="What to do with people whose erasure was begun, if the list does not say that it was finished.",
)
@click.option("--demo", is_flag=True, help="Restore into the invented town's folder, not into the live book.")
@click.option("--json", "as_json", is_flag=True, help="Print the result for a program.")
def command(file: Path, erasures: tuple[Path, ...], begun: str | None, demo: bool, as_json: bool) -> None:
    """Fill an empty book from a backup.

    First stop everything that has the book open: the intake, the dashboard, and scheduled commands. Then move the old
    book.db, book.db-wal and book.db-shm away.

    This command compares the checksums before it writes anything, and counts the rows afterwards: either all of the
    backup comes back or none of it. People who were erased since the backup stay erased: the list beside the book
    names them, and --erasures adds other lists. You can also use this command to move from one kind of database to the
    other.

    \b
    Example:
      python -m community restore backups/book-20261121T202148Z.zip
      DATABASE_URL=postgresql://... python -m community restore book.zip
    """
    settings = load().model_copy(update={"demo": demo})
    if backup_is_invented(file) and not demo:
        raise OtherKind("This backup is of the invented town. With --demo it goes into the town's own folder.")
    if demo and not backup_is_invented(file):
        raise OtherKind("This backup is of a live book. Leave --demo out: nobody may take its people for invented.")
    done = restore(
        book_address(settings), file, _erased(settings, erasures, begun), by="restore", at=canon.instant(utc_now())
    )
    unopened = _concerns(settings)
    if as_json:
        told = {
            "made_at": done.manifest.made_at,
            "rows": {n: r for n, r in done.counts.items() if not n.startswith("concern")},
            "erased_again": done.erased_again,
        }
        click.echo(json.dumps(told))
        return
    for name, rows in done.counts.items():
        if rows and not name.startswith("concern"):
            click.echo(f"{name:24} {rows:>8,} of {done.manifest.tables[name].rows:,}")
    click.echo(f"Everything of the backup of {done.manifest.made_at} is back: {sum(done.counts.values()):,} rows.")
    click.echo(f"Erased again, because somebody was erased since: {done.erased_again} records.")
    if unopened:
        click.echo(unopened, err=True)
    click.echo("Next: python -m community retention, because time went on since the backup.")


def _erased(settings: Settings, lists: tuple[Path, ...], begun: str | None) -> list[Erasure]:
    """The erasures since the backup, by the list beside the book and others. Raises NotKnown until a person says."""
    told = [erased_list.own(settings), *map(erased_list.listed, lists)]
    open_ = [erasure for each in told for erasures in each.begun.values() for erasure in erasures]
    if open_ and begun is None:
        ids = [erasure.id for erasure in open_]
        raise NotKnown(
            "An erasure was begun, and the list does not say whether it was finished: "
            f"{', '.join(ids[:5])}{f' and {len(ids) - 5} more' if len(ids) > 5 else ''}. "
            "Ask the person who approved it. Then restore with --begun erase, or with --begun keep."
        )
    return [erasure for each in told for erasure in each.certain] + (open_ if begun == "erase" else [])


def _concerns(settings: Settings) -> str:
    """What to do first; empty if the records that open concerns name were noted again."""
    book = open_book(settings)
    try:
        book.write(lambda connection: keep_apart_again(settings, connection))
    except NoConcernsKey:
        return _NO_KEY
    finally:
        book.close()
    return ""


_NO_KEY = (
    "The book holds sealed records, and the file concerns_key that opens them is not in the data folder. Put it there "
    "before the dashboard is started: at its start it notes again whom they name. `doctor` says whether the key fits."
)
