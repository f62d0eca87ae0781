"""What is written to many leaves by the worker: a message to each, nobody else's address in it, and only once."""

import json

import community.casework as cw
from community.book import utc_now
from community.messages import circular_shown, send_trial
from community.tables.link_purposes import Purpose
from community.tables.message_codes import SendOutcome
from community.tables.row_types import MessageRow, VolunteerRow
from community.tables.vocabulary import ReachBy
from tests.casework.office import Office
from tests.messages.asking import message, opens
from tests.messages.mail_server import MailServer
from tests.messages.sending import body, office, server, service, work
from tests.messages.text_service import ServiceStandIn

__all__ = ["office", "server", "service"]
WORDS = "Hello {first name},\n\nplease come to our party. <b>Bring</b> cake."


def written(office: Office, *readers: dict[str, object], words: str = WORDS) -> list[str]:
    """The ids of the messages to these readers."""
    ids = [office.make_volunteer(**reader) for reader in readers]
    key = office.book.new_id("circulars")
    cw.write_to_many(office.coordinator, ids, subject="Our party", words=words, chosen="ready", key=key)
    return [each.id for each in office.book.rows(MessageRow, lambda c: [c.about == key])]


def test_each_reader_gets_one_of_their_own_and_no_more_when_the_worker_comes_again(
    office: Office, server: MailServer, service: ServiceStandIn
) -> None:
    ids = written(
        office,
        {"name": "Ada Able", "email": "ada@example.org"},
        {"name": None, "email": "ben@example.org"},
        {"name": "Cat Crane", "telephone": "07700 900123"},
        {"name": "Dan Dale", "email": "dan@example.org", "say_instead": "The library"},
    )
    work()
    work()
    assert sorted(server.tried) == ["ada@example.org", "ben@example.org", "dan@example.org"]
    assert {message(office, one).status for one in ids} == {"sent"}
    mails = {str(each["To"]): each for each in server.letters}
    for to, mail in mails.items():
        others = set(mails) - {to}
        assert not any(other in raw.decode() for other in others for raw in server.raw if to in raw.decode())
        stop = mail["List-Unsubscribe"].strip("<>")
        assert opens(office.settings, stop, Purpose.STOP, utc_now()) in ids
    assert (mails["ada@example.org"]["Subject"], mails["dan@example.org"]["Subject"]) == ("Our party", "The library")
    ((_, _, _, said),) = service.asked
    assert "Hello Cat," in json.loads(said)["text"]
    assert "No more texts, or none for now: " in json.loads(said)["text"]


def test_the_words_are_filled_for_each_and_kept_as_words(office: Office, server: MailServer) -> None:
    (one,) = written(office, {"name": "Ada Able", "email": "ada@example.org"}, words=f"{WORDS} No more? {{stop link}}")
    work()
    said = body(server)
    assert "Hello Ada," in said
    assert "&lt;b&gt;" in server.raw[0].decode() or "=26lt;b" in server.raw[0].decode()
    assert opens(office.settings, said, Purpose.STOP, utc_now()) == one
    assert "If you want no more emails" not in said


def test_a_trial_goes_to_oneself_alone_and_is_kept_nowhere(office: Office, server: MailServer) -> None:
    reader = office.row("volunteers", office.make_volunteer(name="Ada Able", email="ada@example.org"))
    before = office.everything()
    row = VolunteerRow.of(dict(reader))
    assert send_trial(office.coordinator, "me@example.org", "Our party", WORDS, row).outcome == SendOutcome.SENT
    assert server.tried == ["me@example.org"]
    assert "Hello Ada," in body(server)
    assert office.everything() == before
    assert "Hello Ada," in circular_shown(office.coordinator, "Our party", WORDS, row, ReachBy.TELEPHONE).text
