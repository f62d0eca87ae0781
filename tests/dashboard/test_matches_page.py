"""One need at a time: what is decided about the need, about its proposal, and whom the page names."""

import community.casework as cw
from tests.casework.office import Office
from tests.dashboard.conftest import OpenApp, accept, headings, labels, press, shown


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


def test_a_name_that_nobody_bears_is_said_to_be_nobody_s(open_app: OpenApp, office: Office) -> None:
    match = office.make_match()
    need = office.row("matches", match)["need_id"]
    app = open_app("matches", id=need)
    app.text_input(key=f"other-{need}").input("zzyzx").run()
    assert "Nobody found." in shown(app)


def test_of_many_with_one_name_those_who_suit_come_first_and_the_rest_are_counted(
    open_app: OpenApp, office: Office
) -> None:
    for _ in range(9):
        office.make_volunteer(name="Sam Smith", dbs=None)
    office.make_volunteer(name="Sue Smith", status="paused")
    need = office.make_need("lift")
    suits = office.make_volunteer(name="Sol Smith")
    app = open_app("matches", id=need)
    app.text_input(key=f"other-{need}").input("smith").run()
    named = [heading for heading in headings(app) if "Smith" in heading and "<h4" in heading]
    assert "Sol Smith" in named[-8]
    assert app.button(key=f"choose-{need}-{suits}")
    assert "3 more: type more of the name." in shown(app)


def test_an_old_address_does_not_tell_what_is_not_so_any_more(open_app: OpenApp, office: Office) -> None:
    match = office.make_match()
    app = open_app("matches", id=office.row("matches", match)["need_id"])
    press(app, "Approve")
    approved = app.query_params["did"]
    press(app, "Undo")
    undone = app.query_params["did"]
    assert ": undone." in shown(app)
    press(app, "Approve")
    for old in (approved, undone):
        app.query_params["did"] = old
        app.run()
        assert "Undo" not in labels(app)
        assert "Do it again" not in labels(app)


def test_a_person_who_can_only_be_written_to_is_not_to_be_rung(open_app: OpenApp, office: Office) -> None:
    match = office.make_match("accepted", telephone=None, address="1 Invented Street")
    app = open_app("matches", id=match)
    assert "Write to the resident" in shown(app)
    assert "Ring the resident" not in shown(app)


def test_whether_help_was_given_is_asked_once_the_resident_knows_who_comes(open_app: OpenApp, office: Office) -> None:
    match = office.make_match("accepted")
    app = open_app("matches", id=match)
    assert "Was help given?" not in shown(app)
    assert "Help was given already" in [each.label for each in app.expander]
    press(app, "The resident knows who comes")
    assert "Was help given?" in shown(app)


def test_nothing_ends_and_nothing_is_called_off_before_its_meaning_was_read(open_app: OpenApp, office: Office) -> None:
    match = office.make_match("active")
    app = open_app("matches", id=match)
    press(app, "Call off")
    assert "does not come after all" in shown(app)
    assert office.status(match) == "active"
    press(app, "End")
    assert "The two stop here" in shown(app)
    app.text_area(key="why-out").input("They moved away")
    press(app, "End it")
    assert office.status(match) == "cancelled"
    assert office.row("matches", match)["ended_reason"] == "They moved away"


def test_others_who_could_help_are_named_on_the_button_and_compared_by_name(open_app: OpenApp, office: Office) -> None:
    need = office.make_need()
    office.make_volunteer(name="Molly Reed")
    office.make_volunteer(name="Rosemary Hill", easting=375_540.0)
    office.propose()
    app = open_app("matches", id=need)
    assert "Choose Rosemary Hill" in labels(app)
    assert "Compared with Molly Reed: lives 1.5 km further away." in shown(app)


def test_how_soon_it_was_wanted_is_not_taken_for_this_day(open_app: OpenApp, office: Office) -> None:
    need = office.make_need(urgency="today")
    said = shown(open_app("matches", id=need))
    assert "wanted the same day; asked today at" in said


def test_what_was_told_is_said_before_a_release_is_taken_back(open_app: OpenApp, office: Office) -> None:
    match = office.make_match("active")
    volunteer = office.row("volunteers", office.row("matches", match)["volunteer_id"])["name"]
    app = open_app("matches", id=office.row("matches", match)["need_id"])
    press(app, "Show the message")
    press(app, "Undo")
    assert office.row("matches", match)["released_at"], "it is asked first"
    assert f"{volunteer} was told on the telephone whom it is for and how to reach them." in shown(app)
    press(app, "Take it back, and put it on Today")
    assert office.row("matches", match)["released_at"] is None
    assert "Ring them" in shown(open_app())


def test_words_that_tell_who_it_is_for_are_not_read_out_unasked(open_app: OpenApp, office: Office) -> None:
    match = office.make_match("approved", name="Ada Asks", details="Bread and milk")
    need = office.row("needs", office.row("matches", match)["need_id"])
    office.set(need, "details", "Bread for Ada")
    app = open_app("matches", id=need["id"])
    assert "This may tell who it is for, by a name: Ada" in shown(app)
    assert not app.code
    press(app, "Show the message as it is")
    assert "Bread for Ada" in app.code[0].value


def test_words_for_a_volunteer_are_accepted_as_they_are_only_with_a_tick(open_app: OpenApp, office: Office) -> None:
    request = office.make_request(name="Ada Asks", tasks=["shopping"])
    app = open_app("triage", id=request)
    app.text_area(key=f"details-{request}-shopping").input("Bread for Ada").run()
    assert "This may tell who it is for, by a name: Ada" in shown(app)
    accept(app)
    assert office.status(request) == "new"
    assert "may tell who it is for" in app.error[0].value
    app.checkbox[0].check().run()
    accept(app)
    assert office.status(request) == "triaged"


def test_a_telephone_call_to_somebody_without_a_number_is_said_to_want_one(open_app: OpenApp, office: Office) -> None:
    words = "no number of theirs can be read"
    match = office.make_match("active", task_type="phone_call")
    row = office.row("needs", office.row("matches", match)["need_id"])
    assert words not in shown(open_app("matches", id=row["id"]))
    office.set(office.row("residents", row["resident_id"]), "telephone", "none")
    assert words in shown(open_app("matches", id=row["id"]))
    office.set(office.row("residents", row["resident_id"]), "telephone", None)
    given = cw.release(office.director, match, seen="active").words
    assert "Telephone: we have none. Please ask us" in given


def test_each_of_the_two_is_one_press_away(open_app: OpenApp, office: Office) -> None:
    match = office.row("matches", office.make_match("active"))
    resident = office.row("needs", match["need_id"])["resident_id"]
    app = open_app("matches", id=match["need_id"])
    led = {str(link.proto.query_string) for link in app.get("page_link")}
    assert {f"id={match['volunteer_id']}", f"id={resident}"} <= led
    assert f"All about {office.row('residents', str(resident))['name']}" in shown(app)
