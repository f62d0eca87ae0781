"""When the community is open and until when it has promised to answer: by its days and hours, in London time."""

from collections.abc import Container
from datetime import UTC, date, datetime, timedelta
from functools import cache

import holidays

from community.settings.settings_model import Community
from community.tables.canonical import LONDON
from community.tables.vocabulary import DAYS

URGENT = "today"
"""The urgency that is answered on the same day: what somebody says who can't wait."""
_QUARTER, _YEAR = timedelta(minutes=15), 366


def answer_by(community: Community, asked: datetime, urgency: str | None = None) -> datetime:
    """The London time by which a person answers somebody who asked at that time.

    It is the end of a working day; the day of asking does not count, nor do bank holidays and days when we are shut.
    A person who needs help today is answered within some hours of opening, on the day of asking if we are open then.
    Raises ValueError for a time without a zone.
    """
    here = _london(asked)
    if urgency == URGENT:
        return _soon(community, here)
    return after_working_days(community, here, community.promise_working_days)


def after_working_days(community: Community, since: datetime, days: int) -> datetime:
    """The end of the last of so many working days, London time. The day itself does not count."""
    day = _london(since).date()
    while days:
        day += timedelta(days=1)
        days -= is_working_day(day, community)
    return end_of(community, day)


def _soon(community: Community, here: datetime) -> datetime:
    """The time so many hours after now or the next opening, to the quarter of an hour, but not past that day's end."""
    begin = here if is_open(community, here) else opens(community, here)
    # The clock is counted in UTC: on the two days a year when it is moved, an hour is still an hour.
    by = begin.astimezone(UTC) + timedelta(hours=community.urgent_hours)
    by = by.replace(second=0, microsecond=0)
    past = timedelta(minutes=by.minute % 15)
    rounded = by - past + _QUARTER if past else by
    return min(rounded.astimezone(LONDON), end_of(community, begin.date()))


def is_open(community: Community, now: datetime) -> bool:
    """Whether somebody is there to answer the telephone now."""
    here = _london(now)
    return is_working_day(here.date(), community) and community.day_starts <= here.time() < community.day_ends


def opens(community: Community, now: datetime) -> datetime:
    """The next opening time: today if we have not opened yet, else on another day."""
    here = _london(now)
    day = here.date()
    if here.time() >= community.day_starts:
        day += timedelta(days=1)
    while not is_working_day(day, community):
        day += timedelta(days=1)
    return start_of(community, day)


def closes(community: Community, now: datetime) -> datetime:
    """The end of that day's hours."""
    return end_of(community, _london(now).date())


def start_of(community: Community, day: date) -> datetime:
    """The start of that day's hours, London time, if it is a working day. What waits for the day comes back then."""
    return datetime.combine(day, community.day_starts, LONDON)


def end_of(community: Community, day: date) -> datetime:
    """The end of that day's hours, London time: what is due on the day is due by then."""
    return datetime.combine(day, community.day_ends, LONDON)


def is_working_day(day: date, community: Community) -> bool:
    """Whether we are there on that day: one of our days, no bank holiday, and none of those on which we are closed."""
    return DAYS[day.weekday()] in community.open_days and not is_day_off(day, community)


def closed_spells(community: Community, since: date, days: int) -> list[tuple[date, date]]:
    """The first and the last day of each time in which we are closed on days of ours, if it begins within so many days.

    What began earlier begins with `since`. The last day is that of the whole time, however far off, within a year.
    """
    spells: list[tuple[date, date]] = []
    goes_on = False
    for number in range(_YEAR):
        day = since + timedelta(days=number)
        if is_working_day(day, community):
            goes_on = False
        elif DAYS[day.weekday()] in community.open_days and (goes_on or number < days):
            spells[-1:] = [(spells[-1][0], day)] if goes_on else [*spells[-1:], (day, day)]
            goes_on = True
        if number >= days and not goes_on:
            break
    return spells


def is_day_off(day: date, community: Community) -> bool:
    """Whether nobody is there who would be on another such day: a bank holiday, or a day on which we are closed."""
    return day in community.closed_on or is_bank_holiday(day, community)


def is_bank_holiday(day: date, community: Community) -> bool:
    """Whether that day is a bank holiday in the community's part of the kingdom."""
    return day in _bank_holidays(community.bank_holidays)


def _london(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError("a time needs its zone")
    return moment.astimezone(LONDON)


@cache
def _bank_holidays(part: str) -> Container[date]:
    found: Container[date] = holidays.country_holidays("GB", subdiv=part)
    return found
