"""A request goes from hub to hub as each of the two sees it: given, received, given back, and taken over."""

import pytest

import community.casework as cw
from tests.casework.office import ELSEWHERE, Office
from tests.dashboard.conftest import OpenApp, labels, press, shown


def as_user(monkeypatch: pytest.MonkeyPatch, desk: cw.WorkContext) -> None:
    monkeypatch.setattr("dashboard.auth._on_this_machine", lambda _: desk.user)


def test_both_hubs_walk_it_to_its_end(open_app: OpenApp, office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    request = office.make_request(name="Ada Asks")
    as_user(monkeypatch, office.coordinator)
    assert "No request has gone from hub to hub yet" in shown(open_app("referrals", show="hubs"))
    app = open_app("triage", id=request)
    app.text_input(key=f"hub-why-{request}").set_value("She moved")
    app.selectbox(key=f"hub-{request}").set_value(ELSEWHERE)
    press(app, "Give it to this hub")
    assert "belongs to another hub" in shown(app)
    assert "Undo" in labels(app), "a slip is taken back at once"
    given = shown(open_app("referrals", show="hubs"))
    assert "A request, given to Keynsham" in given
    assert "Ada Asks" not in given

    as_user(monkeypatch, office.neighbour)
    today = shown(open_app("today"))
    assert "Ada Asks, from Bath North" in today
    assert "She moved" in today
    (taken,) = [row["id"] for row in office.book.rows("referrals") if row["direction"] == "in"]
    app = open_app("referrals", id=taken)
    press(app, "Give it back to Bath North")
    assert "Say why: the other hub reads it." in shown(app)
    app.text_area(key=f"back-{taken}").set_value("She lives in Weston")
    press(app, "Give it back to Bath North")
    assert "It went on to Bath North" in shown(app)
    assert "We have it" not in labels(app)

    as_user(monkeypatch, office.coordinator)
    assert "She lives in Weston" in shown(open_app("today"))
    (back,) = [
        row["id"] for row in office.book.rows("referrals") if row["direction"] == "in" and row["status"] == "sent"
    ]
    press(open_app("referrals", id=back), "We have it")
    assert office.row("referrals", back)["acknowledged_by"] == "Cora Coordinator"
    assert {row["status"] for row in office.book.rows("referrals")} == {"closed"}
    over = shown(open_app("referrals", show="hubs"))
    assert "Taken over, or gone on · 2" in over
    assert "acknowledged by Cora Coordinator" in over
    assert "Ada Asks" not in shown(open_app("referrals"))
