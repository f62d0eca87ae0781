"""By when somebody who complains hears that we have it, and by when we answer."""

from datetime import date, datetime, timedelta

from community.settings import Settings
from community.settings.response_promise import after_working_days
from community.tables.canonical import LONDON, moment
from community.tables.message_codes import ComplaintKind
from community.tables.row_types import ComplaintRow


def acknowledged_by(settings: Settings, row: ComplaintRow) -> datetime:
    """The time by which somebody is to hear that we have it."""
    return told_we_have_it(settings, moment(row.at))


def told_we_have_it(settings: Settings, came: datetime) -> datetime:
    """The time by which whoever complains at this time hears that we have it."""
    return after_working_days(settings.community, came, settings.complaints.acknowledge_days)


def answer_day(settings: Settings, row: ComplaintRow, now: datetime) -> date:
    """The day by which we answer: the law's, for somebody's own data; else so many working days from now."""
    if row.kind == ComplaintKind.DATA_REQUEST:
        return (moment(row.at).astimezone(LONDON) + timedelta(days=settings.complaints.data_days)).date()
    return after_working_days(settings.community, now, settings.complaints.answer_days).date()
