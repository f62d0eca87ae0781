"""Keeping in touch: what must be known before, people who ring us, pairs asked how it goes, visits agreed for a day."""

import random
from collections import Counter
from datetime import date, datetime, timedelta

from community.casework import User, agree_day, call_off_visit, correct, deal_with_contact, log_contact, pair_asked
from community.demo.demo_ledger import LedgerRecord
from community.demo.demo_messages import give_link
from community.demo.demo_names import words
from community.demo.demo_town import Town
from community.tables.canonical import codes
from community.tables.message_codes import SafeWay
from community.tables.row_types import (
    ColumnName,
    ContactRow,
    HelpRequestRow,
    MatchRow,
    NeedRow,
    PairRow,
    ResidentRow,
    VisitRow,
    VolunteerRow,
)
from community.tables.statuses import ContactStatus, MatchStatus, NeedStatus, VisitStatus, VolunteerStatus
from community.tables.vocabulary import ContactWay, Direction, Recurs, YesNo

CHECK_AGAIN = timedelta(weeks=8)
CALLS_FOR_EACH_REQUEST = 0.6
PREFERS = 0.3


def ask_pairs(town: Town) -> None:
    """Each lasting pair is asked how it goes when it is time, for a few a day or two late; some want the same again."""
    lots = town.lots("pairs")
    done = [v for v in town.ledger.all(VisitRow) if v.now.status == VisitStatus.DONE]
    residents = town.ledger.records["residents"]
    for pair in sorted(town.ledger.all(PairRow), key=lambda p: (p.now.resident_id, p.now.volunteer_id)):
        by = town.coordinator(residents[pair.now.resident_id].now.hub)
        while pair.now.next_check is not None:
            due = date.fromisoformat(pair.now.next_check)
            at = town.calendar.moment(lots, due + timedelta(days=lots.choice([0, 0, 0, 1, 1, 2, 5])), 9, 17)
            if at.date() >= town.calendar.today:
                break
            goes_on = any(v.now.on > due.isoformat() for v in done if v.now.volunteer_id == pair.now.volunteer_id)
            pair_asked(town.at_work(by, at), pair.id, due + CHECK_AGAIN if goes_on else None)
    counts = Counter((visit.now.resident_id, visit.now.volunteer_id) for visit in done)
    for (resident_id, volunteer_id), number in sorted(counts.items()):
        resident = residents[resident_id]
        if number > 3 and resident.now.prefers is None and lots.random() < PREFERS:
            _correct(town, resident, "prefers", volunteer_id, town.call_handler(lots))
        elif number == 1 and lots.random() < 0.01:
            _correct(town, resident, "avoids", volunteer_id, town.coordinator(resident.now.hub))


def tell_people(town: Town) -> None:
    """Tell people within a day or two when casework put them on Today because what they know is no longer true."""
    lots = town.lots("to tell")
    for contact in town.ledger.all(ContactRow):
        if contact.now.status == ContactStatus.OPEN:
            at = town.calendar.later(lots, contact.at, timedelta(hours=1), timedelta(days=2))
            if at < town.calendar.now:
                deal_with_contact(town.at_work(town.call_handler(lots), at), contact.id)


def add_calls(town: Town) -> None:
    """People who ring us: most at once dealt with, this morning's and a few of yesterday's still open."""
    lots = town.lots("calls")
    people = town.ledger.all(ResidentRow) + town.ledger.all(VolunteerRow)[::6]
    told = words("people")
    for number in range(round(len(town.ledger.all(HelpRequestRow)) * CALLS_FOR_EACH_REQUEST) if people else 0):
        who = lots.choice(people)
        late = number < 5
        earliest = max(who.at + timedelta(days=1), town.calendar.now - timedelta(days=2 if late else 200))
        if earliest >= town.calendar.now:
            continue
        at = _between(lots.random(), earliest, town.calendar.now)
        at = town.calendar.moment(lots, at.date(), 9, 17)
        if at <= who.at:
            continue
        log_contact(
            town.at_work(town.call_handler(lots), at),
            who.id,
            with_whom=who.id,
            way=lots.choices([ContactWay.TELEPHONE, ContactWay.EMAIL, ContactWay.LETTER], [85, 13, 2])[0],
            direction=Direction.IN,
            words=lots.choice(told["notes_open" if late else "notes_call"]),
            status=ContactStatus.OPEN if late else ContactStatus.DEALT_WITH,
        )


def _between(share: float, one: datetime, other: datetime) -> datetime:
    return one + (other - one) * share


def _correct(town: Town, resident: LedgerRecord[ResidentRow], field: str, volunteer_id: str, by: User) -> None:
    at = max(resident.changed_at + timedelta(hours=1), town.calendar.now - timedelta(days=20))
    if at < town.calendar.now:
        context = town.at_work(by, at)
        correct(context, "residents", resident.id, field, seen=resident.now[field], now=[volunteer_id])


