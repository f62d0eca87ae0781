"""How many needs came in each whole week, for each hub, each kind of help, both together, and in all."""

from collections.abc import Hashable
from datetime import date, timedelta

import pandas as pd

Series = tuple[str | None, str | None]
"""Area and task type; None for all of them together."""


def weekly(asked: pd.DataFrame, today: date) -> dict[Series, pd.Series]:
    """By area and task type (None: all), the counts of each whole week, the oldest first.

    `asked` has a row for each need: `day` (the date it was asked for), `area` and `task_type`. A series' index holds
    the Mondays. The week of `today` is left out, and the first one: it may have begun before we did.
    """
    if asked.empty:
        return {}
    monday = pd.Series([day - timedelta(days=day.weekday()) for day in asked["day"]], index=asked.index)
    first, last = min(monday) + timedelta(weeks=1), today - timedelta(days=today.weekday() + 7)
    weeks = [first + timedelta(weeks=n) for n in range((last - first).days // 7 + 1)]
    whole = asked.assign(week=monday)[monday.isin(weeks)]
    found: dict[Series, pd.Series] = {(None, None): _counts(whole, weeks)}
    for area, here in _groups(whole, "area"):
        found[area, None] = _counts(here, weeks)
        found |= {(area, task): _counts(both, weeks) for task, both in _groups(here, "task_type")}
    return found | {(None, task): _counts(kind, weeks) for task, kind in _groups(whole, "task_type")}


def _groups(rows: pd.DataFrame, column: str) -> list[tuple[str, pd.DataFrame]]:
    return [(str(name), group) for name, group in rows.groupby(column, sort=True)]


def _counts(rows: pd.DataFrame, weeks: list[date]) -> pd.Series:
    number: dict[Hashable, int] = rows["week"].value_counts().to_dict()
    return pd.Series([float(number.get(week, 0)) for week in weeks], index=pd.Index(weeks, dtype=object))
