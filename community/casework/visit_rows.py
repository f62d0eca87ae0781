"""The rows of visits: one on its day, the next one to come, and one that is called off while the help goes on."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date, datetime, timedelta

from community.book import Reader
from community.casework.calls_to_make import NOBODY_THEN, NOT_THEN, has_open_call, open_call
from community.casework.casework_errors import NotNow
from community.casework.first_visits import first_day, go_together
from community.casework.message_queue import day_called_off, messages_of, queue, withdraw
from community.casework.message_rules import OF_ONE_DAY, SAYS_OFF
from community.casework.quiet_hours import not_before, visit_is_soon
from community.casework.resident_news import sends, way_of_resident, way_of_volunteer
from community.casework.unit_of_work import UnitOfWork
from community.settings import Messages
from community.tables.canonical import LONDON, moment
from community.tables.ids import derive
from community.tables.message_codes import MessageKind
from community.tables.row_types import MatchRow, MessageRow, NeedRow, VisitRow, VisitValues
from community.tables.statuses import AGREED, VisitStatus

_NOBODY = "Nobody is to come on that day."


def next_visit(match: MatchRow, visits: Iterable[VisitRow], today: date) -> str | None:
    """The ISO day on which the volunteer is next expected; None where none is agreed. `visits`: all of the match."""
    return min((on for on in agreed_days(match, visits) if on >= today.isoformat()), default=None)


def agreed_days(match: MatchRow, visits: Iterable[VisitRow]) -> list[str]:
    """The ISO days on which the volunteer was or is to come and of which nothing is written. `visits`: of the match."""
    told = list(visits)
    first = first_day(match, told)
    return [*([first] if first else []), *(visit.on for visit in told if visit.status == VisitStatus.PLANNED)]


def is_off_soon(unit: UnitOfWork, match: MatchRow, need: NeedRow) -> bool:
    """Whether word that this match is off can't wait for the morning: somebody is expected before or soon after it."""
    return _is_soon(unit.reader, unit.context.settings.messages, match, need, unit.now)


def goes_from(reader: Reader, messages: Messages, message: MessageRow, now: datetime) -> datetime:
    """The time from which this message may go: now, or the end of the quiet hours where it can wait till then."""
    begins = not_before(messages, now)
    if message.kind not in SAYS_OFF or message.not_before is None or moment(message.not_before) > now:
        return begins
    match = reader.get(MatchRow, message.about) if begins > now else None
    need = reader.get(NeedRow, match.need_id) if match is not None else None
    if match is None or need is None:
        return begins
    if message.kind in OF_ONE_DAY:
        on = day_called_off(reader, match.id, message.at)
        soon = on is not None and visit_is_soon(messages, match, need, date.fromisoformat(on), now)
    else:
        soon = _is_soon(reader, messages, match, need, now)
    return now if soon else begins


def _is_soon(reader: Reader, messages: Messages, match: MatchRow, need: NeedRow, now: datetime) -> bool:
    visits = reader.rows(VisitRow, lambda c: [c.match_id == match.id])
    on = next_visit(match, visits, now.astimezone(LONDON).date())
    return on is not None and visit_is_soon(messages, match, need, date.fromisoformat(on), now)


def visit_values(match: MatchRow, need: NeedRow, on: date, status: VisitStatus) -> VisitValues:
    """The row of one visit on this day."""
    return {
        "match_id": match.id,
        "need_id": need.id,
        "resident_id": need.resident_id,
        "volunteer_id": match.volunteer_id,
        "on": on,
        "status": status,
    }


def ask_no_more(unit: UnitOfWork, match: MatchRow, on: date) -> None:
    """Withdraw the questions how the visit of this day, or of an earlier one, went; they have been answered."""
    for asks in messages_of(unit.reader, match.id, MessageKind.HOW_WAS_IT):
        if asks.not_before is not None and moment(asks.not_before).astimezone(LONDON).date() <= on + timedelta(days=1):
            withdraw(unit, asks)


