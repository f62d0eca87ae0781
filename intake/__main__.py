"""Serves the site and the forms: `python -m intake`."""

import sys
from functools import partial

import click
import structlog
import uvicorn

from community.errors import UserFacingError
from community.places import Places
from community.runtime import service_log
from community.runtime.book_opening import open_book
from community.settings import Settings, load
from intake.connection_limits import Connections, address
from intake.uvicorn_server import configured, limits_here
from intake.web_app import Intake


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535), help="The port to listen on.")
@click.option("--announced", is_flag=True, help="Don't log the start: the program that started it says so.")
def main(host: str, port: int, *, announced: bool) -> None:
    """Serve the built site and take in the forms.

    The site comes from build/site (`mkdocs build`). Each submission is in the book before its sender sees a reference.
    The log goes to standard error: ids, counts and codes, never what somebody typed.

    \b
    Example:
      python -m intake
      python -m intake --host 0.0.0.0 --port 8080
    """
    service_log.in_lines()
    try:
        settings = load()
        serve(settings, host, port, announced=announced)
    except UserFacingError as error:
        click.echo(str(error), err=True)
        sys.exit(1)


def serve(settings: Settings, host: str, port: int, *, announced: bool) -> None:
    """Serve until asked to stop, then let go of the book. An announced start is not logged."""
    book = open_book(settings)
    try:
        connections = Connections(limits_here(), partial(address, trusted_proxy=settings.trusted_proxy))
        places = Places.open(settings.home, settings.hubs)
        app = Intake(settings, book, places, full=lambda: connections.full).app()
        if not announced:
            structlog.get_logger(__name__).info("intake_starts", port=port, demo=settings.demo)
        uvicorn.Server(configured(app, connections, host=host, port=port)).run()
    finally:
        book.close()


if __name__ == "__main__":
    main()
