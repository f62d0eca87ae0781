"""Asking a volunteer by a message, and what becomes of the message and of the answer."""

import pytest

import community.casework as cw
from community.book.concern_register import keep_apart
from community.book.record_types import Record
from community.tables.job_kinds import JobKind
from community.tables.message_codes import OfferAnswer
from community.tables.row_types import ContactRow
from community.tables.vocabulary import ReachBy
from tests.casework.asking import approved, ask, jobs, message, sent, switch_on, titles, volunteer_of, worker
from tests.casework.office import Office
from tests.casework.test_telephone_calls import secrets


@pytest.fixture
def office(office: Office) -> Office:
    return switch_on(office)


def test_an_offer_moves_the_match_on_and_asks_for_the_message_to_be_sent(office: Office) -> None:
    match = approved(office)
    one = ask(office, match)
    assert office.status(match) == "offered"
    row = message(office, one)
    assert (row.about, row.to_whom, row.kind, row.way, row.status) == (
        *(match, volunteer_of(office, match)),
        *("offer", "email", "queued"),
    )
    assert row.answer_by == office.row("matches", match)["answer_by"] == "2026-11-25T17:00:00.000Z"
    assert jobs(office)[one][0] == "waiting"
    assert JobKind.SEND_MESSAGE == "send_message"


def test_help_wanted_today_is_answered_today(office: Office) -> None:
    match = office.make_match("approved", urgency="today")
    office.set(office.row("volunteers", volunteer_of(office, match)), "email", "vera@example.org")
    assert message(office, ask(office, match)).answer_by < "2026-11-23T18"


@pytest.mark.parametrize(
    ("changed", "ways"),
    [
        ({}, ["email", "text"]),
        ({"reach_by": "text"}, ["text", "email"]),
        ({"telephone": "01225 444000"}, ["email"]),
        ({"email": None}, ["text"]),
        ({"stopped": "email"}, ["text"]),
        ({"unreached": "text"}, ["email"]),
        ({"not_safe": "email; text"}, []),
    ],
)
def test_they_are_asked_in_a_way_that_reaches_them_and_is_safe(
    office: Office, changed: dict[str, str | None], ways: list[str]
) -> None:
    match = approved(office)
    for field, value in changed.items():
        office.set(office.row("volunteers", volunteer_of(office, match)), field, value)
    assert [each.way for each in cw.ways_to_ask(office.handler, match)] == ways
    for way in {ReachBy.EMAIL, ReachBy.TEXT} - set(ways):
        with pytest.raises(cw.NotNow, match="Ring them"):
            ask(office, match, ReachBy(way))
    assert office.status(match) == "approved"


def test_what_the_link_shows_tells_nobody(office: Office) -> None:
    match = approved(office)
    seen = cw.see_offer(office.director, sent(office, match))
    words = " ".join([seen.task, seen.when, seen.near, seen.details])
    assert "dog walking" in words
    assert secrets(words) == []
    assert "Vera" not in words


def test_a_yes_by_link_asks_for_the_resident_to_be_told_and_the_same_yes_twice_is_one(office: Office) -> None:
    match = approved(office)
    one = sent(office, match)
    assert cw.answer_offer(office.director, one, OfferAnswer.YES) == "said_yes"
    assert office.status(match) == "accepted"
    assert any(title.startswith("Tell ") for title in titles(office))
    before = office.everything()
    assert cw.answer_offer(office.director, one, OfferAnswer.YES) == "said_yes"
    assert office.everything() == before
    assert office.row("matches", match)["released_at"] is None
    entry = next(entry for entry in cw.history(office.director, match) if entry.verb == "answer_offer")
    assert entry.by == volunteer_of(office, match)


def test_a_no_by_link_declines_and_its_reason_is_kept(office: Office) -> None:
    match = approved(office)
    one = sent(office, match)
    assert cw.answer_offer(office.director, one, OfferAnswer.NO, "Too far") == "said_no"
    assert (office.status(match), office.row("matches", match)["ended_reason"]) == ("declined", "Too far")
    with pytest.raises(cw.NotNow):
        cw.answer_offer(office.director, one, OfferAnswer.YES)
    assert office.status(match) == "declined"


