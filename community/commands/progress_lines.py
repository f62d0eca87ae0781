"""Tells somebody who waits that something goes on: a line every few seconds, with or without a screen."""

import time

import click

EVERY = 5.0
"""Seconds between two lines. Much more, and a person takes it for broken."""


class Patience:
    """One wait: what is done, how long it usually takes, and how long it has taken."""

    def __init__(self, doing: str, usually: str) -> None:
        """Say what begins now."""
        click.echo(f"{doing} ... This takes {usually}.")
        self._began = self._told = time.monotonic()

    def tell(self) -> None:
        """Say how long it has taken, unless that was said just now."""
        now = time.monotonic()
        if now - self._told >= EVERY:
            self._told = now
            click.echo(f"  {now - self._began:.0f} seconds so far")
