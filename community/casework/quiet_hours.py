"""Quiet hours: when no text or email goes out, London time, but for what can't wait."""

from datetime import UTC, date, datetime, time, timedelta

from community.settings import Messages
from community.tables.canonical import LONDON, split
from community.tables.row_types import MatchRow, NeedRow
from community.tables.vocabulary import DAYS, PARTS

_ON_THE_WAY = timedelta(hours=1)
"""So long before a visit its volunteer may set out."""
_BEGINS = dict(zip(PARTS, (time(0), time(12), time(17)), strict=True))
"""Before this time nobody comes who is to come in this part of a day."""


def not_before(messages: Messages, now: datetime) -> datetime:
    """The time from which a message of this moment may go out: now, or the end of the quiet hours, in UTC."""
    here = now.astimezone(LONDON)
    clock, begin, end = here.time(), messages.quiet_from, messages.quiet_until
    over_midnight = begin > end
    quiet = clock >= begin or clock < end if over_midnight else begin <= clock < end
    if not quiet:
        return now
    day = here.date() + timedelta(days=1) if over_midnight and clock >= begin else here.date()
    return datetime.combine(day, end, LONDON).astimezone(UTC)


def after_waking(messages: Messages, begin: datetime, wait: timedelta) -> datetime:
    """The time that is so much later, of which nothing counts that lies in the quiet hours."""
    at = not_before(messages, begin)
    while at + wait > (sleep := _next_quiet(messages, at)):
        wait -= sleep - at
        at = not_before(messages, sleep)
    return at + wait


def _next_quiet(messages: Messages, at: datetime) -> datetime:
    """When the quiet hours begin next, in UTC; `at` lies outside them."""
    day = at.astimezone(LONDON).date()
    begins = (datetime.combine(day + timedelta(days=n), messages.quiet_from, LONDON).astimezone(UTC) for n in (0, 1))
    return next(begin for begin in begins if begin > at)


def visit_is_soon(messages: Messages, match: MatchRow, need: NeedRow, on: date, now: datetime) -> bool:
    """Whether somebody may set out for the visit of this day before a message can go that waits for the quiet hours."""
    day = DAYS[on.weekday()]
    parts = [slot.removeprefix(f"{day}_") for slot in split(need.slots) if slot.startswith(day)]
    if match.first_on == on.isoformat() and match.first_part:
        parts = [match.first_part]
    begins = min((_BEGINS[part] for part in parts if part in _BEGINS), default=time(0))
    return datetime.combine(on, begins, LONDON) < not_before(messages, now) + _ON_THE_WAY
