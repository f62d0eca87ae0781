"""Uvicorn's settings for the application: what it may log, its limits, and how many files may be open."""

import sys
from dataclasses import replace
from typing import Any, cast

import uvicorn

from intake.connection_limits import Connections, Limits

_FILES = 4_096
_OUR_OWN = 200
"""Files that the book, the site and the log may have open beside the connections."""


def configured(app: Any, connections: Connections, **options: Any) -> uvicorn.Config:
    """Uvicorn's configuration: its log would hold addresses and the words of errors, and ours says enough."""
    return uvicorn.Config(
        app,
        http=cast("Any", connections.protocol),  # it takes whatever makes a protocol
        access_log=False,
        log_config=None,
        server_header=False,
        proxy_headers=False,
        ws="none",
        timeout_keep_alive=int(max(1, connections.limits.head_seconds)),
        timeout_graceful_shutdown=10,
        **options,
    )


def limits_here() -> Limits:
    """The limits, with at most as many connections as this machine lets the program open."""
    limits = Limits()
    if sys.platform == "win32":
        return limits
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = _FILES if hard == resource.RLIM_INFINITY else min(_FILES, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
        soft = wanted
    room = limits.most if soft == resource.RLIM_INFINITY else soft - _OUR_OWN
    return replace(limits, most=max(50, min(limits.most, room)))
