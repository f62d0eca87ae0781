"""How many needs came in each whole week, for each hub, each kind of help, both together, and in all."""

from collections.abc import Hashable
from datetime import date, timedelta

import pandas as pd

LONGEST = 156
"""Weeks that are looked back on, about three years: long enough for "as a year ago", and one date that was mistyped
does not make ten years of nothing."""
Series = tuple[str | None, str | None]
"""Area and task type; None for all of them together."""


def weekly(asked: pd.DataFrame, today: date) -> dict[Series, pd.Series]:
    """By area and task type (None: all), the counts of each whole week, the oldest first.

    `asked` has a row for each need: `day` (the date it was asked for), `area` and `task_type`. A series' index holds
    the Mondays, at most `LONGEST`. The week of `today` is left out, and the first one of each series: the hub may have
    begun within it. Before, there was no such hub or kind of help to ask for, and nothing is counted.
    """
    if asked.empty:
        return {}
    last = today - timedelta(days=today.weekday() + 7)
    monday = pd.Series([day - timedelta(days=day.weekday()) for day in asked["day"]], index=asked.index)
    begins = last - timedelta(weeks=LONGEST - 1)
    recent = asked.assign(week=monday)[[begins <= each <= last for each in monday]]
    found: dict[Series, pd.Series] = {(None, None): _counts(recent, last)}
    for area, here in _groups(recent, "area"):
        found[area, None] = _counts(here, last)
        found |= {(area, task): _counts(both, last) for task, both in _groups(here, "task_type")}
    return found | {(None, task): _counts(kind, last) for task, kind in _groups(recent, "task_type")}


def _groups(rows: pd.DataFrame, column: str) -> list[tuple[str, pd.DataFrame]]:
    return [(str(name), group) for name, group in rows.groupby(column, sort=True)]


def _counts(rows: pd.DataFrame, last: date) -> pd.Series:
    first = min(rows["week"], default=last) + timedelta(weeks=1)
    weeks = [first + timedelta(weeks=n) for n in range((last - first).days // 7 + 1)]
    number: dict[Hashable, int] = rows["week"].value_counts().to_dict()
    return pd.Series([float(number.get(week, 0)) for week in weeks], index=pd.Index(weeks, dtype=object))
