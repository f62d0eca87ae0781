"""The pages say whom somebody may be and how they can really be reached; nothing is joined by itself."""

import community.casework as cw
from tests.casework.office import Office
from tests.dashboard.conftest import OpenApp, accept, shown

ANN = {"name": "Ann Example", "telephone": "07700 900123", "postcode": "BA1 5AW"}


def test_triage_names_whom_it_would_join_and_what_they_had_and_asks(open_app: OpenApp, office: Office) -> None:
    known = cw.triage(office.director, office.make_request(**ANN, tasks=["dog_walk"]), seen="new").resident_id
    request = office.make_request(name="Example, Ann", telephone="18001 07700–900–123")
    app = open_app("triage", id=request)
    box = app.selectbox(key=f"who-{request}")
    assert box.value == known
    assert "Yes: Ann Example" in box.options[0]
    told = shown(app)
    assert "The same telephone number and the same name. Help before:" in told
    rings = '<a href="tel:1800107700900123">18001 07700 900123</a>'
    assert f"How to reach them: Ring {rings} (text relay)." in told
    box.select("new")
    accept(app)
    assert office.row("help_requests", request)["resident_id"] not in (None, known)


def test_two_of_one_household_are_never_joined_without_an_answer(open_app: OpenApp, office: Office) -> None:
    home = {"telephone": "07700 900123", "postcode": "BA1 5AW"}
    cw.triage(office.director, office.make_request(name="राम शर्मा", **home), seen="new")
    request = office.make_request(name="रमा शर्मा", **home)
    app = open_app("triage", id=request)
    assert app.selectbox(key=f"who-{request}").value is None
    accept(app)
    assert office.status(request) == "new"


def test_the_page_says_who_can_not_be_reached(open_app: OpenApp, office: Office) -> None:
    request = office.make_request(telephone="no phone", address="No fixed abode", flags=["no_way_to_reach"])
    assert "No way to reach them can be read" in shown(open_app("triage", id=request))


def test_a_volunteer_who_was_declined_and_signs_up_again_is_recognised_on_their_page(
    open_app: OpenApp, office: Office
) -> None:
    before = office.make_volunteer(**ANN, status="declined")
    now = office.make_volunteer(**ANN | {"telephone": "+44 7700 900123"}, status="applied")
    told = shown(open_app("volunteers", id=now))
    assert "May be known already: Ann Example, volunteer, declined" in told
    assert "Nothing is joined." in told
    assert office.status(before) == "declined"
    assert "perhaps known already: declined" in shown(open_app("today"))
