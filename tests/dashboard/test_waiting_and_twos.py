"""What the pages say of a long wait, of two who go on a first visit, and of one volunteer wanted twice at a time."""

from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest

from community.settings import load
from community.tables.canonical import LONDON
from tests.casework.office import Office
from tests.checkout import ROOT
from tests.dashboard.conftest import OpenApp, press, shown


@pytest.fixture
def by_two(office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    """The same office, where nobody goes alone on a first visit to walk a dog."""
    own = tmp_path / "own.toml"
    told = (ROOT / "community.toml").read_text("utf-8")
    own.write_text(
        told.replace("[task_types.dog_walk]\n", "[task_types.dog_walk]\nfirst_visit_by_two = true\n"), "utf-8"
    )
    monkeypatch.setenv("COMMUNITY_TOML", str(own))
    office.settings = load()
    office.__post_init__()
    return office


def days_before(office: Office, days: int) -> None:
    """Turn the clock back by whole days of London: waits are counted in these, whatever the hour and the season."""
    day = datetime.now(LONDON).date() - timedelta(days=days)
    office.clock.now = datetime.combine(day, time(10), LONDON).astimezone(UTC)


def test_a_need_and_a_request_say_that_they_count_for_more_and_why(open_app: OpenApp, office: Office) -> None:
    days_before(office, 12)
    need, request = office.make_need(urgency="this_week"), office.make_request(urgency="this_week")
    why = "Counts as “today”: asked for “this week”, and has waited 12 days."
    assert why in shown(open_app("matches", id=need))
    assert why in shown(open_app("triage", id=request))


def test_the_longest_wait_comes_first_among_the_needs_to_decide(open_app: OpenApp, office: Office) -> None:
    days_before(office, 12)
    office.make_need(urgency="this_week", name="Wanda Waits")
    office.clock.now = datetime.now(UTC) - timedelta(minutes=1)
    office.make_need(urgency="two_days", name="Nora New")
    assert "Wanda Waits" in shown(open_app("matches"))


def test_the_page_of_a_need_says_that_two_go_and_waits_for_the_second(open_app: OpenApp, by_two: Office) -> None:
    need = by_two.make_need()
    by_two.make_volunteer()
    by_two.make_volunteer()
    by_two.propose()
    app = open_app("matches", id=need)
    assert "Nobody goes before a second volunteer has agreed." in shown(app)
    first = str(by_two.book.rows("matches")[0]["id"])
    app.button(key=f"approve-{first}").click().run()
    assert by_two.status(first) == "approved"
    assert "Nobody goes before a second volunteer has agreed." in shown(app)
    request = by_two.make_request()
    app = open_app("triage", id=request)
    assert "Nobody goes alone on a first visit." in shown(app)
    assert app.number_input(key=f"people-{request}-dog_walk").value == 2


def test_one_volunteer_wanted_twice_in_a_half_day_is_a_warning_on_the_proposal(
    open_app: OpenApp, office: Office
) -> None:
    volunteer = office.make_volunteer(how_many=3)
    needs = [office.make_need(slots=("mon_morning",), name=name) for name in ("Ann Ash", "Bob Birch")]
    for need in needs:
        values = {"need_id": need, "volunteer_id": volunteer, "status": "proposed", "cost": 10}
        office.book.append("matches", values, by="matching")
    app = open_app("matches", id=needs[0])
    assert "Also proposed for Bob Birch’s dog walking on Monday mornings, the same half-day" in shown(app)
    press(app, "Approve")
    assert "Also proposed for Bob Birch’s dog walking on Monday mornings, the same half-day" in shown(app)


def test_what_counts_shows_the_longest_wait_and_who_was_never_asked(open_app: OpenApp, office: Office) -> None:
    days_before(office, 40)
    office.make_need(urgency="this_week")
    office.make_need("shopping", urgency="this_week")
    office.clock.now = datetime.now(UTC) - timedelta(minutes=1)
    for _ in range(3):
        office.make_volunteer(tasks=["dog_walk"])
    app = open_app("weights")
    assert app.slider(key="weight-waiting").value == 500
    page = shown(app)
    assert "Longest wait of those left out" in page
    assert "40 days" in page
    assert "2 of 3" in page
