"""A clock that moves on only when code waits, shared by everything in a test."""

import threading
import time
from datetime import UTC, datetime, timedelta

from community.book import utc_now

_BEGAN = datetime(2026, 11, 23, 10, tzinfo=UTC)


class VirtualClock:
    """`clock()` are seconds, `clock.sleep` moves them on at once, `clock.utc()` is the moment for a book."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self.seconds = 0.0
        self.waited = 0.0
        self._last = _BEGAN

    def __call__(self) -> float:
        return self.seconds

    def sleep(self, seconds: float) -> None:
        with self._lock:
            self.seconds += seconds
            self.waited += seconds

    def utc(self) -> datetime:
        """A millisecond later than the look before, at least: what happens, happens one after the other."""
        with self._lock:
            self._last = max(self._last + timedelta(milliseconds=1), _BEGAN + timedelta(seconds=self.seconds))
            return self._last


class RealClock:
    """The same with the machine's own clock, for processes that share no other."""

    sleep = staticmethod(time.sleep)
    utc = staticmethod(utc_now)

    def __call__(self) -> float:
        return time.monotonic()
