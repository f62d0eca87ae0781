"""Plans who helps with each need, when, and what went wrong before. `demo_help` plays these plans."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Literal

from community.demo.demo_pool import Helper, Pool
from community.demo.demo_town import Town
from community.demo.demo_triage import Wanted
from community.tables.statuses import MatchStatus
from community.tables.vocabulary import Recurs

Setback = Literal[
    MatchStatus.DECLINED,
    "refused",
    MatchStatus.LAPSED,
    MatchStatus.STOOD_DOWN,
    MatchStatus.SUPERSEDED,
    MatchStatus.CANCELLED,
]
SETBACKS: dict[Setback, float] = {
    MatchStatus.DECLINED: 0.13,
    "refused": 0.02,
    MatchStatus.LAPSED: 0.04,
    MatchStatus.STOOD_DOWN: 0.02,
    MatchStatus.SUPERSEDED: 0.04,
    MatchStatus.CANCELLED: 0.02,
}
NEVER = datetime(9999, 12, 31, tzinfo=UTC)
"""The end of what goes on."""


@dataclass(eq=False)
class Help:
    """One volunteer for one need: when they are asked, the days they come, the day it ends (None: it goes on)."""

    wanted: Wanted
    helper: Helper
    asked_at: datetime
    days: list[date]
    end: date | None
    before: list[tuple[Setback, Helper]] = field(default_factory=list)


def plan(town: Town, pool: Pool, wanted: Sequence[Wanted]) -> tuple[list[Help], list[Wanted]]:
    """Help for every need of volunteers that somebody can give, and the needs that nobody could."""
    lots = town.lots("planning")
    helps: list[Help] = []
    unmet: list[Wanted] = []
    by_volunteers = [w for w in wanted if town.settings.task_types[w.need.now.task_type].by == "volunteer"]
    # What is given every week first: it makes the acquaintances that single tasks then rest on.
    by_volunteers = [w for w in by_volunteers if w.need.now.hold_until is None]
    for each in sorted(by_volunteers, key=lambda w: (w.need.now.recurs != Recurs.WEEKLY, w.known_at, w.need.id)):
        found = [h for _ in range(each.need.now.people or 1) if (h := _help(lots, town, pool, each)) is not None]
        helps += found
        if not found:
            unmet.append(each)
    return helps, unmet


def _help(lots: random.Random, town: Town, pool: Pool, wanted: Wanted) -> Help | None:
    """One volunteer for this need, with the days they come; None where nobody can."""
    asked_at = town.calendar.later(lots, wanted.known_at, timedelta(hours=1), timedelta(days=2.5))
    first = asked_at.date() + timedelta(days=lots.choice([2, 3, 3, 4, 6, 9]))
    weekly = wanted.need.now.recurs == Recurs.WEEKLY
    days, end = _weeks(lots, town, first) if weekly else ([first], first)
    until = NEVER if end is None else _night(end, asked_at)
    helper = pool.choose(lots, wanted.need, asked_at, until)
    if helper is None:
        return None
    helper.taken.append((asked_at, until))
    pool.note(helper, wanted.need, sum(day < town.calendar.today for day in days))
    others = [h for h in pool.eligible(wanted.need, asked_at, until) if h is not helper]
    before = [(kind, lots.choice(others[:20])) for kind, p in SETBACKS.items() if others and lots.random() < p]
    return Help(wanted, helper, asked_at, days, end, before)


def _weeks(lots: random.Random, town: Town, first: date) -> tuple[list[date], date | None]:
    """The days of weekly help: until today, or until it stops after some weeks; a week is missed now and then."""
    stops = lots.random() < 0.4
    weeks = lots.choices([2, 4, 6, 8, 12], [2, 3, 3, 2, 2])[0] if stops else 30
    days = [first + timedelta(weeks=n) for n in range(weeks) if n < 2 or lots.random() < 0.9]
    last = days[-1]
    return [d for d in days if d <= town.calendar.today] or days[
        :1
    ], last if stops and last < town.calendar.today else None


def _night(day: date, like: datetime) -> datetime:
    return datetime(day.year, day.month, day.day, 23, tzinfo=like.tzinfo) + timedelta(days=2)
