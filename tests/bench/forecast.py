"""Looking ahead, judged by what came: how far off, beside "as last week" and "as a year ago"."""

import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pandas as pd

from community.book import Book
from community.casework import User, WorkContext, ahead
from community.demo import make_town
from community.forecast import Outlook, look_ahead
from community.places import Places
from community.settings import load
from tests.bench.figure import Figure

WEEKS, ROUNDS = 80, 4
TODAY = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)


def measure() -> Iterator[Figure]:
    """Print the table, and yield for each flow how far off the forecasts are, in shares of the better plain guess."""
    print(f"    {'flow':<44}{'weeks':>6}{'off by':>9}{'last week':>11}{'last year':>11}{'inside':>8}  verdict")
    for name, rounds in _flows().items():
        found = [look_ahead({(None, None): _series(counts)})[0] for counts in rounds]
        for each in found[:1]:
            _line(name, each)
        told = [each.judged for each in found if each.judged]
        yield Figure(f"{name}: off by, beside the better plain guess", _share([j.error / j.naive for j in told]), "x")
        yield Figure(f"{name}: weeks inside the interval", 100 * _share([j.within for j in told]), "%")
    yield from _town()


def _town() -> Iterator[Figure]:
    """The invented town, hub by hub and kind by kind, as its director sees it."""
    with tempfile.TemporaryDirectory() as folder:
        settings = load({"COMMUNITY_HOME": folder})
        places = Places.open(settings.home, settings.hubs)
        book = Book.open(str(Path(folder) / "book.db"))
        try:
            make_town(book, settings, places, seed=1, today=TODAY.date(), volunteers=600, requests=900)
            found = ahead(WorkContext(book, settings, User("bench", "director"), places, lambda: TODAY))
        finally:
            book.close()
    for each in found:
        if each.judged:
            _line(f"town, {each.area or 'all hubs'}, {each.task_type or 'all kinds'}", each)
    shown = [each.judged for each in found if each.verdict == "shown" and each.judged]
    yield Figure("town: lines worth showing", len(shown), f"of {sum(each.judged is not None for each in found)} judged")
    worst = max((j.error / j.naive for j in shown), default=0.0)
    yield Figure("town: the worst line shown, beside the better plain guess", worst, "x", most=1.0)
    if shown:
        yield Figure("town: weeks inside the interval, of lines shown", 100 * _share([j.within for j in shown]), "%")


def _line(name: str, each: Outlook) -> None:
    judged = each.judged
    if judged is None:
        print(f"    {name:<44}{len(each.history):>6}{'':>39}  {each.verdict}")
        return
    year = f"{judged.last_year:>11.2f}" if judged.last_year is not None else f"{'–':>11}"
    print(
        f"    {name:<44}{len(each.history):>6}{judged.error:>9.2f}{judged.last_week:>11.2f}{year}"
        f"{judged.within:>8.0%}  {each.verdict}"
    )


def _flows() -> dict[str, list[np.ndarray]]:
    """Weeks of help asked for, as they may come: another draw for each round."""
    weeks = np.arange(WEEKS)
    means = {
        "steady, 12 a week": np.full(WEEKS, 12.0),
        "growing, 5 to 25 a week": np.linspace(5, 25, WEEKS),
        "a jump from 6 to 18": np.where(weeks < WEEKS - 10, 6.0, 18.0),
        "a yearly rhythm, 5 to 35": 20 + 15 * np.sin(weeks * 2 * np.pi / 52),
        "rare, 2 a week": np.full(WEEKS, 2.0),
    }
    draws = [np.random.default_rng(seed) for seed in range(ROUNDS)]
    flows = {name: [draw.poisson(mean) for draw in draws] for name, mean in means.items()}
    wander = [np.maximum(60 + np.cumsum(draw.normal(0, 6, WEEKS)), 0).round() for draw in draws]
    return flows | {"wandering, around 60 a week": wander}


def _series(counts: np.ndarray) -> pd.Series:
    return pd.Series(counts.astype(float), index=pd.date_range("2025-01-06", periods=len(counts), freq="W-MON").date)


def _share(values: list[float]) -> float:
    return float(np.mean(values)) if values else 0.0
