"""Quiet hours: when no text or email goes out, London time."""

from datetime import UTC, datetime, timedelta

from community.settings import Messages
from community.tables.canonical import LONDON


def not_before(messages: Messages, now: datetime) -> datetime:
    """The time from which a message of this moment may go out: now, or the end of the quiet hours, in UTC."""
    here = now.astimezone(LONDON)
    clock, begin, end = here.time(), messages.quiet_from, messages.quiet_until
    over_midnight = begin > end
    quiet = clock >= begin or clock < end if over_midnight else begin <= clock < end
    if not quiet:
        return now
    day = here.date() + timedelta(days=1) if over_midnight and clock >= begin else here.date()
    return datetime.combine(day, end, LONDON).astimezone(UTC)
