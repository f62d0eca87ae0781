"""Write the signatories and the public figures, and build the site.

Only approved organisations, only their public columns, and counts that tell of nobody.
"""

import sys
import time

import click

from community import publish
from community.book import Book, utc_now
from community.errors import UserFacingError
from community.publish import publish_status
from community.publish.publish_site import FOLDER, Invented, prepare, prepare_lists
from community.runtime.book_opening import open_book
from community.runtime.site_refresh import ROOT, build_if_changed
from community.settings import Settings, load

LOOK_EVERY = 2.0
"""Seconds between two looks at the book. A look costs less than a millisecond."""
TRY_AGAIN = 60.0
"""Seconds after which a publishing that failed is tried again."""


@click.command("publish")
@click.option("--check", is_flag=True, help="Write nothing; the answer is no (1) when something public is not current.")
@click.option("--watch", is_flag=True, help="Go on: publish the lists whenever one has changed, until stopped.")
def command(check: bool, watch: bool) -> None:
    """Write the signatories and the public figures, and build the site.

    Strangers may read what this writes: the organisations that the director approved, and counts with small numbers
    hidden. It goes into site/_generated, then the site is built anew. The invented town is never published.

    With --watch, as `run` starts it, the lists are published as soon as they change: who signed, where the forms are,
    who keeps details, what checks cost. So a name is on the site once it is approved. The figures wait for you.

    \b
    Example:
      python -m community publish
      python -m community publish --check
      python -m community publish --watch
    """
    settings = load()
    book = open_book(settings)
    try:
        if watch:
            _keep(book, settings)
            return
        told = prepare(book, settings, utc_now())
    finally:
        book.close()
    if check:
        old = publish.stale(ROOT, told)
        for name in old:
            click.echo(f"{(FOLDER / name).as_posix()} is not current: run python -m community publish")
        sys.exit(1 if old else 0)
    built: list[bool] = []
    changed = publish.publish(ROOT, told, lambda: built.append(_build(settings)))
    publish_status.tell(settings.book_home, utc_now())
    for name in changed:
        click.echo(f"{(FOLDER / name).as_posix()} written")
    click.echo("The site is built." if any(built) else "Nothing has changed since the site was built.")
    if changed:
        click.echo("Look at it, then keep it: git add site/_generated && git commit")


def _keep(book: Book, settings: Settings) -> None:
    """Publish the lists whenever the book says something else than the site. What fails is told and tried again."""
    seen, rest, trouble = "", 0.0, ""
    while True:
        try:
            if time.monotonic() >= rest and (token := book.token()) != seen:
                _publish_lists(book, settings, failed_before=bool(trouble))
                seen, trouble = token, ""
        except Invented:
            return
        except (UserFacingError, OSError) as reason:
            rest = time.monotonic() + TRY_AGAIN
            if str(reason) != trouble:
                trouble = str(reason) or type(reason).__name__
                publish_status.tell(settings.book_home, utc_now(), trouble)
                click.echo(f"The site is not up to date: {trouble}", err=True)
        time.sleep(LOOK_EVERY)


def _publish_lists(book: Book, settings: Settings, *, failed_before: bool) -> None:
    told = prepare_lists(book, settings)
    if publish.stale(ROOT, told) or failed_before:
        publish.publish(ROOT, told, lambda: _build(settings))
        publish_status.tell(settings.book_home, utc_now())


def _build(settings: Settings) -> bool:
    return build_if_changed(lambda: publish.build(ROOT, settings), settings)
