"""A STOP link ends the messages that go its reader's way, once and for all, and nothing else."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import community.casework as cw
from community.tables.message_codes import SendOutcome
from community.tables.verbs import Verb
from community.tables.vocabulary import ReachBy
from tests.casework.office import Office, open_office
from tests.messages.asking import asked, message, sending, with_settings, worker


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = open_office(tmp_path)
    yield with_settings(made, sending(made.settings))
    made.book.close()


def stopped(office: Office, person: str) -> object:
    return office.row("volunteers" if person.startswith("V") else "residents", person)["stopped"]


@pytest.mark.parametrize("way", [ReachBy.EMAIL, ReachBy.TEXT])
def test_a_volunteer_who_stops_messages_is_asked_that_way_no_more(office: Office, way: ReachBy) -> None:
    one = asked(office, way)
    who = message(office, one).to_whom
    assert cw.stop_messages(office.handler, one)
    assert stopped(office, who) == way
    ways = cw.ways_to_ask(office.director, message(office, one).about)
    assert [each.way for each in ways] == [each for each in (ReachBy.EMAIL, ReachBy.TEXT) if each != way]
    (entry,) = [each for each in cw.history(office.director, who) if each.verb == Verb.STOP_MESSAGES]
    assert entry.by == who, "it is theirs, not ours"


def test_what_is_queued_that_way_is_withdrawn_and_what_goes_otherwise_goes(office: Office) -> None:
    letter, text = asked(office), asked(office, ReachBy.TEXT)
    office.set(message(office, text), "to_whom", message(office, letter).to_whom)
    assert cw.stop_messages(office.handler, letter)
    assert cw.begin_sending(worker(office), letter) is None
    assert message(office, letter).status == "withdrawn"
    assert cw.begin_sending(worker(office), text) is not None


def test_stopping_twice_is_stopping_once(office: Office) -> None:
    letter, text = asked(office), asked(office, ReachBy.TEXT)
    office.set(message(office, text), "to_whom", message(office, letter).to_whom)
    cw.stop_messages(office.handler, letter)
    token = office.book.token()
    assert cw.stop_messages(office.handler, letter)
    assert office.book.token() == token
    assert cw.stop_messages(office.handler, text)
    assert stopped(office, message(office, letter).to_whom) == "email; text"


def test_a_resident_stops_their_own(office: Office) -> None:
    need = office.row("needs", office.make_need())
    told = {"about": need["id"], "to_whom": need["resident_id"], "kind": "how_was_it", "way": "text", "status": "sent"}
    one = office.book.append("messages", told, by="test").id
    assert cw.stop_messages(office.handler, one)
    assert stopped(office, need["resident_id"]) == "text"


@pytest.mark.parametrize("status", ["withdrawn", "bounced", "unknown", "by_hand"])
def test_the_link_stops_whatever_became_of_the_message(office: Office, status: str) -> None:
    one = asked(office)
    office.set(message(office, one), "status", status)
    assert cw.stop_messages(office.handler, one)
    assert stopped(office, message(office, one).to_whom) == "email"


def test_a_link_of_no_message_stops_nothing(office: Office) -> None:
    one = asked(office)
    before = office.everything()
    assert not cw.stop_messages(office.handler, "D-7K3Q-F2MX-4")
    assert not cw.stop_messages(office.handler, message(office, one).to_whom)
    assert office.everything() == before


def test_the_answer_to_an_offer_that_arrived_stays_open(office: Office) -> None:
    one = asked(office)
    cw.begin_sending(worker(office), one)
    cw.note_delivery(worker(office), one, SendOutcome.SENT, None)
    office.clock.pass_(minutes=1)  # they have read it
    cw.stop_messages(office.handler, one)
    assert cw.answer_offer(office.handler, one, "yes") == cw.OfferState.SAID_YES


def test_nobody_at_a_desk_stops_messages_as_somebody_else_s_wish() -> None:
    roles = cw.actions.spec(Verb.STOP_MESSAGES).roles
    assert roles == {"volunteer", "resident"}
