"""Make the key that encrypts backups, or try whether a keeper's copy of it opens the newest one."""

from pathlib import Path

import click

from community.book import backup_archive, encrypted_backup
from community.commands.keepers_key import KeepersKey, ask, with_key_file
from community.errors import UserFacingError
from community.runtime import backup_keys, backups
from community.settings import Settings, load
from community.wording import counted


class NoneToTry(UserFacingError):
    """There is no encrypted backup in the folder."""


class NoKeyNeeded(UserFacingError):
    """No backups of real people are made here."""


@click.command("backup-key")
@click.option("--try", "try_it", is_flag=True, help="Only look whether a copy of the key opens the newest backup.")
@with_key_file
def command(try_it: bool, key_file: Path | None) -> None:
    """Make the key that encrypts backups, or try whether a keeper's copy of it opens the newest one.

    The key is shown once, and is kept nowhere on this machine. Two people each keep a copy on paper, in two places,
    away from the machine and from the backups. You type it in from such a copy before it counts. From then on every
    backup is encrypted, and so are those that lie in the data folder already. Only the keepers' key opens them:
    without it nobody can read a backup, here or elsewhere.

    Once there is a key, the same command makes another, such as when a keeper leaves. Older backups still need the
    older key.

    With --try nothing is changed. The key is asked for, and the newest backup is decrypted in memory and counted. Do
    that twice a year with each copy.

    \b
    Example:
      python -m community backup-key
      python -m community backup-key --try
      python -m community backup-key --try --key-file /media/stick/key.txt
    """
    settings = load()
    if settings.demo or settings.kept_in_sheet:
        raise NoKeyNeeded("No backups of real people are made here, so no key is needed. `init` begins a live book.")
    if try_it:
        _try(settings, key_file)
    elif key_file is not None:
        raise click.UsageError("--key-file goes with --try: a new key is never read from a file.")
    else:
        _make(settings)


def _make(settings: Settings) -> None:
    if (settings.book_home / backup_keys.FILE).exists():
        click.echo("There is a key already. Another one is for new backups; older ones still need the older key.")
        click.confirm("Make another?", abort=True)
    secret, public = encrypted_backup.make_keys()
    click.echo("\nThis key opens the backups. It is shown once, here, and kept nowhere on this machine:\n")
    click.echo(f"    {_in_blocks(secret)}\n")
    click.echo("Copy it onto paper, twice. Two people keep one copy each, in two places, away from the backups.")
    click.echo("Without it nobody can ever read a backup again. Blanks and small letters do not matter.\n")
    ask("Now type it in from one copy, so that we know it is right", right=secret)
    backup_keys.keep(settings, public)
    older = backups.encrypt_older(settings)
    click.echo("\nFrom now on every backup is encrypted. Close this window: the key still stands in it.")
    if older:
        click.echo(f"Encrypted in the data folder too: {counted(older, 'backup')} from before.")
    click.echo("Copies elsewhere, on sticks or in a cloud, are as they were: delete them, and copy the new ones.")
    click.echo("Next: python -m community backup")


def _try(settings: Settings, file: Path | None) -> None:
    newest = next((each for each in backups.found(settings) if each.key is not None), None)
    if newest is None:
        raise NoneToTry("There is no encrypted backup in the data folder yet. Make one with `backup`.")
    manifest = backup_archive.check(KeepersKey(settings, file).open(newest.path))
    rows = sum(part.rows for name, part in manifest.tables.items() if not name.startswith("concern"))
    click.echo(f"It opens. The backup of {manifest.made_at} is whole: {rows:,} rows.")


def _in_blocks(secret: str) -> str:
    """The key with blanks, for people who copy it by hand."""
    start, rest = secret[:_START], secret[_START:]
    return " ".join([start, *(rest[n : n + 6] for n in range(0, len(rest), 6))])


_START = len("AGE-SECRET-KEY-1")
