"""The stand-in as a real HTTP server on loopback."""

import contextlib
import socket
import sys
import threading
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any

from .person import Person
from .replies import Reply
from .service import Service
from .spreadsheet import Spreadsheet
from .world import World


class _Connection(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = -1  # head and body in one packet
    disable_nagle_algorithm = True
    server: "_Listener"

    def setup(self) -> None:
        super().setup()
        self.server.open.add(self.connection)
        if self.server.closing.is_set():  # it came while the others were being hung up on
            self.connection.shutdown(socket.SHUT_RDWR)

    def finish(self) -> None:
        self.server.open.discard(self.connection)
        with contextlib.suppress(OSError):  # the program has gone
            super().finish()

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing: what is in the addresses is people's."""

    def handle_one_request(self) -> None:
        try:
            super().handle_one_request()
        except OSError:
            self.close_connection = True

    def _answer(self) -> None:
        length = int(self.headers.get("Content-Length") or 0)
        body = self.rfile.read(length) if length else b""
        service = self.server.service
        reply = service.handle(self.command, self.path, body)
        if service.delay:
            self.server.closing.wait(service.delay)
        if reply.hold:
            self._hold(reply.hold)
        if reply.drop:
            self.close_connection = True
            return
        self._send(reply)

    def _hold(self, seconds: float) -> None:
        """Stay silent until the program hangs up, the server ends or the time is over."""
        self.connection.settimeout(None if seconds < 0 else seconds)
        with contextlib.suppress(OSError):  # a time-out is one of them
            self.connection.recv(1, socket.MSG_PEEK)

    def _send(self, reply: Reply) -> None:
        self.send_response(reply.status)
        self.send_header("Content-Type", reply.kind)
        self.send_header("Content-Length", str(len(reply.content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(reply.content)

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = _answer  # noqa: N815 - named by the standard library


class _Listener(ThreadingHTTPServer):
    daemon_threads = False  # so that closing waits for them
    request_queue_size = 64

    def __init__(self, port: int, service: Service) -> None:
        self.service = service
        self.open: set[socket.socket] = set()
        self.closing = threading.Event()
        super().__init__(("127.0.0.1", port), _Connection)

    def handle_error(self, request: Any, client_address: Any) -> None:
        self.service.errors.append(sys.exc_info()[1])


class StandIn:
    """A running stand-in: `with StandIn() as google: ... google.root ...`. Closing it closes every connection.

    root: the address to put in place of https://sheets.googleapis.com and https://www.googleapis.com.
    """

    def __init__(
        self,
        port: int = 0,
        *,
        clock: Callable[[], float] = time.monotonic,
        seed: int = 0,
        check_answers: bool = False,
        world: World | None = None,
    ) -> None:
        self.service = Service(world, clock, seed=seed, check_answers=check_answers)
        self._listener = _Listener(port, self.service)
        self._thread = threading.Thread(target=self._listener.serve_forever, args=(0.05,), name="google-sheets")
        self._thread.start()
        self.port: int = self._listener.server_address[1]
        self.root = f"http://127.0.0.1:{self.port}"

    world = property(lambda self: self.service.world)
    faults = property(lambda self: self.service.faults)
    quota = property(lambda self: self.service.quota)
    log = property(lambda self: self.service.log)
    counts = property(lambda self: self.service.counts)

    @property
    def delay(self) -> float:
        """Seconds until each answer goes out."""
        return self.service.delay

    @delay.setter
    def delay(self, seconds: float) -> None:
        self.service.delay = seconds

    @property
    def shows_the_line(self) -> bool:
        """Whether a request has to come over the line: it may be cut or slow, or nobody listens any more."""
        return bool(self.faults.rules) or self.delay > 0 or self._listener.closing.is_set()

    def spreadsheet(self, title: str = "Untitled spreadsheet", **how: Any) -> Spreadsheet:
        """Return a new empty spreadsheet, as a person makes one and shares it with the program."""
        return self.service.world.create(title, **how)

    def person(self, book: Spreadsheet) -> Person:
        """Return somebody who has a spreadsheet open."""
        return Person(self.service.world, book)

    def apply_late(self) -> int:
        """Apply requests that are still on their way; return how many."""
        return self.service.apply_late()

    def close(self) -> None:
        """Hang up on everybody and stop; an error inside the stand-in comes out here."""
        self._listener.closing.set()
        stopping = threading.Thread(target=self._listener.shutdown)
        stopping.start()
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self.port)):
            stopping.join()  # it looks up for the caller, and need not come to the end of its turn
        self._thread.join()
        for connection in list(self._listener.open):
            with contextlib.suppress(OSError):  # it hung up first
                connection.shutdown(socket.SHUT_RDWR)
        self._listener.server_close()
        if self.service.errors:
            raise AssertionError("the stand-in failed") from self.service.errors[0]

    def __enter__(self) -> "StandIn":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
