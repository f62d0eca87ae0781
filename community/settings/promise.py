"""When the community has promised to answer: counted in working days, shown in London time."""

from collections.abc import Container
from datetime import date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import holidays

from community.settings.model import Community

LONDON = ZoneInfo("Europe/London")
_FRIDAY = 4


def answer_by(community: Community, asked: datetime) -> datetime:
    """The London time until which a person answers whoever asked then: the end of a working day.

    The day of asking does not count, nor do Saturdays, Sundays and bank holidays.
    Raises ValueError for a time without a zone.
    """
    if asked.tzinfo is None:
        raise ValueError("a time needs its zone")
    day, left = asked.astimezone(LONDON).date(), community.promise_working_days
    closed = _bank_holidays(community.bank_holidays)
    while left:
        day += timedelta(days=1)
        left -= is_working_day(day, closed)
    return datetime.combine(day, community.day_ends, LONDON)


def is_working_day(day: date, closed: Container[date]) -> bool:
    """Whether the day is neither at a weekend nor among the closed days."""
    return day.weekday() <= _FRIDAY and day not in closed


def in_words(moment: datetime) -> str:
    """The moment as people say it, in London time: `Tuesday 24 November, 5 pm`."""
    here = moment.astimezone(LONDON)
    return f"{here:%A} {here.day} {here:%B}, {clock_in_words(here)}"


def clock_in_words(moment: datetime) -> str:
    """The time of day as people say it: `5 pm`, `9.30 am`, `12 noon`."""
    if (moment.hour, moment.minute) == (12, 0):
        return "12 noon"
    minutes = f".{moment.minute:02}" if moment.minute else ""
    return f"{moment.hour % 12 or 12}{minutes} {'am' if moment.hour < 12 else 'pm'}"


@cache
def _bank_holidays(part: str) -> holidays.HolidayBase:
    return holidays.country_holidays("GB", subdiv=part)
