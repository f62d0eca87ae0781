"""What those on duty hear of: a concern, help that is missing, a sync that stopped, a backup that failed."""

from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

import community.casework as cw
from community import concerns
from community.book import SHEET_MEMORY, Job, asked_jobs, utc_now
from community.concerns.encryption import FILE
from community.jobs import ask, claim, fail, finish
from community.settings import load
from community.tables.canonical import LONDON, instant
from community.tables.job_kinds import JobError, JobKind, JobState
from community.tables.message_codes import BounceKind, SendOutcome, SendReason
from tests.casework.asking import approved, sent, volunteer_of, worker
from tests.casework.asking import ask as ask_by_message
from tests.casework.coming import resident_of
from tests.casework.office import Office
from tests.casework.test_sync_corrections import corrected
from tests.concerns.duty import LEAD
from tests.messages.asking import with_settings
from tests.messages.mail_server import MailServer
from tests.messages.on_duty import CANARIES, MAILBOX, duty, duty_jobs, emails, leaks, listed, texts, urgent
from tests.messages.sending import hours_from_now, now_again, office, server, service, work
from tests.messages.text_service import ServiceStandIn

__all__ = ["office", "server", "service"]


def raised(office: Office, **more: object) -> str:
    """A new concern, full of what must not be sent."""
    told = {"what": CANARIES["details"], "at_risk_name": CANARIES["name"], "at_risk_reach": CANARIES["address"]}
    return concerns.raise_concern(office.handler, "adults", told, **more).id  # type: ignore[arg-type]


def test_a_concern_is_told_without_its_id_and_without_a_word_of_it(
    office: Office, server: MailServer, service: ServiceStandIn, tmp_path: Path
) -> None:
    listed(tmp_path, duty(otherwise="ring Dilys"), duty("lead", person=LEAD, email=MAILBOX))
    with_settings(office, load())
    one = raised(office)
    said = work()
    name = office.settings.community.name
    ring = f"{name}: A safeguarding concern. Please ring the safeguarding lead."
    assert [words for _, words in texts(service)] == [ring], "whoever can't open it passes it on"
    (letter,) = emails(server)
    assert "page Concerns" in letter
    assert "ring" not in letter.split("page Concerns")[1].split("on duty")[0], "it may be about whom they would ring"
    with office.book.reading() as reader:
        rows = [str(row) for row in reader.connection.exec_driver_sql("SELECT * FROM jobs")]
    assert leaks(said, rows, letter, ring) == []
    for told in (said, letter, ring, *rows):
        assert one not in told
        assert one.replace("-", "") not in told
    assert "concern" not in said + "".join(rows), "that somebody told of harm stands in no log either"
    work()
    assert (len(service.asked), len(server.letters)) == (1, 1)


def test_a_concern_does_not_wait_for_the_time_between_two_notices(
    office: Office, service: ServiceStandIn, tmp_path: Path
) -> None:
    listed(tmp_path, duty())
    with_settings(office, load())
    urgent(office)
    work()
    raised(office)
    work()
    assert ["concern" in words for _, words in texts(service)] == [False, True]


@pytest.mark.parametrize(
    ("about", "told"),
    [
        ([LEAD], {"chair"}),
        (["Charlie Chair"], {"lead", "cora", "post"}),
        (["Cora Coordinator"], {"lead", "chair", "post"}),
    ],
)
def test_nobody_is_told_of_a_concern_that_names_them_and_of_one_about_the_lead_the_chair_alone_is(
    about: list[str], told: set[str], office: Office, server: MailServer, tmp_path: Path
) -> None:
    who = {"lead": LEAD, "chair": "Charlie Chair", "cora": "Cora Coordinator", "post": ""}
    parts = [duty(code, person=name, email=f"{code}@example.org") for code, name in who.items()]
    listed(tmp_path, *parts)
    with_settings(office, load())
    raised(office, works_here=about)
    work()
    assert {address.partition("@")[0] for address in server.tried} == told
    assert len(duty_jobs(office)) == len(told), "not even a job is there for the others"


def test_a_concern_that_somebody_acknowledged_meanwhile_is_told_to_nobody_more(
    office: Office, service: ServiceStandIn, tmp_path: Path
) -> None:
    listed(tmp_path, duty())
    with_settings(office, load())
    one = raised(office)
    lead = office.desk(cw.User(LEAD, "call_handler", safeguarding="lead"))  # type: ignore[arg-type]
    concerns.take_step(lead, one, "acknowledged", {}, seen="raised")
    work()
    assert service.asked == []


