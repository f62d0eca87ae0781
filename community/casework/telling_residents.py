"""Telling a resident who comes, by telephone or by a message, and passing the link on to the volunteer."""

from dataclasses import dataclass
from datetime import date, datetime

from community.book import Action
from community.casework.calls_to_make import ANOTHER_DAY, WORDS
from community.casework.casework_errors import NotFound, NotNow, NotSaved
from community.casework.detail_release import know_each_other, objection_ends
from community.casework.first_visits import check_two_agreed
from community.casework.help_given import plan_visit
from community.casework.match_decisions import take_match
from community.casework.message_queue import closed_ways, messages_of, person_chooses_when, queue, withdraw
from community.casework.offers import ways_of
from community.casework.policies import LATEST_DAY, check_may_go_on
from community.casework.quiet_hours import not_before
from community.casework.resident_news import resident_knows, sends, wait_for_another_day
from community.casework.telephone_calls import call
from community.casework.unit_of_work import UnitOfWork, do
from community.casework.user import WorkContext
from community.casework.visibility import looking
from community.identity import can_be_written_to, email_addresses, phone_numbers
from community.tables.canonical import LONDON, split
from community.tables.ids import derive
from community.tables.message_codes import MessageKind
from community.tables.row_types import ContactRow, MatchRow, MessageRow, NeedRow, ResidentRow, VisitRow, VolunteerRow
from community.tables.statuses import ContactStatus, MatchStatus, MessageStatus, VisitStatus
from community.tables.verbs import Verb
from community.tables.vocabulary import PARTS, ContactOutcome, ReachBy, YesNo
from community.wording import moment_words


@dataclass(frozen=True)
class WayToTell:
    """One way to tell a resident who comes. `by_itself`: the program sends it; else a person says or posts it."""

    way: ReachBy
    by_itself: bool
    leaves: datetime | None
    """When it goes after the quiet hours; None where it goes at once, or when a person passes it on."""
    object_until: datetime | None
    """Until when a new volunteer waits for name and address, were it sent now; None where it is said by telephone."""


def ways_to_tell(context: WorkContext, match_id: str) -> list[WayToTell]:
    """The ways in which this resident can safely be told, the one that suits them first. Raises NotFound."""
    with looking(context) as visible:
        match = visible.get(MatchRow, match_id)
        need = visible.reader.get(NeedRow, match.need_id)
        resident = visible.reader.get(ResidentRow, need.resident_id) if need is not None else None
        knows = know_each_other(visible.reader, match)
    if resident is None:
        raise NotFound("A record that belongs to this one is no longer there.")
    settings, now = context.settings, context.clock()
    leaves, by_hand = not_before(settings.messages, now), person_chooses_when(resident)
    return [
        WayToTell(
            way,
            sends(settings, way) and not by_hand,
            leaves if leaves > now and sends(settings, way) and not by_hand else None,
            None if way == ReachBy.TELEPHONE or knows else objection_ends(settings, max(leaves, now), way),
        )
        for way in _open_ways(resident)
    ]


def tell_resident(
    context: WorkContext,
    match_id: str,
    way: ReachBy,
    *,
    on: date | None = None,
    part: str | None = None,
    seen: str = MatchStatus.ACCEPTED,
) -> Action:
    """Tell the resident by a text, an email or a letter who comes, and when first; `Action.ids` holds the message.

    Once it has gone, or somebody has posted it, the help is under way. Raises NotNow where they can't be told so, while
    nobody knows whether an earlier message arrived, for a day that is over, where a hard rule now forbids the pair, and
    while only one of two who go on a first visit has agreed; NotSaved until the yes is saved for good.
    """

    def work(unit: UnitOfWork) -> None:
        match = take_match(unit, Verb.TELL_RESIDENT, match_id, seen)
        if context.unsaved({match.id, match.need_id, match.volunteer_id}):
            raise NotSaved
        check_may_go_on(unit.reader, context.settings, unit.now, match)
        need = unit.read(NeedRow, match.need_id)
        check_two_agreed(unit.reader, context.settings, need)
        resident = unit.read(ResidentRow, need.resident_id)
        if way == ReachBy.TELEPHONE or way not in _open_ways(resident):
            raise NotNow("They can't be told so. Ring them, or choose another way.")
        _agree_on(unit, match, on, part)
        until = objection_ends(context.settings, not_before(context.settings.messages, unit.now), way)
        if on is not None and not know_each_other(unit.reader, match) and on < until.astimezone(LONDON).date():
            raise NotNow(f"So they may object until {moment_words(until)}. Choose a later day, or ring them.")
        for earlier in messages_of(unit.reader, match.id, MessageKind.WHO_COMES):
            _check_known(earlier)
            withdraw(unit, earlier)
        by_itself = sends(context.settings, way) and not person_chooses_when(resident)
        queue(unit, MessageKind.WHO_COMES, match.id, resident.id, way, by_itself=by_itself)

    return do(context, Verb.TELL_RESIDENT, work)[0]


