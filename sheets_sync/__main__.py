"""The book and one Google spreadsheet in step: `python start.py sheets_sync COMMAND`."""

import json
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict
from typing import Any

import click

from community.book import Book, utc_now
from community.book.demo_flag import is_invented
from community.errors import UserFacingError
from community.forms import load as load_forms
from community.runtime import error_boundary, service_log
from community.runtime.book_opening import NoBook, open_book
from community.settings import Settings, load
from community.tables.canonical import instant
from sheets_sync import provision, status, sync_memory, sync_report, trials
from sheets_sync import spreadsheet_check as checking
from sheets_sync.sheet_layout import tabs
from sheets_sync.sheets_service import Service
from sheets_sync.spreadsheet_access import connection
from sheets_sync.sync import sync
from sheets_sync.sync_loop import Pause, Repeated, keep

_SIGNS = {"well": "  well ", "think": "? look ", "wrong": "! WRONG"}
_JSON = click.option("--json", "as_json", is_flag=True, help="Print the result for a program.")


class InventedTown(UserFacingError):
    """The book that is open is about invented people."""


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def cli() -> None:
    """Keep the book and one Google spreadsheet in step.

    SHEET_ID names the spreadsheet, GOOGLE_SERVICE_ACCOUNT holds the key that opens it. The log goes to standard error:
    ids, counts and codes, never what stands in a cell.

    \b
    Example:
      python start.py sheets_sync check
      python start.py sheets_sync provision
      python start.py sheets_sync run
    """
    service_log.in_lines()


@cli.command("check")
@click.option("--live", "live_", is_flag=True, help="Try out on a tab of its own whether Google does all we build on.")
@click.option("--json", "as_json", is_flag=True, help="Print one finding on each line, for a program.")
@click.pass_context
def check_command(context: click.Context, live_: bool, as_json: bool) -> None:
    """Say what is wrong with the spreadsheet, and how to mend it.

    Nothing is changed. With --live a tab is made for the trial and removed afterwards; your own tabs stay as they are.
    Ends with 1 when something is wrong; what is only worth a thought does not count.

    \b
    Example:
      python start.py sheets_sync check
      python start.py sheets_sync check --live
    """
    wrong = False
    for finding in _looked(live_=live_):
        wrong = wrong or finding.state == "wrong"
        if as_json:
            click.echo(json.dumps(asdict(finding)))
        else:
            click.echo(f"{_SIGNS[finding.state]}  {finding.what}: {finding.words}")
    context.exit(1 if wrong else 0)


@cli.command("provision")
@_JSON
@click.option("--anew", multiple=True, metavar="TAB", help="Make this tab again, empty, though somebody deleted it.")
@click.pass_context
def provision_command(context: click.Context, as_json: bool, anew: tuple[str, ...]) -> None:
    """Make the program's tabs in a spreadsheet that you made and shared.

    Run again, it adds what is missing and changes nothing else: your own tabs, columns and colours stay. A tab that
    somebody deleted is not made again by itself, because it would be empty: File, Version history brings it back with
    all that stood in it. Ends with 1 while such a tab is gone. With --anew it is made all the same; only do that where
    the book on this machine has everything, and the page Sheet then asks to fill it.

    \b
    Example:
      python start.py sheets_sync provision
      python start.py sheets_sync provision --anew visits
    """
    settings = load()
    forms = load_forms(settings).values()
    if unknown := sorted({*anew} - {tab.name for tab in tabs(forms)}):
        raise click.BadParameter(f"There is no tab {unknown[0]} of ours.", param_hint="--anew")
    with Service(connection(settings)) as service:
        made = provision.provision(service, forms, anew=anew)
    if as_json:
        click.echo(json.dumps(asdict(made)))
        context.exit(1 if made.gone else 0)
    sync_report.tell_made(made)
    context.exit(1 if made.gone else 0)


@cli.command("push")
@_JSON
@click.pass_context
def push_command(context: click.Context, as_json: bool) -> None:
    """Send what is new in the book to the spreadsheet, once.

    Ends with 1 when a tab stands still, because something may wait then.

    \b
    Example:
      python start.py sheets_sync push
      python start.py sheets_sync push --json
    """
    context.exit(0 if _once(as_json, push=True, pull=False) else 1)


@cli.command("pull")
@_JSON
@click.pass_context
def pull_command(context: click.Context, as_json: bool) -> None:
    """Take what is new in the spreadsheet into the book, once.

    A book that has just been made takes in everything. Ends with 1 when a tab stands still: what can't be read is
    not in the book then, so nothing should be published from it.

    \b
    Example:
      python start.py sheets_sync pull
      python start.py sheets_sync pull --json
    """
    context.exit(0 if _once(as_json, push=False, pull=True) else 1)


