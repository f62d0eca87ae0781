"""When or where help is wanted changes after a volunteer was asked: they are told, and their link's page says so."""

import pytest

import community.casework as cw
from community.tables.message_codes import OfferAnswer
from community.tables.row_types import MatchRow
from tests.casework.asking import approved, ask, message, sent, switch_on, volunteer_of
from tests.casework.office import Office
from tests.casework.test_told_and_taken_back import lines, tell_everybody

TOLD_ANEW = {("V", "other_times")}


@pytest.fixture
def office(office: Office) -> Office:
    return switch_on(office)


def put_off(office: Office, match: str, field: str = "slots", now: object = "tue_morning") -> str:
    """Put right when the help of this match is wanted; the id of the action."""
    row = office.row("needs", office.row("matches", match)["need_id"])
    if field not in row:
        row = office.row("residents", row["resident_id"])
    office.clock.pass_(minutes=1)
    return cw.correct(office.director, row.table, row["id"], field, seen=row[field], now=now).id


def changed(office: Office, offer: str) -> bool:
    return cw.see_offer(office.director, offer).changed


@pytest.mark.parametrize(
    ("field", "now"), [("slots", "tue_morning"), ("recurs", "weekly"), ("urgency", "today"), ("postcode", "BA2 6LZ")]
)
def test_who_was_asked_and_has_not_answered_is_told_of_another_time_or_place(
    office: Office, field: str, now: object
) -> None:
    match = approved(office)
    offer = sent(office, match)
    assert not changed(office, offer)
    action = put_off(office, match, field, now)
    assert (lines(office), changed(office, offer)) == (TOLD_ANEW, True)
    cw.undo(office.director, action)
    assert (lines(office), changed(office, offer)) == (set(), False), "all is as they read it"


def test_what_has_not_left_says_the_new_times_by_itself(office: Office) -> None:
    match = approved(office)
    offer = ask(office, match)
    put_off(office, match)
    assert lines(office) == set()
    assert "Tuesday" in cw.facts_of(office.coordinator, offer).when


def test_whoever_has_heard_of_other_times_is_told_no_more(office: Office) -> None:
    for answer in (OfferAnswer.YES, OfferAnswer.NO):
        match = approved(office)
        offer = sent(office, match)
        put_off(office, match)
        cw.answer_offer(office.director, offer, answer)
        assert (lines(office), changed(office, offer)) == (set(), False), "their page said so"
    match = approved(office)
    offer = sent(office, match)
    put_off(office, match)
    cw.rang(office.handler, match, "yes", seen="offered")
    assert (lines(office), changed(office, offer)) == (set(), False)
    put_off(office, match, now="wed_morning")
    assert (lines(office), changed(office, offer)) == ({("V", "put_right")}, True)
    tell_everybody(office)
    assert (lines(office), changed(office, offer)) == (set(), False)


def test_help_that_turns_out_to_be_wanted_today_is_answered_today_and_told_at_once(office: Office) -> None:
    match = approved(office)
    offer = sent(office, match)
    before = message(office, offer).answer_by
    action = put_off(office, match, "urgency", "today")
    until = message(office, offer).answer_by
    assert until is not None
    assert before is not None
    assert until < "2026-11-23T18" < before
    assert office.row("matches", match)["answer_by"] == until
    (line,) = [each for each in cw.today(office.director, office.clock.now) if each.kind == "tell_them"]
    assert line.urgency == "today"
    with office.book.reading() as reader:
        assert [call.with_whom for call in cw.pressing_calls(reader, office.clock.now)] == [volunteer_of(office, match)]
    cw.undo(office.coordinator, action)
    assert message(office, offer).answer_by == before
    put_off(office, match, "urgency", "whenever")
    assert message(office, offer).answer_by == before, "nobody is given longer than they were told"


def test_nobody_is_told_who_has_no_part_in_it_any_more(office: Office) -> None:
    match = approved(office)
    sent(office, match)
    put_off(office, match)
    cw.cancel(office.coordinator, match, seen="offered")
    assert lines(office) == {("V", "called_off")}
    assert office.book.get(MatchRow, match) is not None
