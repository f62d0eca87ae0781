"""Ports on this machine: whether one is free, and whether a service answers on it."""

import http.client
import os
import socket
import urllib.request

HOST = "127.0.0.1"
# A proxy for the outside world must not be used between two programs on one machine.
_DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))


def is_free(port: int) -> bool:
    """Return whether a program could listen on this port of this machine now."""
    with socket.socket() as probe:
        if os.name != "nt":  # there it would let two programs share the port
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True


def answers(port: int, path: str) -> bool:
    """Return whether a web service on this port says yes (status 200) at this path within two seconds."""
    try:
        with _DIRECT.open(f"http://{HOST}:{port}{path}", timeout=2) as reply:
            return bool(reply.status == 200)
    except (OSError, http.client.HTTPException):
        return False
