"""Holds messages back once a way to somebody is not safe any more, or once they have stopped it by the link.

A person does instead what the program held back: each of these messages has a line on Today for when it did not go.
"""

from collections.abc import Collection
from dataclasses import dataclass

from community.casework.detail_release import know_each_other, opens_at, said_fine
from community.casework.message_queue import messages_of, unsafe_ways, withdraw
from community.casework.message_rules import MESSAGE_RULES
from community.casework.resident_news import back_to_telling
from community.casework.unit_of_work import UnitOfWork, do
from community.casework.user import User, WorkContext
from community.casework.visibility import row_type_of
from community.tables.canonical import codes, split
from community.tables.message_codes import MessageKind
from community.tables.roles import Role
from community.tables.row_types import MatchRow, MessageRow, NeedRow, ResidentRow, VolunteerRow
from community.tables.statuses import UNSENT, MatchStatus, MessageStatus
from community.tables.verbs import Verb
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


@dataclass(frozen=True)
class StopSeen:
    """What a STOP link is about: how the messages come, and whether they are stopped already."""

    way: str
    stopped: bool


def see_stop(context: WorkContext, message_id: str) -> StopSeen | None:
    """How it stands for the reader of this message; None for no message of ours."""
    with context.book.reading() as reader:
        message = reader.get(MessageRow, message_id)
        person = None if message is None else reader.get(row_type_of(message.to_whom), message.to_whom)
    if message is None or not isinstance(person, VolunteerRow | ResidentRow):
        return None
    return StopSeen(message.way, message.way in split(person.stopped))


def stop_messages(context: WorkContext, message_id: str) -> bool:
    """Whether the reader of this message gets no more of them that way from now on; False for no message of ours.

    Doing it again changes nothing. What is queued for them that way is withdrawn, and a person rings them instead.
    """
    with context.book.reading() as reader:
        message = reader.get(MessageRow, message_id)
        person = None if message is None else reader.get(row_type_of(message.to_whom), message.to_whom)
    if message is None or not isinstance(person, VolunteerRow | ResidentRow):
        return False
    role = Role.VOLUNTEER if isinstance(person, VolunteerRow) else Role.RESIDENT
    by_link = WorkContext(context.book, context.settings, User(person.id, role), context.places, context.clock)

    def work(unit: UnitOfWork) -> None:
        now = unit.read(type(person), person.id)
        if message.way not in split(now.stopped):
            unit.set_by_name(now, "stopped", codes([*split(now.stopped), message.way]))
            hold_back(unit, now.id, {message.way})

    do(by_link, Verb.STOP_MESSAGES, work)
    return True
