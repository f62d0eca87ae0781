"""By when somebody who complains hears that we have it, and by when we answer."""

from calendar import monthrange
from datetime import date, datetime, timedelta

from community.settings import Settings
from community.settings.response_promise import after_working_days
from community.tables.canonical import LONDON, moment
from community.tables.message_codes import DATA_REQUESTS
from community.tables.row_types import ComplaintRow


def acknowledged_by(settings: Settings, row: ComplaintRow) -> datetime:
    """The time by which somebody is to hear that we have it."""
    return told_we_have_it(settings, moment(row.at))


def told_we_have_it(settings: Settings, came: datetime) -> datetime:
    """The time by which whoever complains at this time hears that we have it."""
    return after_working_days(settings.community, came, settings.complaints.acknowledge_days)


def answer_day(settings: Settings, row: ComplaintRow, now: datetime, came_on: date | None = None) -> date:
    """The day by which we answer: the law's, for somebody's own data; else so many working days from now.

    `came_on`: the day on which it came to us, where that is another than the day on which it was written down.
    """
    if row.kind in DATA_REQUESTS:
        came = came_on or moment(row.at).astimezone(LONDON).date()
        return min(months_later(came, 1), came + timedelta(days=settings.complaints.data_days))
    return after_working_days(settings.community, now, settings.complaints.answer_days).date()


def months_later(day: date, months: int) -> date:
    """The same day so many months later, or the last day of that month: as UK GDPR counts the time to answer."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
