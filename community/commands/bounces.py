"""Take in a mail that came back: its message did not arrive, and a person sees that."""

import sys
from typing import BinaryIO

import click

from community.book import Book, utc_now
from community.casework import WorkContext, note_bounce
from community.errors import UserFacingError
from community.messages import MESSENGER, EndlessMail, mails_in, read_bounce
from community.runtime.book_opening import open_book
from community.settings import Settings, load
from community.tables.message_codes import BounceKind


@click.command("bounces")
@click.argument("mails", nargs=-1, type=click.File("rb"))
@click.pass_context
def command(context: click.Context, mails: tuple[BinaryIO, ...]) -> None:
    """Take in a mail that came back: its message did not arrive, and a person sees that.

    Reads one mail from standard input, as a mail server hands it over, or each file: one mail, or a folder that a mail
    program saved (mbox). The message that a mail speaks of is then shown as come back. If the address does not exist,
    nobody is written to there until somebody has asked them. Reading a mail twice changes nothing. Ends with 1 where a
    mail tells of no message that is out: a holiday answer, an advertisement, a mail that was read before; and where one
    takes too long to be read.
    docs/messages.md says how to set it up, and how the program reads the mailbox by itself instead.

    \b
    Example:
      python -m community bounces < came-back.eml
      python -m community bounces saved/*.eml returned.mbox
    """
    settings = load()
    if settings.kept_in_sheet:
        raise UserFacingError("The spreadsheet keeps this book, so no message leaves by itself, and none comes back.")
    files = [each.read() for each in mails] or [sys.stdin.buffer.read()]
    raw = [mail for file in files for mail in mails_in(file)]
    book = open_book(settings)
    try:
        noted = [_noted(settings, book, each) for each in raw]
    finally:
        book.close()
    context.exit(0 if all(noted) else 1)


def _noted(settings: Settings, book: Book, raw: bytes) -> bool:
    """Whether a message that was out is now known to have come back."""
    try:
        bounce = read_bounce(raw)
    except EndlessMail:
        click.echo("This mail takes too long to be read: look at it yourself.")
        return False
    if bounce is None:
        click.echo("This tells of no message of ours.")
        return False
    at_work = WorkContext(book, settings, MESSENGER, clock=utc_now)
    if not note_bounce(at_work, bounce.message_id, bounce.kind):
        click.echo(f"{bounce.message_id}: not out, or known to have come back already.")
        return False
    never = bounce.kind == BounceKind.HARD
    click.echo(f"{bounce.message_id}: came back. {'There is no such address.' if never else 'It may arrive later.'}")
    return True
