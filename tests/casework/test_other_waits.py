"""A community with hours and waits of its own: nothing comes back to Today at the hours of another."""

from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import Any

import pytest

import community.casework as cw
from community.settings import FollowUp
from community.settings.response_promise import end_of, start_of
from community.tables.canonical import LONDON
from tests.casework.office import MONDAY, TODAY, Office


def elsewhere(office: Office, **follow_up: int) -> Office:
    """The same office, where the day is from 8 to 3, with these waits."""
    hours = office.settings.community.model_copy(update={"day_starts": time(8), "day_ends": time(15)})
    return replace(
        office,
        settings=office.settings.model_copy(update={"community": hours, "follow_up": FollowUp(**follow_up)}),
    )


def line(office: Office, kind: str) -> cw.WorklistItem | None:
    """The one line of that kind on the director's Today, if there is any."""
    return next((each for each in cw.today(office.director, office.clock()) if each.kind == kind), None)


def renewal(office: Office, days: int) -> None:
    cw.add_check(
        office.director,
        office.make_volunteer(),
        kind="dbs",
        level="enhanced",
        seen_on=TODAY,
        renew_on=TODAY + timedelta(days=days),
    )


def asked_once(office: Office) -> None:
    office.make_match("active", task_type="dog_walk")


def asked_weekly(office: Office) -> None:
    office.make_match("active", task_type="visit")


def idle(office: Office) -> None:
    office.make_volunteer()


def three_rely_on_one(office: Office) -> None:
    volunteer = office.make_volunteer(how_many=9)
    for _ in range(3):
        need = office.make_need()
        match = office.book.append(
            "matches", {"need_id": need, "volunteer_id": volunteer, "status": "proposed", "cost": 10}, by="matching"
        ).id
        cw.approve(office.director, match)
        cw.rang(office.director, match, "yes", seen="approved")


@pytest.mark.parametrize(
    ("kind", "setting", "sooner", "make", "days"),
    [
        ("check_due", "renew_days", 50, lambda office: renewal(office, 40), 0),
        ("was_it_done", "once_done_days", 1, asked_once, 1.5),
        ("was_it_done", "weekly_done_days", 3, asked_weekly, 4),
        ("unused", "unused_days", 3, idle, 4),
        ("carries_many", "many_residents", 3, three_rely_on_one, 0),
    ],
)
def test_a_line_comes_when_the_settings_say(
    office: Office, kind: str, setting: str, sooner: int, make: Any, days: float
) -> None:
    make(office)
    office.clock.pass_(days=days)
    assert line(office, kind) is None
    assert line(elsewhere(office, **{setting: sooner}), kind) is not None


def test_the_title_of_the_line_says_the_days_of_the_settings(office: Office) -> None:
    office.make_volunteer()
    office.clock.pass_(days=4)
    found = line(elsewhere(office, unused_days=3), "unused")
    assert found is not None
    assert found.title == "Nobody has asked them for 3 days"


def test_what_is_due_on_a_day_is_due_at_the_end_of_the_hours_of_the_settings(office: Office) -> None:
    other = elsewhere(office)
    renewal(other, 20)
    found = line(other, "check_due")
    assert found is not None
    assert found.due == datetime.combine(TODAY + timedelta(days=20), time(15), LONDON)


def test_the_first_question_to_both_comes_after_the_weeks_of_the_settings(office: Office) -> None:
    other = elsewhere(office, pair_first_weeks=6)
    match = other.make_match("active", task_type="visit")
    cw.done(other.director, match, TODAY, seen="active")
    (pair,) = other.book.rows("pairs")
    assert pair["next_check"] == (TODAY + timedelta(weeks=6)).isoformat()


def test_somebody_rings_again_after_the_hours_of_the_settings(office: Office) -> None:
    other = elsewhere(office, ring_again_hours=5)
    request = other.make_request(urgency="today")
    cw.no_answer(other.handler, request, seen="new")
    until = datetime.fromisoformat(other.row("help_requests", request)["hold_until"])
    assert timedelta(hours=4, minutes=59) < until - MONDAY < timedelta(hours=5, minutes=1)


def test_a_closed_request_may_be_the_same_for_the_days_of_the_settings(office: Office) -> None:
    first = office.make_request(telephone="01632 960999")
    cw.close_request(office.handler, first, "not_wanted", seen="new")
    office.clock.pass_(days=20)
    second = office.make_request(telephone="01632 960999")
    assert cw.possible_doubles(office.handler, second) == []
    other = elsewhere(office, same_request_days=30)
    assert [row["id"] for row in cw.possible_doubles(other.handler, second)] == [first]


def test_a_day_begins_and_ends_at_the_hours_of_the_settings_in_summer_too(office: Office) -> None:
    hours = elsewhere(office).settings.community
    summer = TODAY.replace(month=7)
    assert (start_of(hours, summer).isoformat(), end_of(hours, summer).isoformat()) == (
        "2026-07-23T08:00:00+01:00",
        "2026-07-23T15:00:00+01:00",
    )
