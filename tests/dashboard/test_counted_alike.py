"""One number for one thing: Today, Matches and Where help is short count the same."""

from datetime import timedelta

import pytest

import community.casework as cw
from dashboard import page_queues
from tests.casework.office import Office
from tests.dashboard.conftest import OpenApp, checked, press, shown


def proposed(office: Office, need: str) -> str:
    told = {"need_id": need, "volunteer_id": office.make_volunteer(), "status": "proposed", "cost": 10}
    return office.book.append("matches", told, by="matching").id


def put_aside(office: Office, need: str) -> None:
    cw.hold(office.director, "needs", need, office.clock.now + timedelta(days=3), seen="open")


def on_today(office: Office, kind: str) -> int:
    return sum(item.count for item in cw.today(office.director, office.clock()) if item.kind == kind)


def test_needs_to_decide_are_counted_alike_on_today_and_on_matches(office: Office) -> None:
    for_two = office.make_need(people=2)
    proposed(office, for_two)
    proposed(office, for_two)
    half = office.make_need(people=2)
    cw.approve(office.director, proposed(office, half))
    proposed(office, half)
    aside = office.make_need()
    proposed(office, aside)
    put_aside(office, aside)
    lists = page_queues.needs(office.director)
    assert on_today(office, "proposal") == len(lists["decide"]) == 2
    assert lists["held"] == [aside]
    assert lists["ring"] == [half]


def test_nobody_yet_leaves_out_what_waits_and_what_is_the_hubs_own(open_app: OpenApp, office: Office) -> None:
    nobody = office.make_need("lift", slots=("tue_morning",))
    one_more = office.make_need("lift", people=2)
    proposed(office, one_more)
    aside, hub_s = office.make_need("lift"), office.make_need("money_advice")
    put_aside(office, aside)
    lists = page_queues.needs(office.director)
    assert set(lists["nobody"]) == {nobody, one_more}
    assert on_today(office, "unmatched") == len(lists["nobody"])
    assert (lists["held"], lists["hub"]) == ([aside], [hub_s])
    options = open_app("matches").button_group(key="list").options
    assert list(options)[-2:] == ["For the hub itself (1)", "Put aside (1)"]


def test_the_list_that_holds_the_need_is_lit_after_a_step(open_app: OpenApp, office: Office) -> None:
    match, _ = office.make_match(), office.make_match()
    app = open_app("matches", show="decide", id=office.row("matches", match)["need_id"])
    press(app, "Approve")
    assert app.button_group(key="list").value == "ring"
    press(app, "Said yes")
    assert app.button_group(key="list").value == "tell"
    app.button_group(key="list").set_value("decide")
    checked(app.run())
    assert "Approve" in [button.label for button in app.button]
    assert "Proposed" in shown(app)


def test_matches_bar_counts_people_where_one_resident_has_two_needs(open_app: OpenApp, office: Office) -> None:
    first = office.make_need(name="Ada Asks", telephone="01632 960777")
    resident = office.row("needs", first)["resident_id"]
    for need in (first, office.make_need(resident=resident), office.make_need(name="Bea Asks")):
        proposed(office, need)
    assert "1 of 3 needs of 2 people that wait" in shown(open_app("matches", show="decide"))


def test_where_a_board_is_too_large_to_count_the_page_says_that_it_estimates(
    open_app: OpenApp, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("community.matching.capacity_gaps.MOST_PAIRS", 1)
    for _ in range(3):
        office.make_volunteer()
    office.make_need()
    page = shown(open_app("short"))
    assert "estimated from a sample" in page
    assert "3 ± " in page


def test_needs_that_do_not_wait_are_not_said_to_wait(open_app: OpenApp, office: Office) -> None:
    aside = office.make_need("lift")
    put_aside(office, aside)
    assert "the only one put aside" in shown(open_app("matches", show="held"))
    for _ in range(2):
        office.make_match("active")
    assert "1 of 2 needs under way" in shown(open_app("matches", show="under_way"))
