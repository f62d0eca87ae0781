"""Somebody who works with people refers one of them, or several: a request for somebody else like any other."""

from tests.forms.answers import REFERRAL
from tests.intake.conftest import Service
from tests.intake.walking import Walker, reference, visit

FORM = "/get-help/refer/"


def referred(service: Service, **answers: list[str]) -> Walker:
    walker = Walker(f"{service.url}{FORM}", REFERRAL | answers)
    walker.to_check()
    walker.send()
    return walker


def test_a_referral_is_a_request_for_somebody_else_from_whoever_works_with_them(service: Service) -> None:
    page = referred(service).page.text
    assert "We have your referral" in page
    assert "We will be in touch by" in page, "nobody is promised a call who may not be the one that is rung"
    row = service.book.get("help_requests", reference(page))
    assert row is not None
    assert (row["for_whom"], row["status"], row["tasks"]) == ("somebody_else", "new", "shopping")
    assert row["referrer_who"] == "District nurse, the invented surgery"
    assert row["hub"] is not None
    assert "no_agreement" not in (row["flags"] or "")


def test_without_their_word_a_person_asks_and_nobody_is_turned_away(service: Service) -> None:
    flags = []
    for agrees in ([], ["no"], ["unable"]):
        row = service.book.get("help_requests", reference(referred(service, they_agree=agrees).page.text))
        assert row is not None
        flags.append({each for each in ("no_agreement", "cannot_agree") if each in (row["flags"] or "")})
    assert flags == [{"no_agreement"}, {"no_agreement"}, {"no_agreement", "cannot_agree"}]


def test_for_whom_it_is_is_not_asked_and_cannot_be_changed(service: Service) -> None:
    assert 'name="for_whom"' not in visit("GET", service.url + FORM).text
    page = referred(service, for_whom=["myself"]).page.text
    row = service.book.get("help_requests", reference(page))
    assert row is not None
    assert row["for_whom"] == "somebody_else"
