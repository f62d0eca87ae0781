"""Asking a volunteer by a message, and what becomes of the message and of the answer."""

from datetime import UTC, datetime, timedelta

import pytest

import community.casework as cw
from community.book import CannotUndo
from community.book.concern_register import keep_apart
from community.book.record_types import Record
from community.tables.job_kinds import JobKind
from community.tables.message_codes import BounceKind, OfferAnswer, SendOutcome, SendReason
from community.tables.roles import Role
from community.tables.row_types import ContactRow, MessageRow
from community.tables.vocabulary import ReachBy
from tests.casework.office import Office
from tests.casework.test_telephone_calls import SECRET, secrets


@pytest.fixture
def office(office: Office) -> Office:
    messages = office.settings.messages.model_copy(update={"email": True, "text": True})
    office.settings = office.settings.model_copy(update={"messages": messages})
    office.__post_init__()
    return office


def worker(office: Office) -> cw.WorkContext:
    return office.desk(cw.User("messages", Role.WORKER))


def approved(office: Office, *, telephone: str = "07700 900123", email: str | None = "vera@example.org") -> str:
    match = office.make_match("approved", **SECRET)
    volunteer = office.row("volunteers", office.row("matches", match)["volunteer_id"])
    office.set(volunteer, "telephone", telephone)
    office.set(volunteer, "email", email)
    return match


def ask(office: Office, match: str, way: ReachBy = ReachBy.EMAIL, seen: str = "approved") -> str:
    """The id of the message that asked."""
    action = cw.offer(office.coordinator, match, way, seen=seen)
    (message,) = [one for one in action.ids if one.startswith("D-")]
    return message


def sent(office: Office, match: str) -> str:
    """The id of an offer that has arrived."""
    message = ask(office, match)
    cw.begin_sending(worker(office), message)
    cw.note_delivery(worker(office), message, SendOutcome.SENT, None)
    return message


def jobs(office: Office) -> dict[str, tuple[str, str]]:
    with office.book.reading() as reader:
        found = reader.connection.exec_driver_sql("SELECT key, state, due FROM jobs WHERE kind = 'send_message'")
        return {key: (state, due) for key, state, due in found}


def message(office: Office, one: str) -> MessageRow:
    row = office.book.get(MessageRow, one)
    assert row is not None
    return row


def volunteer_of(office: Office, match: str) -> str:
    return str(office.row("matches", match)["volunteer_id"])


def titles(office: Office) -> list[str]:
    return [item.title for item in cw.today(office.director, office.clock.now)]


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


def test_without_a_channel_a_person_passes_it_on(office: Office) -> None:
    messages = office.settings.messages.model_copy(update={"email": False})
    office.settings = office.settings.model_copy(update={"messages": messages})
    office.__post_init__()
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
    with pytest.raises(cw.NotNow, match="settled"):
        cw.answer_offer(office.director, one, OfferAnswer.YES)
    assert (office.status(first), office.status(second)) == ("cancelled", "accepted")


def test_an_offer_by_another_way_withdraws_the_one_that_has_not_left(office: Office) -> None:
    match = approved(office)
    one = ask(office, match)
    two = ask(office, match, ReachBy.TEXT, seen="offered")
    assert [message(office, each).status for each in (one, two)] == ["withdrawn", "queued"]
    with pytest.raises(cw.NoOffer):
        cw.see_offer(office.director, one)


def test_what_was_answered_on_the_telephone_is_not_asked_by_message_any_more(office: Office) -> None:
    match = approved(office)
    one = ask(office, match)
    cw.rang(office.handler, match, "yes", seen="offered")
    assert message(office, one).status == "withdrawn"
    assert cw.begin_sending(worker(office), one) is None


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
    with pytest.raises(cw.NoOffer):
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


def test_nobody_whom_a_concern_names_is_asked_and_their_links_stop(office: Office) -> None:
    match = approved(office)
    one, later = sent(office, match), approved(office)
    two = ask(office, later)
    for each in (match, later):
        record = Record("volunteers", volunteer_of(office, each))
        office.book.write(lambda c, record=record: keep_apart(c, f"X-{record.id}", [record]))
    with pytest.raises(cw.NoOffer):
        cw.see_offer(office.director, one)
    with pytest.raises(cw.NoOffer):
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
