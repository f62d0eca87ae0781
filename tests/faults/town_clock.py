"""The clock of a town in the tests: the machine's, put ahead by what stands in a file of the data folder.

So a night passes between two lives of a program, and the programs and the office agree about what day it is.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from community.book import Book, utc_now
from community.settings import load

_FILE = "ahead"


class TownClock:
    """The time now in this town, which begins on a Monday morning however late it is here."""

    def __init__(self, home: Path, begins: datetime) -> None:
        self._file, self._ahead = home / _FILE, begins - utc_now()
        self.pass_()

    def __call__(self) -> datetime:
        return utc_now() + self._ahead

    @property
    def now(self) -> datetime:
        """The time now, as an office's clock tells it."""
        return self()

    def pass_(self, **time: float) -> None:
        """Let so much time pass at once. A program that runs has no part in it: it belongs to an earlier life."""
        self._ahead += timedelta(**time)
        self._file.write_text(str(self._ahead.total_seconds()), "utf-8")


def clock_of_life() -> Callable[[], datetime]:
    """The clock of a program that is begun now; every book that it opens keeps this time as well."""
    ahead = timedelta(seconds=float((load().home / _FILE).read_text("utf-8")))

    def clock() -> datetime:
        return utc_now() + ahead

    keep_time(Book.open.__func__, clock)  # type: ignore[attr-defined]
    return clock


def keep_time(function: Callable[..., object], clock: Callable[[], datetime]) -> None:
    """Let this function of ours take this clock where nobody gives it one."""
    defaults = function.__kwdefaults__ or {}  # type: ignore[attr-defined]
    if "clock" in defaults:
        defaults["clock"] = clock
    else:
        *others, _ = function.__defaults__ or ()  # type: ignore[attr-defined]
        function.__defaults__ = (*others, clock)  # type: ignore[attr-defined]
