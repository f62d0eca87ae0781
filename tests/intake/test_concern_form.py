"""The forms for somebody who may come to harm: numbers first, sealed at once, off where nobody receives them."""

import sqlite3
from pathlib import Path

import pytest
from structlog.testing import capture_logs

import community.casework as cw
from community import concerns
from tests.concerns.duty import PEOPLE, listed
from tests.intake.conftest import Serve, Service
from tests.intake.walking import Walker, reference, visit

CANARY = "zxqcanary"
TOLD = {
    "danger_now": ["no"],
    "what": [f"{CANARY} one"],
    "at_risk_name": [f"{CANARY} two"],
    "at_risk_reach": [f"{CANARY} three"],
    "harm_by": ["volunteer"],
    "harm_by_name": [f"{CANARY} four"],
    "reporter_name": [f"{CANARY} five"],
    "reporter_telephone": ["01632 960999"],
    "safe_to_ring": ["no"],
    "when_safe": [f"{CANARY} six"],
}


@pytest.fixture
def received(serve: Serve, tmp_path: Path) -> Service:
    """A service where a lead, a deputy and a chair are on the list."""
    listed(tmp_path)
    return serve()


def desk(service: Service, user: cw.User) -> cw.WorkContext:
    return cw.WorkContext(service.book, service.settings, user, None, service.clock)


LEAD = cw.User("Lena Lead", "call_handler", safeguarding="lead")
CHAIR = cw.User("Charlie Chair", None, safeguarding="chair")


@pytest.mark.parametrize(("form", "route"), [("adult", "adults"), ("child", "children")])
def test_what_is_told_reaches_the_lead_sealed_and_by_its_own_way(received: Service, form: str, route: str) -> None:
    walker = Walker(f"{received.url}/safeguarding/{form}/", TOLD).to_check()
    with capture_logs() as logged:
        one = walker.send()
    assert logged == [], "that somebody told of harm stands in no log"
    (line,) = concerns.concerns_for(desk(received, LEAD))
    assert (line.id, line.route, line.status) == (one, route, "raised")
    assert concerns.open_concern(desk(received, LEAD), one).told["what"] == f"{CANARY} one"
    raw = received.path.read_bytes() + Path(f"{received.path}-wal").read_bytes()
    assert CANARY.encode() not in raw
    assert b"01632 960999" not in raw
    rows = sqlite3.connect(received.path).execute("SELECT * FROM concerns_now").fetchall()
    assert CANARY not in repr(rows)


def test_emergency_numbers_come_first_with_a_quick_way_out_on_every_part(received: Service) -> None:
    walker = Walker(f"{received.url}/safeguarding/child/", TOLD)
    for _ in range(3):
        html = walker.page.text
        assert html.index("Leave this page quickly") < html.index("Ring 999") < html.index("<form")
        assert "children’s social care" in html
        assert "adult social care" not in html
        assert walker.page.headers["cache-control"] == "no-store"
        walker.press("continue")


def test_the_end_says_until_when_and_whom_to_ring_and_has_no_address_to_come_back_to(received: Service) -> None:
    walker = Walker(f"{received.url}/safeguarding/adult/", TOLD).to_check()
    walker.press("send")
    html = walker.page.text
    assert walker.page.url.path == "/safeguarding/adult/"
    assert not walker.page.url.query
    assert "We aim to read this by" in html
    assert "11 am" in html, "within the hour that the settings name"
    assert "We will not ring you" in html
    assert "you did not say that it is safe to ring you" in html
    assert "ask for the chair of the trustees" in html, "not for the lead, where somebody of ours may be the cause"
    assert CANARY not in html
    assert walker.page.headers["cache-control"] == "no-store"


def test_sent_twice_it_is_one_concern(received: Service) -> None:
    walker = Walker(f"{received.url}/safeguarding/adult/", TOLD).to_check()
    filled = walker.filled("send")
    first, second = (visit("POST", walker.url, data=filled, headers=walker.headers) for _ in range(2))
    assert reference(first.text) == reference(second.text)
    assert len(received.book.rows("concerns")) == 1


def test_one_about_somebody_who_runs_the_hub_reaches_the_chair_alone(received: Service) -> None:
    one = Walker(f"{received.url}/safeguarding/adult/", TOLD | {"harm_by": ["runs_it"]}).to_check().send()
    assert concerns.concerns_for(desk(received, LEAD)) == []
    assert [line.id for line in concerns.concerns_for(desk(received, CHAIR))] == [one]


@pytest.mark.parametrize("named", [{"harm_by": ["runs_it"]}, {"harm_by_name": ["Mrs Lena Lead"]}])
@pytest.mark.parametrize("there", [True, False], ids=["with a chair", "without"])
def test_one_that_nobody_here_may_open_ends_with_the_council_to_ring(
    serve: Serve, tmp_path: Path, named: dict[str, list[str]], there: bool
) -> None:
    listed(tmp_path, PEOPLE if there else PEOPLE.replace('safeguarding = "chair"', 'role = "call_handler"'))
    walker = Walker(f"{serve().url}/safeguarding/adult/", TOLD | named).to_check()
    walker.press("send")
    assert ("nobody else here can open this now" in walker.page.text) != there


