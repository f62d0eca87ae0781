"""Small boards in which much goes wrong: scarce skills, ties, missing places, empty masks."""

import math
from typing import Any

from hypothesis import strategies as st

from tests.matching.boards import make_need, make_volunteer

Row = dict[str, Any]

_PLACES = (0.0, 3_000.0, 4_000.0, 5_000.0, math.nan)
_LANGUAGES = (set(), {"en"}, {"pl"}, {"en", "pl"})
_IDS = tuple(f"V-{number}" for number in range(5))

_VOLUNTEER_TWISTS: dict[str, tuple[Any, ...]] = {
    "tasks": ({"shopping"}, {"shopping", "call"}, {"call"}, set()),
    "easting": _PLACES,
    "northing": _PLACES,
    "max_distance_km": (5.0, 0.0, 3.0, 100.0, -5.0, math.nan),
    "in_person": (True, False),
    "slots": tuple(range(8)),
    "has_car": (True, False),
    "capacity": (1, 2, 3, 0, -1),
    "dbs_level": tuple(range(5)),
    "training": ({"safe"}, set()),
    "languages": _LANGUAGES,
    "last_asked_days": (math.nan, 0.0, 3.0, 14.0, 90.0),
    "avoids": ({"P-0"}, {"P-1"}),
    "active": tuple(range(7)),
}
_NEED_TWISTS: dict[str, tuple[Any, ...]] = {
    "resident_id": ("P-0", "P-1"),
    "task_type": ("shopping", "call", "nobody_does_this"),
    "easting": _PLACES,
    "northing": _PLACES,
    "in_person": (True, False),
    "slots": tuple(range(8)),
    "urgency": (0, 1, 2, 3),
    "needs_car": (False, True),
    "people": (1, 2, 3, 0, -1),
    "min_dbs": tuple(range(5)),
    "training": (set(), {"safe"}),
    "languages": _LANGUAGES,
    "prefers": tuple({one} for one in _IDS),
    "avoids": tuple({one} for one in _IDS),
    "refused": tuple({one} for one in _IDS),
    "waiting_days": (1.0, 12.0, 90.0, math.nan),
    "response_days": (1.0, 7.0, 28.0, 0.0),
    "known": tuple({one: visits} for one in _IDS for visits in (1, 2, 9)),
    "in_pairs": (True, True, True, False),
}


def _twisted(twists: dict[str, tuple[Any, ...]], most: int) -> st.SearchStrategy[Row]:
    """A few columns other than plain. More in a row, and hardly anybody would fit anything."""
    one = st.sampled_from(sorted(twists)).flatmap(lambda name: st.tuples(st.just(name), st.sampled_from(twists[name])))
    return st.lists(one, max_size=most).map(dict)


def volunteers(most: int = 5) -> st.SearchStrategy[list[Row]]:
    rows = st.lists(_twisted(_VOLUNTEER_TWISTS, 5), max_size=most)
    plain = {"easting": 0.0, "northing": 0.0, "active": 0}
    return rows.map(lambda found: [make_volunteer(f"V-{i}", **{**plain, **twist}) for i, twist in enumerate(found)])


def needs(most: int = 5) -> st.SearchStrategy[list[Row]]:
    rows = st.lists(_twisted(_NEED_TWISTS, 4), max_size=most)
    plain = {
        "easting": 0.0,
        "northing": 0.0,
        "known": {},
        "refused": set(),
        "response_days": math.nan,
        "in_pairs": False,
    }
    return rows.map(lambda found: [make_need(f"N-{i}", **{**plain, **twist}) for i, twist in enumerate(found)])


def first_visits() -> st.SearchStrategy[tuple[list[Row], list[Row]]]:
    """Two go to most of these residents, who know one or two volunteers, and other help wants the same volunteers."""
    volunteers = st.fixed_dictionaries({
        "tasks": st.sampled_from(({"shopping"}, {"shopping", "call"})),
        "capacity": st.integers(1, 2),
        "easting": st.sampled_from((0.0, 2_000.0, 4_000.0)),
    })  # fmt: skip
    needs = st.fixed_dictionaries({
        "task_type": st.sampled_from(("shopping", "shopping", "call")),
        "urgency": st.integers(0, 1),
        "in_pairs": st.booleans(),
        "people": st.integers(1, 2),
        "known": st.dictionaries(st.sampled_from(_IDS[:3]), st.integers(1, 2), max_size=2),
    })  # fmt: skip
    plain = {"northing": 0.0, "active": 0}
    return st.tuples(
        st.lists(volunteers, min_size=2, max_size=4).map(
            lambda found: [make_volunteer(f"V-{i}", **plain, **told) for i, told in enumerate(found)]
        ),
        st.lists(needs, min_size=2, max_size=3).map(
            lambda found: [make_need(f"N-{i}", easting=0.0, northing=0.0, **told) for i, told in enumerate(found)]
        ),
    )
