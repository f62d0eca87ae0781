"""Who reads the newsletter: those who asked for it, and said so once more by the link that went to their address."""

from community.book import Reader
from community.casework.form_senders import is_spared, mailbox
from community.casework.unit_of_work import UnitOfWork
from community.identity import certain_email
from community.tables.message_codes import MessageKind
from community.tables.row_types import MessageRow, SubscriberRow
from community.tables.statuses import SubscriberStatus
from community.tables.vocabulary import ReachBy


def reader_goes_to(reader: Reader, message: MessageRow) -> str | None:
    """The address that a message to a reader of the newsletter goes to; None where it is not to go any more."""
    row = reader.get(SubscriberRow, message.to_whom)
    waits = SubscriberStatus.ASKED if message.kind == MessageKind.CONFIRM else SubscriberStatus.CONFIRMED
    to = certain_email(row.email) if row is not None and row.status == waits else None
    return None if to is None or is_spared(reader, ReachBy.EMAIL, to) else to


def confirmed_readers(reader: Reader) -> list[SubscriberRow]:
    """Those who get the newsletter, each mailbox once, whoever confirmed first."""
    rows = reader.rows(SubscriberRow, lambda c: [c.status == SubscriberStatus.CONFIRMED], order="confirmed_at")
    found: dict[str, SubscriberRow] = {}
    for row in rows:
        if (to := certain_email(row.email)) is not None:
            found.setdefault(mailbox(to), row)
    return list(found.values())


def take_off(unit: UnitOfWork, row: SubscriberRow) -> None:
    """Let this reader get no more: what has not left yet does not leave either."""
    unit.move(row, SubscriberStatus.LEFT)
    unit.set(row, "left_at", unit.at)
