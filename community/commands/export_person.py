"""Write everything about one person into a file for them."""

import json
import os
import textwrap
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click
import sqlalchemy as sa

from community import exports
from community.book import CHANGES, Record, belonging, utc_now
from community.book.concern_register import held_by_concern
from community.book.person_data import HeldRecord, PersonData, everything, find, part_of
from community.commands.data_subject import in_words
from community.commands.data_subject.find_person import is_id, like, list_found, passing
from community.commands.data_subject.in_words import about, list_mentions, mentions
from community.commands.data_subject.possible_people import IN_PASSING, Maybe, columns_of, maybe_theirs
from community.identity import Part
from community.runtime.book_opening import open_book
from community.settings import Community, load
from community.tables import TABLES
from community.tables import canonical as canon
from community.tables.ids import check
from community.tables.row import ChangeRow
from community.tables.row_types import ColumnName


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
            person, found, holds = told_of(reader.connection, who, part)
            spoken_of = mentions(reader.connection, *about(reader.connection, person, part))
            apart = bool(held_by_concern(reader.connection) & set(belonging(reader.connection, person)))
            told: dict[str, Any] = {"made_at": canon.instant(now)} | {**holds} | {"mentions": in_words.told(spoken_of)}
    finally:
        book.close()
    exports.note(settings.book_home, "export-person", "json and txt", len(holds["records"]), now=now)
    where = folder or settings.book_home / "exports"
    where.mkdir(mode=0o700, parents=True, exist_ok=True)
    name = f"{person.id}-{now:%Y%m%dT%H%M%S}Z"
    _write(where / f"{name}.json", json.dumps(told, ensure_ascii=False, indent=1) + "\n")
    _write(where / f"{name}.txt", letter(told, settings.community))
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


def told_of(connection: sa.Connection, who: str, part: Part | None) -> tuple[Record, list[Maybe], PersonData]:
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


_TIMES = {ColumnName.AT: "Came in", ColumnName.CHANGED_AT: "Last changed", ColumnName.BY: "Written by"}


def letter(told: Mapping[str, Any], community: Community) -> str:
    """The text, 100 letters wide. `told` is what `everything` returns, with the time it was made."""
    parts = [
        f"What {community.name} keeps about {told['person']}",
        f"Made on {told['made_at'][:10]}. Run by {community.run_by}. Questions or corrections: {community.telephone}, "
        f"{community.email}. How long we keep each thing, and why, is on the privacy page of our website.",
    ]
    parts += map(_record, told["records"])
    if told["changes"]:
        parts.append("\n".join(["What was decided, and when", *map(_decision, told["changes"])]))
    if told["may_be_the_same_person"]:
        parts += ["May be the same person", _MAYBE, *map(_record, told["may_be_the_same_person"])]
    mentioned: list[in_words.ToldMention] = told["mentions"]
    if mentioned:
        where = [f"  {m['id']}, {m['field']}: same {', '.join(m['same'])}" for m in mentioned]
        parts += ["Other records that mention them: look at these before you send this", _WORDS, "\n".join(where)]
    return "\n\n".join(textwrap.fill(p, 100) if "\n" not in p else p for p in parts) + "\n"


_MAYBE = (
    "Nobody has said whose requests these are. They give the same telephone number, or the same name and postcode, or "
    "were closed as repeating a request above."
)
_WORDS = (
    "These fields of other people's records mention the same name, number or email address. Look at each, add what is "
    "about this person, and take this list out."
)


def _record(record: HeldRecord) -> str:
    lines = [_title(record), *_values(record["table"], record["now"])]
    ours = (ColumnName.ACTION, ColumnName.BY)
    first = {k: v for k, v in record["received"].items() if record["now"].get(k) != v and k not in ours}
    if first:
        lines += ["", "  As it first came in:", *_values(record["table"], first)]
    return "\n".join(lines)


def _title(record: HeldRecord) -> str:
    void = str(record["now"].get(ColumnName.VOID) or "")
    taken_back = f" (joined to {void})" if check(void) else " (taken back)" if void else ""
    return f"{TABLES[record['table']].means}: {record['now'][ColumnName.ID]}{taken_back}"


def _values(table: str, row: Mapping[str, Any]) -> Iterator[str]:
    for name, value in row.items():
        if name in _TIMES:
            yield _line(_TIMES[name], value)
        elif name == ColumnName.EXTRA:
            yield from (_line(question, answer) for question, answer in json.loads(value).items())
        elif name in TABLES[table].by_name:
            yield _line(TABLES[table][name].means, value)


def _line(label: str, value: object) -> str:
    return textwrap.indent(f"{label}: {value}", "    ").replace("    ", "  ", 1)


def _decision(change: Mapping[str, Any]) -> str:
    told = ChangeRow("changes", {**dict.fromkeys(CHANGES.columns.keys()), **change})
    why = f" ({told.reason})" if told.reason else ""
    when, was, now = told.at[:16].replace("T", " "), told.was or "nothing", told.now or "nothing"
    return f"  {when} UTC, {told.by}: {told.field} from {was} to {now}{why}"
