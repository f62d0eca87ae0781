"""What a volunteer sees behind the link that they get once the resident knows, and how they prove who they are.

Name and address are never part of what is seen: they are read apart, after a second proof, and each time that is
written down first.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from functools import partial

import sqlalchemy as sa

from community.book import Reader
from community.book.read_log import count_reads, note_read_of, reads_of_records
from community.casework.calls_to_make import UNPROVEN, open_call
from community.casework.casework_errors import NotNow
from community.casework.changed_times import has_changed
from community.casework.concern_caution import gets_no_offers
from community.casework.detail_release import Details, check_may_be_told, details_of, opens_at
from community.casework.first_visits import first_day, goes_alone
from community.casework.hasty_answers import believe
from community.casework.message_facts import details_to_read
from community.casework.message_queue import may_have_link
from community.casework.message_rules import VISIT_LINKS
from community.casework.message_texts import how_often_words, near_words, task_words
from community.casework.offer_state import LinkClosed
from community.casework.policies import check_may_go_on
from community.casework.unit_of_work import UnitOfWork, do
from community.casework.user import User, WorkContext
from community.casework.visibility import looking
from community.identity import phone_numbers, postcode_of
from community.tables.canonical import LONDON, instant, moment
from community.tables.message_codes import ReadKind
from community.tables.roles import Role
from community.tables.row_types import MatchRow, MessageRow, NeedRow, ResidentRow, VisitRow, VolunteerRow
from community.tables.statuses import AGREED, MatchStatus, MessageStatus, VisitStatus
from community.tables.verbs import Verb

MOST_WRONG = 5
"""So many wrong proofs in a day close the way to the address until the next, and somebody rings the volunteer."""
_LAST_DIGITS = 4


class VisitState(StrEnum):
    """How a visit stands for the volunteer who opens its link."""

    NOT_YET = "not_yet"
    """The resident is to be told first, or may still object: see `opens_at`."""
    PROVE = "prove"
    RING = "ring"
    """We know nothing by which they could prove who they are, or it went wrong too often: somebody tells them."""
    OVER = "over"


@dataclass(frozen=True)
class VisitSeen:
    """What the page shows to whoever opens it: nothing of it says who is helped, or who helps."""

    state: VisitState
    match_id: str
    task: str = field(repr=False)
    when: str = field(repr=False)
    near: str = field(repr=False)
    details: str = field(repr=False)
    opens_at: datetime | None
    next_on: str | None
    """ISO day of the next visit that was agreed, if any is to come."""
    next_part: str | None
    next_is_first: bool
    """Nobody has been there yet, as far as we know."""
    reported: bool
    """A visit was written down today."""
    changed: bool
    """When it is wanted, how soon, or where, has changed since they last heard."""
    in_person: bool
    """Given face to face; otherwise by telephone, and there is no door."""
    medicine: bool
    alone: bool
    """Nobody goes with them on a first visit by two: whoever had agreed to does not come now."""
    may_tell: bool
    """It is over, and they know whom they helped: a worry, or a door that nobody opened, is still taken."""


def see_visit(context: WorkContext, message_id: str) -> VisitSeen:
    """What this link leads to, as it stands now. Raises LinkClosed."""
    now = context.clock()
    with context.book.reading() as reader:
        match, need = linked(reader, message_id)
        alone = match.status in AGREED and goes_alone(reader, context.settings, now, match)
        opens = None if alone else opens_at(reader, context.settings, match)
        today = now.astimezone(LONDON).date().isoformat()
        visits = reader.rows(VisitRow, lambda c: [c.match_id == match.id], order="on")
        planned = [v.on for v in visits if v.status == VisitStatus.PLANNED and v.on >= today]
        first = first_day(match, visits)
        first = first if first and first >= today and not planned else None
        task = context.settings.task_types.get(need.task_type)
        return VisitSeen(
            _state(reader, match, opens, now),
            match.id,
            task_words(context.settings, need),
            how_often_words(need),
            near_words(context.settings, need),
            details_to_read(reader, need),
            opens,
            planned[0] if planned else first,
            match.first_part if first else None,
            bool(first),
            any(v.on == today and v.status in {VisitStatus.DONE, VisitStatus.NOT_IN} for v in visits),
            has_changed(reader, match, need),
            task is None or task.in_person,
            task is not None and task.group == "medicine",
            alone,
            may_tell_afterwards(match),
        )


def prove_who(context: WorkContext, message_id: str, said: str) -> bool:
    """Whether these words prove that it is the volunteer: their postcode, or the last four digits of their number.

    What can be neither is no try, so that a program that fills in any words locks nobody out. Raises LinkClosed, and
    NotNow where name and address may not be opened now, or after too many wrong proofs.
    """
    with context.book.reading() as reader:
        match, _ = linked(reader, message_id)
        _check_opens(reader, context, match, context.clock())
        volunteer_id = match.volunteer_id
    if postcode_of(said) is None and len(_digits(said)) < _LAST_DIGITS:
        return False
    wrong = context.book.remember(partial(_try, context, message_id, said))

    def work(unit: UnitOfWork) -> None:
        match, _ = linked(unit.reader, message_id)
        if wrong:
            unit.appends.append(open_call(UNPROVEN, match.id, match.volunteer_id))
            return
        _check_opens(unit.reader, context, match, unit.now)
        believe(unit, unit.read(MessageRow, message_id))
        if match.proved_at is None:
            unit.set(match, "proved_at", unit.at)
        if match.released_at is None:
            unit.set(match, "released_at", unit.at)

    if wrong == 0 or wrong == MOST_WRONG:
        do(_by_link(context, volunteer_id), Verb.PROVE_WHO, work)
    return wrong == 0


def _try(context: WorkContext, message_id: str, said: str, connection: sa.Connection) -> int:
    """How many proofs went wrong by now, with this one; 0 where it is right. Guesses at one moment are counted too."""
    reader, now = Reader(connection), context.clock()
    match, _ = linked(reader, message_id)
    wrong = _wrong(reader, match, now)
    if wrong < MOST_WRONG and _proves(reader, match, said):
        return 0
    if wrong < MOST_WRONG:
        note_read_of(connection, match.id, ReadKind.WRONG_PROOF, at=instant(now), by=match.volunteer_id)
    return wrong + 1


def read_details(context: WorkContext, message_id: str) -> Details:
    """Name, number and address, for a volunteer who has proved in this browser who they are; it is written down first.

    Raises LinkClosed, and NotNow where they may not be told, or nobody has proved anything by this link.
    """
    with context.book.reading() as reader:
        match, need = linked(reader, message_id)
        if match.proved_at is None:
            raise NotNow("Nobody has proved yet who they are.")
        _check_opens(reader, context, match, context.clock())
        resident = reader.get(ResidentRow, need.resident_id)
        if resident is None:
            raise LinkClosed
        details = details_of(reader, context.settings, need, resident)
    _note(context, message_id, ReadKind.DETAILS)
    return details


def may_tell_afterwards(match: MatchRow) -> bool:
    """Whether a volunteer may still tell us of somebody whom they helped, or were to help and know."""
    knew = match.proved_at is not None or match.released_at is not None
    return match.status == MatchStatus.COMPLETED or (match.status == MatchStatus.CANCELLED and knew)


def linked(reader: Reader, message_id: str) -> tuple[MatchRow, NeedRow]:
    """The match and need behind the link of this message. Raises LinkClosed where it was withdrawn or is nobody's."""
    message = reader.get(MessageRow, message_id)
    if message is None or message.kind not in VISIT_LINKS or message.status == MessageStatus.WITHDRAWN:
        raise LinkClosed
    match = reader.get(MatchRow, message.about)
    need = reader.get(NeedRow, match.need_id) if match is not None else None
    if match is None or need is None or match.volunteer_id != message.to_whom:
        raise LinkClosed
    volunteer, resident = reader.get(VolunteerRow, match.volunteer_id), reader.get(ResidentRow, need.resident_id)
    if volunteer is None or not may_have_link(message, volunteer) or match.volunteer_id in gets_no_offers(reader):
        raise LinkClosed
    if resident is None or resident.died_on is not None:
        raise LinkClosed
    return match, need


