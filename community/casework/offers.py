"""Offers: asking a volunteer by a message, the ways by which they may be asked, and what each would mean."""

from dataclasses import dataclass
from datetime import datetime

from community.book import Action
from community.casework.actions import check_state_allows
from community.casework.casework_errors import NotFound, NotNow, NotSaved
from community.casework.closing import matches_of
from community.casework.match_decisions import take_match
from community.casework.message_queue import closed_ways, person_chooses_when, queue, withdraw
from community.casework.policies import check_may_go_on
from community.casework.quiet_hours import not_before
from community.casework.resident_news import sends
from community.casework.unit_of_work import UnitOfWork, do
from community.casework.user import WorkContext
from community.casework.visibility import looking
from community.identity import email_addresses, phone_numbers
from community.settings import Settings
from community.settings.response_promise import after_working_days, answer_by
from community.tables.canonical import instant, split
from community.tables.message_codes import MessageKind
from community.tables.row_types import MatchRow, MessageRow, NeedRow, VolunteerRow
from community.tables.statuses import MatchStatus
from community.tables.verbs import Verb
from community.tables.vocabulary import ReachBy, Urgency


@dataclass(frozen=True)
class WayToAsk:
    """One way to ask a volunteer by a message. `by_itself`: the program sends it; else a person passes it on."""

    way: ReachBy
    by_itself: bool


def ways_to_ask(context: WorkContext, match_id: str) -> list[WayToAsk]:
    """The ways in which this volunteer can be asked by a message, the one that they like first. Raises NotFound."""
    with looking(context) as visible:
        match = visible.get(MatchRow, match_id)
        volunteer = visible.reader.get(VolunteerRow, match.volunteer_id)
    return [] if volunteer is None else ways_of(context, volunteer)


def offer(context: WorkContext, match_id: str, way: ReachBy, *, seen: str) -> Action:
    """Ask the volunteer by a message; `Action.ids` holds it. An earlier offer that has not gone out is withdrawn.

    Raises NotNow where they can't be asked so, or a hard rule now forbids the pair, and NotSaved until the decision
    is saved for good.
    """

    def work(unit: UnitOfWork) -> None:
        match = take_match(unit, Verb.OFFER, match_id, seen)
        check_state_allows(Verb.OFFER, match)
        if context.unsaved({match.id, match.need_id, match.volunteer_id}):
            raise NotSaved
        check_may_go_on(unit.reader, context.settings, unit.now, match)
        volunteer = unit.read(VolunteerRow, match.volunteer_id)
        chosen = next((each for each in ways_of(context, volunteer) if each.way == way), None)
        if chosen is None:
            raise NotNow("This volunteer can't be asked so. Ring them.")
        for earlier in offers_of(unit, match.id):
            withdraw(unit, earlier)
        until = answer_until(context.settings, unit.now, unit.read(NeedRow, match.need_id))
        queue(unit, MessageKind.OFFER, match.id, volunteer.id, way, by_itself=chosen.by_itself, answer_by=until)
        unit.move(match, MatchStatus.OFFERED)
        unit.set(match, "answer_by", instant(until))

    return do(context, Verb.OFFER, work)[0]


def offers_of(unit: UnitOfWork, match_id: str) -> list[MessageRow]:
    """The messages that asked about this match, the first one first."""
    return unit.reader.rows(MessageRow, lambda c: [c.about == match_id, c.kind == MessageKind.OFFER])


def answer_until(settings: Settings, now: datetime, need: NeedRow) -> datetime:
    """By when an answer is needed: help that can't wait is answered as soon as a request for it would be."""
    if need.urgency == Urgency.TODAY:
        return answer_by(settings.community, now, need.urgency)
    return after_working_days(settings.community, now, settings.messages.offer_open_days)


def answer_sooner(unit: UnitOfWork, need: NeedRow) -> None:
    """Ask those who have not answered yet by an earlier time, where this need, as it is given, can't wait so long."""
    until = instant(answer_until(unit.context.settings, unit.now, need))
    for match in matches_of(unit, need_id=need.id):
        asked = offers_of(unit, match.id) if match.status == MatchStatus.OFFERED else []
        if asked and match.answer_by is not None and until < match.answer_by:
            unit.set(match, "answer_by", until)
            unit.set(asked[-1], "answer_by", until)


def ways_of(context: WorkContext, volunteer: VolunteerRow) -> list[WayToAsk]:
    """The ways in which this volunteer can be written to, the one that they like first."""
    can = {
        ReachBy.EMAIL: bool(email_addresses(volunteer.email)),
        ReachBy.TEXT: any(number.texts for number in phone_numbers(volunteer.telephone)),
    }
    closed = closed_ways(volunteer)
    open_ = [way for way in can if can[way] and way not in closed]
    liked, by_hand = split(volunteer.reach_by), person_chooses_when(volunteer)
    open_.sort(key=lambda way: (way not in liked, not sends(context.settings, way)))
    return [WayToAsk(way, sends(context.settings, way) and not by_hand) for way in open_]


@dataclass(frozen=True)
class OfferPlan:
    """One message that could ask a volunteer, before anybody has decided that it does."""

    way: ReachBy
    by_itself: bool
    leaves: datetime | None
    """When it goes after the quiet hours; None where it goes at once, or when a person sends it."""
    answer_by: datetime


def offer_plans(context: WorkContext, match_id: str) -> list[OfferPlan]:
    """By each way in which this volunteer can be asked, what it would mean; the way that they like comes first.

    Raises NotFound.
    """
    ways = ways_to_ask(context, match_id)
    with looking(context) as visible:
        match = visible.get(MatchRow, match_id)
        need = visible.reader.get(NeedRow, match.need_id)
    if need is None:
        raise NotFound("A record that belongs to this one is no longer there.")
    now = context.clock()
    leaves, until = not_before(context.settings.messages, now), answer_until(context.settings, now, need)
    later = leaves if leaves > now else None
    return [OfferPlan(each.way, each.by_itself, later if each.by_itself else None, until) for each in ways]
