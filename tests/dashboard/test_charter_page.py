"""The director and the charter: what is not signed is not called signed, and a site that can't be built says so."""

from community.publish import publish_status
from tests.casework.office import Office
from tests.dashboard.conftest import OpenApp, press, shown


def test_an_organisation_that_has_not_signed_is_told_as_that_and_signs_when_somebody_says_that_it_does(
    open_app: OpenApp, office: Office
) -> None:
    values = {"name": "The Wren", "status": "offered", "flags": "may_not_sign; not_signed"}
    one = office.book.append("organisations", values, by="web").id
    app = open_app("organisations", id=one)
    assert "not signed yet" in shown(app)
    assert "ask before you approve" in shown(app)
    assert "on the public site within a few minutes" in shown(app)
    press(app, "Approve")
    assert "The form was sent without a signature." in shown(app)
    assert office.row("organisations", one)["status"] == "offered"
    press(app, "Yes, they sign: print it")
    assert office.row("organisations", one)["signed_on"] == office.today.isoformat()


def test_a_site_that_could_not_be_built_is_told_on_today_with_what_to_do(open_app: OpenApp, office: Office) -> None:
    publish_status.tell(office.settings.book_home, office.clock(), "There is no room on the disk.")
    assert "python start.py publish" in shown(open_app("today"))
    publish_status.tell(office.settings.book_home, office.clock())
    assert "python start.py publish" not in shown(open_app("today"))
