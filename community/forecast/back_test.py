"""Would it have been right so far? Stand at each week in turn, look ahead, and compare with what came.

The weeks stood at are three stretches. The earliest choose the way to guess. The middle ones choose nothing, and only
how far off the guesses were there is ever told. The latest may only take away what was chosen, back to the plain mean.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from community.forecast.weekly_counts import EIGHT, GUESSES, UNDER_WAY, WEEKS, YEAR, Floats, Way

STANDS = 64
"""At most so many of the latest weeks are stood at: how it did three winters ago says little."""
STRETCH = 16
"""The middle and the latest stretch have at most so many weeks, and a quarter of all at most."""
CLEARLY = 0.95
"""A way is chosen only where it was off by less than this share of what the plain mean was off by."""
ENOUGH = 24
"""Guesses on the earliest stretch without which nothing is chosen."""
MANY = 3.0
"""Needs a week without which nothing is chosen: so few say nothing about ways."""
SURE = 0.8
"""The share of weeks that an interval is meant to hold: four in five."""
_A_YEAR_TOO = 20
"""Weeks to stand at without which a year ago is not looked at."""


@dataclass(frozen=True)
class Judged:
    """How the weeks ahead of one series are guessed, and how far off that was, in needs a week.

    `error` is the chosen way's and `plain` that of the mean of eight weeks, both on `made` weeks that chose nothing.
    `reach`: so far from the guess lie four weeks in five. `expected`: the weeks ahead.
    """

    way: Way
    made: int
    error: float
    plain: float
    reach: float
    expected: Floats


@dataclass(frozen=True)
class _Stretches:
    """Which guesses belong to which stretch: flags, weeks known x weeks ahead."""

    early: npt.NDArray[np.bool_]
    middle: npt.NDArray[np.bool_]
    latest: npt.NDArray[np.bool_]
    made: int


def judge(counts: Floats) -> list[Judged]:
    """How each of these series is guessed: rows, as many weeks each. Raises ValueError when there are too few weeks."""
    if counts.shape[1] < EIGHT + UNDER_WAY + 1:
        raise ValueError("too few weeks to judge by")
    guesses = np.stack([guess.of(counts) for guess in GUESSES])
    missed = np.abs(guesses - _came(counts))
    parts = _stretches(counts.shape[1])
    early, middle, latest = (_mean(missed, part) for part in (parts.early, parts.middle, parts.latest))
    chosen = early.argmin(axis=0)
    each = np.arange(len(counts))
    kept = (early[chosen, each] < CLEARLY * early[0]) & (latest[chosen, each] < latest[0])
    kept &= (counts.mean(axis=1) >= MANY) & (parts.early.sum() >= ENOUGH)
    chosen = np.where(kept, chosen, 0)
    unchosen = parts.middle | parts.latest
    return [
        Judged(
            GUESSES[way].way,
            parts.made,
            float(middle[way, one]),
            float(middle[0, one]),
            max(_reach(missed[way, one][unchosen]), 0 if way else _spread(counts[one, -EIGHT:])),
            guesses[way, one, -1],
        )
        for one, way in enumerate(chosen.tolist())
    ]


def _came(counts: Floats) -> Floats:
    """What came in the weeks ahead of each week that one may have stood at; NaN where it has not come yet."""
    weeks = counts.shape[1]
    came = np.full((len(counts), weeks + 1, WEEKS), np.nan)
    for ahead in range(WEEKS):
        skipped = UNDER_WAY + ahead
        came[:, : max(weeks - skipped, 0), ahead] = counts[:, skipped:]
    return came


def _stretches(weeks: int) -> _Stretches:
    end = weeks - UNDER_WAY
    first = max(EIGHT, end - STANDS)
    if end - (YEAR - UNDER_WAY) >= _A_YEAR_TOO:
        first = max(first, YEAR - UNDER_WAY)
    stretch = min(STRETCH, (end - first) // 4)
    latest = end - stretch
    middle = latest - stretch
    if stretch == 0 or _flags(weeks, first, middle, middle).sum() < ENOUGH:  # nothing is chosen, so all are told
        none = _flags(weeks, first, first, weeks)
        return _Stretches(none, _flags(weeks, first, end, weeks), none, end - first)
    return _Stretches(
        _flags(weeks, first, middle, middle),
        _flags(weeks, middle, latest, latest),
        _flags(weeks, latest, end, weeks),
        stretch,
    )


def _flags(weeks: int, first: int, last: int, before: int) -> npt.NDArray[np.bool_]:
    """Guesses made knowing `first` to below `last` weeks, about weeks before this one: no stretch sees another's."""
    known = np.arange(weeks + 1)[:, None]
    about = known + UNDER_WAY + np.arange(WEEKS)
    flags: npt.NDArray[np.bool_] = (known >= first) & (known < last) & (about < before)
    return flags


def _mean(missed: Floats, part: npt.NDArray[np.bool_]) -> Floats:
    """The mean of each way and series in this stretch; infinite where a way could not say, or nothing is in it."""
    if not part.any():
        return np.full(missed.shape[:2], np.inf)
    mean: Floats = missed[:, :, part].mean(axis=2)
    return np.where(np.isnan(mean), np.inf, mean)


def _spread(weeks: Floats) -> float:
    """How far from their mean most of these weeks lie: one like none before moves it, and no guess was off by that."""
    return float(np.quantile(np.abs(weeks - weeks.mean()), SURE, method="inverted_cdf"))


def _reach(missed: Floats) -> float:
    """The distance within which four of five weeks yet to come lie, if they are like these; at least one need."""
    place = min(int(np.ceil((len(missed) + 1) * SURE)), len(missed))
    return max(float(np.partition(missed, place - 1)[place - 1]), 1.0)
