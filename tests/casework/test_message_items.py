"""Today's lines about messages: what is passed on, came back, or was not answered; and when there is nothing to do."""

from dataclasses import replace
from datetime import timedelta

import pytest

import community.casework as cw
from community.messages import goes_to, offer_preview, words_to_pass_on
from community.tables.message_codes import BounceKind, SendOutcome, SendReason
from community.tables.roles import Role
from community.tables.row_types import MessageRow, VolunteerRow
from community.tables.vocabulary import ReachBy
from tests.casework.office import ELSEWHERE, Office


@pytest.fixture
def office(office: Office) -> Office:
    """Give an office whose emails go by themselves with a link, and whose texts a person passes on."""
    messages = office.settings.messages.model_copy(update={"email": True})
    settings = office.settings.model_copy(update={"messages": messages, "public_url": "https://town.example.org"})
    return Office(office.book, settings, office.places, office.clock)


def kinds(context: cw.WorkContext) -> list[str]:
    return [str(item.kind) for item in cw.today(context, context.clock())]


def worker(office: Office) -> cw.WorkContext:
    return office.desk(cw.User("worker", Role.WORKER))


def offered(office: Office, way: str, **need: object) -> tuple[str, str]:
    """A match whose volunteer is asked in this way, and the message."""
    match = office.make_match("approved", **need)
    volunteer = office.row("volunteers", office.row("matches", match)["volunteer_id"])
    office.set(volunteer, "email", "vera@example.org")
    office.set(office.row("volunteers", volunteer["id"]), "telephone", "07700 900123")
    return match, cw.offer(office.handler, match, way, seen="approved").ids[0]  # type: ignore[arg-type]


def sent(office: Office, **need: object) -> tuple[str, str]:
    match, message = offered(office, "email", **need)
    cw.begin_sending(worker(office), message)
    cw.note_delivery(worker(office), message, SendOutcome.SENT, None)
    return match, message


def test_somebody_who_was_asked_is_no_line_until_their_time_is_over(office: Office) -> None:
    match, _ = sent(office)
    assert kinds(office.handler) == []
    office.clock.pass_(days=1)
    assert kinds(office.handler) == []
    office.clock.pass_(days=3)
    (line,) = cw.today(office.handler, office.clock())
    assert (line.kind, line.id) == ("offer_unanswered", match)
    assert line.title.startswith("No answer from Vera Volunteer")
    assert office.status(match) == "offered", "nothing lapses by itself"
    cw.rang(office.handler, match, "no", seen="offered")
    assert "offer_unanswered" not in kinds(office.director)


def test_where_nothing_opens_a_link_their_answer_has_a_line_at_once(office: Office) -> None:
    office.settings = office.settings.model_copy(update={"public_url": None})
    office.__post_init__()
    match, message = offered(office, "text")
    assert kinds(office.handler) == ["message_by_hand"]
    cw.pass_on(office.handler, message)
    assert kinds(office.handler) == ["offer_unanswered"]
    cw.rang(office.handler, match, "yes", seen="offered")
    assert kinds(office.handler) == ["resident_to_tell"]


def test_what_a_person_passes_on_is_a_line_until_they_have(office: Office) -> None:
    match, message = offered(office, "text")
    (line,) = cw.today(office.handler, office.clock())
    assert (line.kind, line.id, line.telephone) == ("message_by_hand", match, "07700 900123")
    cw.pass_on(office.handler, message)
    assert kinds(office.handler) == []


def test_what_was_answered_by_telephone_is_not_to_be_passed_on_any_more(office: Office) -> None:
    match, _ = offered(office, "text")
    cw.rang(office.handler, match, "yes", seen="offered")
    assert kinds(office.handler) == ["resident_to_tell"]


def test_a_message_of_which_nobody_knows_waits_for_a_person(office: Office) -> None:
    _, message = offered(office, "email")
    cw.begin_sending(worker(office), message)
    assert kinds(office.handler) == ["message_unsure"]
    cw.settle_message(office.handler, message, arrived=True)
    assert kinds(office.handler) == []


