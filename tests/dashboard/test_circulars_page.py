"""The page of messages to many: who and who not, how one reads, sent once, and how far it has come."""

from datetime import timedelta

import pytest
from streamlit.testing.v1 import AppTest

from tests.casework.office import Office
from tests.dashboard.conftest import OpenApp, go_to, headings, labels, press, shown

WORDS = "Hello {first name}, come to our party."


def written(open_app: OpenApp, words: str = WORDS) -> AppTest:
    app = open_app("circulars", status="ready")
    app.text_input(key="circular-subject").set_value("Our party").run()
    return app.text_area(key="circular-words").set_value(words).run()


def test_it_is_written_shown_sent_once_and_passed_on(open_app: OpenApp, office: Office) -> None:
    office.make_volunteer(name="Ada Able", email="ada@example.org", reach_by=["email"])
    office.make_volunteer(name="Dan Done", stopped=["email"], email="dan@example.org")
    app = written(open_app)
    page = shown(app)
    assert "To 1 volunteer: 1 by hand" in page
    assert "Dan Done: wants no messages" in page
    assert "Hello Ada, come to our party." in page
    assert "(the link for no more messages)" in page
    press(app, "Send it to 1 volunteer")
    (row,) = office.book.rows("circulars")
    assert (row["subject"], row["chosen"], row["left_out"]) == ("Our party", "ready", 1)
    page = shown(app)
    assert "1 volunteer: each of them gets a message of their own; some are to be passed on by hand." in page
    assert "1 message; 1 volunteer of that list left out." in page
    assert "To be passed on by hand · 1" in page
    press(app, "I sent it")
    assert "Sent: 1" in shown(app)
    assert "Our party" in shown(open_app("circulars"))


def test_everybody_is_meant_only_where_that_was_said(open_app: OpenApp, office: Office) -> None:
    office.make_volunteer(name="Ada Able", email="ada@example.org", reach_by=["email"])
    office.make_volunteer(name="Ben Busy", email="ben@example.org", reach_by=["email"])
    assert "Write to all 2 …" in [link.proto.label for link in open_app("volunteers").get("page_link")]
    assert "Write to these 2 …" in [
        link.proto.label for link in open_app("volunteers", status="ready").get("page_link")
    ]
    app = open_app("circulars")
    assert not [label for label in labels(app) if label.startswith("Send it to")]
    assert "Or choose above who gets it" in shown(app)
    app.toggle(key="circular-all").set_value(True).run()
    assert app.toggle(key="circular-all").label == "Write to all: 2 volunteers"
    assert "Send it to 2 volunteers" in labels(app)


def test_what_can_not_go_out_is_said_before_and_nothing_that_was_typed_is_lost(
    open_app: OpenApp, office: Office
) -> None:
    office.make_volunteer(name="Ada Able", email="ada@example.org")
    app = written(open_app, "Hello {name}")
    assert "Only {first name} and {stop link}" in shown(app)
    press(app, "Send it to 1 volunteer")
    assert "Only {first name} and {stop link}" in app.error[0].value
    assert app.text_area(key="circular-words").value == "Hello {name}"
    press(app, "Send it to me first")
    assert office.book.rows("circulars") == []


def test_the_line_of_those_nobody_asked_leads_to_writing_to_them(open_app: OpenApp, office: Office) -> None:
    office.make_volunteer(name="Ida Idle", email="ida@example.org")
    with pytest.MonkeyPatch.context() as patch:
        later = office.clock.now + timedelta(days=365)
        patch.setattr("dashboard.work_session.utc_now", lambda: later)
        app = open_app("volunteers", show="unused")
        assert "Ida Idle" in shown(app)
        assert "Write to them" in [link.proto.label for link in app.get("page_link")]
        link = next(link for link in app.get("page_link") if link.proto.label == "Write to them")
        assert link.proto.query_string == "asked=unasked"


def test_a_call_handler_has_no_such_page(open_app: OpenApp, office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    office.make_volunteer(name="Ada Able")
    monkeypatch.setattr("dashboard.work_session.who", lambda *_, **__: office.handler.user)
    app = open_app("more")
    assert "Messages to many" not in [link.proto.label for link in app.get("page_link")]
    go_to(app, "circulars")
    assert "Messages to many" not in " ".join(headings(app.run()))
    assert "Send it to 1 volunteer" not in labels(app)
