"""Would it have been right so far? Back-testing: stand at each week in turn, look ahead, and compare with what came."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from community.forecast.exponential_smoothing import Floats, Smoothing

LEARN = 8
"""Weeks that are looked at before the first forecast is judged."""
STANDS = 16
"""At most so many of the latest weeks are stood at: how it did two winters ago says little."""
ANEW = 4
"""After so many weeks the model is fitted anew, to all that had come by then."""
YEAR = 52
UNDER_WAY = 1
"""The week under way is neither counted nor foretold: the weeks ahead begin so many later."""


@dataclass(frozen=True)
class BackTest:
    """How far off the forecasts of a series were on average, in needs a week, and from how many weeks they were made.

    `last_week`: how far off it is to say "as last week"; `last_year`: "as this week a year ago", None where the history
    is too short. `within`: the share of weeks that fell inside the interval.
    """

    made: int
    error: float
    last_week: float
    last_year: float | None
    within: float

    @property
    def guess(self) -> Literal["last_week", "last_year"]:
        """Which of the two plain guesses was the better one."""
        return "last_week" if self.last_year is None or self.last_week <= self.last_year else "last_year"

    @property
    def naive(self) -> float:
        """How far off the better of the two plain guesses was."""
        return self.last_week if self.last_year is None else min(self.last_week, self.last_year)

    @property
    def beats(self) -> bool:
        """Whether it was nearer to what came than the better of the plain guesses."""
        return self.error < self.naive


def judge(counts: Floats, weeks: int) -> BackTest:
    """The back-test of forecasts from the next Monday on, made in each of the latest weeks from the ninth on.

    In each week the model knows only what had come in the weeks before it. Raises ValueError when there are too few
    weeks.
    """
    if len(counts) < LEARN + UNDER_WAY + 1:
        raise ValueError("too few weeks to judge by")
    errors, last_week, last_year, within = [], [], [], []
    stands = range(max(LEARN, len(counts) - UNDER_WAY - STANDS), len(counts) - UNDER_WAY)
    for now in stands:
        if (now - stands[0]) % ANEW == 0:
            model = Smoothing(counts[:now])
        first = now + UNDER_WAY
        came = counts[first : first + weeks]
        found = model.ahead(counts[:now], UNDER_WAY + len(came)).after(UNDER_WAY)
        errors.append(np.abs(came - found.expected))
        within.append((came >= found.low) & (came <= found.high))
        last_week.append(np.abs(came - counts[now - 1]))
        if first >= YEAR:
            last_year.append(np.abs(came - counts[first - YEAR : first - YEAR + len(came)]))
    whole_history = bool(last_year) and len(last_year) == len(stands)
    return BackTest(
        made=len(stands),
        error=_mean(errors),
        last_week=_mean(last_week),
        last_year=_mean(last_year) if whole_history else None,
        within=_mean(within),
    )


def _mean(each: Sequence[npt.NDArray[np.float64] | npt.NDArray[np.bool_]]) -> float:
    return float(np.concatenate(each).mean())
