"""Again and again: a sync every minute, less often while Google is busy, until somebody asks it to stop."""

import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from types import FrameType
from typing import Any

from community.errors import UserFacingError
from sheets_sync.faults import Asked, Faster, KeyRefused, Unsure

LONGEST = 900.0
"""Seconds between two tries at most, however long the trouble goes on."""
_SIGNALS = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK") if hasattr(signal, name)]


class AskedToStop(Exception):
    """Somebody pressed Ctrl-C, or the system asked us to end."""


class Pause:
    """Waiting that ends at once when somebody asks us to stop."""

    def __init__(self) -> None:
        """Nobody has asked yet."""
        self._asked = threading.Event()

    def __call__(self, seconds: float) -> None:
        """Wait. Raises AskedToStop, also when asked before."""
        if self._asked.wait(seconds):
            raise AskedToStop

    @contextmanager
    def until_asked(self) -> Iterator[None]:
        """Inside the block the stop signals raise nothing by themselves; once asked, it ends in good order."""
        former: dict[int, Any] = {number: signal.signal(number, self._ask) for number in _SIGNALS}
        try:
            yield
        except AskedToStop:
            pass
        finally:
            for number, handler in former.items():
                signal.signal(number, handler)

    def _ask(self, number: int, frame: FrameType | None) -> None:  # noqa: ARG002 (the system gives both)
        self._asked.set()


def keep(
    step: Callable[[], tuple[str, Sequence[str]]],
    *,
    every: float,
    pause: Callable[[float], None],
    tell: Callable[[str, bool], None],
) -> None:
    """Take the step every so many seconds, for ever. Raises KeyRefused, because no wait mends a key.

    `step` returns what it did, in words or nothing, and what is wrong with the spreadsheet though it went on.
    `tell(words, trouble)` is given what was done, and each trouble once. Trouble that stops a step makes the waits
    longer, up to a quarter of an hour; what is only a lost race does not.
    """
    wait, trouble, known = every, "", set[str]()
    while True:
        try:
            done, problems = step()
            if trouble:
                tell("In step again.", False)
            if done:
                tell(done, False)
            for words in problems:
                if words not in known:
                    tell(words, True)
            wait, trouble, known = every, "", set(problems)
        except KeyRefused:
            raise
        except UserFacingError as reason:
            if str(reason) != trouble:
                trouble = str(reason)
                tell(f"Not in step just now: {trouble}", True)
            wait = every if isinstance(reason, (Asked, Faster, Unsure)) else min(2 * wait, max(LONGEST, every))
        pause(wait)
