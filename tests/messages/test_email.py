"""Emails arrive at a real mail server as they should, and every trouble on the way has its outcome."""

import logging
import socket
import threading
from collections.abc import Callable
from email.utils import parsedate_to_datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from structlog.testing import capture_logs

from community.book import Book, utc_now
from community.book.demo_flag import mark_invented
from community.messages import Delivery, Draft, Rendered
from community.messages.channels import email_trouble, open_channels, smtp_session
from community.messages.channels.email_composing import NotAnAddress, compose
from community.settings import Settings, load
from community.tables import ids
from community.tables.message_codes import MessageChannel, SendOutcome, SendReason
from tests.messages.conftest import Telling
from tests.messages.mail_server import MailServer, mail_server

TO, WORDS = "canary.reader@example.org", "Could you fetch a parcel for Zuleika?"
STOP = f"https://town.example.org/stop/{'a' * 40}"
SENT = Delivery(SendOutcome.SENT)
Server = Callable[..., MailServer]
LATER, NEVER, UNKNOWN = SendOutcome.TRY_LATER, SendOutcome.REFUSED, SendOutcome.UNKNOWN


def lines(server: MailServer, *more: str) -> list[str]:
    where = ['email_server = "localhost"', f"email_port = {server.port}", 'sender_address = "help@town.example.org"']
    return ["email = true", *where, *more]


def draft(to: str = TO, *, subject: str = "Can you help?", html: str | None = None, stop: str | None = None) -> Draft:
    return Draft(ids.mint("D"), to, Rendered(subject, f"{WORDS}\n.\n.hidden?\n", html), stop)


def sent(settings: Settings, book: Book, what: Draft) -> Delivery:
    return open_channels(settings, book)[MessageChannel.EMAIL].send(what)


