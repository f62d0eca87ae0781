"""An end to a connection that is alive but never done: a server that answers one letter a minute keeps nobody."""

import contextlib
import socket
import threading
from collections.abc import Callable, Iterator


@contextlib.contextmanager
def cut_after(seconds: float, connection: Callable[[], socket.socket | None]) -> Iterator[None]:
    """Shut the connection when the block takes longer; what waits for it in the block then raises OSError."""

    def cut() -> None:
        waiting = connection()
        if waiting is not None:
            with contextlib.suppress(OSError):
                # Not the method of an encrypted socket: it forgets first that it is one.
                socket.socket.shutdown(waiting, socket.SHUT_RDWR)

    timer = threading.Timer(seconds, cut)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
