"""What the worker does by itself, and when: which function does each kind of job, what recurs, what is watched."""

import socket
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date, datetime, timedelta
from functools import partial
from os import getpid

from community.book import Book, Job, utc_now
from community.book.equality_answers import write_equality_answers
from community.jobs import EVERY_DAY, Claimed, DailyAt, EveryMinutes, Handler, Recurring, Worker, ask, renew
from community.publish.publish_site import Invented
from community.runtime import backups, past_keeping_time
from community.runtime.duty_jobs import DutyWatch, tell_duty
from community.runtime.error_codes import (
    ClockLeaptError,
    MailboxShutError,
    MailKeptBackError,
    NotSentError,
    TracesLeftError,
    error_code,
    error_place,
)
from community.runtime.site_refresh import lists_are_behind, publish_lists
from community.settings import Settings
from community.tables.canonical import LONDON
from community.tables.job_kinds import BOARD, LISTS, NEWSLETTER, JobKind

_AFTER_STANDING_STILL = timedelta(minutes=1)


def worker(book: Book, settings: Settings, clock: Callable[[], datetime] = utc_now) -> Worker:
    """A worker for this book. The invented town is matched, its own site is kept current, and messages are refused."""
    handlers: dict[JobKind, Handler] = {
        JobKind.PROPOSE: partial(_propose, book, settings, clock),
        JobKind.SEND_MESSAGE: partial(_send, book, settings, clock),
        JobKind.FILL_PLACES: partial(_fill, book, settings, clock),
        JobKind.PUBLISH_LISTS: partial(_publish, book, settings, clock),
    }
    recurring: dict[JobKind, Recurring] = {}
    if not settings.demo:
        handlers[JobKind.BACK_UP] = partial(back_up, book, settings, clock)
        handlers[JobKind.REMOVE_OLD] = partial(remove_old, book, settings, clock)
        handlers[JobKind.TELL_DUTY] = partial(_tell, book, settings, clock)
        handlers[JobKind.SETTLE_NEWSLETTER] = partial(_settle, book, settings, clock)
        # Also where the questions are not asked any more: what waits from before is written down.
        handlers[JobKind.WRITE_EQUALITY] = partial(_write_equality, book, clock)
        recurring[JobKind.WRITE_EQUALITY] = DailyAt(settings.nightly.remove_old_at)
        recurring[JobKind.BACK_UP] = DailyAt(settings.nightly.back_up_at)
        recurring[JobKind.REMOVE_OLD] = DailyAt(settings.nightly.remove_old_at)
        # Done also where no mailbox is named any more, so that a look that failed before is not shown for ever.
        handlers[JobKind.READ_RETURNED_MAIL] = partial(_read_returns, book, settings, clock)
        if settings.messages.return_server:
            recurring[JobKind.READ_RETURNED_MAIL] = EveryMinutes(settings.messages.return_minutes)
    return Worker(
        book=book,
        name=f"{socket.gethostname()}:{getpid()}",
        handlers=handlers,
        clock=clock,
        code_of=error_code,
        place_of=error_place,
        recurring=recurring,
        new=Watch(book, settings, clock),
    )


class Watch:
    """Looks for what is new in the book: needs to be matched, lists that the site lacks, what somebody has to hear."""

    def __init__(self, book: Book, settings: Settings, clock: Callable[[], datetime]) -> None:
        """Nothing is known yet, so the first look asks for the matching."""
        self._book, self._settings, self._clock = book, settings, clock
        self._matched: tuple[str, int] | None = None
        self._filled: str | None = None
        self._listed: tuple[str, date] | None = None
        self._duty = DutyWatch(book, settings, clock)

    def __call__(self) -> Iterator[Job]:
        """The jobs that are wanted now. A look at a book in which nothing is new costs less than a millisecond."""
        # The casework room opens with pandas and solvers behind it, which a worker needs only now.
        from community.casework.board_cache import moment_of

        moment = moment_of(self._book, self._clock())
        if moment != self._matched:
            # What people write meanwhile changes the token, and is matched at the next look.
            self._matched = moment
            yield Job(JobKind.PROPOSE, BOARD)
        token = moment[0]
        if token != self._filled:
            self._filled = token
            yield from self._places()
            yield from self._newsletter()
        yield from self._duty(token)
        # With a new day a service may be overdue, though nothing in the book has changed.
        listed = (token, self._clock().astimezone(LONDON).date())
        if listed != self._listed:
            self._listed = listed
            with suppress(Invented):
                if lists_are_behind(self._book, self._settings, self._clock()):
                    yield Job(JobKind.PUBLISH_LISTS, LISTS)

    def _places(self) -> Iterator[Job]:
        """The sessions at which somebody waits for a place that is free, or for our answer."""
        from community.casework.training import to_fill

        with self._book.reading() as reader:
            found = to_fill(reader)
        yield from (Job(JobKind.FILL_PLACES, session) for session in found)

    def _newsletter(self) -> Iterator[Job]:
        """Whoever asked for the newsletter or left it by a form after which the intake stopped."""
        from community.casework import User, WorkContext
        from community.casework.newsletter import newsletter_waits

        if self._settings.can_email_links and not self._settings.demo:
            here = WorkContext(self._book, self._settings, User("", None), clock=self._clock)
            if newsletter_waits(here):
                yield Job(JobKind.SETTLE_NEWSLETTER, NEWSLETTER)


