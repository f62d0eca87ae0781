"""What a volunteer sees and answers behind the link of an offer: one purpose, one record, and no name of anybody."""

from datetime import date, timedelta

from community.book import Reader
from community.casework.casework_errors import NotNow
from community.casework.changed_times import has_changed
from community.casework.concern_caution import gets_no_offers
from community.casework.hasty_answers import believe, doubt, is_hasty
from community.casework.message_facts import details_to_read, hazards_to_read
from community.casework.message_queue import may_have_link, messages_of, queue
from community.casework.message_rules import TO_VOLUNTEER
from community.casework.message_texts import how_often_words, near_words, task_words
from community.casework.offer_state import LinkClosed, OfferSeen, OfferState
from community.casework.policies import check_may_go_on
from community.casework.resident_news import way_of_resident
from community.casework.unit_of_work import UnitOfWork, do
from community.casework.user import User, WorkContext
from community.casework.visit_rows import is_off_soon
from community.settings.response_promise import start_of
from community.tables.canonical import LONDON, instant, moment
from community.tables.message_codes import MessageKind, OfferAnswer
from community.tables.roles import Role
from community.tables.row_types import ContactRow, ContactValues, MatchRow, MessageRow, NeedRow, VolunteerRow
from community.tables.statuses import AGREED, ContactStatus, MatchStatus, MessageStatus, NeedStatus
from community.tables.verbs import Verb
from community.tables.vocabulary import ContactOutcome, ContactWay, Direction, ReachBy


def see_offer(context: WorkContext, message_id: str) -> OfferSeen:
    """The offer that this message made, as it stands now. Raises LinkClosed."""
    with context.book.reading() as reader:
        match, need = _offered(reader, message_id)
        message = reader.get(MessageRow, message_id)
        settings = context.settings
        return OfferSeen(
            _state(reader, match, need),
            task_words(settings, need),
            how_often_words(need),
            near_words(settings, need),
            details_to_read(reader, need),
            hazards_to_read(reader, need),
            moment(message.answer_by) if message is not None and message.answer_by else None,
            has_changed(reader, match, need),
        )


def answer_offer(context: WorkContext, message_id: str, answer: OfferAnswer, reason: str | None = None) -> OfferState:
    """How the offer stands after the volunteer's answer. The same answer twice is one; a yes can be taken back.

    A no after a yes calls the help off: whoever was told is put on Today, and so is the need. `REST` is a no that
    also puts off all other offers. What is too fast to be a person's answer changes nothing: somebody rings them.
    Raises LinkClosed, and NotNow where a yes comes too late or a rule now forbids it.
    """
    with context.book.reading() as reader:
        volunteer_id = _offered(reader, message_id)[0].volunteer_id
    by_link = WorkContext(
        context.book, context.settings, User(volunteer_id, Role.VOLUNTEER), context.places, context.clock
    )

    def work(unit: UnitOfWork) -> OfferState:
        match, need = _offered(unit.reader, message_id)
        message = unit.read(MessageRow, message_id)
        if is_hasty(unit, message):
            doubt(unit, message)
            return OfferState.DOUBTED
        believe(unit, message)
        state = _state(unit.reader, match, need)
        if answer == OfferAnswer.REST:
            day = unit.now.astimezone(LONDON).date() + timedelta(days=unit.context.settings.messages.rest_days)
            ask_nothing_until(unit, match.volunteer_id, day)
        if answer == OfferAnswer.YES:
            return _yes(unit, match, state)
        return _no(unit, match, state, reason)

    return do(by_link, Verb.ANSWER_OFFER, work, reason, heard={volunteer_id})[1]


def _yes(unit: UnitOfWork, match: MatchRow, state: OfferState) -> OfferState:
    if state == OfferState.SAID_YES:
        return state
    if state != OfferState.OPEN:
        raise NotNow("Thank you. This question is closed by now, so you need do nothing.")
    check_may_go_on(unit.reader, unit.context.settings, unit.now, match)
    unit.move(match, MatchStatus.ACCEPTED)
    unit.set(match, "released_at", None)
    unit.add(ContactRow, heard(unit, match, ContactOutcome.YES))
    return OfferState.SAID_YES


