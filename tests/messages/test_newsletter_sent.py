"""The newsletter by real mail: asked for, confirmed by a link, written to each reader, and ended by them."""

import pytest

import community.casework as cw
from community.book import utc_now
from community.casework.newsletter import (
    confirm_newsletter,
    newsletter_stands,
    newsletter_waits,
    see_confirmation,
    settle_newsletter,
    write_newsletter,
)
from community.messages import circular_shown
from community.tables.link_purposes import Purpose
from community.tables.message_codes import BounceKind
from community.tables.row_types import MessageRow, SubscriberRow
from community.tables.verbs import Verb
from community.tables.vocabulary import ReachBy
from tests.casework.asking import worker
from tests.casework.office import Office
from tests.messages.asking import opens
from tests.messages.mail_server import MailServer
from tests.messages.sending import body, office, server, service, work

__all__ = ["office", "server", "service"]
WORDS = "Hello {first name},\n\nwe drink tea on Friday."


def reader(office: Office, email: str, status: str = "confirmed", **more: object) -> str:
    at = {"confirmed_at": office.clock()} if status == "confirmed" else {}
    return office.book.append("subscribers", {"email": email, "status": status, **at, **more}, by="web").id


def write(office: Office, **said: str) -> str:
    key = office.book.new_id("circulars")
    write_newsletter(office.director, **{"subject": "Tea", "words": WORDS, "key": key} | said)
    return key


def test_whoever_asks_gets_one_link_a_day_and_is_no_reader_before_they_press(
    office: Office, server: MailServer
) -> None:
    one = reader(office, "nell@example.org", "asked")
    settle_newsletter(office.director)
    reader(office, "Nell+tea@example.org", "asked")
    for _ in range(2):
        settle_newsletter(office.director)
    work()
    assert server.tried == ["nell@example.org"]
    link = next(line for line in body(server).splitlines() if "/confirm/" in line)
    message = opens(office.settings, link.strip(), Purpose.CONFIRM, utc_now())
    assert not see_confirmation(office.director, message)
    with pytest.raises(cw.NotNow, match="Nobody has confirmed"):
        write(office)
    for _ in range(2):
        confirm_newsletter(office.director, message)
    row = office.book.get(SubscriberRow, one)
    assert row is not None
    assert (row.status, row.confirmed_at is not None) == ("confirmed", True)


def test_nothing_goes_to_a_stranger_whose_address_a_program_may_have_typed(office: Office, server: MailServer) -> None:
    for flag in ("honeypot", "too_fast", "too_many"):
        odd = reader(office, f"{flag}@example.org", "asked", flags=[flag])
    reader(office, "nell@example.org", "asked")
    reader(office, "nell@example.org", "asked", flags=["too_fast"])
    for _ in range(2):
        settle_newsletter(office.director)
        work()
    assert server.tried == ["nell@example.org"], "who sends the form again like a person gets it"
    cw.clear_flag(office.director, "subscribers", odd, "too_many")
    work()
    assert server.tried[1:] == ["too_many@example.org"]


def test_the_link_goes_too_where_the_machine_stopped_right_after_the_form(office: Office, server: MailServer) -> None:
    reader(office, "nell@example.org", "asked")
    for _ in range(2):
        work()
    assert server.tried == ["nell@example.org"]
    reader(office, "nell@example.org", "left")
    work()
    assert {row.status for row in office.book.rows(SubscriberRow)} == {"left"}
    assert all(row.left_at for row in office.book.rows(SubscriberRow))