def test_whoever_needs_a_rest_is_not_asked_for_as_long_as_the_settings_say(office: Office) -> None:
    match = approved(office)
    cw.answer_offer(office.director, sent(office, match), OfferAnswer.REST)
    assert office.status(match) == "declined"
    assert office.row("volunteers", volunteer_of(office, match))["hold_until"] == "2026-12-23T09:00:00.000Z"


def test_a_yes_that_is_taken_back_puts_the_resident_who_knows_on_today(office: Office) -> None:
    match = approved(office)
    one = sent(office, match)
    cw.answer_offer(office.director, one, OfferAnswer.YES)
    cw.resident_told(office.handler, match)
    assert cw.answer_offer(office.director, one, OfferAnswer.NO) == "said_no"
    assert office.status(match) == "cancelled"
    resident = office.row("needs", office.row("matches", match)["need_id"])["resident_id"]
    calls = office.book.rows(ContactRow, lambda c: [c.with_whom == resident, c.status == "open"])
    assert [call.about for call in calls] == [match]
    volunteer = volunteer_of(office, match)
    assert not office.book.rows(ContactRow, lambda c: [c.with_whom == volunteer, c.status == "open"])


def test_of_two_offers_for_one_place_only_one_yes_counts(office: Office) -> None:
    first = approved(office)
    one = sent(office, first)
    need = office.row("matches", first)["need_id"]
    cw.cancel(office.coordinator, first, seen="offered")
    second = office.make_match("approved", need=need)
    office.set(office.row("volunteers", volunteer_of(office, second)), "email", "two@example.org")
    two = sent(office, second)
    assert cw.answer_offer(office.director, two, OfferAnswer.YES) == "said_yes"
    with pytest.raises(cw.NotNow, match="closed by now"):
        cw.answer_offer(office.director, one, OfferAnswer.YES)
    assert (office.status(first), office.status(second)) == ("cancelled", "accepted")


def test_an_offer_by_another_way_withdraws_the_one_that_has_not_left(office: Office) -> None:
    match = approved(office)
    one = ask(office, match)
    two = ask(office, match, ReachBy.TEXT, seen="offered")
    assert [message(office, each).status for each in (one, two)] == ["withdrawn", "queued"]
    with pytest.raises(cw.LinkClosed):
        cw.see_offer(office.director, one)


def test_what_was_answered_on_the_telephone_is_not_asked_by_message_any_more(office: Office) -> None:
    match = approved(office)
    one = ask(office, match)
    cw.rang(office.handler, match, "yes", seen="offered")
    assert message(office, one).status == "withdrawn"
    assert cw.begin_sending(worker(office), one) is None


def test_nobody_whom_a_concern_names_is_asked_and_their_links_stop(office: Office) -> None:
    match = approved(office)
    one, later = sent(office, match), approved(office)
    two = ask(office, later)
    for each in (match, later):
        record = Record("volunteers", volunteer_of(office, each))
        office.book.write(lambda c, record=record: keep_apart(c, f"X-{record.id}", [record]))
    with pytest.raises(cw.LinkClosed):
        cw.see_offer(office.director, one)
    with pytest.raises(cw.LinkClosed):
        cw.answer_offer(office.director, one, OfferAnswer.YES)
    assert cw.begin_sending(worker(office), two) is None
    assert message(office, two).status == "withdrawn"


def test_another_hub_neither_asks_nor_passes_on(office: Office) -> None:
    match = approved(office)
    with pytest.raises((cw.NotFound, cw.NotAllowed)):
        cw.offer(office.neighbour, match, ReachBy.EMAIL, seen="approved")
    one = ask(office, match)
    with pytest.raises((cw.NotFound, cw.NotNow)):
        cw.pass_on(office.neighbour, one)
    with pytest.raises(cw.NotAllowed):
        cw.begin_sending(office.director, one)
