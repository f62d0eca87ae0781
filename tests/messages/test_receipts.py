"""The copy of a receipt on its way: to the address of the form, without a word of it, and never when it is too late."""

import json

import pytest

import community.casework as cw
from community.book import utc_now
from community.messages import words_for
from community.messages.short_texts import segments
from community.settings.response_promise import answer_by
from community.tables.vocabulary import ReachBy
from community.wording import moment_words
from tests.casework.office import ELSEWHERE, Office
from tests.messages.asking import message, worker
from tests.messages.mail_server import MailServer
from tests.messages.sending import body, office, server, service, work
from tests.messages.text_service import ServiceStandIn

__all__ = ["office", "server", "service"]

ASKS = {
    "name": "Canaria Casewell",
    "telephone": "07700 900777",
    "email": "canaria@example.org",
    "details": "The canary is ill",
    "address": "7 Canary Close",
    "urgency": "this_week",
}
REFERS = {
    "for_whom": "somebody_else",
    "referrer_name": "Rufus Referrer",
    "referrer_email": "rufus@example.org",
    "referrer_telephone": "07700 900888",
}
OFFERS = {"name": "Vera Volunteer", "telephone": "07700 900123", "email": "vera@example.org", "status": "applied"}
WRITTEN = ("canar", "casewell", "900777", "ill", "dog", "vera", "900123", "rufus", "900888", "neighbour")
"""What stands in those forms, and in no copy of a receipt."""


def copy_of(office: Office, reference: str, way: ReachBy = ReachBy.EMAIL) -> str:
    """The id of the copy that whoever sent this form asked for."""
    assert cw.ask_copy(office.desk(cw.User("", None)), reference, way)
    (row,) = office.book.rows("messages", lambda c: [c.about == reference])
    return str(row["id"])


def by_when(office: Office) -> str:
    return moment_words(answer_by(office.settings.community, utc_now()))


def found(words: str) -> list[str]:
    parts = words.lower().replace("will", "").replace("still", "")
    return [each for each in WRITTEN if each in parts]


@pytest.mark.parametrize(
    ("form", "to"), [(ASKS, "canaria@example.org"), (ASKS | REFERS, "rufus@example.org"), (OFFERS, "vera@example.org")]
)
def test_an_email_says_the_reference_and_by_when_and_nothing_that_they_wrote(
    office: Office, server: MailServer, form: dict[str, str], to: str
) -> None:
    reference = office.make_volunteer(**form) if form is OFFERS else office.make_request(**form)
    one = copy_of(office, reference)
    work()
    assert server.tried == [to]
    words = body(server)
    for each in (f"Your reference is {reference}", f"We are in touch by {by_when(office)}.", "0300 247 0050"):
        assert each in words
    assert server.letters[0]["Subject"] == f"We have what you sent us: {reference}"
    assert server.letters[0]["List-Unsubscribe"] is None, "it is one message, and no more of them come"
    assert "://" not in words
    assert found(words) == []
    assert message(office, one).status == "sent"


@pytest.mark.parametrize(("form", "to"), [(ASKS, "+447700900777"), (ASKS | REFERS, "+447700900888")])
def test_a_text_says_the_same_in_two(office: Office, service: ServiceStandIn, form: dict[str, str], to: str) -> None:
    reference = office.make_request(**form)
    copy_of(office, reference, ReachBy.TEXT)
    work()
    told = json.loads(service.asked[0][3])
    assert told["to"] == to
    assert segments(told["text"]) <= 2
    for each in (reference, by_when(office), "0300 247 0050"):
        assert each in told["text"]
    assert found(told["text"]) == []


def test_a_copy_that_waits_is_withdrawn_once_somebody_has_rung(office: Office, server: MailServer) -> None:
    reference = office.make_request(**ASKS)
    one = copy_of(office, reference)
    cw.no_answer(office.handler, reference, seen="new")
    work()
    assert server.tried == []
    assert message(office, one).status == "withdrawn"


def test_a_volunteer_whose_address_does_not_exist_is_asked_for_another(office: Office, server: MailServer) -> None:
    copy_of(office, office.make_volunteer(**OFFERS))
    server.answers["RCPT"] = "550 5.1.1 nobody here"
    work()
    titles = [line.title for line in cw.today(office.director, utc_now())]
    assert "Ask for a new email address: Vera Volunteer" in titles
    assert not [title for title in titles if "did not reach" in title], "nobody has to say it to them"


def test_a_volunteer_who_stopped_emails_meanwhile_gets_none(office: Office, server: MailServer) -> None:
    reference = office.make_volunteer(**OFFERS)
    one = copy_of(office, reference)
    office.set(office.row("volunteers", reference), "stopped", "email")
    work()
    assert server.tried == []
    assert message(office, one).status == "withdrawn"


@pytest.mark.parametrize("closed", ["stopped", "not_safe"])
def test_an_address_that_is_closed_before_the_copy_leaves_gets_none(
    office: Office, server: MailServer, closed: str
) -> None:
    one = copy_of(office, office.make_request(**ASKS))
    office.set(office.row("volunteers", office.make_volunteer(email=ASKS["email"])), closed, "email")
    work()
    assert server.tried == []
    assert message(office, one).status == "withdrawn"


def test_who_may_not_see_the_form_may_not_read_its_copy(office: Office) -> None:
    one = copy_of(office, office.make_request(**ASKS))
    assert words_for(office.coordinator, one).text == words_for(worker(office), one).text
    assert office.neighbour.user.hub == ELSEWHERE
    with pytest.raises(cw.NotFound):
        words_for(office.neighbour, one)