def test_a_message_that_did_not_arrive_is_a_line_and_so_is_its_address(office: Office) -> None:
    match, message = sent(office)
    cw.note_bounce(worker(office), message, BounceKind.HARD)
    assert sorted(kinds(office.handler)) == ["message_back", "unreached"]
    volunteer = office.row("matches", match)["volunteer_id"]
    cw.correct(office.handler, "volunteers", volunteer, "email", seen="vera@example.org", now="new@example.org")
    assert kinds(office.handler) == ["message_back"]
    cw.offer(office.handler, match, "email", seen="offered")  # type: ignore[arg-type]
    assert kinds(office.handler) == []


def test_a_full_mailbox_asks_for_no_new_address(office: Office) -> None:
    _, message = sent(office)
    cw.note_bounce(worker(office), message, BounceKind.SOFT)
    assert kinds(office.handler) == ["message_back"]


def test_a_message_that_does_not_leave_is_noticed(office: Office) -> None:
    offered(office, "email")
    assert kinds(office.handler) == []
    office.clock.pass_(hours=3)
    assert kinds(office.handler) == ["message_back"]


def test_a_message_in_quiet_hours_waits_without_a_line(office: Office) -> None:
    office.clock.pass_(hours=12)
    offered(office, "email")
    office.clock.pass_(hours=8)
    assert kinds(office.handler) == []


def test_whom_no_message_may_reach_any_more_is_rung(office: Office) -> None:
    match, message = offered(office, "text")
    volunteer = office.row("volunteers", office.row("matches", match)["volunteer_id"])
    office.set(volunteer, "stopped", "text")
    assert kinds(office.handler) == ["message_back"]
    with pytest.raises(cw.NotNow):
        cw.pass_on(office.handler, message)


def test_a_refusal_that_says_why_is_a_line(office: Office) -> None:
    _, message = offered(office, "email")
    cw.begin_sending(worker(office), message)
    cw.note_delivery(worker(office), message, SendOutcome.REFUSED, SendReason.CONTENT_REFUSED)
    assert kinds(office.handler) == ["message_back"]


def test_words_that_take_a_question_back_are_passed_on_or_told_by_telephone(office: Office) -> None:
    match = office.make_match("approved")
    volunteer = office.row("volunteers", office.row("matches", match)["volunteer_id"])
    office.set(volunteer, "email", "vera@example.org")
    made = cw.offer(office.handler, match, "email", seen="approved")  # type: ignore[arg-type]
    cw.begin_sending(worker(office), made.ids[0])
    cw.note_delivery(worker(office), made.ids[0], SendOutcome.SENT, None)
    assert [m.id for m in cw.may_have_been_read(office.handler, made.id)] == [made.ids[0]]
    cw.undo(office.handler, made.id)
    assert sorted(kinds(office.handler)) == ["message_by_hand", "not_rung"]
    office.set(office.row("volunteers", volunteer["id"]), "stopped", "email")
    assert sorted(kinds(office.handler)) == ["message_back", "not_rung"]
    cw.log_contact(office.handler, match, with_whom=volunteer["id"], direction="out")
    assert kinds(office.handler) == ["not_rung"]


def test_the_lines_are_those_of_the_hub_and_no_other_s(office: Office) -> None:
    match, message = offered(office, "text")
    assert kinds(office.coordinator) == ["message_by_hand"]
    assert kinds(office.neighbour) == []
    assert [m.id for m in cw.messages_about(office.coordinator, [match])[match]] == [message]
    assert cw.messages_about(office.neighbour, [match]) == {match: []}


def test_a_call_handler_may_ask_and_another_hub_s_coordinator_may_not(office: Office) -> None:
    match = office.make_match("approved")
    volunteer = office.row("volunteers", office.row("matches", match)["volunteer_id"])
    office.set(volunteer, "email", "vera@example.org")
    with pytest.raises(cw.NotFound):
        cw.offer_plans(office.neighbour, match)
    with pytest.raises(cw.NotFound):
        cw.offer(office.neighbour, match, "email", seen="approved")  # type: ignore[arg-type]
    assert "email" in [plan.way for plan in cw.offer_plans(office.handler, match)]
    cw.offer(office.handler, match, "email", seen="approved")  # type: ignore[arg-type]


