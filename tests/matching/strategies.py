"""Small boards in which everything that can go wrong does so often: scarce skills, ties, missing places, empty masks."""

from typing import Any

from hypothesis import strategies as st

from tests.matching.boards import make_need, make_volunteer

_place = st.sampled_from([0.0, 3_000.0, 4_000.0, 5_000.0, float("nan")])
_languages = st.sets(st.sampled_from(["en", "pl"]), max_size=2)
_training = st.sets(st.sampled_from(["safe"]), max_size=1)


def _volunteer(number: int) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {},
        optional={
            "tasks": st.sets(st.sampled_from(["shopping", "call"]), min_size=0, max_size=2),
            "easting": _place,
            "northing": _place,
            "max_distance_km": st.sampled_from([5.0, 0.0, 3.0, 100.0, -5.0, float("nan")]),
            "in_person": st.booleans(),
            "slots": st.integers(0, 7),
            "has_car": st.booleans(),
            "capacity": st.integers(-1, 3),
            "dbs_level": st.integers(0, 4),
            "training": _training,
            "languages": _languages,
            "last_asked_days": st.sampled_from([0.0, 3.0, 14.0, 90.0, float("nan")]),
            "avoids": st.sets(st.sampled_from(["P-0", "P-1"]), max_size=1),
            "active": st.integers(0, 6),
        },
    ).map(lambda given: make_volunteer(f"V-{number}", **{"easting": 0.0, "northing": 0.0, "active": 0, **given}))


def _need(number: int) -> st.SearchStrategy[dict[str, Any]]:
    ids = st.sampled_from([f"V-{i}" for i in range(5)])
    return st.fixed_dictionaries(
        {},
        optional={
            "resident_id": st.sampled_from(["P-0", "P-1"]),
            "task_type": st.sampled_from(["shopping", "call", "nobody_does_this"]),
            "easting": _place,
            "northing": _place,
            "in_person": st.booleans(),
            "slots": st.integers(0, 7),
            "urgency": st.integers(0, 3),
            "needs_car": st.booleans(),
            "people": st.integers(-1, 3),
            "min_dbs": st.integers(0, 4),
            "training": _training,
            "languages": _languages,
            "prefers": st.sets(ids, max_size=2),
            "avoids": st.sets(ids, max_size=1),
            "known": st.dictionaries(ids, st.integers(1, 9), max_size=2),
        },
    ).map(lambda given: make_need(f"N-{number}", **{"easting": 0.0, "northing": 0.0, "known": {}, **given}))


def volunteers(most: int = 5) -> st.SearchStrategy[list[dict[str, Any]]]:
    return st.integers(0, most).flatmap(lambda count: st.tuples(*(_volunteer(i) for i in range(count))).map(list))


def needs(most: int = 5) -> st.SearchStrategy[list[dict[str, Any]]]:
    return st.integers(0, most).flatmap(lambda count: st.tuples(*(_need(i) for i in range(count))).map(list))
