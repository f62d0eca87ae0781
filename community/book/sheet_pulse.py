"""When the book and the spreadsheet were last in step, as the sync notes it in the book's database."""

from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa

from community.book.reader import Reader
from community.book.schema import SHEET_MEMORY
from community.tables.canonical import moment

STOPPED_AFTER = timedelta(hours=1)
"""Out of step for longer than that, the sync does not mend itself: a person has to look."""


@dataclass(frozen=True)
class Pulse:
    """The part of the sync's status that every page shows. Times are UTC."""

    last: str | None
    """When the last sync was finished; None: never."""
    error: str | None
    """Why the latest try failed; None when it did not."""
    failed_at: str | None
    """Since when it fails."""
    whole: str | None = None
    """When all of the spreadsheet was last pulled, with no tab that stood still; None: never."""
    problems: tuple[str, ...] = ()

    def stopped_since(self, now: datetime) -> str | None:
        """Since when they are out of step, if that is for too long; None also where they never were in step."""
        since = self.last or self.failed_at
        return since if since is not None and now - moment(since) > STOPPED_AFTER else None


def read_pulse(reader: Reader) -> Pulse:
    """When both were last in step, and whether syncs fail now. Quick for any book."""
    query = sa.select(SHEET_MEMORY).where(SHEET_MEMORY.c.kind.in_(("last", "whole", "failed", "problem")))
    found = {(kind, key): value for kind, key, value in reader.connection.execute(query.order_by("kind", "key"))}
    problems = tuple(value for (kind, _), value in found.items() if kind == "problem")
    last, whole, error, since = (
        found.get(each) for each in (("last", "at"), ("whole", "at"), ("failed", "words"), ("failed", "at"))
    )
    return Pulse(last, error, since, whole, problems)
