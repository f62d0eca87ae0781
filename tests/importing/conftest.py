"""An office into which lists are brought, and a server of feeds."""

import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from tests.casework.office import Office, open_office

Answers = Callable[[dict[str, Any]], str]


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = open_office(tmp_path)
    yield made
    made.book.close()


@pytest.fixture
def serve() -> Iterator[Answers]:
    """Give a function that answers addresses with what a test says, and returns where."""
    servers = []

    def serving(answers: dict[str, Any]) -> str:
        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                told = answers.get(self.path)
                body = told if isinstance(told, bytes) else json.dumps(told).encode()
                moved = isinstance(told, str)
                self.send_response(302 if moved else told if isinstance(told, int) else 404 if told is None else 200)
                if moved:
                    self.send_header("Location", str(told))
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, format: str, *args: object) -> None:
                """Keep the tests' output for the tests."""

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}"

    yield serving
    for server in servers:
        server.shutdown()
        server.server_close()
