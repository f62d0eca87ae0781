"""From a decision to a person: the worker sends what casework asked for, to real servers, each message once."""

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

import community.casework as cw
from community.__main__ import cli
from community.book import utc_now
from community.book.demo_flag import mark_invented
from community.jobs import JobView, again, overview
from community.messages import send_message
from community.messages.channels import message_channel
from community.messages.message_draft import Delivery
from community.settings import load
from community.tables.canonical import LONDON
from community.tables.job_kinds import JobError, JobKind, JobState
from community.tables.link_purposes import Purpose
from community.tables.message_codes import SendOutcome
from community.tables.vocabulary import ReachBy
from tests.casework.office import Office, open_office
from tests.checkout import ROOT
from tests.messages.asking import PUBLIC, READER, asked, message, opens, telling, with_settings, worker
from tests.messages.mail_server import NAME, PASSWORD, MailServer, mail_server
from tests.messages.text_service import ServiceStandIn, text_service

TOWN = (ROOT / "community.toml").read_text("utf-8")


@pytest.fixture
def server(trusted: Path) -> Iterator[MailServer]:
    with mail_server(trusted) as server:
        yield server


@pytest.fixture
def service() -> Iterator[ServiceStandIn]:
    with text_service() as service:
        yield service


def hours_from_now(hours: int) -> str:
    return (utc_now() + timedelta(hours=hours)).astimezone(LONDON).strftime("%H:%M")


@pytest.fixture
def office(
    tmp_path: Path, server: MailServer, service: ServiceStandIn, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Office]:
    """A live book, and settings as a director writes them; it is not the night now."""
    own = [
        TOWN,
        '[messages]\nemail = true\nsender_address = "help@town.example.org"\nemail_server = "localhost"',
        f'email_port = {server.port}\nreturn_domain = "back.example.org"\ntext = true',
        f'quiet_from = "{hours_from_now(8)}"\nquiet_until = "{hours_from_now(9)}"',
        f'[messages.text_service]\nurl = "{service.url}"\nreference_field = "ref"',
    ]
    (tmp_path / "own.toml").write_text("\n".join(own), "utf-8")
    told = {"COMMUNITY_TOML": str(tmp_path / "own.toml"), "COMMUNITY_HOME": str(tmp_path), "DEMO": "no"}
    secrets = {"EMAIL_USER": NAME, "EMAIL_PASSWORD": PASSWORD, "TEXT_KEY": "k" * 20, "PUBLIC_URL": PUBLIC}
    for name, value in (told | secrets).items():
        monkeypatch.setenv(name, value)
    made = open_office(tmp_path)
    made.clock.now = utc_now()
    yield with_settings(made, load())
    made.book.close()


def work(code: int = 0) -> str:
    """Everything that the worker says."""
    done = CliRunner().invoke(cli, ["worker", "--once"])
    assert done.exit_code == code, done.output + done.stderr
    return done.output + done.stderr


def job(office: Office, one: str) -> JobView:
    with office.book.reading() as reader:
        (found,) = [each for each in overview(reader, utc_now()) if each.key == one]
        return found


def now_again(office: Office, one: str) -> None:
    """The time of the next try has come."""

    def due(connection: Any) -> None:
        connection.exec_driver_sql(f"UPDATE jobs SET due = asked_at WHERE key = '{one}'")

    office.book.remember(due)


def body(server: MailServer) -> str:
    (letter,) = server.letters
    plain = letter.get_body(("plain",))
    assert plain is not None
    return str(plain.get_content())


