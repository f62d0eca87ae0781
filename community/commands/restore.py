"""Fill an empty book from a backup."""

import json
from pathlib import Path

import click

from community.book import utc_now
from community.book.backup_archive import Source, read_manifest
from community.book.demo_flag import backup_is_invented
from community.book.erasure import Erasure
from community.book.restore_archive import restore
from community.commands.keepers_key import KeepersKey, with_key_file
from community.concerns import NoConcernsKey, keep_apart_again
from community.errors import UserFacingError
from community.runtime import erased_list
from community.runtime.book_opening import book_address, open_book
from community.settings import Settings, load
from community.tables import canonical as canon

_A_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


class OtherKind(UserFacingError):
    """Invented people never come into a live book, nor real ones into the invented town or another community."""


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
@click.option("--renamed", is_flag=True, help="The community has another name now than when the backup was made.")
@with_key_file
@click.option("--demo", is_flag=True, help="Restore into the invented town's folder, not into the live book.")
@click.option("--json", "as_json", is_flag=True, help="Print the result for a program.")
def command(
    file: Path,
    erasures: tuple[Path, ...],
    begun: str | None,
    renamed: bool,
    key_file: Path | None,
    demo: bool,
    as_json: bool,
) -> None:
    """Fill an empty book from a backup.

    First stop everything that has the book open: the intake, the dashboard, and scheduled commands. Then move the old
    book.db, book.db-wal and book.db-shm away.

    This command compares the checksums before it writes anything, and counts the rows afterwards: either all of the
    backup comes back or none of it. People who were erased since the backup stay erased: the list beside the book
    names them, and --erasures adds other lists. You can also use this command to move from one kind of database to the
    other.

    An encrypted backup needs the keepers' key. It is asked for, unless BACKUP_KEY or --key-file gives it. What is
    decrypted is in memory only. The machine is told the public part again, and goes on encrypting its backups.

    \b
    Example:
      python -m community restore backups/book-20261121T202148317Z.zip
      python -m community restore --key-file /media/stick/key.txt book.zip
      DATABASE_URL=postgresql://... python -m community restore book.zip
    """
    settings = load().model_copy(update={"demo": demo})
    key = KeepersKey(settings, key_file)
    source = key.open(file)
    if backup_is_invented(source) and not demo:
        raise OtherKind("This backup is of the invented town. With --demo it goes into the town's own folder.")
    if demo and not backup_is_invented(source):
        raise OtherKind("This backup is of a live book. Leave --demo out: nobody may take its people for invented.")
    if not renamed:
        _same_community(settings, source)
    gone = _erased(settings, key, erasures, begun)
    done = restore(book_address(settings), source, gone, by="restore", at=canon.instant(utc_now()))
    unopened = _concerns(settings)
    goes_on = key.go_on_with_it()
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
    if goes_on:
        click.echo("Backups of this machine are encrypted for the same key from now on.")
    if unopened:
        click.echo(unopened, err=True)
    click.echo("Next: python -m community retention, because time went on since the backup.")


def _same_community(settings: Settings, source: Source) -> None:
    of, here = read_manifest(source).community, settings.community.name
    if of not in {"", here}:
        raise OtherKind(
            f"This is a backup of {of}, and community.toml here is of {here}. Put that community's own community.toml "
            "in its place first. If it is the same community under another name, use --renamed."
        )


def _erased(settings: Settings, key: KeepersKey, lists: tuple[Path, ...], begun: str | None) -> list[Erasure]:
    """The erasures since the backup, by the list beside the book and others. Raises NotKnown until a person says."""
    told = [erased_list.own(settings)]
    told += [erased_list.in_backup(key.open(p)) if p.suffix == ".zip" else erased_list.listed(p) for p in lists]
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
