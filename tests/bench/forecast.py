"""Looking ahead, judged by weeks that came later: how far off, beside the mean of the last eight weeks."""

import time
from collections.abc import Iterator

import numpy as np

from community.forecast import Outlook, WeeklyCounts, look_ahead
from tests.bench.figure import Figure
from tests.forecast.flows import FLOWS, series

WEEKS, KNOWN, DRAWS = 160, (30, 50, 78, 100, 125, 150), 150
HUBS, TASKS = 12, 24
"""A county's: each pair is a series, and so are each hub, each kind of help, and all."""


def measure() -> Iterator[Figure]:
    """Print the table; yield for each flow how far off the lines are, in shares of the mean's, then the time taken."""
    print(f"    {'flow':<30}{'beside mean':>12}{'other way':>11}{'beside':>8}{'told':>8}{'inside':>8}")
    for name, draw in FLOWS.items():
        drawn = [draw(np.random.default_rng(seed), WEEKS).astype(float) for seed in range(DRAWS)]
        stood = [(counts, known) for counts in drawn for known in KNOWN]
        found = look_ahead({(None, f"{n}"): series(counts[:known]) for n, (counts, known) in enumerate(stood)})
        missed = [_missed(*each) for each in zip(found, stood, strict=True) if each[0].ahead]
        ours, plain, inside = np.array([each[1:] for each in missed]).T
        other = [(j, one[1], one[2]) for one in missed if (j := one[0].judged) and j.way != "eight_weeks"]
        beside = sum(each[1] for each in other) / sum(each[2] for each in other) if other else float("nan")
        told = sum(j.error for j, *_ in other) / sum(j.plain for j, *_ in other) if other else float("nan")
        print(
            f"    {name:<30}{ours.sum() / plain.sum():>12.3f}{len(other) / len(missed):>11.0%}"
            f"{beside:>8.2f}{told:>8.2f}{inside.mean():>8.0%}"
        )
        yield Figure(f"{name}: off by, beside the mean of eight weeks", float(ours.sum() / plain.sum()), "x", most=1.01)
        yield Figure(f"{name}: weeks inside the interval", 100 * float(inside.mean()), "%")
    yield _county()


def _missed(each: Outlook, stood: tuple[np.ndarray, int]) -> tuple[Outlook, float, float, float]:
    """How far off the line was in the weeks that came, how far the mean, and the share of weeks inside."""
    counts, known = stood
    came = counts[known + 1 : known + 5]
    ours = np.abs(came - [week.expected for week in each.ahead]).sum()
    inside = np.mean([week.low <= n <= week.high for week, n in zip(each.ahead, came, strict=True)])
    return each, float(ours), float(np.abs(came - counts[known - 8 : known].mean()).sum()), float(inside)


def _county() -> Figure:
    number = (HUBS + 1) * (TASKS + 1)
    draw = np.random.default_rng(1)
    several: dict[tuple[str | None, str | None], WeeklyCounts]
    several = {(None, f"{n}"): series(draw.poisson(3, 150 - n % 90)) for n in range(number)}
    began = time.process_time()
    look_ahead(several)
    return Figure(f"{number} series of a county", 1000 * (time.process_time() - began), "ms")
