"""Dates and times of day as people say them, in London time."""

from datetime import date, datetime

from babel.dates import format_date, format_time

from community.tables.canonical import LONDON
from community.wording.catalogue import wording


def moment_words(at: datetime) -> str:
    """`Tuesday 24 November, 5 pm`."""
    there = at.astimezone(LONDON)
    return wording().phrase["day_clock"].format(day=_day("weekday", there), clock=clock_words(there))


def clock_words(at: datetime) -> str:
    """The time of day as people say it: `5 pm`, `9.30 am`, `12 noon`."""
    if (at.hour, at.minute) == (12, 0):
        return wording().phrase["noon"]
    pattern = wording().pattern["minute" if at.minute else "hour"]
    return format_time(at.time(), pattern, locale=wording().locale)


def when_words(at: datetime, now: datetime) -> str:
    """`today at 9.05 am`, `yesterday at 4 pm`, `Tue 17 Nov at 12 noon`, with the year where it is not this one."""
    there, here = at.astimezone(LONDON), now.astimezone(LONDON)
    near = {0: "today", 1: "yesterday", -1: "tomorrow"}.get((here.date() - there.date()).days)
    day = wording().phrase[near] if near else _with_year(_day("weekday_short", there), there, here)
    return wording().phrase["day_at"].format(day=day, clock=clock_words(there))


def day_words(day: date, now: date | None = None) -> str:
    """`24 November 2026`; without the year where it is that of `now`."""
    return _with_year(_day("day", day), day, now)


def weekday_words(day: date, *, short: bool = False) -> str:
    """`Tuesday 24 November`; short, `Tue 24 Nov`."""
    return _day("weekday_short" if short else "weekday", day)


def day_short(day: date) -> str:
    """`24 Nov`."""
    return _day("day_short", day)


def day_and_clock(at: datetime) -> str:
    """`24 November 2026, 5 pm`."""
    there = at.astimezone(LONDON)
    return wording().phrase["day_clock"].format(day=day_words(there), clock=clock_words(there))


def _with_year(words: str, day: date, now: date | None) -> str:
    same = now is not None and now.year == day.year
    return words if same else wording().phrase["day_year"].format(day=words, year=_day("year", day))


def _day(pattern: str, day: date) -> str:
    return format_date(day, wording().pattern[pattern], locale=wording().locale)
