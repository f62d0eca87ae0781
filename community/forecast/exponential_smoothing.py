"""Exponential smoothing of a series of counts: a level that follows what comes, and an interval around it.

Weeks of help asked for have no trend worth trusting over so few of them, so there is a level and nothing else: the
simplest of the ETS models (Hyndman and others, "Forecasting with exponential smoothing", 2008, chapter 6). statsmodels
fits it; to walk along a series with what was fitted takes a line.
"""

import warnings
from dataclasses import dataclass
from statistics import NormalDist
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

Floats = npt.NDArray[np.float64]
SURE = 0.8
"""The share of weeks that an interval is meant to hold: four in five."""


@dataclass(frozen=True)
class Ahead:
    """What is expected of each week ahead, with the bounds of the interval; never below 0."""

    expected: Floats
    low: Floats
    high: Floats

    def after(self, weeks: int) -> "Ahead":
        """The same without the first weeks."""
        return Ahead(self.expected[weeks:], self.low[weeks:], self.high[weeks:])


class Smoothing:
    """The model fitted to one series; `ahead` can be asked after any later week without fitting anew."""

    def __init__(self, counts: Floats) -> None:
        """Fit to these counts, the oldest first."""
        # Loading it takes seconds, and most programs that import this room never look ahead. It has remarks shown
        # always as it loads; those on convergence are left out: a fit that is no good is found out by the judging.
        from statsmodels.tsa.exponential_smoothing.ets import ETSModel

        with warnings.catch_warnings(action="ignore"):
            fitted: Any = ETSModel(pd.Series(counts), error="add").fit(disp=False)
        self._follow, self._start = (float(each) for each in fitted.params)
        self._variance = float(fitted.scale)

    def ahead(self, counts: Floats, weeks: int) -> Ahead:
        """The weeks after these counts, which begin as those it was fitted to."""
        level = self._start
        for count in counts.tolist():
            level += self._follow * (count - level)
        spread = np.sqrt(self._variance * (1 + np.arange(weeks) * self._follow**2))
        reach = NormalDist().inv_cdf((1 + SURE) / 2) * spread
        # Needs are counted in whole numbers, so the interval reaches to the next ones.
        return Ahead(np.full(weeks, max(level, 0.0)), np.floor(np.maximum(level - reach, 0.0)), np.ceil(level + reach))
