"""The page of figures: a period from the address, what outsiders may read, and files that are noted."""

import pytest

import community.casework as cw
from community import exports
from community.tables.row_types import HelpRequestRow, ResidentRow, VolunteerRow
from dashboard import page_frame
from tests.casework.office import TODAY, Office
from tests.dashboard.conftest import OpenApp, checked, labels, press, shown


def test_a_period_and_its_readers_stand_in_the_address(open_app: OpenApp, office: Office) -> None:
    match = office.make_match("active")
    cw.done(office.director, match, office.today, 30, seen="active")
    app = open_app("impact", period="this_week")
    assert "for 1 person" in shown(app)
    app.selectbox(key="impact-period").select("own")
    checked(app.run())
    assert app.query_params["period"] == "own"
    app.date_input(key="impact-Last day").set_value(TODAY.replace(year=2020))
    app.date_input(key="impact-First day").set_value(TODAY.replace(year=2020, month=1))
    checked(app.run())
    assert "23 November 2020" in shown(app)
    assert "for 0 people" in shown(app)
    again = open_app("impact", **{"period": "own", "from": "2020-01-02", "to": "nonsense", "for": "outsiders"})
    assert "2 January 2020" in shown(again)
    assert again.toggle(key="impact-for").value
    assert "for fewer than 5 people" in shown(again)
    for odd in ("9999-12-31", "0001-01-01", "2026-99-99"):
        ends = open_app("impact", **{"period": "own", "from": odd, "to": odd})
        assert "The costs of a year" in shown(ends), odd


def test_a_file_of_the_figures_is_noted_before_it_leaves(open_app: OpenApp, office: Office) -> None:
    office.make_match("active")
    app = open_app("impact")
    assert not exports.noted(office.settings.book_home)
    press(app, "Save for a spreadsheet")
    (one,) = exports.noted(office.settings.book_home)
    assert (one.kind, one.form) == ("impact figures", "xlsx")
    assert one.rows > 20
    assert any(button.proto.label.endswith(".xlsx") for button in app.get("download_button"))


def test_a_trustee_reads_the_figures_as_outsiders_do_and_no_record(
    open_app: OpenApp, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    trustee = cw.User("Tess Trustee", "trustee")
    monkeypatch.setattr("dashboard.work_session.who", lambda *_, **__: trustee)
    match = office.make_match("active", name="Rita Canary")
    cw.done(office.director, match, office.today, 30, seen="active")
    assert page_frame.pages_for(trustee) == ["impact", "keeping"]
    app = open_app("impact", period="this_week")
    assert "for fewer than 5 people" in shown(app)
    assert "Canary" not in shown(app)
    assert [each.key for each in app.toggle] == ["shortcuts_on"]
    assert "Raise a concern" not in labels(app)
    for table in (HelpRequestRow, ResidentRow, VolunteerRow):
        assert not cw.see_all(office.desk(trustee), table), table
