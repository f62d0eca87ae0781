"""Silent connections keep nobody out, and hopelessly slow ones are closed."""

import socket
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from typing import Any

import pytest
import sqlalchemy as sa
from starlette.types import Receive, Scope, Send

from community.book import Book
from intake import health_answer
from intake.connection_limits import Connections, Limits, address
from tests.book.test_trouble import full
from tests.forms.answers import HELP
from tests.intake.conftest import Serve, Service, running
from tests.intake.walking import Walker, visit

QUICK = Limits(head_seconds=0.3, body_seconds=0.3, answer_seconds=0.3, every=0.05)


async def plain(scope: Scope, receive: Receive, send: Send) -> None:
    """Reads what is posted to /read, and answers in a word, at /much in more words than a line holds."""
    if scope["type"] != "http":
        return
    while scope["path"] == "/read":
        message = await receive()
        if message["type"] != "http.request" or not message["more_body"]:
            break
    body = b"x" * (24_000_000 if scope["path"] == "/much" else 2)
    length = [(b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": 200, "headers": length})
    await send({"type": "http.response.body", "body": body})


@contextmanager
def served(limits: Limits, whose: Any = address) -> Iterator[tuple[Connections, int]]:
    connections = Connections(limits, whose)
    server = running(plain, connections)
    port = int(next(server).rpartition(":")[2])
    try:
        yield connections, port
    finally:
        next(server, None)


def connect(port: int, said: bytes = b"", source: str = "127.0.0.1") -> socket.socket:
    line = socket.create_connection(("127.0.0.1", port), timeout=30, source_address=(source, 0))
    line.sendall(said)
    return line


def rest(line: socket.socket) -> bytes:
    """All that still comes, until the other side closes; the test fails when it never does."""
    told = []
    with suppress(ConnectionResetError):
        while part := line.recv(1 << 20):
            told.append(part)
    return b"".join(told)


def test_many_more_silent_sockets_than_there_is_room_for_stop_no_honest_post(serve: Serve) -> None:
    service = serve(limits=Limits(most=20))
    port = int(service.url.rpartition(":")[2])
    with ExitStack() as lines:
        for number in range(100):
            lines.enter_context(connect(port, b"" if number % 2 else b"POST /get-help/ask/ HTTP/1.1\r\nhost:"))
        walker = Walker(f"{service.url}/get-help/ask/", HELP)
        assert service.book.get("help_requests", walker.to_check().send()) is not None
        assert visit("GET", f"{service.url}/health").status_code == 200


def test_no_more_are_open_than_the_limit_says_and_the_oldest_silent_one_makes_room() -> None:
    with served(Limits(most=5)) as (connections, port), ExitStack() as lines:
        silent = [lines.enter_context(connect(port)) for _ in range(5)]
        newcomer = lines.enter_context(connect(port, b"GET / HTTP/1.1\r\nhost: x\r\n\r\n"))
        assert newcomer.recv(65536).startswith(b"HTTP/1.1 200")
        assert rest(silent[0]) == b""
        assert len(connections) == 5


def test_a_sender_who_is_being_answered_is_never_cut_off_and_a_newcomer_is_told_to_come_again() -> None:
    with served(Limits(most=2)) as (connections, port), ExitStack() as lines:
        much = b"GET /much HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n"
        busy = [lines.enter_context(connect(port, much)) for _ in range(2)]
        for line in busy:
            assert line.recv(8).startswith(b"HTTP/1.1")
        assert rest(lines.enter_context(connect(port))).startswith(b"HTTP/1.1 503")
        assert connections.full
        assert len(rest(busy[0])) > 24_000_000


def test_one_address_takes_no_place_from_another() -> None:
    with served(Limits(of_one=3), lambda host: host) as (connections, port), ExitStack() as lines:
        other = lines.enter_context(connect(port, source="127.0.0.2"))
        many = [lines.enter_context(connect(port)) for _ in range(6)]
        assert [rest(line) for line in many[:3]] == [b""] * 3, "its own oldest go"
        other.sendall(b"GET / HTTP/1.1\r\nhost: x\r\n\r\n")
        assert other.recv(65536).startswith(b"HTTP/1.1 200")
        assert len(connections) == 4


def test_this_machine_and_a_trusted_proxy_are_counted_with_nobody() -> None:
    assert [address(host) for host in ("127.0.0.1", "::1", None, "unix")] == [None] * 4
    assert address("10.0.0.2", trusted_proxy=True) is None
    assert address("10.0.0.2") == "10.0.0.2"
    assert address("81.2.69.142", trusted_proxy=True) == "81.2.69.142"
    assert address("2a00::1:2") == address("2a00::3:4") == "2a00::/64"


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"GET / HTTP/1.1\r\nx-slow: ",
        b"GET / HTTP/1.1\r\nhost: x\r\n\r\n",
        b"GET / HTTP/1.1\r\nhost: x\r\n\r\nGET / HTTP/1.1\r\nhost:",
        b"POST /read HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\nhalf",
        b"POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\nhalf",
        b"GET /much HTTP/1.1\r\nhost: x\r\n\r\n",
    ],
    ids=["silent", "half-a-head", "then-silent", "second-head", "half-a-body", "answered-before-its-end", "unread"],
)
def test_a_connection_that_takes_too_long_is_closed_wherever_it_stands(said: bytes) -> None:
    with served(QUICK) as (connections, port), connect(port, said) as line:
        if said.startswith(b"GET /much"):
            assert line.recv(8) == b"HTTP/1.1"
            while len(connections):
                line.getpeername()  # it is not read: only from our side can be seen that it is closed
        else:
            rest(line)
        while len(connections):
            pass


