"""What a volunteer says by their link of how a visit went, or that they can't come after all."""

from community.casework.casework_errors import NotNow
from community.casework.hasty_answers import believe, is_hasty
from community.casework.help_given import nobody_opened, somebody_to_see, visited, visited_already
from community.casework.message_queue import messages_of, queue
from community.casework.offer_answers import drop_out, heard
from community.casework.reported_visit import Visit
from community.casework.resident_news import way_of_resident
from community.casework.unit_of_work import UnitOfWork, do
from community.casework.user import User, WorkContext
from community.casework.visit_links import linked, may_tell_afterwards
from community.settings.response_promise import opens
from community.tables.canonical import LONDON
from community.tables.ids import derive
from community.tables.message_codes import MessageKind
from community.tables.roles import Role
from community.tables.row_types import ContactRow, MatchRow, MessageRow, NeedRow, VisitRow
from community.tables.statuses import AGREED, VisitStatus
from community.tables.verbs import Verb
from community.tables.vocabulary import ContactOutcome


def report_visit(context: WorkContext, message_id: str, status: VisitStatus, visit: Visit) -> bool:
    """Whether the report was taken: done, or nobody was in. The same report twice is one, but for what it says anew.

    False where it came too fast for a person: nothing has changed. Raises LinkClosed, and NotNow where there is nothing
    to report, or for odd days, minutes or miles.
    """
    if status not in {VisitStatus.DONE, VisitStatus.NOT_IN}:
        raise NotNow("Say whether help was given, or nobody was in.")

    def work(unit: UnitOfWork) -> bool:
        match, need = linked(unit.reader, message_id)
        message = unit.read(MessageRow, message_id)
        if is_hasty(unit, message):
            return False
        there = unit.reader.get(VisitRow, derive("T", match.id, visit.on.isoformat()))
        if there is not None and there.status == status:
            visited_already(unit, match, need, there, visit)
            return True
        if may_tell_afterwards(match) and (visit.worried or status == VisitStatus.NOT_IN):
            somebody_to_see(unit, match, need, visit, status)  # it is over, and still nobody may overlook this
            return True
        if match.status not in AGREED:
            raise NotNow("This help is over already.")
        believe(unit, message)
        if status == VisitStatus.NOT_IN:
            nobody_opened(unit, match, need, visit)
            return True
        visited(unit, match, need, visit)
        ask_resident(unit, match)
        return True

    return do(_by_link(context, message_id), Verb.REPORT_VISIT, work)[1]


def tell_worry(context: WorkContext, message_id: str) -> bool:
    """Whether a worry was taken that a volunteer tells once the help is over; False where it came too fast.

    It stands on Today. Raises LinkClosed, and NotNow where they never knew whom they help, or the help goes on.
    """

    def work(unit: UnitOfWork) -> bool:
        match, need = linked(unit.reader, message_id)
        if is_hasty(unit, unit.read(MessageRow, message_id)):
            return False
        if not may_tell_afterwards(match):
            raise NotNow("Tell us with your report of the visit, or ring us.")
        somebody_to_see(unit, match, need, Visit(unit.now.astimezone(LONDON).date(), worried=True), VisitStatus.DONE)
        return True

    return do(_by_link(context, message_id), Verb.REPORT_VISIT, work)[1]


def cannot_come(context: WorkContext, message_id: str, reason: str | None = None) -> bool:
    """Whether the help was called off, as the volunteer wishes; False where it came too fast for a person.

    Whoever was told is put on Today, and so is the need. Raises LinkClosed, and NotNow where it is over already.
    """
    by_link = _by_link(context, message_id)

    def work(unit: UnitOfWork) -> bool:
        match, _ = linked(unit.reader, message_id)
        message = unit.read(MessageRow, message_id)
        if is_hasty(unit, message):
            return False
        if match.status not in AGREED:
            raise NotNow("This help is over already.")
        believe(unit, message)
        drop_out(unit, match)
        unit.set(match, "ended_reason", reason)
        unit.add(ContactRow, heard(unit, match, ContactOutcome.NO))
        return True

    return do(by_link, Verb.ANSWER_OFFER, work, reason, heard={by_link.user.name})[1]


def ask_resident(unit: UnitOfWork, match: MatchRow) -> None:
    """Ask a resident who was told by a message how it was, once for each match, when the office next opens."""
    way = way_of_resident(unit, match)
    if way is None or messages_of(unit.reader, match.id, MessageKind.RESIDENTS_VOICE):
        return
    resident_id = unit.read(NeedRow, match.need_id).resident_id
    earliest = opens(unit.context.settings.community, unit.now)
    queue(unit, MessageKind.RESIDENTS_VOICE, match.id, resident_id, way, by_itself=True, earliest=earliest)


def _by_link(context: WorkContext, message_id: str) -> WorkContext:
    with context.book.reading() as reader:
        volunteer_id = linked(reader, message_id)[0].volunteer_id
    user = User(volunteer_id, Role.VOLUNTEER)
    return WorkContext(context.book, context.settings, user, context.places, context.clock)
