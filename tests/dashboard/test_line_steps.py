"""The steps of the way are pressed on Today's lines: one press each, and taken back as on a record's page."""

from datetime import timedelta

import pytest
from streamlit.testing.v1 import AppTest

import community.casework as cw
from community.tables.message_codes import SendOutcome
from tests.casework.asking import approved, ask, switch_on, worker
from tests.casework.coming import arrive, resident_of
from tests.casework.office import ELSEWHERE, Office
from tests.casework.test_sync_corrections import corrected
from tests.dashboard.conftest import OpenApp, checked, labels, press, shown


@pytest.fixture
def unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let each press count as one that was thought over."""
    monkeypatch.setattr("dashboard.double_press.READ", 0.0)


def ready(office: Office) -> str:
    """A proposal for a resident and a volunteer who can both be rung and reached."""
    match = office.make_match(name="Ada Asks", telephone="01632 960700")
    resident = office.row("needs", office.row("matches", match)["need_id"])["resident_id"]
    for column, value in (("address", "1 High Street"), ("postcode", "BA1 5AW")):
        office.set(office.row("residents", resident), column, value)
    return match


def step(app: AppTest, name: str) -> AppTest:
    """Press the one button whose name begins so."""
    (found,) = [button for button in app.button if button.label.startswith(name)]
    return checked(found.click().run())


@pytest.mark.usefixtures("unhurried")
def test_from_a_proposal_to_help_that_goes_on_each_step_is_one_press_on_today(
    open_app: OpenApp, office: Office
) -> None:
    match = ready(office)
    app = open_app()
    assert "for Ada Asks" in shown(app)
    press(app, "Approve")
    assert office.status(match) == "approved"
    press(app, "Said yes")
    assert office.status(match) == "accepted"
    assert "1 High Street" not in shown(app)
    press(app, "The resident knows")
    assert office.status(match) == "active"
    assert "1 High Street" not in shown(app)
    press(app, "Show name and address")
    assert "1 High Street" in shown(app)
    assert office.row("matches", match)["released_at"]
    assert "id" not in app.query_params, "nothing led away from Today"
    press(app, "Undo")
    undone = press(app, "Take it back, and put it on Today")
    assert office.row("matches", match)["released_at"] is None
    assert "1 High Street" not in shown(undone)


@pytest.mark.usefixtures("unhurried")
def test_done_and_again_plans_the_next_visit_a_week_later(open_app: OpenApp, office: Office) -> None:
    office.clock.pass_(days=-30)
    match = office.make_match("active", name="Ada Asks")
    office.clock.pass_(days=30)
    today = office.today
    app = open_app()
    (again,) = [label for label in labels(app) if ", again" in label]
    press(app, again)
    (pair,) = office.book.rows("pairs")
    on = {(str(v["status"]), str(v["on"])) for v in office.book.rows("visits")}
    assert on == {("done", today.isoformat()), ("planned", (today + timedelta(days=7)).isoformat())}
    assert pair["next_check"]
    press(app, "Undo")
    assert not office.book.rows("visits", lambda c: [c.status == "done"])
    assert office.status(match) == "active"


@pytest.mark.usefixtures("unhurried")
def test_a_planned_day_that_is_over_is_the_day_that_was_done(open_app: OpenApp, office: Office) -> None:
    office.clock.pass_(days=-30)
    match = office.make_match("accepted")
    on = office.today + timedelta(days=2)
    cw.resident_told(office.director, match, on=on, seen="accepted")
    office.clock.pass_(days=30)
    app = open_app()
    (only,) = [label for label in labels(app) if label.startswith("Done ") and ", again" not in label]
    press(app, only)
    assert [str(v["on"]) for v in office.book.rows("visits", lambda c: [c.status == "done"])] == [on.isoformat()]


@pytest.mark.usefixtures("unhurried")
def test_what_to_say_unfolds_below_the_line_and_a_no_or_a_try_is_one_press(open_app: OpenApp, office: Office) -> None:
    match = office.make_match("approved", name="Ada Asks")
    app = open_app()
    press(app, "What to say, or ask by a message")
    said = "\n".join(str(code.value) for code in app.code)
    assert "dog" in said.lower()
    assert "Ada" not in said
    press(app, "No answer")
    assert office.status(match) == "approved"
    press(app, "Said no")
    assert office.status(match) == "approved", "why not comes first"
    press(app, "They said something else")
    press(press(app, "Said no"), "Too far")
    assert (office.status(match), office.row("matches", match)["ended_reason"]) == ("declined", "Too far")
    assert "Too far" not in labels(app)
    press(app, "Undo")
    assert office.status(match) == "approved"


@pytest.mark.usefixtures("unhurried")
def test_a_message_in_doubt_is_settled_and_one_to_pass_on_is_read_and_said_to_be_sent(
    open_app: OpenApp, office: Office
) -> None:
    switch_on(office)
    match = approved(office)
    message = ask(office, match)
    cw.begin_sending(worker(office), message)
    cw.note_delivery(worker(office), message, SendOutcome.UNKNOWN, None)
    app = open_app()
    press(app, "Pass it on myself")
    press(app, "Show the words")
    assert any("dog" in str(code.value).lower() for code in app.code)
    press(app, "I sent it")
    assert office.row("messages", message)["status"] == "sent"


@pytest.mark.usefixtures("unhurried")
def test_somebody_who_was_to_be_rung_has_heard(open_app: OpenApp, office: Office) -> None:
    match = office.make_match("active", name="Ada Asks")
    cw.cancel(office.director, match, seen="active")
    app = open_app()
    told = [button for button in app.button if button.label == "They have been told"]
    checked(told[0].click().run())
    assert len([b for b in app.button if b.label == "They have been told"]) == len(told) - 1
    press(app, "Undo")
    assert len([b for b in app.button if b.label == "They have been told"]) == len(told)


def test_a_second_press_at_once_leaves_the_line_that_moved_up_alone(open_app: OpenApp, office: Office) -> None:
    first, second = (office.make_match("approved", name=f"{name} Asks") for name in ("Ada", "Bea"))
    app = open_app()
    app.session_state["last_press"] = (("", ()), office.clock.now.timestamp() + 600)
    yes = [button for button in app.button if button.label == "Said yes"]
    checked(yes[0].click().run())
    assert {office.status(first), office.status(second)} == {"approved"}


@pytest.mark.usefixtures("unhurried")
def test_who_was_faster_is_shown_and_nothing_is_decided_twice(open_app: OpenApp, office: Office) -> None:
    match = office.make_match("approved")
    app = open_app()
    cw.rang(office.coordinator, match, "no", seen="approved")
    press(app, "Said yes")
    assert office.status(match) == "declined"
    assert "Somebody was faster" in shown(app)


@pytest.mark.usefixtures("unhurried")
def test_a_line_offers_what_its_reader_may_do_and_only_the_first_one_has_keys(
    open_app: OpenApp, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    ready(office)
    office.make_match("approved")
    office.make_match("approved")
    office.make_match("approved", hub=ELSEWHERE)
    app = open_app()
    keyed = [button.label for button in app.button if button.proto.shortcut]
    assert keyed.count("Said yes") + keyed.count("Approve") == 1
    assert labels(app).count("Said yes") == 3
    for user, rung in ((office.handler.user, 3), (office.neighbour.user, 1)):
        monkeypatch.setattr("dashboard.work_session.who", lambda *_, user=user, **__: user)
        app = open_app()
        assert "Approve" not in labels(app)
        assert labels(app).count("Said yes") == rung


def test_a_mail_that_went_and_was_not_answered_is_answered_by_telephone_on_today(
    open_app: OpenApp, office: Office, unhurried: None
) -> None:
    office.clock.pass_(days=-9)
    switch_on(office)
    match = approved(office)
    arrive(office, ask(office, match))
    office.clock.pass_(days=9)
    press(open_app(), "Said yes")
    assert office.status(match) == "accepted"


@pytest.mark.usefixtures("unhurried")
def test_what_the_spreadsheet_put_right_is_said_on_both_pages_until_the_volunteer_has_heard(
    open_app: OpenApp, office: Office
) -> None:
    match = office.make_match("active", telephone="07700 900456")
    cw.release(office.director, match, seen="active")
    resident = resident_of(office, match)
    corrected(office, ("residents", resident, "telephone", "07700 900456", "07700 900999"))
    need = office.row("matches", match)["need_id"]
    assert "put right in the spreadsheet" in shown(open_app("matches", id=need))
    press(open_app(), "They have been told")
    assert "put right in the spreadsheet" not in shown(open_app("matches", id=need))
