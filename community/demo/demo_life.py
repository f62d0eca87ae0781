"""What happens in a life in the invented town: keys, accidents, who is at risk, who lives with whom, support, cover."""

from datetime import datetime, timedelta

from community.demo.demo_ledger import LedgerRecord
from community.demo.demo_names import words
from community.demo.demo_town import Town
from community.tables.canonical import codes
from community.tables.row_types import AccidentRow, ColumnName, DoorKeyRow, PairRow, ResidentRow, VolunteerRow
from community.tables.statuses import AccidentStatus, DoorKeyStatus, VolunteerStatus
from community.tables.support_vocabulary import AccidentKind, AtRiskIn, DoorKeyKind, TalksThrough

KEYS = (DoorKeyStatus.BACK, DoorKeyStatus.LOST, *[DoorKeyStatus.HELD] * 3)
AT_RISK, ANIMALS = 0.12, 0.08


def add_keys(town: Town) -> None:
    """Keys that we have, one that went back, one that is lost. No code is among them: nothing seals it here."""
    lots, lately = town.lots("keys"), town.calendar.now - timedelta(days=60)
    residents = [each for each in town.ledger.all(ResidentRow) if each.at > lately]
    for number, (resident, status) in enumerate(
        zip(lots.sample(residents, min(5, len(residents))), KEYS, strict=False)
    ):
        by, at = town.coordinator(resident.now.hub), _after(town, resident.at)
        values = {
            "resident_id": resident.id, "kind": DoorKeyKind.KEY, "label": f"Key {number + 1}", "kept_at": "The key box",
            "agreed": "At the first visit", "status": DoorKeyStatus.HELD,
        }  # fmt: skip
        key = town.came_in(DoorKeyRow, values, at=at, by=by.name)
        if status != DoorKeyStatus.HELD:
            at = _after(town, at)
            back = {"back_on": at.date()} if status == DoorKeyStatus.BACK else {}
            town.write_down(key, by, at, status, **back)


def add_accidents(town: Town) -> None:
    """Two accidents of volunteers: one that is open, and one that healed."""
    lots = town.lots("accidents")
    ready = [v for v in town.ledger.all(VolunteerRow) if v.now.status == VolunteerStatus.READY]
    kinds = (AccidentKind.FALL, AccidentKind.DOG_BITE)
    for volunteer, kind, what in zip(
        lots.sample(ready, min(2, len(ready))), kinds, words("people")["accidents"], strict=False
    ):
        by, at = town.coordinator(volunteer.now.hub), _after(town, volunteer.changed_at)
        values = {
            "kind": kind, "happened_on": at.date(), "hurt_id": volunteer.id, "what": what, "hub": volunteer.now.hub,
            "looked_after": "Their family. Somebody else goes meanwhile", "status": AccidentStatus.WRITTEN_DOWN,
        }  # fmt: skip
        accident = town.came_in(AccidentRow, values, at=at, by=by.name)
        if kind is AccidentKind.DOG_BITE:
            closed = {"insurer_told_on": at.date(), "outcome": "Healed. The dog is shut in when somebody comes"}
            town.write_down(accident, by, _after(town, at), AccidentStatus.CLOSED, **closed)


def add_ways_of_life(town: Town) -> None:
    """Who wants to be rung in snow, whose animals need somebody, a couple, an interpreter, support and a cover."""
    lots, told = town.lots("ways of life"), words("people")
    residents = town.ledger.all(ResidentRow)
    for resident in residents:
        known: dict[str, object] = {}
        if lots.random() < AT_RISK:
            known[ColumnName.AT_RISK_IN] = codes(lots.sample(list(AtRiskIn), lots.randint(1, 3)))
        if lots.random() < ANIMALS:
            known[ColumnName.ANIMALS] = lots.choice(told["pets"])
        _note(town, resident, known)
    if len(residents) > 3:
        one, other, signing = lots.sample(residents, 3)
        _note(town, one, {"lives_with": other.id})
        _note(town, other, {"lives_with": one.id, "cares_for": one.id})
        _note(town, signing, {"talks_through": TalksThrough.SIGN_LANGUAGE, "interpreter": "The council books her"})
    ready = [v for v in town.ledger.all(VolunteerRow) if v.now.status == VolunteerStatus.READY]
    for pair in town.ledger.all(PairRow)[:1]:
        cover = next((v.id for v in ready if v.id != pair.now.volunteer_id), None)
        _note(town, pair, {"cover_id": cover})
    if len(ready) > 1:
        _note(town, ready[0], {"support_needs": told["adjustments"], "buddy_id": ready[1].id})


def _note(
    town: Town,
    record: LedgerRecord[ResidentRow] | LedgerRecord[VolunteerRow] | LedgerRecord[PairRow],
    known: dict[str, object],
) -> None:
    at = _after(town, record.changed_at)
    if known and at < town.calendar.now:
        town.write_down(record, town.director, at, None, **known)


def _after(town: Town, at: datetime) -> datetime:
    """Some hours or days later, or at the latest on the last morning."""
    return min(town.calendar.later(town.lots(str(at)), at, timedelta(hours=3), timedelta(days=6)), town.calendar.now)
