"""What must be known of people before anybody is in touch: what is not safe, whom to ring, what waits at the door."""

import random
from datetime import datetime, timedelta

from community.demo.demo_ledger import LedgerRecord
from community.demo.demo_names import words
from community.demo.demo_town import Town
from community.tables.canonical import codes
from community.tables.message_codes import SafeWay
from community.tables.row_types import ColumnName, NeedRow, ResidentRow, VolunteerRow
from community.tables.statuses import NeedStatus, VolunteerStatus
from community.tables.vocabulary import YesNo

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
