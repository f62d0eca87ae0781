"""The newsletter: whoever asks for it is asked once more by a link, may leave at any time, and gets what we write.

Nothing here tells whether an address is on the list: the forms answer everybody the same.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from community.book import Action, Reader
from community.casework.casework_errors import NotNow
from community.casework.circulars import checked_words
from community.casework.form_senders import BY_A_PROGRAM, is_spared, may_be_by_a_program
from community.casework.message_queue import queue
from community.casework.message_steps import NOWHERE
from community.casework.newsletter_readers import boxes_of, confirmed_readers, take_off
from community.casework.offer_state import LinkClosed
from community.casework.permissions import check_user_can
from community.casework.unit_of_work import UnitOfWork, do
from community.casework.user import User, WorkContext
from community.casework.visibility import looking
from community.identity import certain_email
from community.tables.canonical import instant, moment, split
from community.tables.message_codes import MessageKind
from community.tables.roles import Role
from community.tables.row_types import CircularRow, CircularValues, ColumnName, MessageRow, SubscriberRow
from community.tables.statuses import SubscriberStatus
from community.tables.verbs import Verb
from community.tables.vocabulary import ReachBy

CONFIRMS_FOR = timedelta(days=28)
"""So long the link opens by which somebody confirms: those who do not are removed a month after they asked."""
_ONCE_IN = timedelta(days=1)
"""One address is asked once in so long, however often somebody types it in."""
_MACHINE = User("newsletter", Role.WORKER)
CHOSEN = "The newsletter"


@dataclass(frozen=True)
class NewsletterStands:
    """How many get the newsletter, how many have not confirmed, and what was written, the latest first."""

    confirmed: int
    asked: int
    doubtful: list[SubscriberRow]
    """Who asked by a form that a program may have sent: they get no link until somebody here has looked."""
    written: list[CircularRow]


def settle_newsletter(context: WorkContext) -> None:
    """Ask those who asked for it whether it was them, and take off those who want no more. Again changes nothing."""
    machine = WorkContext(context.book, context.settings, _MACHINE, context.places, context.clock)

    def work(unit: UnitOfWork) -> None:
        rows = unit.reader.rows(SubscriberRow)
        for gone in [row for row in rows if row.status == SubscriberStatus.LEFT and row.left_at is None]:
            unit.set(gone, "left_at", gone.at)
            take_off(unit, gone, came_until=gone.at)
        for row in _to_ask(unit.reader, unit.now, [row for row in rows if unit.status(row) == row.status]):
            queue(unit, MessageKind.CONFIRM, row.id, row.id, ReachBy.EMAIL, by_itself=True, at_once=True)

    do(machine, Verb.SETTLE_NEWSLETTER, work)


def newsletter_waits(context: WorkContext) -> bool:
    """Whether a form was not seen to: as when the machine stopped between its receipt and the email."""
    with context.book.reading() as reader:
        if reader.count(SubscriberRow, lambda c: [c.status == SubscriberStatus.LEFT, c.left_at.is_(None)]):
            return True
        return bool(_to_ask(reader, context.clock(), reader.rows(SubscriberRow)))


def _waiting(rows: list[SubscriberRow]) -> dict[str, SubscriberRow]:
    """By mailbox, who asked for it last and has not confirmed. Whoever reads it already need not say so again."""
    boxes = boxes_of(rows)
    reads = {boxes.get(row.id) for row in rows if row.status == SubscriberStatus.CONFIRMED}
    asked = [row for row in rows if row.status == SubscriberStatus.ASKED and not may_be_by_a_program(row)]
    last = {boxes[row.id]: row for row in asked if row.id in boxes}
    return {box: row for box, row in last.items() if box not in reads}


def _to_ask(reader: Reader, now: datetime, rows: list[SubscriberRow]) -> list[SubscriberRow]:
    """Whom of these to send the link to: each mailbox once, unless it went already or nothing may go there."""
    last, boxes = _waiting(rows), boxes_of(reader.rows(SubscriberRow))
    same = {box: [one for one, its in boxes.items() if its == box] for box in last}
    return [row for box, row in last.items() if _may_be_asked(reader, now, row, same[box])]


def _may_be_asked(reader: Reader, now: datetime, row: SubscriberRow, same: list[str]) -> bool:
    """Whether no link went to this one yet, nor lately to the same mailbox, and what goes there can arrive."""
    for each in reader.rows(MessageRow, lambda c: [c.to_whom.in_(same)]):
        lately = each.to_whom == row.id or each.at > instant(now - _ONCE_IN)
        if each.problem in NOWHERE or (lately and each.kind == MessageKind.CONFIRM):
            return False
    return not is_spared(reader, ReachBy.EMAIL, str(certain_email(row.email)))


def see_confirmation(context: WorkContext, message_id: str) -> bool:
    """Whether the reader of this message gets the newsletter. Raises LinkClosed where they can't confirm any more."""
    with context.book.reading() as reader:
        message = reader.get(MessageRow, message_id)
        row = reader.get(SubscriberRow, message.to_whom) if message is not None else None
    if message is None or message.kind != MessageKind.CONFIRM or row is None or row.status == SubscriberStatus.LEFT:
        raise LinkClosed
    return row.status == SubscriberStatus.CONFIRMED


