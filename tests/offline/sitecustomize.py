"""Every Python that the suite starts imports this first (its folder is on PYTHONPATH) and can reach nothing but itself.

An audit hook sees each attempt of Python's sockets, whatever library makes it, and can't be taken off again.
"""

import ipaddress
import sys

MESSAGE = "the test suite may not reach the network"
WATCHED = {"socket.connect", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo", "socket.gethostbyname"}


def stays_here(host: object) -> bool:
    """Return whether the host is this very machine: a loopback address, its name, or none at all."""
    if host is None or host in ("", b"", "localhost", b"localhost"):
        return True
    text = host.decode("ascii", "replace") if isinstance(host, bytes) else str(host)
    try:
        address = ipaddress.ip_address(text.partition("%")[0])
    except ValueError:
        return False
    return address.is_loopback or address.is_unspecified


def guard(event: str, arguments: tuple[object, ...]) -> None:
    """Refuse what would leave this machine. Sockets in the file system (paths) stay on it."""
    if event not in WATCHED:
        return
    target = arguments[1] if event in ("socket.connect", "socket.sendto", "socket.sendmsg") else arguments[0]
    if event.startswith("socket.get") or isinstance(target, tuple):
        host = target[0] if isinstance(target, tuple) else target
        if not stays_here(host):
            raise ConnectionRefusedError(MESSAGE)


sys.addaudithook(guard)
