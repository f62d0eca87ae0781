"""Invented towns, counties and nations for the bench: clustered homes, a few popular tasks, weekly times."""

import numpy as np
import pandas as pd

SIZES = {"town": (2_500, 500), "county": (7_000, 5_000), "nation": (750_000, 50_000)}
"""Volunteers and needs."""

TASKS = ("shopping", "prescription", "phone_call", "visit", "lift", "dog_walk", "garden", "form_filling")
ASKED = (0.24, 0.18, 0.18, 0.15, 0.10, 0.06, 0.05, 0.04)
"""How often each is asked for, by telephone `phone_call` alone."""
OFFERED = (0.55, 0.45, 0.40, 0.25, 0.15, 0.20, 0.12, 0.08)
NEEDS_DBS = (1, 1, 1, 4, 3, 0, 0, 1)
LANGUAGES = ("english", "polish", "bengali", "bsl")
SPOKEN = (0.98, 0.04, 0.02, 0.01)
TRAINING = ("befriending", "first_aid")

_TOWN = 2_500
_MIDDLES = 8
"""Neighbourhoods of a town; homes lie about a kilometre from the middle of one."""


def frames(volunteers: int, needs: int, seed: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Volunteers and needs, as `encode` wants them; sets are whole numbers, their codes in `attrs`."""
    rng = np.random.default_rng(seed)
    towns = max(1, volunteers // _TOWN)
    side = 20_000.0 * np.sqrt(towns) if towns > 1 else 1.0
    town = rng.uniform(0, 1, (towns, 2)) * (side, 1.4 * side) + (150_000.0, 50_000.0)
    middles = (town[:, None, :] + rng.uniform((0, 0), (20_000, 12_000), (towns, _MIDDLES, 2))).reshape(-1, 2)
    # Some towns are many times as large as others.
    share = rng.pareto(2.0, len(middles)) + 0.3
    share /= share.sum()
    return _volunteers(rng, volunteers, middles, share), _needs(rng, needs, middles, share)


def _homes(rng: np.random.Generator, count: int, middles: np.ndarray, share: np.ndarray) -> np.ndarray:
    return middles[rng.choice(len(middles), count, p=share)] + rng.normal(0, 1_000, (count, 2))


def _bits(rng: np.random.Generator, count: int, shares: tuple[float, ...]) -> np.ndarray:
    drawn = rng.random((count, len(shares))) < np.array(shares)
    bits: np.ndarray = (drawn << np.arange(len(shares))).sum(axis=1)
    return bits


def _times(rng: np.random.Generator, count: int, most: int) -> np.ndarray:
    """Some parts of the week, weekday mornings and afternoons more often than the rest."""
    weight = np.array([3.0, 3.0, 1.0] * 5 + [1.0, 1.0, 0.7] * 2)
    drawn = rng.random((count, 21)) ** (1 / weight)
    rank = np.argsort(np.argsort(-drawn, axis=1), axis=1)
    times: np.ndarray = ((rank < rng.integers(1, most + 1, count)[:, None]) << np.arange(21)).sum(axis=1)
    return times


def _volunteers(rng: np.random.Generator, count: int, middles: np.ndarray, share: np.ndarray) -> pd.DataFrame:
    home = _homes(rng, count, middles, share)
    home[rng.random(count) < 0.01] = np.nan
    tasks = _bits(rng, count, OFFERED)
    asked = np.where(rng.random(count) < 0.5, np.nan, rng.uniform(0, 90, count))
    frame = pd.DataFrame(
        {
            "volunteer_id": [f"V-{n:07}" for n in range(count)],
            "tasks": np.where(tasks == 0, 1, tasks),
            "easting": home[:, 0],
            "northing": home[:, 1],
            "max_distance_km": rng.choice([1.6, 3.0, 5.0, 8.0, 16.0], count, p=[0.2, 0.3, 0.3, 0.15, 0.05]),
            "in_person": rng.random(count) < 0.85,
            "slots": _times(rng, count, 9),
            "has_car": rng.random(count) < 0.55,
            "capacity": rng.choice([1, 2, 3], count, p=[0.6, 0.3, 0.1]),
            "dbs_level": rng.choice([0, 1, 2, 3, 4], count, p=[0.15, 0.45, 0.1, 0.15, 0.15]),
            "training": _bits(rng, count, (0.25, 0.15)),
            "languages": _bits(rng, count, SPOKEN),
            "last_asked_days": asked,
            "done_count": rng.integers(0, 20, count).astype(float),
            "avoids": np.zeros(count, int),
            "active": np.where(np.isnan(asked), 0, rng.choice([0, 1, 2, 3], count, p=[0.7, 0.2, 0.07, 0.03])),
        }
    )
    frame.attrs["codes"] = {"tasks": TASKS, "training": TRAINING, "languages": LANGUAGES, "avoids": ()}
    return frame


def _needs(rng: np.random.Generator, count: int, middles: np.ndarray, share: np.ndarray) -> pd.DataFrame:
    home = _homes(rng, count, middles, share)
    kind = rng.choice(len(TASKS), count, p=ASKED)
    frame = pd.DataFrame(
        {
            "need_id": [f"N-{n:07}" for n in range(count)],
            "resident_id": [f"P-{n:07}" for n in range(count)],
            "task_type": np.array(TASKS, dtype=object)[kind],
            "easting": home[:, 0],
            "northing": home[:, 1],
            "in_person": kind != TASKS.index("phone_call"),
            "slots": np.where(rng.random(count) < 0.3, 0, _times(rng, count, 4)),
            "urgency": rng.choice(4, count, p=[0.3, 0.4, 0.2, 0.1]),
            "needs_car": kind == TASKS.index("lift"),
            "people": np.where(rng.random(count) < 0.03, 2, 1),
            "min_dbs": np.array(NEEDS_DBS)[kind],
            "training": np.where((kind == TASKS.index("visit")) & (rng.random(count) < 0.5), 1, 0),
            "languages": np.where(rng.random(count) < 0.05, 1 << rng.integers(1, 4, count), 0),
            "prefers": np.zeros(count, int),
            "avoids": np.zeros(count, int),
            "waiting_days": rng.uniform(0, 20, count),
        }
    )
    frame.attrs["codes"] = {"training": TRAINING, "languages": LANGUAGES, "prefers": (), "avoids": ()}
    return frame
