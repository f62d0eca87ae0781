"""Do what is to be done by itself: match, publish, back up, remove what is past its time."""

import threading
from datetime import timedelta

import click

from community.book import Book, Fault, utc_now
from community.errors import UserFacingError
from community.jobs import Worker, read_clock, trust_clock
from community.runtime import job_handlers, service_log
from community.runtime.book_opening import open_book
from community.runtime.stop_signals import AskedToStop, heard
from community.settings import load
from community.wording import day_words

LOOK_EVERY = timedelta(seconds=2)
"""Between two looks. A look at a book in which nothing is due costs about a millisecond."""


@click.command("worker")
@click.option("--once", is_flag=True, help="Do what is due now, then end; 1 when something failed. For a timetable.")
@click.option("--clock-is-right", is_flag=True, help="Go on though time has leapt since the last look: it did.")
@click.pass_context
def command(context: click.Context, once: bool, clock_is_right: bool) -> None:
    """Do what is to be done by itself: match, publish, back up, remove what is past its time.

    `run` starts it beside the dashboard. It matches whenever the book has changed, puts the lists on the site, and each
    night makes a backup and removes what was kept long enough (`[nightly]` in community.toml). It sends the messages
    that people ask for, and tells those on duty what can't wait. What fails is tried again, and stays on the page Sheet
    for a person when it goes on failing. Several workers may run at once.

    Without `run`, put `worker --once` into the machine's timetable, every few minutes.

    When the clock has leapt ahead by more than two months, nothing that waits for a time is done until somebody says
    that the clock is right.

    \b
    Example:
      python -m community worker
      python -m community worker --once
    """
    settings, ended = load(), 0
    if settings.kept_in_sheet:
        raise UserFacingError("The spreadsheet keeps this book, so no worker runs: docs/without-a-server.md says why.")
    service_log.in_lines()
    book = open_book(settings)
    try:
        if clock_is_right:
            trust_clock(book, utc_now())
        with heard(_stop):
            _tell_leap(book)
            ended = (
                _once(job_handlers.worker(book, settings)) if once else _for_ever(job_handlers.worker(book, settings))
            )
    except AskedToStop:
        pass
    finally:
        book.close()
    context.exit(ended)


def _stop() -> None:
    raise AskedToStop


def _once(worker: Worker) -> int:
    ran = worker.run_due()
    click.echo(f"{ran.done} done, {len(ran.failed)} failed.")
    for kind, key, why in ran.failed:
        click.echo(f"  {kind} {key}: {why}", err=True)
    return 1 if ran.failed else 0


def _for_ever(worker: Worker) -> int:
    """Look for work until told to stop. What stops a look is told once, and tried again at the next."""
    trouble, pause = "", threading.Event()
    while True:
        try:
            worker.run_due()
            trouble = ""
        except (UserFacingError, Fault) as reason:  # a fault of the database; its words never repeat a value
            if str(reason) != trouble:
                trouble = str(reason)
                click.echo(f"The worker waits: {trouble}", err=True)
        pause.wait(LOOK_EVERY.total_seconds())


def _tell_leap(book: Book) -> None:
    with book.reading() as reader:
        clock = read_clock(reader, utc_now())
    if clock.leapt:
        words = _LEAP.format(now=day_words(clock.now), sure=day_words(clock.sure))
        click.echo(words, err=True)


_LEAP = (
    "This machine's clock says {now}, and between then and {sure} no worker looked for work. Nothing that waits for a "
    "time is done until the clock is right. If it is, run this again with --clock-is-right."
)
