"""Triage decides and notes which check is needed and what the resident agreed to."""

from tests.casework.office import Office
from tests.dashboard.conftest import OpenApp, accept, press, shown


def test_the_check_is_decided_for_this_person_and_the_page_of_the_need_says_so(
    open_app: OpenApp, office: Office
) -> None:
    one = office.make_request(tasks=["shopping"])
    app = open_app("triage", id=one)
    assert "Shopping for an adult who can’t because of age, illness or disability" in shown(app)
    app.selectbox(key=f"level-{one}-shopping").select("none").run()
    accept(app)
    (need,) = office.book.rows("needs")
    assert need["min_dbs"] == "none"
    assert "No check needed (decided for this need)" in shown(open_app("matches", id=need["id"]))


def test_what_somebody_says_on_the_telephone_about_their_health_is_written_down(
    open_app: OpenApp, office: Office
) -> None:
    one = office.make_request(access_needs="I am deaf", flags="health_unasked")
    app = open_app("triage", id=one)
    assert "no word that we may keep it: ask them" in shown(app)
    app.selectbox(key=f"wrong-{one}").select("health_consent").run()
    app.selectbox(key=f"right-{one}-health_consent").select("yes").run()
    press(app, "Put it right")
    assert office.row("help_requests", one)["health_consent"] == "yes"
