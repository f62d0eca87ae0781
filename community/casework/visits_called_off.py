"""One visit is called off and the help goes on: by the volunteer's or the resident's link, or by whoever is told."""

from collections.abc import Collection, Iterable
from datetime import date

from community.book import Action, Reader
from community.casework.casework_errors import NotNow
from community.casework.hasty_answers import believe, is_hasty
from community.casework.help_given import ask_no_more, visit_values
from community.casework.match_decisions import take_match
from community.casework.message_queue import queue
from community.casework.people_to_tell import NOBODY_THEN, NOT_THEN, has_open_call, open_call
from community.casework.resident_news import sends, way_of_resident, way_of_volunteer
from community.casework.unit_of_work import UnitOfWork, do
from community.casework.user import User, WorkContext
from community.casework.visit_links import linked
from community.tables.canonical import LONDON
from community.tables.ids import derive
from community.tables.message_codes import MessageKind
from community.tables.roles import Role
from community.tables.row_types import ContactRow, ContactValues, MatchRow, MessageRow, NeedRow, VisitRow
from community.tables.statuses import AGREED, ContactStatus, VisitStatus
from community.tables.verbs import Verb
from community.tables.vocabulary import ContactOutcome, ContactWay, Direction, ReachBy

_NOBODY = "Nobody is to come on that day."


def next_visit(match: MatchRow, visits: Iterable[VisitRow], today: date) -> str | None:
    """The ISO day on which the volunteer is next expected; None where none is agreed. `visits`: all of the match."""
    told, now = list(visits), today.isoformat()
    planned = [v.on for v in told if v.status == VisitStatus.PLANNED and v.on >= now]
    first = [match.first_on] if match.first_on and match.first_on >= now and not told else []
    return min([*planned, *first], default=None)


def call_off_visit(context: WorkContext, match_id: str, on: date, *, seen: str, heard: Collection[str] = ()) -> Action:
    """Call off the visit of this day alone. Whoever of the two has not `heard` is told: by a message at once where they
    are written to, and by a call that stands on Today. Raises NotNow where nobody is to come then."""

    def work(unit: UnitOfWork) -> None:
        match = take_match(unit, Verb.CALL_OFF_VISIT, match_id, seen)
        call_off_day(unit, match, on, heard)

    return do(context, Verb.CALL_OFF_VISIT, work)[0]


def cannot_come_then(context: WorkContext, message_id: str, on: date) -> bool:
    """Whether the visit of this day was called off, as the volunteer wishes by their link; False where it came too fast
    for a person. Raises LinkClosed, and NotNow where nobody is to come then."""
    with context.book.reading() as reader:
        volunteer_id = linked(reader, message_id)[0].volunteer_id
    user = User(volunteer_id, Role.VOLUNTEER)
    by_link = WorkContext(context.book, context.settings, user, context.places, context.clock)

    def work(unit: UnitOfWork) -> bool:
        match, _ = linked(unit.reader, message_id)
        message = unit.read(MessageRow, message_id)
        if is_hasty(unit, message):
            return False
        believe(unit, message)
        call_off_day(unit, match, on, {volunteer_id})
        unit.add(ContactRow, said_no_to(match, volunteer_id, message))
        return True

    return do(by_link, Verb.CALL_OFF_VISIT, work)[1]


def call_off_day(unit: UnitOfWork, match: MatchRow, on: date, heard: Collection[str]) -> None:
    """Call off the visit of this day; whoever of the two has not heard is told. Raises NotNow where there is none."""
    need = unit.read(NeedRow, match.need_id)
    if match.status not in AGREED or on < unit.now.astimezone(LONDON).date():
        raise NotNow(_NOBODY)
    _cancel(unit, match, need, on)
    ask_no_more(unit, match, on)
    volunteer = way_of_volunteer(unit, match)
    sides = (
        (match.volunteer_id, NOT_THEN, MessageKind.VISIT_OFF, volunteer),
        (need.resident_id, NOBODY_THEN, MessageKind.NOT_THIS_DAY, way_of_resident(unit, match)),
    )
    for who, words, kind, way in sides:
        if not who or who in heard:
            continue
        if not has_open_call(unit.reader, words, match.id, who):
            unit.appends.append(open_call(words, match.id, who))
        if way is not None and sends(unit.context.settings, way):
            queue(unit, kind, match.id, who, way, by_itself=True)


def _cancel(unit: UnitOfWork, match: MatchRow, need: NeedRow, on: date) -> None:
    one = derive("T", match.id, on.isoformat())
    visit = unit.reader.get(VisitRow, one)
    if visit is not None and visit.status == VisitStatus.PLANNED:
        unit.move(visit, VisitStatus.CANCELLED)
    elif visit is None and match.first_on == on.isoformat() and not _been(unit.reader, match):
        # Of the first visit only the match holds the day.
        unit.add(VisitRow, visit_values(match, need, on, VisitStatus.CANCELLED), one)
    else:
        raise NotNow(_NOBODY)
    if match.first_on == on.isoformat():
        unit.set(match, "first_on", None)
        unit.set(match, "first_part", None)


def _been(reader: Reader, match: MatchRow) -> bool:
    return bool(reader.count(VisitRow, lambda c: [c.match_id == match.id]))


def said_no_to(match: MatchRow, who: str, message: MessageRow) -> ContactValues:
    """The row of what somebody answered by the link of a message: not on that day."""
    return {
        "about": match.id,
        "with_whom": who,
        "way": ContactWay.TEXT if message.way == ReachBy.TEXT else ContactWay.EMAIL,
        "direction": Direction.IN,
        "outcome": ContactOutcome.NO,
        "status": ContactStatus.DEALT_WITH,
    }
