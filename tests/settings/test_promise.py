from datetime import UTC, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from community.settings import Community, load
from community.settings.promise import LONDON, answer_by, in_words

COMMUNITY = load().community


def promise(asked: str, **overrides: object) -> str:
    return in_words(answer_by(Community(**(COMMUNITY.model_dump() | overrides)), datetime.fromisoformat(asked)))


@pytest.mark.parametrize(
    ("asked", "by"),
    [
        ("2026-11-23T10:00Z", "Tuesday 24 November, 5 pm"),
        ("2026-11-23T23:30Z", "Tuesday 24 November, 5 pm"),
        ("2026-11-20T10:00Z", "Monday 23 November, 5 pm"),  # a Friday
        ("2026-11-21T20:21Z", "Monday 23 November, 5 pm"),  # a Saturday
        ("2026-12-24T10:00Z", "Tuesday 29 December, 5 pm"),  # Boxing Day is a Saturday, so Monday is its holiday
        ("2026-04-02T10:00Z", "Tuesday 7 April, 5 pm"),  # Easter
    ],
)
def test_an_answer_comes_by_the_end_of_the_next_working_day(asked: str, by: str) -> None:
    assert promise(asked) == by


def test_the_day_of_asking_is_londons_day_not_greenwichs() -> None:
    # 23:30 UTC on a Sunday in summer is Monday in London: Monday does not count, Tuesday does.
    assert promise("2026-07-05T23:30Z") == "Tuesday 7 July, 5 pm"
    assert promise("2026-01-11T23:30Z") == "Monday 12 January, 5 pm"


def test_a_community_may_promise_more_days_and_other_hours() -> None:
    assert promise("2026-11-19T10:00Z", promise_working_days=3, day_ends=time(12)) == "Tuesday 24 November, 12 noon"
    assert promise("2026-11-19T10:00Z", day_ends=time(16, 30)) == "Friday 20 November, 4.30 pm"


def test_bank_holidays_are_those_of_the_right_part_of_the_kingdom() -> None:
    # Scotland rests on 2 January, England does not.
    assert promise("2026-01-01T10:00Z") == "Friday 2 January, 5 pm"
    assert promise("2026-01-01T10:00Z", bank_holidays="SCT") == "Monday 5 January, 5 pm"


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        answer_by(COMMUNITY, datetime(2026, 11, 23, 10))  # noqa: DTZ001 (that is what is refused)


@given(st.datetimes(min_value=datetime(2020, 1, 1), max_value=datetime(2040, 1, 1), timezones=st.just(UTC)))  # noqa: DTZ001
def test_the_promise_lies_ahead_on_a_working_day_within_a_long_weekend(asked: datetime) -> None:
    by = answer_by(COMMUNITY, asked)
    assert 0 < (by - asked).total_seconds() < 6 * 86_400
    assert by.weekday() < 5
    assert (by.tzinfo, by.time()) == (LONDON, COMMUNITY.day_ends)