def test_each_reader_gets_one_with_their_name_and_a_link_to_stop(office: Office, server: MailServer) -> None:
    reader(office, "nell@example.org", name="Nell Nibs")
    reader(office, "nell@example.org")
    reader(office, "otto@example.org")
    for status in ("asked", "left"):
        reader(office, f"{status}@example.org", status)
    office.make_volunteer(email="vera@example.org", stopped="email")
    reader(office, "vera@example.org")
    key = write(office)
    write(office, key=key)
    work()
    mails = {str(each["To"]): each for each in server.letters}
    assert mails.pop("asked@example.org")["Subject"].startswith("Do you want our newsletter?"), "asked once more"
    assert sorted(mails) == ["nell@example.org", "otto@example.org"]
    said = mails["nell@example.org"].get_body(("plain",)).get_content()  # type: ignore[union-attr]
    assert "Hello Nell," in said
    assert "If you want our newsletter no more" in said
    stop = mails["nell@example.org"]["List-Unsubscribe"].strip("<>")
    message = opens(office.settings, stop, Purpose.STOP, utc_now())
    seen = cw.see_stop(office.director, message)
    assert seen is not None
    assert (seen.newsletter, seen.stopped, seen.may_pause) == (True, False, False)
    assert cw.stop_messages(office.director, message)
    seen = cw.see_stop(office.director, message)
    assert seen is not None
    assert seen.stopped
    with pytest.raises(cw.NotNow, match="today"):
        write(office)


def test_whoever_leaves_before_it_goes_gets_none(office: Office, server: MailServer) -> None:
    reader(office, "nell@example.org")
    write(office)
    reader(office, "NELL@example.org", "left")
    settle_newsletter(office.director)
    work()
    assert server.tried == []
    assert {row.status for row in office.book.rows(SubscriberRow)} == {"left"}
    assert {row.status for row in office.book.rows(MessageRow)} == {"withdrawn"}
    reader(office, "nell@example.org", "asked")
    settle_newsletter(office.director)
    assert [row.status for row in office.book.rows(SubscriberRow)].count("asked") == 1, "who leaves may come back"


def letter_to(office: Office, one: str) -> str:
    """A newsletter that went to this reader."""
    told = {"kind": "newsletter", "about": one, "to_whom": one, "way": "email", "status": "sent"}
    return office.book.append("messages", told, by="worker").id


@pytest.mark.parametrize("how", ["link", "bounce"])
def test_who_asked_twice_leaves_with_the_whole_mailbox(office: Office, server: MailServer, how: str) -> None:
    ids = [reader(office, email) for email in ("nell@example.org", "Nell+tea@example.org")]
    other, asked = reader(office, "otto@example.org"), reader(office, "nell@example.org", "asked")
    message = letter_to(office, ids[0])
    if how == "link":
        cw.stop_messages(office.director, message)
    else:
        cw.note_bounce(worker(office), message, BounceKind.HARD)
    assert {office.status(each) for each in (*ids, asked)} == {"left"}
    assert all(office.row("subscribers", each)["left_at"] for each in (*ids, asked))
    assert office.status(other) == "confirmed"
    again = reader(office, "nell@example.org", "asked")
    settle_newsletter(office.director)
    work()
    assert server.tried == (["nell@example.org"] if how == "link" else []), "nothing arrives where it bounced"
    office.set(office.row("subscribers", again), "status", "confirmed")
    seen = cw.see_stop(office.director, message)
    assert seen is not None
    assert not seen.stopped, "who came back leaves by an old link as well"
    cw.stop_messages(office.director, message)
    assert office.status(again) == "left"


def test_a_reader_who_asks_once_more_is_not_asked_again(office: Office, server: MailServer) -> None:
    reader(office, "nell@example.org")
    reader(office, "Nell+tea@example.org", "asked")
    assert not newsletter_waits(office.director)
    settle_newsletter(office.director)
    work()
    assert server.tried == []
    stands = newsletter_stands(office.director)
    assert (stands.confirmed, stands.asked) == (1, 0)


def test_nothing_of_it_stands_on_today_and_the_page_shows_how_it_reads(office: Office) -> None:
    one = reader(office, "nell@example.org", name="Nell Nibs")
    write(office)
    assert not [item for item in cw.today(office.director, office.clock()) if one in str(item)]
    shown = circular_shown(office.director, "Tea", WORDS, office.book.get(SubscriberRow, one), ReachBy.EMAIL)
    assert "Hello Nell," in shown.text
    stands = newsletter_stands(office.director)
    assert (stands.confirmed, stands.asked, [row.subject for row in stands.written]) == (1, 0, ["Tea"])
    for desk in (office.coordinator, office.handler):
        with pytest.raises(cw.NotAllowed):
            newsletter_stands(desk)
    assert cw.actions.spec(Verb.WRITE_NEWSLETTER).roles == {"director"}
