"""The mailbox to which undelivered emails return is read once, by the worker, and what is none of ours stays unread."""

import imaplib
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

import community.casework as cw
from community.__main__ import cli
from community.book import utc_now
from community.jobs import JobView, overview, run_again
from community.messages import mailbox_session, returns_reading
from community.runtime import job_handlers
from community.settings import load
from community.tables import ids
from community.tables.job_kinds import JobKind
from community.tables.message_codes import SendOutcome
from tests.casework.office import Office, open_office
from tests.checkout import ROOT, copy_of_the_site, leave_the_site
from tests.messages.asking import PUBLIC, READER, asked, message, with_settings, worker
from tests.messages.mail_server import NAME, PASSWORD
from tests.messages.mailbox_server import MailboxServer, mailbox_server
from tests.messages.sending import TOWN, work
from tests.messages.test_bounces import WHOM, plain, report, returned

KEY = "every-day"


@pytest.fixture
def mailbox(trusted: Path) -> Iterator[MailboxServer]:
    with mailbox_server(trusted) as server:
        yield server


def settle(folder: Path, monkeypatch: pytest.MonkeyPatch, port: int, *more: str, **environ: str) -> None:
    """What a director writes who wants this mailbox to be read, over what was written before."""
    own = [TOWN, '[messages]\nemail = true\nsender_address = "help@town.example.org"\nemail_server = "localhost"']
    own += ['return_domain = "back.example.org"\nreturn_server = "localhost"', f"return_port = {port}", *more]
    (folder / "own.toml").write_text("\n".join(own), "utf-8")
    told = {"COMMUNITY_TOML": str(folder / "own.toml"), "COMMUNITY_HOME": str(folder), "DEMO": "no"}
    secrets = {"RETURN_USER": NAME, "RETURN_PASSWORD": PASSWORD, "PUBLIC_URL": PUBLIC}
    for name, value in (told | secrets | environ).items():
        monkeypatch.setenv(name, value)


