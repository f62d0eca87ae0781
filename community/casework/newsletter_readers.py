"""Who reads the newsletter: those who asked for it, and said so once more by the link that went to their address."""

from collections.abc import Iterable

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
    boxes, found = boxes_of(rows), dict[str, SubscriberRow]()
    for row in rows:
        if row.id in boxes:
            found.setdefault(boxes[row.id], row)
    return list(found.values())


def boxes_of(rows: Iterable[SubscriberRow]) -> dict[str, str]:
    """By id, the mailbox of each that has one."""
    return {row.id: mailbox(to) for row in rows if (to := certain_email(row.email))}


def still_on_the_list(reader: Reader, row: SubscriberRow) -> list[SubscriberRow]:
    """All who have not left and have the mailbox of this one: somebody may have asked for the newsletter twice."""
    rows = reader.rows(SubscriberRow, lambda c: [c.status != SubscriberStatus.LEFT])
    boxes = boxes_of([row, *rows])
    return [each for each in rows if each.id == row.id or (row.id in boxes and boxes.get(each.id) == boxes[row.id])]


def take_off(unit: UnitOfWork, row: SubscriberRow, *, came_until: str | None = None) -> None:
    """Let nothing more go to this reader's mailbox: what has not left yet does not leave either.

    `came_until`: who asked for it after that stays.
    """
    for each in still_on_the_list(unit.reader, row):
        if came_until is None or each.at <= came_until:
            unit.move(each, SubscriberStatus.LEFT)
            unit.set(each, "left_at", unit.at)
