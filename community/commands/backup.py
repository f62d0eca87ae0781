"""Copy the whole book into one file."""

import json
from pathlib import Path

import click

from community import exports
from community.book import utc_now
from community.runtime import backup_keys, backups
from community.runtime.book_opening import open_book
from community.settings import load


@click.command("backup")
@click.argument("file", metavar="[FILE]", required=False, type=click.Path(dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print the result for a program.")
def command(file: Path | None, as_json: bool) -> None:
    """Copy the whole book into one file.

    The copy is of one moment, while everybody works on. It goes into the data folder's `backups`, or to FILE, and can
    be restored into either kind of database. Once `backup-key` has made a key, it is encrypted, and only the keepers'
    key opens it. Until then it holds everything about everybody for whoever has the file: keep it as safe as the book.
    The file is read back and its rows are counted before it gets its name.

    Safeguarding concerns are sealed in it: without the file concerns_key nobody can open them, so keep a copy of that
    file as well, in another place than the backups.

    \b
    Example:
      python -m community backup
      python -m community backup /media/stick/book.zip
    """
    settings, now = load(), utc_now()
    path = file or backups.folder(settings) / backups.name(now)
    if path.exists():
        raise click.UsageError("There is a file of this name already. Backups are never written over.")
    book = open_book(settings)
    try:
        manifest = backups.make(settings, book.engine, path, now)
    finally:
        book.close()
    # How many concerns there are is nobody's to know from a printed line.
    rows = {name: part.rows for name, part in manifest.tables.items() if not name.startswith("concern")}
    if file:  # it leaves the data folder
        exports.note(settings.book_home, "backup", "zip", sum(rows.values()), now=now)
    encrypted = backup_keys.public_key(settings) is not None
    if as_json:
        told = {"file": str(path), "made_at": manifest.made_at, "encrypted": encrypted, "rows": rows}
        click.echo(json.dumps(told))
        return
    click.echo(f"{path}: {sum(rows.values()):,} rows in {len(rows)} tables, {path.stat().st_size:,} bytes.")
    if encrypted:
        click.echo("It is encrypted: only the keepers' key opens it. Keep a copy on another machine.")
    elif settings.demo:
        click.echo("It is not encrypted: everybody in it is invented.")
    else:
        click.echo("Keep a copy on another machine. It is not encrypted: see to it that nobody else can read it.")
        click.echo("Next: python -m community backup-key, which makes the key with which backups are encrypted.")
