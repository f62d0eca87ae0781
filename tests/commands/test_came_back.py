"""`bounces`: a mail that came back is taken in once, whatever else lands in that mailbox."""

from pathlib import Path

import pytest

import community.casework as cw
from community.settings import load
from community.tables.message_codes import SendOutcome
from tests.book.databases import new_book
from tests.casework.office import Office, open_office
from tests.commands.household import Run
from tests.messages.asking import READER, asked, message, sending, with_settings, worker
from tests.messages.test_bounces import WHOM, plain, report, returned


@pytest.fixture
def office(home: Path, tmp_path: Path) -> Office:
    office = open_office(tmp_path, new_book(home / "book.db"))
    return with_settings(office, sending(load()))


def out(office: Office) -> str:
    """The id of an offer that went."""
    one = asked(office)
    cw.begin_sending(worker(office), one)
    cw.note_delivery(worker(office), one, SendOutcome.SENT, None)
    return one


def came(run: Run, raw: bytes, code: int = 0) -> str:
    done = run("bounces", answer=raw.decode("ascii"), code=code)
    return done.output + done.stderr


def unreached(office: Office, one: str) -> object:
    return office.row("volunteers", message(office, one).to_whom)["unreached"]


def test_a_mail_that_came_back_for_good_closes_that_way(run: Run, office: Office) -> None:
    one = out(office)
    said = came(run, report(one, status="5.1.1", to=returned(one)))
    assert f"{one}: came back. There is no such address." in said
    assert (message(office, one).status, message(office, one).problem) == ("bounced", "no_such_mailbox")
    assert unreached(office, one) == "email"
    for word in (WHOM, READER["email"], READER["name"]):
        assert word not in said


def test_a_full_mailbox_closes_nothing(run: Run, office: Office) -> None:
    one = out(office)
    assert "may arrive later" in came(run, report(one, status="4.2.2", to=returned(one)))
    assert (message(office, one).status, message(office, one).problem) == ("bounced", "mailbox_busy")
    assert unreached(office, one) is None


def test_a_mail_read_twice_changes_nothing_more(run: Run, office: Office) -> None:
    one = out(office)
    came(run, report(one, status="5.1.1", to=returned(one)))
    token = office.book.token()
    assert "already" in came(run, report(one, status="5.1.1", to=returned(one)), code=1)
    assert office.book.token() == token


def test_what_is_no_returned_mail_is_left_alone(run: Run, office: Office) -> None:
    one = out(office)
    for raw in (plain(returned(one), "I am away until Monday"), b"", report("D-7K3Q-F2MX-4", status="5.1.1")):
        came(run, raw, code=1)
    assert message(office, one).status == "sent"


def test_saved_mails_are_read_from_their_files(run: Run, office: Office, tmp_path: Path) -> None:
    first, second = out(office), out(office)
    for name, one in (("a.eml", first), ("b.eml", second)):
        (tmp_path / name).write_bytes(report(one, status="5.1.1", to=returned(one)))
    run("bounces", str(tmp_path / "a.eml"), str(tmp_path / "b.eml"))
    assert {message(office, one).status for one in (first, second)} == {"bounced"}
    run("bounces", str(tmp_path / "none.eml"), code=2)


def test_a_folder_that_a_mail_program_saved_is_read_to_its_last_mail(run: Run, office: Office, tmp_path: Path) -> None:
    first, second, other = out(office), out(office), out(office)
    # Words of a mail that begin like another mail, as programs leave them that quote nothing.
    told = plain("help@town.example.org", "Hello,\r\n\r\nFrom here on all is well.\r\n\r\n>From Mon Jan  5 2026\r\n")
    mails = (report(first, status="5.1.1", to=returned(first)), told, report(second, status="4.2.2"))
    stamps = ("MAILER-DAEMON Mon Nov 23 09:00:01 2026", "vera@example.org Tue Nov  3 19:00 +0000 2026")
    stamps = (*stamps, "MAILER-DAEMON@mx.example.org Wed Nov 25 09:00:59 2026")
    lines = [f"From {stamp}\r\n".encode() + mail + b"\r\n" for stamp, mail in zip(stamps, mails, strict=True)]
    for end in (b"\r\n", b"\n"):
        (tmp_path / "returned.mbox").write_bytes(b"".join(lines).replace(b"\r\n", end))
        done = run("bounces", str(tmp_path / "returned.mbox"), code=1)
        assert done.output.count("no message of ours") == 1
        assert [message(office, one).status for one in (first, second, other)] == ["bounced", "bounced", "sent"]
    assert [message(office, one).problem for one in (first, second)] == ["no_such_mailbox", "mailbox_busy"]


def test_a_message_that_never_left_did_not_come_back(run: Run, office: Office) -> None:
    one = asked(office)
    came(run, report(one, status="5.1.1", to=returned(one)), code=1)
    assert message(office, one).status == "queued"


def test_where_the_spreadsheet_keeps_the_book_nothing_comes_back(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOOK_KEPT_IN", "sheet")
    monkeypatch.setenv("SHEET_ID", "an-invented-id")
    assert "no message leaves by itself" in run("bounces", answer="", code=1).stderr