@pytest.fixture
def office(tmp_path: Path, mailbox: MailboxServer, monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    """A live book in which the worker has looked once, and found nothing in the mailbox."""
    settle(tmp_path, monkeypatch, mailbox.port)
    leave_the_site(monkeypatch)
    made = with_settings(open_office(tmp_path), load())
    work()
    yield made
    made.book.close()


def out(office: Office) -> str:
    """The id of an offer that went."""
    one = asked(office)
    cw.begin_sending(worker(office), one)
    cw.note_delivery(worker(office), one, SendOutcome.SENT, None)
    return one


def back(one: str, status: str = "5.1.1") -> bytes:
    return report(one, status=status, to=returned(one))


def look(office: Office, code: int = 0) -> str:
    """What the worker says when the time to look has come."""
    assert run_again(office.book, JobKind.READ_RETURNED_MAIL, KEY, utc_now())
    return work(code)


def job(office: Office) -> JobView:
    with office.book.reading() as reader:
        mine = JobKind.READ_RETURNED_MAIL, KEY
        return next(each for each in overview(reader, utc_now()) if (each.kind, each.key) == mine)


def status(office: Office, *those: str) -> list[str]:
    return [message(office, one).status for one in those]


def test_several_mails_that_came_back_are_read_in_one_look_and_only_once(
    office: Office, mailbox: MailboxServer
) -> None:
    gone, full, there = out(office), out(office), out(office)
    mailbox.land(back(gone), back(full, "4.2.2"))
    said = look(office)
    assert status(office, gone, full, there) == ["bounced", "bounced", "sent"]
    assert [message(office, one).problem for one in (gone, full)] == ["no_such_mailbox", "mailbox_busy"]
    assert mailbox.unread() == []
    token, before = office.book.token(), mailbox.heard.count(b"UID FETCH")
    said += look(office)
    assert (office.book.token(), mailbox.heard.count(b"UID FETCH")) == (token, before)
    for word in (WHOM, READER["email"], READER["name"], NAME, PASSWORD):
        assert word not in said


def test_it_comes_again_every_ten_minutes(office: Office) -> None:
    found = job(office)
    assert found.due > utc_now()
    assert found.due.minute % 10 == 0
    assert not found.fails


def test_what_is_none_of_ours_stays_unread_and_is_not_looked_at_again(office: Office, mailbox: MailboxServer) -> None:
    one = out(office)
    mailbox.land(plain("help@town.example.org", "Yes, I can help."), back("D-7K3Q-F2MX-4"), back(ids.mint("D")), b"\0")
    mailbox.land(plain(returned(one), "I am on holiday.", subject="Out of office"), back(one))
    look(office)
    assert (len(mailbox.unread()), status(office, one)) == (5, ["bounced"])
    mailbox.heard.clear()
    look(office)
    assert b"UID FETCH" not in mailbox.heard
    assert len(mailbox.unread()) == 5


def test_what_somebody_has_read_already_is_theirs(office: Office, mailbox: MailboxServer) -> None:
    one = out(office)
    mailbox.land(back(one), flags=r"(\Seen)")
    look(office)
    assert status(office, one) == ["sent"]


def test_a_full_mailbox_is_read_some_at_a_time_to_its_end(
    office: Office, mailbox: MailboxServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(returns_reading, "MOST", 2)
    first, last = out(office), out(office)
    mailbox.land(back(first), *[plain("help@town.example.org", "Hello")] * 4, back(last))
    mailbox.heard.clear()
    look(office)
    assert mailbox.heard.count(b"UID SEARCH") == 3
    assert status(office, first, last) == ["bounced", "bounced"]


def test_a_folder_that_has_no_end_is_searched_some_at_a_time(
    office: Office, mailbox: MailboxServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The answer to a search is one line, which must not be longer than the library reads."""
    one = out(office)
    mailbox.land(*[plain("help@town.example.org", "Hello")] * 90, back(one))
    monkeypatch.setattr(mailbox_session, "AT_ONCE", 10)
    monkeypatch.setattr(imaplib, "_MAXLINE", 200)
    look(office)
    assert status(office, one) == ["bounced"]


def test_a_mail_as_large_as_a_film_is_read_at_its_beginning(
    office: Office, mailbox: MailboxServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = out(office)
    mailbox.land(back(one) + b"x" * 70 + b"\r\n" + b"0123456789\r\n" * 50_000)
    look(office)
    assert status(office, one) == ["bounced"]
    monkeypatch.setattr(mailbox_session, "_IN_ALL", 1000)
    mailbox.land(back(out(office)))
    look(office, code=1)
    assert job(office).error == "mailbox_shut"


@pytest.mark.long
@pytest.mark.parametrize("command", [b"UID STORE", b"UID FETCH"])
def test_a_worker_that_is_killed_at_any_step_leaves_nothing_undone_and_nothing_twice(
    office: Office, mailbox: MailboxServer, tmp_path: Path, command: bytes
) -> None:
    one, other = out(office), out(office)
    own = os.environ | {"COMMUNITY_SITE": str(copy_of_the_site(tmp_path / "own"))}
    mailbox.land(back(one), back(other))
    assert run_again(office.book, JobKind.READ_RETURNED_MAIL, KEY, utc_now())
    killed = subprocess.Popen([sys.executable, "-m", "community", "worker", "--once"], cwd=ROOT, env=own)

    def kill() -> str:
        os.kill(killed.pid, signal.SIGKILL)
        return "cut"

    mailbox.at[command] = kill
    assert killed.wait() == -signal.SIGKILL
    mailbox.at.clear()
    # Its lease has ended.
    office.book.remember(lambda c: c.exec_driver_sql("UPDATE jobs SET lease_until = asked_at WHERE lease <> ''"))
    work()
    assert (status(office, one, other), mailbox.unread()) == (["bounced", "bounced"], [])
    with office.book.reading() as reader:
        stood = [each.now for each in reader.changes(record_id=one) if each.field == "status"]
    assert stood.count("bounced") == 1


def test_a_connection_that_breaks_is_a_job_that_failed_and_nothing_is_lost(
    office: Office, mailbox: MailboxServer
) -> None:
    one = out(office)
    mailbox.land(back(one))
    mailbox.at[b"UID STORE"] = lambda: "cut"
    look(office, code=1)
    assert (job(office).error, status(office, one), len(mailbox.unread())) == ("mailbox_shut", ["bounced"], 1)
    mailbox.at.clear()
    look(office)
    assert (job(office).error, mailbox.unread()) == (None, [])


def test_another_folder_is_read_where_the_settings_say_so(
    office: Office, mailbox: MailboxServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settle(tmp_path, monkeypatch, mailbox.port, 'return_folder = "Came \\"back\\""')
    one = out(office)
    look(office, code=1)
    assert "There is no such folder" in CliRunner().invoke(cli, ["doctor", "--live"]).stdout
    mailbox.land(back(one), folder='"Came \\"back\\""')
    look(office)
    assert (status(office, one), mailbox.unread('"Came \\"back\\""')) == (["bounced"], [])


def test_without_the_setting_nobody_looks_and_an_old_failure_is_not_shown_for_ever(
    office: Office, mailbox: MailboxServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settle(tmp_path, monkeypatch, 1)
    look(office, code=1)
    (tmp_path / "own.toml").write_text(TOWN, "utf-8")
    mailbox.heard.clear()
    look(office)
    assert (job(office).fails, mailbox.heard) == (False, [])


def test_the_invented_town_looks_into_no_mailbox(
    office: Office, mailbox: MailboxServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    mailbox.land(back(out(office)))
    assert run_again(office.book, JobKind.READ_RETURNED_MAIL, KEY, utc_now())
    mailbox.heard.clear()
    monkeypatch.setenv("DEMO", "yes")
    job_handlers.worker(office.book, load()).run_due()
    CliRunner().invoke(cli, ["doctor", "--live"])
    assert mailbox.heard == []


def test_the_doctor_logs_in_only_when_told_and_says_what_is_wrong(
    office: Office, mailbox: MailboxServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def doctor(*options: str) -> str:
        told = CliRunner().invoke(cli, ["doctor", *options]).stdout
        return next((line for line in told.splitlines() if "email returns" in line), "")

    mailbox.land(back(out(office)))
    mailbox.heard.clear()
    assert "was not asked" in doctor()
    assert mailbox.heard == []
    assert "well" in doctor("--live")
    assert len(mailbox.unread()) == 1
    with monkeypatch.context() as other:
        other.setenv("RETURN_PASSWORD", "another one")
        assert "refuses the name or the password" in doctor("--live")
        look(office, code=1)
        assert "Reading the mail that came back failed: the mailbox could not be read" in CliRunner().invoke(cli, ["doctor"]).stdout  # noqa: E501  # fmt: skip
    with monkeypatch.context() as other:
        other.delenv("SSL_CERT_FILE")
        assert "certificate is not for its name" in doctor("--live")
    with socket.create_server(("127.0.0.1", 0)) as shut:
        port = shut.getsockname()[1]
    settle(tmp_path, monkeypatch, port)
    assert "does not answer" in doctor("--live")
