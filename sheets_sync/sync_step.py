"""The step that `run` repeats: one sync of this book, and whether something here waits for the next."""

from collections.abc import Callable
from datetime import datetime

from community.book import Book, utc_now
from community.errors import UserFacingError
from community.settings import Settings
from sheets_sync import sync_report
from sheets_sync.sheets_service import Service
from sheets_sync.sync import sync
from sheets_sync.sync_loop import SyncStep


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
