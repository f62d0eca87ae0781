"""Taking a call: the questions of the website, and a promise that Today keeps."""

from datetime import UTC, datetime

import community.casework as cw
from community.settings.response_promise import answer_by
from community.wording import moment_words
from tests.casework.office import Office
from tests.dashboard.conftest import OpenApp, press, shown


def test_a_call_is_taken_with_the_questions_of_the_website(open_app: OpenApp, office: Office) -> None:
    app = open_app("call")
    press(app, "Write it down")
    assert "Tick what would help" in shown(app)
    assert office.book.count("help_requests") == 0
    call = app.session_state["call"]
    app.button_group(key=f"{call}-tasks").set_value(["shopping", "dog_walk"])
    app.text_input(key=f"{call}-name").input("Ada Asks")
    app.text_input(key=f"{call}-telephone").input("01225 496000")
    press(app, "Write it down")
    (row,) = office.book.rows("help_requests")
    assert (row["tasks"], row["name"], row["channel"]) == ("dog_walk; shopping", "Ada Asks", "telephone")
    assert row["status"] == "new"
    assert row["id"] in shown(app), "the caller is told the number"


def test_a_caller_who_can_t_wait_is_promised_what_today_promises(open_app: OpenApp, office: Office) -> None:
    app = open_app("call")
    call = app.session_state["call"]
    app.button_group(key=f"{call}-tasks").set_value(["shopping"])
    app.button_group(key=f"{call}-urgency").set_value("today")
    app.text_input(key=f"{call}-name").input("Ada Asks")
    app.text_input(key=f"{call}-telephone").input("01225 496000")
    press(app, "Write it down")
    (item,) = cw.today(office.director, datetime.now(UTC))
    assert item.due is not None
    assert item.due.date() <= answer_by(office.settings.community, datetime.now(UTC)).date()
    assert f"A person answers by {moment_words(item.due)}." in shown(app)


def test_a_call_for_today_is_promised_today_and_told_whom_to_ring_first(open_app: OpenApp, office: Office) -> None:
    app = open_app("call")
    call = app.session_state["call"]
    app.button_group(key=f"{call}-tasks").set_value(["prescription"])
    app.button_group(key=f"{call}-urgency").set_value("today")
    app.text_input(key=f"{call}-telephone").input("01225 496000")
    before = datetime.now(UTC)
    press(app, "Write it down")
    promised = [moment_words(answer_by(office.settings.community, at, "today")) for at in (before, datetime.now(UTC))]
    assert any(f"A person answers by {by}." in shown(app) for by in promised)
    assert "NHS 111: 111, at any hour." in shown(app)


def test_words_that_may_mean_danger_show_whom_to_ring_while_the_caller_is_still_there(
    open_app: OpenApp, office: Office
) -> None:
    app = open_app("call")
    call = app.session_state["call"]
    assert "116 123" not in shown(app)
    app.text_area(key=f"{call}-details").input("She says she wants to end it all").run()
    page = shown(app)
    assert all(number in page for number in ("116 123", "111", "999", "85258", "18001")), page
    app.button_group(key=f"{call}-tasks").set_value(["shopping"])
    app.text_input(key=f"{call}-telephone").input("01225 496000")
    press(app, "Write it down")
    (row,) = office.book.rows("help_requests")
    assert "crisis_words" in str(row["flags"])