def call_off_day(unit: UnitOfWork, match: MatchRow, on: date, heard: Collection[str]) -> None:
    """Call off the visit of this day; whoever of the two has not heard is told. Raises NotNow where there is none."""
    need = unit.read(NeedRow, match.need_id)
    if match.status not in AGREED or on < unit.now.astimezone(LONDON).date():
        raise NotNow(_NOBODY)
    _call_off_for(unit, match, need, on, heard)
    for other in _with_them(unit, match, need, on, heard):
        _call_off_for(unit, other, need, on, {need.resident_id, *heard})  # the resident hears of the day once


def _with_them(
    unit: UnitOfWork, match: MatchRow, need: NeedRow, on: date, heard: Collection[str]
) -> Iterator[MatchRow]:
    """The other matches of the need whose volunteers are to come on this day and come no more.

    A resident whom the day does not suit wants nobody on it; and nobody goes alone on a first visit by two.
    """
    by_two = go_together(unit.reader, unit.context.settings, unit.now, need)
    if need.resident_id not in heard and not by_two:
        return
    for other in _others(unit, match):
        if on.isoformat() in agreed_days(other, _visits(unit, other)) and other.volunteer_id:
            yield other


def others_then(unit: UnitOfWork, match: MatchRow) -> list[MatchRow]:
    """The other agreed matches of the need that go with this one on a first visit, or are next expected on its day."""
    need, today = unit.read(NeedRow, match.need_id), unit.now.astimezone(LONDON).date()
    by_two = {one.id for one in go_together(unit.reader, unit.context.settings, unit.now, need)}
    together = by_two if match.id in by_two else set()
    on = next_visit(match, _visits(unit, match), today)
    return [
        one for one in _others(unit, match)
        if one.id in together or next_visit(one, _visits(unit, one), today) == on
    ]  # fmt: skip


def _others(unit: UnitOfWork, match: MatchRow) -> list[MatchRow]:
    return unit.reader.rows(MatchRow, lambda c: [c.need_id == match.need_id, c.id != match.id, c.status.in_([*AGREED])])


def _visits(unit: UnitOfWork, match: MatchRow) -> list[VisitRow]:
    return unit.reader.rows(VisitRow, lambda c: [c.match_id == match.id])


def _call_off_for(unit: UnitOfWork, match: MatchRow, need: NeedRow, on: date, heard: Collection[str]) -> None:
    soon = visit_is_soon(unit.context.settings.messages, match, need, on, unit.now)
    _cancel(unit, match, need, on)
    ask_no_more(unit, match, on)
    volunteer = way_of_volunteer(unit, match)
    sides = (
        (match.volunteer_id, NOT_THEN, MessageKind.VISIT_OFF, volunteer),
        (need.resident_id, NOBODY_THEN, MessageKind.NOT_THIS_DAY, way_of_resident(unit, match)),
    )
    for who, words, kind, way in sides:
        if not who or who in heard:
            continue
        if not has_open_call(unit.reader, words, match.id, who):
            unit.appends.append(open_call(words, match.id, who))
        if way is not None and sends(unit.context.settings, way):
            queue(unit, kind, match.id, who, way, by_itself=True, at_once=soon)


def _cancel(unit: UnitOfWork, match: MatchRow, need: NeedRow, on: date) -> None:
    one = derive("T", match.id, on.isoformat())
    visit = unit.reader.get(VisitRow, one)
    if visit is not None and visit.status == VisitStatus.PLANNED:
        unit.move(visit, VisitStatus.CANCELLED)
    elif on.isoformat() == first_day(match, _visits(unit, match)):
        # Of the first visit only the match holds the day.
        unit.add(VisitRow, visit_values(match, need, on, VisitStatus.CANCELLED), one)
    else:
        raise NotNow(_NOBODY)
    if match.first_on == on.isoformat():
        unit.set(match, "first_on", None)
        unit.set(match, "first_part", None)
