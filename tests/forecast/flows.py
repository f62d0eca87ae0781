"""Weeks of help asked for as they may come, drawn anew for each seed."""

from collections.abc import Callable
from datetime import date

import numpy as np

from community.forecast import WeeklyCounts

MONDAY = date(2023, 1, 2)
Drawn = np.ndarray


def series(counts: Drawn) -> WeeklyCounts:
    return WeeklyCounts(MONDAY, counts.astype(float))


def steady(mean: float, weeks: int, seed: int = 1) -> Drawn:
    return np.random.default_rng(seed).poisson(mean, weeks)


def _seasonal(draw: np.random.Generator, weeks: int) -> Drawn:
    return draw.poisson(20 + 12 * np.sin(2 * np.pi * np.arange(weeks) / 52 + draw.uniform(0, 6)))


def _jump(draw: np.random.Generator, weeks: int) -> Drawn:
    at = draw.integers(weeks // 2, weeks - 10)
    return draw.poisson(np.where(np.arange(weeks) < at, 6, 18))


def _returning(draw: np.random.Generator, weeks: int) -> Drawn:
    """Each week keeps seven tenths of how far the last was from the mean: AR(1)."""
    off = np.zeros(weeks)
    for week in range(1, weeks):
        off[week] = 0.7 * off[week - 1] + draw.normal(0, 4)
    return np.maximum(20 + off, 0).round()


def _wandering(draw: np.random.Generator, weeks: int) -> Drawn:
    return np.maximum(60 + np.cumsum(draw.normal(0, 6, weeks)), 0).round()


FLOWS: dict[str, Callable[[np.random.Generator, int], Drawn]] = {
    "steady, 12 a week": lambda draw, weeks: draw.poisson(12, weeks),
    "a yearly rhythm, 8 to 32": _seasonal,
    "growing, 5 to 25 a week": lambda draw, weeks: draw.poisson(np.linspace(5, 25, weeks)),
    "swinging back to 20 (AR1)": _returning,
    "a jump from 6 to 18": _jump,
    "rare, 1.5 a week": lambda draw, weeks: draw.poisson(1.5, weeks),
    "wandering, from 60": _wandering,
}
