"""Calls that are not for help: somebody offers help, a volunteer's day on paper, a service told to a stranger."""

import community.casework as cw
from community import exports
from tests.casework.office import Office
from tests.casework.test_visits_typed_back import helped
from tests.dashboard.conftest import OpenApp, labels, press, shown


def test_somebody_who_offers_help_is_written_down_by_a_short_script(open_app: OpenApp, office: Office) -> None:
    office.make_volunteer(name="Vera Vole", telephone="01632 961777")
    app = open_app("call")
    app.button_group(key="form").set_value("volunteer").run()
    call = str(app.session_state["call"])
    app.text_input(key=f"{call}-name").input("V Vole")
    app.text_input(key=f"{call}-telephone").input("01632 961777")
    app.multiselect(key=f"{call}-tasks").set_value(["shopping"])
    app.selectbox(key=f"{call}-over_18").set_value("no")
    app.run()
    page = shown(app)
    assert "May be known already" in page
    assert "ring them before they start" in page
    press(app, "Write it down")
    assert "Tick the box to let us keep your answers" in shown(app)
    app.checkbox(key=f"{call}-consent").check()
    press(app, "Write it down")
    row = office.book.rows("volunteers")[-1]
    assert (row["name"], row["tasks"], row["status"]) == ("V Vole", "shopping", "applied")
    assert "no_guardian_consent" in row["flags"]
    assert row["id"] in shown(app)


def test_a_volunteer_s_day_is_typed_back_line_by_line(open_app: OpenApp, office: Office) -> None:
    match = office.make_match("active", name="Ada Asks")
    volunteer = office.row("matches", match)["volunteer_id"]
    app = open_app("call", id=office.make_volunteer(name="Vic Vole"))
    assert "Type back their visits" not in labels(app), "nothing to type back"
    app = press(open_app("call", id=volunteer), "Type back their visits")
    assert "Ada Asks: " in shown(app)
    app.text_input(key=f"minutes-{match}").input("a while")
    press(app, "Write them all down")
    assert "as figures" in shown(app)
    app.text_input(key=f"minutes-{match}").set_value("45")
    app.text_input(key=f"miles-{match}").set_value("2.5")
    press(app, "Write them all down")
    (visit,) = office.book.rows("visits")
    assert (visit["status"], visit["minutes"], visit["miles"]) == ("done", 45, 2.5)


def test_visits_are_put_on_paper_as_the_rules_of_release_allow(open_app: OpenApp, office: Office) -> None:
    volunteer = office.make_volunteer(name="Vic Vole", how_many=9)
    match = helped(office, volunteer, name="Ada Asks")
    not_yet = cw.choose(office.director, office.make_need(name="Bea Secret"), volunteer).ids[0]
    cw.rang(office.director, not_yet, "yes", seen="approved")
    assert "Put their visits on paper" not in labels(open_app("call", id=office.make_volunteer()))
    app = press(open_app("call", id=volunteer), "Put their visits on paper")
    [page] = [each.proto.srcdoc for each in app.get("iframe")]
    assert "Ada Asks" in page
    assert "Secret" not in page
    assert "Not on paper: Bea Secret" in shown(app)
    assert "Tell the resident first" in shown(app)
    assert "Print the sheets" in labels(app)
    assert office.row("matches", match)["released_at"]
    [noted] = exports.noted(office.settings.book_home)
    assert (noted.kind, noted.rows) == ("visits on paper", 1)
    cw.undo(office.director, str(app.query_params["did"]))
    assert not app.run().get("iframe"), "taken back"


def test_a_closed_door_on_paper_is_found_out_about(open_app: OpenApp, office: Office) -> None:
    match = office.make_match("active")
    app = press(open_app("call", id=office.row("matches", match)["volunteer_id"]), "Type back their visits")
    app.text_input(key=f"minutes-{match}").input("N")
    press(app, "Write them all down")
    assert [row["status"] for row in office.book.rows("visits")] == ["not_in"]
    assert cw.today(office.director, office.clock())[0].kind == "tell_them"


def test_a_stranger_is_told_of_a_service_and_that_is_kept_though_nothing_else_came_of_it(
    open_app: OpenApp, office: Office
) -> None:
    (one,) = cw.add_service(office.director, {"name": "Warm Hall", "kind": "group"}, []).ids
    cw.approve_service(office.director, one)
    app = press(open_app("call"), "Tell of a service")
    app.selectbox(key="service-told").set_value(one)
    press(app, "They were told")
    (row,) = office.book.rows("contacts")
    assert (row["about"], row["outcome"], row["with_whom"]) == (one, "told", None)
