"""Build the site, start the forms and the dashboard, and stop all with one Ctrl-C.

On the first run an invented town is made, so that there is something to see; once there is a live book, that is opened.
"""

import os
import secrets
import time
from contextlib import suppress
from urllib.parse import quote

import click

from community.errors import UserFacingError
from community.forms import load as load_forms
from community.matching import is_warm
from community.publish import trial_site
from community.runtime import ports
from community.runtime.child_processes import ChildEnded, Children
from community.runtime.site_refresh import build_if_changed
from community.runtime.stop_signals import AskedToStop
from community.settings import Settings, load

SECONDS_TO_START = 120
A_PORT = click.IntRange(1, 65535)
INTAKE, DASHBOARD, WORKER = "The site with its forms", "The dashboard", "The worker"
SHEET = "The spreadsheet"


class PortTakenError(UserFacingError):
    """Another program listens where one of ours should."""


@click.command("run")
@click.option(
    "--port", default=8000, show_default=True, type=A_PORT, metavar="PORT", help="Where the site and its forms answer."
)
@click.option(
    "--dashboard-port",
    default=8501,
    show_default=True,
    type=A_PORT,
    metavar="PORT",
    help="Where the dashboard answers.",
)
def command(port: int, dashboard_port: int) -> None:
    """Build the site, start the forms and the dashboard, and stop all with one Ctrl-C.

    On the first run an invented town is made, so that there is something to look at. Once `init` has made a live book,
    that is opened, and kept in step with the spreadsheet that SHEET_ID names; DEMO=yes shows the invented town again.

    \b
    Example:
      python -m community run
      python -m community run --port 8080
    """
    settings = load()
    load_forms(settings)  # what is wrong there is said now, before anything is made or started
    # Said once for all that is started: a live book made meanwhile must not turn up in the invented town's dashboard.
    os.environ["DEMO"] = "yes" if settings.demo else "no"
    _check_ports({"--port": port, "--dashboard-port": dashboard_port})
    try:
        with Children() as children:
            _make_ready(settings, children)
            # Handed over by the environment, which other users of this machine can't read; a command line they can.
            way_in = settings.dashboard_secret.get_secret_value() if settings.dashboard_secret else None
            way_in = way_in or secrets.token_urlsafe(32)
            _serve(children, port, dashboard_port, way_in)
            _keep_the_sheet(settings, children)
            _tell(settings, port, dashboard_port, way_in)
            children.wait(lambda: False, every=1.0)
    except AskedToStop:
        click.echo("\nEverything is stopped.")


def _check_ports(wanted: dict[str, int]) -> None:
    if len(set(wanted.values())) < len(wanted):
        raise PortTakenError("The site and the dashboard need two different ports: change --port or --dashboard-port.")
    for option, port in wanted.items():
        if not ports.is_free(port):
            raise PortTakenError(
                f"Port {port} is in use by another program, perhaps an earlier start of this one.\n"
                f"Stop that program, or choose another port: python start.py run {option} {port + 10}"
            )


def _make_ready(settings: Settings, children: Children) -> None:
    if settings.database_url is None and not (settings.book_home / "book.db").exists():
        if settings.demo:
            wait = Patience("Making an invented town to look at", "half a minute, or a few minutes on a slow machine")
            children.finish("The invented town", "community", "demo", meanwhile=wait.tell)
        else:
            children.finish("The new book", "community", "init")
    if not is_warm():
        wait = Patience("Making the matching ready, once", "half a minute, or a few minutes on a slow machine")
        children.finish("The matching", "community.matching.engine", meanwhile=wait.tell)

    if settings.site_is_trial:
        _make_trial_site(settings, children)

    def build() -> None:
        wait = Patience("Building the site", "some ten seconds")
        children.finish("The site", "community.publish", meanwhile=wait.tell)

    if build_if_changed(build, settings):
        click.echo("The site is built.")


def _make_trial_site(settings: Settings, children: Children) -> None:
    """Bring the pages of the invented town's own site up to the program's; the first time, count and list as well."""
    first = not trial_site.is_there(settings)
    trial_site.lay_out(settings)
    if first:
        wait = Patience("Writing the invented town's own pages", "some twenty seconds")
        with suppress(ChildEnded):  # it has said why; the pages are there as they come with the program
            children.finish("The site of the invented town", "community", "publish", meanwhile=wait.tell)


def _serve(children: Children, port: int, dashboard_port: int, way_in: str) -> None:
    wait = Patience("Starting", "some ten seconds")
    children.start(INTAKE, "intake", "--host", ports.HOST, "--port", str(port), "--announced")
    options = ["--server.port", str(dashboard_port), "--server.address", ports.HOST, "--server.headless", "true"]
    # Streamlit greets with addresses of its own, and one list of them is enough.
    options += ["--logger.level", "warning"]
    children.start(
        DASHBOARD,
        "streamlit",
        "run",
        "streamlit_app.py",
        *options,
        quiet=True,
        environment={"DASHBOARD_SECRET": way_in},
    )
    children.start(WORKER, "community", "worker", quiet=True)
    tries = iter(range(SECONDS_TO_START * 5))

    def both_answer() -> bool:
        wait.tell()
        if next(tries, None) is None:
            raise ChildEnded("The site or the dashboard did not answer within two minutes, so everything is stopped.")
        return ports.answers(port, "/health") and ports.answers(dashboard_port, "/_stcore/health")

    children.wait(both_answer, every=0.2)


def _keep_the_sheet(settings: Settings, children: Children) -> None:
    """Keep the spreadsheet in step, if there is one. When its key is refused the forms go on; the invented stay."""
    if settings.sheet_id and not settings.demo:
        children.start(SHEET, "sheets_sync", "run", quiet=True, may_end=True)


def _tell(settings: Settings, port: int, dashboard_port: int, way_in: str) -> None:
    dashboard = f"http://{ports.HOST}:{dashboard_port}/"
    click.echo(f"\n  The site and the forms   http://{ports.HOST}:{port}/")
    if settings.login:
        click.echo(f"  The dashboard            {dashboard}\n")
    else:
        click.echo(f"  The dashboard            {dashboard}?secret={quote(way_in, safe='')}\n")
        click.echo("Anybody with the dashboard's address is its director until it is stopped: keep it to yourself.")
    if settings.demo:
        click.echo("The people in it are invented. Your own book begins with: python start.py init")
    click.echo("Ctrl-C stops everything.")


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