def back_up(book: Book, settings: Settings, clock: Callable[[], datetime], _: Claimed | None = None) -> None:
    """Back the book up into the data folder. Once there is a key, the backups from before it are encrypted as well."""
    now = clock()
    backups.make(settings, book.engine, backups.folder(settings) / backups.name(now), now)
    backups.encrypt_older(settings)


def remove_old(book: Book, settings: Settings, clock: Callable[[], datetime], _: Claimed | None = None) -> None:
    """Remove what has been kept long enough. Raises ClockLeaptError when only a person can say that it has been."""
    now = clock()
    past = past_keeping_time.look(book, settings, now)
    if past.sure is not None:
        raise ClockLeaptError("The clock has leapt, so nothing was removed.")
    if not past_keeping_time.remove(book, settings, past, now, rewrite=False):
        raise TracesLeftError("Traces may be left in the book's file, because another program holds it open.")


def _propose(book: Book, settings: Settings, clock: Callable[[], datetime], _: Claimed) -> None:
    from community.casework import propose

    propose(book, settings, clock())


def _fill(book: Book, settings: Settings, clock: Callable[[], datetime], job: Claimed) -> None:
    from community.casework import User, WorkContext
    from community.casework.training import fill_places

    fill_places(WorkContext(book, settings, User("", None), clock=clock), job.key)


def _settle(book: Book, settings: Settings, clock: Callable[[], datetime], _: Claimed) -> None:
    from community.casework import User, WorkContext
    from community.casework.newsletter import settle_newsletter

    settle_newsletter(WorkContext(book, settings, User("", None), clock=clock))


def _send(book: Book, settings: Settings, clock: Callable[[], datetime], job: Claimed) -> datetime | None:
    from community.casework import WorkContext
    from community.messages import MESSENGER, send_message

    try:
        came_of = send_message(WorkContext(book, settings, MESSENGER, clock=clock), job.key, job.tries)
        if came_of.failed:
            raise NotSentError("Nothing went out.")
    except Exception:
        # Another worker took the job while this one stood still, found the message on its way, and sent nothing.
        if not renew(book, job, clock()):
            ask(book, [Job(job.kind, job.key, clock() + _AFTER_STANDING_STILL)], clock())
        raise
    return came_of.again_at


def _tell(book: Book, settings: Settings, clock: Callable[[], datetime], job: Claimed) -> datetime | None:
    came_of = tell_duty(book, settings, clock, job)
    if came_of.failed:
        raise NotSentError("Nobody was told.")
    return came_of.again_at


def _read_returns(book: Book, settings: Settings, clock: Callable[[], datetime], job: Claimed) -> datetime | None:
    from community.casework import WorkContext
    from community.messages import MESSENGER, EndlessMail, MailKeptBack, NoMailbox, read_kept_back, read_returns

    if not settings.messages.return_server:
        return None
    at_work = WorkContext(book, settings, MESSENGER, clock=clock)
    try:
        if job.key != EVERY_DAY:
            read_kept_back(at_work, job.key)
            return None
        return clock() if read_returns(at_work).more else None
    except (MailKeptBack, EndlessMail):
        raise MailKeptBackError("One mail in the mailbox of returned mail could not be read.") from None
    except NoMailbox as error:
        raise MailboxShutError(f"The mailbox of returned mail could not be read: {error.trouble}.") from None


def _write_equality(book: Book, clock: Callable[[], datetime], _: Claimed) -> None:
    month = clock().astimezone(LONDON).strftime("%Y-%m")
    book.remember(lambda connection: write_equality_answers(connection, month))


def _publish(book: Book, settings: Settings, clock: Callable[[], datetime], _: Claimed) -> None:
    publish_lists(book, settings, clock())
