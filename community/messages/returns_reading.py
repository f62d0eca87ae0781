"""Reads the mailbox to which undelivered emails return: each mail once, some at a time, and nothing that isn't ours."""

from dataclasses import dataclass

from community.book import Book, clock_jumps
from community.casework import WorkContext, note_bounce
from community.messages.mailbox_session import NoMailbox, return_mailbox
from community.messages.returned_mail import read_bounce
from community.settings import Settings
from community.tables.message_codes import MailboxTrouble
from community.tables.row_types import MessageRow

MOST = 50
"""So many mails are looked at in one session; the next one goes on behind them."""
_READ = "returned_mail"


@dataclass(frozen=True)
class ReturnsRead:
    """What came of one look: how many mails were read, how many messages came back, whether there are more mails."""

    read: int
    noted: int
    more: bool


def read_returns(context: WorkContext) -> ReturnsRead:
    """Note which messages came back, and mark their mails as read. Raises NoMailbox and BookUnavailable.

    What tells of no message in this book stays unread, and is not looked at again. Wherever this is interrupted, the
    next look begins with the mail that was not done with: to read it twice changes nothing.
    """
    noted = 0
    with return_mailbox(context.settings) as mailbox:
        unread = mailbox.unread_after(_read_until(context.book, mailbox.name), MOST)
        for number in unread[:MOST]:
            bounce = read_bounce(mailbox.beginning(number))
            if bounce is not None and context.book.get(MessageRow, bounce.message_id) is not None:
                noted += note_bounce(context, bounce.message_id, bounce.kind)
                mailbox.mark_read(number)
            _remember(context.book, mailbox.name, number)
    return ReturnsRead(min(len(unread), MOST), noted, len(unread) > MOST)


def mailbox_trouble(settings: Settings) -> MailboxTrouble | None:
    """Why the mailbox can't be read now, or None: the folder is opened, and nothing in it is read or marked."""
    try:
        with return_mailbox(settings):
            return None
    except NoMailbox as error:
        return error.trouble


def _read_until(book: Book, mailbox: str) -> int:
    """The number of the last mail that was looked at in this folder; 0 where none was."""
    with book.reading() as reader:
        kept = (clock_jumps.remembered(reader.connection, _READ) or "").rpartition(" ")
    return int(kept[2]) if kept[0] == mailbox else 0


def _remember(book: Book, mailbox: str, number: int) -> None:
    book.remember(lambda connection: clock_jumps.remember(connection, _READ, f"{mailbox} {number}"))
