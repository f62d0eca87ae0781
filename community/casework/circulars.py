"""What is written to many volunteers at once: the words once, and a message to each made of them as it leaves."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from community.book import Action
from community.casework.board_cache import remembered
from community.casework.casework_errors import NotFound, NotNow
from community.casework.circular_readers import CircularReader, way_to
from community.casework.circular_rules import left_out
from community.casework.concern_caution import gets_no_offers
from community.casework.many_volunteers import check_works_on_many, own_volunteers
from community.casework.message_queue import queue
from community.casework.message_texts import first_name
from community.casework.permissions import check_user_can, user_can
from community.casework.unit_of_work import UnitOfWork, do
from community.casework.user import WorkContext
from community.casework.visibility import OUT_OF_SIGHT, Visibility, looking
from community.tables.canonical import instant, moment
from community.tables.list_codes import LeftOut
from community.tables.message_codes import MessageKind
from community.tables.row_types import CircularRow, CircularValues, ColumnName, MessageRow, SubscriberRow, VolunteerRow
from community.tables.statuses import MessageStatus
from community.tables.verbs import Verb
from community.tables.vocabulary import ReachBy
from community.wording import counted

FIRST_NAME, STOP_LINK = "{first name}", "{stop link}"
PLACES = (FIRST_NAME, STOP_LINK)
"""What stands for something of each reader's in the words."""
_PLACE = re.compile(r"\{[^{}\n]*\}")
MOST_LETTERS, MOST_IN_SUBJECT = 5_000, 120


_Reader = VolunteerRow | SubscriberRow | None


@dataclass(frozen=True)
class CircularReaders:
    """Of a list, those who would be written to, and those who are left out, each with why."""

    whom: tuple[CircularReader, ...]
    out: tuple[tuple[VolunteerRow, LeftOut], ...]


@dataclass(frozen=True)
class CircularFacts:
    """What the message to one reader may say."""

    id: str
    """The message's; of a trial, one that no message has."""
    way: ReachBy
    at: datetime
    subject: str = field(repr=False)
    words: str = field(repr=False)
    first_name: str = field(repr=False)
    say_instead: str = field(repr=False)
    newsletter: bool = False
    """It goes to a reader of the newsletter."""


@dataclass(frozen=True)
class CircularStands:
    """How far it has come: how many messages stand where."""

    row: CircularRow
    many: Mapping[str, int]
    messages: tuple[MessageRow, ...] = field(repr=False)

    @property
    def waits(self) -> int:
        """How many are still to leave by themselves."""
        return self.many.get(MessageStatus.QUEUED, 0)


def readers_of_circular(context: WorkContext, volunteer_ids: Collection[str]) -> CircularReaders:
    """Who of these volunteers would be written to now. Who is out of sight is in neither part.

    While the same list is open and nobody writes to the book it is not read again: the page asks at each letter typed.
    """
    user, now, ids = context.user, context.clock(), tuple(volunteer_ids)
    last: dict[tuple[str, ...], CircularReaders] = remembered(context, f"readers of a circular: {user}", dict)
    if (found := last.get(ids)) is None:
        with looking(context) as visible:
            found = _readers(context, visible, ids, now)
        last.clear()
        last[ids] = found
    return found


def write_to_many(
    context: WorkContext, volunteer_ids: Collection[str], *, subject: str, words: str, chosen: str, key: str
) -> Action:
    """Write to each of these volunteers, with a message of their own. The same `key` writes once, however often.

    `key` is an id of a circular that none has; `chosen` says which list they were on. Whoever may not be written to by
    now is left out, and counted. Raises NotAllowed, and NotNow where nobody is left or the words can't go out.
    """
    check_works_on_many(context)
    if context.settings.kept_in_sheet:
        raise NotNow("Nothing goes out from here, and what is written to many is not kept. Write from your own mail.")

    def work(unit: UnitOfWork) -> None:
        if unit.reader.get(CircularRow, key) is not None:
            return
        told = checked_words(subject, words)
        found = _readers(context, unit.visible, volunteer_ids, unit.now)
        if not found.whom and not found.out:
            raise NotFound(OUT_OF_SIGHT)
        if not found.whom:
            raise NotNow("Nobody on this list can be written to.")
        _check_new_to_them(unit, told, found.whom)
        hubs = {each.row.hub for each in found.whom}
        values: CircularValues = {
            **told,
            "chosen": chosen,
            "left_out": len(set(volunteer_ids)) - len(found.whom),
            "hub": hubs.pop() if len(hubs) == 1 else None,
        }
        unit.add(CircularRow, values, id=key)
        for each in found.whom:
            queue(unit, MessageKind.CIRCULAR, key, each.row.id, each.way, by_itself=each.by_itself)

    return do(context, Verb.WRITE_TO_MANY, work)[0]


