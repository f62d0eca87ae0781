"""Every page as each role opens it: none fails, and none shows what another hub, or the lead alone, may see."""

import pytest
from streamlit.testing.v1 import AppTest

import community.casework as cw
from community.tables.roles import Role
from community.tables.support_vocabulary import RoundWay
from dashboard import page_frame
from tests.casework.directory import role
from tests.casework.office import ELSEWHERE, Office
from tests.casework.rounds import erasure_wanted, handed_over, household, parcel
from tests.dashboard.conftest import OpenApp

pytestmark = pytest.mark.long
HIDDEN = "Zacchaeus"
"""The name of everybody of another hub; nobody of the hub whose coordinator looks."""
HOLDS = {
    "today": "Vera Volunteer", "triage": "Rita Resident", "matches": "Rita Resident", "volunteers": "Vera Volunteer",
    "organisations": "Bell Ringers", "services": "Care and Repair", "opportunities": "Minibus driver",
    "complaints": "Request to erase their data", "training": "Helping in a crisis", "circulars": "Vera Volunteer",
    "handover": "Vera Volunteer", "history": "Rita Resident", "food_round": "Vera Volunteer",
    "outreach": "Widcombe Hill",
}  # fmt: skip
"""By page, what of our hub stands on it: a page that came to nothing would hide nothing either."""
OF_NOBODY = {
    "call", "residents", "short", "impact", "weights", "offers", "referrals", "voices", "sheet", "bring_in", "hubs",
    "ahead", "merge", "newsletter", "ring_round", "concerns", "keeping", "more",
}  # fmt: skip
"""Pages that name nobody of this office, unless somebody looks for them."""


def _a_little_of_all(office: Office) -> None:
    parcel(office)
    parcel(office, hub=ELSEWHERE, name=f"{HIDDEN} Fed")
    handed_over(office)
    office.make_request()
    office.make_request(hub=ELSEWHERE, name=f"{HIDDEN} Asks")
    office.make_volunteer(hub=ELSEWHERE, name=f"{HIDDEN} Helps", status="applied")
    office.make_session()
    role(office)
    values = {"name": "Bell Ringers", "status": "approved", "signed_on": "2026-11-01"}
    office.book.append("organisations", values, by="web")
    office.book.append("services", {"name": "Care and Repair", "status": "approved"}, by="web")
    office.make_match("proposed")
    here, there = household(office), household(office, hub=ELSEWHERE, name=f"{HIDDEN} Home")
    cw.share_out(office.director, RoundWay.CALL, [here, there], ["Cora"], [])
    one = erasure_wanted(office)
    cw.acknowledge_complaint(office.director, one)
    cw.ask_erasure(office.director, one, seen="acknowledged")


def sent(app: AppTest) -> str:
    """All that reaches the browser, also what no page draws as words: the rows of a grid, what a box offers."""
    return "\n".join(str(getattr(each, "proto", "")) for each in app._tree)


def test_every_page_is_looked_at() -> None:
    assert HOLDS.keys() | OF_NOBODY == page_frame.PAGES.keys()
    assert not HOLDS.keys() & OF_NOBODY


@pytest.mark.parametrize("duty", [Role.DIRECTOR, Role.COORDINATOR, Role.CALL_HANDLER, Role.TRUSTEE])
def test_each_page_opens_and_shows_nothing_of_another_hub(
    open_app: OpenApp, office: Office, monkeypatch: pytest.MonkeyPatch, duty: Role
) -> None:
    _a_little_of_all(office)
    desks = {"director": office.director, "coordinator": office.coordinator, "call_handler": office.handler}
    user = desks[duty].user if duty in desks else cw.User("Tess Trustee", duty)
    monkeypatch.setattr("dashboard.auth.who", lambda *_, **__: user)
    monkeypatch.setattr("dashboard.work_session.who", lambda *_, **__: user)
    seen, empty = "", list[str]()
    for page in page_frame.PAGES:
        app = open_app(page, **({"status": "ready"} if page == "circulars" else {}))  # else it asks who is meant
        words = sent(app)
        seen += words
        if page == "volunteers" and duty in {Role.DIRECTOR, Role.CALL_HANDLER}:
            assert HIDDEN in words, "the rows of a grid are read as well"
        if page in HOLDS and page in page_frame.pages_for(user):
            empty += [] if HOLDS[page] in words else [page]
        if duty in {Role.COORDINATOR, Role.TRUSTEE}:
            assert HIDDEN not in words, page
        if duty is Role.TRUSTEE:
            assert "Rita Resident" not in words, page
            assert "Vera Volunteer" not in words, page
        if page not in page_frame.pages_for(user):
            assert str(app.title[0].value if app.title else "") != page_frame.PAGES[page], page
    assert empty == []
    assert (HIDDEN in seen) is (duty in {Role.DIRECTOR, Role.CALL_HANDLER}), "or the walk came to no page"
