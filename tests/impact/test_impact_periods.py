"""The periods that figures are asked for."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from community.impact import PERIODS, Period, period_named

DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))


@given(DAYS)
def test_a_period_under_way_ends_today_and_the_one_before_it_ends_where_it_begins(today: date) -> None:
    for kind in ("week", "month", "quarter"):
        this, last = period_named(f"this_{kind}", today), period_named(f"last_{kind}", today)
        assert this.last == today
        assert last.last + timedelta(days=1) == this.first
        assert last == period_named(f"this_{kind}", last.last), "it is whole"
    year = period_named("twelve_months", today)
    assert year.last < today
    assert year.first.day == 1
    assert len(year.parts()) == 12


@given(DAYS, st.integers(0, 800))
def test_the_parts_of_a_period_are_all_of_its_days_once(first: date, more: int) -> None:
    period = Period(first, first + timedelta(days=more))
    days = [each.first + timedelta(days=n) for each in period.parts() for n in range(each.days)]
    assert days == [first + timedelta(days=n) for n in range(more + 1)]
    assert first in period
    assert first - timedelta(days=1) not in period


def test_days_the_wrong_way_round_and_names_that_nobody_knows_are_refused() -> None:
    with pytest.raises(ValueError, match="ends on its first day or later"):
        Period(date(2026, 11, 2), date(2026, 11, 1))
    with pytest.raises(KeyError):
        period_named("next_week", date(2026, 11, 1))
    assert period_named("this_year", date(2026, 11, 1)).first == date(2026, 1, 1)
    assert len(set(PERIODS)) == len(PERIODS)
