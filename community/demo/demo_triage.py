"""What became of each request: answered, not reached, put off, closed, or made into needs."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from community.casework import (
    NEW_RESIDENT,
    NeedAsked,
    User,
    close_request,
    correct,
    hold,
    mark_duplicate,
    no_answer,
    triage,
)
from community.demo.demo_ledger import LedgerRecord
from community.demo.demo_phrases import for_volunteers
from community.demo.demo_requests import DemoRequest
from community.demo.demo_town import Town
from community.tables.canonical import split
from community.tables.row_types import HelpRequestRow, NeedRow, ResidentRow, VolunteerRow
from community.tables.statuses import RequestStatus, VolunteerStatus
from community.tables.vocabulary import ClosedReason, Recurs

CLOSED = {
    ClosedReason.NOT_WANTED: 30,
    ClosedReason.DONE_BY_OTHERS: 25,
    ClosedReason.OUT_OF_AREA: 15,
    ClosedReason.REFERRED_ON: 20,
    ClosedReason.UNABLE: 10,
}
OFTEN_WEEKLY = {"shopping": 0.4, "food_parcel": 0.2, "dog_walk": 0.5, "lift": 0.05}
TWO_PEOPLE = 0.6
"""How often a job inside a home takes two."""


@dataclass(frozen=True, eq=False)
class Wanted:
    """One need, the request and resident it came from, and when it became known."""

    need: LedgerRecord[NeedRow]
    resident: LedgerRecord[ResidentRow]
    request: LedgerRecord[HelpRequestRow]
    known_at: datetime


def triage_requests(town: Town, asked: Sequence[DemoRequest]) -> list[Wanted]:
    """Deal with the requests as far as the hub has come; the needs that were found."""
    lots = town.lots("triage")
    residents: dict[int, LedgerRecord[ResidentRow]] = {}
    wanted: list[Wanted] = []
    fates = _fates(lots, town, asked)
    for each in asked:
        fate, request = fates[each.record.id], each.record
        by = town.call_handler(lots)
        at = town.calendar.later(lots, request.at, timedelta(minutes=20), timedelta(hours=20))
        if fate == RequestStatus.NEW or at > town.calendar.now:
            continue
        if fate == "held":
            _hold(lots, town, request, at, by)
        elif fate == RequestStatus.NO_ANSWER:
            _ring(lots, town, request, at, by)
        elif each.before:
            mark_duplicate(town.at_work(by, at), request.id, each.first.record.id, seen=request.now.status)
        elif fate == RequestStatus.CLOSED:
            reason = lots.choices(list(CLOSED), list(CLOSED.values()))[0]
            close_request(town.at_work(by, at), request.id, reason, seen=request.now.status)
        else:
            if lots.random() < 0.12:
                _ring(lots, town, request, at, by)
                at = town.calendar.later(lots, request.changed_at, timedelta(hours=2), timedelta(hours=20))
            if at <= town.calendar.now:
                wanted += _answer(lots, town, each, residents, at, by)
    return wanted


def _fates(lots: random.Random, town: Town, asked: Sequence[DemoRequest]) -> dict[str, str]:
    """What becomes of each request. Of those a few days old some are still unanswered: the hub must see them."""
    ages = {each.record.id: (town.calendar.today - each.record.at.date()).days for each in asked}
    recent = [i for i, age in ages.items() if 2 <= age <= 12]
    lots.shuffle(recent)
    some = max(1, round(len(asked) * 0.009))
    unanswered = dict(
        zip(recent, [RequestStatus.NEW] * some + [RequestStatus.NO_ANSWER] * some + ["held"] * some, strict=False)
    )
    fates: dict[str, str] = {}
    for i, age in ages.items():
        drawn = lots.random()
        if age == 0:
            fates[i] = RequestStatus.NEW
        elif age == 1:
            fates[i] = RequestStatus.NEW if drawn < 0.5 else RequestStatus.TRIAGED
        else:
            fates[i] = unanswered.get(i, RequestStatus.CLOSED if drawn < 0.05 else RequestStatus.TRIAGED)
    return fates


def _hold(lots: random.Random, town: Town, request: LedgerRecord[HelpRequestRow], at: datetime, by: User) -> None:
    """Put off until a morning; for one in four that morning has come."""
    days = lots.choice([-1, 3, 6, 12, 20])
    day = max(town.calendar.today + timedelta(days=days), at.date() + timedelta(days=1))
    until = town.calendar.moment(lots, day, 9, 9.01) if day <= town.calendar.today else _morning(town, days)
    hold(town.at_work(by, at), "help_requests", request.id, until, seen=request.now.status)


def _morning(town: Town, days: int) -> datetime:
    return town.calendar.now + timedelta(days=days)


def _ring(lots: random.Random, town: Town, request: LedgerRecord[HelpRequestRow], at: datetime, by: User) -> None:
    """Ring and reach nobody, once or twice."""
    for _ in range(lots.choice([1, 1, 2])):
        no_answer(town.at_work(by, at), request.id, seen=request.now.status)
        at = town.calendar.later(lots, at, timedelta(hours=3), timedelta(hours=8))
        if at > town.calendar.now:
            return


def _answer(
    lots: random.Random,
    town: Town,
    asked: DemoRequest,
    residents: dict[int, LedgerRecord[ResidentRow]],
    at: datetime,
    by: User,
) -> list[Wanted]:
    """Ring, find out what is needed, and write down the resident and one need for each kind of help."""
    request, who = asked.record, asked.household
    _correct_place(lots, town, asked, at - timedelta(seconds=40), by)
    done = triage(
        town.at_work(by, at),
        request.id,
        seen=request.now.status,
        resident=residents[who.number].id if who.number in residents else NEW_RESIDENT,
        needs=[_need(lots, town, task) for task in split(request.now.tasks)],
    )
    resident = residents.setdefault(who.number, town.ledger.record(ResidentRow, done.resident_id))
    needs = [town.ledger.record(NeedRow, need_id) for need_id in done.need_ids]
    return [Wanted(need, resident, request, need.at) for need in needs]


def _correct_place(lots: random.Random, town: Town, asked: DemoRequest, at: datetime, by: User) -> None:
    """A postcode that we could not read is asked for again, and nearly always given."""
    request, told = asked.record, asked.household.home.postcode
    if town.places.find(request.now.postcode).precision != "postcode" and lots.random() >= 0.2:
        was = request.now.postcode
        correct(town.at_work(by, at), "help_requests", request.id, "postcode", seen=was, now=told)


def _need(lots: random.Random, town: Town, task: str) -> NeedAsked:
    kind = town.settings.task_types[task]
    weekly = Recurs(kind.recurs) is Recurs.WEEKLY or lots.random() < OFTEN_WEEKLY.get(task, 0.0)
    return NeedAsked(
        task,
        details=for_volunteers(lots, task),
        recurs=Recurs.WEEKLY if weekly else Recurs.ONCE,
        people=2 if kind.in_home and Recurs(kind.recurs) is Recurs.ONCE and lots.random() < TWO_PEOPLE else 1,
        as_it_is=True,
    )


AWAY, LATER = 0.015, 0.1
LATELY = timedelta(days=14)


def hold_some(town: Town, wanted: Sequence[Wanted]) -> None:
    """A few volunteers ask for a rest until a day; a few needs of the last fortnight begin next week or later."""
    lots = town.lots("waiting")
    needs = [w.need for w in wanted if town.calendar.now - w.known_at < LATELY]
    ready = [v for v in town.ledger.all(VolunteerRow) if v.now.status == VolunteerStatus.READY]
    for records, share in ((needs, LATER), (ready, AWAY)):
        for record in records:
            if lots.random() < share:
                _until(town, record, lots.randint(3, 21))


def _until(town: Town, record: LedgerRecord[NeedRow] | LedgerRecord[VolunteerRow], days: int) -> None:
    until = town.calendar.now + timedelta(days=days)
    at = max(record.changed_at, town.calendar.now - timedelta(days=3)) + timedelta(minutes=5)
    if at < town.calendar.now:
        by = town.at_work(town.coordinator(record.now.hub), at)
        hold(by, record.table, record.id, until, seen=record.now.status)
