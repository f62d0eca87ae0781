"""The suite proves that it can't reach anybody: a test that rang somebody's server would be a leak, and flaky."""

import socket
import subprocess
import sys
import threading
from urllib.error import URLError
from urllib.request import urlopen

import httpx
import pytest

from tests.offline.sitecustomize import MESSAGE, stays_here

ELSEWHERE = "192.0.2.1"  # an address kept for documentation (RFC 5737): nobody's


def test_no_address_elsewhere_can_be_reached() -> None:
    with socket.socket() as connection, pytest.raises(ConnectionRefusedError, match=MESSAGE):
        connection.connect((ELSEWHERE, 80))


def test_no_name_can_be_looked_up() -> None:
    with pytest.raises(ConnectionRefusedError, match=MESSAGE):
        socket.getaddrinfo("example.org", 443)


def test_nothing_is_sent_without_a_connection_either() -> None:
    with socket.socket(type=socket.SOCK_DGRAM) as letter, pytest.raises(ConnectionRefusedError, match=MESSAGE):
        letter.sendto(b"hello", (ELSEWHERE, 53))


def test_libraries_are_stopped_as_well() -> None:
    with pytest.raises(URLError, match=MESSAGE):
        urlopen("http://example.org/", timeout=5)
    with pytest.raises(httpx.ConnectError):
        httpx.get("http://example.org/")


def test_a_program_that_a_test_starts_is_closed_in_too() -> None:
    program = f"import socket; socket.create_connection(({ELSEWHERE!r}, 80), timeout=5)"
    child = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert child.returncode == 1
    assert MESSAGE in child.stderr


def test_this_machine_can_still_be_reached() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        answer = threading.Thread(target=lambda: server.accept()[0].close())
        answer.start()
        with socket.create_connection(("localhost", server.getsockname()[1]), timeout=5) as connection:
            assert connection.recv(1) == b""
        answer.join()


@pytest.mark.parametrize("host", [None, "", "localhost", "127.0.0.1", "127.9.9.9", "::1", b"localhost"])
def test_only_loopback_counts_as_this_machine(host: object) -> None:
    assert stays_here(host)


@pytest.mark.parametrize("host", ["10.0.0.1", "localhost.example.org", "8.8.8.8", "fe80::1%eth0", b"example.org"])
def test_a_neighbour_on_the_same_wire_is_not_this_machine(host: object) -> None:
    assert not stays_here(host)
