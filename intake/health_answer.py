"""The answer of `/health`: whether what people send can be kept just now."""

import asyncio
import time
from collections.abc import Callable, Sequence
from math import inf

from community.book import Book, BookUnavailable

SECONDS_FOR_HEALTH = 5
SECONDS_HEALTH_HOLDS = 5
MOST_LETTERS = 500_000
"""Of the largest answer: once a post was refused, only room for such a one is room again."""


class Readiness:
    """Tries the book when asked, and remembers how the last posts went."""

    def __init__(self, book: Book, tables: Sequence[str], full: Callable[[], bool]) -> None:
        """`tables` are those that the forms fill; `full` says whether connections are turned away."""
        self._book, self._tables, self._full = book, tables, full
        self._asking, self._asked = asyncio.Lock(), (-inf, False)
        self._was_refused = False

    def refused(self) -> None:
        """A post could not be kept."""
        self._was_refused = True
        self._asked = (-inf, False)

    def kept(self) -> None:
        """A post was kept."""
        self._was_refused = False

    async def trouble(self) -> dict[str, str]:
        """What is wrong; nothing when all that is sent is kept."""
        if not await self._well():
            return {"book": "unavailable"}
        return {"connections": "full"} if self._full() else {}

    async def _well(self) -> bool:
        """Whether the book can be written. The answer holds for some seconds: each try goes to the disk."""
        async with self._asking:
            if time.monotonic() - self._asked[0] >= SECONDS_HEALTH_HOLDS:
                try:
                    async with asyncio.timeout(SECONDS_FOR_HEALTH):
                        letters = MOST_LETTERS if self._was_refused else 0
                        await asyncio.to_thread(self._book.probe, self._tables, letters)
                    well, self._was_refused = True, False
                except (BookUnavailable, TimeoutError):
                    well = False
                self._asked = (time.monotonic(), well)
            return self._asked[1]