@pytest.mark.parametrize("encryption", ["starttls", "tls", "none"])
def test_an_email_arrives_with_what_servers_and_readers_need(
    encryption: str, trusted: Path, told: Telling, book: Book
) -> None:
    what = draft(subject="Grüße an Zoë", html="<p>Hello</p>", stop=STOP)
    with mail_server(trusted, encryption=encryption, login=encryption != "none") as server:
        more = [f'email_encryption = "{encryption}"', 'return_domain = "back.example.org"', 'sender_name = "Möwe"']
        settings = told(
            *lines(server, *more), **{} if encryption != "none" else {"EMAIL_USER": "", "EMAIL_PASSWORD": ""}
        )
        assert sent(settings, book, what) == SENT
    (letter,), bare = server.letters, what.message_id.replace("-", "")
    assert server.sender == [f"bounces+{bare}@back.example.org"]
    assert server.tried == [TO]
    assert (letter["Subject"], letter["To"]) == ("Grüße an Zoë", TO)
    assert letter["From"].addresses[0].display_name == "Möwe"
    assert letter["Reply-To"] == settings.community.email
    assert letter["Message-ID"] == f"<{bare}@town.example.org>"
    assert letter["Auto-Submitted"] == "auto-generated"
    assert letter["List-Unsubscribe"] == f"<{STOP}>"
    assert letter["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert abs((parsedate_to_datetime(letter["Date"]) - utc_now()).total_seconds()) < 300
    plain, html = letter.get_body(("plain",)), letter.get_body(("html",))
    assert plain is not None
    assert html is not None
    assert plain.get_content().splitlines() == [WORDS, ".", ".hidden?"]
    assert html.get_content().strip() == "<p>Hello</p>"
    assert server.raw[0].isascii()
    assert server.logins == ([] if encryption == "none" else [True])


def test_an_answer_to_an_offer_has_no_button_that_acts_without_asking(trusted: Path, told: Telling, book: Book) -> None:
    with mail_server(trusted) as server:
        assert sent(told(*lines(server)), book, draft()) == SENT
    assert "List-Unsubscribe" not in server.letters[0]
    assert server.sender == ["help@town.example.org"]
    assert [part.get_content_type() for part in server.letters[0].walk()] == ["text/plain"]


@pytest.mark.parametrize(
    ("command", "answer", "delivery"),
    [
        ("MAIL", "451 Busy", Delivery(LATER, SendReason.SERVICE_BUSY)),
        ("MAIL", "550 Not you", Delivery(NEVER, SendReason.SENDER_REFUSED)),
        ("MAIL", "530 Log in", Delivery(LATER, SendReason.KEY_REFUSED)),
        ("MAIL", "421 Shutting down", Delivery(LATER, SendReason.SERVICE_BUSY)),
        ("RCPT", "452 Full", Delivery(LATER, SendReason.MAILBOX_BUSY)),
        ("RCPT", f"550 5.1.1 no {TO}", Delivery(NEVER, SendReason.NO_SUCH_MAILBOX)),
        ("RCPT", "550 5.7.1 Policy", Delivery(NEVER, SendReason.SENDER_REFUSED)),
        ("RCPT", "cut", Delivery(LATER, SendReason.UNREACHABLE)),
        ("RCPT", "wait", Delivery(LATER, SendReason.UNREACHABLE)),
        ("DATA", "451 Not now", Delivery(LATER, SendReason.SERVICE_BUSY)),
        ("DATA", f"554 Spam for {TO}", Delivery(NEVER, SendReason.CONTENT_REFUSED)),
        ("DATA", "cut", Delivery(UNKNOWN, SendReason.ANSWER_LOST)),
        ("DATA", "wait", Delivery(UNKNOWN, SendReason.ANSWER_LOST)),
        ("DATA", "so what", Delivery(UNKNOWN, SendReason.ANSWER_UNCLEAR)),
        ("DATA", "999 Never heard of", Delivery(UNKNOWN, SendReason.ANSWER_UNCLEAR)),
    ],
)
def test_each_answer_and_each_silence_has_its_outcome(
    command: str,
    answer: str,
    delivery: Delivery,
    trusted: Path,
    told: Telling,
    book: Book,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if answer == "wait":
        monkeypatch.setattr(smtp_session, "SECONDS", 1.0)
    with mail_server(trusted) as server:
        server.answers[command] = answer
        assert sent(told(*lines(server)), book, draft()) == delivery
    assert len(server.letters) == (command == "DATA")


def test_nothing_is_said_to_a_server_that_does_not_encrypt_or_is_not_the_right_one(
    certificate: Path, told: Telling, book: Book
) -> None:
    """The certificate is not trusted here."""
    for encryption, setting in (("starttls", "starttls"), ("tls", "tls"), ("none", "starttls")):
        with mail_server(certificate, encryption=encryption) as server:
            settings = told(*lines(server, f'email_encryption = "{setting}"'))
            assert sent(settings, book, draft()) == Delivery(LATER, SendReason.NOT_ENCRYPTED)
            assert email_trouble(settings) == SendReason.NOT_ENCRYPTED
        assert (server.logins, server.tried) == ([], [])


def test_a_certificate_for_another_name_is_refused(trusted: Path, told: Telling, book: Book) -> None:
    for encryption in ("starttls", "tls"):
        with mail_server(trusted, encryption=encryption) as server:
            more = [line.replace("localhost", "127.0.0.1") for line in lines(server)]
            settings = told(*more, f'email_encryption = "{encryption}"')
            assert sent(settings, book, draft()) == Delivery(LATER, SendReason.NOT_ENCRYPTED)
        assert server.logins == []


def test_a_wrong_password_and_no_server_are_tried_later(trusted: Path, told: Telling, book: Book) -> None:
    with mail_server(trusted) as server:
        for password in ("another one", "pässword"):
            wrong = told(*lines(server), EMAIL_PASSWORD=password)
            assert sent(wrong, book, draft()) == Delivery(LATER, SendReason.KEY_REFUSED)
    assert not server.tried
    assert sent(told(*lines(server)), book, draft()) == Delivery(LATER, SendReason.UNREACHABLE)


def test_a_server_that_answers_letter_by_letter_holds_nobody(
    told: Telling, book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(smtp_session, "LONGEST", 1.0)
    over = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def drip() -> None:
            connection, _ = listening.accept()
            with connection:
                while not over.wait(0.05):
                    connection.sendall(b"2")

        thread = threading.Thread(target=drip)
        thread.start()
        server = MailServer(port=listening.getsockname()[1])
        try:
            assert sent(told(*lines(server)), book, draft()).outcome == LATER
        finally:
            over.set()
            thread.join()


def test_nothing_of_an_invented_town_leaves(trusted: Path, told: Telling, book: Book) -> None:
    refused = Delivery(NEVER, SendReason.INVENTED_TOWN)
    service = ["text = true", "[messages.text_service]", 'url = "http://127.0.0.1:9/"']
    with mail_server(trusted) as server:
        demo, live = (told(*lines(server), *service, DEMO=demo) for demo in ("yes", "no"))
        assert {channel.send(draft()) for channel in open_channels(demo, book).values()} == {refused}
        assert open_channels(live, book)[MessageChannel.BY_HAND].send(draft()) == Delivery(SendOutcome.BY_HAND)
        book.write(mark_invented)
        assert {code: channel.send(draft()) for code, channel in open_channels(live, book).items()} == dict.fromkeys(
            MessageChannel, refused
        )
    assert (server.logins, server.tried) == ([], [])


def test_only_what_is_switched_on_is_there_and_a_sheet_sends_nothing(told: Telling, book: Book) -> None:
    assert set(open_channels(told(), book)) == {MessageChannel.BY_HAND}
    on = told(*lines(MailServer(port=25)))
    assert set(open_channels(on, book)) == {MessageChannel.BY_HAND, MessageChannel.EMAIL}
    in_a_sheet = on.model_copy(update={"kept_in_sheet": True})
    assert set(open_channels(in_a_sheet, book)) == {MessageChannel.BY_HAND}


def test_no_log_and_no_error_holds_an_address_or_a_word(
    trusted: Path,
    told: Telling,
    book: Book,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    caplog.set_level(logging.DEBUG)
    for command, answer in (("RCPT", f"550 <{TO}>"), ("DATA", f"550 {TO}"), ("DATA", "cut"), ("DATA", "250 OK")):
        with mail_server(trusted) as server, capture_logs() as log:
            server.answers[command] = answer
            what = draft(stop=STOP)
            delivery = sent(told(*lines(server)), book, what)
        (entry,) = log
        assert (entry["message"], entry["outcome"]) == (what.message_id, delivery.outcome)
        ours = [record.getMessage() for record in caplog.records if not record.name.startswith("mail.")]
        seen = f"{log}{delivery!r}{what!r}{ours}{capfd.readouterr()}"
        assert not [leak for leak in (TO, "canary", "Zuleika", "town.example.org/stop") if leak in seen]


HOSTILE = ["\r\nBcc: thief@example.org", "\nX: y", "\r", "\x00", "\u2028Bcc: x@y.z", "\x85Bcc: x@y.z", "\ud800"]


@given(
    st.text() | st.sampled_from(HOSTILE).flatmap(lambda each: st.text(max_size=9).map(lambda text: f"{text}{each}")),
    st.text(),
)
def test_no_subject_and_no_words_can_begin_a_header(subject: str, words: str) -> None:
    messages = load().messages.model_copy(update={"sender_address": "help@town.example.org"})
    settings = load().model_copy(update={"messages": messages})
    raw = compose(settings, Draft(ids.mint("D"), TO, Rendered(subject, words)), utc_now())
    head, _, _ = raw.partition(b"\r\n\r\n")
    names = [line.partition(b":")[0] for line in head.split(b"\r\n") if not line.startswith((b" ", b"\t"))]
    own = [b"Date", b"Message-ID", b"From", b"To", b"Reply-To", b"Subject", b"Auto-Submitted"]
    assert names == [*own, b"Content-Type", b"Content-Transfer-Encoding", b"MIME-Version"]
    assert raw.isascii()
    assert max(map(len, raw.split(b"\r\n"))) <= 998


@given(st.sampled_from([*HOSTILE, ", other@example.org", ">", "<", " ", ";", "@example.org", '"']), st.booleans())
def test_no_address_is_two_or_begins_a_header(more: str, behind: bool) -> None:
    to = f"{TO}{more}" if behind else f"{more}{TO}"
    with pytest.raises(NotAnAddress) as error:
        compose(load(), draft(to), utc_now())
    assert TO not in str(error.value)


def test_an_address_that_is_none_is_refused_before_anybody_is_asked(trusted: Path, told: Telling, book: Book) -> None:
    with mail_server(trusted) as server:
        for to in (
            "",
            "no address",
            "a@b",
            "zoë@example.org",
            "a..b@example.org",
            "=?utf-8?q?a?=@example.org",
            f"{'x' * 250}@example.org",
            f"{TO}\r\nRCPT TO:<a@b.org>",
        ):
            assert sent(told(*lines(server)), book, draft(to)) == Delivery(NEVER, SendReason.BAD_ADDRESS), to
    assert (server.logins, server.tried) == ([], [])


def test_the_server_is_greeted_and_logged_in_to_without_a_letter(trusted: Path, told: Telling) -> None:
    with mail_server(trusted) as server:
        assert email_trouble(told(*lines(server))) is None
        assert email_trouble(told(*lines(server), EMAIL_PASSWORD="another one")) == SendReason.KEY_REFUSED
    assert (server.logins[0], any(server.logins[1:])) == (True, False), "the library tries each way of logging in"
    assert (server.tried, server.letters) == ([], [])
    assert email_trouble(told(*lines(server))) == SendReason.UNREACHABLE
