"""The page of volunteers: one step by step to ready, and the list that is searched."""

import community.casework as cw
from tests.casework.office import Office
from tests.dashboard.conftest import OpenApp, headings, press, shown


def test_a_volunteer_is_made_ready_step_by_step(open_app: OpenApp, office: Office) -> None:
    volunteer = office.make_volunteer(status="applied", inducted_on=None, dbs=None)
    app = open_app("volunteers", id=volunteer)
    press(app, "Ready to be asked")
    assert "induction" in app.error[0].value
    press(app, "Write it down")
    press(app, "Ready to be asked")
    assert office.status(volunteer) == "ready"
    press(app, "Write the check down")
    (check,) = office.book.rows("checks")
    assert (check["kind"], check["level"], check["seen_by"]) == ("dbs", "basic", office.settings.community.director)


def test_a_volunteer_is_shown_though_the_triage_they_were_proposed_for_was_taken_back(
    open_app: OpenApp, office: Office
) -> None:
    volunteer = office.make_volunteer(name="Vera Vole")
    done = cw.triage(office.director, office.make_request(postcode="BA1 5AW", tasks=["phone_call"]), seen="new")
    assert office.propose().new == 1
    cw.undo(office.director, done.action.id)
    assert any("Vera Vole" in heading for heading in headings(open_app("volunteers", id=volunteer)))


def test_the_list_of_volunteers_never_sends_more_than_two_hundred(open_app: OpenApp, office: Office) -> None:
    for _ in range(201):
        office.make_volunteer(dbs=None)
    app = open_app("volunteers")
    assert len(app.dataframe[0].value) == 200


def test_a_search_says_how_many_bear_the_name_and_how_many_are_shown(open_app: OpenApp, office: Office) -> None:
    for _ in range(22):
        office.make_volunteer(name="Sam Smith", dbs=None)
    app = open_app("volunteers")
    app.text_input(key="find-volunteer").input("smith").run()
    assert "22 found, the first 20 shown" in shown(app)
    app.text_input(key="find-volunteer").input("zzyzx").run()
    assert "Nobody found." in shown(app)
