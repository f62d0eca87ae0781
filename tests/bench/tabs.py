"""Ten tabs with a county's Today, left open while a request comes in every second: what the dashboard takes of a core.

A real server and a real browser; counted is the processor time of the server. Each request goes straight into the book,
as the intake would write it.
"""

import os
import secrets
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from playwright.sync_api import Page, WebSocket, sync_playwright

from community.book import Book
from community.runtime.book_opening import open_book
from community.settings import load
from community.tables.row_types import HelpRequestRow
from tests.bench.communities import COUNTY, Community, communities
from tests.bench.figure import Figure
from tests.bench.load import until_it_answers
from tests.browser.support import DESK, FLAGS, chromium_path
from tests.checkout import ROOT

TABS, SECONDS = 10, int(os.environ.get("BENCH_TABS_SECONDS", "120"))
PATIENCE = 600
EVERY = 30
"""Seconds from one look of an open tab to its next."""
CALM = 0.2
"""Of a core: below this the boards are made, and the tabs have drawn what they show."""


def measure() -> Iterator[Figure]:
    """Yield what the dashboard took, and what it would have taken if no tab had looked late."""
    for county in communities([COUNTY], ["sqlite"]):
        with _dashboard(county) as (server, address), _open_tabs(address) as (pages, looks):
            _until_calm(server, pages[0])
            began, before, already = time.monotonic(), _spent(server), looks.total()
            with closing(open_book(load(county.environment))) as book:
                came = 0
                while (passed := time.monotonic() - began) < SECONDS:
                    _ask(book)
                    came += 1
                    pages[0].wait_for_timeout(max(0.0, 1000 * (came - passed)))
            passed, asked = time.monotonic() - began, looks.total() - already
            _until_calm(server, pages[0])
            took = _spent(server) - before
        where = f"{county.volunteers:,} volunteers, {TABS} tabs on Today, {came} requests in {passed:.0f} s"
        due = TABS * passed / EVERY
        yield Figure(f"{where}: looks of {due:.0f} that were due", asked, "")
        yield Figure(f"{where}: a look", 1000 * took / max(asked, 1), "ms")
        yield Figure(f"{where}: the dashboard took", 100 * took / passed, "% of a core")
        # On a busy machine tabs look late, and the server then seems to need less than it does.
        yield Figure(
            f"{where}: with every look in time", 100 * took / max(asked, 1) * due / passed, "% of a core", most=50
        )


@contextmanager
def _dashboard(county: Community) -> Iterator[tuple[int, str]]:
    """The number of the server's process, and the address that opens its first page."""
    with closing(socket.create_server(("127.0.0.1", 0))) as free:
        port = free.getsockname()[1]
    secret = secrets.token_urlsafe(32)
    command = [sys.executable, "-m", "streamlit", "run", "streamlit_app.py", "--server.headless", "true"]
    command += ["--server.address", "127.0.0.1", "--server.port", str(port), "--logger.level", "error"]
    environment = os.environ | county.environment | {"DASHBOARD_SECRET": secret}
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL) as server:
        try:
            until_it_answers(port, server, "dashboard", PATIENCE)
            yield server.pid, f"http://127.0.0.1:{port}/?secret={secret}"
        finally:
            server.kill()


@contextmanager
def _open_tabs(address: str) -> Iterator[tuple[list[Page], "Counter[int]"]]:
    """Ten tabs that show the list, and how often each has asked the server since."""
    looks: Counter[int] = Counter()

    def count(page: int) -> Callable[[WebSocket], None]:
        return lambda socket: socket.on("framesent", lambda _: looks.update([page]))

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=FLAGS, timeout=1000 * PATIENCE)
        context = browser.new_context(viewport=DESK)
        context.set_default_timeout(1000 * PATIENCE)
        pages = []
        for number in range(TABS):
            page = context.new_page()
            page.on("websocket", count(number))
            page.goto(address)
            page.locator("[class*=st-key-group-]").first.wait_for()
            pages.append(page)
        yield pages, looks
        browser.close()


def _ask(book: Book) -> None:
    """One more request, like one that came before."""
    like = book.rows(HelpRequestRow, limit=1, order="-at")[0]
    ours = ("id", "at", "by", "changed_at", "void", "resident_id", "status", "closed_reason")
    book.append("help_requests", {name: like[name] for name in like if name not in ours} | {"status": "new"}, by="web")


def _until_calm(server: int, page: Page) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        before = _spent(server)
        page.wait_for_timeout(5_000)  # so that the browser is heard meanwhile
        if _spent(server) - before < CALM * 5:
            return
    raise SystemExit("the dashboard never came to rest")


def _spent(process: int) -> float:
    """Seconds of processor time that this process took so far."""
    told = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")
