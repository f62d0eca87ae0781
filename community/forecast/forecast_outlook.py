"""The outlook for each series, or why none is given."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

import pandas as pd

from community.forecast.back_test import UNDER_WAY, BackTest, judge
from community.forecast.exponential_smoothing import Smoothing
from community.forecast.weekly_counts import Series

WEEKS = 4
"""So many weeks are shown, from the next Monday on."""
SHORTEST = 15
"""Whole weeks of history without which nothing is said: eight to learn from, one that was under way at the first
forecast to be judged, and six to judge by."""
FEWEST = 1.0
"""Needs a week on average without which nothing is said: of rarer ones "none or one" is all that can be said."""

Verdict = Literal["shown", "short", "few", "no_better"]


@dataclass(frozen=True)
class Week:
    """One week ahead: its Monday, what is expected, and the interval that four weeks in five fall into."""

    monday: date
    expected: float
    low: int
    high: int


@dataclass(frozen=True)
class Outlook:
    """One series: its history, how forecasts of it have done, and the weeks ahead where they are worth showing.

    The weeks ahead begin with the Monday to come: what this week brings is seen already, in part. `verdict`: shown; or
    the history is short, the needs few, or the plain guess no worse.
    """

    area: str | None
    task_type: str | None
    history: tuple[tuple[date, int], ...]
    verdict: Verdict
    judged: BackTest | None = None
    ahead: tuple[Week, ...] = ()


def look_ahead(series: Mapping[Series, pd.Series], weeks: int = WEEKS) -> list[Outlook]:
    """An outlook for each series that `weekly` gives, in its order."""
    return [_outlook(area, task, counts, weeks) for (area, task), counts in series.items()]


def _outlook(area: str | None, task: str | None, counts: pd.Series, weeks: int) -> Outlook:
    mondays: list[date] = counts.index.to_list()
    told = area, task, tuple(zip(mondays, (int(count) for count in counts), strict=True))
    if len(counts) < SHORTEST:
        return Outlook(*told, "short")
    values = counts.to_numpy(dtype=float)
    if values.mean() < FEWEST:
        return Outlook(*told, "few")
    judged = judge(values, weeks)
    if not judged.beats:
        return Outlook(*told, "no_better", judged)
    found = Smoothing(values).ahead(values, UNDER_WAY + weeks).after(UNDER_WAY)
    first = mondays[-1] + timedelta(weeks=1 + UNDER_WAY)
    ahead = tuple(
        Week(first + timedelta(weeks=n), float(found.expected[n]), int(found.low[n]), int(found.high[n]))
        for n in range(weeks)
    )
    return Outlook(*told, "shown", judged, ahead)