AGREED, OFF = 16, 4
"""So many visits are agreed on by telephone in the last two days, and so many of them called off since."""


def agree_visits(town: Town) -> None:
    """Agree on the next day of some who go on; now and then one of the two rings again and can't."""
    lots = town.lots("visits to come")
    been = {visit.now.match_id for visit in town.ledger.all(VisitRow) if visit.now.status == VisitStatus.DONE}
    going = [match for match in town.ledger.all(MatchRow) if match.id in been and _goes_on(town, match)]
    chosen = lots.sample(going, min(AGREED, len(going)))
    chosen.sort(key=lambda match: not town.ledger.found("messages", "about", [match.id]))
    off = chosen[: 2 * OFF : 2]  # whom we write to comes first, and not all of them are called off
    for match in chosen:
        by = town.call_handler(lots)
        at = town.calendar.now - timedelta(minutes=lots.randint(90, 2 * 24 * 60))
        at = max(at, match.changed_at + timedelta(minutes=5))
        on = town.calendar.today + timedelta(days=lots.randint(1, 7))
        if at + timedelta(minutes=75) > town.calendar.now:
            continue
        agree_day(town.at_work(by, at), match.id, on)
        give_link(town, match, by, at + timedelta(minutes=1))
        if match in off:
            resident = town.ledger.record(NeedRow, str(match.now.need_id)).now.resident_id
            rings = town.at_work(by, at + timedelta(minutes=lots.randint(20, 70)))
            heard = {str(resident), match.now.volunteer_id}
            call_off_visit(rings, match.id, on, seen=match.now.status, heard=heard)


def _goes_on(town: Town, match: LedgerRecord[MatchRow]) -> bool:
    need = town.ledger.record(NeedRow, str(match.now.need_id)).now
    return match.now.status == MatchStatus.ACTIVE and need.recurs == Recurs.WEEKLY


NOT_SAFE, PROTECTED, HAZARDS, DOOR_WORD, EMERGENCY, MOVED = 0.03, 0.015, 0.06, 0.15, 0.2, 0.02


def add_safe_contact(town: Town) -> None:
    """A few residents and volunteers told us more; a few moved away who have no help going on."""
    lots, told = town.lots("safe contact"), words("people")
    waiting = {n.now.resident_id for n in town.ledger.all(NeedRow) if n.now.status == NeedStatus.OPEN}
    for resident in town.ledger.all(ResidentRow):
        known = _emergency(lots, town) | _not_safe(lots, NOT_SAFE)
        if lots.random() < HAZARDS:
            known[ColumnName.HAZARDS] = lots.choice(told["hazards"])
        if lots.random() < DOOR_WORD:
            known[ColumnName.DOOR_WORD] = lots.choice(told["door_words"])
        if lots.random() < MOVED and resident.id not in waiting:
            known[ColumnName.MOVED_ON] = resident.changed_at.date()
        _note(lots, town, resident, known)
    for volunteer in town.ledger.all(VolunteerRow)[::3]:
        known = _emergency(lots, town) | _not_safe(lots, NOT_SAFE / 10)
        if volunteer.now.status == VolunteerStatus.LEFT and lots.random() < 10 * MOVED:
            known[ColumnName.MOVED_ON] = volunteer.changed_at.date()
        _note(lots, town, volunteer, known)


def _emergency(lots: random.Random, town: Town) -> dict[str, object]:
    if lots.random() >= EMERGENCY:
        return {}
    return {"emergency_name": town.cast.name(), "emergency_telephone": town.cast.telephone(mobile=True)}


def _not_safe(lots: random.Random, chance: float) -> dict[str, object]:
    """Nobody is to learn that they are in touch with us; of some of them, not where they live either."""
    if lots.random() >= chance:
        return {}
    told = words("people")
    ways = [SafeWay.LEAVE_MESSAGE, SafeWay.POST, *([SafeWay.TEXT] if lots.random() < 0.5 else [])]
    return {
        "not_safe": codes(ways),
        "safe_when": lots.choice(told["safe_when"]),
        "say_instead": lots.choice(told["say_instead"]),
        "protected_address": YesNo.YES if lots.random() < PROTECTED / NOT_SAFE else None,
    }


def _note(
    lots: random.Random,
    town: Town,
    person: LedgerRecord[ResidentRow] | LedgerRecord[VolunteerRow],
    known: dict[str, object],
) -> None:
    at: datetime = town.calendar.later(lots, person.changed_at, timedelta(hours=1), timedelta(days=3))
    if known and at < town.calendar.now:
        town.write_down(person, town.call_handler(lots), at, None, **known)