def test_without_the_key_of_concerns_the_rest_is_told_all_the_same(
    office: Office, service: ServiceStandIn, tmp_path: Path
) -> None:
    listed(tmp_path, duty())
    with_settings(office, load())
    raised(office)
    (tmp_path / FILE).unlink()
    urgent(office)
    assert "duty_not_read" in work()
    assert ["request" in words for _, words in texts(service)] == [True]


def test_promised_help_that_is_missing_today_is_told_and_once_for_each_time_that_it_comes_to_nothing(
    office: Office, service: ServiceStandIn, tmp_path: Path
) -> None:
    listed(tmp_path, duty(hears_of=("urgent_match",)))
    match, other = office.make_match("active", urgency="today", **_person()), office.make_match("active")
    work()
    for one in (match, other):
        cw.cancel(office.director, one, "not_wanted", seen="active")
    covered = office.make_match("active", urgency="today")
    cw.cancel(office.director, covered, "not_wanted", seen="active")
    again = {"need_id": office.row("matches", covered)["need_id"], "volunteer_id": office.make_volunteer()}
    office.book.append("matches", again | {"status": "accepted"}, by="test")
    said = work()
    ((_, words),) = texts(service)
    need = office.row("matches", match)["need_id"]
    assert f"Help was promised for today and is missing: {need}." in words
    assert leaks(said, words) == []
    work()
    assert len(service.asked) == 1


def test_somebody_to_be_rung_at_once_is_told_and_who_can_wait_is_not(
    office: Office, service: ServiceStandIn, tmp_path: Path
) -> None:
    listed(tmp_path, duty(hears_of=("urgent_call",)))
    today = utc_now().astimezone(LONDON).date()
    unopened, planned, later = (office.make_match("active", **_person()) for _ in range(3))
    cw.not_given(office.handler, unopened, today, "not_in", seen="active")
    office.set(office.row("matches", planned), "first_on", today.isoformat())
    for one in (planned, later):
        cw.cancel(office.director, one, "not_wanted", seen="active")
    said = work()
    ((_, words),) = texts(service)
    assert "Somebody has to be rung at once: " in words
    assert (unopened in words, planned in words, later in words) == (True, True, False)
    assert leaks(said, words) == []


