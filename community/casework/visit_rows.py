"""The rows of visits: one on its day, the next one to come, and one that is called off while the help goes on."""

from collections.abc import Collection, Iterable
from datetime import date, timedelta

from community.book import Reader
from community.casework.casework_errors import NotNow
from community.casework.message_queue import messages_of, queue, withdraw
from community.casework.people_to_tell import NOBODY_THEN, NOT_THEN, has_open_call, open_call
from community.casework.resident_news import sends, way_of_resident, way_of_volunteer
from community.casework.unit_of_work import UnitOfWork
from community.tables.canonical import LONDON, moment
from community.tables.ids import derive
from community.tables.message_codes import MessageKind
from community.tables.row_types import MatchRow, NeedRow, VisitRow, VisitValues
from community.tables.statuses import AGREED, VisitStatus

_NOBODY = "Nobody is to come on that day."


def next_visit(match: MatchRow, visits: Iterable[VisitRow], today: date) -> str | None:
    """The ISO day on which the volunteer is next expected; None where none is agreed. `visits`: all of the match."""
    told, now = list(visits), today.isoformat()
    planned = [v.on for v in told if v.status == VisitStatus.PLANNED and v.on >= now]
    first = [match.first_on] if match.first_on and match.first_on >= now and not told else []
    return min([*planned, *first], default=None)


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
            queue(unit, kind, match.id, who, way, by_itself=True)


def _cancel(unit: UnitOfWork, match: MatchRow, need: NeedRow, on: date) -> None:
    one = derive("T", match.id, on.isoformat())
    visit = unit.reader.get(VisitRow, one)
    if visit is not None and visit.status == VisitStatus.PLANNED:
        unit.move(visit, VisitStatus.CANCELLED)
    elif visit is None and match.first_on == on.isoformat() and not _been(unit.reader, match):
        # Of the first visit only the match holds the day.
        unit.add(VisitRow, visit_values(match, need, on, VisitStatus.CANCELLED), one)
    else:
        raise NotNow(_NOBODY)
    if match.first_on == on.isoformat():
        unit.set(match, "first_on", None)
        unit.set(match, "first_part", None)


def _been(reader: Reader, match: MatchRow) -> bool:
    return bool(reader.count(VisitRow, lambda c: [c.match_id == match.id]))
