"""Exponential smoothing of a series of counts: a level that follows what comes, and an interval around it.

Weeks of help asked for have no trend worth trusting over so few of them, so there is a level and nothing else: the
simplest of the ETS models (Hyndman and others, "Forecasting with exponential smoothing", 2008, chapter 6).
"""

from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
SURE = 0.8
"""The share of weeks that an interval is meant to hold: four in five."""
SHARES = np.linspace(0, 1, 101)
"""By how much of what it missed a level may follow: every hundredth is tried."""


@dataclass(frozen=True)
class Ahead:
    """What is expected of each week ahead, with the bounds of the interval; never below 0."""

    expected: Floats
    low: Floats
    high: Floats

    def after(self, weeks: int) -> "Ahead":
        """The expectation without the first weeks."""
        return Ahead(self.expected[weeks:], self.low[weeks:], self.high[weeks:])


class Smoothing:
    """The model fitted to one series; `ahead` can be asked after any later week without fitting anew."""

    def __init__(self, counts: Floats) -> None:
        """Fit the share and the first level with the least squared error to these counts, the oldest first."""
        level, missed = np.zeros_like(SHARES), np.empty((len(counts), len(SHARES)))
        for week, count in enumerate(counts.tolist()):
            missed[week] = count - level
            level += SHARES * missed[week]
        # So much of the first level is left in each week. It is therefore the slope of a line through what was missed.
        left = (1 - SHARES) ** np.arange(len(counts))[:, None]
        start = (missed * left).sum(axis=0) / (left**2).sum(axis=0)
        squared = ((missed - start * left) ** 2).mean(axis=0)
        best = int(squared.argmin())
        self._follow, self._start, self._variance = (float(each[best]) for each in (SHARES, start, squared))

    def ahead(self, counts: Floats, weeks: int) -> Ahead:
        """The weeks after these counts, which begin as those it was fitted to."""
        level = self._start
        for count in counts.tolist():
            level += self._follow * (count - level)
        spread = np.sqrt(self._variance * (1 + np.arange(weeks) * self._follow**2))
        reach = NormalDist().inv_cdf((1 + SURE) / 2) * spread
        # Needs are counted in whole numbers, so the interval reaches to the next ones.
        return Ahead(np.full(weeks, max(level, 0.0)), np.floor(np.maximum(level - reach, 0.0)), np.ceil(level + reach))
