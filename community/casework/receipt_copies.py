"""A copy of the receipt for whoever has just sent a form: once, to the address or the number that they gave in it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from community.book import Reader
from community.casework.form_senders import FormRow, address_given, unanswered
from community.casework.message_queue import may_go, queue
from community.casework.permissions import user_can
from community.casework.resident_news import sends
from community.casework.unit_of_work import UnitOfWork, do
from community.casework.user import User, WorkContext
from community.casework.visibility import looking
from community.settings import Settings
from community.settings.response_promise import answer_by
from community.tables.canonical import instant, moment
from community.tables.message_codes import MessageKind
from community.tables.roles import Role
from community.tables.row_types import HelpRequestRow, MessageRow, VolunteerRow
from community.tables.statuses import MessageStatus
from community.tables.verbs import Verb
from community.tables.vocabulary import ReachBy

MOST_A_DAY = 3
"""So many copies go to one address within a day: whoever sends forms in somebody else's name floods nobody."""
_LOST = frozenset({MessageStatus.BOUNCED, MessageStatus.WITHDRAWN, MessageStatus.BY_HAND})


@dataclass(frozen=True)
class CopySeen:
    """How it stands with the copy of one receipt. Nothing of it says to which address it goes."""

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


def see_copy(context: WorkContext, reference: str) -> CopySeen:
    """Whether, and how, whoever sent the form with this reference may have a copy. Raises BookUnavailable."""
    with context.book.reading() as reader:
        return _seen(reader, context.settings, context.clock(), reference)


def ask_copy(context: WorkContext, reference: str, way: ReachBy) -> bool:
    """Whether a copy goes out for this press of the button. Only the first one counts."""
    form_of = VolunteerRow if reference.startswith("V") else HelpRequestRow
    role = Role.VOLUNTEER if form_of is VolunteerRow else Role.RESIDENT
    sender = WorkContext(context.book, context.settings, User(reference, role), context.places, context.clock)

    def work(unit: UnitOfWork) -> bool:
        if way not in _seen(unit.reader, context.settings, unit.now, reference).ways:
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
        if message.kind != MessageKind.RECEIPT or not may_go(visible.reader, message):
            return None
        form = unanswered(visible.reader, message.about)
        if form is None:
            return None
        urgency = form.urgency if isinstance(form, HelpRequestRow) else None
        by = answer_by(context.settings.community, moment(form.at), urgency)
        return ReceiptFacts(ReachBy(message.way), form.id, isinstance(form, VolunteerRow), by)


def receipt_goes_to(reader: Reader, message: MessageRow) -> str | None:
    """The address or number of the form that this copy is about; None where there is none, or none is certain."""
    form = unanswered(reader, message.about)
    return address_given(reader, form, ReachBy(message.way)) if form is not None else None


def _seen(reader: Reader, settings: Settings, now: datetime, reference: str) -> CopySeen:
    asked = reader.rows(MessageRow, lambda c: [c.about == reference, c.kind == MessageKind.RECEIPT])
    if asked:
        waits = asked[0].status == MessageStatus.QUEUED and asked[0].not_before
        due = moment(waits) if waits else now
        lost = asked[0].status in _LOST
        return CopySeen(asked=ReachBy(asked[0].way), leaves=due if due > now else None, lost=lost)
    form = unanswered(reader, reference)
    if form is None:
        return CopySeen()
    there = {way: address_given(reader, form, way) for way in (ReachBy.EMAIL, ReachBy.TEXT) if sends(settings, way)}
    return CopySeen(tuple(way for way, to in there.items() if to and _had(reader, now, way, to) < MOST_A_DAY))


def _had(reader: Reader, now: datetime, way: ReachBy, to: str) -> int:
    """How many copies were asked for within a day that go to this address."""
    since = instant(now - timedelta(days=1))
    lately = reader.rows(
        MessageRow, lambda c: [c.kind == MessageKind.RECEIPT, c.way == way, c.at > since, c.status.not_in(_LOST)]
    )
    forms: list[FormRow | None] = [unanswered(reader, each.about) for each in lately]
    return sum(form is not None and address_given(reader, form, way) == to for form in forms)