@cli.command("run")
@click.option(
    "--every",
    default=60.0,
    show_default=True,
    type=click.FloatRange(min=1),
    metavar="SECONDS",
    help="How long to wait between two syncs.",
)
def run_command(every: float) -> None:
    """Keep book and spreadsheet in step, both ways, until stopped.

    While Google is busy the waits grow, up to a quarter of an hour, and nothing is lost. While nothing is new they grow
    to five minutes; what is written here ends such a wait at once. A key that Google refuses ends it, because no wait
    mends that. Ctrl-C stops it in good order.

    \b
    Example:
      python start.py sheets_sync run
      python start.py sheets_sync run --every 300
    """
    settings, pause = load(), Pause()
    with pause.until_asked(), _opened(settings, sleep=pause) as (book, service):
        repeated = Repeated(book, service, settings)
        keep(
            repeated.step,
            every=every,
            pause=pause,
            tell=lambda words, trouble: click.echo(words, err=trouble),
            stirred=repeated.stirred,
        )


@cli.command("status")
@_JSON
@click.pass_context
def status_command(context: click.Context, as_json: bool) -> None:
    """Tell when the last sync was, what waits, and what was set aside and why.

    Google is not asked. Ends with 1 when the last sync failed, or a tab is held until somebody answers.

    \b
    Example:
      python start.py sheets_sync status
      python start.py sheets_sync status --json
    """
    with closing(open_book(load())) as book:
        now = status.status(book)
    if as_json:
        click.echo(json.dumps(asdict(now)))
    else:
        sync_report.tell_status(now)
    context.exit(1 if now.error or now.questions else 0)


@cli.command("answer")
@click.argument("tab")
@click.option("--refuse", "choice", flag_value="refuse", help="Write what the book says back into it.")
@click.option("--take", "choice", flag_value="take", help="Take over what it says, as one action.")
def answer_command(tab: str, choice: str | None) -> None:
    """Answer about a tab that is held: refuse what it says, or take it over.

    `status` tells which are held, and what each looks like. TAB is the tab's name, or `spreadsheet` for all of it. The
    next sync does what was answered.

    \b
    Example:
      python start.py sheets_sync answer volunteers --refuse
      python start.py sheets_sync answer volunteers --take
    """
    if choice is None:
        raise click.UsageError("Say --refuse or --take.")
    with closing(open_book(load())) as book:
        click.echo(status.answered(book, tab, choice, "the command line"))


@contextmanager
def _opened(settings: Settings, **service: Any) -> Iterator[tuple[Book, Service]]:
    """The live book and the spreadsheet. Raises InventedTown, NoBook, and NotConnected, remembered for `status`."""
    with closing(open_book(settings)) as book:
        _refuse_invented(book)
        try:
            found = connection(settings)
        except UserFacingError as error:
            sync_memory.failed(book, str(error), instant(utc_now()))
            raise
        with Service(found, **service) as opened:
            yield book, opened


def _refuse_invented(book: Book) -> None:
    if is_invented(book):
        raise InventedTown(
            "The open book is the invented town's, and invented people never go to a spreadsheet. "
            "`python start.py init` begins a live book; with DEMO=no it is the one that is opened."
        )


def _once(as_json: bool, *, push: bool, pull: bool) -> bool:
    """Sync once and say what came of it. Whether all tabs could be read."""
    settings = load()
    with _opened(settings) as (book, service):
        outcome = sync(book, service, settings, now=utc_now, push=push, pull=pull)
    if as_json:
        click.echo(json.dumps(asdict(outcome)))
    elif said := sync_report.in_words(outcome) or ("" if outcome.still or outcome.held else "Nothing was new."):
        click.echo(said)
    if outcome.held and not as_json:
        click.echo(f"{outcome.held} that Google refused before wait. `python -m sheets_sync status` says why.")
    for words in outcome.problems:
        click.echo(words, err=True)
    if outcome.still:
        click.echo(f"Not whole: nothing was read from {', '.join(outcome.still)}.", err=True)
    return not outcome.still


def _looked(*, live_: bool) -> Iterator[checking.SheetFinding]:
    settings = load()
    yield from _book(settings)
    try:
        found = connection(settings)
    except UserFacingError as error:
        yield checking.SheetFinding("key", "wrong", str(error))
        return
    yield checking.described(found)
    with Service(found) as service:
        findings = list(checking.check(service, load_forms(settings).values()))
        yield from findings
        if live_ and not any(each.what in ("spreadsheet", "version") and each.state == "wrong" for each in findings):
            yield from trials.trial(service)


def _book(settings: Settings) -> Iterator[checking.SheetFinding]:
    try:
        with closing(open_book(settings)) as book:
            _refuse_invented(book)
    except NoBook as none:
        yield checking.SheetFinding("book", "think", str(none))
    except UserFacingError as error:
        yield checking.SheetFinding("book", "wrong", str(error))
    else:
        yield checking.SheetFinding("book", "well", "It is a live one.")


def main() -> None:
    """Run the command line and end the process with its exit code."""
    error_boundary.run(cli, "python start.py sheets_sync")


if __name__ == "__main__":
    main()