def test_where_no_lead_is_on_the_list_the_form_is_off_and_gives_numbers(service: Service) -> None:
    address = f"{service.url}/safeguarding/adult/"
    for answer in (
        visit("GET", address),
        visit("POST", address, data={"what": CANARY, "to": "send"}, headers={"sec-fetch-site": "same-origin"}),
    ):
        assert "<form" not in answer.text
        assert "Ring 999" in answer.text
        assert "adult social care" in answer.text
        assert CANARY not in answer.text
    assert service.book.rows("concerns") == []


def test_when_we_are_shut_the_end_says_so_and_counts_from_the_opening(received: Service) -> None:
    received.clock.pass_by(hours=10)
    walker = Walker(f"{received.url}/safeguarding/adult/", TOLD).to_check()
    walker.press("send")
    assert "We are shut now" in walker.page.text
    assert "Tuesday 24 November, 10 am" in walker.page.text


ABOUT = {
    "what": [f"{CANARY} shouted"],
    "reporter_name": [f"{CANARY} five"],
    "reporter_telephone": ["01632 960999"],
    "safe_to_ring": ["unsure"],
}
BY_EMAIL = {"reporter_email": ["five@example.org"]}


def test_a_complaint_about_the_director_is_sealed_for_the_chair_alone(received: Service) -> None:
    walker = Walker(f"{received.url}/put-it-right/director/", ABOUT | BY_EMAIL).to_check()
    one = walker.send()
    # Sent on a Monday: the settings promise word within three working days, and an answer within twenty of that.
    html = walker.page.text
    assert "You hear by Thursday 26 November, 5 pm that the chair has it" in html
    assert "within 20 working days of that" in html
    assert "We aim to reply" not in html
    [line] = concerns.concerns_for(desk(received, CHAIR))
    assert (line.id, line.reply_due.strftime("%A")) == (one, "Thursday"), "the chair sees the same day"
    for user in (LEAD, cw.User("James Carlin", "director"), cw.User("Dilys", "director", safeguarding="deputy")):
        assert concerns.concerns_for(desk(received, user)) == []
    assert received.book.rows("complaints") == []
    raw = received.path.read_bytes() + Path(f"{received.path}-wal").read_bytes()
    assert CANARY.encode() not in raw


UNREACHED = "You left no way to answer you"
NOT_RUNG = "We have your telephone number, but you did not say that it is safe to ring you"


@pytest.mark.parametrize("form", ["put-it-right/director", "safeguarding/adult", "safeguarding/child"])
@pytest.mark.parametrize(
    ("left", "said", "never"),
    [
        ({"reporter_telephone": []}, {UNREACHED}, {NOT_RUNG, "We will not ring"}),
        ({}, {"We will not ring you", NOT_RUNG, "0300 247 0050"}, {UNREACHED}),
        ({"safe_to_ring": ["no"]} | BY_EMAIL, {NOT_RUNG}, {UNREACHED}),
        ({"reporter_telephone": []} | BY_EMAIL, set(), {UNREACHED, NOT_RUNG}),
        ({"safe_to_ring": ["yes"]}, set(), {UNREACHED, NOT_RUNG}),
    ],
)
def test_the_end_promises_an_answer_to_whom_it_can_reach_and_says_to_others_why_not(
    received: Service, form: str, left: dict[str, list[str]], said: set[str], never: set[str]
) -> None:
    walker = Walker(f"{received.url}/{form}/", ABOUT | left).to_check()
    walker.press("send")
    html = walker.page.text
    assert all(words in html for words in said)
    assert not any(words in html for words in never)
    promised = any(words in html for words in ("You hear by", "We aim to reply by"))
    assert promised == ("reporter_email" in left or left.get("safe_to_ring") == ["yes"])


def test_whoever_leaves_a_number_is_asked_whether_it_is_safe_and_nobody_else_is(received: Service) -> None:
    walker = Walker(f"{received.url}/put-it-right/director/", ABOUT | {"safe_to_ring": []})
    walker.press("continue")
    assert "Touch one answer" in walker.press("continue").text
    assert 'href="#safe_to_ring' in walker.page.text
    assert "Touch one answer" not in walker.press("continue", {}).text


@pytest.mark.parametrize("there", ["nobody", "no chair"])
def test_without_a_chair_it_is_not_taken_and_says_whom_to_ask_for(serve: Serve, tmp_path: Path, there: str) -> None:
    if there == "no chair":
        listed(tmp_path, PEOPLE.replace('safeguarding = "chair"', 'role = "call_handler"'))
    service = serve()
    said = visit("GET", f"{service.url}/put-it-right/director/").text
    assert "<form" not in said
    assert "</a> and ask for the chair of the trustees" in said
