"""The worker as people start it: what it does by night, what it says when something fails, and what it never writes."""

import errno
import os
from datetime import timedelta
from typing import Any

import pytest

from community.book import Job, backup_archive, encrypted_backup, utc_now
from community.jobs import JobView, ask, overview, trust_clock
from community.runtime import backup_keys, backups, job_handlers, past_keeping_time
from community.settings import load
from community.tables.canonical import instant
from community.tables.job_kinds import JobError, JobKind, JobState
from tests.book.builders import make_volunteer
from tests.book.databases import new_book
from tests.checkout import ROOT
from tests.commands.household import NIGHT, Run, at_night, opened

YEARS = timedelta(days=1700)


@pytest.fixture(autouse=True)
def _book(home: Any) -> None:
    """An empty live book."""
    new_book(home / "book.db")


def stands(kind: JobKind, key: str = NIGHT) -> JobView:
    """How this job stands."""
    with opened() as book, book.reading() as reader:
        return next(each for each in overview(reader, utc_now()) if (each.kind, each.key) == (kind, key))


def test_what_is_due_is_done_once_and_comes_again_the_next_night(run: Run) -> None:
    assert "1 done, 0 failed." in run("worker", "--once").output
    for kind in (JobKind.BACK_UP, JobKind.REMOVE_OLD):
        assert stands(kind).due > utc_now()
        at_night(kind)
    assert "3 done, 0 failed." in run("worker", "--once").output, "a worker that begins matches the board"
    for kind in (JobKind.BACK_UP, JobKind.REMOVE_OLD):
        one = stands(kind)
        assert one.finished_at is not None
        assert one.due > utc_now()
    assert len(backups.found(load())) == 1
    assert "1 done, 0 failed." in run("worker", "--once").output
    assert "last one was done" in run("doctor", code=0).output