def checked_words(subject: str, words: str) -> CircularValues:
    """The subject and the words, ready to be kept. Raises NotNow where they can't go out as they are."""
    subject, words = " ".join(subject.split()), words.strip()
    if not subject or not words:
        raise NotNow("Write a subject, and what you want to say.")
    if len(subject) > MOST_IN_SUBJECT or len(words) > MOST_LETTERS:
        raise NotNow(f"That is too long: at most {MOST_IN_SUBJECT} letters above it, and {MOST_LETTERS:,} in it.")
    strange = sorted(set(_PLACE.findall(subject + words)) - set(PLACES))
    if strange:
        raise NotNow(f"Only {FIRST_NAME} and {STOP_LINK} can be filled in for each reader.")
    return {"subject": subject, "words": words}


def filled(text: str, first_name: str, stop: str) -> str:
    """The text with each reader's own in its places. Without a name, the place goes with the space before it."""
    named = text.replace(FIRST_NAME, first_name) if first_name else text.replace(f" {FIRST_NAME}", "")
    return named.replace(FIRST_NAME, "").replace(STOP_LINK, stop)


def circular_of(context: WorkContext, message_id: str) -> CircularFacts | None:
    """The facts of this message, if it is one of those written to many; None for any other.

    Raises NotFound, and NotNow where it is not to be sent any more.
    """
    with looking(context) as visible:
        message = visible.reader.get(MessageRow, message_id)
        if message is None or not (user_can(context.user, Verb.SEND_MESSAGE) or visible.sees(message)):
            raise NotFound("There is no such message, or it belongs to another hub.")
        if message.kind not in {MessageKind.CIRCULAR, MessageKind.NEWSLETTER}:
            return None
        circular = visible.reader.get(CircularRow, message.about)
        reader: _Reader = visible.reader.get(VolunteerRow, message.to_whom)
        reader = reader or visible.reader.get(SubscriberRow, message.to_whom)
        if circular is None or reader is None or message.status == MessageStatus.WITHDRAWN:
            raise NotNow("This was withdrawn, so it is not to be sent any more.")
        return facts_for(message.id, message.way, moment(message.at), circular, reader)


def facts_for(
    message_id: str, way: ReachBy, at: datetime, told: CircularRow | CircularValues, reader: _Reader
) -> CircularFacts:
    """The facts of a message to this reader; to nobody of the book, where it is a trial to oneself."""
    return CircularFacts(
        message_id,
        way,
        at,
        str(told.get(ColumnName.SUBJECT) or ""),
        str(told.get(ColumnName.WORDS) or ""),
        first_name(reader.name) if reader is not None else "",
        (reader.say_instead or "") if isinstance(reader, VolunteerRow) else "",
        isinstance(reader, SubscriberRow),
    )


def circular_stands(context: WorkContext, circular_id: str) -> CircularStands:
    """How far this one has come. Raises NotFound."""
    check_user_can(context.user, Verb.WRITE_TO_MANY)
    with looking(context) as visible:
        row = visible.get(CircularRow, circular_id)
        messages = visible.reader.rows(MessageRow, lambda c: [c.about == circular_id])
    return CircularStands(row, Counter(each.status for each in messages), tuple(messages))


def _check_new_to_them(unit: UnitOfWork, told: CircularValues, whom: Collection[CircularReader]) -> None:
    """Raises NotNow where somebody wrote these very words to one of these today: two people see to the same list."""
    a_day_ago = instant(unit.now - timedelta(days=1))
    for row in unit.visible.rows(CircularRow, lambda c: [c.at >= a_day_ago]):
        if (row.subject, row.words) == (told.get(ColumnName.SUBJECT), told.get(ColumnName.WORDS)):
            sent = unit.reader.rows(MessageRow, _not_withdrawn(row.id))
            if again := {each.to_whom for each in sent} & {each.row.id for each in whom}:
                raise NotNow(
                    f"{row.by} wrote these very words to {counted(len(again), 'volunteer')} of this list already: see "
                    "below. Nothing was sent. To write again all the same, say it in other words."
                )


def _read(c: type[VolunteerRow]) -> tuple[object, ...]:
    """What says whether and how somebody is written to: the whole rows of a county take a second more."""
    who = (c.id, c.at, c.name, c.hub, c.status, c.died_on, c.consent, c.hold_until, c.email, c.telephone)
    return (*who, c.reach_by, c.stopped, c.unreached, c.not_safe, c.say_instead, c.safe_when)


def _not_withdrawn(circular_id: str) -> Callable[[type[MessageRow]], list[object]]:
    return lambda c: [c.about == circular_id, c.status != MessageStatus.WITHDRAWN]


def _readers(
    context: WorkContext, visible: Visibility, volunteer_ids: Collection[str], now: datetime
) -> CircularReaders:
    whom: list[CircularReader] = []
    out: list[tuple[VolunteerRow, LeftOut]] = []
    no_offers = gets_no_offers(visible.reader)
    for row in own_volunteers(visible, volunteer_ids, _read):
        why = left_out(row, now, no_offers) or way_to(context, row)
        if isinstance(why, CircularReader):
            whom.append(why)
        else:
            out.append((row, why))
    return CircularReaders(tuple(whom), tuple(out))
