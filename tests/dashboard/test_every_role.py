"""Every page as each role opens it: none fails, and none shows what another hub, or the lead alone, may see."""

import pytest

import community.casework as cw
from community.tables.roles import Role
from community.tables.support_vocabulary import RoundWay
from dashboard import page_frame
from tests.casework.office import ELSEWHERE, Office
from tests.casework.rounds import erasure_wanted, handed_over, household, parcel
from tests.dashboard.conftest import OpenApp, shown

pytestmark = pytest.mark.long
HIDDEN = "Zacchaeus"
"""The name of everybody of another hub; nobody of the hub whose coordinator looks."""


def _a_little_of_all(office: Office) -> None:
    parcel(office)
    parcel(office, hub=ELSEWHERE, name=f"{HIDDEN} Fed")
    handed_over(office)
    office.make_request(hub=ELSEWHERE, name=f"{HIDDEN} Asks")
    office.make_volunteer(hub=ELSEWHERE, name=f"{HIDDEN} Helps")
    office.make_session()
    here, there = household(office), household(office, hub=ELSEWHERE, name=f"{HIDDEN} Home")
    cw.share_out(office.director, RoundWay.CALL, [here, there], ["Cora"], [])
    one = erasure_wanted(office)
    cw.acknowledge_complaint(office.director, one)
    cw.ask_erasure(office.director, one, seen="acknowledged")


@pytest.mark.parametrize("role", [Role.DIRECTOR, Role.COORDINATOR, Role.CALL_HANDLER, Role.TRUSTEE])
def test_each_page_opens_and_shows_nothing_of_another_hub(
    open_app: OpenApp, office: Office, monkeypatch: pytest.MonkeyPatch, role: Role
) -> None:
    _a_little_of_all(office)
    desks = {"director": office.director, "coordinator": office.coordinator, "call_handler": office.handler}
    user = desks[role].user if role in desks else cw.User("Tess Trustee", role)
    monkeypatch.setattr("dashboard.auth.who", lambda *_, **__: user)
    monkeypatch.setattr("dashboard.work_session.who", lambda *_, **__: user)
    seen = ""
    for page in page_frame.PAGES:
        app = open_app(page)
        words = shown(app)
        seen += words
        if role in {Role.COORDINATOR, Role.TRUSTEE}:
            assert HIDDEN not in words, page
        if role is Role.TRUSTEE:
            assert "Rita Resident" not in words, page
            assert "Vera Volunteer" not in words, page
        if page not in page_frame.pages_for(user):
            assert str(app.title[0].value if app.title else "") != page_frame.PAGES[page], page
    assert (HIDDEN in seen) is (role in {Role.DIRECTOR, Role.CALL_HANDLER}), "or the walk came to no page"
