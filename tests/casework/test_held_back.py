"""What stays here while somebody may object, or is taken back: unsafe ways, a STOP, a rest, a letter in doubt."""

from datetime import timedelta

import pytest

import community.casework as cw
from community.tables.message_codes import BounceKind, MessageKind, OfferAnswer, SendOutcome
from community.tables.vocabulary import ReachBy
from tests.casework.asking import approved, ask, message, sent, switch_on, worker
from tests.casework.coming import arrive, known, of_kind, resident_of, said_yes, tell, to_tell, told
from tests.casework.office import TODAY, Office


@pytest.fixture
def office(office: Office) -> Office:
    return switch_on(office)


def kinds(office: Office) -> set[str]:
    return {str(item.kind) for item in cw.today(office.director, office.clock())}


def note(office: Office, person: str, **now: object) -> str:
    """The id of the action that writes down how to be in touch with this person."""
    seen = dict(cw.see_person(office.handler, person))
    return cw.keep_contact_safe(office.handler, person, seen=seen, now=now).id


def volunteer_of(office: Office, match: str) -> str:
    return str(office.row("matches", match)["volunteer_id"])


def pause(office: Office, match: str) -> None:
    cw.move_volunteer(office.director, volunteer_of(office, match), "paused", seen="ready")


def gone(office: Office, one: str) -> str:
    """What becomes of a message whose turn has come: the status in which it is left."""
    if cw.begin_sending(worker(office), one) is not None:
        cw.note_delivery(worker(office), one, SendOutcome.SENT, None)
    return str(message(office, one).status)


@pytest.mark.parametrize("now", [{"not_safe": "text"}, {"protected_address": "yes"}])
def test_a_way_that_becomes_unsafe_in_the_time_to_object_makes_a_person_tell_them_anew(
    office: Office, now: dict[str, object]
) -> None:
    match, _ = told(office, on=TODAY + timedelta(days=1))
    before = office.everything()
    action = note(office, resident_of(office, match), **now)
    assert office.status(match) == "accepted"
    follows = [*of_kind(office, match, "resident_knows"), *of_kind(office, match, "how_was_it")]
    assert [each.status for each in follows] == ["withdrawn", "withdrawn"]
    office.clock.pass_(days=3)
    with pytest.raises(cw.NotNow):
        cw.release(office.handler, match, seen="accepted")
    assert "resident_to_tell" in kinds(office)
    assert "volunteer_to_tell" not in kinds(office)
    if "not_safe" in now:  # the end of a protection is the lead's
        cw.undo(office.director, action)
        assert office.everything() == before


def test_a_volunteer_with_a_link_is_asked_to_wait_when_it_closes_again(office: Office) -> None:
    match, _ = told(office)
    (link,) = of_kind(office, match, "resident_knows")
    cw.tell_volunteer(office.handler, match, ReachBy.EMAIL, seen="active")
    arrive(office, of_kind(office, match, "resident_knows")[-1].id)
    note(office, resident_of(office, match), not_safe="text")
    assert sum("ask them to wait" in line for line in to_tell(office)) == 1
    assert cw.see_visit(office.director, of_kind(office, match, "resident_knows")[-1].id).state == "not_yet"
    assert message(office, link.id).status == "withdrawn"


def test_who_has_agreed_or_can_still_object_is_not_told_anew(office: Office) -> None:
    match, who_comes = told(office)
    note(office, resident_of(office, match), not_safe="post")
    assert office.status(match) == "active", "they were told by a text, which is still safe"
    cw.answer_who_comes(office.director, who_comes, "fine")
    note(office, resident_of(office, match), not_safe=["post", "text"])
    assert office.status(match) == "active"
    other, _ = known(office)
    note(office, resident_of(office, other), not_safe="text")
    assert office.status(other) == "active", "the time to object is over"


def test_a_message_that_waits_for_the_morning_stays_here_once_its_way_is_unsafe(office: Office) -> None:
    match = said_yes(office)
    one = tell(office, match)
    assert "resident_to_tell" not in kinds(office)
    note(office, resident_of(office, match), not_safe="text")
    assert message(office, one).status == "withdrawn"
    assert "resident_to_tell" in kinds(office)


def test_a_volunteer_who_stops_emails_is_told_by_a_person(office: Office) -> None:
    match, _ = told(office)
    offer = of_kind(office, match, "offer")[0].id
    assert cw.stop_messages(office.director, offer)
    (link,) = of_kind(office, match, "resident_knows")
    assert link.status == "withdrawn"
    assert "volunteer_to_tell" not in kinds(office), "the resident may still object"
    office.clock.pass_(hours=3)
    assert "volunteer_to_tell" in kinds(office)


def test_two_who_know_each_other_are_not_left_without_word_when_the_message_stays(office: Office) -> None:
    match = said_yes(office)
    office.make_known(match)
    arrive(office, tell(office, match))
    note(office, volunteer_of(office, match), not_safe="email")
    assert "volunteer_to_tell" in kinds(office)
    cw.release(office.handler, match, seen="active")
    assert "volunteer_to_tell" not in kinds(office)


