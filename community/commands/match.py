"""Propose a volunteer for every need that wants one."""

import json
from dataclasses import asdict

import click

from community.book import utc_now
from community.casework import propose
from community.commands.opening import open_book
from community.settings import load


@click.command("match")
@click.option("--json", "as_json", is_flag=True, help="Print the result for a program.")
def command(as_json: bool) -> None:
    """Propose a volunteer for every need that wants one.

    The whole board is matched at once and the proposals are written to the book; a coordinator decides about each. What
    somebody has looked at or decided stays as it is.

    \b
    Example:
      python -m community match
    """
    settings = load()
    book = open_book(settings)
    try:
        done = propose(book, settings, utc_now())
    finally:
        book.close()
    if as_json:
        click.echo(json.dumps(asdict(done)))
        return
    click.echo(f"{done.new} new proposals, {done.kept} as before, {done.superseded} withdrawn.")
    if done.unmatched:
        places = sum(each.places for each in done.unmatched)
        click.echo(f"{len(done.unmatched)} needs have {places} places empty:")
    for each in done.unmatched:
        click.echo(f"  {each.need_id}: {each.remedy}")
