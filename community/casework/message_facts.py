"""What the words of a message are made of, as the rows stand now. `community.messages` has the words themselves."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime

from community.book import Reader
from community.casework.casework_errors import NotFound, NotNow, NotSaved
from community.casework.concern_caution import check_may_be_asked
from community.casework.detail_release import opens_at
from community.casework.identity_leaks import in_words, people_on
from community.casework.message_queue import day_called_off
from community.casework.message_rules import OF_ONE_DAY, TO_VOLUNTEER
from community.casework.message_texts import first_name, how_often_words, near_words, soon_words, task_words
from community.casework.offers import answer_until
from community.casework.permissions import on_duty, user_can
from community.casework.user import WorkContext
from community.casework.visibility import looking
from community.identity import can_be_written_to
from community.settings import Settings
from community.tables.canonical import instant, moment
from community.tables.message_codes import MessageKind
from community.tables.roles import DutyGrant
from community.tables.row_types import MatchRow, MessageRow, NeedRow, ResidentRow, VolunteerRow
from community.tables.statuses import AGREED, LIVE, MatchStatus, MessageStatus
from community.tables.verbs import Verb
from community.tables.vocabulary import ReachBy, YesNo


@dataclass(frozen=True)
class MessageFacts:
    """What a message about a match may say. To a volunteer nothing of it says who asks for help or where they live."""

    id: str
    kind: MessageKind
    way: ReachBy
    match_id: str
    at: datetime
    """When it was asked for."""
    now: datetime
    """When its words are made."""
    answer_by: datetime | None
    opens_at: datetime | None
    """From when on the volunteer may open name and address; None while that is not known."""
    first_on: date | None
    """The day of the first visit, where one was agreed; in a message that calls one visit off, the day of that."""
    first_part: str | None
    first_name: str = field(repr=False)
    """Of the reader; empty where we have no name."""
    full_name: str = field(repr=False)
    """Of the reader, as it stands on a letter; empty where we have no name."""
    address: str = field(repr=False)
    """Of the reader, for a letter, with the postcode; empty where no letter can go and where only the lead sees it."""
    who: str = field(repr=False)
    """The first name of whoever comes, in messages to a resident; empty in messages to a volunteer."""
    own_door_word: str | None = field(repr=False)
    """The word that the resident chose for the door, in messages to them."""
    besides: tuple[str, ...] = field(repr=False)
    """The other help for which they were told that the same volunteer comes, in messages that tell them who comes."""
    in_person: bool
    """Somebody meets them; else it is help by telephone."""
    say_instead: str = field(repr=False)
    """What to say if somebody else answers; empty where nothing was asked for."""
    task: str = field(repr=False)
    near: str = field(repr=False)
    """Behind a comma, or empty."""
    when: str = field(repr=False)
    soon: str = field(repr=False)
    """`when` without the times."""
    details: str = field(repr=False)
    """Empty where they name somebody who is on the request, and in messages to a resident."""


def facts_of(context: WorkContext, message_id: str) -> MessageFacts:
    """The facts of this message. Raises NotFound, and NotNow where it is not to be sent any more."""
    with looking(context) as visible:
        message = visible.reader.get(MessageRow, message_id)
        if message is None or not (user_can(context.user, Verb.SEND_MESSAGE) or visible.sees(message)):
            raise NotFound("There is no such message, or it belongs to another hub.")
        if message.status == MessageStatus.WITHDRAWN:
            raise NotNow("This was withdrawn, so it is not to be sent any more.")
        return _facts(
            context,
            visible.reader,
            message.about,
            id=message.id,
            kind=message.kind,
            way=message.way,
            at=moment(message.at),
            answer_by=moment(message.answer_by) if message.answer_by else None,
        )


def facts_to_tell(
    context: WorkContext, match_id: str, way: ReachBy, *, on: date | None = None, part: str | None = None
) -> MessageFacts:
    """The facts with which the resident could be told now who comes, under an id that no message has.

    `on`, `part`: the day of the first visit, which is not written down yet. Raises NotFound, NotNow where there is
    nobody to tell, and NotSaved until the volunteer's yes is saved for good.
    """
    with looking(context) as visible:
        match = visible.get(MatchRow, match_id)
        if match.status not in AGREED:
            raise NotNow("There is nothing to tell: the volunteer has not said yes, or it is over.")
        if context.unsaved({match.id, match.need_id, match.volunteer_id}):
            raise NotSaved
        facts = _facts(
            context,
            visible.reader,
            match_id,
            id=context.book.new_id(MessageRow.TABLE),
            kind=MessageKind.WHO_COMES,
            way=way,
            at=context.clock(),
            answer_by=None,
        )
        return replace(facts, first_on=on or facts.first_on, first_part=part if on else facts.first_part)


def facts_to_ask(context: WorkContext, match_id: str, way: ReachBy) -> MessageFacts:
    """The facts of the offer that could be made now, under an id that no message has.

    Raises NotFound, NotNow where the volunteer is not to be asked, and NotSaved until the decision is saved for good.
    """
    with looking(context) as visible:
        match = visible.get(MatchRow, match_id)
        if match.status not in LIVE:
            raise NotNow("This volunteer is not being asked.")
        if context.unsaved({match.id, match.need_id, match.volunteer_id}):
            raise NotSaved
        check_may_be_asked(visible.reader, match.volunteer_id)
        now, need = context.clock(), _need(visible.reader, match_id)
        until = answer_until(context.settings, now, need)
        return _facts(
            context,
            visible.reader,
            match_id,
            id=context.book.new_id(MessageRow.TABLE),
            kind=MessageKind.OFFER,
            way=way,
            at=now,
            answer_by=until,
        )


def _facts(
    context: WorkContext,
    reader: Reader,
    match_id: str,
    *,
    id: str,
    kind: MessageKind,
    way: ReachBy,
    at: datetime,
    answer_by: datetime | None,
) -> MessageFacts:
    need, settings = _need(reader, match_id), context.settings
    help_asked = settings.task_types.get(need.task_type)
    match = reader.get(MatchRow, match_id)
    day = match.first_on if match is not None else None
    if kind in OF_ONE_DAY:
        day = day_called_off(reader, match_id, instant(at))
    volunteer = reader.get(VolunteerRow, match.volunteer_id) if match is not None else None
    resident = reader.get(ResidentRow, need.resident_id)
    to_volunteer = kind in TO_VOLUNTEER
    person = volunteer if to_volunteer else resident
    return MessageFacts(
        id=id,
        kind=kind,
        way=way,
        match_id=match_id,
        at=at,
        now=context.clock(),
        answer_by=answer_by,
        opens_at=opens_at(reader, settings, match) if match is not None else None,
        first_on=date.fromisoformat(day) if day else None,
        first_part=match.first_part if match is not None and kind not in OF_ONE_DAY else None,
        first_name=first_name(person.name) if person is not None else "",
        full_name=(person.name or "") if person is not None else "",
        address="" if _is_closed(context, person) else _home(person),
        who="" if to_volunteer or volunteer is None else first_name(volunteer.name),
        own_door_word=None if to_volunteer or resident is None else resident.door_word,
        besides=_besides(settings, reader, match, resident, at) if kind == MessageKind.WHO_COMES else (),
        in_person=help_asked is None or help_asked.in_person,
        say_instead=(person.say_instead or "") if person is not None else "",
        task=task_words(settings, need),
        near=near_words(settings, need) if to_volunteer else "",
        when=how_often_words(need),
        soon=soon_words(need),
        details=details_to_read(reader, need) if to_volunteer else "",
    )


def _besides(
    settings: Settings, reader: Reader, match: MatchRow | None, resident: ResidentRow | None, at: datetime
) -> tuple[str, ...]:
    if match is None or resident is None:
        return ()
    found = []
    lost = (MessageStatus.BOUNCED, MessageStatus.WITHDRAWN)
    for other in reader.rows(
        MatchRow,
        lambda c: [c.volunteer_id == match.volunteer_id, c.id != match.id, c.status.in_([*AGREED])],
    ):
        need = reader.get(NeedRow, other.need_id)
        if need is None or need.resident_id != resident.id:
            continue
        told = reader.rows(
            MessageRow,
            lambda c: [c.about == other.id, c.kind == MessageKind.WHO_COMES, c.status.not_in(lost)],  # noqa: B023
        )
        if other.status == MatchStatus.ACTIVE or any(moment(m.at) < at for m in told):
            found.append(task_words(settings, need))
    return tuple(dict.fromkeys(found))


def _is_closed(context: WorkContext, person: VolunteerRow | ResidentRow | None) -> bool:
    """Whether the address is protected, so that only the safeguarding lead writes it on a letter."""
    to_lead = on_duty(context.user, DutyGrant.TELL_PROTECTED_ADDRESSES)
    return person is not None and person.protected_address == YesNo.YES and not to_lead


def _home(person: VolunteerRow | ResidentRow | None) -> str:
    if not isinstance(person, ResidentRow) or not can_be_written_to(person.address):
        return ""
    return "\n".join(filter(None, [person.address, person.postcode]))


def _need(reader: Reader, match_id: str) -> NeedRow:
    match = reader.get(MatchRow, match_id)
    need = None if match is None else reader.get(NeedRow, match.need_id)
    if need is None:
        raise NotFound("What this message is about is no longer there.")
    return need


def hazards_to_read(reader: Reader, need: NeedRow) -> str:
    """What to beware of in the home, unless the words name somebody who is on the request."""
    resident, people = people_on(reader, need)
    told = (resident.hazards or "").strip() if resident is not None else ""
    return "" if in_words(told, people) else told


def details_to_read(reader: Reader, need: NeedRow) -> str:
    """What the volunteer may read, looked at again: a name may have been written down since it was last checked."""
    told = (need.details or "").strip()
    return "" if told and in_words(told, people_on(reader, need)[1]) else told
