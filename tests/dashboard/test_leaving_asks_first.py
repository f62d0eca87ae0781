"""What others would lose is said and asked before it is done; the main button is what usually comes next."""

import pytest

import community.casework as cw
from community.tables.status_machines import MACHINES
from tests.casework.office import ELSEWHERE, Office
from tests.dashboard.conftest import OpenApp, checked, headings, labels, press, shown


def main_buttons(app: object) -> list[str]:
    """The names of the buttons that are drawn as the main ones."""
    return [b.label for b in app.button if b.proto.type == "primary"]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("status", "main"),
    [
        ("applied", ["Begin the checks"]),
        ("checking", ["Ready to be asked"]),
        ("ready", []),
        ("paused", ["Back from the pause"]),
        ("left", []),
        ("declined", []),
    ],
)
def test_the_main_button_is_what_usually_comes_next(
    open_app: OpenApp, office: Office, status: str, main: list[str]
) -> None:
    assert main_buttons(open_app("volunteers", id=office.make_volunteer(status=status))) == main


def test_no_step_by_which_somebody_loses_something_is_the_usual_one() -> None:
    known = MACHINES["volunteers"].statuses
    assert not [s for s, each in known.items() if each.usual and cw.asks_first(s, each.usual)]
    assert {to for to in known["ready"].next if cw.asks_first("ready", to)} == set(known["ready"].next)


def test_who_relies_on_a_volunteer_is_named_before_they_leave(open_app: OpenApp, office: Office) -> None:
    match = office.make_match("active", name="Ada Asks")
    volunteer = office.row("matches", match)["volunteer_id"]
    app = open_app("volunteers", id=volunteer)
    press(app, "They leave")
    assert office.status(volunteer) == "ready"
    assert "Ada Asks: dog walking, the resident knows who comes" in shown(app)
    press(app, "Yes, they leave")
    assert (office.status(volunteer), office.status(match)) == ("left", "cancelled")
    assert ": has stopped volunteering." in shown(app)


def test_the_checks_of_a_ready_volunteer_begin_only_once_it_was_asked(open_app: OpenApp, office: Office) -> None:
    match = office.make_match(name="Ada Asks")
    volunteer = office.row("matches", match)["volunteer_id"]
    app = open_app("volunteers", id=volunteer)
    press(app, "Back to the checks")
    assert office.status(volunteer) == "ready"
    assert "Ada Asks: dog walking, proposed" in shown(app)
    press(app, "Yes, back to the checks")
    assert (office.status(volunteer), office.status(match)) == ("checking", "superseded")


def test_whom_somebody_else_gave_them_meanwhile_is_said_first(open_app: OpenApp, office: Office) -> None:
    volunteer, need = office.make_volunteer(), office.make_need(name="Bea Asks")
    app = open_app("volunteers", id=volunteer)
    press(app, "They leave")
    cw.choose(office.director, need, volunteer)
    press(app, "Yes, they leave")
    assert office.status(volunteer) == "ready"
    assert "Bea Asks: dog walking, approved" in shown(app)
    press(app, "Yes, they leave")
    assert office.status(volunteer) == "left"


def test_of_another_hub_s_resident_only_the_hub_is_told(office: Office) -> None:
    match = office.make_match("accepted", hub=ELSEWHERE, name="Nora Elsewhere")
    volunteer = office.row("matches", match)["volunteer_id"]
    (lost,) = cw.at_stake(office.coordinator, volunteer)
    assert (lost.resident, lost.hub) == (None, ELSEWHERE)
    (whole,) = cw.at_stake(office.director, volunteer)
    assert whole.resident == "Nora Elsewhere"


def test_who_would_be_called_off_is_named_before_a_need_or_a_request_is_closed(
    open_app: OpenApp, office: Office
) -> None:
    match = office.make_match("accepted", name="Ada Asks")
    volunteer = office.row("volunteers", office.row("matches", match)["volunteer_id"])["name"]
    need = office.row("needs", office.row("matches", match)["need_id"])
    app = open_app("matches", id=need["id"])
    press(app, "Close this need")
    assert f"{volunteer} for Ada Asks: dog walking, accepted" in shown(app)
    app = open_app("triage", id=need["request_id"])
    for question in ("Decline", "Duplicate"):
        press(app, question)
        assert f"{volunteer} for Ada Asks: dog walking, accepted" in shown(app)


def test_a_name_is_taken_off_the_site_only_once_it_was_asked(open_app: OpenApp, office: Office) -> None:
    values = {"name": "Bath Bell Ringers", "status": "approved", "signed_on": "2026-11-01"}
    one = office.book.append("organisations", values, by="web").id
    app = open_app("organisations", id=one)
    press(app, "Withdraw")
    assert office.status(one) == "approved"
    press(app, "Yes, take it off")
    assert office.status(one) == "withdrawn"
    assert "Approve" in labels(app)
    assert main_buttons(app) == [], "what was withdrawn is not usually printed next"


def test_who_knows_of_a_match_is_asked_before_it_is_called_off_and_the_rest_are_told_from_today(
    open_app: OpenApp, office: Office
) -> None:
    match = office.make_match("active", name="Ada Asks", telephone="01632 960777")
    volunteer = office.row("matches", match)["volunteer_id"]
    app = open_app("matches", id=office.row("matches", match)["need_id"])
    press(app, "Call off")
    assert [box.label for box in app.checkbox if box.label.endswith("has been told already")][1].startswith("Ada Asks")
    checked(app.checkbox(key=f"heard-{match}-{volunteer}").check().run())
    press(app, "Call it off")
    (line,) = [item for item in cw.today(office.handler, office.clock()) if item.kind == "tell_them"]
    assert "<h2>Ring them · 1 person</h2>" in headings(open_app())
    app = open_app("history", id=line.id)
    assert 'Ring <a href="tel:01632960777">01632 960777</a>' in shown(app)
    assert "comes no more" in shown(app)
    press(app, "They have been told")
    assert "Ring them" not in "".join(headings(open_app()))


def test_of_what_nobody_knows_nobody_is_asked_about(open_app: OpenApp, office: Office) -> None:
    match = office.make_match("approved")
    app = open_app("matches", id=office.row("matches", match)["need_id"])
    press(app, "Call off")
    assert "nobody has to be rung" in shown(app)
    assert not [box for box in app.checkbox if "told already" in box.label]
