"""A worker that stands still while it sends, until another takes its job: the message still goes, and goes once."""

from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from community.book import utc_now
from community.jobs import LEASE
from community.runtime import job_handlers
from community.runtime.book_opening import open_book
from community.settings import load
from community.tables.job_kinds import JobKind, JobState
from tests.casework.office import Office
from tests.messages.asking import asked, message
from tests.messages.mail_server import MailServer
from tests.messages.sending import job, now_again, office, server, service, work

__all__ = ["office", "server", "service"]


class Meanwhile(dict[str, str]):
    """What a server answers at last, when the sender's lease has ended and another worker has been there."""

    def __init__(self, command: str, answer: str) -> None:
        super().__init__({command: answer})
        self.done = 0

    def get(self, command: str, default: str | None = None) -> str | None:  # type: ignore[override]
        if command in self:
            self.done += _other_worker()
        return super().get(command, default)


def _other_worker() -> int:
    """How many jobs another worker did that looks when the lease has just ended."""

    def later() -> datetime:
        return utc_now() + LEASE + timedelta(seconds=1)

    with closing(open_book(load())) as book:
        other = job_handlers.worker(book, load(), later)
        only = {JobKind.SEND_MESSAGE: other.handlers[JobKind.SEND_MESSAGE]}
        return replace(other, handlers=only, recurring={}, new=tuple).run_due().done


def test_what_the_server_did_not_take_is_tried_again(office: Office, server: MailServer) -> None:
    server.answers = meanwhile = Meanwhile("RCPT", "450 later")
    one = asked(office)
    work()
    assert meanwhile.done == 1, "nobody else took the job"
    assert (message(office, one).status, job(office, one).state) == ("queued", JobState.WAITING)
    server.answers = {}
    now_again(office, one)
    work()
    assert (message(office, one).status, len(server.letters)) == ("sent", 1)


@pytest.mark.parametrize(("command", "answer", "status"), [("DATA", "250 OK", "sent"), ("DATA", "cut", "unknown")])
def test_what_it_took_is_not_sent_twice(
    command: str, answer: str, status: str, office: Office, server: MailServer
) -> None:
    server.answers = meanwhile = Meanwhile(command, answer)
    one = asked(office)
    work()
    assert meanwhile.done == 1, "nobody else took the job"
    server.answers = {}
    work()
    assert (message(office, one).status, job(office, one).state) == (status, JobState.DONE)
    assert len(server.letters) == 1
