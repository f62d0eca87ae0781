"""Raising a concern on the screen, the page of those whose duty it is, and what everybody else sees instead."""

from datetime import timedelta
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

import community.casework as cw
from community import concerns
from community.settings import load
from tests.casework.office import Office
from tests.concerns.duty import listed
from tests.dashboard.conftest import OpenApp, accept, checked, labels, press, shown
from tests.dashboard.test_auth import logged_in

CANARY = "zxqcanary"


@pytest.fixture
def duty(office: Office, tmp_path: Path) -> Office:
    """The office, with a lead, a deputy and a chair on the list."""
    listed(tmp_path)
    office.settings = load()
    office.director = office.desk(cw.User("James Carlin", "director"))
    return office


def worry(app: AppTest, what: str, route: str = "adults") -> AppTest:
    next(r for r in app.radio if r.key == "worry-route").set_value(route)
    next(t for t in app.text_area if t.key == "worry-what").set_value(what)
    return press(app, "Raise it")


def test_a_request_is_not_accepted_before_somebody_says_whether_somebody_is_at_risk(
    open_app: OpenApp, duty: Office
) -> None:
    request = duty.make_request()
    app = press(open_app("triage", id=request), "Accept")
    assert "Is somebody at risk?" in app.error[0].value
    assert duty.status(request) == "new"
    accept(app)
    assert duty.status(request) == "triaged"


def test_a_worry_at_triage_is_raised_and_its_words_leave_every_page(open_app: OpenApp, duty: Office) -> None:
    request = duty.make_request(name="Rita Asks", details=f"{CANARY} one")
    cw.log_contact(duty.handler, request, words=f"{CANARY} two")
    history = open_app("history", id=request)
    app = open_app("triage", id=request)
    assert CANARY in shown(app)
    press(app, "Somebody may be")
    worry(app, f"{CANARY} three")
    assert "Speak to the lead before arranging anything." in shown(app)
    assert "is raised. A person replies by" in shown(app)
    others = [app, history.run(), *(open_app(page, id=request) for page in ("triage", "history")), open_app("today")]
    for page in others:
        assert CANARY not in shown(checked(page))
        assert CANARY not in repr([field.value for field in (*page.text_area, *page.text_input)])
        assert "Concerns" not in labels(page)
    press(app, "Accept")
    assert duty.status(request) == "triaged"


def test_a_user_who_says_that_somebody_may_be_at_risk_raises_it_before_accepting_the_request(
    open_app: OpenApp, duty: Office
) -> None:
    request = duty.make_request()
    app = press(open_app("triage", id=request), "Somebody may be")
    press(app, "Accept")
    assert duty.status(request) == "new"
    assert duty.book.rows("concerns") == []
    worry(app, "He takes her pension")
    press(app, "Accept")
    assert duty.status(request) == "triaged"


@pytest.mark.parametrize("page", ["call", "triage", "matches", "volunteers", "organisations"])
def test_one_is_raised_from_any_record_and_from_the_call_page(open_app: OpenApp, duty: Office, page: str) -> None:
    made = {
        "triage": duty.make_request,
        "matches": lambda: duty.row("matches", duty.make_match("active"))["need_id"],
        "volunteers": duty.make_volunteer,
        "organisations": lambda: duty.book.append("organisations", {"name": "Baker", "status": "offered"}, by="web").id,
    }
    record = made[page]() if page in made else None
    app = press(open_app(page, **({"id": record} if record else {})), "Raise a concern")
    worry(app, f"{CANARY} one")
    (row,) = duty.book.rows("concerns")
    lead = duty.desk(cw.User("Lena Lead", None, safeguarding="lead"))
    concern = concerns.open_concern(lead, row["id"])
    assert concern.told["what"] == f"{CANARY} one"
    named = record if page != "matches" else duty.book.rows("matches")[0]["id"]
    assert [each.id for each in concern.named] == ([named] if record else [])


def test_the_lead_opens_it_acknowledges_and_decides_and_the_reporter_sees_by_whom(
    open_app: OpenApp, duty: Office
) -> None:
    one = concerns.raise_concern(duty.director, "children", {"what": f"{CANARY} four"}).id
    lead = logged_in("concerns", email="lena@example.org", email_verified=True)
    assert one in shown(lead) or any(one in link.label for link in lead.get("page_link"))
    assert CANARY not in shown(lead)
    lead.query_params["id"] = one
    checked(lead.run())
    assert f"{CANARY} four" in shown(lead)
    assert "children’s social care" in shown(lead)
    press(lead, "Acknowledge: I have it")
    for name in ("danger", "wishes", "council", "why"):
        next(t for t in lead.text_area if t.key == f"decided-{name}-{one}").set_value(f"{CANARY} five")
    press(lead, "Write down the decision")
    assert concerns.concerns_for(duty.desk(cw.User("Lena Lead", None, safeguarding="lead")))[0].status == "decided"
    told = shown(open_app("today"))
    assert f"{one}: acknowledged by Lena Lead" in told
    assert CANARY not in told


@pytest.mark.usefixtures("duty")
def test_a_chair_without_a_role_finds_the_concerns_and_nothing_else(office: Office) -> None:
    office.make_request(name="Rita Asks")
    chair = logged_in(email="charlie@example.org", email_verified=True)
    assert chair.title[0].value == "Concerns"
    assert "Rita" not in shown(chair)


def test_where_nobody_receives_concerns_the_button_gives_numbers(open_app: OpenApp, office: Office) -> None:
    app = open_app("triage", id=office.make_request())
    assert "Raise a concern" not in labels(app)
    assert "999" in shown(app)
    assert "Concerns are not kept here" in shown(app)


def test_with_no_reply_in_time_the_person_who_raised_it_is_given_the_numbers(open_app: OpenApp, duty: Office) -> None:
    duty.clock.pass_(days=-7)
    concerns.raise_concern(duty.director, "adults", {"what": "x"})
    assert "nobody has replied in time" in shown(open_app("today"))


def test_whoever_raises_one_while_nobody_is_here_has_the_numbers_at_once(open_app: OpenApp, duty: Office) -> None:
    sunday = duty.clock.now + timedelta(days=7 - duty.clock.now.weekday() + 6)
    duty.clock.now = sunday.replace(hour=3)
    concerns.raise_concern(duty.director, "adults", {"what": "x"})
    told = shown(open_app("today"))
    assert "A person replies by" in told
    assert "Nobody is here for part of that time" in told
    assert "999" in told
    assert told.index("adult social care") < told.index("children’s social care") < told.index("police on 101")
