"""Boards for tests: builders of one volunteer or need that fit each other, and frames of them."""

from typing import Any

import numpy as np
import pandas as pd

from community.matching import DEFAULT, TERMS, cost_terms, encode
from community.matching.eligible_pairs import Pairs, eligible

VOLUNTEER: dict[str, Any] = {
    "volunteer_id": "V-1",
    "tasks": {"shopping"},
    "easting": 375_000.0,
    "northing": 165_000.0,
    "max_distance_km": 5.0,
    "in_person": True,
    "slots": 0b1,
    "has_car": False,
    "capacity": 1,
    "dbs_level": 0,
    "training": set(),
    "languages": set(),
    "last_asked_days": float("nan"),
    "done_count": 0.0,
    "avoids": set(),
}
NEED: dict[str, Any] = {
    "need_id": "N-1",
    "resident_id": "P-1",
    "task_type": "shopping",
    "easting": 375_000.0,
    "northing": 165_000.0,
    "in_person": True,
    "slots": 0b1,
    "urgency": 0,
    "needs_car": False,
    "people": 1,
    "min_dbs": 0,
    "training": set(),
    "languages": set(),
    "prefers": set(),
    "avoids": set(),
    "waiting_days": 0.0,
}


def make_volunteer(volunteer_id: str = "V-1", **overrides: Any) -> dict[str, Any]:
    assert overrides.keys() <= VOLUNTEER.keys() | {"active"}
    return {**VOLUNTEER, "volunteer_id": volunteer_id, **overrides}


def make_need(need_id: str = "N-1", **overrides: Any) -> dict[str, Any]:
    assert overrides.keys() <= NEED.keys() | {"known", "refused", "response_days", "in_pairs"}
    return {**NEED, "need_id": need_id, **overrides}


def people(*rows: dict[str, Any]) -> pd.DataFrame:
    return pd.DataFrame(list(rows), columns=_columns(VOLUNTEER, rows))


def asks(*rows: dict[str, Any]) -> pd.DataFrame:
    return pd.DataFrame(list(rows), columns=_columns(NEED, rows))


def _columns(plain: dict[str, Any], rows: tuple[dict[str, Any], ...]) -> list[str]:
    return list(plain) + sorted({name for row in rows for name in row} - plain.keys())


def pairs_of(table: pd.DataFrame) -> set[tuple[str, str]]:
    """The pairs of a table of matches, alternates or candidates."""
    return set(zip(table["need_id"], table["volunteer_id"], strict=True))


def candidates(volunteers: pd.DataFrame, needs: pd.DataFrame) -> pd.DataFrame:
    """Every eligible pair: need_id, volunteer_id, cost; sorted by need and volunteer."""
    board = encode(volunteers, needs)
    found = Pairs.join(eligible(board, DEFAULT, np.arange(len(board.needs.ids)), np.zeros(0, np.int64)))
    ids = {"need_id": board.needs.ids[found.need], "volunteer_id": board.volunteers.ids[found.volunteer]}
    return pd.DataFrame({**{name: pd.Series(each, dtype=object) for name, each in ids.items()}, "cost": found.cost})


def costs_of(frames: tuple[pd.DataFrame, pd.DataFrame]) -> dict[tuple[str, str], int]:
    """What the terms of each eligible pair add up to; what a stranger costs besides is for the oracle to say."""
    board = encode(*frames)
    found = Pairs.join(eligible(board, DEFAULT, np.arange(len(board.needs.ids)), np.zeros(0, np.int64)))
    terms = cost_terms.by_name(board, found.need, found.volunteer, DEFAULT)
    points = sum((terms[name] for name in TERMS), np.zeros(len(found), np.int64))
    ids = board.needs.ids[found.need], board.volunteers.ids[found.volunteer]
    return dict(zip(zip(*ids, strict=True), points.tolist(), strict=True))
