"""Whom the program can tell now, and when it may tell the others: by their hours, in London time."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import count

from community.settings.duty_settings import PersonOnDuty
from community.settings.response_promise import is_day_off
from community.settings.settings_model import Community, Settings
from community.tables.canonical import LONDON
from community.tables.duty_reasons import DutyReason
from community.tables.vocabulary import DAYS, ReachBy


def reachable(settings: Settings) -> dict[str, PersonOnDuty]:
    """By code, those whom the program can tell: their way is switched on, a worker runs, and nothing is invented."""
    if settings.demo or settings.kept_in_sheet:
        return {}
    return {code: one for code, one in settings.duty.items() if is_on(settings, one)}


def is_on(settings: Settings, one: PersonOnDuty) -> bool:
    """Whether the way by which they are told is switched on."""
    return settings.messages.email if one.way == ReachBy.EMAIL else settings.messages.text


def hearing_of(settings: Settings, reason: DutyReason) -> dict[str, PersonOnDuty]:
    """By code, those whom the program can tell and who hear of this."""
    return {code: one for code, one in reachable(settings).items() if reason in one.hears_of}


def somebody_hears(settings: Settings, reason: DutyReason, now: datetime) -> bool:
    """Whether somebody hears of this now: it is one of their hours, and the program can tell them."""
    return any(is_theirs(one, settings.community, now) for one in hearing_of(settings, reason).values())


def may_tell_from(one: PersonOnDuty, community: Community, now: datetime) -> datetime:
    """The time from which they may be told, in UTC: now within their hours, or else when these begin next."""
    here = now.astimezone(LONDON).date()
    days = (here + timedelta(days=offset) for offset in count(-1))
    hours = (_hours(one, day) for day in days if _is_theirs(one, community, day))
    # In the night in which summer time begins, hours may end before they begin.
    return next(max(begin, now) for begin, end in hours if max(begin, now) < end)


def is_theirs(one: PersonOnDuty, community: Community, now: datetime) -> bool:
    """Whether it is one of their hours."""
    return may_tell_from(one, community, now) == now


def _is_theirs(one: PersonOnDuty, community: Community, day: date) -> bool:
    name = "sun" if is_day_off(day, community) else DAYS[day.weekday()]
    return not one.days or name in one.days


def _hours(one: PersonOnDuty, day: date) -> tuple[datetime, datetime]:
    """Begin and end of the hours that begin on this day, in UTC."""
    begin, end = one.hours_from or time(), one.hours_until or time()
    last = day + timedelta(days=end <= begin)
    return _utc(day, begin), _utc(last, end)


def _utc(day: date, at: time) -> datetime:
    return datetime.combine(day, at, LONDON).astimezone(UTC)