def resident_told(
    context: WorkContext,
    match_id: str,
    *,
    on: date | None = None,
    part: str | None = None,
    seen: str = MatchStatus.ACCEPTED,
) -> Action:
    """Note that somebody told the resident who comes and when first, so that the help is under way.

    Raises NotNow for a day that is over, and while only one of two who go on a first visit has agreed.
    """

    def work(unit: UnitOfWork) -> None:
        match = take_match(unit, Verb.RESIDENT_TOLD, match_id, seen)
        check_two_agreed(unit.reader, context.settings, unit.read(NeedRow, match.need_id))
        _agree_on(unit, match, on, part)
        for unsent in messages_of(unit.reader, match.id, MessageKind.WHO_COMES):
            withdraw(unit, unsent)
        resident_knows(unit, match, first_on=on.isoformat() if on else None)
        unit.add(ContactRow, call(match.id, unit.read(NeedRow, match.need_id).resident_id, ContactOutcome.TOLD))

    return do(context, Verb.RESIDENT_TOLD, work)[0]


def agree_day(
    context: WorkContext, match_id: str, on: date | None, part: str | None = None, *, seen: str = MatchStatus.ACTIVE
) -> Action:
    """Note the day on which both have agreed since, in place of an earlier one.

    A volunteer who is written to hears of it by a message; a call about another day is dealt with. Raises NotNow for no
    day, and for one that is over.
    """

    def work(unit: UnitOfWork) -> None:
        match = take_match(unit, Verb.AGREE_DAY, match_id, seen)
        if on is None:
            raise NotNow("Say which day.")
        _agree_on(unit, match, on, part)
        wait_for_another_day(unit, match)
        need = unit.read(NeedRow, match.need_id)
        _plan_instead(unit, match, need, on)
        resident_knows(unit, match, first_on=on.isoformat())
        for asks in unit.reader.rows(
            ContactRow, lambda c: [c.about == match.id, c.status == ContactStatus.OPEN, c.words == WORDS[ANOTHER_DAY]]
        ):
            unit.move(asks, ContactStatus.DEALT_WITH)
        unit.add(ContactRow, call(match.id, need.resident_id, ContactOutcome.TOLD))

    return do(context, Verb.AGREE_DAY, work)[0]


def _plan_instead(unit: UnitOfWork, match: MatchRow, need: NeedRow, on: date) -> None:
    """Plan a visit on this day in place of the next one; nothing before the first, whose day the match itself holds."""
    visits = unit.reader.rows(VisitRow, lambda c: [c.match_id == match.id], order="on")
    today = unit.now.astimezone(LONDON).date().isoformat()
    coming = [visit for visit in visits if visit.status == VisitStatus.PLANNED and visit.on >= today]
    if any(visit.on == on.isoformat() for visit in coming) or not visits:
        return
    for visit in coming[:1]:
        unit.move(visit, VisitStatus.CANCELLED)
    plan_visit(unit, match, need, on)


def tell_volunteer(context: WorkContext, match_id: str, way: ReachBy, *, seen: str) -> Action:
    """Give the volunteer their link by a message: behind it are name and address, and the visit is reported there.

    `Action.ids` holds the message. Raises NotNow where they can't be written to so, and while nobody knows whether an
    earlier one arrived.
    """

    def work(unit: UnitOfWork) -> None:
        match = take_match(unit, Verb.TELL_VOLUNTEER, match_id, seen)
        if context.unsaved({match.id, match.need_id, match.volunteer_id}):
            raise NotSaved
        ways = ways_of(context, unit.read(VolunteerRow, match.volunteer_id))
        chosen = next((each for each in ways if each.way == way), None)
        if chosen is None:
            raise NotNow("They can't be written to so. Ring them.")
        for earlier in messages_of(unit.reader, match.id, MessageKind.RESIDENT_KNOWS):
            _check_known(earlier)
            withdraw(unit, earlier)
        queue(unit, MessageKind.RESIDENT_KNOWS, match.id, match.volunteer_id, way, by_itself=chosen.by_itself)

    return do(context, Verb.TELL_VOLUNTEER, work)[0]


def _check_known(earlier: MessageRow) -> None:
    """Raises NotNow where nobody knows whether this earlier message went: they would be told twice."""
    if earlier.status == MessageStatus.UNKNOWN:
        raise NotNow("Nobody knows whether the first message arrived. Ask them first, and write down what they say.")


def _agree_on(unit: UnitOfWork, match: MatchRow, on: date | None, part: str | None) -> None:
    today = unit.now.astimezone(LONDON).date()
    if on is not None and not today <= on <= today + LATEST_DAY:
        raise NotNow("Choose today or a day to come.")
    if part is not None and part not in PARTS:
        raise NotNow("Choose a part of the day.")
    there = unit.reader.get(VisitRow, derive("T", match.id, on.isoformat())) if on is not None else None
    if there is not None and there.status == VisitStatus.CANCELLED:
        unit.move(there, VisitStatus.PLANNED)  # that day was called off, and suits both after all
    unit.set(match, "first_on", on)
    unit.set(match, "first_part", part if on is not None else None)


def _open_ways(resident: ResidentRow) -> list[ReachBy]:
    """The ways that are safe for them and reach them: their own wish first, and by telephone before all others."""
    numbers = phone_numbers(resident.telephone)
    only_texts, closed = resident.text_only == YesNo.YES, closed_ways(resident)
    can = {
        ReachBy.TELEPHONE: bool(numbers) and not only_texts and ReachBy.TELEPHONE not in closed,
        ReachBy.TEXT: any(number.texts for number in numbers) and ReachBy.TEXT not in closed,
        ReachBy.EMAIL: bool(email_addresses(resident.email)) and ReachBy.EMAIL not in closed,
        ReachBy.LETTER: can_be_written_to(resident.address) and ReachBy.LETTER not in closed,
    }
    liked = split(resident.reach_by)
    return sorted((way for way in can if can[way]), key=lambda way: (way not in liked, list(can).index(way)))
