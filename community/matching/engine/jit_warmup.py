"""Compiles every kernel, and loads it into this process."""

import numpy as np
import pandas as pd

from community.matching.board_change import BoardChange
from community.matching.board_encoding import encode
from community.matching.engine.jit_cache import set_complete
from community.matching.engine.solved_engine import Live

_VOLUNTEER = {
    "tasks": [{"a", "b"}], "easting": [0.0], "northing": [0.0], "max_distance_km": [1.0], "in_person": [True],
    "slots": [1], "has_car": [False], "capacity": [1], "dbs_level": [0], "training": [set()], "languages": [set()],
    "last_asked_days": [0.0], "done_count": [0.0], "avoids": [set()],
}  # fmt: skip
_NEEDS = {
    "task_type": ["a", "b"], "easting": [0.0] * 2, "northing": [0.0] * 2, "in_person": [True, False], "slots": [0] * 2,
    "urgency": [0] * 2, "needs_car": [False] * 2, "people": [1] * 2, "min_dbs": [0] * 2, "training": [set()] * 2,
    "languages": [set()] * 2, "prefers": [set()] * 2, "avoids": [set()] * 2, "waiting_days": [0.0] * 2,
}  # fmt: skip


def _volunteers(**columns: float) -> pd.DataFrame:
    return pd.DataFrame({"volunteer_id": ["V"], **_VOLUNTEER, **columns})


def compile_all() -> None:
    """Run every kernel once, by matching two people."""
    two = encode(
        _volunteers(),
        pd.DataFrame({"need_id": ["N", "O"], "resident_id": ["R", "S"], **_NEEDS}),
    )
    live = Live(two)
    if live.best.total != live.best.bound:
        raise RuntimeError("The engine does not work on this machine.")
    live.ranked(0)
    live.alternates(np.arange(2))
    # Both people leave and come back elsewhere, one need after the other: newcomers, and room that changes.
    for change in (
        BoardChange(volunteers=_volunteers(capacity=0)),
        BoardChange(volunteers=_volunteers(capacity=2)),
        BoardChange(volunteers=_volunteers(easting=500.0)),
        BoardChange(gone_needs=frozenset({"N"})),
    ):
        live.bring_forward(change)
        if live.best.total != live.best.bound:
            raise RuntimeError("The engine does not work on this machine.")
    set_complete()
