"""Taking a call: the script for somebody new, and a promise that Today keeps."""

from datetime import UTC, datetime

from streamlit.testing.v1 import AppTest

import community.casework as cw
from community.settings.response_promise import answer_by
from community.wording import moment_words
from tests.casework.office import Office
from tests.dashboard.conftest import OpenApp, press, shown


def say(app: AppTest, **answers: object) -> str:
    """Fill in the script of the call on the page. Returns the call's key."""
    call = str(app.session_state["call"])
    for name, answer in answers.items():
        key = f"{call}-{name}"
        if isinstance(answer, list):
            app.multiselect(key=key).set_value(answer)
        elif name in {"urgency", "they_agree"}:
            app.selectbox(key=key).set_value(answer)
        elif name == "other":
            app.checkbox(key=key).check()
        elif name in {"details", "access_needs"}:
            app.text_area(key=key).input(str(answer))
        else:
            app.text_input(key=key).input(str(answer))
    app.run()
    return call


def test_a_call_from_somebody_new_begins_with_who_and_how_to_ring_back(open_app: OpenApp, office: Office) -> None:
    app = open_app("call")
    press(app, "Write it down")
    assert "Tick what would help" in shown(app)
    assert office.book.count("help_requests") == 0
    labels = [each.label for each in app.text_input]
    assert labels.index("Name") < labels.index("Number to ring back")
    app.selectbox(key="came").set_value("voicemail")
    say(app, tasks=["shopping", "dog_walk"], name="Ada Asks", telephone="01225 496000")
    press(app, "Write it down")
    (row,) = office.book.rows("help_requests")
    assert (row["tasks"], row["name"], row["channel"]) == ("dog_walk; shopping", "Ada Asks", "voicemail")
    assert row["status"] == "new"
    assert row["id"] in shown(app), "the caller is told the number"
    press(app, "Take another call")
    assert row["id"] not in shown(app)
    assert app.text_input(key=f"{app.session_state['call']}-name").value == ""


def test_what_is_odd_and_who_it_may_be_is_said_while_the_caller_is_there(open_app: OpenApp, office: Office) -> None:
    office.make_need(name="Ada Asks", telephone="01632 960777")
    app = open_app("call")
    say(app, name="A. Asks", telephone="01632 960777", postcode="over the bridge")
    page = shown(app)
    assert "This does not look like a postcode" in page
    assert "May be known already" in page
    say(app, other=True, tasks=["shopping"])
    say(app, referrer_name="Dan Daughter")
    assert "Nobody has told us that the resident agrees" in shown(app)
    press(app, "Write it down")
    row = office.book.rows("help_requests")[-1]
    assert (row["referrer_name"], row["for_whom"]) == ("Dan Daughter", "somebody_else")


def test_a_caller_who_can_t_wait_is_promised_what_today_promises(open_app: OpenApp, office: Office) -> None:
    app = open_app("call")
    say(app, tasks=["prescription"], urgency="today", name="Ada Asks", telephone="01225 496000")
    before = datetime.now(UTC)
    press(app, "Write it down")
    (item,) = cw.today(office.director, datetime.now(UTC))
    assert item.due is not None
    assert item.due.date() <= answer_by(office.settings.community, datetime.now(UTC)).date()
    assert f"A person answers by {moment_words(item.due)}." in shown(app)
    promised = [moment_words(answer_by(office.settings.community, at, "today")) for at in (before, datetime.now(UTC))]
    assert any(f"A person answers by {by}." in shown(app) for by in promised)
    assert "NHS 111: 111, at any hour." in shown(app)


def test_words_that_may_mean_danger_show_whom_to_ring_while_the_caller_is_still_there(
    open_app: OpenApp, office: Office
) -> None:
    app = open_app("call")
    assert "116 123" not in shown(app)
    say(app, details="She says she wants to end it all")
    page = shown(app)
    assert all(number in page for number in ("116 123", "111", "999", "85258", "18001")), page
    say(app, tasks=["shopping"], telephone="01225 496000")
    press(app, "Write it down")
    (row,) = office.book.rows("help_requests")
    assert "crisis_words" in str(row["flags"])
