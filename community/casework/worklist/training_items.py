"""Lines about training: who came is to be written down, how to join is not said yet, somebody booked twice."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from community.book import Where
from community.casework.permissions import user_can_see_hub
from community.casework.training import BOOKABLE, COMING, bookings_of, is_double
from community.casework.worklist.worklist_item import UNSURE, WorklistItem, people
from community.casework.worklist.worklist_part import WorklistPart
from community.casework.worklist.worklist_view import View
from community.tables.canonical import moment
from community.tables.flags import Flag
from community.tables.row_types import BookingRow, SessionRow
from community.tables.statuses import BookingStatus
from community.tables.verbs import Verb
from community.tables.vocabulary import LineKind, YesNo

SOON = timedelta(days=3)
"""So long before an online session those booked should have heard how to join."""


def _announced(_: View) -> Where:
    return lambda c: [c.status.in_([*BOOKABLE]), c.starts_at.is_not(None)]


def _read_sessions(view: View, ids: Sequence[str]) -> None:
    view.visible.read_ahead(SessionRow, ids)
    view.visible.look.read_ahead_of(BookingRow, "session_id", ids)


def _of_session(view: View, session_id: str) -> Iterator[WorklistItem]:
    row = view.visible.get(SessionRow, session_id)
    # Who came is written down by those who see everybody who booked.
    if row.starts_at is None or not user_can_see_hub(view.context.user, row.hub):
        return
    starts = moment(row.starts_at)
    if view.has_come(starts + timedelta(minutes=row.minutes or 0)):
        kind, title = LineKind.SESSION_OVER, f"Who came? {row.name or 'a session'}"
    elif row.online == YesNo.YES and not row.joining and view.has_come(starts - SOON) and _anybody(view, session_id):
        kind, title = LineKind.SESSION_SOON, f"Say how to join: {row.name or 'a session'}"
    else:
        return
    if kind == LineKind.SESSION_SOON and not view.may(Verb.CHANGE_SESSION):
        return
    yield WorklistItem(row.id, "sessions", kind, title, starts, starts, UNSURE, hub=row.hub)


def _anybody(view: View, session_id: str) -> bool:
    """Whether somebody has a place."""
    return any(each.status == BookingStatus.BOOKED for each in bookings_of(view.reader, session_id))


SESSIONS = WorklistPart(SessionRow, _announced, _of_session, _read_sessions, Verb.SESSION_HELD)


def _doubles(_: View) -> Where:
    return lambda c: [c.status == BookingStatus.WAITING, c.flags.contains(Flag.POSSIBLE_DOUBLE)]


def _read_bookings(view: View, ids: Sequence[str]) -> None:
    view.visible.read_ahead(BookingRow, ids)


def _of_double(view: View, booking_id: str) -> Iterator[WorklistItem]:
    row = view.visible.get(BookingRow, booking_id)
    session = view.reader.get(SessionRow, row.session_id)
    if row.status not in COMING or not is_double(row) or session is None or session.status not in BOOKABLE:
        return
    yield WorklistItem(
        row.id,
        "bookings",
        LineKind.BOOKED_TWICE,
        f"Booked twice? {row.name or 'somebody'}: {session.name or 'a session'}",
        moment(row.at),
        view.promise(row.at),
        UNSURE,
        hub=row.hub,
        telephone=view.number(row),
        who=people(row.id),
    )


DOUBLES = WorklistPart(BookingRow, _doubles, _of_double, _read_bookings, Verb.GIVE_PLACE)
