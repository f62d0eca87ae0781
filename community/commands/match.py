"""Propose a volunteer for every need that wants one."""

import json
import time
from dataclasses import asdict

import click

from community.book import Book, utc_now
from community.casework import User, WorkContext, propose, short_of
from community.casework.board_cache import moment_of
from community.errors import UserFacingError
from community.runtime.book_opening import open_book
from community.settings import Settings, load
from community.tables.roles import Role

LOOK_EVERY = 3.0
"""Seconds between two looks at the book for anything new. A look costs less than a millisecond."""


@click.command("match")
@click.option("--json", "as_json", is_flag=True, help="Print the result for a program.")
@click.option("--watch", is_flag=True, help="Go on: match again whenever the book has changed, until stopped.")
def command(as_json: bool, watch: bool) -> None:
    """Propose a volunteer for every need that wants one.

    The whole board is matched at once and the proposals are written to the book; a coordinator decides about each. What
    somebody has looked at or decided stays as it is. Where nobody is left for a need, it says what would help, and whom
    to look for.

    \b
    Example:
      python -m community match
      python -m community match --watch
    """
    settings = load()
    book = open_book(settings)
    try:
        if watch:
            _keep(book, settings)
        done = propose(book, settings, utc_now())
        short = short_of(WorkContext(book, settings, User(settings.community.director, Role.DIRECTOR)))
    finally:
        book.close()
    if as_json:
        unmatched = [asdict(each) | {"left": dict(each.left)} for each in done.unmatched]
        told = {"recruit": [asdict(each) for each in short.recruit], "ask": [asdict(each) for each in short.ask]}
        counts = {"action": done.action, "new": done.new, "kept": done.kept, "superseded": done.superseded}
        click.echo(json.dumps(counts | {"unmatched": unmatched} | told))
        return
    click.echo(f"{done.new} new proposals, {done.kept} as before, {done.superseded} withdrawn.")
    if done.unmatched:
        places = sum(each.places for each in done.unmatched)
        click.echo(f"{len(done.unmatched)} needs have {places} places empty:")
    for each in done.unmatched:
        click.echo(f"  {each.need_id}: {each.remedy}")
    for heading, advice in (("Whom to look for:", short.recruit), ("Whom to ask first:", short.ask)):
        if advice:
            click.echo(heading)
        for one in advice:
            click.echo(f"  {one.words}.")


def _keep(book: Book, settings: Settings) -> None:
    """Match again after every change and each quarter of an hour (waits end, checks run out), for ever.

    What fails once is tried again at the next look.
    """
    matched: tuple[str, int] | None = None
    trouble = ""
    while True:
        try:
            token = moment_of(book, utc_now())
            if token != matched:
                propose(book, settings, utc_now())
                # The token from before: what people wrote meanwhile is matched at the next look.
                matched, trouble = token, ""
        except UserFacingError as reason:
            if str(reason) != trouble:
                trouble = str(reason)
                click.echo(f"No proposals just now: {trouble}", err=True)
        time.sleep(LOOK_EVERY)
