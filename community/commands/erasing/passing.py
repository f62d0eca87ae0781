"""Erase somebody who only stands in another person's record: a guardian, a referrer."""

import click
import sqlalchemy as sa

from community.book import Book
from community.book.apart import SpeakToTheLead, held_by_concern
from community.book.compact import compact
from community.book.erase import blank
from community.commands.erasing.finding import passing
from community.commands.erasing.maybe import columns_of
from community.identity import Part


def erase_in_passing(book: Book, who: str, part: Part, approved_by: str | None, *, ask: bool) -> None:
    """Empty the columns about this person, after showing which; the record and whose it is stay.

    Raises NotAPerson for an id of another kind, SpeakToTheLead where a concern holds the record.
    """
    with book.reading() as reader:
        record = passing(reader.connection, who, part)
        if record in held_by_concern(reader.connection):
            raise SpeakToTheLead
    columns = columns_of(record.table, part)
    click.echo(f"{record.id} stays. What it says of the {part} goes: {', '.join(columns)}.")
    if not (approved_by or "").strip():
        click.echo("Nothing was erased. With --approved-by NAME it is.")
        return
    if ask:
        click.confirm(f"Erase this for good, approved by {approved_by}?", abort=True)

    def work(connection: sa.Connection) -> None:
        # The same form sent twice is still known by its key, so that a second copy brings nothing back.
        blank(connection, record.table, [record.id], columns, keep_keys=True)

    book.write(work)
    compact(book.engine)
    click.echo(f"{record.id}: what was said of the {part} is erased. A restored backup holds it again: erase it again.")
