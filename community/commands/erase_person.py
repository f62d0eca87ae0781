"""Erase everything about one person, after showing what that is."""

from collections import Counter
from collections.abc import Sequence

import click
import sqlalchemy as sa

from community.book import Book, Record, belonging, compact, utc_now
from community.book.erasure import erase_fields
from community.book.open_matters import check_nothing_holds
from community.book.person_data import find
from community.casework.person_mentions import mentions, named_fields
from community.casework.possible_people import IN_PASSING, Maybe, columns_of, maybe_theirs, with_these
from community.commands.data_subject.find_person import is_id, like, list_found, passing
from community.commands.data_subject.listed_mentions import list_mentions
from community.identity import Part
from community.runtime import erased_list, leftovers
from community.runtime.backups import KEEP_DAYS
from community.runtime.book_opening import open_book
from community.runtime.erasing import erase_records
from community.settings import Settings, load
from community.tables import canonical as canon
from community.tables.ids import check, mint_long
from community.wording import counted


@click.command("erase-person")
@click.argument("who", metavar="WHO")
@click.option(
    "--as",
    "part",
    type=click.Choice(IN_PASSING),
    help="Erase only what the record says about its guardian or referrer.",
)
@click.option("--approved-by", metavar="NAME", help="Who decided it. Without a name, nothing is erased, only listed.")
@click.option(
    "--also", metavar="ID", multiple=True, help="Erase this record or field too. It must be one that was listed."
)
@click.option("--yes", is_flag=True, help="Don't ask again.")
@click.pass_context
def command(
    context: click.Context, who: str, part: Part | None, approved_by: str | None, also: tuple[str, ...], yes: bool
) -> None:
    """Erase everything about one person, after showing what that is.

    WHO is the id of a record. If you give a telephone number, an email address, a postcode or a name instead, people
    with similar details are listed and nothing is erased.

    Their records are deleted, and decisions about them are blanked. Only ids and keyed hashes stay, so that nothing
    comes back. Two more lists are shown: records that may be theirs too, and notes, calls, answers and reasons in other
    records that mention them. These stay unless you name them: --also ID deletes a record, --also ID:FIELD empties a
    field.

    A guardian or a referrer is part of somebody else's record: --as erases only what it says about them.

    Don't erase records that are needed for a legal claim or a safeguarding concern: ask first.

    \b
    Example:
      python -m community erase-person "07700 900123"
      python -m community erase-person P-7K3Q-F2MX-4
      python -m community erase-person P-7K3Q-F2MX-4 --approved-by "Jo Invented"
      python -m community erase-person P-7K3Q-F2MX-4 --also R-2V8D-KH5T-W --approved-by "Jo Invented"
      python -m community erase-person P-7K3Q-F2MX-4 --also C-9V2D-1H5T-R:words --approved-by "Jo Invented"
    """
    settings = load()
    book = open_book(settings)
    try:
        if part is not None:
            erase_in_passing(settings, book, who, part, approved_by, ask=not yes)
            return
        with book.reading() as reader:
            if not is_id(who):
                list_found(like(reader.connection, who), "erase-person")
                return
            person = find(reader.connection, who)
            named, fields = _shown(reader.connection, person, also)
        if not (approved_by or "").strip():
            click.echo("Nothing was erased. With --approved-by NAME it is.")
            return
        if not yes:
            click.confirm(f"Erase all of this for good, approved by {approved_by}?", abort=True)

        def which(connection: sa.Connection) -> list[Record]:
            theirs = belonging(connection, person)
            return with_these(connection, theirs, maybe_theirs(connection, theirs) if named else [], named)

        done = erase_records(settings, book, which, by=f"{approved_by}", now=utc_now(), fields=fields)
    finally:
        book.close()
    click.echo(f"{len(done.records)} records are erased.")
    if done.to_tell:
        click.echo(f"Still to be told that it is off, on Today: {counted(done.to_tell, 'person')}.")
    if emptied := sum(map(len, fields.values())):
        click.echo(f"{emptied} fields of other records are empty.")
    if done.exports:
        click.echo(f"{done.exports} exported files that name them are removed from the folder `exports`.")
    if not done.clean:
        click.echo(_NOT_YET, err=True)
    tell()
    context.exit(0 if done.clean else 1)


