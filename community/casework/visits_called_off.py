"""One visit is called off and the help goes on: by the volunteer's or the resident's link, or by whoever is told."""

from collections.abc import Collection
from datetime import date

from community.book import Action
from community.casework.hasty_answers import believe, is_hasty
from community.casework.match_decisions import take_match
from community.casework.unit_of_work import UnitOfWork, do
from community.casework.user import User, WorkContext
from community.casework.visit_links import linked
from community.casework.visit_rows import call_off_day
from community.tables.roles import Role
from community.tables.row_types import ContactRow, ContactValues, MatchRow, MessageRow
from community.tables.statuses import ContactStatus
from community.tables.verbs import Verb
from community.tables.vocabulary import ContactOutcome, ContactWay, Direction, ReachBy


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
