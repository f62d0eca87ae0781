"""Looking ahead: shown only where it was nearer to what came than a plain guess, and honest about how sure it is."""

from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from community.forecast import judge, look_ahead, weekly
from community.forecast.back_test import LEARN, STANDS, UNDER_WAY
from community.forecast.exponential_smoothing import Smoothing
from community.forecast.forecast_outlook import SHORTEST
from community.forecast.weekly_counts import LONGEST

MONDAY = date(2026, 8, 3)


def asked(*counts: int, area: str = "north", task: str = "shopping", monday: date = MONDAY) -> pd.DataFrame:
    rows = [
        (monday + timedelta(weeks=week, days=number % 7), area, task)
        for week, many in enumerate(counts)
        for number in range(many)
    ]
    return pd.DataFrame(rows, columns=["day", "area", "task_type"])


def series(counts: np.ndarray) -> pd.Series:
    return pd.Series(counts.astype(float), index=[MONDAY + timedelta(weeks=n) for n in range(len(counts))])


def steady(mean: float, weeks: int, seed: int = 1) -> np.ndarray:
    return np.random.default_rng(seed).poisson(mean, weeks)


def test_needs_are_counted_by_whole_weeks() -> None:
    both = pd.concat([asked(9, 2, 0, 3, 4), asked(9, 1, 1, 0, 4, area="south", task="visit")])
    found = weekly(both, today=MONDAY + timedelta(weeks=4, days=3))
    weeks = [MONDAY + timedelta(weeks=n) for n in (1, 2, 3)]
    assert {key: (list(each.index), each.tolist()) for key, each in found.items()} == {
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
    assert (len(found[None, None]), len(found["north", None])) == (29, 29)
    assert found["south", None].tolist() == found["south", "shopping"].tolist() == [2, 0, 4]
    told = {each.area: each.verdict for each in look_ahead(found) if each.task_type is None}
    assert told["south"] == "short", "nothing is said of weeks in which there was no such hub"


def test_one_date_that_was_mistyped_does_not_make_the_history_longer() -> None:
    right, wrong = asked(*[3] * 30), asked(1, monday=date(2016, 1, 4))
    today = MONDAY + timedelta(weeks=30)
    found = weekly(pd.concat([right, wrong]), today)
    assert {key: each.tolist() for key, each in found.items()} == {
        key: each.tolist() for key, each in weekly(right, today).items()
    }
    assert len(weekly(asked(*[1] * 300), MONDAY + timedelta(weeks=300))[None, None]) == LONGEST - 1


@pytest.mark.parametrize("weeks", [0, 1, 2])
def test_a_community_that_has_just_begun_has_nothing_to_look_back_on(weeks: int) -> None:
    found = look_ahead(weekly(asked(*[5] * weeks), today=MONDAY + timedelta(weeks=weeks)))
    assert {each.verdict for each in found} <= {"short"}


def test_a_short_history_says_nothing_though_it_is_as_regular_as_a_clock() -> None:
    counts = steady(20, SHORTEST)
    assert look_ahead({(None, None): series(counts[1:])})[0].verdict == "short"
    assert look_ahead({(None, None): series(counts)})[0].verdict != "short"


def test_what_comes_seldom_is_left_out() -> None:
    (found,) = look_ahead({("north", "visit"): series(np.array([0, 1] * 15))})
    assert (found.verdict, found.ahead, found.judged) == ("few", (), None)


def test_a_steady_flow_is_told_with_an_interval() -> None:
    (found,) = look_ahead({("north", None): series(steady(12, 30))})
    assert found.verdict == "shown"
    assert found.judged is not None
    assert found.judged.error < found.judged.last_week
    assert [week.monday for week in found.ahead] == [MONDAY + timedelta(weeks=n) for n in range(31, 35)]
    for week in found.ahead:
        assert week.low < 12 < week.high
        assert week.expected == pytest.approx(12, abs=3)


@pytest.mark.parametrize("day", range(7))
def test_next_week_begins_on_the_monday_to_come(day: int) -> None:
    today = MONDAY + timedelta(weeks=30, days=day)
    (found, *_) = look_ahead(weekly(asked(*steady(12, 31).tolist()), today))
    assert found.history[-1][0] == MONDAY + timedelta(weeks=29), "the week of today is not over"
    assert [week.monday for week in found.ahead] == [MONDAY + timedelta(weeks=n) for n in range(31, 35)]


def test_it_is_judged_by_the_weeks_that_it_is_shown_for() -> None:
    """The week under way is left out: of a flow that changes every week, the next one is as the last whole one was."""
    found = judge(np.array([10.0, 30.0] * 10), 1)
    assert (found.made, found.last_week) == (20 - LEARN - UNDER_WAY, 0)
    assert judge(np.array([10.0, 30.0] * 40), 1).last_year == 0


def test_where_last_week_is_as_good_a_guess_nothing_is_shown() -> None:
    """A flow that wanders: the latest week is all that can be known of the next."""
    steps = np.random.default_rng(5).choice([-9, 9], 40)
    (found,) = look_ahead({("north", None): series(200 + np.cumsum(steps))})
    assert (found.verdict, found.ahead) == ("no_better", ())
    assert found.judged is not None
    assert found.judged.error >= found.judged.naive
    assert found.judged.guess == "last_week"


def test_a_yearly_rhythm_is_better_told_by_the_same_week_a_year_ago() -> None:
    season = 20 + 15 * np.sin(np.arange(104) * 2 * np.pi / 52)
    (found,) = look_ahead({(None, None): series(np.rint(season))})
    assert found.verdict == "no_better"
    assert found.judged is not None
    assert found.judged.last_year == 0
    assert (found.judged.guess, found.judged.naive) == ("last_year", 0)


def test_about_four_weeks_in_five_lie_within_the_interval() -> None:
    within = [judge(steady(8, 40, seed).astype(float), 4).within for seed in range(8)]
    assert 0.75 < np.mean(within) < 0.97


def test_nothing_that_came_later_is_known_to_what_is_judged() -> None:
    counts = steady(10, 24).astype(float)
    later = counts.copy()
    later[20:] = 500.0
    first = max(LEARN, 24 - STANDS)
    for now in range(first, 20):
        early = Smoothing(counts[:now]).ahead(counts[:now], 4)
        assert (early.expected == Smoothing(later[:now]).ahead(later[:now], 4).expected).all()


GROWING = [30, 33, 31, 36, 40, 38, 41, 45, 44, 43, 47, 50, 49, 52, 55]
WANDERING = [24, 26, 15, 17, 18, 18, 9, 6, 11, 13, 11, 12, 19, 11, 10, 12, 6, 8, 16, 14, 17, 17, 12, 19, 10, 7, 13, 18]
WANDERING += [12, 16]


@pytest.mark.parametrize(
    ("counts", "expected", "low", "high"),
    [(GROWING, 55.0, [51, 49, 48, 47], [59, 61, 62, 63]), (WANDERING, 14.562, [8, 8, 7, 7], [21, 22, 22, 23])],
)
def test_forecasts_as_statsmodels_does(counts: list[int], expected: float, low: list[int], high: list[int]) -> None:
    """What statsmodels 0.15 says: `ETSModel` with additive errors and no trend, its mean and its interval of 80%."""
    ours = Smoothing(np.array(counts, dtype=float)).ahead(np.array(counts, dtype=float), 4)
    assert ours.expected == pytest.approx(np.full(4, expected), abs=0.05)
    assert (ours.low.tolist(), ours.high.tolist()) == (low, high)


@pytest.mark.parametrize("seed", range(6))
def test_no_other_share_or_first_level_would_have_missed_by_less(seed: int) -> None:
    counts = np.random.default_rng(seed).poisson(9, 30).astype(float)

    def squared(follow: float, level: float) -> float:
        total = 0.0
        for count in counts:
            total += (count - level) ** 2
            level += follow * (count - level)
        return total / len(counts)

    fitted = Smoothing(counts)
    least = min(squared(follow, level) for follow in np.linspace(0, 1, 26) for level in np.linspace(0, 20, 41))
    assert fitted._variance == pytest.approx(squared(fitted._follow, fitted._start))
    assert fitted._variance <= least


@settings(max_examples=8, deadline=None)
@given(st.lists(st.integers(0, 60), min_size=SHORTEST, max_size=24))
def test_whatever_came_the_numbers_can_be_read_out(counts: list[int]) -> None:
    for found in look_ahead({(None, None): series(np.array(counts))}):
        assert (found.verdict == "shown") == bool(found.ahead)
        for week in found.ahead:
            assert 0 <= week.low <= week.expected <= week.high
        if found.ahead and found.judged is not None:
            assert found.judged.error < found.judged.naive
