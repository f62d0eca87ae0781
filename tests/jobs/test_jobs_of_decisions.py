"""A job is asked for in the transaction of its decision, and goes with it."""

import pytest

from community.book import Append, Book, Change, Job, Stale
from community.jobs import Withdrawn, check_still_wanted, finish, give_back
from community.tables.canonical import NotCanonical
from community.tables.job_kinds import JobState
from tests.book.builders import BY, set_field, volunteer
from tests.jobs.at_work import DAY, MINUTE, NOW, A, B, decide, stands, take, taken, view


def test_a_decision_and_its_job_are_written_together_or_not_at_all(book: Book) -> None:
    v = volunteer(book)
    wrong = [Change("volunteers", v, "how_many", 99, 3)]
    with pytest.raises(Stale):
        book.act("set", by=BY, changes=wrong, jobs=[Job(A, v)])
    with pytest.raises(NotCanonical):
        book.act("set", by=BY, changes=[Change("volunteers", v, "how_many", 2, 3)], jobs=[Job(A, "Zoë\n")])
    assert (take(book), book.get("volunteers", v)["how_many"]) == (None, 2)  # type: ignore[index]
    decide(book, Job(A, v), v=v)
    assert taken(book).key == v


def test_a_plan_may_return_jobs_and_so_may_an_undo(book: Book) -> None:
    v = volunteer(book)
    change = Change("volunteers", v, "how_many", 2, 3)
    action = book.decide("set", by=BY, plan=lambda _: ([change], [], [Job(A, "planned")]), jobs=[Job(A, "known")])
    assert {taken(book).key, taken(book).key} == {"planned", "known"}
    book.undo(action.id, by=BY, jobs=[Job(B, "to-withdraw")])
    assert (taken(book).kind, take(book)) == (B, None)


def test_a_job_waits_for_its_time(book: Book) -> None:
    decide(book, Job(A, "V-1", NOW + DAY))
    assert take(book, NOW + DAY - MINUTE) is None
    assert taken(book, NOW + DAY).due == NOW + DAY


def test_a_job_asked_for_twice_is_one_with_the_earlier_time(book: Book) -> None:
    decide(book, Job(A, "V-1", NOW + DAY))
    decide(book, Job(A, "V-1", NOW + 3 * DAY))
    assert view(book, "V-1").due == NOW + DAY
    decide(book, Job(A, "V-1"))
    finish(book, taken(book), NOW)
    assert take(book, NOW + 9 * DAY) is None


def test_a_job_that_was_done_begins_anew_when_it_is_asked_for_again(book: Book) -> None:
    decide(book, Job(A, "V-1"))
    finish(book, taken(book), NOW)
    assert (stands(book), take(book)) == (JobState.DONE, None)
    decide(book, Job(A, "V-1"))
    assert taken(book).tries == 1


def test_what_is_asked_for_while_a_worker_is_at_it_is_done_once_more(book: Book) -> None:
    """The worker may have read the rows before the second decision."""
    decide(book, Job(A, "V-1"))
    job = taken(book)
    decide(book, Job(A, "V-1"))
    assert take(book) is None
    finish(book, job, NOW)
    finish(book, taken(book), NOW)
    assert (take(book), stands(book)) == (None, JobState.DONE)


def test_an_undo_withdraws_its_unfinished_jobs_and_doing_it_again_brings_them_back(book: Book) -> None:
    action = decide(book, Job(A, "V-1"), Job(A, "V-2"))
    finish(book, taken(book), NOW)
    undone = book.undo(action.id, by=BY)
    assert (stands(book, "V-1"), stands(book, "V-2"), take(book)) == (JobState.DONE, JobState.WITHDRAWN, None)
    book.undo(undone.id, by=BY)
    assert (taken(book).key, take(book)) == ("V-2", None)


def test_an_undo_of_several_actions_withdraws_the_jobs_of_those_it_takes_back(book: Book) -> None:
    one, two = volunteer(book), volunteer(book)
    first, second = decide(book, Job(A, "V-1"), v=one), decide(book, Job(A, "V-2"), v=two)
    set_field(book, two, "how_many", 4)  # stands on the second
    book.undo_together([first.id, second.id], by=BY, check=lambda *_: None, adding=lambda *_: [])
    assert (stands(book, "V-1"), stands(book, "V-2")) == (JobState.WITHDRAWN, JobState.WAITING)


def test_an_undo_leaves_a_job_for_which_another_decision_asked_as_well(book: Book) -> None:
    first = decide(book, Job(A, "site"))
    decide(book, Job(A, "site"))
    book.undo(first.id, by=BY)
    assert taken(book).key == "site"


def test_a_worker_learns_in_its_own_transaction_that_the_decision_was_undone(book: Book) -> None:
    action = decide(book, Job(A, "V-1"))
    job = taken(book)
    book.remember(lambda connection: check_still_wanted(connection, job))
    book.undo(action.id, by=BY)
    with pytest.raises(Withdrawn):
        book.remember(lambda connection: check_still_wanted(connection, job))
    give_back(book, job)
    assert (stands(book), take(book, NOW + DAY)) == (JobState.WITHDRAWN, None)


def test_what_was_done_all_the_same_is_not_done_again_with_the_decision(book: Book) -> None:
    """What was sent can't be undone: the row says that it was done."""
    action = decide(book, Job(A, "V-1"))
    job = taken(book)
    undone = book.undo(action.id, by=BY)
    assert finish(book, job, NOW)
    book.undo(undone.id, by=BY)
    assert (stands(book), take(book)) == (JobState.DONE, None)


def test_jobs_are_no_records(book: Book) -> None:
    """No page reads the book again for them, none is a change, and a decision stays undoable."""
    v = volunteer(book)
    action = decide(book, Job(A, v), v=v)
    before, written = book.token(), len(book.changes())
    finish(book, taken(book), NOW)
    assert (book.token(), len(book.changes())) == (before, written)
    book.undo(action.id, by=BY)


def test_a_row_added_with_its_job_comes_back_after_the_undo_of_its_undo(book: Book) -> None:
    values = {"status": "open", "task_type": "shopping"}
    action = book.act("triage", by=BY, appends=[Append("needs", values)], jobs=[Job(A, "N-1")])
    book.undo(book.undo(action.id, by=BY).id, by=BY)
    assert taken(book).key == "N-1"
