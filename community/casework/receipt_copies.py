"""A copy of the receipt for whoever has just sent a form: once, to the address or the number that they gave in it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from community.book import Reader
from community.casework.form_senders import FormRow, address_given, is_spared, mailbox, unanswered_form
from community.casework.message_queue import may_go, queue
from community.casework.permissions import user_can
from community.casework.quiet_hours import not_before
from community.casework.resident_news import sends
from community.casework.unit_of_work import UnitOfWork, do
from community.casework.user import User, WorkContext
from community.casework.visibility import looking
from community.settings import Settings
from community.settings.response_promise import answer_by
from community.tables.canonical import instant, moment
from community.tables.message_codes import MessageKind
from community.tables.roles import Role
from community.tables.row_types import HelpRequestRow, MessageRow, MessageValues, VolunteerRow
from community.tables.statuses import MessageStatus
from community.tables.verbs import Verb
from community.tables.vocabulary import ReachBy
from community.wording import language_of

MOST_A_DAY = 3
"""So many copies go to one address within a day: whoever sends forms in somebody else's name floods nobody.

Nobody who asks for one more learns of it, nor that an address is one of somebody who wants no messages, or for whom
they are not safe: what is said of the copy is the same.
"""
_LOST = frozenset({MessageStatus.BOUNCED, MessageStatus.WITHDRAWN, MessageStatus.BY_HAND})


@dataclass(frozen=True)
class CopySeen:
    """What became of the copy of one receipt. Nothing here tells the address that it goes to."""

    ways: tuple[ReachBy, ...] = ()
    """By these it may be asked for now."""
    asked: ReachBy | None = None
    leaves: datetime | None = None
    """When it goes after the quiet hours; None where it goes at once, or has gone."""
    lost: bool = False
    """It was asked for, and does not arrive."""


@dataclass(frozen=True)
class ReceiptFacts:
    """What a receipt says. Nothing of it was written by whoever sent the form."""

    way: ReachBy
    reference: str
    offers_help: bool
    """They want to be a volunteer; else they asked for help."""
    answer_by: datetime
    language: str | None = None
    """The code of the language that they filled it in in; None for English."""


def see_copy(context: WorkContext, reference: str) -> CopySeen:
    """Whether, and how, whoever sent the form with this reference may have a copy. Raises BookUnavailable."""
    with context.book.reading() as reader:
        return _seen(reader, context.settings, context.clock(), reference)


def ask_copy(context: WorkContext, reference: str, way: ReachBy) -> bool:
    """Whether a copy goes out for this press of the button. Only the first one counts.

    One that must not go is written down as withdrawn from the start, so that the page says of it what it says of any.
    """
    form_of = VolunteerRow if reference.startswith("V") else HelpRequestRow
    role = Role.VOLUNTEER if form_of is VolunteerRow else Role.RESIDENT
    sender = WorkContext(context.book, context.settings, User(reference, role), context.places, context.clock)

    def work(unit: UnitOfWork) -> bool:
        if way not in _seen(unit.reader, context.settings, unit.now, reference).ways:
            return False
        if _is_spared(unit.reader, unit.now, reference, way):
            unit.add(MessageRow, _never_sent(reference, way))
            return False
        queue(unit, MessageKind.RECEIPT, reference, reference, way, by_itself=True)
        return True

    return do(sender, Verb.ASK_RECEIPT, work)[1]


def receipt_of(context: WorkContext, message_id: str) -> ReceiptFacts | None:
    """What this message says, if it is the copy of a receipt that may still go; None for any other message."""
    with looking(context) as visible:
        message = visible.reader.get(MessageRow, message_id)
        if message is None or not (user_can(context.user, Verb.SEND_MESSAGE) or visible.sees(message)):
            return None
        if message.kind != MessageKind.RECEIPT or not may_go(visible.reader, message, context.clock()):
            return None
        form = unanswered_form(visible.reader, message.about)
        if form is None:
            return None
        urgency = form.urgency if isinstance(form, HelpRequestRow) else None
        by = answer_by(context.settings.community, moment(form.at), urgency)
        return ReceiptFacts(ReachBy(message.way), form.id, isinstance(form, VolunteerRow), by, language_of(form.flags))


def receipt_goes_to(reader: Reader, message: MessageRow) -> str | None:
    """The address or number of the form that this copy is about; None where there is none, or none is certain."""
    form = unanswered_form(reader, message.about)
    return address_given(reader, form, ReachBy(message.way)) if form is not None else None


def _seen(reader: Reader, settings: Settings, now: datetime, reference: str) -> CopySeen:
    asked = reader.rows(MessageRow, lambda c: [c.about == reference, c.kind == MessageKind.RECEIPT])
    if asked:
        return _asked(settings, now, asked[0])
    form = unanswered_form(reader, reference)
    if form is None:
        return CopySeen()
    ways = (way for way in (ReachBy.EMAIL, ReachBy.TEXT) if sends(settings, way))
    return CopySeen(tuple(way for way in ways if address_given(reader, form, way)))


def _asked(settings: Settings, now: datetime, copy: MessageRow) -> CopySeen:
    if copy.not_before is None:  # it never goes, and looks like one that does
        due = not_before(settings.messages, moment(copy.at))
        return CopySeen(asked=ReachBy(copy.way), leaves=due if due > now else None)
    waits = copy.status == MessageStatus.QUEUED and moment(copy.not_before) > now
    return CopySeen(
        asked=ReachBy(copy.way), leaves=moment(copy.not_before) if waits else None, lost=copy.status in _LOST
    )


def _never_sent(reference: str, way: ReachBy) -> MessageValues:
    return {
        "about": reference,
        "to_whom": reference,
        "kind": MessageKind.RECEIPT,
        "way": way,
        "status": MessageStatus.WITHDRAWN,
    }


def _is_spared(reader: Reader, now: datetime, reference: str, way: ReachBy) -> bool:
    """Whether no copy is to go to the address of this form: it had its share, or it is of somebody who wants none."""
    form = unanswered_form(reader, reference)
    to = address_given(reader, form, way) if form is not None else None
    return to is None or _had(reader, now, way, to) >= MOST_A_DAY or is_spared(reader, way, to)


def _had(reader: Reader, now: datetime, way: ReachBy, to: str) -> int:
    """How many copies were asked for within a day that go to this address."""
    since = instant(now - timedelta(days=1))
    lately = reader.rows(
        MessageRow, lambda c: [c.kind == MessageKind.RECEIPT, c.way == way, c.at > since, c.status.not_in(_LOST)]
    )
    forms: list[FormRow | None] = [unanswered_form(reader, each.about) for each in lately]
    given = (address_given(reader, form, way) for form in forms if form is not None)
    return sum(each is not None and mailbox(each) == mailbox(to) for each in given)