def _state(reader: Reader, match: MatchRow, opens: datetime | None, now: datetime) -> VisitState:
    if match.status not in AGREED:
        return VisitState.OVER
    if opens is None or opens > now:
        return VisitState.NOT_YET
    volunteer = reader.get(VolunteerRow, match.volunteer_id)
    known = volunteer is not None and (postcode_of(volunteer.postcode) or phone_numbers(volunteer.telephone))
    return VisitState.PROVE if known and _wrong(reader, match, now) < MOST_WRONG else VisitState.RING


def _check_opens(reader: Reader, context: WorkContext, match: MatchRow, now: datetime) -> None:
    check_may_be_told(reader, context.settings, now, match)
    check_may_go_on(reader, context.settings, now, match)
    if _wrong(reader, match, now) >= MOST_WRONG:
        raise NotNow("That went wrong too often. Please ring us.")


def _proves(reader: Reader, match: MatchRow, said: str) -> bool:
    """Whether this is what we hold of the volunteer. Letters, spaces and signs around the digits don't matter."""
    volunteer = reader.get(VolunteerRow, match.volunteer_id)
    if volunteer is None:
        return False
    postcode = postcode_of(volunteer.postcode)
    if postcode is not None and postcode_of(said) == postcode:
        return True
    digits = _digits(said)
    ends = {number.form[-_LAST_DIGITS:] for number in phone_numbers(volunteer.telephone)}
    return len(digits) >= _LAST_DIGITS and postcode_of(said) is None and digits[-_LAST_DIGITS:] in ends


def _digits(said: str) -> str:
    return "".join(sign for sign in said if sign.isascii() and sign.isdigit())


def _wrong(reader: Reader, match: MatchRow, now: datetime) -> int:
    since = instant(now - timedelta(days=1))
    return count_reads(reader.connection, match.id, ReadKind.WRONG_PROOF, since)


def _note(context: WorkContext, message_id: str, what: ReadKind) -> None:
    with context.book.reading() as reader:
        match, _ = linked(reader, message_id)
    at = instant(context.clock())

    def write(connection: sa.Connection) -> None:
        note_read_of(connection, match.id, what, at=at, by=match.volunteer_id)

    context.book.remember(write)


def _by_link(context: WorkContext, volunteer_id: str) -> WorkContext:
    user = User(volunteer_id, Role.VOLUNTEER)
    return WorkContext(context.book, context.settings, user, context.places, context.clock)


def details_read(context: WorkContext, match_id: str) -> list[datetime]:
    """When name and address were shown behind the link of this match, the latest first. Raises NotFound."""
    with looking(context) as visible:
        visible.get(MatchRow, match_id)
        found = reads_of_records(visible.reader.connection, [match_id])
    return [moment(row.at) for row in found if row.what == ReadKind.DETAILS]
