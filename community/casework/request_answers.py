"""Answering whoever asks: what a call handler or coordinator does with a help request."""

from datetime import datetime, timedelta

from community.book import Action, Row
from community.casework.casework_errors import NotNow
from community.casework.closing import close_need_whole
from community.casework.permissions import user_can_see_hub
from community.casework.unit_of_work import UnitOfWork, do
from community.casework.user import WorkContext
from community.casework.worklist.request_items import CRISIS
from community.settings.response_promise import URGENT, closes, opens
from community.tables.canonical import split
from community.tables.vocabulary import NEED_CLOSED

SOON = timedelta(hours=2)
"""So long after a try that reached nobody somebody rings again whoever can't wait until tomorrow."""


def no_answer(desk: WorkContext, request_id: str, *, seen: str, again: datetime | None = None) -> Action:
    """Somebody rang and reached nobody: the try is written down, and the request comes back at `again`.

    Without `again`, the next working day; what is wanted today, in two hours.
    """

    def work(deed: UnitOfWork) -> None:
        row = deed.take("help_requests", request_id, seen)
        if row["status"] not in {"new", "no_answer"}:
            raise NotNow("This request has been answered already.")
        deed.move(row, "no_answer")
        deed.set(row, "hold_until", again or _try_again(desk, row, deed.now))
        deed.add(
            "contacts",
            {
                "about": request_id,
                "with_whom": row["resident_id"],
                "way": "telephone",
                "direction": "out",
                "outcome": "no_answer",
                "status": "dealt_with",
            },
        )

    return do(desk, "no_answer", work)[0]


def _try_again(desk: WorkContext, request: Row, now: datetime) -> datetime:
    soon = request["urgency"] == URGENT or CRISIS in split(request["flags"])
    return now + SOON if soon else next_morning(desk, now)


def next_morning(desk: WorkContext, now: datetime) -> datetime:
    """The start of the next working day, London time."""
    community = desk.settings.community
    return opens(community, closes(community, now))


def close_request(
    desk: WorkContext, request_id: str, closed_reason: str, *, seen: str, words: str | None = None
) -> Action:
    """Close a request with a reason, with every need that is still open, and what was proposed or agreed for them."""
    check_reason(closed_reason)
    return do(desk, "close_request", lambda deed: _close(deed, request_id, seen, closed_reason), words)[0]


def mark_duplicate(desk: WorkContext, request_id: str, of: str, *, seen: str) -> Action:
    """Close a request because another one asks the same. It is then the same resident's, where that is known."""

    def work(deed: UnitOfWork) -> None:
        row = _close(deed, request_id, seen, "duplicate")
        first = deed.take("help_requests", of)
        if first["id"] == row["id"] or first["duplicate_of"] is not None:
            raise NotNow("It can only repeat another request, and one that repeats none itself.")
        deed.set(row, "duplicate_of", of)
        if row["resident_id"] is None:
            deed.set(row, "resident_id", first["resident_id"])

    return do(desk, "mark_duplicate", work)[0]


def give_to_hub(desk: WorkContext, request_id: str, hub: str, *, seen: str) -> Action:
    """Say which hub a request belongs to, with its open needs and its resident: for places that nobody could find.

    What belongs to another hub than the coordinator's own stays there.
    """

    def work(deed: UnitOfWork) -> None:
        row = deed.take("help_requests", request_id, seen)
        if hub not in desk.settings.hubs:
            raise NotNow("There is no such hub.")
        deed.set(row, "hub", hub)
        for need in needs_of(deed, request_id):
            if need["status"] == "open" and _is_ours(desk, need):
                deed.set(need, "hub", hub)
        if row["resident_id"] is not None:
            resident = deed.read("residents", row["resident_id"])
            if _is_ours(desk, resident):
                deed.set(resident, "hub", hub)

    return do(desk, "give_to_hub", work)[0]


def hold(desk: WorkContext, table: str, record_id: str, until: datetime | None, *, seen: str) -> Action:
    """Nothing to do with this request, need or volunteer before `until`; None ends the wait."""

    def work(deed: UnitOfWork) -> None:
        if table not in {"help_requests", "needs", "volunteers"}:
            raise NotNow("Only a request, a need or a volunteer can wait.")
        row = deed.take(table, record_id, seen)
        if until is not None and not deed.now < until < deed.now + timedelta(days=366):
            raise NotNow("The wait must end after today, and within a year.")
        if row["status"] in {"closed", "left", "declined"}:
            raise NotNow("It is over already.")
        deed.set(row, "hold_until", until)

    return do(desk, "hold", work)[0]


def needs_of(deed: UnitOfWork, request_id: str) -> list[Row]:
    """The needs of a request."""
    return deed.reader.rows("needs", lambda c: [c.request_id == request_id])


def _is_ours(desk: WorkContext, row: Row) -> bool:
    return row["hub"] is None or user_can_see_hub(desk.user, row["hub"])


def check_reason(closed_reason: str) -> None:
    """Raises NotNow unless it is one of the reasons for closing."""
    if closed_reason not in NEED_CLOSED:
        raise NotNow("Choose one of the reasons for closing.")


def _close(deed: UnitOfWork, request_id: str, seen: str, reason: str) -> Row:
    row = deed.take("help_requests", request_id, seen)
    if row["status"] == "closed":
        raise NotNow("This request is closed already.")
    for need in needs_of(deed, request_id):
        if need["status"] == "open":
            close_need_whole(deed, need, reason)
    deed.move(row, "closed")
    deed.set(row, "closed_reason", reason)
    return row
