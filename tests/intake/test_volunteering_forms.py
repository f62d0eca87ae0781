"""The forms of volunteering roles and of what neighbours share: who needs somebody, and who is interested."""

from datetime import date

import pytest

from community.book import Row
from tests.forms.answers import ENQUIRY, OFFER, OPPORTUNITY
from tests.intake.conftest import Service
from tests.intake.walking import Walker, heading, reference, visit

INTERESTED, WE_NEED, SHARE = "/volunteer/interested/", "/volunteer/we-need-volunteers/", "/directory/share/"
ROLE = {"name": "Bean picker", "extra.organisation": "The <b>Allotments</b>", "status": "approved", "hub": "keynsham",
        "telephone": "01632 960777", "contact_name": "Alan Canary"}  # fmt: skip


def sent(service: Service, address: str, answers: dict[str, list[str]]) -> Walker:
    walker = Walker(service.url + address, answers)
    walker.to_check()
    walker.send()
    return walker


def only(service: Service, table: str) -> Row:
    (row,) = service.book.rows(table)
    return row


def test_an_organisation_asks_for_a_volunteer_and_nothing_is_printed_before_somebody_looked(service: Service) -> None:
    walker = sent(service, WE_NEED, OPPORTUNITY)
    row = only(service, "opportunities")
    assert row["id"] == reference(walker.page.text)
    assert (row["status"], row["min_age"], row["ends_on"]) == ("offered", 16, "2026-12-24")
    assert row["extra.organisation"] == "The Invented Allotment Society"
    assert "No role can be asked for just now" in visit("GET", service.url + INTERESTED).text


def test_words_that_are_no_day_are_asked_about_once_and_kept(service: Service) -> None:
    walker = Walker(service.url + WE_NEED, OPPORTUNITY | {"ends_on": ["when the frost comes"]})
    assert "This does not look like a day. Is it right?" in walker.to_check().page.text
    walker.send()
    row = only(service, "opportunities")
    assert (row["ends_on"], row["extra.ends_on"]) == (None, "when the frost comes")
    assert "date_odd" in row["flags"]


def test_whoever_is_interested_chooses_a_role_and_reads_which_it_is(service: Service) -> None:
    role = service.book.append("opportunities", ROLE, by="web").id
    service.book.append("opportunities", ROLE | {"name": "Hidden", "status": "offered"}, by="web")
    service.book.append("opportunities", ROLE | {"name": "Hidden", "ends_on": "2026-11-22"}, by="web")
    page = visit("GET", service.url + INTERESTED).text
    assert f'href="?for={role}"' in page
    assert "The &lt;b&gt;Allotments&lt;/b&gt;" in page
    assert not any(word in page for word in ("Hidden", "960777", "Canary"))
    walker = sent(service, f"{INTERESTED}?for={role.lower()}", ENQUIRY)
    assert heading(walker.page.text) == "Thank you. We have your question"
    assert "passes it to the organisation" in walker.page.text
    row = only(service, "enquiries")
    assert (row["opportunity_id"], row["status"], row["consent"]) == (role, "enquired", "yes")
    no = sent(service, f"{INTERESTED}?for={role}", ENQUIRY | {"consent": ["no"], "postcode": []})
    assert "Before we tell the organisation who you are, we ask you." in no.page.text
    assert service.book.get("enquiries", reference(no.page.text))["hub"] == "keynsham", "of the role"


def test_a_role_that_is_taken_back_meanwhile_is_not_asked_for(service: Service) -> None:
    role = service.book.append("opportunities", ROLE | {"ends_on": "2026-11-23"}, by="web").id
    walker = Walker(f"{service.url}{INTERESTED}?for={role}", ENQUIRY)
    walker.to_check()
    service.clock.pass_by(days=1)
    answer = walker.press("send")
    assert answer.status_code == 409
    assert "can’t be asked for any more" in answer.text
    assert not service.book.rows("enquiries")


@pytest.mark.parametrize(
    ("typed", "kept"), [("24/12/2026", date(2026, 12, 24).isoformat()), ("by Easter", "by Easter"), ("", None)]
)
def test_a_neighbour_shares_something_until_a_day(service: Service, typed: str, kept: str | None) -> None:
    sent(service, SHARE, OFFER | {"extra.until": [typed]})
    row = only(service, "services")
    assert (row["kind"], row["status"], row["extra.until"]) == ("member_offer", "offered", kept)
    assert ("date_odd" in (row["flags"] or "")) == (typed == "by Easter")
