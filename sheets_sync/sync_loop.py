"""The sync loop: a sync every minute, less often while Google is busy or nothing is new, until asked to stop."""

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime

from community.book import Book, utc_now
from community.errors import UserFacingError
from community.runtime.stop_signals import AskedToStop, heard
from community.settings import Settings
from sheets_sync import sync_report
from sheets_sync.sheets_service import Service
from sheets_sync.sync import sync
from sheets_sync.sync_errors import AnswerNeeded, Faster, KeyRefused, NewerSpreadsheet, Unsure

LONGEST = 900.0
"""Seconds between two tries at most, however long the trouble goes on."""
LONGEST_QUIET = 300.0
"""Seconds between two syncs at most, however long nothing is new."""
PATIENT = 10
"""Syncs without anything new after which the waits begin to grow."""


class Pause:
    """A wait that ends at once when the program is asked to stop."""

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
        with heard(self._asked.set), suppress(AskedToStop):
            yield


@dataclass(frozen=True)
class SyncStep:
    """What one sync did, in words or nothing, and what is wrong with the spreadsheet though it went on."""

    done: str = ""
    problems: Sequence[str] = ()
    more: bool = False
    """Whether something was seen that is only taken in when it stands at the next read."""


def keep(
    step: Callable[[], SyncStep],
    *,
    every: float,
    pause: Callable[[float], None],
    tell: Callable[[str, bool], None],
    stirred: Callable[[], bool] = bool,
) -> None:
    """Take the step every so many seconds, for ever. Raises KeyRefused, because no wait mends a key.

    `tell(words, trouble)` is given what was done, and each trouble once. Trouble that stops a step makes the waits
    longer, up to a quarter of an hour; what is only a lost race does not. While nothing is new or wrong the waits grow
    as well, up to five minutes, and end as soon as `stirred` says that something here is to be sent.
    """
    wait, trouble, known, quiet = every, "", set[str](), 0
    while True:
        try:
            now = step()
            if trouble:
                tell("In step again.", False)
            if now.done:
                tell(now.done, False)
            for words in now.problems:
                if words not in known:
                    tell(words, True)
            quiet = 0 if now.done or now.more or now.problems or trouble else quiet + 1
            wait = min(every * 2 ** max(0, quiet - PATIENT), max(LONGEST_QUIET, every))
            trouble, known = "", set(now.problems)
        except KeyRefused:
            raise
        except UserFacingError as reason:
            if str(reason) != trouble:
                trouble = str(reason)
                tell(f"Not in step just now: {trouble}", True)
            quiet = 0
            soon = isinstance(reason, (AnswerNeeded, Faster, NewerSpreadsheet, Unsure))
            wait = every if soon else min(2 * wait, max(LONGEST, every))
        if _rest(wait, every if not trouble else wait, pause, stirred):
            quiet = 0


def _rest(wait: float, turn: float, pause: Callable[[float], None], stirred: Callable[[], bool]) -> bool:
    """Wait so long, or until something stirs, which is looked for at every turn; whether it did."""
    while wait > 0:
        pause(min(turn, wait))
        wait -= turn
        if stirred():
            return True
    return False


class Repeated:
    """One book and its spreadsheet, brought in step again and again."""

    def __init__(
        self, book: Book, service: Service, settings: Settings, *, now: Callable[[], datetime] = utc_now
    ) -> None:
        """Remember how the book is now."""
        self._book, self._service, self._settings, self._now = book, service, settings, now
        self._token = book.token()

    def step(self) -> SyncStep:
        """One sync. Raises UserFacingError."""
        self._token = self._book.token()  # what is written while the sync runs is to be sent with the next
        outcome = sync(self._book, self._service, self._settings, now=self._now)
        if outcome.received or outcome.corrected:
            self._token = self._book.token()
        return SyncStep(sync_report.in_words(outcome), outcome.problems, more=outcome.typed > 0)

    def stirred(self) -> bool:
        """Whether the book was written since; also where that can't be known, for the next step says why."""
        try:
            return self._book.token() != self._token
        except UserFacingError:
            return True
