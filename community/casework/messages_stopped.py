"""Stopping messages, or pausing: behind the STOP link of a message, or of the page that any other link opens."""

from dataclasses import dataclass
from datetime import date, timedelta

from community.casework.casework_errors import NotNow
from community.casework.hasty_answers import is_hasty
from community.casework.held_back import hold_back
from community.casework.newsletter_readers import still_on_the_list, take_off
from community.casework.offer_answers import ask_nothing_until, say_no_to_all
from community.casework.unit_of_work import UnitOfWork, do
from community.casework.user import User, WorkContext
from community.casework.visibility import row_type_of
from community.tables.canonical import LONDON, codes, instant, moment, split
from community.tables.roles import Role
from community.tables.row_types import MessageRow, ResidentRow, SubscriberRow, VolunteerRow
from community.tables.verbs import Verb

LONGEST_PAUSE = timedelta(days=366)


@dataclass(frozen=True)
class StopSeen:
    """What a STOP link is about: how the messages come, and whether they are stopped already."""

    way: str
    stopped: bool
    may_pause: bool
    """A volunteer reads it, who may choose until when nothing is asked of them."""
    asked_from: date | None
    """The day from which they are asked again; None where nothing is put off."""
    newsletter: bool = False
    """It is the newsletter that they may stop, and nothing else."""


def see_stop(context: WorkContext, message_id: str) -> StopSeen | None:
    """How it stands for the reader of this message; None for no message of ours."""
    message, person = _reader_of(context, message_id)
    if message is None or person is None:
        return None
    if isinstance(person, SubscriberRow):
        with context.book.reading() as reader:
            gone = not still_on_the_list(reader, person)
        return StopSeen(message.way, gone, may_pause=False, asked_from=None, newsletter=True)
    until = person.hold_until if isinstance(person, VolunteerRow) else None
    later = until is not None and until > instant(context.clock())
    return StopSeen(
        message.way,
        message.way in split(person.stopped),
        isinstance(person, VolunteerRow) and person.died_on is None,
        moment(until).astimezone(LONDON).date() if until is not None and later else None,
    )


def stop_messages(context: WorkContext, message_id: str) -> bool:
    """Whether the reader of this message gets no more of them that way from now on; False for no message of ours.

    Doing it again changes nothing. What is queued for them that way is withdrawn, and a person rings them instead.
    """
    message, person = _reader_of(context, message_id)
    if message is None or person is None:
        return False

    def work(unit: UnitOfWork) -> None:
        now = unit.read(type(person), person.id)
        if isinstance(now, SubscriberRow):
            take_off(unit, now)
            return
        if message.way not in split(now.stopped):
            unit.set_by_name(now, "stopped", codes([*split(now.stopped), message.way]))
            hold_back(unit, now.id, {message.way})

    do(_by_link(context, person), Verb.STOP_MESSAGES, work)
    return True


def pause_until(context: WorkContext, message_id: str, day: date) -> bool:
    """Whether the volunteer who reads this message is asked nothing before this day; False for nobody of ours.

    What they were asked and have not answered counts as a no; whoever expects them is told by a person. Raises NotNow
    for a day that is over or more than a year away, and for what comes faster than a person can choose.
    """
    message, person = _reader_of(context, message_id)
    if message is None or not isinstance(person, VolunteerRow):
        return False
    today = context.clock().astimezone(LONDON).date()
    if not today < day <= today + LONGEST_PAUSE:
        raise NotNow("Choose a day to come, within a year")

    def work(unit: UnitOfWork) -> None:
        if is_hasty(unit, unit.read(MessageRow, message_id)):
            raise NotNow("That came very fast. Wait a quarter of a minute and send it once more")
        ask_nothing_until(unit, person.id, day)
        say_no_to_all(unit, person.id)

    do(_by_link(context, person), Verb.PAUSE_BY_LINK, work, heard={person.id})
    return True


_Person = VolunteerRow | ResidentRow | SubscriberRow


def _reader_of(context: WorkContext, message_id: str) -> tuple[MessageRow | None, _Person | None]:
    with context.book.reading() as reader:
        message = reader.get(MessageRow, message_id)
        person = None if message is None else reader.get(row_type_of(message.to_whom), message.to_whom)
    return message, person if isinstance(person, _Person) else None


def _by_link(context: WorkContext, person: _Person) -> WorkContext:
    role = Role.VOLUNTEER if isinstance(person, VolunteerRow) else Role.RESIDENT
    return WorkContext(context.book, context.settings, User(person.id, role), context.places, context.clock)
