"""How many needs came in each whole week, for each hub, each kind of help, both together, and in all."""

from dataclasses import dataclass
from datetime import date, timedelta

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
