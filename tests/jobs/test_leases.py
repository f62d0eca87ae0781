"""Each job belongs to one worker at a time, and to another when its worker is gone."""

from datetime import timedelta

import pytest
import sqlalchemy as sa

from community.book import Book, Job
from community.jobs import (
    LEASE,
    MOST_TRIES,
    Claimed,
    Withdrawn,
    ask,
    fail,
    finish,
    finish_within,
    give_back,
    renew,
    run_again,
)
from community.tables.job_kinds import JobError, JobState
from tests.jobs.at_work import DAY, MINUTE, NOW, A, B, stands, take, taken, view

pytestmark = pytest.mark.core

LONG = timedelta(days=4000)


def test_two_workers_never_have_the_same_job(book: Book) -> None:
    ask(book, [Job(A, f"V-{n}") for n in range(5)], NOW)
    got = [taken(book, worker=f"w{n % 2}").key for n in range(5)]
    assert sorted(got) == [f"V-{n}" for n in range(5)]
    assert take(book) is None


def test_a_worker_gets_only_the_kinds_that_it_can_do(book: Book) -> None:
    ask(book, [Job(A, "V-1")], NOW)
    assert take(book, kinds=[B]) is None
    assert taken(book).kind == A


def test_what_has_been_due_longest_comes_first(book: Book) -> None:
    ask(book, [Job(A, "late", NOW - MINUTE), Job(A, "later", NOW), Job(A, "latest", NOW - DAY)], NOW)
    assert [taken(book).key for _ in range(3)] == ["latest", "late", "later"]


def test_a_lease_that_ended_is_taken_by_another_worker_and_the_first_can_no_longer_finish(book: Book) -> None:
    ask(book, [Job(A, "V-1")], NOW)
    first = taken(book)
    assert take(book, NOW + LEASE - MINUTE, "w2") is None
    second = taken(book, NOW + LEASE, "w2")
    assert (second.tries, view(book, "V-1").error) == (2, JobError.INTERRUPTED)
    assert not finish(book, first, NOW + LEASE)
    assert not renew(book, first, NOW + LEASE)
    assert finish(book, second, NOW + LEASE)
    assert (stands(book), view(book, "V-1").error) == (JobState.DONE, None)


def test_a_lease_goes_on_while_it_is_renewed(book: Book) -> None:
    ask(book, [Job(A, "V-1")], NOW)
    job = taken(book)
    for minutes in range(1, 30):
        assert renew(book, job, NOW + minutes * MINUTE)
        assert take(book, NOW + minutes * MINUTE, "w2") is None


def test_a_lease_held_while_the_clock_goes_back_years_ends_within_minutes(book: Book) -> None:
    ask(book, [Job(A, "V-1")], NOW)
    taken(book, NOW + LONG)
    assert taken(book, NOW, "w2").tries == 2


def test_a_lease_of_a_machine_whose_clock_is_a_little_ahead_is_respected(book: Book) -> None:
    ask(book, [Job(A, "V-1")], NOW)
    taken(book, NOW + 4 * MINUTE)
    assert take(book, NOW, "w2") is None


def test_a_job_that_fails_waits_longer_each_time_and_then_stays_for_a_person(book: Book) -> None:
    ask(book, [Job(A, "V-1")], NOW)
    now, waits = NOW, []
    for _ in range(MOST_TRIES - 1):
        assert fail(book, taken(book, now), JobError.DISK_FULL, now) == JobState.WAITING
        due = view(book, "V-1").due
        assert take(book, due - MINUTE) is None
        waits.append(due - now)
        now = due
    assert waits == sorted(set(waits))
    assert fail(book, taken(book, now), JobError.DISK_FULL, now) == JobState.FAILED
    one = view(book, "V-1")
    assert (one.given_up, one.tries, one.error, take(book, now + LONG)) == (True, MOST_TRIES, JobError.DISK_FULL, None)


def test_a_person_says_again_and_it_is_due_at_once_with_all_its_tries(book: Book) -> None:
    ask(book, [Job(A, "V-1")], NOW)
    assert not run_again(book, A, "nothing-like-it", NOW)
    for _ in range(MOST_TRIES):
        fail(book, taken(book, max(NOW, view(book, "V-1").due)), JobError.FAULT, NOW)
    assert run_again(book, A, "V-1", NOW + MINUTE)
    job = taken(book, NOW + MINUTE)
    assert (job.tries, run_again(book, A, "V-1", NOW + MINUTE)) == (1, False)


def test_a_job_that_kills_every_worker_is_given_up(book: Book) -> None:
    ask(book, [Job(A, "V-1")], NOW)
    for n in range(MOST_TRIES):
        assert taken(book, NOW + n * LEASE).tries == n + 1
    assert take(book, NOW + DAY) is None
    assert (stands(book), view(book, "V-1").error) == (JobState.FAILED, JobError.INTERRUPTED)


def test_a_job_asked_for_anew_begins_again_after_it_was_given_up(book: Book) -> None:
    ask(book, [Job(A, "V-1")], NOW)
    for _ in range(MOST_TRIES):
        fail(book, taken(book, max(NOW, view(book, "V-1").due)), JobError.FAULT, NOW)
    ask(book, [Job(A, "V-1")], NOW + DAY)
    assert taken(book, NOW + DAY).tries == 1


def test_asking_does_not_shorten_the_wait_after_a_failure(book: Book) -> None:
    """What is asked for with each form that comes in would otherwise be tried every second while the disk is full."""
    ask(book, [Job(A, "V-1")], NOW)
    fail(book, taken(book), JobError.DISK_FULL, NOW)
    ask(book, [Job(A, "V-1")], NOW)
    assert take(book, NOW) is None
    assert taken(book, NOW + MINUTE).tries == 2


def test_a_worker_told_to_stop_gives_its_job_back_as_if_nothing_had_been(book: Book) -> None:
    ask(book, [Job(A, "V-1")], NOW)
    give_back(book, taken(book))
    assert taken(book).tries == 1


def test_what_must_happen_once_is_written_with_the_end_of_the_job(book: Book) -> None:
    ask(book, [Job(A, "V-1")], NOW)
    first = taken(book)
    second = taken(book, NOW + LEASE, "w2")
    done: list[str] = []

    def once(job: Claimed) -> None:
        def work(connection: sa.Connection) -> None:
            finish_within(connection, job, NOW + LEASE)
            done.append(job.lease)

        book.write(work)

    with pytest.raises(Withdrawn):
        once(first)
    once(second)
    with pytest.raises(Withdrawn):
        once(second)
    assert done == [second.lease]


def test_a_handler_may_ask_to_come_again_later(book: Book) -> None:
    ask(book, [Job(A, "V-1")], NOW)
    finish(book, taken(book), NOW, later=NOW + DAY)
    assert take(book, NOW + DAY - MINUTE) is None
    assert taken(book, NOW + DAY).tries == 1
