"""Answers to a community's own questions stand on the page of every record that has them, under their question."""

from pathlib import Path

import pytest

from tests.casework.office import Office
from tests.dashboard.conftest import OpenApp
from tests.forms.own_questions import KEPT, OF_EACH_KIND, asking

FORMS = '["help_request", "volunteer", "organisation", "service", "opportunity", "enquiry", "booking"]'
SEEN = f"""
[extra_questions.seen]
forms = {FORMS}
label = "Where did you <i>see</i> us?"
short = "Saw us"
kind = "many"
options = {{ bus = "On a bus", fair = "At the fair" }}
"""


@pytest.fixture
def asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMMUNITY_TOML", asking(tmp_path, OF_EACH_KIND + SEEN))


def words(open_app: OpenApp, page: str, own: str) -> str:
    app = open_app(page, id=own)
    return "\n".join([*(each.body for each in app.get("html")), *(each.value for each in app.text)])


@pytest.mark.usefixtures("asked")
def test_the_page_of_each_record_shows_them_under_their_question(office: Office, open_app: OpenApp) -> None:
    add = office.book.append
    seen = {"extra.seen": ["bus", "fair"], "extra.left_out": "long since"}
    role = add("opportunities", {"name": "Beans", "status": "offered", **seen}, by="web").id
    session = add("sessions", {"name": "Welcome", "status": "planned"}, by="director").id
    pages = {
        "volunteers": office.make_volunteer(**seen),
        "triage": office.make_request(**seen),
        "organisations": add("organisations", {"name": "Curo", "status": "offered", **seen}, by="web").id,
        "services": add("services", {"name": "Soup", "status": "offered", **seen}, by="web").id,
        "opportunities": role,
        "training": add("bookings", {"name": "Bo", "session_id": session, "status": "waiting", **seen}, by="web").id,
    }
    for page, own in pages.items():
        shown = words(open_app, page, own)
        assert "Saw us" in shown, page
        assert "On a bus\nAt the fair" in shown, page
        assert "Left out" in shown, page
        assert "long since" in shown, page
    asker = add("enquiries", {"name": "Ivy", "opportunity_id": role, "status": "enquired", **seen}, by="web").id
    assert "On a bus\nAt the fair" in words(open_app, "opportunities", asker)


@pytest.mark.usefixtures("asked")
def test_a_call_handler_asks_them_too(office: Office, open_app: OpenApp) -> None:
    app = open_app("call")
    drawn = [each.label for each in (*app.text_input, *app.text_area, *app.button_group)]
    assert "Which \\<b>door\\</b> & bell? (optional)" in drawn
    assert "Is there a lift? (optional)" in drawn
    assert len([each for each in drawn if "floor do you live" in each]) == 1
    assert len(KEPT) == 7


@pytest.mark.usefixtures("asked")
def test_an_answer_is_put_right_on_the_page(office: Office, open_app: OpenApp) -> None:
    own = office.make_request(**{"extra.pets": "cat"})
    app = open_app("triage", id=own)
    wrong = app.selectbox(f"wrong-{own}")
    assert "Which animals live with you?" in wrong.options
    assert "Which size of T-shirt?" not in wrong.options
    app = wrong.select("extra.pets").run()
    chosen = app.multiselect(f"right-{own}-extra.pets")
    assert chosen.options == ["A dog", "A cat"]
    app = chosen.select("dog").run()
    app.button(f"put-{own}").click().run()
    assert office.row("help_requests", own)["extra.pets"] == "cat; dog"
