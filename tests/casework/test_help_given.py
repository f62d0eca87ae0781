from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

import community.casework as cw
from tests.casework.office import MONDAY, TODAY, Office


def test_help_given_once_completes_the_match_the_need_and_the_request(office: Office) -> None:
    match = office.make_match("active")
    need = office.row("needs", office.row("matches", match)["need_id"])
    cw.done(office.handler, match, TODAY, 45, seen="active")
    assert (office.status(match), office.status(need["id"])) == ("completed", "closed")
    assert office.status(need["request_id"]) == "closed"
    (visit,) = office.book.rows("visits")
    assert (visit["minutes"], visit["status"], visit["on"]) == (45, "done", "2026-11-23")


def test_a_request_stays_while_one_of_its_needs_is_open(office: Office) -> None:
    made = cw.triage(office.director, office.make_request(tasks=["phone_call", "technology"]), seen="new")
    request = office.row("needs", made.need_ids[0])["request_id"]
    cw.close_need(office.director, made.need_ids[0], "not_wanted")
    assert office.status(request) == "triaged"
    cw.close_need(office.director, made.need_ids[1], "unable")
    assert office.row("help_requests", request)["closed_reason"] == "unable"


def test_a_need_for_two_is_met_when_both_have_helped(office: Office) -> None:
    need = office.make_need(people=2)
    first, second = office.make_match("active", need=need), office.make_match("active", need=need)
    cw.done(office.handler, first, TODAY, seen="active")
    assert office.status(need) == "open"
    assert office.propose().new == 0, "both places are taken"
    cw.done(office.handler, second, TODAY, seen="active")
    assert office.status(need) == "closed"


def test_weekly_help_goes_on_and_makes_one_pair(office: Office) -> None:
    match = office.make_match("active", task_type="phone_call")
    cw.done(office.handler, match, TODAY - timedelta(days=7), 20, seen="active")
    cw.done(office.handler, match, TODAY, 25, seen="active")
    assert office.status(match) == "active"
    (pair,) = office.book.rows("pairs")
    assert (pair["since"], pair["next_check"]) == ("2026-11-16", "2026-12-14")
    cw.pair_asked(office.coordinator, pair["id"], date(2027, 1, 11))
    assert office.row("pairs", pair["id"])["next_check"] == "2027-01-11"


def test_a_day_s_visit_is_written_down_once(office: Office) -> None:
    match = office.make_match("active", task_type="phone_call")
    cw.done(office.handler, match, TODAY, 20, seen="active")
    with pytest.raises(cw.NotNow, match="already"):
        cw.done(office.handler, match, TODAY, 20, seen="active")
    assert office.book.count("visits") == 1


@pytest.mark.parametrize(("on", "minutes"), [(TODAY + timedelta(days=1), 10), (TODAY, 0), (TODAY, 1500)])
def test_odd_days_and_minutes_are_asked_about(office: Office, on: date, minutes: int) -> None:
    with pytest.raises(cw.NotNow):
        cw.done(office.handler, office.make_match("active"), on, minutes, seen="active")


def test_a_volunteer_who_stops_leaves_the_need_to_somebody_else(office: Office) -> None:
    match = office.make_match("active", task_type="phone_call")
    cw.done(office.handler, match, TODAY, seen="active")
    cw.end_match(office.coordinator, match, "moved away", seen="active")
    assert office.status(match) == "completed"
    other = office.make_volunteer()
    office.propose()
    (again,) = office.book.rows("matches", lambda c: [c.status == "proposed"])
    assert again["volunteer_id"] == other


def test_what_ends_before_any_help_was_called_off(office: Office) -> None:
    match = office.make_match("active")
    cw.end_match(office.coordinator, match, seen="active")
    assert office.status(match) == "cancelled"


@pytest.mark.parametrize("status", ["approved", "accepted", "active"])
def test_what_was_promised_can_be_called_off(office: Office, status: str) -> None:
    match = office.make_match(status)
    cw.cancel(office.coordinator, match, "the resident is in hospital", seen=status)
    assert office.status(match) == "cancelled"
    assert office.status(office.row("matches", match)["need_id"]) == "open"


def test_nobody_at_home_is_written_down_and_the_match_goes_on(office: Office) -> None:
    match = office.make_match("active")
    cw.not_given(office.handler, match, TODAY, "not_in", seen="active")
    assert (office.status(match), office.book.rows("visits")[0]["status"]) == ("active", "not_in")
    with pytest.raises(cw.NotNow):
        cw.not_given(office.handler, match, TODAY - timedelta(days=1), "shrug", seen="active")


def test_closing_a_need_says_why_to_each_match(office: Office) -> None:
    match = office.make_match("approved")
    need = office.row("matches", match)["need_id"]
    cw.close_need(office.coordinator, need, "done_by_others")
    assert (office.status(match), office.row("needs", need)["closed_reason"]) == ("cancelled", "done_by_others")
    assert "done by others" in office.row("matches", match)["ended_reason"]


def test_a_need_that_was_not_met_after_all_is_opened_with_its_request(office: Office) -> None:
    need = office.make_need()
    cw.close_need(office.coordinator, need, "done")
    cw.reopen_need(office.coordinator, need)
    row = office.row("needs", need)
    assert (row["status"], row["closed_reason"], office.status(row["request_id"])) == ("open", None, "triaged")


@pytest.mark.parametrize("day", [None, "2026-11-23", MONDAY])
def test_a_day_that_is_none_is_refused_in_words(office: Office, day: Any) -> None:
    match = office.make_match("active")
    volunteer = office.make_volunteer()
    writes: list[Callable[[], object]] = [
        lambda: cw.done(office.handler, match, day, seen="active"),
        lambda: cw.not_given(office.handler, match, day, "not_in", seen="active"),
        lambda: cw.induct(office.coordinator, volunteer, day),
        lambda: cw.add_check(office.coordinator, volunteer, kind="identity", seen_on=day),
    ]
    for write in writes:
        with pytest.raises(cw.NotNow, match="Say which day"):
            write()