def test_what_nobody_may_pass_on_any_more_is_said_by_a_person(office: Office) -> None:
    switch_on(office, email=False, text=False)
    match = said_yes(office)
    one = tell(office, match, ReachBy.LETTER)
    office.set(office.row("residents", resident_of(office, match)), "not_safe", "post")
    assert "not safe for them by letter" in (cw.why_not_passed_on(office.handler, one) or "")
    with pytest.raises(cw.NotNow, match="not safe for them by letter"):
        cw.pass_on(office.handler, one)
    assert "resident_to_tell" in kinds(office)


@pytest.mark.parametrize("away", ["paused", "until"])
def test_a_volunteer_who_is_away_is_not_told_that_they_are_expected(office: Office, away: str) -> None:
    match, _ = told(office, on=TODAY + timedelta(days=2))
    if away == "paused":
        pause(office, match)
    else:
        until = office.clock() + timedelta(days=5)
        cw.hold(office.director, "volunteers", volunteer_of(office, match), until, seen="ready")
    office.clock.pass_(hours=3)
    (link,) = of_kind(office, match, "resident_knows")
    assert gone(office, link.id) == "withdrawn"
    assert "volunteer_to_tell" not in kinds(office), "somebody else covers for them"
    assert sum("is away now" in line for line in to_tell(office)) == 1
    if away == "paused":
        cw.move_volunteer(office.director, volunteer_of(office, match), "ready", seen="paused")
        assert "volunteer_to_tell" in kinds(office)


def test_who_is_back_before_the_day_is_told_by_the_message(office: Office) -> None:
    match, _ = told(office, on=TODAY + timedelta(days=4))
    until = office.clock() + timedelta(days=2)
    cw.hold(office.director, "volunteers", volunteer_of(office, match), until, seen="ready")
    office.clock.pass_(hours=3)
    (link,) = of_kind(office, match, "resident_knows")
    assert gone(office, link.id) == "sent"


@pytest.mark.parametrize(("days", "left"), [(0, "withdrawn"), (2, "sent")])
def test_how_it_went_is_asked_of_those_who_rest_only_after_the_visit(office: Office, days: int, left: str) -> None:
    match, _ = told(office, on=TODAY + timedelta(days=1))
    office.clock.pass_(days=days)
    pause(office, match)
    office.clock.pass_(days=2 - days)
    (asks,) = of_kind(office, match, "how_was_it")
    assert gone(office, asks.id) == left


def test_a_letter_that_may_have_been_posted_is_asked_about_when_nobody_comes(office: Office) -> None:
    match = said_yes(office)
    one = tell(office, match, ReachBy.LETTER)
    cw.answer_offer(office.director, of_kind(office, match, "offer")[0].id, OfferAnswer.NO)
    assert message(office, one).status == "withdrawn"
    assert sum("Find out whether it went" in line for line in to_tell(office)) == 1


@pytest.mark.parametrize("kind", [MessageKind.WHO_COMES, MessageKind.RESIDENT_KNOWS])
def test_nobody_is_told_twice_while_nobody_knows_whether_the_first_message_arrived(
    office: Office, kind: MessageKind
) -> None:
    match = said_yes(office)
    first = tell(office, match)

    def once_more() -> None:
        if kind == MessageKind.WHO_COMES:
            cw.tell_resident(office.coordinator, match, ReachBy.TEXT)
        else:
            cw.tell_volunteer(office.coordinator, match, ReachBy.EMAIL, seen="active")

    if kind == MessageKind.RESIDENT_KNOWS:
        arrive(office, first)
        office.clock.pass_(hours=3)
        first = of_kind(office, match, kind)[0].id
    cw.begin_sending(worker(office), first)
    with pytest.raises(cw.NotNow, match="Ask them first"):
        once_more()
    assert len(of_kind(office, match, kind)) == 1
    cw.settle_message(office.handler, first, arrived=False)
    once_more()
    assert [each.status for each in of_kind(office, match, kind)] == ["withdrawn", "queued"]


def test_what_takes_an_offer_back_says_why_it_cannot_go_the_way_that_was_stopped(office: Office) -> None:
    match = approved(office)
    one = sent(office, match)
    step = next(each.action for each in cw.latest_actions(office.director) if each.verb == "offer")
    cw.undo(office.director, step)
    (back,) = of_kind(office, match, "offer_withdrawn")
    cw.stop_messages(office.director, one)
    with pytest.raises(cw.NotNow, match="can’t be written to by email"):
        cw.pass_on(office.handler, back.id)
    assert "message_back" in kinds(office)


def test_an_offer_in_the_air_is_asked_by_telephone_when_its_way_comes_back_or_is_stopped(office: Office) -> None:
    match = approved(office)
    one = ask(office, match)
    note(office, volunteer_of(office, match), not_safe="email")
    assert message(office, one).status == "withdrawn"
    assert "message_back" in kinds(office)
    other = approved(office)
    cw.note_bounce(worker(office), sent(office, other), BounceKind.HARD)
    assert "message_back" in kinds(office)
