"""Somebody is passed on from their page, stands in the list of referrals, and what came of it is written down there."""

import community.casework as cw
from community.tables.verbs import Verb
from community.wording import wording
from tests.casework.life import sent_to_us
from tests.casework.office import ELSEWHERE, TODAY, Office
from tests.dashboard.conftest import OpenApp, labels, press, shown
from tests.dashboard.test_life_on_pages import answer, resident

PASSED = wording().life_event_done[Verb.REFER]


def test_it_begins_on_a_residents_page_and_ends_in_the_list(open_app: OpenApp, office: Office) -> None:
    assert "Nobody has been passed on" in shown(open_app("referrals"))
    app = open_app("residents", id=resident(office))
    assert "Passed on to services" not in shown(app)
    press(app, "Pass on to a service, or ask for a grant")
    assert "Answer this first: What for?" in shown(app)
    answer(app, "for_what", "Rails for the bath")
    answer(app, "service", "Care and Repair")
    assert "Nothing is passed on without that" in shown(app)
    assert PASSED not in labels(app)
    answer(app, "agreed_by", "themselves")
    answer(app, "agreed", "On the telephone")
    answer(app, "pounds", 1500)
    said = shown(app)
    assert "What for: Rails for the bath" in said
    assert "£1,500" in said
    assert "01632" not in said.partition("Words to say")[2].partition("Who agreed")[0], "not agreed to"
    press(app, PASSED)
    (row,) = office.book.rows("referrals")
    assert "£1,500 asked for · sent" in shown(app)
    listed = shown(open_app("referrals"))
    assert "Passed on, not answered yet · 1" in listed
    app = open_app("referrals", id=str(row["id"]))
    assert "They themselves: On the telephone. May be told: the name and what for, no more" in shown(app)
    app.selectbox(key=f"life-{row['id']}-what").set_value(Verb.REFERRAL_OVER.value).run()
    answer(app, "outcome", "A new bath")
    answer(app, "pounds_given", 900)
    answer(app, "given_by", "The fund")
    press(app, wording().life_event_done[Verb.REFERRAL_OVER])
    assert "£900 given by The fund" in shown(app)
    press(app, "Undo")
    assert office.row("referrals", row["id"])["status"] == "sent"
    assert TODAY.isoformat() < str(office.row("referrals", row["id"])["chase_on"])


def test_whom_others_sent_stands_under_whoever_sent_them(open_app: OpenApp, office: Office) -> None:
    assert "Nobody has been sent to us yet" in shown(open_app("referrals", show="in"))
    one, other = sent_to_us(office), sent_to_us(office)
    app = open_app("triage", id=one)
    press(app, "Tell whoever sent them that we have it")
    assert f"The reference is {one}" in shown(app)
    press(app, "They know that we have it")
    page = shown(open_app("referrals", show="in"))
    assert page.count("Nia Nurse") == 1
    assert "2 requests" in page
    assert "01632 960790" in page, "whoever sent them can be rung"
    assert page.count("not told yet that we have it") == 1
    assert other in {str(row["id"]) for row in office.book.rows("help_requests")}
    (row,) = office.book.rows("referrals")
    page = shown(open_app("referrals", id=str(row["id"])))
    assert "Sent to us by A nurse" in page
    assert page.index("Who it is") < page.index("Their request"), "both links bear one name"


def test_what_went_from_hub_to_hub_stands_under_no_service_and_no_referrer(open_app: OpenApp, office: Office) -> None:
    request = sent_to_us(office)
    cw.give_to_hub(office.director, request, ELSEWHERE, seen="triaged")
    assert "Passed on, not answered yet" not in shown(open_app("referrals"))
    assert "not told yet that we have it" in shown(open_app("referrals", show="in")), "whoever sent them heard nothing"
    resident_id = str(office.row("help_requests", request)["resident_id"])
    assert "Passed on to services" not in shown(open_app("residents", id=resident_id))
