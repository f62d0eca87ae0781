"""Print what left the data folder: who took it, when, what kind and how many rows."""

import json
from dataclasses import asdict

import click

from community import exports
from community.settings import load


@click.command("exported")
@click.option("--json", "as_json", is_flag=True, help="Print one note on each line, for a program.")
def command(as_json: bool) -> None:
    """Print what left the data folder: who took it, when, what kind and how many rows.

    Each list that `show` gives out with people in it, each `export-person`, and each backup that goes elsewhere is
    noted in `exports.jsonl` before it leaves; never what stood in it. Look it over now and then: is there anything
    that you don't know of? The notes are kept as long as `[exports]` in community.toml says.

    \b
    Example:
      python -m community exported
    """
    settings = load()
    found = exports.noted(settings.book_home)
    for one in found:
        if as_json:
            click.echo(json.dumps(asdict(one), ensure_ascii=False))
        else:
            by = "".join(sign for sign in one.by if sign.isprintable())
            click.echo(f"{one.at[:16].replace('T', ' ')}  {by}: {one.kind}, {one.form}, {one.rows:,} rows")
    if not as_json:
        click.echo(f"{len(found)} noted.")
