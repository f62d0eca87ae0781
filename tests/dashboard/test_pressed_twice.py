"""A button pressed twice acts once, reports once, and never affects the next person shown."""

from streamlit.testing.v1 import AppTest

import community.casework as cw
from dashboard import double_press
from tests.casework.office import Office
from tests.dashboard.conftest import PATIENCE, OpenApp, accept, labels, press, shown


def quicker_than_the_page(request: str) -> None:
    """A page whose button stays as it was drawn first, as one does while the next page is still on its way."""
    import streamlit as st

    from community import casework
    from dashboard import page_address
    from dashboard.work_session import act, refusal

    st.button("Accept", on_click=act, args=(casework.triage, request), kwargs={"seen": "new"})
    st.text(refusal() or f"did {page_address.did()}")


def test_the_same_press_again_is_told_as_done_and_can_be_undone(office: Office) -> None:
    app = AppTest.from_function(quicker_than_the_page, args=(office.make_request(),), default_timeout=PATIENCE)
    press(app.run(), "Accept")
    told = app.text[0].value
    assert told.startswith("did triage-")
    accept(app)
    assert app.text[0].value == told


def test_a_decision_made_between_two_presses_is_shown(office: Office) -> None:
    request = office.make_request()
    app = AppTest.from_function(quicker_than_the_page, args=(request,), default_timeout=PATIENCE)
    press(app.run(), "Accept")
    cw.close_request(office.director, request, "not_wanted", seen="triaged")
    accept(app)
    assert "Somebody was faster" in app.text[0].value


def test_a_second_press_of_accept_leaves_the_next_person_alone(open_app: OpenApp, office: Office) -> None:
    first, second = office.make_request(name="Ada Asks"), office.make_request(name="Bea Asks")
    app = open_app("triage", id=first)
    accept(app)
    what, since = app.session_state["shown_since"]
    app.session_state["shown_since"] = (what, since + 600)  # on a slow machine the second would be over
    press(app, "Accept")
    assert (office.status(first), office.status(second)) == ("triaged", "new")
    assert "Ada Asks: accepted." in shown(app)
    press(app, "No answer")
    assert office.status(second) == "new"


def test_the_next_person_is_accepted_once_they_can_have_been_read(open_app: OpenApp, office: Office) -> None:
    first, second = office.make_request(), office.make_request()
    app = open_app("triage", id=first)
    accept(app)
    what, since = app.session_state["shown_since"]
    app.session_state["shown_since"] = (what, since - double_press.READ)
    accept(app)
    assert office.status(second) == "triaged"


def test_the_button_of_the_next_person_is_another(open_app: OpenApp, office: Office) -> None:
    first, _ = office.make_request(), office.make_request()
    app = open_app("triage", id=first)
    decisions = {"Accept", "Duplicate", "Decline", "Hold", "No answer", "Log a call"}
    gone = {button.proto.id for button in app.button if button.label in decisions}
    accept(app)
    assert not gone & {button.proto.id for button in app.button}


def test_accepting_the_last_one_empties_the_list_and_keeps_the_undo(open_app: OpenApp, office: Office) -> None:
    request = office.make_request()
    app = open_app("triage", id=request)
    accept(app)
    assert "Accept" not in labels(app)
    assert "Nobody waits for an answer." in shown(app)
    press(app, "Undo")
    assert office.status(request) == "new"
    assert "Accept" in labels(app)
