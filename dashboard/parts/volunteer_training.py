"""The sessions a volunteer came to, and the modules they passed, as far as somebody has said that it was them."""

from datetime import datetime

from community import casework
from community.casework import WorkContext
from community.tables.row_types import BookingRow, SessionRow, VolunteerRow
from community.tables.statuses import BookingStatus
from community.wording import status_words
from dashboard import display_words, elements, page_address

_DONE = (BookingStatus.CAME, BookingStatus.PASSED, BookingStatus.BOOKED, BookingStatus.WAITING)


def took_part(context: WorkContext, volunteer: VolunteerRow, now: datetime) -> None:
    """Draw each with its day, a link to it, and how it stands; nothing where there is none."""
    rows = casework.see_all(
        context, BookingRow, lambda c: [c.volunteer_id == volunteer.id, c.status.in_(_DONE)], order="-at"
    )
    if not rows:
        return
    ids = {row.session_id for row in rows}
    sessions = {one.id: one for one in casework.see_all(context, SessionRow, lambda c: [c.id.in_(ids)])}
    elements.heading("Training", level=3)
    for row in rows:
        session = sessions.get(row.session_id)
        if session is not None:
            page_address.open_record(session.id, session.name or "A session")
            on = row.passed_on or session.starts_at
            elements.lead(", ".join(filter(None, [status_words(row.table, row.status), _day(on, now)])))


def _day(on: str | None, now: datetime) -> str | None:
    return display_words.day(on[:10], now) if on else None
