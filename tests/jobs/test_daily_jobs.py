"""Jobs that come back: the hour changes twice a year, machines are off, clocks are wrong."""

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from community.book import Book
from community.jobs import DailyAt, EveryMinutes, Recurring, fail, finish, keep_recurring, run_again
from community.tables.job_kinds import JobError
from tests.jobs.at_work import DAY, MINUTE, A, take, taken, view

LONDON = ZoneInfo("Europe/London")
HALF_PAST_ONE = DailyAt(time(1, 30))
HALF_PAST_TWO = DailyAt(time(2, 30))


def at(words: str) -> datetime:
    return datetime.fromisoformat(words).replace(tzinfo=UTC)


def runs(book: Book, times: Recurring, begin: datetime, end: datetime, step: timedelta = 5 * MINUTE) -> list[str]:
    """When the job ran, in London, on a machine that looks every five minutes."""
    found = []
    for now in moments(begin, end, step):
        keep_recurring(book, {A: times}, now)
        while (job := take(book, now)) is not None:
            finish(book, job, now, later=times.next_after(max(now, job.due)))
            found.append(f"{now.astimezone(LONDON):%d %H:%M %Z}")
    return found


def moments(begin: datetime, end: datetime, step: timedelta) -> Iterator[datetime]:
    while begin < end:
        yield begin
        begin += step


def test_in_the_night_that_has_an_hour_less_each_job_is_done_once(book: Book) -> None:
    """On 28 March 2027 London goes from 00:59 GMT to 02:00 BST: 01:30 does not exist."""
    night = at("2027-03-27T12:00"), at("2027-03-29T12:00")
    assert runs(book, HALF_PAST_ONE, *night) == ["28 02:30 BST", "29 01:30 BST"]


def test_in_the_night_that_has_an_hour_more_each_job_is_done_once(book: Book) -> None:
    """On 31 October 2027 London goes from 01:59 BST to 01:00 GMT: 01:30 exists twice."""
    night = at("2027-10-30T12:00"), at("2027-11-01T12:00")
    assert runs(book, HALF_PAST_ONE, *night) == ["31 01:30 BST", "01 01:30 GMT"]


@pytest.mark.parametrize("begin", ["2027-03-27T12:00", "2027-10-30T12:00"])
def test_half_past_two_is_once_in_both_nights(book: Book, begin: str) -> None:
    ran = runs(book, HALF_PAST_TWO, at(begin), at(begin) + 2 * DAY)
    assert [one[3:8] for one in ran] == ["02:30", "02:30"]


def test_every_time_of_day_has_one_moment_on_each_day_of_a_year() -> None:
    """Asked from any moment of the day, whatever the hour does."""
    for minutes in range(0, 24 * 60, 30):
        times, now, days = DailyAt(time(minutes // 60, minutes % 60)), at("2026-12-31T23:59"), []
        while (now := times.next_after(now)) < at("2028-01-01T00:00"):
            days.append(now)
        assert len(days) == 365
        assert {times.next_after(day - timedelta(seconds=1)) for day in days} == set(days)


def test_a_machine_that_was_off_for_a_week_does_it_once(book: Book) -> None:
    assert len(runs(book, HALF_PAST_TWO, at("2027-05-01T12:00"), at("2027-05-02T12:00"))) == 1
    assert runs(book, HALF_PAST_TWO, at("2027-05-09T09:00"), at("2027-05-10T12:00")) == ["09 10:00 BST", "10 02:30 BST"]


def test_what_comes_back_every_ten_minutes_is_missed_once_and_late_once(book: Book) -> None:
    every, begin = EveryMinutes(10), at("2027-03-28T00:00")
    ran = runs(book, every, begin, begin + timedelta(hours=3), step=MINUTE)
    assert (ran[:2], ran[5], len(ran)) == (["28 00:10 GMT", "28 00:20 GMT"], "28 02:00 BST", 17)
    later = begin + 5 * DAY
    assert len(runs(book, every, later, later + 5 * MINUTE)) == 1


def test_the_settings_may_be_changed(book: Book) -> None:
    keep_recurring(book, {A: HALF_PAST_TWO}, at("2027-01-05T12:00"))
    keep_recurring(book, {A: DailyAt(time(23))}, at("2027-01-05T12:05"))
    assert view(book, "every-day").due == at("2027-01-05T23:00")


def test_a_clock_put_back_a_little_after_the_nights_run_does_not_run_it_again(book: Book) -> None:
    assert runs(book, HALF_PAST_TWO, at("2027-01-05T02:00"), at("2027-01-05T02:40")) == ["05 02:30 GMT"]
    assert runs(book, HALF_PAST_TWO, at("2027-01-05T02:00"), at("2027-01-05T12:00")) == []


def test_a_clock_that_was_years_ahead_and_is_put_back_does_not_stop_the_nights(book: Book) -> None:
    assert len(runs(book, HALF_PAST_TWO, at("2031-01-05T02:00"), at("2031-01-05T02:40"))) == 1
    assert runs(book, HALF_PAST_TWO, at("2027-01-05T02:00"), at("2027-01-06T12:00")) == ["05 02:30 GMT", "06 02:30 GMT"]


def test_what_was_given_up_is_tried_again_the_next_night(book: Book) -> None:
    now = at("2027-01-05T02:30")
    keep_recurring(book, {A: HALF_PAST_TWO}, now - MINUTE)
    while not view(book, "every-day").given_up:
        now = max(now, view(book, "every-day").due)
        fail(book, taken(book, now), JobError.DISK_FULL, now)
    keep_recurring(book, {A: HALF_PAST_TWO}, now + MINUTE)
    assert view(book, "every-day").given_up
    night = HALF_PAST_TWO.next_after(now)
    keep_recurring(book, {A: HALF_PAST_TWO}, night)
    assert taken(book, night).tries == 1


def test_a_person_may_ask_for_it_in_the_afternoon_and_the_night_stays(book: Book) -> None:
    keep_recurring(book, {A: HALF_PAST_TWO}, at("2027-01-05T12:00"))
    assert run_again(book, A, "every-day", at("2027-01-05T15:00"))
    assert runs(book, HALF_PAST_TWO, at("2027-01-05T15:05"), at("2027-01-06T12:00")) == ["05 15:05 GMT", "06 02:30 GMT"]
