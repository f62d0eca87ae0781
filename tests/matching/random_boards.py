"""Boards drawn by lot, by the thousand: dense and sparse, scarce skills, ties, missing places, nobody, too many."""

import math
from typing import Any

import numpy as np
import pytest

from community.matching import Board, Weights, encode
from tests.matching.boards import asks, make_need, make_volunteer, people

Row = dict[str, Any]


def many(few: int, every: int) -> pytest.MarkDecorator:
    """Let a test look at the first few of all that are drawn by lot, and once more, as a long test, at every one."""
    return pytest.mark.parametrize(
        "many", [pytest.param(few, id="few"), pytest.param(every, marks=pytest.mark.long, id="every")]
    )


WEIGHTS = (
    Weights(),
    Weights(distance=0),
    Weights(distance=0, overlap=0, continuity=0, load=0, rest=0, waiting=0),  # all ties
    Weights(distance=9_000, overlap=1_000, continuity=0, load=0, rest=0, waiting=0, far_km=1.0),
    Weights(distance=1_000, waiting=6_000, continuity=0, rest=500),
)


def rows(seed: int) -> tuple[list[Row], list[Row]]:
    """Up to 25 volunteers and 20 needs."""
    draw = np.random.default_rng(seed)
    side, hard = int(draw.choice([1, 6, 40])), draw.random()
    phone = float(draw.choice([0.1, 0.8]))

    def spot() -> float:
        return math.nan if draw.random() < 0.04 else float(draw.integers(0, side + 1) * 500)

    def some(codes: Any, share: float) -> set[str]:
        return {code for code in codes if draw.random() < share}

    volunteers = [
        make_volunteer(
            f"V-{i:02}",
            tasks=some("abcd", float(draw.choice([0.2, 0.5, 0.9]))),
            easting=spot(),
            northing=spot(),
            max_distance_km=float(draw.choice([1, 3, 5, 30, -1, math.nan], p=[0.2, 0.2, 0.2, 0.3, 0.05, 0.05])),
            in_person=bool(draw.random() < 0.9),
            slots=int(draw.integers(0, 8)),
            has_car=bool(draw.random() < 0.5),
            capacity=int(draw.choice([-1, 0, 1, 1, 2, 3])),
            dbs_level=int(draw.integers(0, 5)),
            training=some(["safe"], 0.5),
            languages=some(["en", "pl", "fr"], 0.5),
            last_asked_days=float(draw.choice([math.nan, 0, 10, 40])),
            avoids=some([f"P-{k}" for k in range(6)], 0.05),
            active=int(draw.integers(0, 6)),
        )
        for i in range(int(draw.integers(0, 26)))
    ]
    ids = [one["volunteer_id"] for one in volunteers]
    needs = [
        make_need(
            f"N-{i:02}",
            resident_id=f"P-{i % 6}",
            task_type=str(draw.choice(["a", "b", "c", "d", "nobody does this"], p=[0.5, 0.2, 0.1, 0.15, 0.05])),
            easting=spot(),
            northing=spot(),
            in_person=bool(draw.random() >= phone),
            slots=int(draw.choice([0, 0, 1, 2, 3, 5, 7])),
            urgency=int(draw.integers(0, 4)),
            needs_car=bool(draw.random() < 0.3 * hard),
            people=int(draw.choice([-1, 0, 1, 1, 1, 1, 2, 3, 30])),
            min_dbs=int(draw.integers(0, 5)) if draw.random() < hard else 0,
            training=some(["safe"], 0.3 * hard),
            languages=some(["en", "pl", "fr"], 0.2 * hard),
            waiting_days=float(draw.choice([0, 0.5, 3, 12, 90])),
            response_days=float(draw.choice([1, 7, 28, math.nan])),
            prefers=some(ids, 0.03),
            avoids=some(ids, 0.03),
            known={one: int(draw.integers(0, 5)) for one in sorted(some(ids, 0.08))},
            in_pairs=bool(draw.random() < 0.3),
        )
        for i in range(int(draw.integers(0, 21)))
    ]
    return volunteers, needs


def board(seed: int) -> tuple[Board, Weights, np.ndarray]:
    """A board, weights for it, and keys of pairs that are agreed already."""
    volunteers, needs = rows(seed)
    draw, pairs = np.random.default_rng(seed), len(volunteers) * len(needs)
    pinned = np.sort(draw.choice(max(pairs, 1), min(pairs, int(draw.integers(0, 3))), replace=False))
    return encode(people(*volunteers), asks(*needs)), WEIGHTS[seed % len(WEIGHTS)], pinned.astype(np.int64)
