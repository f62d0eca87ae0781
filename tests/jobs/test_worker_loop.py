"""A worker does what is due, one job after another, and one job's trouble is not the next one's."""

import threading
from collections import Counter
from datetime import datetime, timedelta

import pytest

from community.book import Book, Job
from community.jobs import Claimed, Worker, ask, check_still_wanted
from community.jobs.worker_loop import Handler
from community.runtime.error_codes import error_code, error_place
from community.tables.job_kinds import JobError, JobState
from tests.book.builders import Clock
from tests.jobs.at_work import DAY, NOW, A, B, decide, stands, view


def worker(book: Book, do: Handler, *, name: str = "w1", other: Handler | None = None) -> Worker:
    """A worker that does this for each job of the first kind."""
    handlers = {A: do} if other is None else {A: do, B: other}
    return Worker(book, name, handlers, lambda: NOW, error_code, error_place)


def nothing(_: Claimed) -> None:
    """Do nothing."""


def test_two_workers_side_by_side_do_each_job_once(address: str) -> None:
    done: list[str] = []
    books = [Book.open(address, clock=Clock()) for _ in range(2)]
    ask(books[0], [Job(A, f"V-{n}") for n in range(40)], NOW)
    both = [worker(book, lambda job: done.append(job.key), name=f"w{n}") for n, book in enumerate(books)]
    threads = [threading.Thread(target=each.run_due) for each in both]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    for book in books:
        book.close()
    assert Counter(done) == Counter(f"V-{n}" for n in range(40))


def test_a_fault_in_one_job_does_not_stop_the_next(book: Book) -> None:
    def fault(_: Claimed) -> None:
        raise ZeroDivisionError

    ask(book, [Job(A, "V-1"), Job(B, "V-2")], NOW)
    ran = worker(book, fault, other=nothing).run_due()
    assert (ran.done, ran.failed) == (1, [(A, "V-1", JobError.FAULT)])
    assert (stands(book, "V-1"), stands(book, "V-2")) == (JobState.WAITING, JobState.DONE)


def test_a_worker_told_to_stop_in_the_middle_leaves_the_job_to_the_next_one(book: Book) -> None:
    def stopped(_: Claimed) -> None:
        raise KeyboardInterrupt

    ask(book, [Job(A, "V-1")], NOW)
    with pytest.raises(KeyboardInterrupt):
        worker(book, stopped).run_due()
    seen: list[int] = []
    worker(book, lambda job: seen.append(job.tries), name="w2").run_due()
    assert seen == [1]


def test_a_job_whose_decision_is_undone_under_way_is_left_and_is_no_failure(book: Book) -> None:
    action = decide(book, Job(A, "V-1"))
    asked: list[str] = []

    def late(job: Claimed) -> None:
        book.undo(action.id, by="ada")
        book.write(lambda connection: check_still_wanted(connection, job))
        asked.append(job.key)

    ran = worker(book, late).run_due()
    assert (ran.done, ran.failed, asked, stands(book, "V-1")) == (0, [], [], JobState.WITHDRAWN)


def test_what_a_job_asks_for_is_done_in_the_same_look(book: Book) -> None:
    ask(book, [Job(A, "V-1")], NOW)
    done: list[str] = []

    def first(job: Claimed) -> None:
        ask(book, [Job(B, job.key)], NOW)

    assert worker(book, first, other=lambda job: done.append(job.key)).run_due().done == 2
    assert done == ["V-1"]


def test_a_handler_says_when_it_comes_again(book: Book) -> None:
    def later(_: Claimed) -> datetime:
        return NOW + DAY

    ask(book, [Job(A, "V-1")], NOW)
    worker(book, later).run_due()
    assert (view(book, "V-1").due, stands(book, "V-1")) == (NOW + timedelta(days=1), JobState.WAITING)