def say_no_to_all(unit: UnitOfWork, volunteer_id: str) -> None:
    """Take every question that this volunteer has not answered as answered with no."""
    for match in unit.reader.rows(
        MatchRow, lambda c: [c.volunteer_id == volunteer_id, c.status == MatchStatus.OFFERED]
    ):
        _no(unit, match, OfferState.OPEN, None)


def _no(unit: UnitOfWork, match: MatchRow, state: OfferState, reason: str | None) -> OfferState:
    if state == OfferState.OPEN:
        unit.move(match, MatchStatus.DECLINED)
    elif state == OfferState.SAID_YES:
        drop_out(unit, match)
    else:
        return state
    unit.set(match, "ended_reason", reason)
    unit.add(ContactRow, heard(unit, match, ContactOutcome.NO))
    return OfferState.SAID_NO


def drop_out(unit: UnitOfWork, match: MatchRow) -> None:
    """Call off what the volunteer had agreed to; a resident who was told by a message gets another at once."""
    way = way_of_resident(unit, match) if match.status == MatchStatus.ACTIVE else None
    unit.move(match, MatchStatus.CANCELLED)
    if way is not None:
        need = unit.read(NeedRow, match.need_id)
        soon = is_off_soon(unit, match, need)
        queue(unit, MessageKind.NOBODY_COMES, match.id, need.resident_id, way, by_itself=True, at_once=soon)


def ask_nothing_until(unit: UnitOfWork, volunteer_id: str, day: date) -> None:
    """Ask them nothing before this day, or before a later one where they are put off for longer already."""
    volunteer = unit.read(VolunteerRow, volunteer_id)
    until = instant(start_of(unit.context.settings.community, day))
    if volunteer.hold_until is None or volunteer.hold_until < until:
        unit.set(volunteer, "hold_until", until)


def _offered(reader: Reader, message_id: str) -> tuple[MatchRow, NeedRow]:
    """The match that this message offered, with its need. Raises LinkClosed where it was taken back or offered anew."""
    message = reader.get(MessageRow, message_id)
    if message is None or message.kind != MessageKind.OFFER or message.status == MessageStatus.WITHDRAWN:
        raise LinkClosed
    match = reader.get(MatchRow, message.about)
    need = reader.get(NeedRow, match.need_id) if match is not None else None
    volunteer = reader.get(VolunteerRow, match.volunteer_id) if match is not None else None
    if match is None or need is None or volunteer is None or match.volunteer_id in gets_no_offers(reader):
        raise LinkClosed
    if not may_have_link(message, volunteer):
        raise LinkClosed
    later = reader.rows(MessageRow, lambda c: [c.about == match.id, c.kind == MessageKind.OFFER], order="-at", limit=1)
    if match.status == MatchStatus.APPROVED or later[0].id != message.id:
        raise LinkClosed
    return match, need


def _state(reader: Reader, match: MatchRow, need: NeedRow) -> OfferState:
    if match.status in AGREED:
        return OfferState.SAID_YES
    if match.status == MatchStatus.OFFERED and need.status == NeedStatus.OPEN:
        return OfferState.OPEN
    said = reader.rows(
        ContactRow,
        lambda c: [c.about == match.id, c.with_whom == match.volunteer_id, c.direction == Direction.IN],
        order="-at",
        limit=1,
    )
    over = match.status in {MatchStatus.DECLINED, MatchStatus.CANCELLED}
    return OfferState.SAID_NO if over and said and said[0].outcome == ContactOutcome.NO else OfferState.OVER


def heard(unit: UnitOfWork, match: MatchRow, outcome: ContactOutcome) -> ContactValues:
    """The row of the volunteer's answer, as a call from them would be written down."""
    rows = messages_of(unit.reader, match.id, *TO_VOLUNTEER)
    by_text = bool(rows) and rows[-1].way == ReachBy.TEXT
    return {
        "about": match.id,
        "with_whom": match.volunteer_id,
        "way": ContactWay.TEXT if by_text else ContactWay.EMAIL,
        "direction": Direction.IN,
        "outcome": outcome,
        "status": ContactStatus.DEALT_WITH,
    }
