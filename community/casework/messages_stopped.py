"""Stopping messages: whoever opens the STOP link of a message gets no more of them that way."""

from dataclasses import dataclass

from community.casework.held_back import hold_back
from community.casework.unit_of_work import UnitOfWork, do
from community.casework.user import User, WorkContext
from community.casework.visibility import row_type_of
from community.tables.canonical import codes, split
from community.tables.roles import Role
from community.tables.row_types import MessageRow, ResidentRow, VolunteerRow
from community.tables.verbs import Verb


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
