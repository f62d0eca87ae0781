from datetime import UTC, datetime, time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from community.settings import Community, SettingsError, load
from community.settings.response_promise import answer_by, is_open, opens
from community.tables.canonical import LONDON
from community.wording import moment_words
from tests.checkout import ROOT

COMMUNITY = load().community.model_copy(update={"promise_working_days": 1, "urgent_hours": 4})


def promise(asked: str, *, urgency: str | None = None, **overrides: object) -> str:
    community = Community(**(COMMUNITY.model_dump() | overrides))
    return moment_words(answer_by(community, datetime.fromisoformat(asked), urgency))


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


@pytest.mark.parametrize(
    ("asked", "by"),
    [
        ("2026-11-23T08:10Z", "Monday 23 November, 1 pm"),  # a Monday before nine: four hours from the opening
        ("2026-11-23T09:05Z", "Monday 23 November, 1.15 pm"),  # open: the same day, to the quarter of an hour
        ("2026-11-23T15:30Z", "Monday 23 November, 5 pm"),  # never past the end of the same day
        ("2026-11-23T17:00Z", "Tuesday 24 November, 1 pm"),  # shut
        ("2026-11-20T17:30Z", "Monday 23 November, 1 pm"),  # a Friday evening
        ("2026-11-22T10:00Z", "Monday 23 November, 1 pm"),  # a Sunday
        ("2026-12-24T18:00Z", "Tuesday 29 December, 1 pm"),  # Christmas Eve, after hours
    ],
)
def test_a_person_who_says_today_is_answered_the_same_day_or_once_we_open(asked: str, by: str) -> None:
    assert promise(asked, urgency="today") == by


@pytest.mark.parametrize(
    ("asked", "by"),
    [
        ("2026-10-24T23:30Z", "Sunday 25 October, 3.30 am"),  # half past midnight; at two it is one again
        ("2026-03-29T00:30Z", "Sunday 29 March, 5.30 am"),  # half past midnight; at one it is two
    ],
)
def test_in_the_night_in_which_the_clock_is_moved_an_hour_is_still_an_hour(asked: str, by: str) -> None:
    night = {"open_days": ("sat", "sun"), "day_starts": time(0), "day_ends": time(12)}
    assert promise(asked, urgency="today", **night) == by


def test_nobody_is_promised_more_for_asking_less_urgently() -> None:
    assert promise("2026-11-23T10:00Z", urgency="this_week") == promise("2026-11-23T10:00Z")
    assert promise("2026-11-23T10:00Z", urgency="today", urgent_hours=2) == "Monday 23 November, 12 noon"


def test_a_hub_that_opens_on_saturdays_answers_on_saturdays() -> None:
    days = {"open_days": ("mon", "tue", "wed", "thu", "fri", "sat")}
    assert promise("2026-11-20T10:00Z", **days) == "Saturday 21 November, 5 pm"
    assert promise("2026-11-20T18:00Z", urgency="today", **days) == "Saturday 21 November, 1 pm"


@pytest.mark.parametrize(
    ("now", "open_now", "from_when"),
    [
        ("2026-11-23T08:59Z", False, "Monday 23 November, 9 am"),
        ("2026-11-23T09:00Z", True, "Tuesday 24 November, 9 am"),
        ("2026-11-23T17:00Z", False, "Tuesday 24 November, 9 am"),
        ("2026-11-28T12:00Z", False, "Monday 30 November, 9 am"),
        ("2026-12-25T12:00Z", False, "Tuesday 29 December, 9 am"),
        ("2026-07-06T08:30Z", True, "Tuesday 7 July, 9 am"),  # half past nine in London's summer
    ],
)
def test_whether_we_are_open_and_when_we_open_next(now: str, open_now: bool, from_when: str) -> None:
    moment = datetime.fromisoformat(now)
    assert (is_open(COMMUNITY, moment), moment_words(opens(COMMUNITY, moment))) == (open_now, from_when)


@pytest.mark.parametrize(
    ("was", "now", "said"),
    [
        ('day_ends = "17:00"', 'day_ends = "05:00"', "write 5 pm as 17:00"),
        ('day_ends = "17:00"', 'day_ends = "09:00"', "later on the same day"),
        ('telephone = "0300 247 0050"', 'telephone = ""', "community.telephone"),
        ('telephone = "0300 247 0050"', 'telephone = "ring us"', "community.telephone"),
        ('open_days = ["mon", "tue", "wed", "thu", "fri"]', "open_days = []", "community.open_days"),
    ],
)
def test_hours_that_never_come_and_a_number_that_rings_nobody_are_refused_with_their_place(
    tmp_path: Path, was: str, now: str, said: str
) -> None:
    told = (ROOT / "community.toml").read_text("utf-8")
    assert was in told
    (tmp_path / "community.toml").write_text(told.replace(was, now, 1), "utf-8")
    with pytest.raises(SettingsError, match=said):
        load({"COMMUNITY_TOML": str(tmp_path / "community.toml")})


@given(st.datetimes(min_value=datetime(2020, 1, 1), max_value=datetime(2040, 1, 1), timezones=st.just(UTC)))  # noqa: DTZ001
def test_what_is_urgent_is_never_promised_later_than_what_is_not(asked: datetime) -> None:
    by = answer_by(COMMUNITY, asked, "today")
    assert asked < by <= answer_by(COMMUNITY, asked)
    assert by.date() == asked.astimezone(LONDON).date() or not is_open(COMMUNITY, asked)
    assert is_open(COMMUNITY, by) or by.time() == COMMUNITY.day_ends
