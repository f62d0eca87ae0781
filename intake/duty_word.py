"""Whether those on duty get word of what comes in: only a worker that looks for work can tell them."""

import asyncio
from contextlib import suppress
from datetime import datetime, timedelta

from community.book import Book, BookUnavailable, Fault
from community.jobs import last_seen
from community.settings import Settings
from community.settings.duty_hours import hearing_of
from community.tables.duty_reasons import DutyReason

_LATELY = timedelta(minutes=15)
"""A worker notes each minute that it is there; one that a timetable starts, every few minutes."""


async def tells(settings: Settings, book: Book, reason: DutyReason, now: datetime) -> bool:
    """Whether somebody is to hear of this, in their hours, and a worker is there to tell them."""
    return bool(hearing_of(settings, reason)) and await asyncio.to_thread(_worker_is_there, book, now)


def _worker_is_there(book: Book, now: datetime) -> bool:
    """Whether a worker has looked for work lately; false where the book can't be asked."""
    with suppress(BookUnavailable, Fault), book.reading() as reader:
        seen = last_seen(reader)
        return seen is not None and abs(now - seen) < _LATELY
    return False
