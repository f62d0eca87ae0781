"""Looking ahead: what is counted, of what nothing is said, and which weeks are told with how wide an interval."""

from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from community.forecast import WeeklyCounts, look_ahead, weekly
from community.forecast.forecast_outlook import SHORTEST
from community.forecast.weekly_counts import LONGEST
from tests.forecast.flows import MONDAY, series, steady


def asked(*counts: int, area: str = "north", task: str = "shopping", monday: date = MONDAY) -> pd.DataFrame:
    rows = [
        (monday + timedelta(weeks=week, days=number % 7), area, task)
        for week, many in enumerate(counts)
        for number in range(many)
    ]
    return pd.DataFrame(rows, columns=["day", "area", "task_type"])


def test_needs_are_counted_by_whole_weeks() -> None:
    both = pd.concat([asked(9, 2, 0, 3, 4), asked(9, 1, 1, 0, 4, area="south", task="visit")])
    found = weekly(both, today=MONDAY + timedelta(weeks=4, days=3))
    weeks = [MONDAY + timedelta(weeks=n) for n in (1, 2, 3)]
    assert {key: (each.mondays, each.counts.tolist()) for key, each in found.items()} == {
        (None, None): (weeks, [3, 1, 3]),
        ("north", None): (weeks, [2, 0, 3]),
        ("north", "shopping"): (weeks, [2, 0, 3]),
        ("south", None): (weeks, [1, 1, 0]),
        ("south", "visit"): (weeks, [1, 1, 0]),
        (None, "shopping"): (weeks, [2, 0, 3]),
        (None, "visit"): (weeks, [1, 1, 0]),
    }


def test_a_hub_that_opened_later_has_its_own_first_week() -> None:
    both = pd.concat([asked(*[3] * 30), asked(9, 2, 0, 4, area="south", monday=MONDAY + timedelta(weeks=26))])
    found = weekly(both, today=MONDAY + timedelta(weeks=30))
    assert (len(found[None, None].counts), len(found["north", None].counts)) == (29, 29)
    assert found["south", None].counts.tolist() == found["south", "shopping"].counts.tolist() == [2, 0, 4]
    told = {each.area: each.verdict for each in look_ahead(found) if each.task_type is None}
    assert told == {None: "shown", "north": "shown", "south": "short"}


def test_one_date_that_was_mistyped_does_not_make_the_history_longer() -> None:
    right, wrong = asked(*[3] * 30), asked(1, monday=date(2016, 1, 4))
    today = MONDAY + timedelta(weeks=30)
    found = weekly(pd.concat([right, wrong]), today)
    assert {key: each.counts.tolist() for key, each in found.items()} == {
        key: each.counts.tolist() for key, each in weekly(right, today).items()
    }
    assert len(weekly(asked(*[1] * 300), MONDAY + timedelta(weeks=300))[None, None].counts) == LONGEST - 1


@pytest.mark.parametrize("weeks", [0, 1, 2])
def test_a_community_that_has_just_begun_has_nothing_to_look_back_on(weeks: int) -> None:
    found = look_ahead(weekly(asked(*[5] * weeks), today=MONDAY + timedelta(weeks=weeks)))
    assert {each.verdict for each in found} <= {"short"}


def test_a_short_history_says_nothing_though_it_is_as_regular_as_a_clock() -> None:
    counts = steady(20, SHORTEST)
    assert look_ahead({(None, None): series(counts[1:])})[0].verdict == "short"
    assert look_ahead({(None, None): series(counts)})[0].verdict == "shown"


def test_what_comes_seldom_is_left_out() -> None:
    (found,) = look_ahead({("north", "visit"): series(np.array([0, 1] * 15))})
    assert (found.verdict, found.ahead, found.judged) == ("few", (), None)


def test_a_steady_flow_is_told_as_the_mean_of_eight_weeks_with_an_interval() -> None:
    counts = steady(12, 24)
    (found,) = look_ahead({("north", None): series(counts)})
    assert [week.monday for week in found.ahead] == [MONDAY + timedelta(weeks=n) for n in range(25, 29)]
    for week in found.ahead:
        assert week.expected == counts[-8:].mean()
        assert week.low < 12 < week.high


@pytest.mark.parametrize("day", range(7))
def test_next_week_begins_on_the_monday_to_come(day: int) -> None:
    today = MONDAY + timedelta(weeks=30, days=day)
    (found, *_) = look_ahead(weekly(asked(*steady(12, 31).tolist()), today))
    assert found.history[-1][0] == MONDAY + timedelta(weeks=29), "the week of today is not over"
    assert [week.monday for week in found.ahead] == [MONDAY + timedelta(weeks=n) for n in range(31, 35)]


def test_series_of_any_lengths_are_told_in_their_order_as_each_alone() -> None:
    several = {("north", f"kind {n}"): series(steady(5 + n, 20 + 9 * (n % 3), seed=n)) for n in range(9)}
    together = look_ahead(several)
    assert [each.task_type for each in together] == [task for _, task in several]
    for each, (one, weeks) in zip(together, several.items(), strict=True):
        (alone,) = look_ahead({one: weeks})
        assert each.ahead == alone.ahead


@settings(max_examples=12, deadline=None)
@given(st.lists(st.integers(0, 60), min_size=SHORTEST, max_size=100))
def test_whatever_came_the_numbers_can_be_read_out(counts: list[int]) -> None:
    for found in look_ahead({(None, None): WeeklyCounts(MONDAY, np.array(counts, dtype=float))}):
        assert (found.verdict == "shown") == bool(found.ahead)
        for week in found.ahead:
            assert 0 <= week.low <= week.expected <= week.high
