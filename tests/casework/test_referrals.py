"""Somebody is passed on with their agreement: no more is told than that, and somebody asks until it is answered."""

from datetime import date

import pytest

import community.casework as cw
from community import messages
from community.tables.row_types import ContactRow, MessageRow, ReferralRow
from community.tables.verbs import Verb
from tests.casework.life import AGREED, over_for_the_nurse, sent_to_us
from tests.casework.office import ELSEWHERE, TODAY, Office


def resident(office: Office, **told: object) -> str:
    one = str(office.row("needs", office.make_need("phone_call", **told))["resident_id"])
    for column, value in {"address": "3 Paragon", "postcode": "BA1 5LX", "languages": "english"}.items():
        office.set(office.row("residents", one), column, value)
    return one


def service(office: Office, **told: object) -> str:
    values = {"name": "Care and Repair", "status": "approved", "public_email": "hello@care.example.org"}
    return office.book.append("services", values | told, by="web").id


def answers(**told: object) -> dict[str, object]:
    return {"for_what": "Rails for the bath", "service": "Care and Repair", **AGREED, **told}


def refer(office: Office, one: str, context: cw.WorkContext | None = None, **told: object) -> ReferralRow:
    cw.happened(context or office.handler, Verb.REFER, one, answers(**told))
    return office.book.rows(ReferralRow)[-1]


def says(office: Office, one: str, context: cw.WorkContext | None = None, **told: object) -> str:
    return str(cw.foresee_event(context or office.handler, Verb.REFER, one, answers(**told)).say)


def kept(office: Office, referral: ReferralRow) -> str:
    (row,) = office.book.rows(ContactRow, lambda c: [c.about == referral.id])
    return str(row.words)


def test_nothing_is_passed_on_without_a_service_and_without_leave(office: Office) -> None:
    one = resident(office)
    for missing, why in (("service", "which service"), ("agreed_by", "who agreed"), ("agreed", "who agreed")):
        with pytest.raises(cw.NotNow, match=why):
            refer(office, one, **{missing: None})
    for status in ("withdrawn", "offered"):
        with pytest.raises(cw.NotNow, match="not in the directory"):
            refer(office, one, service=None, service_id=service(office, status=status))
    assert office.book.count("referrals") == 0


def test_what_is_read_before_is_what_is_told_and_kept_and_holds_no_more_than_was_agreed(office: Office) -> None:
    one = resident(office)
    words = says(office, one)
    assert all(part in words for part in ("Rails for the bath", "Rita Resident", "01632 960", "They themselves"))
    assert "Paragon" not in words, "the address was not agreed to"
    referral = refer(office, one)
    assert kept(office, referral) == words
    assert referral.agreed == "They themselves: On the telephone. May be told: Telephone"
    assert "3 Paragon, BA1 5LX" in says(office, one, may_tell=["address"])
    office.set(office.row("residents", one), "not_safe", ["ring"])
    assert "Do not ring" in says(office, one), "the service heeds it, too"


def test_a_protected_address_is_told_by_the_lead_alone_by_telephone_and_is_not_kept(office: Office) -> None:
    one = resident(office)
    office.set(office.row("residents", one), "protected_address", "yes")
    lead = office.desk(cw.User("Lena Lead", "coordinator", "bath_north", safeguarding="lead"))
    for context, told in (
        (office.director, {"may_tell": ["address"]}),
        (office.director, {"for_what": "Rails at ba15lx"}),
        (lead, {"may_tell": ["address"], "way": "email"}),
    ):
        with pytest.raises(cw.NotNow, match="protected"):
            refer(office, one, context, **told)
    assert "Paragon" not in says(office, one, lead)
    assert "3 Paragon" in says(office, one, lead, may_tell=["address"], way="telephone")
    referral = refer(office, one, lead, may_tell=["address"], way="telephone")
    assert "Paragon" not in kept(office, referral)


