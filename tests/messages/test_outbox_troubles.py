"""What does not go by itself, or not now: it is tried again, waits for the morning, or waits for a person."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

import community.casework as cw
from community.__main__ import cli
from community.book import utc_now
from community.book.demo_flag import mark_invented
from community.jobs import run_again
from community.messages import send_message
from community.messages.channels import message_channel
from community.messages.message_draft import Delivery
from community.tables.job_kinds import JobError, JobKind, JobState
from community.tables.message_codes import SendOutcome
from tests.casework.office import Office, open_office
from tests.messages.asking import asked, message, telling, with_settings, worker
from tests.messages.mail_server import MailServer
from tests.messages.sending import hours_from_now, job, now_again, office, server, service, work

__all__ = ["office", "server", "service"]


@pytest.mark.parametrize(
    ("answers", "status", "problem"),
    [
        ({"RCPT": "550 no such"}, "bounced", "no_such_mailbox"),
        ({"DATA": "554 no"}, "bounced", "content_refused"),
        ({"DATA": "cut"}, "unknown", "answer_lost"),
    ],
)
def test_what_a_server_says_is_written_down_and_not_tried_again(
    answers: dict[str, str], status: str, problem: str, office: Office, server: MailServer
) -> None:
    server.answers = answers
    one = asked(office)
    work()
    row = message(office, one)
    assert (row.status, row.problem, row.sent_at) == (status, problem, None)
    server.answers = {}
    now_again(office, one)
    work()
    assert len(server.tried) == 1
    assert "email" in (office.row("volunteers", row.to_whom)["unreached"] or "") or problem != "no_such_mailbox"


def test_what_did_not_go_is_tried_again_and_goes_once(office: Office, server: MailServer) -> None:
    server.answers = {"RCPT": "450 later"}
    one = asked(office)
    said = work(code=1)
    assert f"send_message {one}: not_sent" in said
    row, view = message(office, one), job(office, one)
    assert (row.status, row.problem) == ("queued", "mailbox_busy")
    assert (view.fails, view.error, view.tries, view.given_up) == (True, JobError.NOT_SENT, 1, False)
    assert view.due > utc_now(), "not at once"
    server.answers = {}
    now_again(office, one)
    work()
    assert message(office, one).status == "sent"
    assert message(office, one).problem is None
    assert len(server.letters) == 1


def test_what_can_t_be_sent_for_long_is_passed_on_by_hand_and_its_job_stays_in_sight(
    office: Office, server: MailServer
) -> None:
    server.answers = {"RCPT": "450 later"}
    one = asked(office)
    for _ in range(8):
        assert message(office, one).status == "queued"
        work(code=1)
        now_again(office, one)
    assert (message(office, one).status, message(office, one).problem) == ("by_hand", "mailbox_busy")
    assert job(office, one).given_up
    cw.pass_on(office.handler, one)
    assert run_again(office.book, JobKind.SEND_MESSAGE, one, utc_now())
    server.answers = {}
    work()
    assert job(office, one).state == JobState.DONE
    assert server.letters == [], "a person sent it"


def test_whoever_is_wanted_today_does_not_wait_for_a_server_all_day(office: Office, server: MailServer) -> None:
    server.answers = {"RCPT": "450 later"}
    one = asked(office, urgency="today")
    row = message(office, one)
    office.set(row, "answer_by", (utc_now() + timedelta(hours=4)).strftime("%Y-%m-%dT%H:%M:%S.000Z"))
    work(code=1)
    assert message(office, one).status == "queued"
    office.clock.pass_(hours=2)
    assert send_message(worker(office), one, 3).failed
    assert message(office, one).status == "by_hand"


def test_a_late_try_in_the_night_waits_for_the_morning(
    office: Office, server: MailServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, file = asked(office), tmp_path / "own.toml"
    quiet = file.read_text("utf-8").replace(hours_from_now(8), hours_from_now(-1)).replace(hours_from_now(9), hours_from_now(2))  # noqa: E501  # fmt: skip
    file.write_text(quiet, "utf-8")
    work()
    assert (message(office, one).status, server.tried) == ("queued", [])
    view = job(office, one)
    assert view.state == JobState.WAITING
    assert timedelta(hours=1) < view.due - utc_now() <= timedelta(hours=2)
    assert not view.fails


def test_nothing_of_an_invented_town_leaves(office: Office, server: MailServer) -> None:
    one = asked(office)
    office.book.write(mark_invented)
    work()
    assert (message(office, one).status, message(office, one).problem) == ("bounced", "invented_town")
    assert server.tried == []


def test_the_demo_town_sends_nothing_either(
    office: Office, server: MailServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = asked(office)
    (tmp_path / "demo").mkdir()
    for path in tmp_path.glob("book.db*"):
        path.rename(tmp_path / "demo" / path.name)
    monkeypatch.setenv("DEMO", "yes")
    work()
    monkeypatch.setenv("DEMO", "no")
    for path in (tmp_path / "demo").glob("book.db*"):
        path.rename(tmp_path / path.name)
    office.book.close()
    office.book = open_office(tmp_path, str(tmp_path / "book.db")).book
    assert (message(office, one).status, message(office, one).problem) == ("bounced", "invented_town")
    assert server.tried == []


def test_who_stopped_messages_meanwhile_gets_none(office: Office, server: MailServer) -> None:
    one = asked(office)
    cw.stop_messages(office.handler, one)
    work()
    assert (message(office, one).status, server.tried) == ("withdrawn", [])
    assert job(office, one).state == JobState.DONE


def test_an_offer_that_was_taken_back_does_not_go(office: Office, server: MailServer) -> None:
    one = asked(office)
    match = message(office, one).about
    cw.cancel(office.director, match, "not_wanted", seen="offered")
    work()
    assert (message(office, one).status, server.tried) == ("withdrawn", [])


class Killed(BaseException):
    """Stands for `kill -9` at one place: nothing of the program runs after it."""


@pytest.mark.parametrize("where", ["before the words", "after the words"])
def test_a_sender_that_is_stopped_in_the_middle_leaves_it_to_a_person(
    where: str, office: Office, server: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = asked(office)
    send = message_channel.SendingChannel.send

    def stopped(self: Any, draft: Any) -> Delivery:
        if where == "after the words":
            send(self, draft)
        raise Killed

    with monkeypatch.context() as broken:
        broken.setattr(message_channel.SendingChannel, "send", stopped)
        with pytest.raises(Killed):
            CliRunner().invoke(cli, ["worker", "--once"], catch_exceptions=False)
    assert message(office, one).status == "unknown"
    now_again(office, one)
    work()
    assert message(office, one).status == "unknown"
    assert len(server.letters) == (where == "after the words")
    cw.settle_message(office.handler, one, arrived=False)
    assert message(office, one).status == "by_hand"


@pytest.mark.parametrize("error", [RuntimeError("Canaria Casewell"), OSError("vera@example.org")])
def test_a_fault_in_the_words_keeps_the_message_and_repeats_nothing(
    error: Exception, office: Office, server: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = asked(office)

    def fault(*_: object) -> None:
        raise error

    with monkeypatch.context() as broken:
        broken.setattr("community.messages.outbox.draft_to", fault)
        said = work(code=1)
    assert message(office, one).status == "queued", "nothing had gone"
    assert telling(said) == []
    assert "vera@" not in said
    now_again(office, one)
    work()
    assert len(server.letters) == 1


def test_a_channel_that_was_switched_off_since_leaves_it_to_a_person(
    office: Office, server: MailServer, tmp_path: Path
) -> None:
    one, file = asked(office), tmp_path / "own.toml"
    file.write_text(file.read_text("utf-8").replace("email = true", "email = false"), "utf-8")
    work()
    assert (message(office, one).status, server.tried) == ("by_hand", [])


def test_where_the_spreadsheet_keeps_the_book_nothing_is_sent(office: Office, server: MailServer) -> None:
    one = asked(office)
    with_settings(office, office.settings.model_copy(update={"kept_in_sheet": True}))
    assert send_message(worker(office), one, 1).delivery is None
    assert (message(office, one).status, server.tried) == ("queued", [])


def test_only_the_messenger_sends(office: Office) -> None:
    one = asked(office)
    with pytest.raises(cw.NotAllowed):
        cw.begin_sending(office.director, one)
    with pytest.raises(cw.NotAllowed):
        cw.note_delivery(office.director, one, SendOutcome.SENT, None)
    assert message(office, one).status == "queued"
