"""A caller whom the book knows: nothing is said before two facts, and nothing done about anybody else."""

from datetime import timedelta

import pytest
from streamlit.testing.v1 import AppTest

import community.casework as cw
from community.tables.vocabulary import ContactWay
from tests.casework.office import Office
from tests.dashboard.conftest import OpenApp, labels, press, shown
from tests.dashboard.test_call_page import say


@pytest.fixture
def ada(office: Office) -> str:
    """Give the id of a resident whose shopping was done by Vera."""
    match = office.make_match("active", task_type="shopping", name="Ada Asks", telephone="01632 960777",
                              address="7 Quiet Street")  # fmt: skip
    cw.done(office.director, match, office.today - timedelta(days=1), 30, seen="active")
    return str(office.row("needs", office.row("matches", match)["need_id"])["resident_id"])


def tell(app: AppTest, *facts: str) -> None:
    for fact in facts:
        press(app, fact)


def test_who_comes_and_what_they_had_is_shown_only_after_two_facts(open_app: OpenApp, office: Office, ada: str) -> None:
    app, before = open_app("call", id=ada), office.book.count("contacts")
    press(app, "Their whole name")
    assert "Say nothing yet" in shown(app)
    assert "Vera" not in shown(app)
    assert office.book.count("contacts") == before
    press(app, "Address or postcode")
    assert "They told us: their whole name and address or postcode" in shown(app)
    assert "Vera" in shown(app)
    assert [call.by for call in cw.open_calls(office.director, ada)] == [office.settings.community.director]


def test_the_same_again_takes_two_presses_and_gives_the_reference(open_app: OpenApp, office: Office, ada: str) -> None:
    app = open_app("call", id=ada)
    tell(app, "Their whole name", "Telephone or email")
    press(app, "Shopping again")
    assert "Is there food in the house" in shown(app)
    press(app, "Nobody is: write it down")
    (need,) = [row for row in office.book.rows("needs") if row["status"] == "open"]
    assert (need["resident_id"], need["task_type"]) == (ada, "shopping")
    page = shown(app)
    assert need["request_id"] in page
    assert "A person answers by" in page
    assert cw.open_calls(office.director, ada) == []


def test_somebody_else_on_the_line_with_them_is_seen(open_app: OpenApp, office: Office, ada: str) -> None:
    cw.begin_call(office.handler, ada, "another", ContactWay.TELEPHONE, "")
    assert "Hal Handler began a call with them" in shown(open_app("call", id=ada))


def test_for_somebody_else_nothing_is_told_and_what_they_ask_is_taken_down(
    open_app: OpenApp, office: Office, ada: str
) -> None:
    app = open_app("call", id=ada)
    press(app, "They ring for this person")
    page = shown(app)
    assert "relatives and neighbours hear only what the resident agreed to" in page
    assert "Vera" not in page
    assert "Shopping again" not in labels(app)
    say(app, referrer_name="Dan Daughter", tasks=["prescription"], they_agree="yes")
    press(app, "Nobody is at risk: write it down")
    request = office.book.rows("help_requests")[-1]
    assert (request["referrer_name"], request["resident_id"], request["name"]) == ("Dan Daughter", ada, "Ada Asks")
    assert office.book.rows("needs")[-1]["task_type"] == "prescription"


def test_a_protected_address_is_no_fact_to_compare(open_app: OpenApp, office: Office, ada: str) -> None:
    office.set(office.row("residents", ada), "protected_address", "yes")
    app = open_app("call", id=ada)
    assert "7 Quiet Street" not in shown(app)
    (fact,) = [button for button in app.button if button.label == "Address or postcode"]
    assert fact.disabled


def test_their_language_is_said_to_whoever_rings_next(open_app: OpenApp, office: Office, ada: str) -> None:
    office.set(office.row("residents", ada), "languages", "polish")
    assert "They speak Polish: offer an interpreter" in shown(open_app("call", id=ada))


def test_no_answer_and_nothing_more_are_one_press_each(open_app: OpenApp, office: Office, ada: str) -> None:
    app = open_app("call", id=ada)
    press(app, "We rang: no answer")
    assert "nobody answered" in shown(app)
    tell(app, "Their whole name", "Day of a visit")
    press(app, "Nothing more: finish")
    assert cw.open_calls(office.director, ada) == []
    assert "Who is it?" in shown(app)


def test_a_volunteer_who_rings_is_asked_for_two_facts_as_well(open_app: OpenApp, office: Office) -> None:
    app = open_app("call", id=office.make_volunteer(name="Vera Vole"))
    assert "Say nothing yet" in shown(app)
    assert "Nothing more: finish" not in labels(app)