def test_whatever_the_settings_of_a_test_say_nothing_is_written_into_the_checkout(
    run: Run, home: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[object] = []
    monkeypatch.setattr(job_handlers, "publish_lists", lambda *told: written.append(told))
    own = (ROOT / "community.toml").read_text("utf-8").replace('telephone = "116 123"', 'telephone = "01632 960123"')
    (home / "own.toml").write_text(own, "utf-8")
    monkeypatch.setenv("COMMUNITY_TOML", str(home / "own.toml"))
    run("worker", "--once")
    assert written == []


def test_a_backup_that_fails_is_told_by_its_reason_tried_again_and_told_by_doctor(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("worker", "--once")
    at_night(JobKind.BACK_UP)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "Mabel Invented")

    with monkeypatch.context() as broken:
        broken.setattr(backup_archive, "write", full)
        done = run("worker", "--once", code=1)
        assert f"back_up {NIGHT}: disk_full" in done.stderr
    one = stands(JobKind.BACK_UP)
    assert (one.fails, one.tries, one.error, one.given_up) == (True, 1, JobError.DISK_FULL, False)
    assert "The backup failed: the disk is full. Tried 1 time." in run("doctor").output
    at_night(JobKind.BACK_UP)
    run("worker", "--once")
    assert stands(JobKind.BACK_UP).error is None


@pytest.mark.parametrize("encrypted", [False, True])
def test_a_backup_whose_file_can_not_be_read_back_has_failed_and_is_not_kept(
    run: Run, home: Any, monkeypatch: pytest.MonkeyPatch, encrypted: bool
) -> None:
    """The disk loses the end of whatever it is told to keep."""
    if encrypted:
        backup_keys.keep(load(), encrypted_backup.make_keys()[1])
    run("worker", "--once")
    at_night(JobKind.BACK_UP)
    monkeypatch.setattr("os.fsync", lambda number: os.ftruncate(number, 200))
    run("worker", "--once", code=1)
    assert stands(JobKind.BACK_UP).fails
    assert list((home / "backups").iterdir()) == []


def test_nothing_that_somebody_wrote_is_in_the_jobs_or_in_what_the_worker_says(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Even where the program has a fault and its error repeats what stands in a row."""
    with opened() as book:
        one = book.append("volunteers", make_volunteer(name="Canary Invented"), by="web").id
        book.act("set", by="Director Invented", changes=[], jobs=[Job(JobKind.PROPOSE, one)])

    def fault(*_: object) -> None:
        raise RuntimeError("Canary Invented, noor@example.org")

    monkeypatch.setattr(job_handlers, "_propose", fault)
    said = run("worker", "--once", code=1)
    with opened() as book, book.reading() as reader:
        rows = [str(row) for row in reader.connection.exec_driver_sql("SELECT * FROM jobs")]
    everything = "\n".join([said.output, said.stderr, *rows])
    assert "fault" in everything
    assert one in everything
    for word in ("Canary", "Invented", "noor@", "example.org"):
        assert word not in everything


def test_a_clock_that_has_leapt_needs_a_person(run: Run) -> None:
    run("worker", "--once")
    with opened() as book:
        trust_clock(book, utc_now() - YEARS)
        ask(book, [Job(JobKind.BACK_UP, "of-a-year-ago", utc_now() - timedelta(days=365))], utc_now() - YEARS)
    assert "1 done" in (said := run("worker", "--once")).output
    assert "--clock-is-right" in said.stderr
    assert "clock has leapt" in run("doctor").output
    assert "2 done" in run("worker", "--once", "--clock-is-right").output


def test_retention_leaves_a_leap_to_a_person_as_its_own_command_does(run: Run) -> None:
    run("retention", "--apply")
    run("worker", "--once")
    with opened() as book:
        book.remember(lambda c: c.exec_driver_sql("UPDATE program_memory SET value = '2020-01-01T00:00:00.000Z' WHERE name = 'retention_ran'"))  # noqa: E501  # fmt: skip
    at_night(JobKind.REMOVE_OLD)
    run("worker", "--once", code=1)
    assert stands(JobKind.REMOVE_OLD).error == JobError.CLOCK_LEAPT


def test_the_file_is_rewritten_by_night_only_where_something_was_removed_until_that_went_well(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody can write to the book meanwhile, and on an ordinary night nothing is past its time."""
    rewritten: list[bool] = []
    answers = [False, True]

    def compact(_: object) -> bool:
        rewritten.append(answers.pop(0))
        return rewritten[-1]

    monkeypatch.setattr(past_keeping_time, "compact", compact)
    run("worker", "--once")
    at_night(JobKind.REMOVE_OLD)
    run("worker", "--once")
    assert rewritten == []
    with opened() as book:
        old = book.append("volunteers", make_volunteer(status="left"), by="web").id
        left, ran = (instant(utc_now() - timedelta(days=days)) for days in (380, 30))
        statements = [
            f"UPDATE volunteers SET at = '{left}'",
            f"UPDATE volunteers_now SET at = '{left}', changed_at = '{left}'",
            f"UPDATE program_memory SET value = '{ran}' WHERE name = 'retention_ran'",
        ]
        book.remember(lambda connection: [connection.exec_driver_sql(each) for each in statements])
    at_night(JobKind.REMOVE_OLD)
    run("worker", "--once", code=1)
    assert stands(JobKind.REMOVE_OLD).error == JobError.TRACES_LEFT
    with opened() as book:
        assert book.get("volunteers", old) is None
    at_night(JobKind.REMOVE_OLD)
    run("worker", "--once")
    at_night(JobKind.REMOVE_OLD)
    run("worker", "--once")
    assert rewritten == [False, True]


def test_what_waited_in_a_backup_that_is_brought_back_waits_for_a_person(run: Run, home: Any) -> None:
    with opened() as book:
        book.append("volunteers", make_volunteer(), by="web")
        ask(book, [Job(JobKind.PROPOSE, "V-1")], utc_now())
    run("worker", "--once")
    with opened() as book:
        ask(book, [Job(JobKind.PROPOSE, "V-1", utc_now() + timedelta(days=3))], utc_now())
    run("backup", str(home.parent / "copy.zip"))
    for path in home.glob("book.db*"):
        path.unlink()
    run("restore", str(home.parent / "copy.zip"))
    held = stands(JobKind.PROPOSE, "V-1")
    assert (held.state, held.error) == (JobState.FAILED, JobError.RESTORED)
    run("worker", "--once")
    assert stands(JobKind.PROPOSE, "V-1").given_up
    assert stands(JobKind.BACK_UP).state == JobState.WAITING, "the nights go on"


def test_where_the_spreadsheet_keeps_the_book_there_is_no_worker(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOOK_KEPT_IN", "sheet")
    monkeypatch.setenv("SHEET_ID", "an-invented-id")
    assert load().kept_in_sheet
    assert "no worker runs" in run("worker", "--once", code=1).stderr


def test_in_the_invented_town_only_the_matching_is_done(run: Run, home: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEMO", "yes")
    new_book(home / "demo" / "book.db")
    run("worker", "--once")
    with opened() as book, book.reading() as reader:
        assert {each.kind for each in overview(reader, utc_now())} == {JobKind.PROPOSE}
