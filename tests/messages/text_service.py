"""A stand-in for a service that sends texts: a real HTTP server on this machine, with troubles."""

import contextlib
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


@dataclass
class ServiceStandIn:
    """What it was asked, and what it answers."""

    url: str = ""
    status: int = 201
    says: bytes = b'{"messages": [{"id": "text-17", "status": "queued"}]}'
    trouble: str = ""
    """`cut` breaks the connection instead of answering, `half` after half an answer; `wait` never answers; `drip` sends
    one letter after another."""
    asked: list[tuple[str, str, dict[str, str], bytes]] = field(default_factory=list)
    at_each: Callable[[], object] = lambda: None
    """Called with each text that came in, before it is answered."""
    over: threading.Event = field(default_factory=threading.Event)


@contextmanager
def text_service(certificate: Path | None = None) -> Iterator[ServiceStandIn]:
    """A service that listens on a free port during the block."""
    told = ServiceStandIn()

    class Asked(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            told.asked.append((self.command, self.path, dict(self.headers.items()), body))
            told.at_each()
            if told.trouble == "wait":
                told.over.wait(60)
            if told.trouble in {"cut", "wait"}:
                self.close_connection = True
                return
            while told.trouble == "drip" and not told.over.wait(0.05):
                with contextlib.suppress(OSError):
                    self.wfile.write(b"H")
            self.send_response(told.status)
            self.send_header("Location", told.url)
            self.send_header("Content-Length", str(len(told.says) + (told.trouble == "half")))
            self.end_headers()
            self.wfile.write(told.says)

        do_PUT = do_POST  # noqa: N815

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Asked)
    told.url = f"http://127.0.0.1:{server.server_port}/v1/texts"
    if certificate is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True)
        told.url = f"https://localhost:{server.server_port}/v1/texts"
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield told
    finally:
        told.over.set()
        server.shutdown()
        thread.join()
        server.server_close()
