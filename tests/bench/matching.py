"""A whole town's board matched at once: seconds, and the certificate."""

import statistics
import time
from collections.abc import Iterator

import numpy as np
import pandas as pd

from community.matching import propose
from tests.bench.figure import Figure

VOLUNTEERS, NEEDS, ROUNDS = 2_500, 500, 5
TASKS = ("shopping", "phone_call", "prescription", "visit", "lift")
WANTED = (0.3, 0.3, 0.2, 0.12, 0.08)


def measure() -> Iterator[Figure]:
    """Yield the figures for invented towns of the first community's size, another for each round."""
    seconds, gaps, filled = [], [], []
    for seed in range(ROUNDS):
        volunteers, needs = _town(seed)
        began = time.perf_counter()
        found = propose(volunteers, needs)
        seconds.append(time.perf_counter() - began)
        gaps.append(found.total - found.bound)
        filled.append(len(found.matches))
    yield Figure(
        f"{VOLUNTEERS:,} volunteers, {NEEDS} needs, frames in, proposals out", statistics.median(seconds) * 1000, "ms"
    )
    yield Figure("needs with somebody", statistics.median(filled), f"of {NEEDS}")
    yield Figure("gap between the cost and what is proved least", max(gaps), "points", most=0)


def _town(seed: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    rng = np.random.default_rng(seed)
    middle = rng.uniform((355_000, 155_000), (380_000, 170_000), (8, 2))

    def homes(count: int) -> np.ndarray:
        return middle[rng.integers(0, 8, count)] + rng.normal(0, 1_200, (count, 2))

    def words(count: int, share: float) -> list[frozenset[str]]:
        chosen = rng.random((count, len(TASKS))) < np.array(WANTED) * share
        return [frozenset(t for t, one in zip(TASKS, row, strict=True) if one) for row in chosen]

    at, wanted = homes(VOLUNTEERS), homes(NEEDS)
    volunteers = pd.DataFrame(
        {
            "volunteer_id": [f"V-{n:05}" for n in range(VOLUNTEERS)],
            "tasks": words(VOLUNTEERS, 2.0),
            "easting": at[:, 0],
            "northing": at[:, 1],
            "max_distance_km": rng.choice([1.6, 5.0, 8.0, 16.0], VOLUNTEERS),
            "in_person": rng.random(VOLUNTEERS) < 0.8,
            "slots": rng.integers(1, 2**21, VOLUNTEERS) & rng.integers(1, 2**21, VOLUNTEERS),
            "has_car": rng.random(VOLUNTEERS) < 0.6,
            "capacity": rng.integers(0, 4, VOLUNTEERS),
            "dbs_level": rng.choice([0, 1, 3, 4], VOLUNTEERS),
            "training": [frozenset()] * VOLUNTEERS,
            "languages": [frozenset({"english"})] * VOLUNTEERS,
            "last_asked_days": rng.uniform(0, 90, VOLUNTEERS),
            "done_count": rng.integers(0, 20, VOLUNTEERS).astype(float),
            "avoids": [frozenset()] * VOLUNTEERS,
        }
    )
    kind = rng.choice(len(TASKS), NEEDS, p=WANTED)
    needs = pd.DataFrame(
        {
            "need_id": [f"N-{n:05}" for n in range(NEEDS)],
            "resident_id": [f"P-{n:05}" for n in range(NEEDS)],
            "task_type": [TASKS[k] for k in kind],
            "easting": wanted[:, 0],
            "northing": wanted[:, 1],
            "in_person": kind != 1,
            "slots": np.where(rng.random(NEEDS) < 0.3, 0, 1 << rng.integers(0, 21, NEEDS)),
            "urgency": rng.integers(0, 4, NEEDS),
            "needs_car": kind == 4,
            "people": np.ones(NEEDS, dtype=int),
            "min_dbs": np.array([4, 1, 1, 3, 4])[kind],
            "training": [frozenset()] * NEEDS,
            "languages": [frozenset()] * NEEDS,
            "prefers": [frozenset()] * NEEDS,
            "avoids": [frozenset()] * NEEDS,
            "waiting_days": rng.uniform(0, 20, NEEDS),
        }
    )
    return volunteers, needs
