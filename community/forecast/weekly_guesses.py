"""Ways to guess the weeks ahead of a series of counts, for every week from which one may have looked ahead.

The plain way is the mean of the last eight weeks. The others: a level that follows what comes, by some share of what it
missed (exponential smoothing: Hyndman and others, "Forecasting with exponential smoothing", 2008, chapter 6; by the
whole of it: "as last week"), and the same week a year ago.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Literal

import numpy as np

from community.forecast.weekly_counts import Floats

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
