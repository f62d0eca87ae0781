"""Write everything about one person into a file for them."""

import json
import os
from pathlib import Path
from typing import Any

import click

from community import exports
from community.book import utc_now
from community.book.apart import held_by_concern
from community.book.mentions import belonging
from community.book.person import everything, find
from community.commands.erasing.letter import letter
from community.commands.erasing.maybe import maybe_theirs
from community.commands.opening import open_book
from community.settings import load
from community.tables import canonical as canon


@click.command("export-person")
@click.argument("id_", metavar="ID")
@click.option("--to", "folder", metavar="FOLDER", type=click.Path(file_okay=False, path_type=Path), help="Where to.")
def command(id_: str, folder: Path | None) -> None:
    """Write everything about one person into a file for them.

    Two files come out: JSON with every value, and the same as text to read. ID is a volunteer's, a resident's, a
    request's or an organisation's. Look them over before you send them: notes may be about somebody else as well.

    Requests that nobody joined to this person, and that may be theirs all the same, stand under a heading of their
    own: the same telephone, or the same name and postcode. Take out those that are somebody else's.

    \b
    Example:
      python -m community export-person V-7K3Q-F2MX-4
    """
    settings, now = load(), utc_now()
    book = open_book(settings)
    try:
        with book.reading() as reader:
            person = find(reader.connection, id_)
            found = maybe_theirs(reader.connection, belonging(reader.connection, person))
            maybe = [record for each in found for record in belonging(reader.connection, each.request)]
            apart = bool(held_by_concern(reader.connection) & set(belonging(reader.connection, person)))
            told = {"made_at": canon.instant(now)} | everything(reader.connection, person, maybe)
    finally:
        book.close()
    exports.note(settings.book_home, "export-person", "json and txt", len(told["records"]), now=now)
    where = folder or settings.book_home / "exports"
    where.mkdir(mode=0o700, parents=True, exist_ok=True)
    name = f"{person.id}-{now:%Y%m%dT%H%M%S}Z"
    _write(where / f"{name}.json", json.dumps(told, ensure_ascii=False, indent=1) + "\n")
    _write(where / f"{name}.txt", letter(told, settings.community))
    records: list[Any] = told["records"]
    click.echo(f"{where / name}.json and .txt: {len(records)} records, {len(told['changes'])} decisions.")
    if found:
        ids = ", ".join(each.request.id for each in found)
        click.echo(f"May be the same person, under a heading of its own; take out what is somebody else's: {ids}")
    if apart:
        click.echo("Speak to the safeguarding lead before you send them.")
    click.echo("Read them before you send them: somebody else may be in the notes. Delete them afterwards.")


def _write(path: Path, text: str) -> None:
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
        file.write(text)
