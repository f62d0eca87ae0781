"""Which jobs of a kind were asked for, and those that another job did with its own."""

from community.book import Book, Job, asked_jobs
from community.jobs import ask, asked_before, done_as_well, finish
from community.tables.canonical import instant
from community.tables.job_kinds import JobState
from tests.jobs.at_work import DAY, MINUTE, NOW, A, B, stands, taken, view


def keys(book: Book) -> dict[str, bool]:
    """By key, whether the job waits in nobody's hands."""
    with book.reading() as reader:
        return {key: one.free for key, one in asked_before(reader, A).items()}


def test_each_that_was_asked_for_is_known_whatever_became_of_it(book: Book) -> None:
    ask(book, [Job(A, "V-1"), Job(A, "V-2"), Job(A, "V-3", NOW + DAY), Job(B, "V-4")], NOW)
    finish(book, taken(book), NOW)
    taken(book)
    assert keys(book) == {"V-1": False, "V-2": False, "V-3": True}
    with book.reading() as reader:
        assert asked_before(reader, A)["V-1"].finished_at == NOW


def test_what_waited_in_a_backup_that_was_brought_back_is_not_known(book: Book) -> None:
    ask(book, [Job(A, "V-1"), Job(A, "V-2")], NOW)
    finish(book, taken(book), NOW)
    book.remember(lambda connection: asked_jobs.hold(connection, at=instant(NOW)))
    assert keys(book) == {"V-1": False}


def test_what_another_job_did_as_well_is_done_unless_somebody_is_at_it(book: Book) -> None:
    ask(book, [Job(A, "V-1"), Job(A, "V-2"), Job(A, "V-3"), Job(B, "V-2b")], NOW)
    mine, token = taken(book), book.token()
    done_as_well(book, A, ["V-1", "V-2", "V-2b", "none"], NOW + MINUTE)
    assert [stands(book, key) for key in ("V-1", "V-2", "V-3", "V-2b")] == [JobState.WAITING, JobState.DONE] + 2 * [JobState.WAITING]  # noqa: E501  # fmt: skip
    assert view(book, "V-2").finished_at == NOW + MINUTE
    assert finish(book, mine, NOW + MINUTE), "it is still this worker's"
    done_as_well(book, A, [], NOW)
    assert book.token() == token
