"""Prints the fields of other records that mention somebody, and what a person can do about them."""

from collections.abc import Sequence

import click

from community.casework.person_mentions import Mention


def list_mentions(found: Sequence[Mention], *, erasing: bool) -> None:
    """Print the fields, and what a person can do about them."""
    if found and erasing:
        click.echo(
            "These fields mention them, and stay. Look at each. --also ID:FIELD empties the whole field, with all"
        )
        click.echo("that it ever said. If some of it should stay, write that down again afterwards:")
    elif found:
        click.echo("These fields mention them. Look at each, and copy what is about this person:")
    for each in found:
        click.echo(f"  {each.place}: same {', '.join(each.same)}")
