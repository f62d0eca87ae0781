"""What became of each request: answered, not reached, put off, closed, or made into needs."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from community.casework import USUAL_URGENCY
from community.demo.demo_ledger import LedgerRecord
from community.demo.demo_phrases import for_volunteers
from community.demo.demo_requests import DemoRequest
from community.demo.demo_town import Town
from community.places import Place
from community.tables.canonical import split
from community.tables.ids import derive
from community.tables.statuses import ContactStatus, NeedStatus, RequestStatus
from community.tables.verbs import Verb
from community.tables.vocabulary import ClosedReason, ContactOutcome, ContactWay, Direction, Recurs

CLOSED = {
    ClosedReason.NOT_WANTED: 30,
    ClosedReason.DONE_BY_OTHERS: 25,
    ClosedReason.OUT_OF_AREA: 15,
    ClosedReason.REFERRED_ON: 20,
    ClosedReason.UNABLE: 10,
}
OFTEN_WEEKLY = {"shopping": 0.4, "food_parcel": 0.2, "dog_walk": 0.5, "lift": 0.05}
TWO_PEOPLE = 0.6
"""How often a job inside a home takes two: nobody goes alone on a first visit."""


@dataclass(frozen=True, eq=False)
class Wanted:
    """One need, the request and resident it came from, and when it became known."""

    need: LedgerRecord
    resident: LedgerRecord
    request: LedgerRecord
    known_at: datetime


def triage(town: Town, asked: Sequence[DemoRequest]) -> list[Wanted]:
    """Deal with the requests as far as the hub has come; the needs that were found."""
    lots = town.lots("triage")
    residents: dict[int, LedgerRecord] = {}
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
            changes = {
                "status": RequestStatus.CLOSED,
                "closed_reason": ClosedReason.DUPLICATE,
                "duplicate_of": each.before.record.id,
            }
            town.ledger.act(Verb.MARK_DUPLICATE, at=at, by=by, changes=[(request, changes)])
        elif fate == RequestStatus.CLOSED:
            reason = lots.choices(list(CLOSED), list(CLOSED.values()))[0]
            town.ledger.act(
                Verb.CLOSE_REQUEST,
                at=at,
                by=by,
                changes=[(request, {"status": RequestStatus.CLOSED, "closed_reason": reason})],
            )
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


def _hold(lots: random.Random, town: Town, request: LedgerRecord, at: datetime, by: str) -> None:
    """Put off until a morning; for one in four that morning has come."""
    days = lots.choice([-1, 3, 6, 12, 20])
    day = max(town.calendar.today + timedelta(days=days), at.date() + timedelta(days=1))
    until = town.calendar.moment(lots, day, 9, 9.01) if day <= town.calendar.today else _morning(town, days)
    town.ledger.act(
        Verb.HOLD, at=at, by=by, changes=[(request, {"hold_until": until})], reason="In hospital; asked us to wait"
    )


def _morning(town: Town, days: int) -> datetime:
    return town.calendar.now + timedelta(days=days)


def _ring(lots: random.Random, town: Town, request: LedgerRecord, at: datetime, by: str) -> None:
    """Ring and reach nobody, once or twice."""
    for attempt in range(lots.choice([1, 1, 2])):
        told = {
            "about": request.id,
            "way": ContactWay.TELEPHONE,
            "direction": Direction.OUT,
            "outcome": ContactOutcome.NO_ANSWER,
            "status": ContactStatus.DEALT_WITH,
        }
        contact = ("contacts", town.ledger.id_of("contacts", request.id, "no_answer", str(attempt)), told)
        again = town.calendar.next_morning(at)
        changes = {"status": RequestStatus.NO_ANSWER, "hold_until": again}
        town.ledger.act(Verb.NO_ANSWER, at=at, by=by, changes=[(request, changes)], appends=[contact])
        at = town.calendar.later(lots, at, timedelta(hours=3), timedelta(hours=8))
        if at > town.calendar.now:
            return


def _answer(
    lots: random.Random, town: Town, asked: DemoRequest, residents: dict[int, LedgerRecord], at: datetime, by: str
) -> list[Wanted]:
    """Ring, find out what is needed, and write down the resident and one need for each kind of help."""
    request, who = asked.record, asked.household
    place = _corrected(lots, town, asked, at, by)
    resident = residents.get(who.number)
    resident_id = resident.id if resident else derive("P", request.id)
    appends: list[tuple[str, str, dict[str, Any]]] = []
    if resident is None:
        appends.append(("residents", resident_id, _resident(request, who.access, place)))
    for task in split(request["tasks"]):
        need_id = derive("N", request.id, task)
        appends.append(("needs", need_id, _need(lots, town, request, resident_id, task, place)))
    told = {
        "about": request.id,
        "with_whom": resident_id,
        "way": ContactWay.TELEPHONE,
        "direction": Direction.OUT,
        "outcome": ContactOutcome.YES,
        "status": ContactStatus.DEALT_WITH,
    }
    appends.append(("contacts", town.ledger.id_of("contacts", request.id, "answered"), told))
    status = {"status": RequestStatus.TRIAGED, "resident_id": resident_id, "hold_until": None}
    added = town.ledger.act(Verb.TRIAGE, at=at, by=by, changes=[(request, status)], appends=appends)
    for record in added:
        if record.table == "residents":
            residents[who.number] = record
    return [Wanted(n, residents[who.number], request, n.at) for n in added if n.table == "needs"]


def _corrected(lots: random.Random, town: Town, asked: DemoRequest, at: datetime, by: str) -> Place:
    """Where they live: a postcode that we could not read is asked for again, and nearly always given."""
    request, who = asked.record, asked.household
    found = town.places.find(request["postcode"])
    if found.precision == "postcode" or lots.random() < 0.2:
        return found
    flags = [flag for flag in split(request["flags"]) if not flag.startswith(("postcode", "sector", "outward"))]
    mended = {"postcode": who.home.postcode, "hub": who.home.hub, "flags": flags}
    town.ledger.act(
        Verb.CORRECT, at=at - timedelta(seconds=40), by=by, changes=[(request, mended)], reason="Told us when we rang"
    )
    return who.home


def _resident(request: LedgerRecord, access: str | None, place: Place) -> dict[str, Any]:
    told = ("name", "telephone", "email", "reach_by", "text_only", "postcode", "address", "languages")
    point = {"hub": request["hub"], "easting": place.easting, "northing": place.northing, "sector": place.sector}
    return {column: request[column] for column in told} | {"access_needs": access} | point


def _need(
    lots: random.Random, town: Town, request: LedgerRecord, resident_id: str, task: str, place: Place
) -> dict[str, Any]:
    kind = town.settings.task_types[task]
    weekly = Recurs(kind.recurs) is Recurs.WEEKLY or lots.random() < OFTEN_WEEKLY.get(task, 0.0)
    return {
        "request_id": request.id,
        "resident_id": resident_id,
        "task_type": task,
        "details": for_volunteers(lots, task),
        "urgency": request["urgency"] or USUAL_URGENCY,
        "slots": request["slots"],
        "recurs": Recurs.WEEKLY if weekly else Recurs.ONCE,
        "people": 2 if kind.in_home and Recurs(kind.recurs) is Recurs.ONCE and lots.random() < TWO_PEOPLE else 1,
        "languages": request["languages"],
        "hub": request["hub"],
        "easting": place.easting,
        "northing": place.northing,
        "sector": place.sector,
        "asked_at": request.at,
        "status": NeedStatus.OPEN,
    }
