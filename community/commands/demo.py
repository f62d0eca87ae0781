"""Make an invented town to look at, to learn with and to test on.

It has a folder of its own inside the data folder. Mail, sheet and publishing refuse it.
"""

import json
import time
from datetime import UTC, date, datetime
from math import ceil

import click

from community.demo import default_today, fresh_book, make_town
from community.places import Places
from community.settings import load
from community.wording import counted, spelled


@click.command("demo")
@click.option("--seed", default=1, show_default=True, type=int, help="Another number makes another town.")
@click.option(
    "--volunteers",
    default=2500,
    show_default=True,
    type=click.IntRange(1, 1_000_000),
    help="How many volunteers. 50000 is a county’s: some five minutes; 750000 is a nation’s: more than an hour.",
)
@click.option(
    "--requests",
    default=700,
    show_default=True,
    type=click.IntRange(1, 1_000_000),
    help="How many requests for help. About four in eleven leave a need that is open today.",
)
@click.option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The day the town ends on (default: today; before nine, yesterday).",
)
@click.option("--again", is_flag=True, help="Make it anew where there is one; what was tried out in it is gone.")
@click.option("--json", "as_json", is_flag=True, help="Print the result for a program.")
def command(seed: int, volunteers: int, requests: int, today: datetime | None, again: bool, as_json: bool) -> None:
    """Make an invented town to look at, to learn with and to test on.

    The people, their numbers and their words are invented; the postcodes are real. It has a folder of its own inside
    the data folder, and a live book is never touched. The same seed and day make the same town.

    \b
    Example:
      python -m community demo
      python -m community demo --seed 7 --again
      python -m community demo --volunteers 50000 --requests 13000
    """
    settings, began = load(), time.monotonic()

    def made(districts: int, of: int) -> None:
        if of > 1 and districts < of:
            left = (time.monotonic() - began) / districts * (of - districts)
            click.echo(
                f"{districts} of {of} districts are made; about {counted(ceil(left / 60), 'minute')} more.", err=True
            )

    day: date = today.date() if today else default_today(datetime.now(UTC))
    places = Places.open(settings.home, settings.hubs)
    with fresh_book(settings.home, again=again) as book:
        rows = make_town(
            book, settings, places, seed=seed, today=day, volunteers=volunteers, requests=requests, made=made
        )
    if as_json:
        click.echo(json.dumps({"seed": seed, "today": day.isoformat(), "rows": rows}))
    else:
        counts = ", ".join(f"{number:,} {spelled(table)}" for table, number in rows.items())
        click.echo(f"The invented town is made: {counts}.")
