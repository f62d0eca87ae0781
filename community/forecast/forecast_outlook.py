"""The outlook for each series, or why none is given."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil, floor
from typing import Literal

import numpy as np

from community.forecast.back_test import Judged, judge
from community.forecast.weekly_counts import UNDER_WAY, Series, WeeklyCounts

SHORTEST = 15
"""Whole weeks of history without which nothing is said: eight to take the mean of, one that was under way at the first
guess to be judged, and six to judge by."""
FEWEST = 1.0
"""Needs a week on average without which nothing is said: of rarer ones "none or one" is all that can be said."""

Verdict = Literal["shown", "short", "few"]


@dataclass(frozen=True)
class Week:
    """One week ahead: its Monday, what is expected, and the interval that four weeks in five fall into."""

    monday: date
    expected: float
    low: int
    high: int


@dataclass(frozen=True)
class Outlook:
    """One series: its history, how it is guessed and how far off that was, and the weeks ahead.

    The weeks ahead begin with the Monday to come: what this week brings is seen already, in part. `verdict`: shown; or
    the history is short, or the needs few.
    """

    area: str | None
    task_type: str | None
    history: tuple[tuple[date, int], ...]
    verdict: Verdict
    judged: Judged | None = None
    ahead: tuple[Week, ...] = ()


def look_ahead(series: Mapping[Series, WeeklyCounts]) -> list[Outlook]:
    """An outlook for each series that `weekly` gives, in its order."""
    alike: dict[int, list[Series]] = defaultdict(list)
    for one, weeks in series.items():
        if _verdict(weeks) == "shown":
            alike[len(weeks.counts)].append(one)
    judged: dict[Series, Judged] = {}
    for ones in alike.values():
        judged |= zip(ones, judge(np.stack([series[one].counts for one in ones])), strict=True)
    return [_outlook(one, weeks, judged.get(one)) for one, weeks in series.items()]


def _verdict(weeks: WeeklyCounts) -> Verdict:
    if len(weeks.counts) < SHORTEST:
        return "short"
    return "few" if weeks.counts.mean() < FEWEST else "shown"


def _outlook(one: Series, weeks: WeeklyCounts, judged: Judged | None) -> Outlook:
    mondays = weeks.mondays
    history = tuple(zip(mondays, map(int, weeks.counts.tolist()), strict=True))
    if judged is None:
        return Outlook(*one, history, _verdict(weeks))
    first = mondays[-1] + timedelta(weeks=1 + UNDER_WAY)
    ahead = tuple(
        # Needs are counted in whole numbers, so the interval reaches to the next ones.
        Week(first + timedelta(weeks=n), each, floor(max(each - judged.reach, 0.0)), ceil(each + judged.reach))
        for n, each in enumerate(judged.expected.tolist())
    )
    return Outlook(*one, history, "shown", judged, ahead)