def test_an_approved_volunteer_gets_a_letter_whose_link_reads(office: Office, server: MailServer) -> None:
    one = asked(office)
    work()
    assert server.tried == [READER["email"]]
    assert server.sender == [f"bounces+{one.replace('-', '')}@back.example.org"]
    words = body(server)
    assert "Hello Vera," in words
    assert telling(words + server.raw[0].decode()) == []
    assert opens(office.settings, words, Purpose.OFFER, utc_now()) == one
    assert cw.see_offer(office.handler, one).state == cw.OfferState.OPEN
    stop = server.letters[0]["List-Unsubscribe"].strip("<>")
    assert stop in words
    assert opens(office.settings, stop, Purpose.STOP, utc_now()) == one
    row = message(office, one)
    assert (row.status, row.problem) == ("sent", None)
    assert row.sent_at is not None
    assert job(office, one).state == JobState.DONE
    work()
    assert len(server.letters) == 1, "once is once"


def test_an_approved_volunteer_gets_a_text(office: Office, service: ServiceStandIn) -> None:
    one = asked(office, ReachBy.TEXT)
    work()
    ((_, _, _, said),) = service.asked
    told = json.loads(said)
    assert (told["to"], told["ref"]) == ("+447700900123", one)
    assert opens(office.settings, told["text"], Purpose.OFFER, utc_now()) == one
    assert opens(office.settings, told["text"], Purpose.STOP, utc_now()) == one
    assert message(office, one).status == "sent"


@pytest.mark.parametrize(
    ("field", "told", "way", "to"),
    [
        ("email", "vera@example.org or vera@work.example.org", ReachBy.EMAIL, "vera@example.org"),
        ("email", "me: o'brien@example.org, Vera <vera@work.example.org>", ReachBy.EMAIL, "vera@work.example.org"),
        ("email", "o'brien@example.org", ReachBy.EMAIL, None),
        ("telephone", "01225 444000, 07700 900123 or 07700 900124", ReachBy.TEXT, "+447700900123"),
        ("telephone", "07700 900123 ext 4, 07700 900124", ReachBy.TEXT, "+447700900124"),
        ("telephone", "07700 9001", ReachBy.TEXT, None),
    ],
)
def test_it_goes_to_the_first_address_that_is_certain_or_to_a_person(
    field: str, told: str, way: ReachBy, to: str | None, office: Office, server: MailServer, service: ServiceStandIn
) -> None:
    one = asked(office, way, READER | {field: told})
    work()
    went = server.tried or [json.loads(said)["to"] for *_, said in service.asked]
    row = message(office, one)
    assert went == ([to] if to else [])
    assert row.status == ("sent" if to else "by_hand")
    assert to or row.problem == ("bad_address" if way == ReachBy.EMAIL else "bad_number")


def test_the_address_is_the_one_of_the_row_as_it_stands_now(office: Office, server: MailServer) -> None:
    one = asked(office)
    office.set(office.row("volunteers", message(office, one).to_whom), "email", "new@example.org")
    work()
    assert server.tried == ["new@example.org"]


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
    assert again(office.book, JobKind.SEND_MESSAGE, one, utc_now())
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


@pytest.mark.parametrize("answers", [{}, {"RCPT": "450 later"}, {"RCPT": "550 vera@example.org is unknown"}])
def test_nothing_that_would_tell_of_anybody_is_kept_or_said(
    answers: dict[str, str], office: Office, server: MailServer
) -> None:
    """Neither in the jobs, nor with the message, nor in what is written of both, nor in the worker's log."""
    one, other = asked(office), asked(office, ReachBy.TEXT)
    server.answers = answers
    done = CliRunner().invoke(cli, ["worker", "--once"])
    kept = [done.output, done.stderr]
    with office.book.reading() as reader:
        ask = reader.connection.exec_driver_sql
        kept += [str(row) for table in ("jobs", "messages", "messages_now") for row in ask(f"SELECT * FROM {table}")]
        changes = ask("SELECT * FROM changes WHERE action LIKE 'send_message%' OR action LIKE 'offer%'")
        kept += [str(row) for row in changes]
    everything = "\n".join(kept)
    assert one in everything
    assert other in everything
    assert telling(everything) == []
    for word in ("vera", "07700", "900123", "dog walking", "neighbour", PUBLIC, "/offer/", "/stop/"):
        assert word not in everything.lower(), word


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