def confirm_newsletter(context: WorkContext, message_id: str) -> None:
    """Note that the reader of this message wants the newsletter. Doing it again changes nothing. Raises LinkClosed."""
    see_confirmation(context, message_id)

    def work(unit: UnitOfWork) -> None:
        message = unit.read(MessageRow, message_id)
        row = unit.reader.get(SubscriberRow, message.to_whom)
        if row is not None and row.status == SubscriberStatus.ASKED:
            unit.move(row, SubscriberStatus.CONFIRMED)
            unit.set(row, "confirmed_at", unit.at)

    by_link = WorkContext(
        context.book, context.settings, User(message_id, Role.RESIDENT), context.places, context.clock
    )
    do(by_link, Verb.CONFIRM_NEWSLETTER, work)


def confirmation_of(context: WorkContext, message_id: str) -> datetime | None:
    """When this message was made, if it asks somebody whether they want the newsletter; None for any other."""
    with context.book.reading() as reader:
        message = reader.get(MessageRow, message_id)
    return moment(message.at) if message is not None and message.kind == MessageKind.CONFIRM else None


def newsletter_stands(context: WorkContext) -> NewsletterStands:
    """How the newsletter stands. Raises NotAllowed."""
    check_user_can(context.user, Verb.WRITE_NEWSLETTER)
    with looking(context) as visible:
        rows = visible.reader.rows(SubscriberRow)
        doubtful = [row for row in rows if row.status == SubscriberStatus.ASKED and may_be_by_a_program(row)]
        written = visible.reader.rows(CircularRow, lambda c: [c.chosen == CHOSEN], order="-at")
        return NewsletterStands(len(confirmed_readers(visible.reader)), len(_waiting(rows)), doubtful, written)


def ask_all_the_same(context: WorkContext, reader_id: str) -> Action:
    """Let the link go to somebody whose form a program may have sent: a person here has looked at it."""

    def work(unit: UnitOfWork) -> None:
        row = unit.take(SubscriberRow, reader_id)
        unit.set(row, "flags", set(split(row.flags)) - BY_A_PROGRAM)

    return do(context, Verb.CLEAR_FLAG, work)[0]


def write_newsletter(context: WorkContext, *, subject: str, words: str, key: str) -> Action:
    """Write to every reader, with a message of their own. The same `key` writes once, however often.

    `key` is an id of a circular that none has. Raises NotAllowed, and NotNow where nobody reads it or it can't go out.
    """
    check_user_can(context.user, Verb.WRITE_NEWSLETTER)
    if not context.settings.can_email_links:
        raise NotNow("Emails are not set up here, so the newsletter can’t go out.")
    settle_newsletter(context)  # whoever left a moment ago gets none

    def work(unit: UnitOfWork) -> None:
        if unit.reader.get(CircularRow, key) is not None:
            return
        told = checked_words(subject, words)
        whom = confirmed_readers(unit.reader)
        if not whom:
            raise NotNow("Nobody has confirmed yet that they want the newsletter.")
        today = instant(unit.now - timedelta(days=1))
        for row in unit.reader.rows(CircularRow, lambda c: [c.chosen == CHOSEN, c.at >= today]):
            if (row.subject, row.words) == (told.get(ColumnName.SUBJECT), told.get(ColumnName.WORDS)):
                raise NotNow("These very words were written to the readers today. Nothing was sent.")
        values: CircularValues = {**told, "chosen": CHOSEN, "left_out": 0}
        unit.add(CircularRow, values, id=key)
        for each in whom:
            queue(unit, MessageKind.NEWSLETTER, key, each.id, ReachBy.EMAIL, by_itself=True)

    return do(context, Verb.WRITE_NEWSLETTER, work)[0]
