"""A clock that leaps does not make jobs due years early, and one that goes back does not keep them for years."""

from datetime import timedelta

import pytest

from community.book import Book, Job
from community.jobs import ask, fail, finish, last_seen, read_clock, trust_clock
from community.jobs.worker_clock import beat
from community.tables.job_kinds import JobError
from tests.jobs.at_work import DAY, MINUTE, NOW, A, B, decide, stands, take, taken, view

YEARS = 1700 * DAY


@pytest.fixture(autouse=True)
def _looked(book: Book) -> None:
    """A worker has just looked."""
    beat(book, NOW)


def leapt(book: Book, now: object) -> bool:
    with book.reading() as reader:
        return read_clock(reader, now).leapt  # type: ignore[arg-type]


def test_a_clock_years_ahead_makes_nothing_due_and_is_forgotten_when_it_is_put_back(book: Book) -> None:
    decide(book, Job(A, "V-1", NOW + 30 * DAY))
    beat(book, NOW + YEARS)
    assert leapt(book, NOW + YEARS)
    assert take(book, NOW + YEARS) is None
    beat(book, NOW + DAY)
    assert (leapt(book, NOW + DAY), take(book, NOW + 29 * DAY)) == (False, None)
    assert taken(book, NOW + 30 * DAY).key == "V-1"


def test_a_person_says_that_the_clock_is_right(book: Book) -> None:
    decide(book, Job(A, "V-1", NOW + 30 * DAY))
    trust_clock(book, NOW + YEARS)
    assert taken(book, NOW + YEARS).key == "V-1"


def test_what_is_asked_for_at_once_is_done_whatever_the_clock_says(book: Book) -> None:
    ask(book, [Job(A, "ahead")], NOW + YEARS)
    finish(book, taken(book, NOW + YEARS), NOW + YEARS)
    assert stands(book, "ahead") == "done"
    ask(book, [Job(A, "put-back")], NOW + YEARS)
    assert taken(book, NOW).key == "put-back"
    ask(book, [Job(B, "merged", NOW + 30 * DAY)], NOW)
    ask(book, [Job(B, "merged")], NOW + YEARS)
    assert taken(book, NOW + YEARS).key == "merged"


def test_a_try_that_failed_while_the_clock_was_ahead_is_repeated_when_it_is_back(book: Book) -> None:
    ask(book, [Job(A, "V-1")], NOW + YEARS)
    fail(book, taken(book, NOW + YEARS), JobError.DISK_FULL, NOW + YEARS)
    assert take(book, NOW + YEARS + DAY) is None
    assert taken(book, NOW + MINUTE).tries == 2


def test_a_time_asked_for_by_a_clock_that_was_ahead_is_shown_as_odd(book: Book) -> None:
    ask(book, [Job(A, "V-1", NOW + YEARS + DAY)], NOW + YEARS)
    ask(book, [Job(A, "V-2", NOW + DAY)], NOW)
    assert (view(book, "V-1").odd, view(book, "V-2").odd) == (True, False)


def test_a_machine_that_was_off_for_a_month_goes_on_by_itself(book: Book) -> None:
    decide(book, Job(A, "V-1", NOW + 10 * DAY))
    assert taken(book, NOW + 31 * DAY).key == "V-1"


def test_the_heartbeat_writes_once_a_minute_and_no_page_reads_the_book_again(book: Book) -> None:
    action = decide(book, Job(A, "V-1"))
    token = book.token()
    beat(book, NOW + timedelta(seconds=59))
    with book.reading() as reader:
        assert last_seen(reader) == NOW
    for minutes in range(1, 10):
        beat(book, NOW + minutes * MINUTE)
    with book.reading() as reader:
        assert last_seen(reader) == NOW + 9 * MINUTE
    assert book.token() == token
    book.undo(action.id, by="ada")
