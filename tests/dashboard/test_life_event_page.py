"""A death or a move is written down where somebody is seen, and what ends with it is read before it is done."""

from datetime import date

from streamlit.testing.v1 import AppTest

import community.casework as cw
from tests.casework.office import Office
from tests.dashboard.conftest import OpenApp, press, shown

ENDS = "Write down that they have died"
MOVED = "Write down that they have moved away"


def choose(app: AppTest, what: str) -> None:
    (box, *_) = [each for each in app.selectbox if each.label == "What has happened?"]
    box.set_value(what).run()


def test_what_ends_is_read_before_a_resident_s_death_is_written_down_and_undo_brings_it_back(
    open_app: OpenApp, office: Office
) -> None:
    match = office.make_match("active")
    cw.release(office.director, match, seen="active")
    need = office.row("matches", match)["need_id"]
    volunteer = office.row("volunteers", office.row("matches", match)["volunteer_id"])
    app = open_app("matches", id=need)
    assert ENDS not in [button.label for button in app.button], "nothing is to be pressed before it was read"
    choose(app, "died")
    said = shown(app)
    assert f"{volunteer['name']} for " in said
    assert "1 open need: closed" in said
    assert f"Put on Today, to be told by telephone: {volunteer['name']}. No message says it." in said
    assert office.status(match) == "active"
    press(app, ENDS)
    assert (office.status(match), office.status(need)) == ("cancelled", "closed")
    assert "They died on" in shown(app)
    press(app, "Undo")
    assert (office.status(match), office.status(need)) == ("active", "open")


def test_a_volunteer_s_move_is_written_down_on_their_page(open_app: OpenApp, office: Office) -> None:
    match = office.make_match("active")
    volunteer = office.row("matches", match)["volunteer_id"]
    app = open_app("volunteers", id=volunteer)
    choose(app, "moved_away")
    assert "This ends:" in shown(app)
    press(app, MOVED)
    row = office.row("volunteers", volunteer)
    assert (row["status"], row["moved_on"] is not None, row["died_on"]) == ("left", True, None)
    assert office.status(match) == "cancelled"
    said = shown(app)
    assert "They moved away on" in said
    assert MOVED not in [button.label for button in app.button]


def test_a_call_handler_who_hears_of_a_death_writes_it_down_on_the_page_of_the_request(
    open_app: OpenApp, office: Office
) -> None:
    need = office.make_need()
    request = office.row("needs", need)["request_id"]
    app = open_app("triage", id=request)
    choose(app, "died")
    assert "Nobody has to be told by us." in shown(app)
    press(app, ENDS)
    resident = office.row("residents", office.row("needs", need)["resident_id"])
    assert date.fromisoformat(str(resident["died_on"]))
    assert office.status(str(request)) == "closed"
