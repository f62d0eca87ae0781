"""Taking back that somebody was told by a message: what waits does not go, and what has gone stays told."""

import pytest

import community.casework as cw
from community.book import CannotUndo
from community.tables.message_codes import MessageKind, SendOutcome
from community.tables.row_types import MessageRow
from community.tables.vocabulary import ReachBy
from tests.casework.asking import approved, jobs, switch_on, worker
from tests.casework.office import Office


@pytest.fixture
def told(office: Office) -> tuple[Office, str, str]:
    """Give an office, a match after a yes, and the action by which its resident is told by an email."""
    match = approved(switch_on(office))
    cw.rang(office.director, match, "yes", seen="approved")
    need = office.row("needs", office.row("matches", match)["need_id"])
    office.set(office.row("residents", need["resident_id"]), "email", "rita@example.org")
    return office, match, cw.tell_resident(office.handler, match, ReachBy.EMAIL).id


def who_comes(office: Office) -> list[MessageRow]:
    return office.book.rows(MessageRow, lambda c: [c.kind == MessageKind.WHO_COMES])


def test_what_has_not_gone_does_not_go_and_goes_when_that_is_taken_back(told: tuple[Office, str, str]) -> None:
    office, _, action = told
    (message,) = who_comes(office)
    undone = cw.undo(office.handler, action)
    assert who_comes(office) == []
    assert jobs(office)[message.id][0] == "withdrawn"
    cw.undo(office.handler, undone.id)
    assert [row.status for row in who_comes(office)] == ["queued"]
    assert jobs(office)[message.id][0] == "waiting"


@pytest.mark.parametrize("outcome", [SendOutcome.SENT, SendOutcome.UNKNOWN])
def test_what_has_gone_or_may_have_stays_and_the_words_say_what_to_do(
    told: tuple[Office, str, str], outcome: SendOutcome
) -> None:
    office, match, action = told
    (message,) = who_comes(office)
    cw.begin_sending(worker(office), message.id)
    cw.note_delivery(worker(office), message.id, outcome, None)
    before = office.everything()
    with pytest.raises(CannotUndo, match="They know already"):
        cw.undo(office.director, action)
    assert office.everything() == before
    cw.cancel(office.director, match, seen=office.status(match))


def test_a_link_that_the_volunteer_has_is_not_taken_back(told: tuple[Office, str, str]) -> None:
    office, match, _ = told
    cw.resident_told(office.handler, match)
    given = cw.tell_volunteer(office.handler, match, ReachBy.EMAIL, seen="active")
    (message,) = [one for one in given.ids if one.startswith("D-")]
    cw.begin_sending(worker(office), message)
    cw.note_delivery(worker(office), message, SendOutcome.SENT, None)
    with pytest.raises(CannotUndo, match="They have their link already"):
        cw.undo(office.handler, given.id)
