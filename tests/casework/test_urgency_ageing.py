"""Whoever waits longer than the response time counts as more urgent, and is told why."""

from datetime import UTC, datetime, timedelta

import pytest

import community.casework as cw
from community.casework.urgency_ageing import urgency_by_now
from community.settings import ResponseDays
from tests.casework.office import TODAY, Office

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("said", "days", "counts_as"),
    [
        ("this_week", 6, "this_week"),
        ("this_week", 7, "two_days"),
        ("this_week", 9, "today"),
        ("this_week", 12, "today"),
        ("two_days", 1, "two_days"),
        ("two_days", 2, "today"),
        ("today", 90, "today"),
        ("whenever", 27, "whenever"),
        ("whenever", 28, "this_week"),
        ("whenever", 400, "this_week"),
        (None, 8, "two_days"),
    ],
)
def test_each_response_time_that_passes_makes_it_one_step_more_urgent(
    said: str | None, days: int, counts_as: str
) -> None:
    asked = (NOW - timedelta(days=days)).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    assert urgency_by_now(ResponseDays(), said, asked, NOW).counts_as == counts_as


def test_a_community_may_let_help_wanted_whenever_rise_further_or_not_at_all() -> None:
    asked = "2026-01-01T12:00:00.000Z"
    for most in ("whenever", "this_week", "two_days", "today"):
        assert urgency_by_now(ResponseDays(whenever_up_to=most), "whenever", asked, NOW).counts_as == most


def test_somebody_who_waits_twelve_days_for_help_this_week_comes_before_a_new_request_for_two_days(
    office: Office,
) -> None:
    waits = office.make_need(urgency="this_week")
    office.clock.pass_(days=12)
    new = office.make_need(urgency="two_days")
    office.make_volunteer()
    office.propose()
    assert [m["need_id"] for m in office.book.rows("matches")] == [waits]
    assert cw.why_raised(office.director, cw.see(office.director, cw.row_type_of(waits), waits)) == (
        "Counts as “today”: asked for “this week”, and has waited 12 days."
    )
    assert cw.why_raised(office.director, cw.see(office.director, cw.row_type_of(new), new)) == ""


def test_the_reasons_of_a_match_say_how_long_somebody_has_waited(office: Office) -> None:
    office.make_need()
    office.clock.pass_(days=3)
    office.make_volunteer()
    office.propose()
    (match,) = office.book.rows("matches")
    assert "The resident has waited three days" in cw.why_matched(office.director, str(match["id"]))


def test_a_request_that_nobody_has_answered_says_that_it_counts_for_more(office: Office) -> None:
    request = office.make_request(urgency="two_days")
    office.clock.pass_(days=2)
    row = cw.see(office.handler, cw.row_type_of(request), request)
    assert (
        cw.why_raised(office.handler, row) == "Counts as “today”: asked for “within two days”, and has waited two days."
    )


def test_who_was_helped_waits_only_since_then(office: Office) -> None:
    match = office.make_match("active", recurs="weekly", urgency="this_week")
    need = str(office.row("matches", match)["need_id"])
    office.clock.pass_(days=30)
    cw.done(office.director, match, TODAY + timedelta(days=29), seen="active")
    cw.end_match(office.director, match, seen="active")
    row = cw.see(office.director, cw.row_type_of(need), need)
    assert cw.why_raised(office.director, row) == ""
