"""One need at a time: what is decided about the need, about its proposal, and whom the page names."""

from tests.casework.office import Office
from tests.dashboard.conftest import OpenApp, labels, press


def test_a_need_is_put_aside_though_somebody_is_proposed_for_it(open_app: OpenApp, office: Office) -> None:
    match = office.make_match()
    need = office.row("matches", match)["need_id"]
    app = open_app("matches", id=need)
    press(app, "Hold")
    press(app, "Put it aside")
    assert office.row("needs", need)["hold_until"]


def test_a_need_is_closed_though_somebody_is_proposed_for_it(open_app: OpenApp, office: Office) -> None:
    match = office.make_match()
    need = office.row("matches", match)["need_id"]
    app = open_app("matches", id=need)
    press(app, "Close this need")
    app.radio(key="need-why").set_value("done_by_others")
    press(app, "Close the need")
    assert office.status(need) == "closed"


def test_a_question_about_one_need_is_not_asked_about_the_next(open_app: OpenApp, office: Office) -> None:
    first, second = office.make_need(), office.make_need()
    app = open_app("matches", id=first)
    press(app, "Hold")
    app.query_params["id"] = second
    app.run()
    assert "Put it aside" not in labels(app)