def test_what_the_spreadsheet_puts_right_of_a_visit_today_or_tomorrow_is_told_until_the_volunteer_knows(
    office: Office, service: ServiceStandIn, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SHEET_ID", "an-invented-id")
    listed(tmp_path, duty(hears_of=("urgent_call",)))
    today = utc_now().astimezone(LONDON).date()
    soon, later, untold = (office.make_match("active", **_person()) for _ in range(3))
    for one, days in ((soon, 1), (later, 3), (untold, 1)):
        office.set(office.row("matches", one), "first_on", (today + timedelta(days=days)).isoformat())
        if one != untold:
            cw.release(office.handler, one, seen="active")
        corrected(office, ("residents", resident_of(office, one), "address", CANARIES["address"], "8 Canary Close"))
    said = work()
    ((_, words),) = texts(service)
    assert f"Somebody has to be rung at once: {soon}." in words
    assert leaks(said, words) == []
    cw.log_contact(office.handler, soon, with_whom=volunteer_of(office, soon), outcome="told")
    with office.book.reading() as reader:
        assert cw.pressing_corrections(reader, utc_now()) == []


def test_a_message_that_failed_is_told_once_each_time_if_somebody_waits_for_it_today_or_tomorrow(
    office: Office, service: ServiceStandIn, tmp_path: Path
) -> None:
    listed(tmp_path, duty(hears_of=("message_failed",)))
    match, later = approved(office), approved(office)
    office.set(office.row("needs", office.row("matches", match)["need_id"]), "urgency", "today")
    for one in (match, later):
        cw.note_bounce(worker(office), sent(office, one), BounceKind.HARD)
    said = work()
    ((_, words),) = texts(service)
    assert f"did not arrive, or may not have: {match}." in words
    assert leaks(said, words) == []
    work()
    assert len(service.asked) == 1
    office.set(office.row("volunteers", volunteer_of(office, match)), "email", "new@example.org")
    office.set(office.row("volunteers", volunteer_of(office, match)), "unreached", None)
    again = ask_by_message(office, match, seen="offered")
    cw.begin_sending(worker(office), again)
    cw.note_delivery(worker(office), again, SendOutcome.REFUSED, SendReason.CONTENT_REFUSED)
    work()
    waiting = [each for each in duty_jobs(office) if each.state == JobState.WAITING]
    assert len(waiting) == 1, "told again, a quarter of an hour after the last"


def _person() -> dict[str, str]:
    return {each: CANARIES[each] for each in ("name", "telephone", "address", "access_needs")}


def _synced(office: Office, at: str, kind: str = "last") -> None:
    def note(connection: sa.Connection) -> None:
        connection.execute(SHEET_MEMORY.delete().where(SHEET_MEMORY.c.kind == kind))
        connection.execute(SHEET_MEMORY.insert(), {"kind": kind, "key": "at", "value": at})

    office.book.remember(note)


def test_a_sync_that_stopped_is_told_if_it_does_not_come_back_within_minutes(
    office: Office, service: ServiceStandIn, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SHEET_ID", "an-invented-id")
    listed(tmp_path, duty())
    _synced(office, instant(utc_now() - timedelta(minutes=50)))
    work()
    assert duty_jobs(office) == []
    _synced(office, instant(utc_now() - timedelta(minutes=70)))
    work()
    (job,) = duty_jobs(office)
    assert (service.asked, job.due > utc_now() + timedelta(minutes=9)) == ([], True)
    now_again(office, job.key)
    work()
    assert ["out of step" in words for _, words in texts(service)] == [True]
    _synced(office, instant(utc_now() - timedelta(minutes=65)))
    work()
    _synced(office, instant(utc_now()))
    (again,) = [each for each in duty_jobs(office) if each.state == JobState.WAITING]
    now_again(office, again.key)
    work()
    assert len(service.asked) == 1, "it was back in step by then"


@pytest.mark.parametrize(("kind", "words"), [(JobKind.BACK_UP, "backup failed"), (JobKind.REMOVE_OLD, "machine does")])
def test_a_backup_or_other_work_that_goes_on_failing_is_told_once_until_it_went_well(
    kind: JobKind, words: str, office: Office, service: ServiceStandIn, tmp_path: Path
) -> None:
    listed(tmp_path, duty())
    work()

    def fails(times: int) -> None:
        for _ in range(times):
            ask(office.book, [Job(kind, "every-day")], utc_now())
            now_again(office, "every-day")
            job = claim(office.book, "w", [kind], utc_now())
            assert job is not None
            fail(office.book, job, JobError.DISK_FULL, utc_now())

    fails(2)
    work()
    assert texts(service) == [], "it usually mends itself"
    fails(1)
    work()
    fails(1)
    work()
    assert [words in told for _, told in texts(service)] == [True]
    now_again(office, "every-day")
    job = claim(office.book, "w", [kind], utc_now())
    assert job is not None
    finish(office.book, job, utc_now())
    fails(3)
    for each in duty_jobs(office):
        now_again(office, each.key)
    work()
    waiting = [each for each in duty_jobs(office) if each.state == JobState.WAITING]
    assert len(waiting) == 1, "told again, a quarter of an hour after the last"


def test_what_waited_in_a_backup_that_was_brought_back_is_told_again(
    office: Office, service: ServiceStandIn, tmp_path: Path
) -> None:
    later = {"hours_from": hours_from_now(2), "hours_until": hours_from_now(3)}
    listed(tmp_path, duty(), duty("morning", text="07700 900111", **later))
    urgent(office)
    work()
    office.book.remember(lambda connection: asked_jobs.hold(connection, at=instant(utc_now())))
    listed(tmp_path, duty(), duty("morning", text="07700 900111"))
    work()
    assert [to for to, _ in texts(service)] == ["+447700900456", "+447700900111"]


def test_what_stood_on_today_for_weeks_is_not_told_when_somebody_is_put_on_duty(
    office: Office, service: ServiceStandIn, tmp_path: Path
) -> None:
    office.clock.now = utc_now() - timedelta(days=15)
    urgent(office)
    office.clock.now = utc_now()
    later = urgent(office)
    office.set(office.row("help_requests", later), "hold_until", instant(utc_now() + timedelta(hours=2)))
    listed(tmp_path, duty())
    work()
    assert service.asked == []
