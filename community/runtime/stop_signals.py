"""Stop signals, from Ctrl-C or the system, handled so that the program ends in good order."""

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

STOP_SIGNALS = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK") if hasattr(signal, name)]


class AskedToStop(Exception):
    """Somebody pressed Ctrl-C, or the system asked us to end."""


@contextmanager
def heard(ask: Callable[[], object]) -> Iterator[None]:
    """Inside the block each stop signal calls `ask` and raises nothing; afterwards signals work as before."""

    def asked(number: int, frame: FrameType | None) -> None:  # noqa: ARG001 (the system gives both)
        ask()

    former: dict[int, Any] = {number: signal.signal(number, asked) for number in STOP_SIGNALS}
    try:
        yield
    finally:
        for number, handler in former.items():
            signal.signal(number, handler)
