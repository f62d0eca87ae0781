"""Reads the mailbox to which undelivered emails return: each mail once, some at a time, and nothing that isn't ours."""

from dataclasses import dataclass

import sqlalchemy as sa

from community.book import Book, Job, asked_jobs, clock_jumps
from community.casework import WorkContext, note_bounce
from community.messages.mailbox_session import MailKeptBack, NoMailbox, ReturnMailbox, return_mailbox
from community.messages.returned_mail import EndlessMail, read_bounce
from community.settings import Settings
from community.tables.canonical import instant
from community.tables.job_kinds import JobKind
from community.tables.message_codes import MailboxTrouble
from community.tables.row_types import MessageRow

MOST = 50
"""So many mails are looked at in one session; the next one goes on behind them."""
_READ, _BROKE = "returned_mail", "returned_mail_broke"
_PATIENCE = 3
"""So often the connection may break at one mail before the others are read without it."""


@dataclass(frozen=True)
class ReturnsRead:
    """What came of one look: how many mails were read, how many messages came back, whether there are more mails."""

    read: int
    noted: int
    more: bool


def read_returns(context: WorkContext) -> ReturnsRead:
    """Note which messages came back, and mark their mails as read. Raises NoMailbox and BookUnavailable.

    What tells of no message in this book stays unread, and is not looked at again. After an interruption the next look
    begins with the mail that was left; reading one twice changes nothing. A mail that can't be fetched, or not be read
    to its end, holds up no other: a job of its own fetches it again, and a person sees if that fails.
    """
    noted = 0
    with return_mailbox(context.settings) as mailbox:
        unread = mailbox.unread_after(_read_until(context.book, mailbox.name), MOST)
        for number in unread[:MOST]:
            raw = _beginning(context, mailbox, number)
            if raw is None:
                continue
            try:
                noted += _note(context, mailbox, number, raw)
            except EndlessMail:
                _leave(context, mailbox, number)
            else:
                _remember(context.book, _READ, f"{mailbox.name} {number}")
    return ReturnsRead(min(len(unread), MOST), noted, len(unread) > MOST)


def read_kept_back(context: WorkContext, key: str) -> None:
    """Read the mail of this job, which could not be had before. Raises MailKeptBack, EndlessMail, NoMailbox and
    BookUnavailable.

    Nothing happens where it has gone, or the mails have been numbered anew since.
    """
    place, _, number = key.rpartition("-")
    with return_mailbox(context.settings) as mailbox:
        if mailbox.name == place:
            _note(context, mailbox, int(number), mailbox.beginning(int(number)))


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


def _beginning(context: WorkContext, mailbox: ReturnMailbox, number: int) -> bytes | None:
    """The first bytes of this mail; None where it is left to a job of its own. Raises NoMailbox."""
    try:
        return mailbox.beginning(number)
    except MailKeptBack:
        _leave(context, mailbox, number)
        return None
    except NoMailbox:
        # Nobody knows whether it is the mail or the connection.
        with context.book.reading() as reader:
            which, _, times = (clock_jumps.remembered(reader.connection, _BROKE) or "").rpartition(" ")
        this = f"{mailbox.name} {number}"
        broke = int(times) + 1 if which == this else 1
        if broke < _PATIENCE:
            _remember(context.book, _BROKE, f"{this} {broke}")
        else:
            _leave(context, mailbox, number)
        raise


def _leave(context: WorkContext, mailbox: ReturnMailbox, number: int) -> None:
    """Go on behind this mail, and ask for it by a job of its own, both or neither."""
    at = instant(context.clock())
    job = Job(JobKind.READ_RETURNED_MAIL, f"{mailbox.name}-{number}")

    def write(connection: sa.Connection) -> None:
        clock_jumps.remember(connection, _READ, f"{mailbox.name} {number}")
        asked_jobs.ask_for(connection, [job], action=None, at=at)

    context.book.remember(write)


def _note(context: WorkContext, mailbox: ReturnMailbox, number: int, raw: bytes) -> bool:
    """Whether this mail told, for the first time, that a message of this book came back. Raises EndlessMail."""
    bounce = read_bounce(raw)
    if bounce is None or context.book.get(MessageRow, bounce.message_id) is None:
        return False
    noted = note_bounce(context, bounce.message_id, bounce.kind)
    mailbox.mark_read(number)
    return noted


def _remember(book: Book, name: str, value: str) -> None:
    book.remember(lambda connection: clock_jumps.remember(connection, name, value))