def test_an_address_that_the_user_may_not_see_is_not_shown(office: Office) -> None:
    need = office.make_need()
    volunteer = office.make_volunteer(hub=ELSEWHERE, email="guest@example.org", telephone="07700 900321")
    cw.choose(office.director, need, volunteer)
    guest = cw.see(office.coordinator, VolunteerRow, volunteer)
    assert (goes_to(guest, ReachBy.EMAIL), goes_to(guest, ReachBy.TEXT)) == (None, "07700 900321")
    assert goes_to(cw.see(office.neighbour, VolunteerRow, volunteer), ReachBy.EMAIL) == "guest@example.org"


def test_an_offer_goes_after_the_quiet_hours(office: Office) -> None:
    match = office.make_match("approved")
    volunteer = office.row("volunteers", office.row("matches", match)["volunteer_id"])
    office.set(volunteer, "email", "vera@example.org")
    assert cw.offer_plans(office.handler, match)[0].leaves is None
    office.clock.pass_(hours=12)
    leaves = cw.offer_plans(office.handler, match)[0].leaves
    assert leaves is not None
    assert timedelta(hours=9) < leaves - office.clock.now < timedelta(hours=11)


def test_on_a_book_kept_in_the_sheet_a_person_passes_on_everything_and_no_link_is_promised(office: Office) -> None:
    match = office.make_match("approved")
    volunteer = office.row("volunteers", office.row("matches", match)["volunteer_id"])
    office.set(volunteer, "email", "vera@example.org")
    kept = office.settings.model_copy(update={"kept_in_sheet": True, "public_url": "https://help.example.org"})
    hosted = Office(office.book, kept, office.places, office.clock)
    assert not any(plan.by_itself for plan in cw.offer_plans(hosted.handler, match))
    assert "http" not in offer_preview(hosted.handler, match, ReachBy.EMAIL).text
    unsaved = replace(hosted.handler, unsaved=set)
    with pytest.raises(cw.NotSaved):
        offer_preview(unsaved, match, ReachBy.EMAIL)
    message = cw.offer(hosted.handler, match, ReachBy.EMAIL, seen="approved").ids[0]
    words = words_to_pass_on(hosted.handler, cw.see(hosted.handler, MessageRow, message))
    assert "http" not in words.text
    assert words.text == offer_preview(hosted.handler, match, ReachBy.EMAIL).text
    with pytest.raises(cw.NotSaved):
        words_to_pass_on(unsaved, cw.see(hosted.handler, MessageRow, message))


def test_a_preview_is_the_message_without_its_links(office: Office) -> None:
    match = office.make_match("approved")
    volunteer = office.row("volunteers", office.row("matches", match)["volunteer_id"])
    office.set(volunteer, "email", "vera@example.org")
    public = office.settings.model_copy(update={"public_url": "https://help.example.org"})
    served = Office(office.book, public, office.places, office.clock)
    before = offer_preview(served.handler, match, ReachBy.EMAIL)
    assert "http" not in before.text
    assert "(the link for their answer)" in before.text
    message = cw.offer(served.handler, match, ReachBy.EMAIL, seen="approved").ids[0]
    lines = words_to_pass_on(served.handler, cw.see(served.handler, MessageRow, message)).text.splitlines()
    assert len(lines) == len(before.text.splitlines())
    assert [a for a, b in zip(lines, before.text.splitlines(), strict=True) if a != b and "http" not in a] == []


def test_another_message_about_the_match_does_not_stand_for_the_offer(office: Office) -> None:
    match, _ = sent(office)
    volunteer = office.row("matches", match)["volunteer_id"]
    told = {"about": match, "to_whom": volunteer, "kind": "taken_back", "way": "text", "status": "by_hand"}
    office.book.append("messages", told, by="test")
    assert kinds(office.handler) == ["message_by_hand"]
    office.clock.pass_(days=5)
    assert sorted(kinds(office.handler)) == ["message_by_hand", "offer_unanswered"]
