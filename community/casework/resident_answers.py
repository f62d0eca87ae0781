"""What a resident sees and answers behind the link of the message that told them who comes."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from community.book import Reader
from community.casework.calls_to_make import ANOTHER_DAY, WORDS, open_call
from community.casework.casework_errors import NotNow
from community.casework.closing import close_need_whole, close_request_if_all_done, matches_of
from community.casework.concern_caution import gets_no_offers
from community.casework.detail_release import opens_at, said_fine
from community.casework.hasty_answers import believe, doubt, is_hasty
from community.casework.message_queue import may_have_link, queue
from community.casework.message_texts import first_name, how_often_words, task_words
from community.casework.offer_state import LinkClosed
from community.casework.resident_news import news_arrived, sends, wait_for_another_day, way_of_volunteer
from community.casework.unit_of_work import UnitOfWork, do
from community.casework.user import User, WorkContext
from community.casework.visit_rows import call_off_day, is_off_soon, next_visit, others_then
from community.tables.canonical import LONDON, codes, split
from community.tables.message_codes import MessageKind, ResidentAnswer
from community.tables.roles import Role
from community.tables.row_types import (
    ContactRow,
    ContactValues,
    MatchRow,
    MessageRow,
    NeedRow,
    ResidentRow,
    VisitRow,
    VolunteerRow,
)
from community.tables.statuses import AGREED, ContactStatus, MatchStatus, MessageStatus
from community.tables.verbs import Verb
from community.tables.vocabulary import ClosedReason, ContactOutcome, ContactWay, Direction, ReachBy

RATHER_ANOTHER = "The resident would rather have somebody else"
_NO_MORE = frozenset({ResidentAnswer.SOMEBODY_ELSE, ResidentAnswer.NOT_NEEDED})
"""Answers after which this volunteer does not come."""


class ComingState(StrEnum):
    """How it stands for a resident who opens the link of the message that told them who comes."""

    COMES = "comes"
    OVER = "over"
    DOUBTED = "doubted"
    """Answered too fast for a person, so nothing has changed and somebody rings; only ever the answer to an answer."""


@dataclass(frozen=True)
class ComingSeen:
    """What the page shows: who comes by first name, for what and when; neither their own name nor their address."""

    state: ComingState
    said: ResidentAnswer | None
    """What they have answered, where that still says how it stands."""
    match_id: str
    who: str = field(repr=False)
    in_person: bool
    """Somebody meets them; else it is help by telephone."""
    task: str = field(repr=False)
    """Empty where they asked that nobody else learns who we are: others may look over their shoulder."""
    when: str = field(repr=False)
    first_on: str | None
    """ISO day of the first visit, where one was agreed that is not over yet."""
    first_part: str | None
    """The part of the day that goes with the first visit."""
    next_on: str | None
    """ISO day on which somebody is expected next: the first visit, or one that was agreed on since."""
    opens_at: datetime | None
    """From when on the volunteer may know whom they help; None while that is not known, or where it is over."""
    knows: bool
    """That time has come."""
    own_door_word: str | None = field(repr=False)


def see_who_comes(context: WorkContext, message_id: str) -> ComingSeen:
    """What this message told, as it stands now. Raises LinkClosed."""
    with context.book.reading() as reader:
        _, match, need, resident = _told(reader, message_id)
        volunteer = reader.get(VolunteerRow, match.volunteer_id)
        task = context.settings.task_types.get(need.task_type)
        now = context.clock()
        today = now.astimezone(LONDON).date().isoformat()
        first_on = match.first_on if match.first_on and match.first_on >= today else None
        opens = opens_at(reader, context.settings, match)
        return ComingSeen(
            ComingState.COMES if match.status in AGREED else ComingState.OVER,
            _said(reader, match, need, resident),
            match.id,
            first_name(volunteer.name) if volunteer is not None else "",
            task is None or task.in_person,
            "" if (resident.say_instead or "").strip() else task_words(context.settings, need),
            how_often_words(need),
            first_on,
            match.first_part,
            next_visit(match, reader.rows(VisitRow, lambda c: [c.match_id == match.id]), now.astimezone(LONDON).date()),
            opens,
            opens is not None and opens <= now,
            resident.door_word,
        )


def answer_who_comes(
    context: WorkContext, message_id: str, answer: ResidentAnswer, on: date | None = None
) -> ComingState:
    """How it stands after the resident's answer. The same answer twice is one. `on`: the day that is called off alone.

    Not needed closes the need, somebody else calls the match off and keeps the two apart; the volunteer is told by a
    message at once where they are written to, and a call to them stands on Today. Another day leaves it as it is, and
    somebody rings. What is too fast to be a person's answer changes nothing. Raises LinkClosed, and NotNow where it is
    settled already.
    """
    with context.book.reading() as reader:
        resident_id = _told(reader, message_id)[3].id
    user = User(resident_id, Role.RESIDENT)
    by_link = WorkContext(context.book, context.settings, user, context.places, context.clock)

    def work(unit: UnitOfWork) -> ComingState:
        message, match, need, resident = _told(unit.reader, message_id)
        if is_hasty(unit, message):
            doubt(unit, message)
            return ComingState.DOUBTED
        if match.status not in AGREED:
            raise NotNow("This is settled already.")
        believe(unit, message)
        if answer in _NO_MORE:
            _call_off(unit, match, need, resident, answer)
            unit.add(ContactRow, _heard(match, resident, message, ContactOutcome.NO))
            return ComingState.OVER
        if message.status != MessageStatus.SENT:
            news_arrived(unit, message)
        _goes_on(unit, match, message, resident, answer, on)
        return ComingState.COMES

    return do(by_link, Verb.ANSWER_WHO_COMES, work, heard={resident_id})[1]


def _goes_on(
    unit: UnitOfWork,
    match: MatchRow,
    message: MessageRow,
    resident: ResidentRow,
    answer: ResidentAnswer,
    on: date | None,
) -> None:
    """What follows from an answer after which the volunteer goes on."""
    if answer == ResidentAnswer.NOT_THEN:
        if on is None:
            raise NotNow("Say which day.")
        call_off_day(unit, match, on, {resident.id})
        unit.add(ContactRow, _heard(match, resident, message, ContactOutcome.NO))
    elif answer == ResidentAnswer.ANOTHER_DAY:
        for each in [match, *others_then(unit, match)]:
            wait_for_another_day(unit, each)
        if not _waits_for_a_day(unit.reader, match, resident):
            unit.appends.append(open_call(ANOTHER_DAY, match.id, resident.id))
    elif not said_fine(unit.reader, match, resident.id):
        unit.add(ContactRow, _heard(match, resident, message, ContactOutcome.YES))


def _call_off(unit: UnitOfWork, match: MatchRow, need: NeedRow, resident: ResidentRow, answer: ResidentAnswer) -> None:
    off = [match] if answer == ResidentAnswer.SOMEBODY_ELSE else matches_of(unit, need_id=need.id)
    told = [
        (each, way_of_volunteer(unit, each), is_off_soon(unit, each, need)) for each in off if each.status in AGREED
    ]
    if answer == ResidentAnswer.NOT_NEEDED:
        close_need_whole(unit, need, ClosedReason.NOT_WANTED)
        close_request_if_all_done(unit, need)
    else:
        unit.move(match, MatchStatus.CANCELLED)
        unit.set(match, "ended_reason", RATHER_ANOTHER)
        unit.set(resident, "avoids", codes({*split(resident.avoids), match.volunteer_id}))
    for each, way, soon in told:
        if way is not None and sends(unit.context.settings, way):
            queue(unit, MessageKind.CALLED_OFF, each.id, each.volunteer_id, way, by_itself=True, at_once=soon)


def _told(reader: Reader, message_id: str) -> tuple[MessageRow, MatchRow, NeedRow, ResidentRow]:
    message = reader.get(MessageRow, message_id)
    if message is None or message.kind != MessageKind.WHO_COMES or message.status == MessageStatus.WITHDRAWN:
        raise LinkClosed
    match = reader.get(MatchRow, message.about)
    need = reader.get(NeedRow, match.need_id) if match is not None else None
    resident = reader.get(ResidentRow, message.to_whom)
    if match is None or need is None or resident is None or need.resident_id != resident.id:
        raise LinkClosed
    # A page must not go on saying who comes once one speaks to the lead about them: whoever opens it rings us.
    if not may_have_link(message, resident) or match.volunteer_id in gets_no_offers(reader):
        raise LinkClosed
    return message, match, need, resident


def _said(reader: Reader, match: MatchRow, need: NeedRow, resident: ResidentRow) -> ResidentAnswer | None:
    if match.status in AGREED:
        if _waits_for_a_day(reader, match, resident):
            return ResidentAnswer.ANOTHER_DAY
        return ResidentAnswer.FINE if said_fine(reader, match, resident.id) else None
    if match.ended_reason == RATHER_ANOTHER:
        return ResidentAnswer.SOMEBODY_ELSE
    return ResidentAnswer.NOT_NEEDED if need.closed_reason == ClosedReason.NOT_WANTED else None


def _waits_for_a_day(reader: Reader, match: MatchRow, resident: ResidentRow) -> bool:
    return bool(
        reader.count(
            ContactRow,
            lambda c: [
                c.about == match.id,
                c.with_whom == resident.id,
                c.status == ContactStatus.OPEN,
                c.words == WORDS[ANOTHER_DAY],
            ],
        )
    )


def _heard(match: MatchRow, resident: ResidentRow, message: MessageRow, outcome: ContactOutcome) -> ContactValues:
    by_text = message.way == ReachBy.TEXT
    return {
        "about": match.id,
        "with_whom": resident.id,
        "way": ContactWay.TEXT if by_text else ContactWay.EMAIL,
        "direction": Direction.IN,
        "outcome": outcome,
        "status": ContactStatus.DEALT_WITH,
    }
