"""Those on duty are told that something waits: once, in their hours, and nothing about whom."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from community.__main__ import cli
from community.book import utc_now
from community.book.demo_flag import mark_invented
from community.messages.channels import message_channel
from community.messages.message_draft import Delivery
from community.tables.job_kinds import JobError, JobState
from tests.casework.office import Office
from tests.messages.mail_server import MailServer
from tests.messages.on_duty import MAILBOX, duty, duty_jobs, emails, leaks, listed, texts, urgent
from tests.messages.sending import hours_from_now, now_again, office, server, service, work
from tests.messages.text_service import ServiceStandIn

__all__ = ["office", "server", "service"]


def test_an_urgent_request_is_told_once_by_text_with_its_id_and_nothing_else(
    office: Office, service: ServiceStandIn, tmp_path: Path
) -> None:
    listed(tmp_path, duty(otherwise="ring Dilys on 0117 496 0000"))
    one = urgent(office)
    office.make_request(urgency="this_week")
    token = office.book.token()
    work()
    said = f"{office.settings.community.name}: A request for help that can't wait: {one}. Please open the dashboard. "
    assert texts(service) == [("+447700900456", f"{said}If you can't, ring Dilys on 0117 496 0000.")]
    work()
    assert len(service.asked) == 1, "once"
    assert [job.state for job in duty_jobs(office)] == [JobState.DONE]
    assert token == office.book.token(), "no open page reads the book again"


def test_words_that_may_mean_danger_can_not_wait_either(
    office: Office, service: ServiceStandIn, tmp_path: Path
) -> None:
    listed(tmp_path, duty())
    one = office.make_request(urgency="whenever", flags="crisis_words")
    work()
    assert one in texts(service)[0][1]


def test_by_email_it_says_the_same_and_why_they_get_it(office: Office, server: MailServer, tmp_path: Path) -> None:
    listed(tmp_path, duty(email=MAILBOX))
    one = urgent(office)
    work()
    assert server.tried == [MAILBOX]
    (letter,) = server.letters
    plain = letter.get_body(("plain",))
    assert plain is not None
    for told in (one, "can’t wait", "open the dashboard", "ring the director", "the coordinator on call"):
        assert told in plain.get_content()
    assert letter["Subject"] == f"{office.settings.community.name}: A request for help that can’t wait"


def test_outside_their_hours_it_waits_for_them_and_goes_if_it_still_waits(
    office: Office, service: ServiceStandIn, tmp_path: Path
) -> None:
    later = {"hours_from": hours_from_now(2), "hours_until": hours_from_now(4)}
    listed(tmp_path, duty(**later))
    first, second = urgent(office), urgent(office)
    work()
    assert texts(service) == []
    for each in duty_jobs(office):
        assert (each.state, each.started_at) == (JobState.WAITING, None)
        assert timedelta(hours=1) < each.due - utc_now() <= timedelta(hours=2)
    office.set(office.row("help_requests", first), "status", "triaged")
    listed(tmp_path, duty())
    for each in duty_jobs(office):
        now_again(office, each.key)
    work()
    assert [second in words and first not in words for _, words in texts(service)] == [True]


def test_what_is_due_before_their_hours_is_put_off_to_when_they_begin(
    office: Office, service: ServiceStandIn, tmp_path: Path
) -> None:
    listed(tmp_path, duty(hours_from=hours_from_now(1), hours_until=hours_from_now(3)))
    urgent(office)
    work()
    listed(tmp_path, duty(hours_from=hours_from_now(5), hours_until=hours_from_now(6)))
    (job,) = duty_jobs(office)
    now_again(office, job.key)
    work()
    (job,) = duty_jobs(office)
    assert (texts(service), job.fails) == ([], False)
    assert job.due - utc_now() > timedelta(hours=4)


def test_whoever_is_on_now_is_told_now_and_the_other_when_their_hours_begin(
    office: Office, server: MailServer, service: ServiceStandIn, tmp_path: Path
) -> None:
    later = duty("morning", email=MAILBOX, hours_from=hours_from_now(2), hours_until=hours_from_now(3))
    listed(tmp_path, duty(), later)
    urgent(office)
    work()
    assert (len(service.asked), server.tried) == (1, [])
    assert sorted(each.state for each in duty_jobs(office)) == [JobState.DONE, JobState.WAITING]


def test_a_flood_is_one_notice_and_then_one_each_quarter_of_an_hour(
    office: Office, service: ServiceStandIn, tmp_path: Path
) -> None:
    listed(tmp_path, duty())
    ids = [urgent(office) for _ in range(5)]
    token = office.book.token()
    work()
    assert office.book.token() == token
    ((_, words),) = texts(service)
    assert sum(one in words for one in ids) == 3
    assert "and 2 more" in words
    assert {each.state for each in duty_jobs(office)} == {JobState.DONE}
    urgent(office)
    work()
    assert len(service.asked) == 1
    waits = [each for each in duty_jobs(office) if each.state == JobState.WAITING]
    assert [timedelta(minutes=10) < each.due - utc_now() <= timedelta(minutes=15) for each in waits] == [True]


@pytest.mark.parametrize("answers", [{"RCPT": "450 later"}, {"RCPT": "550 no such"}, {"DATA": "cut"}])
def test_what_did_not_go_or_may_not_have_is_tried_again_and_its_failure_is_in_sight(
    answers: dict[str, str], office: Office, server: MailServer, tmp_path: Path
) -> None:
    listed(tmp_path, duty(email=MAILBOX))
    urgent(office)
    server.answers = answers
    said = work(code=1)
    (job,) = duty_jobs(office)
    assert (job.fails, job.error, job.tries) == (True, JobError.NOT_SENT, 1)
    assert "tell_duty" in said
    server.answers = {}
    now_again(office, job.key)
    work()
    assert duty_jobs(office)[0].state == JobState.DONE
    ids = {letter["Message-ID"] for letter in server.letters}
    assert len(ids) == 1, "by which a mailbox knows that it is the same letter"


class Killed(BaseException):
    """Stands for `kill -9` at one place: nothing of the program runs after it."""


@pytest.mark.parametrize("sent", [False, True])
def test_a_worker_that_is_killed_in_the_middle_leaves_it_to_the_next(
    sent: bool, office: Office, service: ServiceStandIn, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed(tmp_path, duty())
    urgent(office)
    send = message_channel.SendingChannel.send

    def stopped(self: Any, draft: Any) -> Delivery:
        if sent:
            send(self, draft)
        raise Killed

    with monkeypatch.context() as broken:
        broken.setattr(message_channel.SendingChannel, "send", stopped)
        with pytest.raises(Killed):
            CliRunner().invoke(cli, ["worker", "--once"], catch_exceptions=False)
    work()
    assert len(service.asked) == 1 + sent, "better twice than never"
    assert duty_jobs(office)[0].state == JobState.DONE


def test_nothing_of_an_invented_town_is_told(
    office: Office, service: ServiceStandIn, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed(tmp_path, duty())
    urgent(office)
    office.book.write(mark_invented)
    work()
    assert service.asked == []
    assert not any(each.fails for each in duty_jobs(office))


@pytest.mark.parametrize("way", ["text", "email"])
def test_without_its_channel_nobody_is_told_and_no_job_fails(
    way: str, office: Office, server: MailServer, service: ServiceStandIn, tmp_path: Path
) -> None:
    file = tmp_path / "own.toml"
    file.write_text(file.read_text("utf-8").replace(f"{way} = true", f"{way} = false"), "utf-8")
    listed(tmp_path, duty(**({"email": MAILBOX} if way == "email" else {})))
    urgent(office)
    work()
    assert (service.asked, server.tried, duty_jobs(office)) == ([], [], [])


def test_no_name_number_postcode_or_word_of_a_request_leaves_or_is_written_down(
    office: Office, server: MailServer, service: ServiceStandIn, tmp_path: Path
) -> None:
    listed(tmp_path, duty(), duty("by_email", email=MAILBOX))
    urgent(office)
    service.trouble = "cut"
    said = work(code=1)
    service.trouble = ""
    for each in duty_jobs(office):
        now_again(office, each.key)
    said += work()
    with office.book.reading() as reader:
        rows = [str(row) for row in reader.connection.exec_driver_sql("SELECT * FROM jobs")]
    assert "message_tried" in said
    assert leaks(said, rows) == []
    sent = [words for _, words in texts(service)]
    letters = emails(server)
    assert all("can" in words and "R-" in words for words in sent + letters)
    assert (len(sent), len(letters), leaks(sent, letters)) == (2, 1, [])
