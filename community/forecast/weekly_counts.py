"""How many needs came in each whole week, by hub, by kind of help and in all, and ways to guess the weeks ahead.

The plain way is the mean of the last eight weeks. The others: a level that follows what comes, by some share of what it
missed (exponential smoothing: Hyndman and others, "Forecasting with exponential smoothing", 2008, chapter 6; by the
whole of it: "as last week"), and the same week a year ago.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import Literal

import numpy as np
import numpy.typing as npt
import pandas as pd

Floats = npt.NDArray[np.float64]
LONGEST = 156
"""Weeks that are looked back on, about three years: long enough for "as a year ago", and one date that was mistyped
does not make ten years of nothing."""
Series = tuple[str | None, str | None]
"""Area and task type; None for all of them together."""


@dataclass(frozen=True)
class WeeklyCounts:
    """One series: the needs of each whole week, the oldest first, and the Monday on which the first week begins."""

    first: date
    counts: Floats

    @property
    def mondays(self) -> list[date]:
        """The day on which each week begins."""
        return [self.first + timedelta(weeks=n) for n in range(len(self.counts))]


def weekly(asked: pd.DataFrame, today: date) -> dict[Series, WeeklyCounts]:
    """By area and task type (None: all), the counts of each whole week.

    `asked` has a row for each need: `day` (the date it was asked for), `area` and `task_type`. A series has at most
    `LONGEST` weeks. The week of `today` is left out, and the first one of each series: the hub may have begun within
    it. Before, there was no such hub or kind of help to ask for, and nothing is counted.
    """
    if asked.empty:
        return {}
    this = _week(today)
    week = np.array([_week(day) for day in asked["day"]], dtype=np.int64) - (this - LONGEST)
    recent = (week >= 0) & (week < LONGEST)
    areas, area_names = pd.factorize(asked["area"].astype(str), sort=True)
    tasks, task_names = pd.factorize(asked.task_type.astype(str), sort=True)
    each = np.zeros((len(area_names), len(task_names), LONGEST))
    np.add.at(each, (areas[recent], tasks[recent], week[recent]), 1.0)
    found: dict[Series, Floats] = {(None, None): each.sum(axis=(0, 1))}
    for area, here in zip(area_names, each, strict=True):
        found[str(area), None] = here.sum(axis=0)
        found |= {(str(area), str(task)): counts for task, counts in zip(task_names, here, strict=True)}
    found |= {(None, str(task)): counts for task, counts in zip(task_names, each.sum(axis=0), strict=True)}
    begins = today - timedelta(days=today.weekday(), weeks=LONGEST)
    return {one: _begun(counts, begins) for one, counts in found.items() if counts.any() or one == (None, None)}


def _week(day: date) -> int:
    return (day.toordinal() - 1) // 7  # the first day of the calendar was a Monday


def _begun(counts: Floats, begins: date) -> WeeklyCounts:
    """The series from the week after its first need."""
    first = int(np.argmax(counts > 0)) + 1 if counts.any() else len(counts)
    return WeeklyCounts(begins + timedelta(weeks=first), counts[first:])


Way = Literal["eight_weeks", "recent_weeks", "last_week", "last_year"]
EIGHT = 8
"""Weeks of which the plain guess is the mean, and without which nothing is guessed."""
YEAR = 52
UNDER_WAY = 1
"""The week under way is neither counted nor foretold: the weeks ahead begin so many later."""
WEEKS = 4
"""So many weeks are looked ahead, from the next Monday on."""
SHARES = (0.1, 0.2, 0.35, 0.5, 0.75)


@dataclass(frozen=True)
class Guess:
    """One way to guess. `of` takes counts (series x weeks) and gives series x (weeks + 1) x `WEEKS`.

    Entry t holds the guesses for the `WEEKS` weeks ahead by somebody who knows the first t weeks; NaN where the way
    can't say.
    """

    way: Way
    of: Callable[[Floats], Floats]


def _mean_of_eight(counts: Floats) -> Floats:
    told = np.cumsum(np.pad(counts, ((0, 0), (1, 0))), axis=1)
    mean = np.full(told.shape, np.nan)
    mean[:, EIGHT:] = (told[:, EIGHT:] - told[:, :-EIGHT]) / EIGHT
    return _flat(mean)


def _level(share: float, counts: Floats) -> Floats:
    """A level that begins with the mean of the first eight weeks."""
    level = np.full((len(counts), counts.shape[1] + 1), np.nan)
    level[:, EIGHT] = counts[:, :EIGHT].mean(axis=1)
    for week in range(EIGHT, counts.shape[1]):
        level[:, week + 1] = level[:, week] + share * (counts[:, week] - level[:, week])
    return _flat(level)


def _a_year_ago(counts: Floats) -> Floats:
    guess = np.full((len(counts), counts.shape[1] + 1, WEEKS), np.nan)
    for ahead in range(WEEKS):
        first = YEAR - UNDER_WAY - ahead
        guess[:, first:, ahead] = counts[:, : max(counts.shape[1] + 1 - first, 0)]
    return guess


def _flat(level: Floats) -> Floats:
    return np.repeat(level[:, :, None], WEEKS, axis=2)


GUESSES = (
    Guess("eight_weeks", _mean_of_eight),
    *(Guess("recent_weeks", partial(_level, share)) for share in SHARES),
    Guess("last_week", partial(_level, 1.0)),
    Guess("last_year", _a_year_ago),
)
"""The plain one first."""
