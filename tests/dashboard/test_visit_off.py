"""One visit is called off on the page of a need and while a resident rings, with who of the two knows of it already."""

from datetime import timedelta

import community.casework as cw
from tests.casework.coming import resident_of
from tests.casework.office import Office
from tests.dashboard.conftest import OpenApp, checked, press, shown


def expected(office: Office) -> str:
    match = office.make_match("accepted", name="Ada Asks", telephone="01632 960777", address="1 High Street")
    cw.resident_told(office.director, match, on=office.today + timedelta(days=2))
    return match


def not_told(office: Office) -> set[str]:
    return {
        str(c["with_whom"]) for c in office.book.rows("contacts", lambda c: [c.status == "open", c.direction.is_(None)])
    }


def test_a_day_is_called_off_on_the_need_s_page_and_whoever_knows_is_not_told(
    open_app: OpenApp, office: Office
) -> None:
    match = expected(office)
    app = open_app("matches", id=office.row("matches", match)["need_id"])
    checked(app.button(key=f"visit-off-{match}").click().run())
    app.button_group(key="visit-off-know").set_value(["The resident"])
    press(app, "Call that day off")
    assert office.row("matches", match)["first_on"] is None
    assert not_told(office) == {office.row("matches", match)["volunteer_id"]}
    assert "one visit is called off" in shown(app)
    press(app, "Undo")
    assert office.row("matches", match)["first_on"]
    assert not_told(office) == set()


def test_a_resident_who_rings_calls_one_day_off(open_app: OpenApp, office: Office) -> None:
    match = expected(office)
    resident = resident_of(office, match)
    app = open_app("call", id=resident)
    assert "visit-off" not in str([button.key for button in app.button]), "nothing is said before two facts"
    for fact in ("Their whole name", "Telephone or email"):
        press(app, fact)
    checked(app.button(key=f"visit-off-{match}").click().run())
    press(app, "Call that day off")
    assert office.row("matches", match)["first_on"] is None
    assert not_told(office) == {office.row("matches", match)["volunteer_id"]}
