"""How the weeks ahead are guessed: chosen on some weeks, told from others, and judged here by weeks unknown to both."""

from datetime import timedelta

import numpy as np
import pytest

from community.forecast import Judged, judge, look_ahead
from tests.forecast.flows import FLOWS, MONDAY, series, steady

WEEKS, KNOWN, DRAWS = 160, (30, 50, 78, 100, 125, 150), 60


def judged(counts: np.ndarray) -> Judged:
    (found,) = judge(counts.astype(float)[None, :])
    return found


def rhythm(weeks: int) -> np.ndarray:
    return np.rint(20 + 15 * np.sin(np.arange(weeks) * 2 * np.pi / 52))


@pytest.fixture(scope="module")
def unseen() -> dict[str, tuple[float, float, float]]:
    """By flow: off by, beside the mean of eight weeks; the same as it was told; and the share inside the interval."""
    found = {}
    for name, draw in FLOWS.items():
        drawn = [draw(np.random.default_rng(seed), WEEKS).astype(float) for seed in range(DRAWS)]
        stood = [(counts, known) for counts in drawn for known in KNOWN]
        told = look_ahead({(None, f"{n}"): series(counts[:known]) for n, (counts, known) in enumerate(stood)})
        came = np.array([counts[known + 1 : known + 5] for counts, known in stood])
        mean = np.array([counts[known - 8 : known].mean() for counts, known in stood])
        shown = [n for n, each in enumerate(told) if each.judged]
        ours, low, high = (
            np.array([[getattr(week, part) for week in told[n].ahead] for n in shown])
            for part in ("expected", "low", "high")
        )
        found[name] = (
            float(np.abs(came[shown] - ours).sum() / np.abs(came[shown] - mean[shown, None]).sum()),
            sum(j.error for each in told if (j := each.judged)) / sum(j.plain for each in told if (j := each.judged)),
            float(((low <= came[shown]) & (came[shown] <= high)).mean()),
        )
    return found


def test_no_flow_is_told_clearly_worse_than_by_the_mean_of_eight_weeks(
    unseen: dict[str, tuple[float, float, float]],
) -> None:
    """On weeks that came after everything it had seen; some flows are told far better."""
    assert {name: ours for name, (ours, *_) in unseen.items() if ours > 1.01} == {}
    assert unseen["a yearly rhythm, 8 to 32"][0] < 0.9
    assert unseen["wandering, from 60"][0] < 0.95


def test_what_is_told_of_how_far_off_it_was_is_as_it_will_be(unseen: dict[str, tuple[float, float, float]]) -> None:
    """A way that was chosen by the weeks that are told would look better there than it is later."""
    assert {name: told for name, (ours, told, _) in unseen.items() if told < ours - 0.04} == {}


def test_about_four_weeks_in_five_lie_within_the_interval(unseen: dict[str, tuple[float, float, float]]) -> None:
    assert {name: share for name, (*_, share) in unseen.items() if not 0.74 <= share <= 0.97} == {}


def test_a_yearly_rhythm_is_told_by_the_same_weeks_a_year_ago() -> None:
    found = judged(rhythm(120))
    assert (found.way, found.error) == ("last_year", 0)
    assert found.plain > 2
    assert found.expected.tolist() == rhythm(125)[121:125].tolist()


def test_even_what_was_never_missed_is_told_with_room_for_one_need_more_or_less() -> None:
    (found,) = look_ahead({(None, None): series(np.full(40, 7.0))})
    assert {(week.low, week.high) for week in found.ahead} == {(6, 8)}


@pytest.mark.parametrize("ago", [1, 4, 8])
def test_one_week_like_none_before_makes_the_interval_wide(ago: int) -> None:
    """It moves the mean, while nothing was ever missed so far: most weeks go on as they were."""
    counts = np.full(60, 3.0)
    counts[-ago] = 400
    (found,) = look_ahead({(None, None): series(counts)})
    assert all(week.low <= 3 <= week.high for week in found.ahead)


def test_before_there_is_a_year_to_look_back_on_nothing_is_said_of_it() -> None:
    assert judged(rhythm(60)).way != "last_year"


def test_a_flow_that_wanders_is_told_by_its_latest_weeks() -> None:
    found = judged(np.cumsum(np.random.default_rng(3).choice([-9, 9], 150)) + 900)
    assert found.way in ("last_week", "recent_weeks")


def test_what_was_right_before_is_taken_away_by_the_latest_weeks() -> None:
    """Until lately each week was as a year ago, and now it is not: so only the plain mean is told."""
    counts = rhythm(130)
    assert judged(counts).way == "last_year"
    counts[-15:] = 60 + 3 * np.array([1, -1, 1] * 5)
    assert judged(counts).way == "eight_weeks"


def test_the_weeks_that_are_told_choose_nothing() -> None:
    """However they turn out, the same way is told, and the other stretches do not change how far off it was."""
    counts = steady(20, 120).astype(float)
    first = judged(counts)
    middle = slice(120 - 1 - 2 * first.made + 6, 120 - 1 - first.made - 8)
    told = counts.copy()
    told[middle] += 40
    assert judged(told).error > first.error + 5
    early = counts.copy()
    early[60:78] += 40
    assert judged(early).error == first.error


def test_rare_needs_and_short_histories_are_told_by_the_plain_mean_alone() -> None:
    rare = np.array([0, 5, 0, 1] * 30)
    assert judged(rare).way == "eight_weeks"
    rising = np.arange(10.0, 26.0)
    found = judged(rising)
    assert (found.way, found.error, found.plain) == ("eight_weeks", found.plain, found.plain)
    assert found.made == len(rising) - 8 - 1


def test_the_weeks_ahead_begin_after_the_week_under_way() -> None:
    """Of a flow that changes every week, a mean of eight is ten off; as last week, it would be right each time."""
    (found,) = look_ahead({(None, None): series(np.array([10.0, 30.0] * 40))})
    assert found.judged is not None
    assert found.judged.plain == 10
    assert found.ahead[0].monday == MONDAY + timedelta(weeks=81)


def test_too_few_weeks_are_refused() -> None:
    with pytest.raises(ValueError, match="too few weeks"):
        judge(np.ones((2, 9)))
