"""The town's calendar: five months that end on the morning of `today`, in London time."""

import random
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from community.settings import Community
from community.tables.canonical import LONDON
from community.tables.vocabulary import DAYS as WEEKDAYS

DAYS = 152
LATEST = time(8, 45)
"""Nothing in the town is later than this on `today`, so that a visitor in the forenoon finds nothing yet to come."""


def default_today(now: datetime) -> date:
    """The day on which the town ends when nobody says: today, or before nine in the morning yesterday."""
    here = now.astimezone(LONDON)
    return here.date() if here.hour >= LATEST.hour + 1 else here.date() - timedelta(days=1)


@dataclass(frozen=True)
class Calendar:
    """The days of the town, and the hours at which its hubs are open."""

    today: date
    community: Community

    @property
    def first(self) -> date:
        """The day it began."""
        return self.today - timedelta(days=DAYS)

    @property
    def now(self) -> datetime:
        """The town's latest moment, UTC."""
        return self.at(self.today, LATEST)

    def at(self, day: date, when: time) -> datetime:
        """This London time as UTC."""
        return datetime.combine(day, when, LONDON).astimezone(UTC)

    def moment(self, lots: random.Random, day: date, first_hour: float, last_hour: float) -> datetime:
        """Some time on this day between two London hours, never after `now`."""
        last = LATEST.hour + LATEST.minute / 60
        if day == self.today and last_hour > last:
            first_hour, last_hour = min(first_hour, 6.0), last
        seconds = lots.uniform(first_hour * 3600, last_hour * 3600)
        here = datetime.combine(day, time(), LONDON) + timedelta(seconds=seconds)
        return min(here.astimezone(UTC), self.now)

    def next_morning(self, after: datetime) -> datetime:
        """When the hub opens on the next of its days."""
        day = after.astimezone(LONDON).date() + timedelta(days=1)
        while self._is_shut(day):
            day += timedelta(days=1)
        return self.at(day, self.community.day_starts)

    def later(self, lots: random.Random, after: datetime, least: timedelta, most: timedelta) -> datetime:
        """Some time so long after, in the hub's hours: in the evening or at a weekend it waits for the next morning."""
        opens, ends = self.community.day_starts, self.community.day_ends
        at = (after + timedelta(seconds=lots.uniform(least.total_seconds(), most.total_seconds()))).astimezone(LONDON)
        if at.time() >= ends or self._is_shut(at.date()):
            at = datetime.combine(at.date() + timedelta(days=1), opens, LONDON)
            at += timedelta(seconds=lots.uniform(0, 3 * 3600))
        elif at.time() < opens:
            at = datetime.combine(at.date(), opens, LONDON) + timedelta(seconds=lots.uniform(0, 3 * 3600))
        while self._is_shut(at.date()):
            at += timedelta(days=1)
        return at.astimezone(UTC)

    def _is_shut(self, day: date) -> bool:
        return WEEKDAYS[day.weekday()] not in self.community.open_days
