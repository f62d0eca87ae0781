"""Holds messages back once a way to somebody is not safe any more, or once they have stopped it by the link.

A person does instead what the program held back: each of these messages has a line on Today for when it did not go.
"""

from collections.abc import Collection

from community.casework.detail_release import know_each_other, opens_at, said_fine
from community.casework.message_queue import messages_of, unsafe_ways, withdraw
from community.casework.message_rules import MESSAGE_RULES
from community.casework.resident_news import back_to_telling
from community.casework.unit_of_work import UnitOfWork
from community.tables.message_codes import MessageKind
from community.tables.row_types import MatchRow, MessageRow, NeedRow, ResidentRow, VolunteerRow
from community.tables.statuses import UNSENT, MatchStatus, MessageStatus
from community.tables.vocabulary import YesNo


def hold_back(unit: UnitOfWork, person_id: str, ways: Collection[str]) -> None:
    """Withdraw what has not left and would reach this person by one of these ways."""
    unsent = unit.reader.rows(MessageRow, lambda c: [c.to_whom == person_id, c.status.in_([*UNSENT])])
    for message in unsent:
        if MESSAGE_RULES[message.kind].person_instead and message.way in ways:
            withdraw(unit, message)


def hold_back_unsafe(unit: UnitOfWork, person: ResidentRow | VolunteerRow) -> None:
    """Hold back what this action makes unsafe: messages to this person, and what a volunteer would learn of a resident.

    A resident who still has time to object is told who comes anew, by a person: nobody knows who read the message, or
    whether they could have objected.
    """
    before = unsafe_ways(person.not_safe)
    now = unsafe_ways(_as_written(unit, person, "not_safe"))
    hold_back(unit, person.id, now)
    if not isinstance(person, ResidentRow):
        return
    protected = _as_written(unit, person, "protected_address") == YesNo.YES != person.protected_address
    if protected or now - before:
        for match in _objecting(unit, person):
            told = messages_of(unit.reader, match.id, MessageKind.WHO_COMES)
            if protected or any(m.status == MessageStatus.SENT and m.way in now - before for m in told):
                back_to_telling(unit, match)


def _objecting(unit: UnitOfWork, resident: ResidentRow) -> list[MatchRow]:
    """The matches of which this resident was told, and may still object to."""
    needs = unit.reader.rows(NeedRow, lambda c: [c.resident_id == resident.id], columns=lambda c: (c.id,))
    ids = [need.id for need in needs]
    found = []
    for match in unit.reader.rows(MatchRow, lambda c: [c.need_id.in_(ids), c.status == MatchStatus.ACTIVE]):
        opens = opens_at(unit.reader, unit.context.settings, match)
        new = not know_each_other(unit.reader, match) and not said_fine(unit.reader, match, resident.id)
        if new and opens is not None and opens > unit.now:
            found.append(match)
    return found


def _as_written(unit: UnitOfWork, person: ResidentRow | VolunteerRow, field: str) -> str | None:
    change = unit.changes.get((person.table, person.id, field))
    value = change.now if change is not None else person[field]
    return None if value is None else str(value)
