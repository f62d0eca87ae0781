"""The built site, made once, and a server that hands it out under a policy as strict as the public one."""

import contextlib
import functools
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.checkout import ROOT
from tests.made_once import made_once
from tests.site.pages import BuiltPage, read_pages

# No hash and no 'unsafe-inline': the pages hold no inline script, no style attribute and no event handler.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; worker-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


class _Handler(SimpleHTTPRequestHandler):
    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        self.send_header("X-Content-Type-Options", "nosniff")
        super().end_headers()

    def handle(self) -> None:
        # A browser that is closed in the middle of an answer is no fault of the site.
        with contextlib.suppress(ConnectionError):
            super().handle()

    def log_message(self, format: str, *args: object) -> None:
        """Keep the tests' output for the tests."""


@pytest.fixture(scope="session")
def built_site() -> Path:
    """Give the folder of the site, built as `run` builds it: strictly, so that a warning fails here."""
    return made_once("site", lambda folder: build_site(folder / "built")) / "built"


def build_site(folder: Path, **environ: str) -> None:
    """Build the site into the folder, with this in the environment too."""
    command = [sys.executable, "-m", "community.publish", "--into", str(folder)]
    done = subprocess.run(command, cwd=ROOT, env=os.environ | environ, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="session")
def pages(built_site: Path) -> list[BuiltPage]:
    """Give every built page, read."""
    return read_pages(built_site)


@pytest.fixture(scope="session")
def site_url(built_site: Path) -> Iterator[str]:
    """Give the address where the built site is handed out, without a slash at its end."""
    with handed_out(built_site) as address:
        yield address


@contextlib.contextmanager
def handed_out(folder: Path) -> Iterator[str]:
    """The address where the built site in the folder is handed out, for as long as the context is open."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Handler, directory=str(folder)))
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()
