"""Erase somebody who only stands in another person's record: a guardian, a referrer."""

import click
import sqlalchemy as sa

from community.book import Book, utc_now
from community.book.concern_register import SpeakToTheLead, held_by_concern
from community.book.erasure import erase_fields
from community.book.vacuum import compact
from community.commands import leftovers
from community.commands.data_subject.erase_steps import done_or_not
from community.commands.data_subject.find_person import passing
from community.commands.data_subject.in_words import list_mentions, mentions
from community.commands.data_subject.out_of_reach import tell
from community.commands.data_subject.possible_people import columns_of
from community.identity import Part
from community.runtime import erased_list
from community.settings import Settings
from community.tables import canonical as canon
from community.tables.ids import mint_long


def erase_in_passing(
    settings: Settings, book: Book, who: str, part: Part, approved_by: str | None, *, ask: bool
) -> None:
    """Empty the columns about this person, after showing which; the record and whose it is stay.

    Raises NotAPerson for an id of another kind, SpeakToTheLead where a concern holds the record.
    """
    with book.reading() as reader:
        record = passing(reader.connection, who, part)
        spoken_of = mentions(reader.connection, (), {record: columns_of(record.table, part)})
        if record in held_by_concern(reader.connection):
            raise SpeakToTheLead
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

    done_or_not(settings, book, work, intention)
    compact(book.engine)
    click.echo(f"{record.id}: what was said of the {part} is erased, and a restore erases it again.")
    if exports := leftovers.remove(leftovers.exports_of(settings, [record.id])):
        click.echo(f"{exports} exported files that name the record are removed from the folder `exports`.")
    tell()
