"""What becomes of a message: when it leaves, what comes back, and what an undo does about it."""

from datetime import UTC, datetime, timedelta

import pytest

import community.casework as cw
from community.book import CannotUndo
from community.tables.message_codes import BounceKind, SendOutcome, SendReason
from community.tables.row_types import MessageRow
from community.tables.vocabulary import ReachBy
from tests.casework.asking import approved, ask, jobs, message, sent, switch_on, volunteer_of, worker
from tests.casework.office import Office


@pytest.fixture
def office(office: Office) -> Office:
    return switch_on(office)


def test_without_a_channel_a_person_passes_it_on(office: Office) -> None:
    switch_on(office, email=False)
    match = approved(office)
    one = ask(office, match)
    assert (message(office, one).status, jobs(office)) == ("by_hand", {})
    cw.pass_on(office.handler, one)
    assert message(office, one).status == "sent"
    assert message(office, one).sent_at
    assert cw.see_offer(office.director, one).state == cw.OfferState.OPEN


@pytest.mark.parametrize(
    ("now", "goes"),
    [
        (datetime(2026, 11, 23, 20, 59, tzinfo=UTC), None),
        (datetime(2026, 11, 23, 21, 30, tzinfo=UTC), "2026-11-24T08:00:00.000Z"),
        (datetime(2026, 11, 24, 3, tzinfo=UTC), "2026-11-24T08:00:00.000Z"),
        (datetime(2026, 11, 24, 8, tzinfo=UTC), None),
        # London is an hour ahead in summer, and both nights in which the hour changes end at eight by the clock.
        (datetime(2027, 6, 1, 20, 30, tzinfo=UTC), "2027-06-02T07:00:00.000Z"),
        (datetime(2027, 3, 27, 22, tzinfo=UTC), "2027-03-28T07:00:00.000Z"),
        (datetime(2027, 10, 30, 22, tzinfo=UTC), "2027-10-31T08:00:00.000Z"),
    ],
)
def test_nothing_goes_out_in_the_quiet_hours(office: Office, now: datetime, goes: str | None) -> None:
    match = approved(office)
    office.clock.now = now
    one = ask(office, match)
    due = jobs(office)[one][1]
    assert (due == goes) if goes else (due < (now + timedelta(minutes=1)).strftime("%Y-%m-%dT%H:%M:59"))
    assert message(office, one).not_before == due


@pytest.mark.parametrize("left", [False, True])
def test_undoing_an_offer_stops_it_or_prepares_the_words_that_take_it_back(office: Office, left: bool) -> None:
    match = approved(office)
    action = cw.offer(office.coordinator, match, ReachBy.EMAIL, seen="approved")
    (one,) = [each for each in action.ids if each.startswith("D-")]
    if left:
        cw.begin_sending(worker(office), one)
        cw.note_delivery(worker(office), one, SendOutcome.SENT, None)
    cw.undo(office.coordinator, action.id)
    assert office.status(match) == "approved"
    back = office.book.rows(MessageRow, lambda c: [c.kind == "offer_withdrawn"])
    assert [(row.about, row.status) for row in back] == ([(match, "by_hand")] if left else [])
    assert (office.book.get(MessageRow, one) is not None) == left
    with pytest.raises(cw.LinkClosed):
        cw.see_offer(office.director, one)
    assert cw.begin_sending(worker(office), one) is None


def test_an_undo_lets_go_again_what_its_action_had_stopped(office: Office) -> None:
    match = approved(office)
    one = ask(office, match)
    again = cw.offer(office.coordinator, match, ReachBy.TEXT, seen="offered")
    cw.undo(office.coordinator, again.id)
    assert message(office, one).status == "queued"
    assert jobs(office)[one][0] == "waiting"


def test_what_has_been_sent_is_not_undone(office: Office) -> None:
    one = sent(office, approved(office))
    sends = {c.action for c in office.book.changes(table="messages", record_id=one)}
    for action in sends:
        with pytest.raises((cw.NotAllowed, CannotUndo)):
            cw.undo(office.director, action)
    assert message(office, one).status == "sent"


def test_a_message_that_was_interrupted_waits_for_a_person(office: Office) -> None:
    one = ask(office, approved(office))
    assert cw.begin_sending(worker(office), one) is not None
    assert message(office, one).status == "unknown"
    assert cw.begin_sending(worker(office), one) is None
    cw.settle_message(office.handler, one, arrived=False)
    assert message(office, one).status == "by_hand"


def test_what_nobody_will_ever_receive_is_to_be_asked_about(office: Office) -> None:
    match = approved(office)
    one = ask(office, match)
    cw.begin_sending(worker(office), one)
    cw.note_delivery(worker(office), one, SendOutcome.REFUSED, SendReason.NO_SUCH_MAILBOX)
    row = message(office, one)
    assert (row.status, row.problem) == ("bounced", "no_such_mailbox")
    assert office.row("volunteers", volunteer_of(office, match))["unreached"] == "email"
    assert [each.way for each in cw.ways_to_ask(office.handler, match)] == ["text"]


@pytest.mark.parametrize(("kind", "unreached"), [(BounceKind.HARD, "email"), (BounceKind.SOFT, None)])
def test_an_email_that_comes_back_is_noted_once(office: Office, kind: BounceKind, unreached: str | None) -> None:
    match = approved(office)
    one = sent(office, match)
    assert cw.note_bounce(worker(office), one, kind)
    assert not cw.note_bounce(worker(office), one, kind)
    assert message(office, one).status == "bounced"
    assert office.row("volunteers", volunteer_of(office, match))["unreached"] == unreached


def test_what_may_go_later_is_queued_again(office: Office) -> None:
    one = ask(office, approved(office))
    cw.begin_sending(worker(office), one)
    cw.note_delivery(worker(office), one, SendOutcome.TRY_LATER, SendReason.SERVICE_BUSY)
    assert message(office, one).status == "queued"
    assert cw.begin_sending(worker(office), one) is not None