def test_an_email_goes_by_itself_only_where_one_can(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    one, there = resident(office), service(office)
    told = {"service": None, "service_id": there, "way": "email"}
    assert "sends this" not in says(office, one, **told)
    refer(office, one, **told)
    assert office.book.count("messages") == 0, "no channel is open: a person copies the words"
    monkeypatch.setattr("community.casework.referral_words.sends", lambda *_: True)
    assert "sends this to hello@care.example.org" in says(office, one, **told)
    referral = refer(office, one, **told)
    (message,) = office.book.rows(MessageRow)
    assert (message.about, message.to_whom, message.status) == (referral.id, there, "queued")
    rendered = messages.words_to_pass_on(office.director, message)
    assert "Rails for the bath" in rendered.text
    assert "Rita" not in rendered.subject
    cw.happened(office.handler, Verb.REFERRAL_TAKEN_UP, referral.id, {"by": "Jo", "on": TODAY})
    assert office.row("messages", message.id)["status"] == "withdrawn", "they know it already"
    refer(office, one, service=None, service_id=service(office, name="By hand", public_email=None), way="email")
    assert office.book.count("messages") == 1


def test_what_a_service_has_read_is_not_taken_back(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("community.casework.referral_words.sends", lambda *_: True)
    one, there = resident(office), service(office)
    told = answers(service=None, service_id=there, way="email")
    first = cw.happened(office.director, Verb.REFER, one, told).id
    cw.undo(office.director, first)
    assert [row.status for row in office.book.rows(MessageRow)] in ([], ["withdrawn"])
    second = cw.happened(office.director, Verb.REFER, one, told).id
    message = office.book.rows(MessageRow, lambda c: [c.status == "queued"])[-1]
    worker = office.desk(messages.MESSENGER)
    assert cw.begin_sending(worker, message.id) is not None
    cw.note_delivery(worker, message.id, "sent", None)  # type: ignore[arg-type]
    with pytest.raises(Exception, match="told already"):
        cw.undo(office.director, second)


def test_a_grant_is_a_referral_with_what_was_asked_and_given(office: Office) -> None:
    one = resident(office)
    referral = refer(office, one, pounds=150, service="The hardship fund")
    assert (referral.kind, referral.pence_asked) == ("grant", 15000)
    assert "£150" in kept(office, referral)
    with pytest.raises(cw.NotNow, match="who gave it"):
        cw.happened(office.handler, Verb.REFERRAL_OVER, referral.id, {"outcome": "A cooker", "pounds_given": 120})
    over = {"outcome": "A cooker", "pounds_given": 120, "given_by": "The fund"}
    cw.happened(office.handler, Verb.REFERRAL_OVER, referral.id, over)
    row = office.book.rows(ReferralRow)[-1]
    assert (row.status, row.pence_given, row.given_by) == ("closed", 12000, "The fund")
    assert [cw.pounds_words(pence) for pence in (12000, 1250, 0, None)] == ["£120", "£12.50", "£0", None]


def test_somebody_asks_the_service_until_it_answers_and_it_is_told_of_a_death(office: Office) -> None:
    one = resident(office)
    referral = refer(office, one)
    assert referral.chase_on is not None
    assert date.fromisoformat(referral.chase_on) > TODAY
    for context, sees in ((office.coordinator, True), (office.neighbour, False), (office.handler, True)):
        office.clock.now = office.clock.now.replace(day=23)
        assert not [item for item in cw.today(context, office.clock()) if item.kind == "referral_due"]
        office.clock.pass_(days=7)
        found = [item for item in cw.today(context, office.clock()) if item.kind == "referral_due"]
        assert bool(found) == sees
    with pytest.raises(cw.NotFound):
        cw.happened(office.neighbour, Verb.REFERRAL_OVER, referral.id, {"outcome": "x"})
    cw.happened(office.handler, Verb.REFERRAL_TAKEN_UP, referral.id, {"by": "Jo", "on": TODAY})
    cw.happened(office.director, Verb.DIED, one, {"on": office.today})
    titles = [item.title for item in cw.today(office.director, office.clock()) if item.kind == "referral_due"]
    assert [title[:33] for title in titles] == ["Tell Care and Repair kindly that "]
    with pytest.raises(cw.NotNow):
        refer(office, one)


def test_a_need_that_is_passed_on_stays_open_and_its_request_is_named(office: Office) -> None:
    need = office.make_need("phone_call")
    referral = refer(office, need)
    assert office.status(need) == "open"
    assert referral.request_id == office.row("needs", need)["request_id"]
    elsewhere = office.make_need("phone_call", hub=ELSEWHERE)
    with pytest.raises(cw.NotFound):
        refer(office, elsewhere, office.coordinator)


def test_whoever_sent_somebody_hears_at_once_that_we_have_it_and_no_more(office: Office) -> None:
    request = sent_to_us(office)
    say = str(cw.foresee_event(office.handler, Verb.REFERRER_KNOWS, request, {}).say)
    assert request in say
    assert "Rita" not in say
    assert office.settings.community.telephone in say
    cw.happened(office.handler, Verb.REFERRER_KNOWS, request, {"organisation": "Pulteney Surgery"})
    row = office.book.rows(ReferralRow)[-1]
    assert (row.direction, row.status, row.acknowledged_by) == ("in", "acknowledged", "Hal Handler")
    assert row.service == "Pulteney Surgery"
    with pytest.raises(cw.NotNow, match="know already"):
        cw.happened(office.director, Verb.REFERRER_KNOWS, request, {})
    with pytest.raises(cw.NotNow):
        cw.happened(office.director, Verb.REFERRER_KNOWS, office.make_request(), {})


def test_what_came_of_it_is_told_back_only_as_the_resident_agrees(office: Office) -> None:
    one = over_for_the_nurse(office)
    due = [item for item in cw.today(office.coordinator, office.clock()) if item.kind == "referrer_due"]
    assert [(item.title[:14], item.telephone) for item in due] == [("Tell Nia Nurse", "01632 960790")]
    assert not [item for item in cw.today(office.neighbour, office.clock()) if item.kind == "referrer_due"]
    told = {"may_hear": True, "agreed": "By telephone", "words": "Somebody rings her on Fridays"}
    for wrong in ({**told, "agreed": None}, {**told, "may_hear": False}):
        with pytest.raises(cw.NotNow):
            cw.happened(office.handler, Verb.REFERRER_HEARS, one, wrong)
    assert "Fridays" not in str(cw.foresee_event(office.handler, Verb.REFERRER_HEARS, one, {}).say)
    first = cw.happened(office.handler, Verb.REFERRER_HEARS, one, {}).id
    assert office.row("referrals", one)["outcome"] == "They do not agree that whoever sent them hears it"
    cw.undo(office.director, first)
    cw.happened(office.handler, Verb.REFERRER_HEARS, one, told)
    row = office.row("referrals", one)
    assert (row["status"], row["outcome"], row["agreed"]) == ("closed", "Somebody rings her on Fridays", "By telephone")
    assert "Fridays" in str([each.words for each in office.book.rows(ContactRow, lambda c: [c.about == one])])
