"""What the machine does by itself, on the pages Sheet and Today: told in plain words, mended by one button."""

from datetime import timedelta

import pytest

from community.book import Job, encrypted_backup
from community.casework import NotAllowed, NotNow
from community.jobs import MOST_TRIES, ask, claim, fail, finish, overview, trust_clock
from community.runtime import backup_keys, job_desk
from community.tables.job_kinds import JobError, JobKind
from tests.casework.office import Office
from tests.dashboard.conftest import OpenApp, labels, press, shown

NIGHT = "every-day"
SHEET, TODAY = "sheet", "today"


def failing(office: Office, times: int, error: JobError = JobError.DISK_FULL) -> None:
    """The nightly backup, which has failed so many times."""
    now = office.clock()
    ask(office.book, [Job(JobKind.BACK_UP, NIGHT)], now)
    for _ in range(times):
        with office.book.reading() as reader:
            now = max(now, overview(reader, now)[0].due)
        job = claim(office.book, "w1", [JobKind.BACK_UP], now)
        assert job is not None
        fail(office.book, job, error, now)


def test_a_backup_that_fails_is_told_in_plain_words_and_done_again_by_a_button(
    open_app: OpenApp, office: Office
) -> None:
    failing(office, 3)
    assert "The backup failed" in shown(open_app(TODAY))
    app = open_app(SHEET)
    page = shown(app)
    assert "the disk is full. Tried 3 times; next" in page
    press(app, "Again")
    job = claim(office.book, "w1", [JobKind.BACK_UP], office.clock() + timedelta(minutes=1))
    assert job is not None
    finish(office.book, job, office.clock())
    page = shown(open_app(SHEET))
    assert "The backup: last done" in page
    assert "failed" not in page
    assert "The backup failed" not in shown(open_app(TODAY))


def test_the_director_reads_whether_a_thief_could_read_the_backups(open_app: OpenApp, office: Office) -> None:
    assert "Backups are not encrypted" in shown(open_app(SHEET))
    backup_keys.keep(office.settings, encrypted_backup.make_keys()[1])
    page = shown(open_app(SHEET))
    assert "Backups are encrypted" in page
    assert "not encrypted" not in page
    assert job_desk.backups_are_encrypted(office.coordinator) is None
    (office.settings.book_home / backup_keys.FILE).write_text("damaged")
    assert "encrypted" not in shown(open_app(SHEET)), "none is made, and the job that fails says why"


def test_what_may_still_mend_itself_is_not_on_today(open_app: OpenApp, office: Office) -> None:
    failing(office, 1)
    assert "The backup failed" not in shown(open_app(TODAY))
    assert "The backup failed" in shown(open_app(SHEET))


def test_what_was_given_up_waits_for_a_person(open_app: OpenApp, office: Office) -> None:
    failing(office, MOST_TRIES)
    assert "it waits for you" in shown(open_app(TODAY))


def test_a_failed_job_is_shown_though_no_page_reads_the_book_again_for_it(open_app: OpenApp, office: Office) -> None:
    open_app(TODAY)
    token = office.book.token()
    failing(office, 3)
    assert office.book.token() == token
    assert "The backup failed" in shown(open_app(TODAY))


@pytest.mark.parametrize("look_as", ["coordinator", "handler"])
def test_only_the_director_sees_it_and_may_say_again(office: Office, look_as: str) -> None:
    failing(office, 3)
    context = getattr(office, look_as)
    assert (job_desk.jobs(context), job_desk.troubles(context)) == ([], [])
    with pytest.raises(NotAllowed):
        job_desk.do_again(context, JobKind.BACK_UP, NIGHT)
    with pytest.raises(NotAllowed):
        job_desk.clock_is_right(context)


def test_what_a_worker_is_at_is_not_begun_twice(office: Office) -> None:
    ask(office.book, [Job(JobKind.BACK_UP, NIGHT)], office.clock())
    claim(office.book, "w1", [JobKind.BACK_UP], office.clock())
    with pytest.raises(NotNow):
        job_desk.do_again(office.director, JobKind.BACK_UP, NIGHT)
    with pytest.raises(NotNow):
        job_desk.do_again(office.director, "an_unknown_kind", NIGHT)


def test_a_worker_that_is_gone_is_missed(open_app: OpenApp, office: Office) -> None:
    trust_clock(office.book, office.clock() - timedelta(hours=5))
    assert "Nothing is done by itself" in shown(open_app(TODAY))
    trust_clock(office.book, office.clock())
    assert "Nothing is done by itself" not in shown(open_app(TODAY))


def test_a_clock_that_has_leapt_is_confirmed_by_a_button(open_app: OpenApp, office: Office) -> None:
    trust_clock(office.book, office.clock() - timedelta(days=900))
    app = open_app(SHEET)
    assert "clock has leapt ahead" in shown(app)
    press(app, "The clock is right")
    app = open_app(SHEET)
    assert "clock has leapt" not in shown(app)
    assert "The clock is right" not in labels(app)
