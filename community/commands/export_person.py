"""Write everything about one person into a file for them."""

import json
import os
from pathlib import Path
from typing import Any

import click
import sqlalchemy as sa

from community import exports
from community.book import Record, belonging, utc_now
from community.book.concern_register import held_by_concern
from community.book.person_data import PersonData, everything, find, part_of
from community.casework import letter_about_person
from community.casework.person_mentions import about, mentions, told_mentions
from community.casework.possible_people import IN_PASSING, Maybe, columns_of, maybe_theirs
from community.commands.data_subject.find_person import is_id, like, list_found, passing
from community.commands.data_subject.listed_mentions import list_mentions
from community.identity import Part
from community.runtime.book_opening import open_book
from community.settings import load
from community.tables import canonical as canon


@click.command("export-person")
@click.argument("who", metavar="WHO")
@click.option(
    "--as",
    "part",
    type=click.Choice(IN_PASSING),
    help="Export only what the record says about its guardian or referrer.",
)
@click.option(
    "--to", "folder", metavar="FOLDER", type=click.Path(file_okay=False, path_type=Path), help="The folder to write to."
)
def command(who: str, part: Part | None, folder: Path | None) -> None:
    """Write everything about one person into a file for them.

    It writes two files: JSON with every value, and the same as text to read. WHO is the id of a volunteer, a resident,
    a request or an organisation. If you give a telephone number, an email address, a postcode or a name instead, people
    with similar details are listed and nothing is written. Read the files before you send them: notes may be about
    somebody else as well.

    Some requests may be theirs although nobody has joined them to this person: they have the same telephone number or
    email address, or the same name and postcode. These stand under a heading of their own. Take out those that are
    somebody else's. Other records that may be theirs are only listed: export each by its id.

    A guardian or a referrer is part of somebody else's record: --as writes only what it says about them. Notes, calls,
    answers and reasons in other records that mention the person, by name, number or email address, are only listed:
    they are about somebody else too.

    \b
    Example:
      python -m community export-person "07700 900123"
      python -m community export-person V-7K3Q-F2MX-4
      python -m community export-person V-7K3Q-F2MX-4 --as guardian
    """
    settings, now = load(), utc_now()
    book = open_book(settings)
    try:
        with book.reading() as reader:
            if not is_id(who):
                list_found(like(reader.connection, who), "export-person")
                return
            person, found, holds = everything_about(reader.connection, who, part)
            spoken_of = mentions(reader.connection, *about(reader.connection, person, part))
            apart = bool(held_by_concern(reader.connection) & set(belonging(reader.connection, person)))
            told: dict[str, Any] = {"made_at": canon.instant(now)} | {**holds} | {"mentions": told_mentions(spoken_of)}
    finally:
        book.close()
    exports.note(settings.book_home, "export-person", "json and txt", len(holds["records"]), now=now)
    where = folder or settings.book_home / "exports"
    where.mkdir(mode=0o700, parents=True, exist_ok=True)
    name = f"{person.id}-{now:%Y%m%dT%H%M%S}Z"
    _write(where / f"{name}.json", json.dumps(told, ensure_ascii=False, indent=1) + "\n")
    _write(where / f"{name}.txt", letter_about_person(told, settings))
    click.echo(f"{where / name}.json and .txt: {len(holds['records'])} records, {len(holds['changes'])} decisions.")
    if unjoined := [each.record.id for each in found if each.unjoined and each.whole]:
        ids = ", ".join(unjoined)
        click.echo(f"May be the same person, under a heading of its own; take out what is somebody else's: {ids}")
    if others := [each for each in found if not (each.unjoined and each.whole)]:
        click.echo("May be the same person, and not in the files. If it is, export these as well:")
        for each in others:
            click.echo(f"  {each.record.id} ({each.part}): {', '.join(each.same)}")
    list_mentions(spoken_of, erasing=False)
    if apart:
        click.echo("Speak to the safeguarding lead before you send them.")
    click.echo("Read them before you send them: somebody else may be in the notes. Delete them afterwards.")


def everything_about(connection: sa.Connection, who: str, part: Part | None) -> tuple[Record, list[Maybe], PersonData]:
    """The person, who else may be they, and all that is held about them. Raises NotAPerson."""
    if part is not None:
        record = passing(connection, who, part)
        return record, [], part_of(connection, record, columns_of(record.table, part))
    person = find(connection, who)
    found = maybe_theirs(connection, belonging(connection, person))
    unjoined = [each.record for each in found if each.unjoined and each.whole]
    maybe = [record for each in unjoined for record in belonging(connection, each)]
    return person, found, everything(connection, person, maybe)


def _write(path: Path, text: str) -> None:
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
        file.write(text)