_NOT_YET = (
    "Traces may be left in the book's file, because another program holds it open. Stop the intake and the dashboard, "
    "then run: python -m community retention --apply"
)


def _shown(connection: sa.Connection, person: Record, also: Sequence[str]) -> tuple[list[str], dict[Record, list[str]]]:
    """What was named with --also: ids, and fields by record; after showing what goes and what stays.

    Raises NotAlike, NotMentioned, SpeakToTheLead, StillOpen.
    """
    theirs = belonging(connection, person)
    maybe = maybe_theirs(connection, theirs)
    named = [check(typed) or typed for typed in also if ":" not in typed]
    records = with_these(connection, theirs, maybe, named)
    spoken_of = mentions(connection, records)
    fields = named_fields(spoken_of, (typed for typed in also if ":" in typed))
    check_nothing_holds(connection, {*records, *fields})
    _preview(person, records)
    for record, each in fields.items():
        click.echo(f"  {record.id}: {', '.join(each)}, with all that stood there")
    _list_others([each for each in maybe if each.record.id not in named])
    list_mentions([each for each in spoken_of if each.field not in fields.get(each.record, ())], erasing=True)
    return named, fields


def _list_others(maybe: list[Maybe]) -> None:
    if maybe:
        click.echo("These may be the same person's, and stay. If they are, add --also with the id:")
    for each in maybe:
        other = "" if each.whole else f" (the {each.part}: erase-person {each.record.id} --as {each.part})"
        click.echo(f"  {each.record.id}{other}: {', '.join(each.same)}")


def _preview(person: Record, found: list[Record]) -> None:
    click.echo(f"{person.id}: these records go, with everything that was decided about them.")
    for table, count in Counter(record.table for record in found).items():
        ids = [record.id for record in found if record.table == table]
        click.echo(f"  {table}: {count} ({', '.join(ids[:5])}{', …' if count > 5 else ''})")
    if person.table == "organisations":
        click.echo("  The organisation's name and promises stay; its contact person goes.")
    if person.table == "volunteers" and any(record.table == "matches" for record in found):
        click.echo(
            "  Needs that this volunteer was to meet are without a volunteer afterwards. Residents who expect them are"
        )
        click.echo("  put on Today, to be told, and their needs come first there.")


def erase_in_passing(
    settings: Settings, book: Book, who: str, part: Part, approved_by: str | None, *, ask: bool
) -> None:
    """Empty the columns about somebody who only stands in another's record; the record and whose it is stay.

    Shows first which columns those are. Raises NotAPerson for an id of another kind, SpeakToTheLead or StillOpen where
    something open holds the record.
    """
    with book.reading() as reader:
        record = passing(reader.connection, who, part)
        spoken_of = mentions(reader.connection, (), {record: columns_of(record.table, part)})
        check_nothing_holds(reader.connection, [record])
    columns = columns_of(record.table, part)
    click.echo(f"{record.id} stays. What it says of the {part} goes: {', '.join(columns)}.")
    list_mentions(spoken_of, erasing=False)
    if not (approved_by or "").strip():
        click.echo("Nothing was erased. With --approved-by NAME it is.")
        return
    if ask:
        click.confirm(f"Erase this for good, approved by {approved_by}?", abort=True)
    by, at, intention = f"{approved_by}", canon.instant(utc_now()), mint_long()

    def work(connection: sa.Connection) -> None:
        done = erase_fields(connection, record, columns, by=by, at=at)
        erased_list.begin(settings, done, intention)

    erased_list.done_or_not(settings, book, work, intention)
    compact(book.engine)
    click.echo(f"{record.id}: what was said of the {part} is erased, and a restore erases it again.")
    if exports := leftovers.remove(leftovers.exports_of(settings, [record.id])):
        click.echo(f"{exports} exported files that name the record are removed from the folder `exports`.")
    tell()


OUT_OF_REACH = (
    f"backups: they still hold this person until they are removed after {KEEP_DAYS} days; a restore erases again",
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