def test_a_head_that_drips_in_is_not_waited_for_longer_because_it_drips() -> None:
    with served(QUICK) as (_, port), connect(port, b"GET / HTTP/1.1\r\n") as line:
        line.settimeout(0.02)
        for _ in range(1_500):
            try:
                line.sendall(b"x-a: b\r\n")
                if line.recv(1) == b"":
                    return
            except TimeoutError:
                continue
            except OSError:
                return
    raise AssertionError("it was never closed")


def test_a_head_without_end_is_refused() -> None:
    with served(Limits()) as (_, port), connect(port, b"GET / HTTP/1.1\r\n") as line:
        try:
            for _ in range(40):
                line.sendall(b"x-a: " + b"b" * 4_000 + b"\r\n")
        except OSError:
            return
        assert rest(line).startswith(b"HTTP/1.1 431")


@pytest.fixture
def asked_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """How it is is asked anew each time."""
    monkeypatch.setattr(health_answer, "SECONDS_HEALTH_HOLDS", 0)


def health(service: Service) -> int:
    return visit("GET", f"{service.url}/health").status_code


@pytest.mark.usefixtures("asked_each_time")
def test_health_says_no_when_posts_are_refused_for_want_of_room_until_one_is_kept(service: Service) -> None:
    walker = Walker(f"{service.url}/get-help/ask/", HELP | {"details": ["x" * 200_000]}).to_check()
    with full(service.book):
        assert walker.press("send").status_code == 503
        assert health(service) == 503
    walker.send()
    assert health(service) == 200


@pytest.mark.usefixtures("asked_each_time")
def test_health_says_no_before_anybody_is_refused(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as little:
        little.setattr("community.book.sqlite_file.LEAST_ROOM", 1 << 80)
        assert health(service) == 503
    assert health(service) == 200

    def read_only(connection: sa.Connection) -> None:
        connection.exec_driver_sql("PRAGMA query_only=ON")

    sa.event.listen(service.book.engine, "begin", read_only)
    assert health(service) == 503
    sa.event.remove(service.book.engine, "begin", read_only)
    sa.event.listen(service.book.engine, "begin", lambda c: c.exec_driver_sql("PRAGMA query_only=OFF"))
    assert health(service) == 200
    spoil = sqlite3.connect(service.path, isolation_level=None)
    spoil.execute("ALTER TABLE organisations_now RENAME TO mislaid")
    assert health(service) == 503, "one of the forms could not be kept"
    spoil.execute("ALTER TABLE mislaid RENAME TO organisations_now")
    spoil.close()
    assert health(service) == 200
    assert Book.count(service.book, "organisations") == 0, "trying leaves nothing behind"


@pytest.mark.usefixtures("asked_each_time")
def test_health_says_no_while_connections_are_turned_away(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Connections, "full", property(lambda _: True))
    told = visit("GET", f"{service.url}/health")
    assert (told.status_code, told.json()) == (503, {"connections": "full"})
