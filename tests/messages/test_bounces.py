"""Mail that came back is known by its message, and everything else is left alone."""

from email.message import EmailMessage
from email.policy import SMTP

import pytest
from hypothesis import given
from hypothesis import strategies as st

from community.messages import Bounce, read_bounce, returned_mail
from community.messages.bounce_program import verdict
from community.tables import ids
from community.tables.message_codes import BounceKind

WHOM = "canary.reader@example.org"


def report(message_id: str, *, status: str, to: str = "help@town.example.org", copy: bool = True) -> bytes:
    """A report as RFC 3464 describes it."""
    action = "failed" if status.startswith("5") else "delayed"
    parts = [
        ("text/plain", "Your message could not be delivered."),
        (
            "message/delivery-status",
            "Reporting-MTA: dns; mx.example.org\n\n"
            f"Final-Recipient: rfc822; {WHOM}\nAction: {action}\nStatus: {status}\n",
        ),
    ]
    if copy:
        own = f"<{message_id.replace('-', '')}@town.example.org>"
        parts.append(("text/rfc822-headers", f"Message-ID: {own}\nTo: {WHOM}\nSubject: Can you help?\n"))
    lines = ["From: MAILER-DAEMON@mx.example.org", f"To: {to}", "Subject: Undelivered", "MIME-Version: 1.0"]
    lines += ['Content-Type: multipart/report; report-type=delivery-status; boundary="B"', ""]
    for kind, words in parts:
        lines += ["--B", f"Content-Type: {kind}", "", *words.splitlines(), ""]
    return "\r\n".join([*lines, "--B--", ""]).encode()


def returned(message_id: str) -> str:
    return f"bounces+{message_id.replace('-', '')}@back.example.org"


def plain(to: str, words: str, **headers: str) -> bytes:
    mail = EmailMessage(policy=SMTP)
    mail["From"], mail["To"], mail["Subject"] = "somebody@example.org", to, headers.get("subject", "Hello")
    mail.set_content(words)
    return mail.as_bytes()


def test_an_address_of_its_own_tells_which_message_came_back_and_for_how_long() -> None:
    one = ids.mint("D")
    hard = report(one, status="5.1.1", to=returned(one), copy=False)
    soft = report(one, status="4.2.2", to=returned(one).lower(), copy=False)
    assert read_bounce(hard) == Bounce(one, BounceKind.HARD)
    assert read_bounce(soft) == Bounce(one, BounceKind.SOFT), "some servers write addresses in small letters"
    assert WHOM not in repr(read_bounce(hard))


def test_without_such_an_address_the_copy_that_came_back_tells() -> None:
    one = ids.mint("D")
    assert read_bounce(report(one, status="5.1.1")) == Bounce(one, BounceKind.HARD)


def test_the_address_counts_before_a_copy_of_another_message() -> None:
    one, other = ids.mint("D"), ids.mint("D")
    assert read_bounce(report(other, status="5.1.1", to=returned(one))) == Bounce(one, BounceKind.HARD)


def test_a_report_of_qmail_in_words_is_understood() -> None:
    one = ids.mint("D")
    words = "Hi. This is the qmail-send program at example.org.\nI'm afraid I wasn't able to deliver your message.\n"
    words += f"\n<{WHOM}>:\nSorry, no mailbox here by that name.\n\n--- Below this line is a copy of the message.\n"
    assert read_bounce(plain(returned(one), words, subject="failure notice")) == Bounce(one, BounceKind.HARD)


@pytest.mark.parametrize(
    "mail",
    [
        plain(returned(ids.mint("D")), "I am on holiday.", subject="Out of office"),
        plain(returned(ids.mint("D")), f"Yes, I can help. Write to {WHOM}"),
        report(ids.mint("V"), status="5.1.1"),
        report("D-0000-0000-1", status="5.1.1", to="bounces+D000000001@back.example.org"),
        report(ids.mint("D"), status="5.1.1", copy=False),
        b"",
        b"\xff\xfe" * 99,
    ],
    ids=["holiday", "answer", "no-message-of-ours", "misspelt", "whose", "nothing", "garbage"],
)
def test_what_is_no_report_about_a_message_of_ours_is_none(mail: bytes) -> None:
    assert read_bounce(mail) is None


@given(st.binary(max_size=400), st.integers(0, 900), st.integers(0, 30))
def test_no_mail_stops_the_reader(some: bytes, place: int, without: int) -> None:
    whole = report("D-0000-0000-0", status="5.1.1")
    assert read_bounce(some) is None
    assert verdict(whole[:place] + some + whole[place + without :]) in {"hard", "soft", ""}


def endless(one: str) -> bytes:
    """A report about this message that takes years to be read."""
    words = "This message was undeliverable due to the following reason:\r\n" + "<" * 200_000
    made_to = report(one, status="5.1.1", to=returned(one)).decode()
    made_to = made_to.replace("Your message could not be delivered.", words).replace("Final-Recipient", "Nobody")
    return made_to.encode()


def test_a_mail_that_was_made_to_be_read_for_years_is_one_for_a_person(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(returned_mail, "SECONDS", 1)
    with pytest.raises(returned_mail.EndlessMail):
        read_bounce(endless(ids.mint("D")))
