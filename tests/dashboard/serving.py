"""The dashboard as people start it, and a page of it in a real browser."""

import os
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

from playwright.sync_api import Page, expect

from community.book import Book
from community.settings import load
from tests.book.databases import new_book
from tests.browser.support import (
    DESK,
    EVERY_WAY,
    LOOKS,
    PHONE,
    OpenPage,
    Ways,
    assert_axe_clean,
    assert_no_sideways_scroll,
)
from tests.casework.office import PLACES, Office, machines_clock
from tests.checkout import ROOT
from tests.commands.processes import until

SECRET = "a secret of these tests and of nothing else"


def live_office(folder: Path) -> Office:
    """An office whose live book lies in this folder, where the dashboard finds it. Close the book in the end."""
    clock = machines_clock()
    book = Book.open(new_book(folder / "book.db"), clock=clock)
    return Office(book, load({"COMMUNITY_HOME": str(folder)}), PLACES, clock)


@contextmanager
def dashboard(home: Path, *, port: int | None = None, **more: str) -> Iterator[str]:
    """Start it over the live book in this folder, with these settings besides, and give its address.

    `way_in` adds what opens it there.
    """
    port = port or free_port()
    command = [sys.executable, "-m", "streamlit", "run", "streamlit_app.py", "--server.port", str(port)]
    env = os.environ | {"COMMUNITY_HOME": str(home), "DEMO": "no", "DASHBOARD_SECRET": SECRET} | more
    server = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=env)
    try:
        address = f"http://127.0.0.1:{port}"
        until(lambda: _is_well(address))
        yield address
    finally:
        server.terminate()
        server.wait()


def free_port() -> int:
    """A port that nobody listens on just now."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port: int = probe.getsockname()[1]
    return port


def way_in(address: str) -> str:
    """The address with what opens it. The browser is led on to the same page without the secret."""
    return f"{address}{'&' if '?' in address else '?'}{urlencode({'secret': SECRET})}"


def _is_well(address: str) -> bool:
    try:
        urllib.request.urlopen(f"{address}/_stcore/health").close()
    except OSError:
        return False
    return True


def visit(open_page: OpenPage, address: str, **options: object) -> Page:
    """Open this address and wait until all of it is drawn."""
    return settled(open_page(way_in(address), **options))


def settled(page: Page) -> Page:
    """Wait until nothing runs any more."""
    page.locator("[data-testid=stMain] h1").first.wait_for()
    # Playwright's wait_for_function evaluates text later on, which the page's content security policy forbids.
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()
    expect(page.locator("[data-stale=true], [data-testid=stSkeleton]")).to_have_count(0)
    return page


def assert_clean_everywhere(page: Page, state: str, ways: Ways = EVERY_WAY) -> None:
    """Fail with every finding of axe at a desk and on a telephone, in either scheme of colours, and when something
    sticks out sideways. The page is as wide as a desk before and after.

    A page that was made narrow is the same, element by element, as one that was loaded on a telephone.
    """
    for viewport, scheme in ways.of(LOOKS):
        page.set_viewport_size(viewport)
        menu_is_shut = "true" if viewport is PHONE else "false"
        expect(page.get_by_test_id("stSidebar")).to_have_attribute("data-collapsed", menu_is_shut)
        page.emulate_media(color_scheme=scheme)
        # Streamlit draws everything anew for the other scheme, a moment later.
        expect(page.locator("[data-testid=stApp]")).to_have_css("color-scheme", scheme)
        assert_axe_clean(page, f"{state}, {scheme}, {viewport['width']} px wide")
        assert_no_sideways_scroll(page)
    page.set_viewport_size(DESK)
    settled(page)
